"""Whole sentences that ask one thing of a function, and sentences that say more."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.questions.sentences import sentence
from student_client._reading.readings import readings
from student_client._reading.statement import Choices, NotRead

CURVE = "x^2 + 4y^2 = 8"
XY = "x, y"


@pytest.mark.parametrize(
    ("objective", "expression", "variables", "read"),
    [
        ("Find the domain of the function", r"f(x) = \sqrt{x}", "x", "all real x at which sqrt(x) has a value"),
        ("Find an equation of the tangent line to the curve at x = 1.", "y = x^3", "x", "the tangent of x^3 at x = 1"),
        ("Find the linearization L(x) of f at a = 4", r"f(x) = \sqrt{x}", "x", "the tangent of sqrt(x) at x = 4"),
        ("Find y' if", CURVE, XY, "the derivative of y in x along x^2 + 4*y^2 = 8"),
        (
            "Find the slope of the tangent line to the curve at the point (2, 1).",
            CURVE,
            XY,
            "the derivative of y in x along x^2 + 4*y^2 = 8 at x = 2 at y = 1",
        ),
        (
            "Find the average value of the function on the interval [0, 2]",
            "f(x) = x^3",
            "x",
            "the integral in x of x^3/(2 - 0) from 0 to 2",
        ),
        ("Find f^{-1}(5)", "f(x) = x^3 - 3", "x", "all real solutions in x of x^3 - 3 = 5"),
        ("Find the remainder when the polynomial is divided by x + 2", "x^3 + 1", "x", "x^3 + 1 at x = -2"),
        (
            "For what values of k does the equation have no real roots?",
            "x^2 + kx + 9 = 0",
            "x, k",
            "all real k with k^2 - 4*1*9 < 0",
        ),
        ("Write the first two terms of the sequence", r"a_n = n^2", "n", "n^2 at n = 1; n^2 at n = 2"),
        ("Find F'(x)", r"F(x) = \int_{1}^{x} \sqrt{1 + t^3}\,dt", "x, t", "sqrt(1 + t^3) at t = x"),
        ("Find f_x(1, 2)", "f(x, y) = x^2y", XY, "the derivative in x of x^2*y at x = 1 at y = 2"),
    ],
)
def test_readings_know_it(objective: str, expression: str, variables: str, read: str) -> None:
    (reading,) = readings(Problem(objective, expression, variables.split(", ")))
    assert str(reading) == read


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Find the domain and range of the function", r"f(x) = \sqrt{x}"),
        ("Find the domain of the function's derivative", r"f(x) = \sqrt{x}"),
        ("Find an equation of the tangent line and the normal line at x = 1", "y = x^3"),
        ("For what values of k does the equation have two distinct roots?", "x^2 + kx + 9 = 0"),
        ("Find F'(x) and F(1)", r"F(x) = \int_{1}^{x} \sqrt{1 + t^3}\,dt"),
        ("Find the average value of the function on the interval [0, 2] in m/s", "f(x) = x^3"),
    ],
)
def test_sentence_takes_no_more(objective: str, expression: str) -> None:
    assert sentence(objective, expression, ["x", "k", "t"], Choices({})) is None


@pytest.mark.parametrize(
    ("objective", "expression", "variables"),
    [
        ("Find the domain of the function", r"f(x) = \sqrt{x + a}", "x"),
        ("Find the remainder when the polynomial is divided by 2x - 1", "x^3 + 1", "x"),
        ("For what values of k does the equation have two distinct real roots?", "kx^2 + x + 9 = 0", "xk"),
        ("Find the tangent line at t = 1", "y = x^3", "x"),
        ("Find the difference quotient", "f(x) = x^2 + h", "xh"),
    ],
)
def test_sentence_refuses(objective: str, expression: str, variables: str) -> None:
    with pytest.raises(NotRead):
        sentence(objective, expression, [*variables], Choices({}))
