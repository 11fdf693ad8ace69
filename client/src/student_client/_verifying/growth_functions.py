"""Rules for the leading terms of logarithms and of sines, cosines and their like."""

from __future__ import annotations

from fractions import Fraction

from flint import arb

from .._reading.formulas.tree import ONE, Node, add, div, mul, number
from . import balls
from .growth import Growth, Unsure, constant, logarithm
from .growth_rules import Rules, linear, signed, value


def log(index: Rules, node: Node) -> Growth:
    made = index.growth(node.args[0])
    if not made.positive:
        raise Unsure
    own = logarithm(made) if made.trend() else near(index, node.args[0], made)
    return own if len(node.args) == 1 else own.over(constant(value(Node("log", node.args[1:]))))


def near(index: Rules, inside: Node, made: Growth) -> Growth:
    """Return the leading term of the logarithm of a function that goes to a number: log(1 + u) is about u."""
    log = abs(made.factor).log()
    if log.contains(0) and not made.positive:
        raise Unsure
    return index.growth(add(inside, number(-1))) if log.contains(0) else constant(log)


def small(index: Rules, node: Node) -> Growth:
    """Return the leading term of a function that is about its argument near zero."""
    inside = index.growth(node.args[0])
    if inside.trend() < 0:
        return inside
    if inside.trend() == 0:
        return constant(getattr(inside.factor, node.head)())
    if node.head == "atan":
        return constant(arb.pi() / 2 if inside.positive else -arb.pi() / 2)
    if node.head == "tanh":
        return constant(arb(1 if inside.positive else -1))
    return _turning(index, node)


def cosine(index: Rules, node: Node) -> Growth:
    inside = index.growth(node.args[0])
    if inside.trend() > 0:
        return _turning(index, node)
    return constant(arb(1) if inside.trend() < 0 else inside.factor.cos())


def _turning(index: Rules, node: Node) -> Growth:
    """Return the value of a sine or a cosine of pi times ``a n + b`` with a whole number a."""
    if node.head not in {"sin", "cos"}:
        raise Unsure
    line = linear(over_pi(node.args[0]), index.name)
    if line is None:
        raise Unsure
    angle = arb.pi() * balls.ball(line[1])
    return signed(index, line[0], Fraction(0)).times(constant(angle.sin() if node.head == "sin" else angle.cos()))


def over_pi(node: Node) -> Node:
    """Return a product without its factor pi.

    Raises:
        Unsure: it has none.
    """
    pi = Node("constant", value="pi")
    if node == pi:
        return ONE
    if node.head in {"add", "neg"}:
        return Node(node.head, tuple(over_pi(part) for part in node.args))
    if node.head == "div":
        return div(over_pi(node.args[0]), node.args[1])
    if node.head == "mul":
        at = next((at for at, part in enumerate(node.args) if part.has("constant", "pi")), 0)
        return mul(over_pi(node.args[at]), ONE, *node.args[:at], *node.args[at + 1 :])
    raise Unsure
