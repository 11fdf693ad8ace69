"""Converts between SymPy's objects and printed trees."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._reading.formulas.tree import Node, add, call, constant, mul, neg, number, power
from .balls import rational

_NAMES = {
    **{name: name for name in ("sin", "cos", "tan", "sec", "csc", "cot", "sinh", "cosh", "tanh", "sech", "csch")},
    **{name: name for name in ("coth", "asin", "acos", "atan", "asec", "acsc", "acot", "asinh", "acosh", "atanh")},
    **{
        "log": "log",
        "Abs": "abs",
        "sign": "sign",
        "floor": "floor",
        "factorial": "factorial",
        "binomial": "binomial",
        "gamma": "gamma",
    },
    **{"erf": "erf", "erfc": "erfc", "erfi": "erfi", "Si": "si", "Ci": "ci", "Ei": "ei", "li": "li"},
    **{"Shi": "shi", "Chi": "chi", "fresnels": "fresnel_s", "fresnelc": "fresnel_c"},
}
"""SymPy's functions that a person can read, with their names in the tree."""
_CONSTANTS = {sympy.pi: "pi", sympy.E: "e", sympy.I: "i", sympy.oo: "infinity"}
_RELATIONS: dict[Any, tuple[str, bool]] = {
    sympy.StrictLessThan: ("lt", False),
    sympy.LessThan: ("le", False),
    sympy.StrictGreaterThan: ("lt", True),
    sympy.GreaterThan: ("le", True),
    sympy.Equality: ("eq", False),
    sympy.Unequality: ("ne", False),
}
_JOINTS = {sympy.And: "and", sympy.Or: "or", sympy.Not: "not"}


class Unreadable(Exception):
    """A result has a part that no person can read: an unevaluated integral, re(x), a sum over roots."""


def tree(expression: Any) -> Node:
    """Return a SymPy expression as a printed tree.

    Raises:
        Unreadable: a part of it is not in the table of functions.
    """
    if expression in _CONSTANTS:
        return constant(_CONSTANTS[expression])
    if expression.is_Rational or expression.is_Float:
        return number(Fraction(str(expression)))
    if expression.is_Symbol:
        return Node("symbol", value=expression.name)
    if expression == -sympy.oo:
        return neg(constant("infinity"))
    for kind, rule in _RULES.items():
        if isinstance(expression, kind):
            return rule(expression)
    name = _NAMES.get(type(expression).__name__)
    if name is None or not isinstance(expression, sympy.Function):
        raise Unreadable(type(expression).__name__)
    return call(name, *(tree(part) for part in expression.args))


def printed(expression: Any) -> Node | None:
    """Return a result as a printed tree; None for a list, or if a part is unreadable."""
    try:
        return None if isinstance(expression, list) else tree(expression)
    except Unreadable:
        return None


def _sum(expression: Any) -> Node:
    return add(*(tree(part) for part in expression.args))


def _product(expression: Any) -> Node:
    if expression.could_extract_minus_sign() and expression.args[0].is_Rational and expression.args[0] < 0:
        return neg(tree(-expression))
    return mul(*(tree(part) for part in expression.args))


def _power(expression: Any) -> Node:
    base, exponent = expression.args
    return power(tree(base), tree(exponent))


def _piecewise(expression: Any) -> Node:
    parts: list[Node] = []
    for branch, condition in expression.args:
        parts += [tree(branch), _condition(condition)]
    return Node("piecewise", tuple(parts))


def _condition(condition: Any) -> Node:
    if condition in {sympy.true, sympy.false}:
        return Node("true" if condition == sympy.true else "false")
    for kind, head in _JOINTS.items():
        if isinstance(condition, kind):
            return Node(head, tuple(_condition(part) for part in condition.args))
    head, turned = _RELATIONS.get(type(condition), ("", False))
    if not head:
        raise Unreadable("a condition")
    sides = [tree(part) for part in condition.args]
    return Node(head, tuple(reversed(sides)) if turned else tuple(sides))


_RULES: dict[Any, Callable[[Any], Node]] = {
    sympy.Add: _sum,
    sympy.Mul: _product,
    sympy.exp: lambda expression: power(constant("e"), tree(expression.args[0])),
    sympy.Pow: _power,
    sympy.Piecewise: _piecewise,
}


def _common(function: Callable[..., int]) -> Callable[..., Any]:
    def of_integers(*parts: Any) -> Any:
        if not all(part.is_Integer for part in parts):
            raise Unreadable("a common divisor or multiple of letters")
        return sympy.Integer(function(*map(int, parts)))

    return of_integers


_BUILT: dict[str, Callable[..., Any]] = {
    "add": sympy.Add,
    "neg": lambda part: -part,
    "mul": sympy.Mul,
    "div": lambda above, below: above / below,
    "pow": sympy.Pow,
    "exp": sympy.exp,
    "gcd": _common(math.gcd),
    "lcm": _common(math.lcm),
    "log": lambda argument, base=None: sympy.log(argument) if base is None else sympy.log(argument) / sympy.log(base),
    **{name: getattr(sympy, sympys) for sympys, name in _NAMES.items() if sympys not in {"log"}},
}


def expression(node: Node, *, real: bool = True) -> Any:
    """Return a printed tree as a SymPy expression, which SymPy may simplify.

    Args:
        node: the tree, without conditions.
        real: whether the letters are real numbers.

    Raises:
        Unreadable: a part has no counterpart.
    """
    if node.head == "number":
        value = Fraction(node.value or 0)
        return sympy.Rational(value.numerator, value.denominator)
    if node.head == "symbol":
        return sympy.Symbol(str(node.value), real=True) if real else sympy.Symbol(str(node.value))
    if node.head == "constant":
        return next(made for made, name in _CONSTANTS.items() if name == node.value)
    if node.head == "root":
        return odd_root(expression(node.args[0], real=real), rational(node.args[1]))
    if node.head == "pow" and (exponent := rational(node.args[1])) is not None and exponent.denominator > 1:
        return odd_root(expression(node.args[0], real=real), Fraction(exponent.denominator)) ** exponent.numerator
    if node.head not in _BUILT:
        raise Unreadable(node.head)
    return _BUILT[node.head](*(expression(part, real=real) for part in node.args))


def odd_root(radicand: Any, degree: Fraction | None) -> Any:
    """Return a root, the real one of a negative number."""
    if degree is None or degree.denominator != 1 or degree < 1:
        raise Unreadable("a root's degree")
    if degree % 2 and radicand.is_negative and radicand.is_number:
        return -((-radicand) ** sympy.Rational(1, int(degree)))
    return radicand ** sympy.Rational(1, int(degree))
