"""The coordinates of a point as two results."""

import pytest
from student_client import SymbolicVerifier
from student_client._verifying.judge import judge

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


_CRITICAL = "p :: Find the critical numbers of the function. ; f(x) = x^{3/5}(4-x) ; x ; "
_LISTS = [
    ("solve | R1 | x ; solve | 5*x**(2/5) | x ; final R2, R3", "accepted"),
    ("solve | R1 | x ; solve | x - 1 | x ; final R2, R3", "rejected"),
    ("solve | R1 | x ; solve | R1 | x ; final R2, R3", "rejected"),
]


@pytest.mark.parametrize(("steps", "status"), _LISTS)
def test_together_with_others_adds_lists(steps: str, status: str) -> None:
    _, problem, plan = read(f"{_CRITICAL}differentiate | x**(3/5)*(4 - x) | x ; {steps}")
    with SymbolicVerifier() as verify:
        assert verify(problem, plan).status == status


_STATIONARY = "p :: Find the coordinates of the stationary points. ; "
_CURVES = [
    (
        "y = e^x - x ; x ; differentiate | exp(x)-x | x ; solve | R1 | x ; substitute | exp(x)-x |x|0 ; final R2, R3",
        "accepted",
    ),
    (
        "y = e^x - x ; x ; differentiate | exp(x)-x | x ; solve | R1 | x ; substitute | exp(x)-x |x|1 ; final R2, R3",
        "rejected",
    ),
    ("y = x^2 e^x ; x ; solve_system | Eq(y, x**2*exp(x)), Eq((x**2 + 2*x)*exp(x), 0) | x, y", "accepted"),
    ("y = x^2 e^x ; x ; solve_system | Eq(y, x**2*exp(x)), Eq((x + 2)*exp(x), 0) | x, y", "rejected"),
    ("y = x^2 e^x ; x ; solve_system | Eq(y, x**2), Eq((x**2 + 2*x)*exp(x), 0) | x, y", "rejected"),
    ("y = \\ln x - x ; x ; solve_system | Eq(y, log(x) - x), Eq(1/x - 1, 0) | x, y", "accepted"),
    ("y = \\sin x ; x ; solve_system | Eq(y, sin(x)), Eq(cos(x), 0) | x, y", "undecided"),
    ("y = x|x| ; x ; solve_system | Eq(y, x**2), Eq(2*x, 0) | x, y", "undecided"),
    ("y = x\\sqrt{x} ; x ; solve_system | Eq(y, x*sqrt(x)), Eq(sqrt(x), 0) | x, y", "undecided"),
    ("y = x^x ; x ; solve_system | Eq(y, x), Eq(1, 0) | x, y", "undecided"),
]


@pytest.mark.parametrize(("rest", "status"), _CURVES)
def test_points_of_other_curves(rest: str, status: str) -> None:
    _, problem, plan = read(_STATIONARY + rest)
    assert judge(problem, plan).status == status


def test_turning_points_of_other_curves() -> None:
    """A stationary point is not always a turning point."""
    steps = "differentiate | x*exp(-x) | x ; solve | R1 | x ; substitute | x*exp(-x) | x | 1 ; final R2, R3"
    _, problem, plan = read(f"p :: Find the coordinates of the turning points ; y = x e^{{-x}} ; x ; {steps}")
    assert judge(problem, plan).status == "undecided"
