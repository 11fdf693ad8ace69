"""dy/dx and d^2y/dx^2 of curves by a parameter."""

from __future__ import annotations

import pytest
from student_client._verifying.judge import judge

from ..plans import plan, problem

CURVE = "x = t^2, y = t^3"
SLOPE = ("differentiate | t**3 | t", "differentiate | t**2 | t", "simplify | R1/R2")
AGAIN = (*SLOPE, "differentiate | R3 | t")

SECOND = [
    ("Find d^2y/dx^2", (*AGAIN, "simplify | R4/R2"), "accepted"),
    (r"Find \frac{d^2y}{dx^2} in terms of t.", (*AGAIN, "simplify | R4/R2"), "accepted"),
    ("Find the second derivative of y with respect to x", (*AGAIN, "simplify | R4/R2"), "accepted"),
    ("Find d²y/dx² at t = 1", (*AGAIN, "simplify | R4/R2", "substitute | R5 | t | 1"), "accepted"),
    ("Find d^2y/dx^2", AGAIN, "rejected"),
    ("Find d^2y/dx^2", SLOPE, "rejected"),
    ("Find d^2y/dx^2", (*AGAIN, "simplify | R4/R2**2"), "rejected"),
    ("Find d^2y/dx^2", ("differentiate | t**3 | t", "differentiate | R1 | t"), "rejected"),
    ("Find d^2y/dx^2 at t = 1", (*AGAIN, "simplify | R4/R2", "substitute | R5 | t | 2"), "rejected"),
    ("Find d^2y/dx^2", ("simplify | 3/(4*t)",), "rejected"),
    ("Find d^2x/dy^2", (*AGAIN, "simplify | R4/R2"), "undecided"),
    ("Find the second derivative", (*AGAIN, "simplify | R4/R2"), "accepted"),
    ("Find dy/dx", (*AGAIN, "simplify | R4/R2"), "rejected"),
    ("Find dy/dx", SLOPE, "accepted"),
]


@pytest.mark.parametrize(("objective", "steps", "status"), SECOND)
def test_judge_of_a_second_derivative(objective: str, steps: tuple[str, ...], status: str) -> None:
    assert judge(problem(objective, CURVE, "t"), plan(*steps)).status == status
