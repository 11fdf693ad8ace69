"""Equations with a printed i, if the words say that it is the imaginary unit."""

from __future__ import annotations

import pytest
from student_client._verifying.judge import judge

from tests.client.plans import plan, problem
from tests.client.problems import read

CASES = [
    ("Find all complex solutions.", "z^2 = 3 + 4i", "solve | Eq(z**2, 3 + 4*I) | z | complex", "accepted"),
    ("Find all complex roots of the equation.", "z^3 = 8i", "solve | Eq(z**3, 8*I) | z | complex", "accepted"),
    ("Find all complex roots.", "z^2 - 2iz + 3 = 0", "solve | Eq(z**2 - 2*I*z + 3, 0) | z | complex", "accepted"),
    ("Find all complex roots.", "z^3 = 8i", "solve | Eq(z**3, -8*I) | z | complex", "rejected"),
    ("Find all complex roots.", "z^2 = 3 + 4i", "solve | Eq(z, 2 + I) | z | complex", "rejected"),
    ("Find all complex roots.", "z^2 - 2iz - 1 = 0", "solve | Eq(z**2 - 2*I*z - 1, 0) | z | complex", "undecided"),
    ("Find all roots.", "z^3 = 8i", "solve | Eq(z**3, 8*I) | z | complex", "accepted"),
]


@pytest.mark.parametrize(("words", "printed", "step", "status"), CASES)
def test_equation_with_i(words: str, printed: str, step: str, status: str) -> None:
    assert judge(problem(words, printed, "z"), plan(step)).status == status


def test_argument_of_a_number() -> None:
    """`arg` is a function that a plan may use."""
    asked = r"Find the modulus and the principal argument. ; z = -2 + 2\sqrt{3}\,i ; z"
    steps = "simplify | Abs(-2 + 2*sqrt(3)*I) ; simplify | arg(-2 + 2*sqrt(3)*I) ; final R1, R2"
    _, posed, made = read(f"label :: {asked} ; {steps}")
    verdict = judge(posed, made)
    assert verdict.status == "accepted"
    assert verdict.reading == "the modulus of -2 + 2*sqrt(3)*i; the argument of -2 + 2*sqrt(3)*i"
