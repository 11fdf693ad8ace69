"""Reads an expression in SymPy's syntax as a printed tree, in which nothing is cancelled."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from fractions import Fraction

from .sympy_syntax import LAMBDA, REFERENCE, number, syntax_tree
from .tree import FUNCTIONS, Equation, Node
from .tree import number as exact


def parse_printed(text: str, results: Sequence[Node | None] = ()) -> Node | Equation | None:
    """Return a model's text as a printed tree, in which nothing is cancelled.

    Args:
        text: an expression that :func:`parse_expression` has built.
        results: the results of the earlier steps as trees; None for one without a tree.

    Returns:
        The tree, or None if a part of it has no tree, such as an earlier list of solutions.
    """
    text = text.strip()
    tree = syntax_tree(text)
    printer = _Printer(re.sub(r"\blambda\b", LAMBDA, text), results)
    try:
        if isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name) and tree.func.id == "Eq":
            left, right = (printer.print(side) for side in tree.args)
            return Equation(left, right)
        return printer.print(tree)
    except _NoTree:
        return None


def printer_of(text: str, results: Sequence[Node | None]) -> Callable[[ast.expr], Node | None]:
    """Return a function that prints the parts of a text's syntax tree; it returns None for a part without a tree."""
    printer = _Printer(re.sub(r"\blambda\b", LAMBDA, text.strip()), results)

    def show(part: ast.expr) -> Node | None:
        try:
            return printer.print(part)
        except _NoTree:
            return None

    return show


class _NoTree(Exception):
    """A part of an expression has no printed tree."""


class _Printer:
    """Prints one expression from its syntax tree, node by node."""

    def __init__(self, text: str, results: Sequence[Node | None]) -> None:
        self.text = text
        self.results = results

    def print(self, node: ast.AST) -> Node:
        if isinstance(node, ast.Constant):
            made = number(self.text[node.col_offset : node.end_col_offset])
            return exact(Fraction(int(made.p), int(made.q)))
        if isinstance(node, ast.Name):
            return self._name(node.id)
        if isinstance(node, ast.UnaryOp):
            operand = self.print(node.operand)
            return Node("neg", (operand,)) if isinstance(node.op, ast.USub) else operand
        if isinstance(node, ast.BinOp):
            left, right = self.print(node.left), self.print(node.right)
            if isinstance(node.op, ast.Sub):
                return Node("add", (left, Node("neg", (right,))))
            return Node(_PRINTED_OPERATORS[type(node.op)], (left, right))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            return _printed_call(node.func.id, tuple(self.print(argument) for argument in node.args))
        raise _NoTree

    def _name(self, name: str) -> Node:
        if match := REFERENCE.fullmatch(name):
            made = self.results[int(match[1]) - 1]
            if made is None:
                raise _NoTree
            return made
        if name in _PRINTED_CONSTANTS:
            return Node("constant", value=_PRINTED_CONSTANTS[name])
        return Node("symbol", value="lambda" if name == LAMBDA else name)


def _printed_call(name: str, arguments: tuple[Node, ...]) -> Node:
    if name in {"sqrt", "cbrt"}:
        return Node("root", (*arguments, exact(2 if name == "sqrt" else 3)))
    if name == "Rational":
        return arguments[0] if len(arguments) == 1 else Node("div", arguments)
    known = {"Abs": "abs", "ln": "log"}.get(name, name)
    if known not in FUNCTIONS | {"root"}:
        raise _NoTree
    return Node(known, arguments)


_PRINTED_OPERATORS = {ast.Add: "add", ast.Mult: "mul", ast.Div: "div", ast.Pow: "pow"}
_PRINTED_CONSTANTS = {"pi": "pi", "E": "e", "I": "i", "oo": "infinity"}
