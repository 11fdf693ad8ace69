# ruff: noqa: E501 - one case beside another
"""Other forms: results that have one, and results that only look like it."""

from __future__ import annotations

import pytest
import sympy
from student_client._reading.formulas.sympy_syntax import parse_expression
from student_client._tools import FORMS
from student_client._verifying.rewriting import NoForm, collected, has_form, rewrite

from .trees import X, word

SEEN = [
    ("partial fractions", "1/(x-1) + 2/(x+1)**2", "right"), ("partial fractions", "1/((x-1)*(x+1))", "unknown"), ("partial fractions", "x/(x-1)", "unknown"), ("partial fractions", "1/(x-1) + 2/(x-1)", "right"),
    ("partial fractions", "(x+1)/(x**2+1) + x", "right"), ("partial fractions", "1/(x**2-1)", "unknown"), ("quotient and remainder", "x**2 + 1 + 3/(x-1)", "right"), ("quotient and remainder", "(x**2+1)/(x-1)", "unknown"),
    ("quotient and remainder", "x*(x+1) + 3/(x-1)", "unknown"), ("completed square", "2*(x-3)**2 + 1", "right"), ("completed square", "x**2 + 6*x + 5", "unknown"), ("completed square", "(x+3)**2 + x", "unknown"), ("completed square", "(x-1)*(x+1)", "unknown"),
    ("expanded logarithms", "2*log(x) + log(y) - log(3)", "right"), ("expanded logarithms", "log(x*y)", "unknown"), ("expanded logarithms", "log(6)", "unknown"), ("expanded logarithms", "log(x**2 - 1)", "unknown"), ("single logarithm", "log(x) + log(y)", "unknown"),
    ("single logarithm", "log(x*y)", "right"), ("single logarithm", "log(x)/2", "right"), ("single logarithm", "log(x*y)/log(2)", "right"), ("single logarithm", "log(x) + 2", "unknown"), ("single logarithm", "x*log(y)", "unknown"),
    ("rationalized denominator", "1/(sqrt(3)-1)", "unknown"), ("rationalized denominator", "(1+sqrt(3))/2", "right"), ("a+bi", "3 - 2*I", "right"), ("a+bi", "1/(1+I)", "unknown"), ("a+bi", "I*(1+I)", "unknown"), ("a+bi", "5", "right"),
    ("sines and cosines", "sin(x)/cos(x)", "right"), ("sines and cosines", "tan(x)", "unknown"), ("single angles", "2*sin(x)*cos(x)", "right"), ("single angles", "sin(2*x)", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "made", "found"), SEEN)
def test_has_form(form: str, made: str, found: str) -> None:
    assert word(has_form(parse_expression(made), form, X)) == found


MADE = {
    "partial fractions": "1/(x**2 - 1)", "quotient and remainder": "(x**3+1)/(x+2)", "completed square": "3*x**2 + x", "expanded logarithms": "log(12*x**2/y)", "single logarithm": "log(x) + 2*log(y)",
    "rationalized denominator": "1/(sqrt(5) + 2)", "a+bi": "(1+2*I)/(3-I)", "sines and cosines": "tan(x)*csc(x)", "single angles": "sin(2*x) + cos(x)",
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_rewrite_makes_the_form(form: str) -> None:
    assert has_form(rewrite(parse_expression(MADE[form]), form, X), form, X).right


def test_rewrite_says_why_not() -> None:
    with pytest.raises(NoForm, match="quadratic"):
        rewrite(X**3, "completed square", X)
    with pytest.raises(NoForm, match="needs a variable"):
        rewrite(X * sympy.Symbol("y"), "partial fractions", None)


@pytest.mark.parametrize(
    ("made", "found"), [("x**2 + x*(a+1)", "right"), ("a*x + b*x", "unknown"), ("x*(x+1)", "unknown"), ("a", "right")]
)
def test_collected(made: str, found: str) -> None:
    assert word(collected(parse_expression(made), X)) == found
