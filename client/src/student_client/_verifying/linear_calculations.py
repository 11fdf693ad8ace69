"""Computes reduced matrices and ranks with SymPy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._reading.formulas.sympy_syntax import ExpressionError
from .call import Call


def _matrix(call: Call) -> Any:
    if not isinstance(call.given, sympy.MatrixBase):
        raise ExpressionError("a matrix is required")
    return call.given


def _row_reduce(call: Call) -> Any:
    """Return the reduced row echelon form."""
    return sympy.ImmutableMatrix(_matrix(call).rref(simplify=True, pivots=False)).applyfunc(sympy.simplify)


def _rank(call: Call) -> Any:
    """Return the rank."""
    return sympy.Integer(_matrix(call).rank(simplify=True))


LINEAR: dict[str, Callable[[Call], Any]] = {
    "row_reduce": _row_reduce,
    "rank": _rank,
}
"""Tools from a matrix to a result about its rows, columns or eigenvectors."""
