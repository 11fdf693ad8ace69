"""Short ways to write trees and findings in tests of the verifier's kernel."""

from __future__ import annotations

from typing import Any

import sympy
from student_client._reading.formulas.notation import interval, parse_point
from student_client._reading.formulas.parser import parse_latex
from student_client._reading.formulas.sympy_syntax import parse_expression
from student_client._reading.formulas.tree import Equation, Node
from student_client._reading.statement import Choices
from student_client._verifying.finding import Finding
from student_client._verifying.limits import infinite
from student_client._verifying.real_solutions import Interval

LETTERS = ("x", "a", "b", "c", "n", "y", "t")


def read(text: str, *, complex_numbers: bool = False) -> Node:
    """Read an expression in LaTeX, of any of the letters."""
    made = parse_latex(text, LETTERS, Choices({"i": "unit"} if complex_numbers else {}))
    assert isinstance(made, Node), text
    return made


def equation(text: str) -> Equation:
    """Read an equation in LaTeX."""
    made = parse_latex(text, LETTERS)
    assert isinstance(made, Equation), text
    return made


def point(text: str) -> Node:
    """Read a place, which may be infinite."""
    return parse_point(text, LETTERS)


def within(text: str) -> Interval | None:
    """Read an interval such as ``[0, 2*pi)``; None for an empty text."""
    if not text:
        return None
    low, high, closed = interval(text)
    return Interval(None if infinite(low) else low, None if infinite(high) else high, closed, text)


def built(texts: str) -> list[Any]:
    """Build results as a plan writes them, such as ``"1; sqrt(2)"``; none for an empty text."""
    return [parse_expression(text) for text in texts.split(";")] if texts else []


def word(finding: Finding) -> str:
    """Return a finding's truth as a table writes it: right, wrong, or unknown."""
    return finding.truth.name.lower()


X = sympy.Symbol("x")
