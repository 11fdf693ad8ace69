"""Questions of exams and of engineers in the usual words; words that limit or change a question remain."""

from __future__ import annotations

import pytest
from student_client._reading.rewording.exams import of_exams


@pytest.mark.parametrize(
    ("objective", "expression", "made"),
    [
        ("Find the voltage V.", "12 = 3V + 5(V - 2)", "Solve for V."),
        (r"If \alpha and \beta are the roots of the equation, find \alpha\beta.", "x^2 = x", "Find the product of"),
        (r"The equation has roots \alpha and \beta. Find the value of \alpha + \beta.", "x^2 = x", "Find the sum of"),
        ("Find the points of inflexion.", "y = x^3", "Find the points of inflection."),
        (
            "Rearrange the formula for the resonant frequency to make C the subject.",
            "f = C",
            "Rearrange the formula to",
        ),
        (r"Evaluate over the rectangle 0 \le x \le 1, 0 \le y \le 2.", r"\int_0^2 \int_0^1 xy\,dx\,dy", "Evaluate."),
        (r"Study the behaviour of f near x = 1: find \lim_{x \to 1^+} f(x).", "f(x) = 1/x", "find "),
        (
            "Find the quotient and remainder on dividing x^2 by x - 1.",
            "x^2",
            "Find the quotient and remainder when x^2",
        ),
    ],
)
def test_of_exams_is_usual(objective: str, expression: str, made: str) -> None:
    assert of_exams(objective, expression, ["x", "y", "V", "C"])[0].startswith(made)


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Find the length x.", "x^2 + 2x = 15"),
        ("Find the voltage V.", "V = 3I"),
        ("Find the maximum power per unit.", "P(x) = 20x - 5x^2"),
        ("Find the maximum power.", "R(x) = 20x - 5x^2"),
        (r"If \alpha and \beta are the roots of the equation, find \alpha - \beta.", "x^2 = x"),
        (r"If \alpha and \beta are the roots of the equation, find \alpha^2 + \beta^2.", "x^2 = x"),
        (r"Evaluate over the rectangle 0 \le x \le 2, 0 \le y \le 1.", r"\int_0^2 \int_0^1 xy\,dx\,dy"),
        (r"Study the behaviour of f near x = 2: find \lim_{x \to 1^+} f(x).", "f(x) = 1/x"),
    ],
)
def test_of_exams_leaves_what_differs(objective: str, expression: str) -> None:
    assert of_exams(objective, expression, ["x", "y", "V"]) == (objective, expression)
