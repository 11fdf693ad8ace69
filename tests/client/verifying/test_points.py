"""The coordinates of a point as two results."""

import pytest
from student_client import SymbolicVerifier

from ..problems import read

_ASKED = "p :: Find the coordinates of the turning point of the curve. ; y = x^2 - 4x + 7 ; x ; "
_FLAT = "differentiate | x**2 - 4*x + 7 | x ; solve | Eq(R1, 0) | x ; "
_PLANS = [
    (f"{_FLAT}substitute | x**2 - 4*x + 7 | x | 2 ; final R2, R3", "accepted"),
    (f"{_FLAT}substitute | x**2 - 4*x + 7 | x | 2 ; final R3, R2", "undecided"),
    (f"{_FLAT}substitute | x**2 - 4*x + 7 | x | 3 ; final R2, R3", "rejected"),
    (f"{_FLAT}substitute | x**2 - 4*x + 8 | x | 2 ; final R2, R3", "rejected"),
    ("simplify | 2 ; simplify | 3 ; final R1, R2", "undecided"),
]


@pytest.mark.parametrize(("steps", "status"), _PLANS)
def test_point_of_two_results(steps: str, status: str) -> None:
    _, problem, plan = read(_ASKED + steps)
    with SymbolicVerifier() as verify:
        assert verify(problem, plan).status == status
