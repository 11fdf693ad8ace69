"""SymPy's own names in a problem's expression are read as what they print."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.formulas.programmed import as_printed
from student_client._verifying.judge import read


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Eq(x**2, 4)", "x ** 2 = 4"),
        ("Eq(x + y, 3), Eq(x - y, 1)", "x + y = 3, x - y = 1"),
        ("Abs(x - 4) <= 2", "abs(x - 4) <= 2"),
        ("Eq(log(x), log(8, 2))", "ln(x) = log(8, 2)"),
        ("Eq(Derivative(y, x), 3*y)", "y' = 3 * y"),
    ],
)
def test_as_printed_drops_names_of_sympy(typed: str, printed: str) -> None:
    assert as_printed(typed) == printed


@pytest.mark.parametrize(
    "typed",
    [
        "Eq(x**2, 4",
        "diff(y, x)*diff(y, t)",
        "diff(x**2, x)",
        "diff(y, x, n)",
        "diff(y)",
        r"\frac{Eq(x, 1)}{2}",
        "x = 2",
    ],
)
def test_as_printed_leaves_another(typed: str) -> None:
    assert as_printed(typed) == typed


def test_as_printed_is_what_is_read() -> None:
    assert "x^2 = 4" in read(Problem("Solve for x", "Eq(x**2, 4)", ["x"])).text
    assert not read(Problem("Solve for x", "Eq(x, 2, 4)", ["x"])).understood
