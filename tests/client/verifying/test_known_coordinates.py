"""Answers that are one coordinate: a number, or an equation that gives it to this letter and to no other."""

from __future__ import annotations

import pytest
from student_client._verifying.judge import judge

from tests.client.plans import plan, problem

PARABOLA, AXIS, LINE = "y^2 = -12x", "y = x^2 - 4x + 1", "2x + 3y = 6"


@pytest.mark.parametrize(
    ("words", "printed", "step", "status"),
    [
        ("Find the directrix of the parabola.", PARABOLA, "simplify | Eq(x, 12/4)", "accepted"),
        ("Find the directrix of the parabola.", PARABOLA, "simplify | 12/4", "accepted"),
        ("Find the directrix of the parabola.", PARABOLA, "solve | Eq(x, 12/4) | x", "accepted"),
        ("Find the directrix of the parabola.", PARABOLA, "simplify | Eq(y, 12/4)", "rejected"),
        ("Find the directrix of the parabola.", PARABOLA, "simplify | Eq(x, -12/4)", "rejected"),
        ("Find the equation of the axis of symmetry.", AXIS, "simplify | Eq(x, 4/2)", "accepted"),
        ("Find the equation of the axis of symmetry.", AXIS, "simplify | Eq(y, 4/2)", "rejected"),
        ("Find the y-intercept of the line.", LINE, "simplify | Eq(y, 6/3)", "accepted"),
        ("Find the y-intercept of the line.", LINE, "simplify | Eq(x, 6/3)", "rejected"),
    ],
)
def test_known_coordinate(words: str, printed: str, step: str, status: str) -> None:
    assert judge(problem(words, printed, "x", "y"), plan(step)).status == status
