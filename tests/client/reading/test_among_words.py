"""The things of a task are understood among words that bear no mathematics, and among no others."""

from __future__ import annotations

import pytest
from student_client._reading.concepts.by_concepts import by_concepts
from student_client._reading.statement import NotRead

LIMIT = r"\lim_{x \to 2} \frac{x^3 - 8}{x^2 - 4}"
INTEGRAL = r"\int_0^2 x^2 dx"
EQUATION = "3x^2 + 10x - 8 = 0"
CURVE = "f(x) = x^3 - 3x"
READ = [
    (
        "I have this limit for practice, can somebody please explain how to find it?",
        LIMIT,
        "Evaluate the limit.",
    ),
    ("Does l'Hopital's rule help here? I need the limit and I can't see how to start.", LIMIT, "Evaluate the limit."),
    (
        "Can someone check my answer, I need the value of this definite integral",
        INTEGRAL,
        "Evaluate the integral.",
    ),
    ("Show that the improper integral converges by finding its value.", INTEGRAL, "Evaluate the integral."),
    ("Sir gave us this for homework. How do I get the derivative?", CURVE, "Find the derivative."),
    ("pls help me differentiate this, its chain rule i think", CURVE, "Find the derivative."),
    (
        "I have an exam tomorrow and this integral is in my notes. Can someone explain how to find it, please?",
        INTEGRAL,
        "Evaluate the integral.",
    ),
    ("Hi, my book says to find the derivative and I just can't see how, thanks.", CURVE, "Find the derivative."),
    ("A second order equation has the auxiliary equation shown. Solve the auxiliary equation.", EQUATION, "Solve"),
    ("Find the two complex roots of the quadratic equation.", EQUATION, "Find all complex solutions."),
    (
        "Work out the highest common factor (HCF) of these two numbers.",
        r"84,\ 126",
        "Find the greatest common divisor.",
    ),
    (
        "Compute the determinant using a cofactor expansion across the first row.",
        r"\det A = \begin{vmatrix} 3 & 0 \\ 2 & 3 \end{vmatrix}",
        "Find the determinant.",
    ),
]
UNREAD = [
    ("I need the reciprocal of this limit.", LIMIT),
    ("My friend got the limit. How is the limit written?", LIMIT),
    ("Please find what is left of my limit.", LIMIT),
    ("I need the derivative of my answer.", CURVE),
    ("My teacher has the derivative. What is it from?", CURVE),
    ("Can someone explain which function has this derivative?", CURVE),
    ("Find the derivative and then the next one, please.", CURVE),
    ("Please show that the derivative works.", CURVE),
    ("Does my derivative work here?", CURVE),
    ("I need the graph. Find the derivative.", CURVE),
    ("How does the equation help with its solution?", EQUATION),
    ("Find the equation from the solution, please.", EQUATION),
    ("I want only the good solution of this equation, not the other.", EQUATION),
    ("Help me find the derivative of $x$.", CURVE),
    ("Please give feedback on this limit.", LIMIT),
    ("My teacher has this limit. What is needed?", LIMIT),
    ("Get me an integral like this for practice, please.", INTEGRAL),
    ("I got the derivative, mark it please.", CURVE),
    ("I know how to find the derivative. What is this for?", CURVE),
    ("I need help to understand what a derivative is.", CURVE),
    ("Solve the equation and make a story.", EQUATION),
    ("Find the solution that I can't get.", EQUATION),
    ("I don't want to get the derivative. What is this?", CURVE),
    ("Is this even the question?", CURVE),
    ("Find the good solution.", EQUATION),
    ("Find two complex roots of the quadratic equation.", EQUATION),
    ("Find the greatest common divisor (LCM).", r"84,\ 126"),
    ("Take the logarithm and differentiate, please.", CURVE),
]


@pytest.mark.parametrize(("objective", "expression", "usual"), READ)
def test_by_concepts_among_words(objective: str, expression: str, usual: str) -> None:
    assert by_concepts(objective, expression, ["x"])[0].startswith(usual)


@pytest.mark.parametrize(("objective", "expression"), UNREAD)
def test_by_concepts_refuses_among_words(objective: str, expression: str) -> None:
    with pytest.raises(NotRead):
        by_concepts(objective, expression, ["x"])
