"""Reads what a model classifies: an expression, an equation, an inequality, a matrix, or several vectors."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from typing import Any

import sympy  # type: ignore[import-untyped]

from .sympy_matrices import parse_matrices
from .sympy_printed import parse_printed
from .sympy_statements import parse_equations, parse_inequality
from .sympy_syntax import REFERENCE, ExpressionError, parse_expression, syntax_tree
from .tree import Node, Printed, matrix

_EQUATION = re.compile(r"\bEq\(")
_RELATION = re.compile(r"[<>]|\b[LG][te]\(")


def parse_classified(text: str, results: Sequence[Any], printed: Sequence[Node | None]) -> tuple[Any, Printed | None]:
    """Return SymPy's object, and the printed tree; of several vectors the matrix that has them as its columns.

    Raises:
        ExpressionError: it is none of these.
    """
    if _RELATION.search(text):
        return parse_inequality(text, results, printed)
    if len(_EQUATION.findall(text)) > 1:
        return parse_equations(text, results, printed)
    named = [int(number) for number in REFERENCE.findall(text) if int(number) <= len(results)]
    if "Matrix" in text or any(isinstance(results[number - 1], sympy.MatrixBase) for number in named):
        return _columns(text.strip(), results, printed)
    return parse_expression(text, results), parse_printed(text, printed)


def _columns(text: str, results: Sequence[Any], printed: Sequence[Node | None]) -> tuple[Any, Node | None]:
    tree = syntax_tree(text, "[]")
    if not isinstance(tree, ast.Tuple | ast.List):
        return parse_matrices(text, results, printed)
    parts = [ast.get_source_segment(text, part) or "" for part in tree.elts]
    made, shown = zip(*(parse_matrices(part, results, printed) for part in parts), strict=True)
    if not all(isinstance(one, sympy.MatrixBase) and 1 in one.shape for one in made) or len({*map(len, made)}) != 1:
        raise ExpressionError("vectors of one length are required")
    joined = sympy.ImmutableMatrix(len(made[0]), len(made), lambda row, column: made[column][row])
    nodes = [part for part in shown if isinstance(part, Node) and part.head == "matrix"]
    if len(nodes) < len(shown):
        return joined, None
    return joined, matrix(len(made[0]), tuple(part.args[row] for row in range(len(made[0])) for part in nodes))
