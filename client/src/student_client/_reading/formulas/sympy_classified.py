"""Reads what a model classifies: an expression, an equation, an inequality, a matrix, or several vectors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from .sympy_printed import parse_printed
from .sympy_statements import parse_inequality
from .sympy_syntax import parse_expression
from .tree import Node, Printed

_RELATION = re.compile(r"[<>]|\b[LG][te]\(")


def parse_classified(text: str, results: Sequence[Any], printed: Sequence[Node | None]) -> tuple[Any, Printed | None]:
    """Return SymPy's object, and the printed tree.

    Raises:
        ExpressionError: it is none of these.
    """
    if _RELATION.search(text):
        return parse_inequality(text, results, printed)
    return parse_expression(text, results), parse_printed(text, printed)
