"""Manners of working, and forms that every right answer has, are left out; a form that an answer may lack is not."""

from __future__ import annotations

import pytest
from student_client._reading.concepts.manners import without_manners

FACTOR = "6x^3 - 24x"
LEFT_OUT = [
    ("Factor completely. Be sure to look first for a common factor.", FACTOR, "Factor completely."),
    ("Factor the polynomial, beginning with the greatest common factor.", FACTOR, "Factor the polynomial."),
    ("Solve. Remember to check your answers in the original equation.", "x^2 = 4", "Solve."),
    ("Solve. Reject any value of $x$ that is not in the domain of the logarithm.", r"\ln x = 2", "Solve."),
    ("Solve, rejecting any extraneous solutions.", r"\sqrt{x} = x", "Solve."),
    ("Solve. (Hint: Do not multiply both sides by $x - 3$, since its sign is not known.)", "x < 3", "Solve."),
    ("Use the discriminant to find the nature of the roots. Do not solve.", "x^2 = 4", "find the nature of the roots."),
    ("Factor completely; if it cannot be factored, write prime.", FACTOR, "Factor completely."),
    ("Do not use a calculator. Evaluate.", r"\sqrt{2}", "Evaluate."),
    ("Without using tables or a calculator, find the exact value.", r"\sin 75^\circ", "Find the exact value."),
    ("Without graphing, identify the conic.", "x^2 + y^2 = 4", "Identify the conic."),
    ("Solve, taking care with the values for which the left-hand side is undefined.", r"\frac{1}{x} < 1", "Solve."),
    ("Reduce the fraction, stating your answer as a single fraction.", r"\frac{x^2-1}{x-1}", "Reduce the fraction."),
    ("Multiply. Write your answer as a polynomial in standard form.", "(x+1)(x+2)", "Multiply."),
    ("Expand in ascending powers of $x$.", "(1+2x)^4", "Expand."),
    ("Simplify the product to a single fraction in its lowest terms.", r"\prod_{k=2}^{9} k", "Simplify the product."),
    ("Solve, giving all angles $x$ in radians.", r"\sin x = 1", "Solve."),
    (
        "Divide, and express the quotient in the form $a+bi$.",
        r"\frac{1}{i}",
        "Write the expression in the form $a+bi$.",
    ),
]
KEPT = [
    ("Find the sum. Be sure to factor your answer.", "(x+1) + (x+2)"),
    ("Solve. Reject the negative root.", "x^2 = 4"),
    ("Solve. Reject any solution that is not an integer.", "x^2 = 5"),
    ("Solve. Be sure to give only the positive root.", "x^2 = 4"),
    ("Write an equation for the line. Do not solve.", "x + y = 2"),
    ("Simplify, stating any restrictions on the variable.", r"\frac{x^2-1}{x-1}"),
    ("Remember that $x$ is an angle in degrees. Solve.", r"\sin x = 1"),
    ("Find the derivative. Write your answer as a single fraction.", r"\frac{1}{x} + x"),
    ("Do not expand your answer. Differentiate.", "(x+1)^5"),
    ("Solve, giving your answers in radians.", r"\sin x^\circ = 1"),
    ("Factor the polynomial, beginning with the roots of its derivative.", FACTOR),
    ("Express as a product, leaving the answer in factored form.", FACTOR),
    ("Write your answer as a polynomial in standard form.", r"\frac{x^2-1}{x-1}"),
    ("Remember to double the result. Evaluate.", r"\sqrt{2}"),
    ("Factor the polynomial and give the roots.", FACTOR),
    ("Factor; if it is not prime, write its roots.", FACTOR),
    ("Solve. If the solution is not an integer, write no solution.", "x^2 = 7"),
    ("Remember to take the opposite. Simplify.", FACTOR),
    ("Be sure to start with the reciprocal. Simplify.", FACTOR),
    ("Look for the largest root. Solve.", "x^2 = 4"),
    ("Without the constant, factor.", FACTOR),
    ("Simplify, noting any excluded values.", r"\frac{x^2-1}{x-1}"),
]


@pytest.mark.parametrize(("objective", "expression", "question"), LEFT_OUT)
def test_without_manners_leaves_the_question(objective: str, expression: str, question: str) -> None:
    assert without_manners(objective, expression, ["x"]).endswith(question)


@pytest.mark.parametrize(("objective", "expression"), KEPT)
def test_without_manners_keeps_what_may_change(objective: str, expression: str) -> None:
    assert without_manners(objective, expression, ["x"]) == objective
