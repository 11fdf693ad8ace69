# ruff: noqa: E501 - one equation a line
"""The tool ``solve``: real solutions that solve the equation, complex ones of polynomials."""

from __future__ import annotations

import pytest
import sympy
from student_client._reading.formulas.sympy_printed import parse_printed
from student_client._reading.formulas.sympy_syntax import parse_expression
from student_client._verifying.call import RunError
from student_client._verifying.solver import families, solve

from .trees import X, built

SOLVED = [
    ("x**2 - 4", "-2; 2"), ("x**2 + 1", "-I; I"), ("Eq(x**2, 4)", "-2; 2"), ("1/x - 2", "1/2"), ("(x-2)*(x+3)/(x-2)", "-3"), ("x**3 - 1", "1; -1/2 - sqrt(3)*I/2; -1/2 + sqrt(3)*I/2"), ("a*x - b", "b/a"), ("x**2 - a", "-sqrt(a); sqrt(a)"), ("5", ""), ("(x-1)**3", "1"),
    # Only real ones of other equations.
    ("exp(x) + 1", ""), ("exp(2*x) - 5", "log(5)/2"), ("log(x) + log(x+2) - log(3)", "1"), ("(x+1)*log(x)", "1"), ("sqrt(x+6) - x", "3"), ("sqrt(x-4) - sqrt(2*x-3)", ""), ("Abs(x) - 3", "-3; 3"), ("Abs(x) + 3", ""), ("asin(x) - 2", ""), ("sin(x) - 2", ""),
    # Odd roots are real.
    ("cbrt(x) + 2", "-8"), ("Eq(x**(1/3), x)", "-1; 0; 1"), ("x**(2/3) - 4", "-8; 8"), ("(2*x-1)**(1/5) + 1", "0"), ("x**(1/3) + x**(1/5)", "0"), ("cbrt(x) - 2", "8"),
]  # fmt: skip


@pytest.mark.parametrize(("equation", "solutions"), SOLVED)
def test_solve(equation: str, solutions: str) -> None:
    made = solve(built(equation)[0], X)
    assert made is not None
    assert len(made) == len(built(solutions))
    assert {sympy.simplify(one) for one in made} == {sympy.simplify(one) for one in built(solutions)}


def test_solve_of_an_identity() -> None:
    assert solve(built("x - x")[0], X) == []


@pytest.mark.parametrize("equation", ["exp(x) + x**2 - 5"])
def test_solve_has_no_method_for_some(equation: str) -> None:
    with pytest.raises(NotImplementedError):
        solve(built(equation)[0], X)


def test_solve_keeps_real_roots() -> None:
    """Those that are written with complex numbers."""
    found = solve(parse_expression("x**3 - 5*x + 1"), sympy.Symbol("x"), parse_printed("x**3 - 5*x + 1"))
    assert found is not None
    assert len(found) == 3


FAMILIES = [
    ("sin(x) - 1/2", "pi/6 + 2*pi*n; 5*pi/6 + 2*pi*n"), ("tan(x) - 1", "pi/4 + pi*n"), ("tan(x/2)", "2*pi*n"), ("sin(x)", "pi*n"), ("cos(4*x) - cos(2*x)", "pi*n/3"), ("cos(2*x) + 3*cos(x) + 2", "2*pi/3 + 2*pi*n; pi + 2*pi*n; 4*pi/3 + 2*pi*n"), ("sin(x) - 2", ""),
]  # fmt: skip


@pytest.mark.parametrize(("equation", "solutions"), FAMILIES)
def test_families(equation: str, solutions: str) -> None:
    zero = built(equation)[0]
    assert families(zero, X, None, solve(zero, X) or []) == built(solutions)


@pytest.mark.parametrize("equation", ["x**2 - 4", "x*sin(x)", "sin(a*x)"])
def test_families_of_others(equation: str) -> None:
    with pytest.raises(RunError, match="general solution"):
        families(built(equation)[0], X, None, [])
