"""Trigonometric equations that SymPy's ``solve`` misses, or for which it takes minutes."""

from __future__ import annotations

import pytest
import sympy
from student_client._verifying.real_solutions import Interval
from student_client._verifying.solver import solve, within
from student_client._verifying.wave_solver import by_sets, is_mixed, of_two_waves

from .trees import X, built
from .trees import within as interval

WAVES = [
    ("sin(5*x) - sin(3*x)", 10),
    ("sin(2*x) + cos(3*x)", 6),
    ("cos(x) + cos(3*x)", 6),
    ("sin(x) - cos(x)", 2),
    ("2*sin(x) + 2*cos(2*x)", 3),
    ("sin(x + 1) - sin(x)", 2),
]


@pytest.mark.parametrize(("zero", "count"), WAVES)
def test_of_two_waves(zero: str, count: int) -> None:
    made, given = built(zero)[0], of_two_waves(built(zero)[0], X)
    assert given is not None
    period = float(sympy.periodicity(made, X))
    assert len({round(float(one) % period, 9) % round(period, 9) for one in given}) == count
    assert all(abs(sympy.N(made.subs(X, one))) < 1e-12 for one in given)


@pytest.mark.parametrize(
    "zero",
    [
        "sin(x) - 1/2",
        "sin(x) + 2*cos(x)",
        "sin(x) + cos(x) - 1",
        "sin(x) + x",
        "sin(x**2) + cos(x)",
        "sin(a*x) + cos(x)",
    ],
)
def test_of_two_waves_leaves_others(zero: str) -> None:
    assert of_two_waves(built(zero)[0], X) is None


def test_of_two_waves_of_an_identity() -> None:
    assert of_two_waves(sympy.sin(X) - sympy.cos(X - sympy.pi / 2, evaluate=False), X) is None


def test_by_sets() -> None:
    zero = built("cos(2*x) + 3*cos(x) + 2")[0]
    assert is_mixed(zero)
    assert not is_mixed(built("sin(x)**2 + sin(x)")[0])
    assert sympy.pi in by_sets(zero, X)


def test_within_misses_none() -> None:
    zero = built("cos(2*x) + 3*cos(x) + 2")[0]
    where = interval("[0, 2*pi)")
    assert isinstance(where, Interval)
    found = within(zero, X, None, solve(zero, X) or [], where)
    assert {*found} == {2 * sympy.pi / 3, sympy.pi, 4 * sympy.pi / 3}
