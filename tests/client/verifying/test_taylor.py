# ruff: noqa: E501 - one case beside another
"""Taylor polynomials: each coefficient, no term more, and no term less."""

from __future__ import annotations

import pytest
from student_client._reading.formulas.sympy_syntax import parse_expression
from student_client._verifying.taylor import polynomial

from .trees import point, read, word

JUDGED = [
    ("e^x", "0", "1 + x + x**2/2", 2, None, "right"), ("e^x", "0", "1 + x + x**2", 2, None, "wrong"), ("e^x", "0", "1 + x", 2, None, "wrong"), ("e^x", "0", "1 + x + x**2/2 + x**3/6", 2, None, "wrong"),
    (r"\ln x", "1", "(x-1) - (x-1)**2/2", 2, None, "right"), (r"\ln x", "1", "-x**2/2 + 2*x - Rational(3, 2)", 2, None, "right"), (r"\ln x", "0", "x", 1, None, "unknown"),
    (r"\sin x", "0", "x - x**3/6", None, 2, "right"), (r"\sin x", "0", "x - x**3/6", None, 3, "wrong"), (r"\sin x", "0", "x - x**3/6", 4, None, "right"), (r"\sin x", "0", "sin(x)", 3, None, "wrong"),
    (r"\sqrt{x}", "4", "2 + (x-4)/4", 1, None, "right"), (r"\sqrt[3]{x}", "-8", "-2 + (x+8)/12", 1, None, "right"), (r"\frac{1}{1-x}", "0", "1 + x + x**2", 2, None, "right"), (r"\arctan x", "0", "x - x**3/3", 3, None, "right"),
    (r"\cos x", r"\frac{\pi}{2}", "-(x - pi/2)", 1, None, "right"), (r"a^x", "0", "1 + x*log(a)", 1, None, "right"), (r"|x|", "0", "x", 1, None, "unknown"), ("e^{ax}", "0", "1 + a*x", 1, None, "right"), ("e^{ax}", "0", "1 + x", 1, None, "wrong"),
]  # fmt: skip


@pytest.mark.parametrize(("function", "at", "made", "degree", "terms", "found"), JUDGED)
def test_polynomial(function: str, at: str, made: str, degree: int | None, terms: int | None, found: str) -> None:
    finding = polynomial(read(function), "x", point(at), parse_expression(made), (degree, terms))
    assert word(finding) == found, finding
