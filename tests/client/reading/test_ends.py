"""Ranges of solutions: their letter, and whether their ends belong to them."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.readings import readings
from student_client._reading.statement import NotRead


def asked(objective: str, expression: str, *variables: str) -> list[str]:
    found = readings(Problem(objective, expression, variables))
    return [str(step.within) for one in found for question in one.questions for step in question]


@pytest.mark.parametrize(
    ("objective", "ranges"),
    [
        ("Find all solutions between 0 and 2", ["[0, 2]", "(0, 2)"]),
        ("Find all solutions from 0 to 2", ["[0, 2]"]),
        ("Solve for 0 < x \\le 2", ["(0, 2]"]),
        ("Solve on (0, 2)", ["(0, 2)"]),
    ],
)
def test_readings_of_open_ends(objective: str, ranges: list[str]) -> None:
    """They differ if the words leave the ends open."""
    assert asked(objective, "x^2 = x", "x") == ranges


@pytest.mark.parametrize(("objective", "expression"), [("Solve", "x^2 = a, a > 0"), ("Solve for 0 < a < 1", "x^2 = a")])
def test_parameter_is_not_the_unknown(objective: str, expression: str) -> None:
    with pytest.raises(NotRead, match="only lies in"):
        asked(objective, expression, "x", "a")


def test_condition_after_two_equations() -> None:
    with pytest.raises(NotRead, match="0 < x < 1"):
        asked("Solve the system", "x + y = 5, x - y = 1, x > 0", "x", "y")


def test_divisor_and_multiple() -> None:
    """Neither is dropped."""
    found = readings(Problem("Find the GCD and LCM", "12, 18", ["x"]))
    assert [str(one) for one in found] == ["the greatest common divisor of 12, 18; the least common multiple of 12, 18"]
