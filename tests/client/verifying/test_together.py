"""The number, the sum and the product of all solutions, and points whose coordinates are given one by one."""

from __future__ import annotations

import json

import pytest
from student_client import Problem, Verdict
from student_client._plan import Plan
from student_client._tools import named
from student_client._verifying.judge import judge


@pytest.mark.parametrize(
    ("objective", "equation", "steps", "status"),
    [
        ("Find the number of real roots.", "x^4-3x^2-4 = 0", "solve | x**4-3*x**2-4 | x ; simplify | 2", "accepted"),
        ("Find the number of real roots.", "x^4-3x^2-4 = 0", "solve | x**4-3*x**2-4 | x ; simplify | 4", "rejected"),
        ("Find the number of real roots.", "x^2 = 4", "simplify | 2", "undecided"),
        ("Find the number of real roots.", "x^2 + 1 = 0", "solve | x**2 + 1 | x | real ; simplify | 0", "accepted"),
        ("Find the number of roots.", "x^2 + 1 = 0", "solve | x**2 + 1 | x | complex ; simplify | 2", "undecided"),
        ("Find the number of real roots.", "(x-1)^2(x+2) = 0", "solve | (x-1)**2*(x+2)|x ; simplify|2", "undecided"),
        ("Find the number of distinct roots.", "(x-1)^2 = 0", "solve | (x-1)**2 | x ; simplify | 1", "accepted"),
        ("Find the sum of the roots.", "2x^2 - 7x + 3 = 0", "simplify | -(-7)/2", "accepted"),
        ("Find the sum of the roots.", "2x^2 - 7x + 3 = 0", "solve | 2*x**2 - 7*x + 3 | x ; simplify | 7", "rejected"),
        ("Find the product of the roots.", "x^2 + x + 1 = 0", "solve | x**2+x+1|x|complex ; simplify|1", "accepted"),
        ("Find the sum of the real roots.", "x^3 = 1", "solve | x**3 - 1 | x ; simplify | 0", "rejected"),
        ("Find the sum of all solutions.", "|x - 2| = 5", "solve | Abs(x - 2) - 5 | x ; simplify | 4", "accepted"),
    ],
)  # fmt: skip
def test_of_all_judges(objective: str, equation: str, steps: str, status: str) -> None:
    judged = verdict(objective, equation, steps)
    assert judged.status == status, judged.reason


CUBIC = "differentiate | x**3-6*x**2+9*x | x ; solve | R1 | x"


@pytest.mark.parametrize(
    ("places", "results", "status"),
    [
        ("13", "R2 R3 R4", "accepted"),
        ("31", "R2 R3 R4", "rejected"),
        ("13", "R2 R3", "undecided"),
        ("11", "R2 R3 R4", "rejected"),
    ],
)
def test_one_by_one_pairs(places: str, results: str, status: str) -> None:
    steps = [CUBIC, *(f"substitute | x**3-6*x**2+9*x | x | {at}" for at in places)]
    judged = verdict("Find the coordinates of the stationary points.", "y = x^3-6x^2+9x", " ; ".join(steps), results)
    assert judged.status == status, judged.reason


def verdict(objective: str, expression: str, steps: str, results: str = "") -> Verdict:
    made = []
    for step in steps.split(" ; "):
        tool, *arguments = (part.strip() for part in step.split("|"))
        made.append({"type": "tool", "tool": tool, "args": named(tool, arguments)})
    result = results.split() if results else f"R{len(made)}"
    plan = Plan.parse(json.dumps({"steps": [*made, {"type": "final", "payload": {"result": result}}]}))
    return judge(Problem(objective, expression, ["x"]), plan)
