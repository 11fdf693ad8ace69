"""Does a plan calculate the asked formula from the problem's matrices, for any numbers in them?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .._reading.formulas.sympy_matrices import node_of, parse_matrices
from .._reading.formulas.sympy_syntax import ExpressionError
from .._reading.formulas.tree import Node, matrix, number
from .._reading.questions.clauses import REWRITING
from .convert import Unreadable, printed, tree
from .equivalence import equal
from .executor import Done
from .finding import Finding, right, unknown
from .linear import LINEAR
from .matrices import NoMatrix, compared, worked_out


def formula(done: Sequence[Done], count: int) -> Node | None:
    """Return the formula of the last of so many steps, with those of earlier matrices substituted.

    Returns:
        The expression; None if it is not known.
    """
    shown: list[Node | None] = []
    for made in done[:count]:
        if made.tool in {"matrix", "determinant", "eigenvalues", *LINEAR, *REWRITING}:
            results = [one.result for one in done[: len(shown)]]
            shown.append(_written(made, results, shown))
            if made.tool not in {"matrix", *REWRITING} and len(shown) < count:
                shown[-1] = _number(made)
        else:
            shown.append(_number(made))
    return shown[-1]


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
