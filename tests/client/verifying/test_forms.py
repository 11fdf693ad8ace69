# ruff: noqa: E501 - expressions side by side
"""The form that was asked: simplified, expanded, factored."""

from __future__ import annotations

import pytest
import sympy
from student_client._verifying.forms import as_word, expanded, factored, simplified

from .trees import built, word


def unevaluated(text: str) -> sympy.Expr:
    return built(text)[0]


SIMPLIFIED = [
    ("(x**2 - 3*x + 2)/(x - 1)", "x - 2", "right"), ("(x**2 - 3*x + 2)/(x - 1)", "(x**2 - 3*x + 2)/(x - 1)", "wrong"), ("1/x + 1/(x+1)", "(2*x+1)/(x*(x+1))", "right"), ("1/x + 1/(x+1)", "(2*x+1)/(x**2+x)", "right"), ("1/x + 1/(x+1)", "1/x + 1/(x+1)", "wrong"), ("x + 1", "x + 1", "right"),
    ("2*x + 3*x", "5*x", "right"), ("(x+1)**2 - x**2 - 2*x - 1", "0", "right"), ("(x+1)*(x+2)/((x+1)*(x+3))", "(x+2)/(x+3)", "right"), ("(x**2-1)/(x**2-2*x+1)", "(x+1)/(x-1)", "right"), ("(x**2-1)/(x**2-2*x+1)", "(x**2-1)/(x-1)**2", "wrong"), ("x**3/x", "x**2", "right"),
    ("sin(x)**2 + cos(x)**2", "1", "right"), ("sin(x)**2 + cos(x)**2", "sin(x)**2 + cos(x)**2", "unknown"), ("sqrt(x**2)", "Abs(x)", "right"), ("2*sin(x)*cos(x)", "sin(2*x)", "right"), ("exp(x)*exp(2*x)", "exp(3*x)", "right"), ("sqrt(8)", "2*sqrt(2)", "right"), ("log(x) + log(x)", "2*log(x)", "right"),
    ("exp(2*x)*exp(-x) + exp(x)", "2*exp(x)", "right"), ("12/18", "2/3", "right"), ("(x+1)*(x-1) + 1", "x**2", "right"), ("(x+1)*(x-1) + 1", "(x-1)*(x+1) + 1", "wrong"), ("x + 1/x", "(x**2+1)/x", "right"), ("x + 1/x", "x + 1/x", "right"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "result", "found"), SIMPLIFIED)
def test_simplified(before: str, result: str, found: str) -> None:
    finding = simplified(unevaluated(before), unevaluated(result))
    assert word(finding) == found, finding


EXPANDED = [
    ("(x+1)**2", "x**2 + 2*x + 1", "right"), ("(x+1)**2", "(x+1)**2", "wrong"), ("x*(x+1)", "x*(x+1)", "wrong"), ("(x+y)*(x-y)", "x**2 - y**2", "right"), ("(x+1)**3/2", "x**3/2 + 3*x**2/2 + 3*x/2 + 1/2", "right"), ("x", "x", "right"), ("(x+1)**2*sin(x)", "x**2*sin(x) + 2*x*sin(x) + sin(x)", "right"),
    ("(x+1)**2*sin(x)", "sin(x)*(x+1)**2", "wrong"), ("sin(2*x)", "sin(2*x)", "unknown"), ("log(x*y)", "log(x*y)", "unknown"), ("sin(x+y)", "sin(x)*cos(y) + cos(x)*sin(y)", "right"), ("(x+1)/x", "1 + 1/x", "right"), ("2*(x+1)", "2*x + 2", "right"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "result", "found"), EXPANDED)
def test_expanded(before: str, result: str, found: str) -> None:
    finding = expanded(unevaluated(before), unevaluated(result))
    assert word(finding) == found, finding


FACTORED = [
    ("x**2 - 1", "(x-1)*(x+1)", "right"), ("x**2 - 1", "x**2 - 1", "wrong"), ("x**4 - 1", "(x**2-1)*(x**2+1)", "wrong"), ("x**4 - 1", "(x-1)*(x+1)*(x**2+1)", "right"), ("2*x**2 + 4*x", "2*x*(x+2)", "right"), ("x**2 + 2*x + 1", "(x+1)**2", "right"), ("x**2 - 2", "x**2 - 2", "right"), ("x**2 + 1", "x**2 + 1", "right"),
    ("x**3", "x**3", "right"), ("1/x - 1/(x+1)", "1/(x*(x+1))", "right"), ("(x**2-1)/x", "(x-1)*(x+1)/x", "right"), ("x**2*y - y", "y*(x-1)*(x+1)", "right"), ("x**2*y - y", "y*(x**2-1)", "wrong"), ("60", "60", "wrong"), ("7", "7", "right"), ("x - 1", "x - 1", "right"),
    ("exp(2*x) - 1", "(exp(x)-1)*(exp(x)+1)", "right"), ("exp(2*x) - 1", "exp(2*x) - 1", "wrong"), ("sin(x)**2 + sin(x)", "sin(x)*(sin(x)+1)", "right"), ("sin(x) + cos(x)", "sin(x) + cos(x)", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "result", "found"), FACTORED)
def test_factored(before: str, result: str, found: str) -> None:
    finding = factored(unevaluated(before), unevaluated(result))
    assert word(finding) == found, finding


def test_factored_has_content_outside() -> None:
    x = sympy.Symbol("x")
    assert word(factored(2 * x**2 + 4 * x, sympy.Mul(x, 2 * x + 4, evaluate=False))) == "wrong"
    assert word(factored(2 * x + 4, 2 * x + 4)) == "wrong"


@pytest.mark.parametrize(
    ("word_asked", "result", "found"),
    [
        ("single", "(x+1)/(x-1)", "right"), ("single", "x + 1/x", "unknown"), ("single", "x/3 + 2", "unknown"), ("single", "x + 1", "right"),
        ("condense", "log(x*y)", "right"), ("condense", "log(x) + log(y)", "unknown"), ("rationalized", "1/(sqrt(x)+1)", "unknown"),
        ("rationalized", "(sqrt(x)-1)/(x-1)", "right"), ("linear", "(x-1)*(x+2)**2", "right"), ("linear", "x**2 - 2", "unknown"), ("linear", "3*x", "right"),
        ("product", "x*(x+1)", "right"), ("product", "x**2 + 1", "unknown"), (None, "x + 1/x", "right"), ("critical", "x", "right"),
    ],
)  # fmt: skip
def test_as_word(word_asked: str | None, result: str, found: str) -> None:
    assert word(as_word(word_asked, sympy.sympify(result))) == found
