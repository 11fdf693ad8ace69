"""The coefficients of a polynomial, as in its tree: only the factors of the powers are collected."""

from __future__ import annotations

from fractions import Fraction

from .tree import ONE, Node, add, div, mul, neg

MAX_DEGREE = 12


class NoPolynomial(ValueError):
    """An expression is not a polynomial in the letter, or its degree is high."""


def coefficients(node: Node, name: str) -> dict[int, Node]:
    """Return the coefficient of each existing power of a letter.

    Raises:
        NoPolynomial: it is not a polynomial in the letter.

    >>> from .tree import symbol, number
    >>> {power: str(part) for power, part in coefficients(add(symbol("x"), number(3)), "x").items()}
    {1: '1', 0: '3'}
    """
    if name not in node.names():
        return {0: node}
    if node.head == "symbol":
        return {1: ONE}
    if node.head == "neg":
        return {power: neg(part) for power, part in coefficients(node.args[0], name).items()}
    if node.head == "add":
        made: dict[int, Node] = {}
        for part in node.args:
            for power, value in coefficients(part, name).items():
                made[power] = add(made[power], value) if power in made else value
        return made
    if node.head == "div" and name not in node.args[1].names():
        return {power: div(part, node.args[1]) for power, part in coefficients(node.args[0], name).items()}
    made = {0: ONE}
    for part in _factors(node):
        made = _times(made, coefficients(part, name))
    return made


def _factors(node: Node) -> tuple[Node, ...]:
    """Return the factors of a product, or of a whole power."""
    if node.head == "mul":
        return node.args
    whole = node.head == "pow" and node.args[1].head == "number"
    exponent = Fraction(node.args[1].value or 0) if whole else Fraction(0)
    if exponent.denominator != 1 or not 0 < exponent <= MAX_DEGREE:
        raise NoPolynomial
    return (node.args[0],) * int(exponent)


def _times(left: dict[int, Node], right: dict[int, Node]) -> dict[int, Node]:
    made: dict[int, Node] = {}
    for low, one in left.items():
        for high, other in right.items():
            product = other if one == ONE else one if other == ONE else mul(one, other)
            power = low + high
            if power > MAX_DEGREE:
                raise NoPolynomial
            made[power] = add(made[power], product) if power in made else product
    return made
