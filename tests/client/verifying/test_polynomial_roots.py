"""Roots of polynomials, exact or with inexact coefficients, within the domain of the printed equation."""

from __future__ import annotations

import pytest
import sympy
from student_client._verifying.polynomial_roots import Asked, numbered_root, polynomial_roots
from student_client._verifying.polynomials import NotRational

from .trees import X, equation


@pytest.mark.parametrize("polynomial", [X**5 - X - 1, X**5 - 4 * X + 2])
def test_numbered_root_is_sympys(polynomial: sympy.Expr) -> None:
    for index in range(sympy.degree(polynomial)):
        root = sympy.CRootOf(polynomial, index)
        made = numbered_root(root)
        assert abs(complex(made.mid()) - complex(sympy.N(root, 5))) < 1e-4


@pytest.mark.parametrize(
    ("printed", "count", "exact"),
    [
        ("x^3=x", 3, True), (r"\frac{(x-2)(x+3)}{x-2}=0", 1, True), ("(x-1)^5=0", 1, True), (r"\pi x^2=3", 2, False),
        (r"(x-\pi)^2(x+e)=0", 2, False), (r"\frac{x^2-\pi x}{x}=0", 1, False), ("x^2+1=0", 2, True),
    ],
)  # fmt: skip
def test_roots_are_told_apart(printed: str, count: int, exact: bool) -> None:
    roots, exactly = polynomial_roots(Asked(equation(printed), "x"))
    assert (roots is not None and len(roots), exactly) == (count, exact)


def test_roots_are_not_known() -> None:
    """Of an identity, nor of other functions."""
    assert polynomial_roots(Asked(equation("x=x"), "x"))[0] is None
    with pytest.raises(NotRational):
        polynomial_roots(Asked(equation("e^x=1"), "x"))
