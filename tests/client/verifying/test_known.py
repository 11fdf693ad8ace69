"""An answer to a question for a known formula is compared with our own value, exactly or rounded as asked."""

from __future__ import annotations

import pytest
from student_client import Problem, SymbolicVerifier

from tests.client.problems import read

POINTS = "A(1, 2), \\quad B(5, 10)"
DATA = "3, 8, 5, 10, 4"


def status(line: str, verify: SymbolicVerifier) -> str:
    """Return the verdict on a plan."""
    _, problem, plan = read(f"one :: {line}")
    return verify(Problem(problem.objective, problem.expression, problem.variables), plan).status


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"Find the length of AB. ; {POINTS} ; x ; simplify | sqrt(4**2 + 8**2)", "accepted"),
        (f"Find the length of AB. ; {POINTS} ; x ; simplify | 4*sqrt(5)", "rejected"),
        (f"Find the length of AB. ; {POINTS} ; x ; numeric | sqrt(4**2 + 8**2) | 4", "rejected"),
        (f"Find the length of AB to 2 decimal places. ; {POINTS} ; x ; numeric | sqrt(4**2 + 8**2) | 3", "accepted"),
        (f"Find the length of AB to 2 decimal places. ; {POINTS} ; x ; numeric | sqrt(4**2 + 8**2) | 2", "rejected"),
        (f"Find the length of AB to 2 decimal places. ; {POINTS} ; x ; simplify | sqrt(4**2 + 8**2)", "undecided"),
        (f"Find the midpoint of AB. ; {POINTS} ; x ; simplify | (1 + 5)/2", "rejected"),
        (f"Calculate the median. ; {DATA} ; x ; simplify | 5", "accepted"),
        (f"Calculate the mean. ; {DATA} ; x ; simplify | 6", "rejected"),
    ],
)
def test_by_formula_judges(line: str, expected: str, verify: SymbolicVerifier) -> None:
    """The value itself, calculated; a stated value and a decimal that nobody asked for are refused."""
    assert status(line, verify) == expected


@pytest.mark.parametrize(
    ("objective", "expression", "plan"),
    [
        ("Find the sum of the squares of the roots.", "(x - 2)^2 = 0", "simplify | 2**2 + 2**2"),
        ("Find the coefficient of x^3 in the expansion.", r"\frac{1}{(1 - 2x)^2}", "simplify | 4*8"),
        ("Find the mode of the data.", DATA, "simplify | 3"),
        ("Find the 5th term.", r"1, 2, 4, \ldots", "simplify | 2**4"),
    ],
)
def test_by_formula_leaves(objective: str, expression: str, plan: str, verify: SymbolicVerifier) -> None:
    """Double roots, endless expansions and data without a mode have no single answer."""
    assert status(f"{objective} ; {expression} ; x ; {plan}", verify) == "undecided"
