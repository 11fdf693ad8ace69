"""The numbers for which an inequality holds: every zero and every break matters, and its side."""

from __future__ import annotations

import pytest
import sympy
from student_client._reading.formulas.parser import parse_latex
from student_client._reading.formulas.tree import Inequality
from student_client._verifying.inequalities import solves_inequality

from .trees import word

OO = sympy.oo
I, U = sympy.Interval, sympy.Union  # noqa: E741 - as they are written
JUDGED = [
    ("x^2 < 4", I.open(-2, 2), "right"),
    ("x^2 < 4", I(-2, 2), "wrong"),
    ("x^2 \\le 4", I(-2, 2), "right"),
    ("x^2 \\le 4", I.open(-2, 2), "wrong"),
    ("x^2 < 4", I.open(-OO, 2), "wrong"),
    ("x^2 < 4", I.open(-2, sympy.Rational(1999999999, 1000000000)), "unknown"),
    ("x^2 + 1 > 0", I(-OO, OO), "right"),
    ("x^2 + 1 < 0", sympy.S.EmptySet, "right"),
    ("x^2 + 1 < 0", sympy.FiniteSet(0), "unknown"),
    ("(x-1)^2 > 0", U(I.open(-OO, 1), I.open(1, OO)), "right"),
    ("(x-1)^2 > 0", I(-OO, OO), "wrong"),
    ("(x-1)^2 \\le 0", sympy.FiniteSet(1), "right"),
    ("(x-1)^2 \\le 0", sympy.S.EmptySet, "wrong"),
    (r"\frac{x^2-1}{x-1} > 0", U(I.open(-1, 1), I.open(1, OO)), "right"),
    (r"\frac{x^2-1}{x-1} > 0", I.open(-1, OO), "wrong"),
    (r"\frac{1}{x} \ge 0", I.open(0, OO), "right"),
    (r"\frac{1}{x} \ge 0", I(0, OO), "wrong"),
    (r"\sqrt{x} < 2", I.Ropen(0, 4), "right"),
    (r"\sqrt{x} < 2", I.open(0, 4), "wrong"),
    (r"|x - 3| \le 1", I(2, 4), "right"),
    (r"\ln x > 0", I.open(1, OO), "right"),
    (r"e^x < 1", I.open(-OO, 0), "right"),
    (r"e^x > 10^9", I.open(9 * sympy.log(10), OO), "right"),
    (r"1 < 2x + 1 \le 5", I.Lopen(0, 2), "right"),
    (r"1 < 2x + 1 \le 5", I(0, 2), "wrong"),
    (r"x^2 > 2", U(I.open(-OO, -sympy.sqrt(2)), I.open(sympy.sqrt(2), OO)), "right"),
    (r"x > 100000", I.open(100000, OO), "right"),
    (r"(x-100000)(x-100001) < 0", sympy.S.EmptySet, "wrong"),
    (r"6 > x > 14", sympy.S.EmptySet, "right"),
    (r"1 < \frac{1}{x} < 2", I.open(sympy.Rational(1, 2), 1), "right"),
    (r"\sin x > 2", sympy.S.EmptySet, "right"),
    (r"\sin x > 0", I.open(0, sympy.pi), "unknown"),
]


@pytest.mark.parametrize(("printed", "made", "found"), JUDGED, ids=str)
def test_solves_inequality(printed: str, made: sympy.Set, found: str) -> None:
    read = parse_latex(printed, ["x"])
    assert isinstance(read, Inequality)
    finding = solves_inequality(read, "x", made)
    told = {"wrong", "unknown"} if found == "unknown" else {found}  # never right, that is the point
    assert word(finding) in told, finding
