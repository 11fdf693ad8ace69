"""Judges reduced matrices, ranks, bases and eigenvectors, by our own elimination with exact numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import sympy  # type: ignore[import-untyped]

from .._reading.formulas.tree import Node
from .convert import Unreadable, tree
from .finding import Finding, right, unknown, wrong
from .matrices import NoMatrix, worked_out
from .surds import NoSurd, Surd, surd, whole

Table: TypeAlias = list[list[Surd]]
"""A matrix of exact numbers, row by row."""


def judge_linear(node: Node, tool: str, word: str | None, result: Any) -> Finding:
    """Judge the answer to a question about the rows, columns or eigenvectors of a matrix.

    Args:
        node: the expression.
        tool: a key of :data:`LINEAR`.
        word: the space of a basis; "nullity" if the dimension of the null space is asked.
        result: SymPy's matrix, number or list.

    Returns:
        Right or wrong, which are proofs; or unknown for letters, and for numbers other than square roots.
    """
    try:
        made = worked_out(node)
        if isinstance(made, Node):
            return unknown("the question is only understood for a matrix")
        return LINEAR[tool]([[surd(entry) for entry in row] for row in made], word or "", result)
    except (NoMatrix, NoSurd, Unreadable) as error:
        return unknown(f"the matrix cannot be calculated with: {error}")


def reduced(table: Table) -> tuple[Table, int]:
    """Return the reduced row echelon form and the rank, by Gauss-Jordan elimination."""
    rows, rank = [list(row) for row in table], 0
    for column in range(len(rows[0])):
        at = next((index for index in range(rank, len(rows)) if rows[index][column]), None)
        if at is None:
            continue
        rows[rank], rows[at] = rows[at], rows[rank]
        pivot = rows[rank][column]
        rows[rank] = [entry / pivot for entry in rows[rank]]
        for index, row in enumerate(rows):
            factor = row[column]
            if index != rank and factor:
                rows[index] = [entry - factor * other for entry, other in zip(row, rows[rank], strict=True)]
        rank += 1
        if rank == len(rows):
            break
    return rows, rank


def rank_of(table: Table) -> int:
    """Return the rank."""
    return reduced(table)[1] if table else 0


def _table(made: Any) -> Table:
    """Return SymPy's matrix as exact numbers."""
    return [[surd(tree(entry)) for entry in row] for row in made.tolist()]


def _reduced(table: Table, _: str, result: Any) -> Finding:
    if not isinstance(result, sympy.MatrixBase):
        return wrong("the result is not a matrix")
    same = reduced(table)[0] == _table(result)
    return right("it is the reduced row echelon form") if same else wrong("it is not the reduced row echelon form")


def _rank(table: Table, word: str, result: Any) -> Finding:
    expected = len(table[0]) - rank_of(table) if word == NULLITY else rank_of(table)
    name = "the dimension of the null space" if word == NULLITY else "the rank"
    if surd(tree(result)) != whole(expected):
        return wrong(f"{name} is {expected}")
    return right(f"it is {name}")


NULLITY = "nullity"

LINEAR: dict[str, Callable[[Table, str, Any], Finding]] = {
    "row_reduce": _reduced,
    "rank": _rank,
}
"""The check of each tool."""
