# ruff: noqa: E501 - tables
"""Results that a person can use, and results that only a program would write."""

from __future__ import annotations

import pytest
import sympy
from student_client._verifying.fitness import readable

from .trees import built, word

x, r = sympy.symbols("x r")

USABLE = [
    "x**2 + 1",
    "oo",
    "-oo",
    "sqrt(2)",
    "(-2)**3",
    "(-1)**x*0",
    "cbrt(x)",
    "log(-x)",
    "Abs(x)",
    "1/3",
    "(-3)**-2",
    "E",
    "x**(1/3)",
]


@pytest.mark.parametrize("text", USABLE)
def test_readable_results(text: str) -> None:
    assert word(readable(built(text)[0], complex_numbers=False)) == "right"


UNUSABLE = [
    (sympy.Derivative(sympy.re(x), x), "Derivative"), (sympy.exp(sympy.oo * sympy.sign(sympy.log(r))), "infinity"), (sympy.Integral(sympy.sin(x), x), "Integral"), (x + sympy.Symbol("a") * sympy.oo, "infinity"), (sympy.AccumBounds(-1, 1), "AccumulationBounds"),
    (sympy.nan, "NaN"), (sympy.zoo, "ComplexInfinity"), (sympy.I * x, "complex numbers"), (3 * (-1) ** sympy.Rational(1, 3), "root of a negative"), (sympy.Integer(-2) ** x, "root of a negative"), (x + sympy.Rational(-8) ** sympy.Rational(2, 3) * 2, "root of a negative"),
    (sympy.sqrt(-3 * sympy.S.One), "complex numbers"), (sympy.RootSum(x**5 - x - 1, sympy.Lambda(x, x * sympy.log(r - x))), "RootSum"),
]  # fmt: skip


@pytest.mark.parametrize(("made", "says"), UNUSABLE, ids=str)
def test_unfinished_results(made: sympy.Expr, says: str) -> None:
    found = readable(made, complex_numbers=False)
    assert (word(found), says in found.reason) == ("unknown", True), found


@pytest.mark.parametrize(
    ("text", "found"), [("I", "right"), ("sqrt(-3)", "right"), ("(-1)**(1/3)", "right"), ("I*oo", "unknown")]
)
def test_readable_complex_numbers(text: str, found: str) -> None:
    assert word(readable(built(text)[0], complex_numbers=True)) == found
