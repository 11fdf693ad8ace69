"""Computes reduced matrices, ranks, bases and eigenvectors with SymPy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._reading.formulas.sympy_syntax import ExpressionError
from .call import Call, RunError


def _matrix(call: Call) -> Any:
    if not isinstance(call.given, sympy.MatrixBase):
        raise ExpressionError("a matrix is required")
    return call.given


def _row_reduce(call: Call) -> Any:
    """Return the reduced row echelon form."""
    return _simplified(_matrix(call).rref(simplify=True, pivots=False))


def _rank(call: Call) -> Any:
    """Return the rank."""
    return sympy.Integer(_matrix(call).rank(simplify=True))


def _basis(call: Call) -> list[Any]:
    """Return a basis of the null space, the column space or the row space."""
    made = _matrix(call)
    spaces = {"null space": made.nullspace, "column space": made.columnspace, "row space": made.rowspace}
    return [_simplified(vector) for vector in spaces[call.words["space"]](simplify=True)]


def _eigenvectors(call: Call) -> list[Any]:
    """Return each different eigenvalue with a basis of its eigenvectors."""
    made = _matrix(call)
    if made.rows != made.cols:
        raise ExpressionError("only a square matrix has eigenvectors")
    polynomial = made.charpoly()
    _, factors = sympy.factor_list(polynomial.as_expr(), polynomial.gen)
    if any(sympy.degree(factor, polynomial.gen) > 2 for factor, _ in factors):
        raise RunError("an eigenvalue is not made of square roots", wrong=False)
    found = made.eigenvects(simplify=True)
    return [sympy.Tuple(sympy.simplify(value), *map(_simplified, vectors)) for value, _, vectors in found]


def _simplified(vector: Any) -> Any:
    return sympy.ImmutableMatrix(vector).applyfunc(sympy.simplify)


LINEAR: dict[str, Callable[[Call], Any]] = {
    "row_reduce": _row_reduce,
    "rank": _rank,
    "basis": _basis,
    "eigenvectors": _eigenvectors,
}
"""Tools from a matrix to a result about its rows, columns or eigenvectors."""
