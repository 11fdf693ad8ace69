"""``y = x^2`` defines y: dy/dx is the derivative of x^2, and not one along an equation."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.readings import readings
from student_client._reading.statement import NotRead


@pytest.mark.parametrize(
    ("objective", "expression", "asked"),
    [
        (r"Find $\frac{dy}{dx}$.", "y = x^4", "the derivative in x of x^4"),
        (r"Find $\frac{dy}{dx}$ at $x = 2$.", "y = x^4", "the derivative in x of x^4 at x = 2"),
        (r"Find $\frac{d^2y}{dx^2}$.", "y = x^4", "the derivative in x of the derivative in x of x^4"),
        (r"Find $\frac{dy}{dx}$.", "y = x^2 + y^3", "the derivative of y in x along y = x^2 + y^3"),
        (r"Find $\frac{dx}{dy}$.", "y = x^4", "the derivative of x in y along y = x^4"),
        (
            "Find the second derivative with respect to y.",
            "y = x^4",
            "the derivative in y of the derivative in y of x^4",
        ),
    ],
)
def test_explicit_reads_a_definition(objective: str, expression: str, asked: str) -> None:
    assert [str(one) for one in readings(Problem(objective, expression, ["x", "y"]))] == [asked]


@pytest.mark.parametrize("expression", ["y = x^2", "x^2 + y^2 = 25"])
def test_explicit_needs_more_than_y(expression: str) -> None:
    with pytest.raises(NotRead, match="only y"):
        readings(Problem(r"Find $\frac{dy}{dx}$ when $y = 4$.", expression, ["x", "y"]))
