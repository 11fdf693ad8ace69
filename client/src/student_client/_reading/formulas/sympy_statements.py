"""Reads a model's text for tools whose argument is not an expression: inequalities, several equations."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from typing import Any

import sympy  # type: ignore[import-untyped]

from .sympy_printed import printer_of
from .sympy_syntax import ExpressionError, builder_of, defined, syntax_tree
from .tree import Equation, Inequality, Node, System

MAX_EQUATIONS = 6
"""Most equations of a system."""

_SIGNS: dict[type[ast.AST], str] = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
_CALLED = {"Lt": "<", "Le": "<=", "Gt": ">", "Ge": ">="}
RELATIONS: dict[str, Callable[..., Any]] = {"<": sympy.Lt, "<=": sympy.Le, ">": sympy.Gt, ">=": sympy.Ge}

Statement = tuple[Any, Any]
"""SymPy's object, and the printed tree (None if it has none)."""


def parse_inequality(text: str, results: Sequence[Any], printed: Sequence[Node | None]) -> Statement:
    """Read ``x**2 < 4``, ``1 < 2*x <= 4`` or ``Lt(x**2, 4)``: a list of SymPy's inequalities, and the tree.

    Raises:
        ExpressionError: it is none.
    """
    tree = syntax_tree(text.strip(), "<>=")
    sides, signs = _sides(tree)
    build, show = builder_of(text, results), printer_of(text, printed)
    made = [defined(build(side)) for side in sides]
    links = [RELATIONS[sign](made[at], made[at + 1], evaluate=False) for at, sign in enumerate(signs)]
    shown = [show(side) for side in sides]
    nodes = tuple(side for side in shown if side is not None)
    return links, Inequality(nodes, tuple(signs)) if len(nodes) == len(sides) else None


def _sides(tree: ast.expr) -> tuple[list[ast.expr], list[str]]:
    if isinstance(tree, ast.Compare):
        signs = [_SIGNS.get(type(sign), "") for sign in tree.ops]
        if all(signs) and len({sign[0] for sign in signs}) == 1 and len(signs) < 3:
            return [tree.left, *tree.comparators], signs
    if isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name) and not tree.keywords:
        sign = _CALLED.get(tree.func.id)
        if sign and len(tree.args) == 2:
            return tree.args, [sign]
    raise ExpressionError("an inequality such as x**2 < 4 is required")


def parse_equations(text: str, results: Sequence[Any], printed: Sequence[Node | None]) -> Statement:
    """Read ``Eq(x + y, 3), Eq(x - y, 1)``: a list of SymPy's equations, and the tree.

    Raises:
        ExpressionError: these are not equations.
    """
    tree = syntax_tree(re.sub(r"^\s*\[(.*)\]\s*$", r"\1", text), "")
    parts = tree.elts if isinstance(tree, ast.Tuple) else [tree]
    if not 1 < len(parts) <= MAX_EQUATIONS:
        raise ExpressionError(f"2 to {MAX_EQUATIONS} equations such as Eq(x + y, 3), Eq(x - y, 1) are needed")
    cut = re.sub(r"^\s*\[(.*)\]\s*$", r"\1", text)
    build, show = builder_of(cut, results), printer_of(cut, printed)
    made, shown = [], []
    for part in parts:
        sides = _of_equation(part)
        made.append(sympy.Eq(*(defined(build(side)) for side in sides), evaluate=False))
        shown.append([show(side) for side in sides])
    nodes = [Equation(left, right) for left, right in shown if left is not None and right is not None]
    return made, System(tuple(nodes)) if len(nodes) == len(parts) else None


def parse_differential(text: str, results: Sequence[Any], printed: Sequence[Node | None]) -> Statement:
    """Read ``Eq(diff(y, x), 2*y), Eq(y(0), 1)``: the equation with derivatives as symbols such as ``y'``.

    SymPy's object is a tuple: the equation's two sides, and the order, place and value of each condition.

    Raises:
        ExpressionError: this is none.
    """
    tree = syntax_tree(text, "")
    parts = tree.elts if isinstance(tree, ast.Tuple) else [tree]
    if not 1 <= len(parts) <= MAX_EQUATIONS:
        raise ExpressionError("a differential equation such as Eq(diff(y, x), 2*y) is needed")
    build, show = builder_of(text, results), printer_of(text, printed)
    primes = {f"{_DERIVATIVE}{order}": order for order in range(1, 4)}
    sides = [_Derivatives().visit(side) for side in _of_equation(parts[0])]
    made = [defined(build(side)) for side in sides]
    shown = [show(side) for side in sides]
    conditions = [_value_at(part) for part in parts[1:]]
    known = [(order, defined(build(at)), defined(build(value))) for order, at, value in conditions]
    nodes = [side for side in shown if side is not None]
    equation = Equation(*nodes) if len(nodes) == 2 else None
    return (made, known, primes), equation


_DERIVATIVE = "derivative_"


class _Derivatives(ast.NodeTransformer):
    """Replaces diff(y, x) by names such as derivative_1, all of one function in one variable."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        if not (isinstance(node.func, ast.Name) and node.func.id == "diff"):
            return self.generic_visit(node)
        order = _order(node)
        return ast.copy_location(ast.Name(id=f"{_DERIVATIVE}{order}"), node)


def _order(node: ast.Call) -> int:
    names = [part.id for part in node.args[:2] if isinstance(part, ast.Name)]
    last = node.args[2] if len(node.args) == 3 else ast.Constant(1)
    order = last.value if isinstance(last, ast.Constant) else None
    if len(names) != 2 or node.keywords or len(node.args) > 3 or order not in (1, 2, 3):
        raise ExpressionError("a derivative must be written as diff(y, x) or diff(y, x, 2)")
    return int(str(order))


def _value_at(part: ast.expr) -> tuple[int, ast.expr, ast.expr]:
    """Read ``Eq(y(0), 1)`` and ``Eq(diff(y, x)(0), 2)``."""
    left, value = _of_equation(part)
    if isinstance(left, ast.Call) and len(left.args) == 1 and not left.keywords:
        if isinstance(left.func, ast.Name):
            return 0, left.args[0], value
        if isinstance(left.func, ast.Call) and isinstance(left.func.func, ast.Name) and left.func.func.id == "diff":
            return _order(left.func), left.args[0], value
    raise ExpressionError("a value must be written as Eq(y(0), 1) or Eq(diff(y, x)(0), 1)")


def _of_equation(part: ast.expr) -> list[ast.expr]:
    called = isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id == "Eq"
    if isinstance(part, ast.Call) and called and len(part.args) == 2 and not part.keywords:
        return part.args
    raise ExpressionError("equations such as Eq(x + y, 3), Eq(x - y, 1) are needed")
