"""The derivative of a printed tree by our own rules, so that a plan's derivative is checked by another method."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from .tree import ONE, TWO, ZERO, Node, add, call, constant, div, mul, neg, number, power, root


class NoRule(Exception):
    """A part of the expression has no rule here."""


def derivative(node: Node, name: str) -> Node:
    """Return the derivative, simplified only by zeros and ones.

    It holds wherever the expression itself has a value and no absolute value, sign or floor in it has a kink.

    Args:
        node: the expression.
        name: the variable.

    Raises:
        NoRule: a part has no rule, such as a factorial.

    >>> from .tree import symbol
    >>> str(derivative(power(symbol("x"), number(3)), "x"))
    '3*x^2'
    """
    if name not in node.names():
        return ZERO
    if node.head == "symbol":
        return ONE
    if node.head in _OUTER and len(node.args) == 1:
        inner = node.args[0]
        return _times(_OUTER[node.head](inner), derivative(inner, name))
    rule = _RULES.get(node.head)
    if rule is None:
        raise NoRule(f"{node.head} has no derivative here")
    return rule(node, name)


def _plus(*parts: Node) -> Node:
    kept = [part for part in parts if part != ZERO]
    return add(*kept) if kept else ZERO


def _times(*parts: Node) -> Node:
    if ZERO in parts:
        return ZERO
    kept = [part for part in parts if part != ONE]
    return mul(*kept) if kept else ONE


def _square(node: Node) -> Node:
    return power(node, TWO)


def _minus(node: Node) -> Node:
    return ZERO if node == ZERO else neg(node)


def _product(node: Node, name: str) -> Node:
    terms = []
    for index, part in enumerate(node.args):
        others = (*node.args[:index], *node.args[index + 1 :])
        terms.append(_times(derivative(part, name), *others))
    return _plus(*terms)


def _quotient(node: Node, name: str) -> Node:
    above, below = node.args
    if name not in below.names():
        return div(derivative(above, name), below)
    top = _plus(_times(derivative(above, name), below), _minus(_times(above, derivative(below, name))))
    return ZERO if top == ZERO else div(top, _square(below))


def _power(node: Node, name: str) -> Node:
    base, exponent = node.args
    if name not in exponent.names():
        lower = number(Fraction(exponent.value or 0) - 1) if exponent.head == "number" else add(exponent, neg(ONE))
        lowered = base if lower == ONE else ONE if lower == ZERO else power(base, lower)
        return _times(exponent, lowered, derivative(base, name))
    if base == constant("e"):
        return _times(node, derivative(exponent, name))
    if name not in base.names():
        return _times(node, call("log", base), derivative(exponent, name))
    grown = _times(derivative(exponent, name), call("log", base))
    return _times(node, _plus(grown, _times(exponent, div(derivative(base, name), base))))


def _root(node: Node, name: str) -> Node:
    radicand, degree = node.args
    if name in degree.names():
        raise NoRule("a root's degree varies")
    below = _times(degree, node if degree == TWO else power(node, add(degree, neg(ONE))))
    return div(derivative(radicand, name), below)


def _log(node: Node, name: str) -> Node:
    argument, *base = node.args
    if not base:
        return div(derivative(argument, name), argument)
    return derivative(div(call("log", argument), call("log", base[0])), name)


def _piecewise(node: Node, name: str) -> Node:
    parts = [part if index % 2 else derivative(part, name) for index, part in enumerate(node.args)]
    return Node("piecewise", tuple(parts))


_RULES: dict[str, Callable[[Node, str], Node]] = {
    "add": lambda node, name: _plus(*(derivative(part, name) for part in node.args)),
    "neg": lambda node, name: _minus(derivative(node.args[0], name)),
    "mul": _product,
    "div": _quotient,
    "pow": _power,
    "root": _root,
    "log": _log,
    "piecewise": _piecewise,
}


def _over_root(radicand: Node, sign: int = 1) -> Node:
    made = div(ONE, root(radicand))
    return made if sign > 0 else neg(made)


def _one_minus_square(u: Node) -> Node:
    return add(ONE, neg(_square(u)))


def _reciprocal_edge(u: Node) -> Node:
    return mul(call("abs", u), root(add(_square(u), neg(ONE))))


_E = constant("e")
_SQRT_PI = root(constant("pi"))

_OUTER: dict[str, Callable[[Node], Node]] = {
    "sin": lambda u: call("cos", u),
    "cos": lambda u: neg(call("sin", u)),
    "tan": lambda u: _square(call("sec", u)),
    "sec": lambda u: mul(call("sec", u), call("tan", u)),
    "csc": lambda u: neg(mul(call("csc", u), call("cot", u))),
    "cot": lambda u: neg(_square(call("csc", u))),
    "asin": lambda u: _over_root(_one_minus_square(u)),
    "acos": lambda u: _over_root(_one_minus_square(u), -1),
    "atan": lambda u: div(ONE, add(ONE, _square(u))),
    "acot": lambda u: neg(div(ONE, add(ONE, _square(u)))),
    "asec": lambda u: div(ONE, _reciprocal_edge(u)),
    "acsc": lambda u: neg(div(ONE, _reciprocal_edge(u))),
    "sinh": lambda u: call("cosh", u),
    "cosh": lambda u: call("sinh", u),
    "tanh": lambda u: _square(call("sech", u)),
    "sech": lambda u: neg(mul(call("sech", u), call("tanh", u))),
    "csch": lambda u: neg(mul(call("csch", u), call("coth", u))),
    "coth": lambda u: neg(_square(call("csch", u))),
    "asinh": lambda u: _over_root(add(_square(u), ONE)),
    "acosh": lambda u: div(ONE, mul(root(add(u, neg(ONE))), root(add(u, ONE)))),
    "atanh": lambda u: div(ONE, _one_minus_square(u)),
    "exp": lambda u: power(_E, u),
    "abs": lambda u: call("sign", u),
    "sign": lambda u: ZERO,
    "floor": lambda u: ZERO,
    "erf": lambda u: div(mul(TWO, power(_E, neg(_square(u)))), _SQRT_PI),
    "erfc": lambda u: neg(div(mul(TWO, power(_E, neg(_square(u)))), _SQRT_PI)),
    "erfi": lambda u: div(mul(TWO, power(_E, _square(u))), _SQRT_PI),
    "si": lambda u: div(call("sin", u), u),
    "ci": lambda u: div(call("cos", u), u),
    "shi": lambda u: div(call("sinh", u), u),
    "chi": lambda u: div(call("cosh", u), u),
    "ei": lambda u: div(power(_E, u), u),
    "li": lambda u: div(ONE, call("log", u)),
    "fresnel_s": lambda u: call("sin", div(mul(constant("pi"), _square(u)), TWO)),
    "fresnel_c": lambda u: call("cos", div(mul(constant("pi"), _square(u)), TWO)),
}
