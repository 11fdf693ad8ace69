"""Judges reduced matrices, ranks, bases and eigenvectors, by our own elimination with exact numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import reduce
from typing import Any, TypeAlias

import sympy  # type: ignore[import-untyped]

from .._plan import Plan
from .._reading.formulas.tree import Node
from .._reading.readings import Reading
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
        word: the space of a basis: "null", "column" or "row"; "nullity" if the dimension of the null space is asked.
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
    form = "the reduced row echelon form"
    return right(f"the result is {form}") if same else wrong(f"the result is not {form}")


def _rank(table: Table, word: str, result: Any) -> Finding:
    expected = len(table[0]) - rank_of(table) if word == NULLITY else rank_of(table)
    name = "the dimension of the null space" if word == NULLITY else "the rank"
    if surd(tree(result)) != whole(expected):
        return wrong(f"{name} is {expected}")
    return right(f"it is {name}")


def _basis(table: Table, word: str, result: Any) -> Finding:
    rows = _turned(table) if word == "column" else table
    rank, vectors = rank_of(rows), [_entries(one) for one in result]
    if any(len(one) != len(rows[0]) for one in vectors):
        return wrong("a vector has too few or too many entries for the space")
    if word == "null":
        inside = not any(_dot(row, one) for row in rows for one in vectors)
    else:
        inside = rank_of([*rows, *vectors]) == rank
    if not inside:
        return wrong(f"a vector is not in the {word} space")
    size = len(rows[0]) - rank if word == "null" else rank
    if rank_of(vectors) != len(vectors) or len(vectors) != size:
        return wrong(f"a basis of the {word} space has {size} independent vectors")
    return right(f"it is a basis of the {word} space")


def _eigenvectors(table: Table, _: str, result: Any) -> Finding:
    """Judge pairs of an eigenvalue and its vectors.

    The dimensions of the null spaces of (A - value*I)^n add up to n if and only if no eigenvalue is missing.
    """
    size, filled, met = len(table), 0, list[Surd]()
    if size != len(table[0]):
        return unknown("only a square matrix has eigenvectors")
    for value, *vectors in (pair.args for pair in result):
        number = surd(tree(value))
        if number in met:
            return wrong(f"the eigenvalue {value} is given twice")
        met.append(number)
        moved = _moved(table, number)
        if size == rank_of(moved):
            return wrong(f"{value} is not an eigenvalue")
        found = _basis(moved, "null", vectors)
        if not found.right:
            return found.because(f"of the eigenvalue {value}: {found.reason}")
        filled += size - rank_of(reduce(_times, [moved] * size))
    if filled < size:
        return wrong("an eigenvalue is missing")
    return right("A*v = lambda*v for each, and no eigenvalue or vector is missing")


def _moved(table: Table, number: Surd) -> Table:
    """Return a matrix minus a number times the identity."""
    return [[entry - number if at == row else entry for at, entry in enumerate(line)] for row, line in enumerate(table)]


def _times(left: Table, other: Table) -> Table:
    return [[_dot(row, column) for column in _turned(other)] for row in left]


def _turned(table: Table) -> Table:
    return [list(column) for column in zip(*table, strict=True)]


def _dot(one: Sequence[Surd], other: Sequence[Surd]) -> Surd:
    return sum((a * b for a, b in zip(one, other, strict=True)), whole(0))


def _entries(vector: Any) -> list[Surd]:
    if not isinstance(vector, sympy.MatrixBase) or 1 not in vector.shape:
        raise NoSurd("a result is not a vector")
    return [surd(tree(entry)) for entry in vector]


def with_values(reading: Reading, plan: Plan) -> Reading:
    """Return a reading without a question for eigenvalues if a single result gives them with their eigenvectors."""
    tools = [question[-1].tool for question in reading.questions]
    if len(plan.answers) > 1 or sorted(tools) != ["eigenvalues", "eigenvectors"]:
        return reading
    return replace(reading, questions=tuple(one for one in reading.questions if one[-1].tool == "eigenvectors"))


NULLITY = "nullity"
"""The word for the dimension of the null space, which is asked as a rank."""
LINEAR: dict[str, Callable[[Table, str, Any], Finding]] = {
    "row_reduce": _reduced,
    "rank": _rank,
    "basis": _basis,
    "eigenvectors": _eigenvectors,
}
"""The check of each tool."""
KINDS = {"basis": "vectors", "eigenvectors": "eigenvectors"}
"""The kinds of results that are lists, in words."""
ENTRIES = ((sympy.Dict, "solutions of a system"), (sympy.MatrixBase, "vectors"), (sympy.Tuple, "eigenvectors"))
"""The types of a list's entries, each with the list's kind."""
