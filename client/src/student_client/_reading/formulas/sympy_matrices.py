"""Reads an expression with matrices that a model wrote: ``Matrix([[1, 2], [3, 4]])**2``."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Sequence
from typing import Any

import sympy  # type: ignore[import-untyped]

from .sympy_printed import printer_of
from .sympy_syntax import FUNCTIONS, REFERENCE, ExpressionError, builder_of, defined, syntax_tree
from .tree import Node, call, matrix, root

MAX_ENTRIES = 25
MAX_POWER, MAX_POWER_OF_NUMBERS = 6, 100
Pair = tuple[Any, Node | None]
"""A SymPy value, and its printed tree."""

_OPERATORS: dict[type[ast.AST], tuple[Callable[[Any, Any], Any], str]] = {
    ast.Add: (operator.add, "add"),
    ast.Mult: (operator.mul, "mul"),
    ast.Div: (operator.truediv, "div"),
    ast.Pow: (operator.pow, "pow"),
}


def parse_matrices(text: str, results: Sequence[Any], printed: Sequence[Node | None]) -> Pair:
    """Return the matrix, or the number, of an expression with matrices, and the printed tree.

    Raises:
        ExpressionError: it is none, or too large.
    """
    reader = _Reader(text, results, printed)
    try:
        made, shown = reader.read(syntax_tree(text.strip(), "[]"))
    except ExpressionError:
        raise
    except (TypeError, ValueError, ArithmeticError, AttributeError, RecursionError) as error:
        raise ExpressionError(f"{text[:60]!r} cannot be calculated: {type(error).__name__}") from None
    if not isinstance(made, sympy.MatrixBase) and (
        isinstance(made, sympy.MatrixExpr) or not isinstance(made, sympy.Expr)
    ):
        raise ExpressionError(f"{text[:60]!r} adds or multiplies matrices whose sizes do not fit")
    return made, shown


def node_of(made: Any, entry: Callable[[Any], Node]) -> Node:
    """Return a SymPy matrix as a printed tree."""
    return matrix(made.rows, tuple(entry(part) for part in made))


class _Reader:
    def __init__(self, text: str, results: Sequence[Any], printed: Sequence[Node | None]) -> None:
        self.build, self.show = builder_of(text, results), printer_of(text, printed)
        self.results, self.printed = results, printed

    def read(self, node: ast.expr) -> Pair:
        """Return the value and the tree of a part."""
        if not _has_matrix(node, self.results):
            return defined(self.build(node)), self.show(node)
        if isinstance(node, ast.Name):
            number = int(str(node.id)[1:])
            return self.results[number - 1], self.printed[number - 1]
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            value, shown = self.read(node.operand)
            return -value, None if shown is None else Node("neg", (shown,))
        if isinstance(node, ast.BinOp):
            return self._joined(node)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and not node.keywords:
            return self._matrix(node) if node.func.id == "Matrix" else self._called(node.func.id, node.args)
        raise ExpressionError(f"{type(node).__name__} is not allowed with matrices")

    def _joined(self, node: ast.BinOp) -> Pair:
        (left, shown), (right, also) = self.read(node.left), self.read(node.right)
        trees = None if shown is None or also is None else (shown, also)
        if isinstance(node.op, ast.Sub):
            return left - right, None if trees is None else Node("add", (trees[0], Node("neg", (trees[1],))))
        if type(node.op) not in _OPERATORS:
            raise ExpressionError("this operation is not supported for matrices")
        if isinstance(node.op, ast.Pow):
            most = MAX_POWER if left.free_symbols else MAX_POWER_OF_NUMBERS
            if not (right.is_Integer and abs(right) <= most):
                raise ExpressionError(f"the power of this matrix must be a whole number up to {most}", wrong=False)
        join, head = _OPERATORS[type(node.op)]
        return join(left, right), None if trees is None else Node(head, trees)

    def _matrix(self, node: ast.Call) -> Pair:
        rows = node.args[0] if len(node.args) == 1 else None
        if not isinstance(rows, ast.List):
            raise ExpressionError("a matrix must be written as Matrix([[1, 2], [3, 4]])")
        lines = [row.elts if isinstance(row, ast.List) else [row] for row in rows.elts]
        entries = [entry for line in lines for entry in line]
        if len({len(line) for line in lines}) != 1 or not 0 < len(entries) <= MAX_ENTRIES:
            raise ExpressionError(f"the rows of a matrix must have one length, with {MAX_ENTRIES} entries at most")
        made = [defined(self.build(entry)) for entry in entries]
        shown = [self.show(entry) for entry in entries]
        trees = tuple(part for part in shown if part is not None)
        tree = matrix(len(lines), trees) if len(trees) == len(entries) else None
        return sympy.ImmutableMatrix(len(lines), len(lines[0]), made), tree

    def _called(self, name: str, arguments: list[ast.expr]) -> Pair:
        pairs = [self.read(argument) for argument in arguments]
        numbers = all(isinstance(value, sympy.Expr) and not isinstance(value, sympy.MatrixBase) for value, _ in pairs)
        made_of = _FUNCTIONS | _OF_NUMBERS if numbers else _FUNCTIONS
        if name not in made_of or len(pairs) != made_of[name][1]:
            raise ExpressionError(f"{name[:40]!r} is not a function of matrices")
        trees = tuple(shown for _, shown in pairs if shown is not None)
        made = made_of[name][0](*(value for value, _ in pairs))
        if len(trees) < len(pairs):
            return made, None
        return made, root(*trees) if name == "sqrt" else call(name.lower(), *trees)


def _has_matrix(node: ast.expr, results: Sequence[Any]) -> bool:
    for part in ast.walk(node):
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id == "Matrix":
            return True
        found = REFERENCE.fullmatch(part.id) if isinstance(part, ast.Name) else None
        if found and int(found[1]) <= len(results) and isinstance(results[int(found[1]) - 1], sympy.MatrixBase):
            return True
    return False


def _dot(one: Any, other: Any) -> Any:
    return sum((a * b for a, b in zip(one, other, strict=True)), sympy.Integer(0))


_FUNCTIONS: dict[str, tuple[Callable[..., Any], int]] = {
    "transpose": (lambda made: made.T, 1),
    "dot": (_dot, 2),
    "cross": (lambda one, other: one.cross(other), 2),
    "norm": (lambda made: sympy.sqrt(_dot(made, made)), 1),
}
_OF_NUMBERS = {name: (FUNCTIONS[name][0], 1) for name in ("acos", "cos", "sqrt", "Abs", "abs")}
"""Functions of a number that is calculated from matrices."""
