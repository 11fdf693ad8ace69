"""Does a plan calculate the asked formula from the problem's matrices, for any numbers in them?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .._reading.formulas.sympy_matrices import node_of, parse_matrices
from .._reading.formulas.sympy_syntax import ExpressionError
from .._reading.formulas.tree import Node, matrix, neg, number
from .._reading.questions.clauses import REWRITING
from .convert import Unreadable, printed, tree
from .equivalence import equal
from .executor import Done
from .finding import Finding, right, unknown
from .linear import LINEAR
from .matrices import NoMatrix, compared, worked_out


def formula(done: Sequence[Done], count: int, *, determinants: bool = False) -> Node | None:
    """Return the formula of the last of so many steps, with those of earlier matrices substituted.

    Args:
        done: the plan's steps with their results.
        count: how many of them.
        determinants: whether the last step's determinant is part of the formula, and not its matrix alone.

    Returns:
        The expression; None if it is not known.
    """
    shown: list[Node | None] = []
    for made in done[:count]:
        if made.tool in {"matrix", "determinant", "eigenvalues", *LINEAR, *REWRITING}:
            results = [one.result for one in done[: len(shown)]]
            shown.append(_written(made, results, shown))
            if made.tool == "determinant" and (determinants or len(shown) < count):
                shown[-1] = _by_rows(shown[-1])
            elif made.tool not in {"matrix", *REWRITING} and len(shown) < count:
                shown[-1] = _number(made)
        else:
            shown.append(_number(made))
    return shown[-1]


def _by_rows(node: Node | None) -> Node | None:
    """Return the determinant of a matrix as a function of its rows."""
    if node is None or node.head != "matrix":
        return None
    width = len(node.args) // node.rows
    rows = (node.args[at : at + width] for at in range(0, len(node.args), width))
    return Node("det", tuple(matrix(width, row) for row in rows))


def _written(made: Done, results: Sequence[Any], shown: Sequence[Node | None]) -> Node | None:
    """Return a step's first argument with the formulas of earlier steps in it."""
    try:
        return parse_matrices(made.texts[0], results, shown)[1]
    except ExpressionError:
        return None


def _number(made: Done) -> Node | None:
    try:
        return node_of(made.result, tree) if hasattr(made.result, "tolist") else printed(made.result)
    except Unreadable:
        return None


def same_formula(asked: Node, made: Node | None, names: Sequence[str]) -> Finding:
    """Judge whether a plan's expression is also the asked one for other matrices.

    That finds a plan that writes the answer, or another matrix than the problem's.
    """
    own = [part for part in asked.walk() if part.head == "matrix"]
    if made is not None and _makes(made, asked, names):
        return right("the plan does what is asked")
    if made is not None and not _is_made_of(made, own, names):
        made = _folded(made, own, names)
    if made is None or not _is_made_of(made, own, names):
        return unknown("the plan uses other matrices than the problem's")
    try:
        truth, other = (worked_out(_changed(node, own, names)) for node in (asked, made))
        same = compared(truth, other, names)
    except NoMatrix as error:
        return unknown(str(error))
    return right("the plan does what is asked") if same.right else unknown("the plan does not do what is asked")


def _makes(made: Node, asked: Node, names: Sequence[str]) -> bool:
    """Return whether a plan's expression gives the one printed matrix, as A - 2I gives its entries."""
    try:
        return asked.head == "matrix" and compared(worked_out(asked), worked_out(made), names).right
    except NoMatrix:
        return False


def _folded(node: Node, own: Sequence[Node], names: Sequence[str]) -> Node:
    """Return a formula with sums of vectors as vectors, and with a determinant's columns as rows if those are given."""
    if node.head == "det":
        columns = tuple(matrix(len(node.args), column) for column in zip(*(row.args for row in node.args), strict=True))
        return Node("det", columns) if all(_place(one, own, names) is not None for one in columns) else node
    if node.head in {"add", "neg", "mul", "div"}:
        try:
            made = worked_out(node)
        except NoMatrix:
            made = node
        if isinstance(made, list):
            return _turned(matrix(len(made), tuple(entry for row in made for entry in row)), own, names)
    if node.head == "matrix":
        return _turned(node, own, names)
    if not node.args:
        return node
    return Node(node.head, tuple(_folded(part, own, names) for part in node.args), node.value)


def _turned(node: Node, own: Sequence[Node], names: Sequence[str]) -> Node:
    """Return the opposite of a problem's matrix as that, and any other matrix as it is."""
    other = matrix(node.rows, tuple(map(neg, node.args)))
    at = None if _place(node, own, names) is not None else _place(other, own, names)
    return node if at is None else neg(own[at])


def _is_made_of(made: Node, own: Sequence[Node], names: Sequence[str]) -> bool:
    return made.has("matrix") and all(
        _place(part, own, names) is not None for part in made.walk() if part.head == "matrix"
    )


def _place(part: Node, own: Sequence[Node], names: Sequence[str]) -> int | None:
    """Return the number of a matrix among the problem's."""
    return next((at for at, other in enumerate(own) if _is_same(part, other, names)), None)


def _is_same(one: Node, other: Node, names: Sequence[str]) -> bool:
    vectors = all(node.rows in {1, len(node.args)} for node in (one, other))
    if len(one.args) != len(other.args) or not (one.rows == other.rows or vectors):
        return False
    return all(equal(left, there, names).right for left, there in zip(one.args, other.args, strict=True))


def _changed(node: Node, own: Sequence[Node], names: Sequence[str]) -> Node:
    """Return an expression with other numbers in its matrices, the same for the same matrix."""
    if node.head == "matrix":
        at = _place(node, own, names) or 0
        entries = (number((at + 3) ** 2 + (5 * index + 7 * at + 2) ** 3 % 61) for index in range(len(node.args)))
        return matrix(node.rows, tuple(entries))
    return Node(node.head, tuple(_changed(part, own, names) for part in node.args), node.value) if node.args else node
