"""Converts a printed tree directly to SymPy, and compares two SymPy expressions by their values."""

from __future__ import annotations

import operator
from collections.abc import Callable
from functools import reduce
from typing import Any

import sympy
from student_client._reading.formulas.tree import Equation, Node

CONSTANTS = {"pi": sympy.pi, "e": sympy.E, "i": sympy.I, "infinity": sympy.oo}
HEADS: dict[str, Callable[..., Any]] = {
    "add": lambda *parts: reduce(operator.add, parts),
    "mul": lambda *parts: reduce(operator.mul, parts),
    "neg": operator.neg,
    "div": operator.truediv,
    "pow": operator.pow,
    "root": lambda radicand, degree: radicand ** (1 / degree),
    "abs": sympy.Abs,
}


def to_sympy(node: Node) -> sympy.Expr:
    if node.head == "number":
        return sympy.Rational(str(node.value))
    if node.head == "symbol":
        return sympy.Symbol(str(node.value))
    if node.head == "constant":
        return CONSTANTS[str(node.value)]
    make = HEADS.get(node.head) or getattr(sympy, node.head)
    return make(*map(to_sympy, node.args))


def expression(read: Node | Equation) -> Node:
    """Return the reading, which must not be an equation."""
    assert isinstance(read, Node), read
    return read


def same_values(left: sympy.Expr, right: sympy.Expr) -> bool:
    """Return whether two expressions have the same values at a few points."""
    names = sorted(left.free_symbols | right.free_symbols, key=str)
    for start in (0.3, 1.1, 2.3):
        point = {name: sympy.Float(start + index / 7, 30) for index, name in enumerate(names)}
        values = [sympy.N(side.subs(point), 25) for side in (left, right)]
        if all(value.is_finite for value in values) and abs(values[0] - values[1]) > 1e-9 * (1 + abs(values[0])):
            return False
    return True
