"""Calculates matrices entry by entry, by our own rules, and compares them with a plan's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from .._reading.formulas.tree import ONE, TWO, ZERO, Equation, Node, add, div, mul, neg, number, power, root, symbol
from .balls import rational
from .convert import Unreadable, tree
from .equivalence import equal
from .finding import Finding, right, unknown, wrong
from .polynomial_roots import Asked
from .solutions import all_solutions

LARGEST = 5
"""Most rows of a matrix whose determinant is calculated."""
LARGEST_POWER, LARGEST_OF_NUMBERS = 6, 100
UNKNOWN = "eigenvalue"
"""The letter of the characteristic equation."""

Rows: TypeAlias = list[list[Node]]


class NoMatrix(Exception):
    """A question about matrices has no rule, or the sizes do not fit."""


def worked_out(node: Node) -> Rows | Node:
    """Return an expression's matrix, or its number.

    Raises:
        NoMatrix: it has neither.
    """
    if node.head == "matrix":
        width = len(node.args) // node.rows
        return [list(node.args[at : at + width]) for at in range(0, len(node.args), width)]
    if not node.has("matrix"):
        return node
    if node.head not in _OF_VECTORS and _is_number(node):
        parts = [worked_out(part) for part in node.args]
        return Node(node.head, tuple(part for part in parts if isinstance(part, Node)), node.value)
    rule = _RULES.get(node.head)
    if rule is None:
        raise NoMatrix(f"{node.head} of matrices cannot be calculated")
    return rule(node)  # type: ignore[no-any-return]


_OF_VECTORS = frozenset({"dot", "norm", "det"})
"""The operations on vectors whose result is a number."""


def _is_number(node: Node) -> bool:
    """Return whether an expression is calculated from numbers alone, such as the lengths of vectors."""
    if node.head in _OF_VECTORS or not node.has("matrix"):
        return True
    return node.head not in {"matrix", "transpose", "cross"} and all(map(_is_number, node.args))


def determinant(rows: Rows) -> Node:
    """Return the determinant, by its first row."""
    if len(rows) != len(rows[0]) or len(rows) > LARGEST:
        raise NoMatrix("only a square matrix of a few rows has a determinant here")
    if len(rows) == 1:
        return rows[0][0]
    terms = []
    for at, entry in enumerate(rows[0]):
        if entry != ZERO:
            term = mul(entry, determinant(_without(rows, 0, at)))
            terms.append(neg(term) if at % 2 else term)
    return add(*terms) if terms else ZERO


def _without(rows: Rows, row: int, column: int) -> Rows:
    return [[*line[:column], *line[column + 1 :]] for at, line in enumerate(rows) if at != row]


def judge(node: Node, tool: str, result: Any, names: Sequence[str]) -> Finding:
    """Judge the answer to a question about matrices.

    Args:
        node: the expression.
        tool: "matrix" for its value, "determinant", or "eigenvalues".
        result: SymPy's matrix, expression, or list of eigenvalues.
        names: the problem's variables.
    """
    try:
        made = worked_out(node)
        if tool == "eigenvalues":
            return _eigenvalues(made, result)
        truth = determinant(made) if tool == "determinant" and isinstance(made, list) else made
        claim = (
            [[tree(entry) for entry in row] for row in result.tolist()] if hasattr(result, "tolist") else tree(result)
        )
    except (NoMatrix, Unreadable) as error:
        return unknown(f"the matrices cannot be calculated: {error}")
    return compared(truth, claim, names)


def compared(truth: Rows | Node, claim: Rows | Node, names: Sequence[str]) -> Finding:
    """Compare two matrices entry by entry, or two numbers."""
    if isinstance(truth, Node) or isinstance(claim, Node):
        if not (isinstance(truth, Node) and isinstance(claim, Node)):
            return wrong("the problem asks for a matrix and the result is a number, or the reverse")
        found = equal(truth, claim, names)
        return found.because(f"the result {'is' if found.right else 'is not'} that of the entries: it {found.reason}")
    if (len(truth), len(truth[0])) != (len(claim), len(claim[0])):
        return wrong("the result has another size")
    for row, others in zip(truth, claim, strict=True):
        for entry, other in zip(row, others, strict=True):
            found = equal(entry, other, names)
            if not found.right:
                return found.because(f"an entry of the result is wrong: it {found.reason}")
    return right("each entry of the result is right")


def _eigenvalues(made: Rows | Node, result: Any) -> Finding:
    if isinstance(made, Node) or not isinstance(result, list):
        return unknown("only a matrix has eigenvalues")
    size = range(len(made))
    shifted = [[add(made[i][j], neg(symbol(UNKNOWN))) if i == j else made[i][j] for j in size] for i in size]
    if any(entry.names() - {UNKNOWN} for row in shifted for entry in row):
        return unknown("the eigenvalues of a matrix with letters are not judged")
    return all_solutions(Asked(Equation(determinant(shifted), ZERO), UNKNOWN), result)


def _sum(node: Node) -> Rows:
    parts = [worked_out(part) for part in node.args]
    matrices = [part for part in parts if isinstance(part, list)]
    if len(matrices) < len(parts) or len({(len(rows), len(rows[0])) for rows in matrices}) != 1:
        raise NoMatrix("matrices of different sizes are not added")
    return [[add(*entries) for entries in zip(*rows, strict=True)] for rows in zip(*matrices, strict=True)]


def _product(node: Node) -> Rows:
    scalars, made = list[Node](), None
    for part in map(worked_out, node.args):
        if isinstance(part, Node):
            scalars.append(part)
        else:
            made = part if made is None else _times(made, part)
    if made is None:
        raise NoMatrix("no matrix")
    return [[mul(*scalars, entry) for entry in row] for row in made] if scalars else made


def _times(left: Rows, right_side: Rows) -> Rows:
    if len(left[0]) != len(right_side):
        raise NoMatrix("the sizes of a product do not fit")
    columns = list(zip(*right_side, strict=True))
    return [[add(*(mul(a, b) for a, b in zip(row, column, strict=True))) for column in columns] for row in left]


def _power(node: Node) -> Rows:
    base, exponent = worked_out(node.args[0]), rational(node.args[1])
    if (
        isinstance(base, Node)
        or exponent is None
        or exponent.denominator != 1
        or not 0 < abs(exponent) <= LARGEST_OF_NUMBERS
    ):
        raise NoMatrix("only small whole powers of a matrix are calculated")
    base = _numbers(_inverse(base) if exponent < 0 else base)
    if abs(exponent) > LARGEST_POWER and any(entry.head != "number" for row in base for entry in row):
        raise NoMatrix("only small whole powers of a matrix with letters are calculated")
    made = base
    for _ in range(abs(int(exponent)) - 1):
        made = _numbers(_times(made, base))
    return made


def _numbers(rows: Rows) -> Rows:
    """Return the rows with each entry as one number if all are rational, so that powers do not grow."""
    values = [[rational(entry) for entry in row] for row in rows]
    if any(value is None for row in values for value in row):
        return rows
    return [[number(value) for value in row if value is not None] for row in values]


def _inverse(rows: Rows) -> Rows:
    """Return the transposed matrix of cofactors over the determinant."""
    whole, size = determinant(rows), range(len(rows))
    if len(rows) == 1:
        return [[div(ONE, whole)]]
    minors = [[determinant(_without(rows, column, row)) for column in size] for row in size]
    return [[div(neg(minors[i][j]) if (i + j) % 2 else minors[i][j], whole) for j in size] for i in size]


def _flat(node: Node) -> list[Node]:
    rows = worked_out(node)
    if isinstance(rows, Node) or (len(rows) > 1 and len(rows[0]) > 1):
        raise NoMatrix("a vector is required")
    return [entry for row in rows for entry in row]


def _dot(node: Node) -> Node:
    left, right_side = map(_flat, node.args)
    if len(left) != len(right_side):
        raise NoMatrix("vectors of different lengths have no product")
    return add(*(mul(a, b) for a, b in zip(left, right_side, strict=True)))


def _cross(node: Node) -> Rows:
    left, right_side = map(_flat, node.args)
    if {len(left), len(right_side)} == {2}:  # of a plane: the only entry that is not zero
        return [[determinant([left, right_side])]]
    if {len(left), len(right_side)} != {3}:
        raise NoMatrix("a cross product needs vectors with three entries")
    (a, b, c), (x, y, z) = left, right_side
    made = ((b, z, c, y), (c, x, a, z), (a, y, b, x))
    return [[add(mul(one, two), neg(mul(three, four)))] for one, two, three, four in made]


def _scaled(node: Node) -> Rows:
    above, below = (worked_out(part) for part in node.args)
    if isinstance(above, Node) or isinstance(below, list):
        raise NoMatrix("division by a matrix is not defined")
    return [[div(entry, below) for entry in row] for row in above]


def _negative(node: Node) -> Rows:
    rows = worked_out(node.args[0])
    return [[neg(entry) for entry in row] for row in rows] if isinstance(rows, list) else [[rows]]


def _turned(node: Node) -> Rows:
    rows = worked_out(node.args[0])
    if isinstance(rows, Node):
        raise NoMatrix("only a matrix is transposed")
    return [list(column) for column in zip(*rows, strict=True)]


_RULES: dict[str, Any] = {
    "add": _sum,
    "mul": _product,
    "neg": _negative,
    "div": _scaled,
    "pow": _power,
    "transpose": _turned,
    "dot": _dot,
    "cross": _cross,
    "det": lambda node: determinant([_flat(row) for row in node.args]),
    "norm": lambda node: root(add(*(power(entry, TWO) for entry in _flat(node.args[0])))),
}
