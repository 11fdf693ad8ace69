"""Writes an expression as one numerator over one denominator, so that a pole is not mistaken for a nearby zero."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from .._reading.formulas.tree import ONE, Node, add, call, mul, neg, number, power
from .balls import rational

Parts = tuple[Node, Node]
"""Numerator and denominator: of a sum over the least common one, as far as its factors are written alike."""


def fraction(node: Node) -> Parts:
    """Return the expression's numerator and denominator: wherever the numerator is not zero, the expression is not.

    >>> from .._reading.formulas.tree import number, symbol
    >>> [str(part) for part in fraction(add(call("tan", symbol("x")), neg(number(2))))]
    ['sin(x) - 2*cos(x)', 'cos(x)']
    """
    rule = _RULES.get(node.head)
    return (node, ONE) if rule is None else rule(node)


def _times(one: Node, other: Node) -> Node:
    if ONE in {one, other}:
        return other if one == ONE else one
    return neg(_times(one.args[0], other)) if one.head == "neg" else mul(one, other)


def _sum(node: Node) -> Parts:
    above, below = fraction(node.args[0])
    for top, bottom in map(fraction, node.args[1:]):
        mine, other = _factors(below), _factors(bottom)
        both = mine | other
        above = add(_times(above, _joined(both - mine)), _times(top, _joined(both - other)))
        below = _joined(both)
    return above, below


def _factors(node: Node) -> Counter[Node]:
    """Return how often each factor of a denominator is in it."""
    exponent = rational(node.args[1]) if node.head == "pow" else None
    if node == ONE:
        return Counter()
    if node.head == "mul":
        return sum(map(_factors, node.args), Counter[Node]())
    if exponent is not None and exponent.denominator == 1 and exponent > 0:
        return Counter({factor: times * int(exponent) for factor, times in _factors(node.args[0]).items()})
    return Counter({node: 1})


def _joined(factors: Counter[Node]) -> Node:
    """Return the product of factors."""
    parts = [factor if times == 1 else power(factor, number(times)) for factor, times in factors.items()]
    return parts[0] if len(parts) == 1 else mul(*parts) if parts else ONE


def _product(node: Node) -> Parts:
    above, below = fraction(node.args[0])
    for top, bottom in map(fraction, node.args[1:]):
        above, below = _times(above, top), _times(below, bottom)
    return above, below


def _quotient(node: Node) -> Parts:
    (above, below), (top, bottom) = map(fraction, node.args)
    return _times(above, bottom), _times(below, top)


def _power(node: Node) -> Parts:
    base, exponent = node.args
    whole = rational(exponent)
    above, below = fraction(base)
    if whole is None or whole.denominator != 1 or whole < 1 or below == ONE:
        return node, ONE
    return power(above, exponent), power(below, exponent)


def _negative(node: Node) -> Parts:
    above, below = fraction(node.args[0])
    return neg(above), below


_RULES: dict[str, Callable[[Node], Parts]] = {
    "add": _sum,
    "mul": _product,
    "neg": _negative,
    "div": _quotient,
    "pow": _power,
    "tan": lambda node: (call("sin", *node.args), call("cos", *node.args)),
    "cot": lambda node: (call("cos", *node.args), call("sin", *node.args)),
    "sec": lambda node: (ONE, call("cos", *node.args)),
    "csc": lambda node: (ONE, call("sin", *node.args)),
}
