"""Does each term of a series have a value? By balls around all later numbers of the index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from flint import arb

from .._reading.formulas.derivative import NoRule, derivative
from .._reading.formulas.tree import ONE, Node, div, power, symbol
from . import balls
from .balls import Unclear, Undefined, is_defined, rational
from .growth_rules import fraction
from .pieces import breaking
from .polynomials import real_roots

FIRST = 48
"""How many terms must have a value, one by one."""
DOUBLINGS = 64
"""How often the numbers after them are doubled. No break is looked for after the last."""
STEEP = 1000
"""How many more terms must have a value if there is an exponential or a factorial, whose balls are too wide."""
MOST = 1500
"""Most intervals that are looked at for one expression."""
PRECISION = 256
_SIGN = symbol("a sign")
"""Stands for plus or minus one."""


def have_values(term: Node, name: str, low: int) -> bool:
    """Return whether each term of a series has a value, up to very far ones.

    Args:
        term: an expression in the index.
        name: the index.
        low: its first number.
    """
    start = low + FIRST
    if not all(is_defined(term, {name: Fraction(at)}) for at in range(low, start)):
        return False
    parts = {factor for part in breaking(term) for factor in _factors(part) if name in factor.names()}
    return all(_is_apart(part, term, name, max(start, 1)) for part in parts)


def _factors(node: Node) -> Iterator[Node]:
    """Yield the factors of an expression that may be zero."""
    if node.head in {"mul", "div", "neg"}:
        for part in node.args:
            yield from _factors(part)
    elif node.head in {"pow", "root"}:
        yield from _factors(node.args[0])
    elif node.head not in {"factorial", "binomial", "exp"}:
        yield node


def _is_apart(part: Node, term: Node, name: str, start: int) -> bool:
    """Return whether an expression in a term is not zero after its first terms, or the term has a value there."""
    if (ends := fraction(part, name)) is not None:
        return not any(root > start - 1 for root in real_roots(ends[0]))
    made, waiting = _signless(part, name), [(start << step, start << step + 1) for step in range(DOUBLINGS)]
    if any(_is_steep(one, name) for one in made.walk()):
        return all(is_defined(term, {name: Fraction(at)}) for at in range(start, start + STEEP))
    for _ in range(MOST):
        if not waiting:
            return True
        low, high = waiting.pop(0)
        if _keeps_its_sign(made, name, low, high):
            continue
        if high - low == 1:
            if not all(is_defined(term, {name: Fraction(at)}) for at in (low, high)):
                return False
        else:
            waiting[:0] = [(low, (low + high) // 2), ((low + high) // 2, high)]
    return False


def _is_steep(node: Node, name: str) -> bool:
    grows = node.head == "pow" and name in node.args[1].names() and rational(node.args[0]) != -1
    return grows or node.head in {"factorial", "gamma", "exp", "sinh", "cosh"}


def _keeps_its_sign(node: Node, name: str, low: int, high: int) -> bool:
    """Return whether an expression is proved not to be zero in an interval, or to rise or fall to the same sign."""
    middle, half = Fraction(low + high, 2), Fraction(high - low, 2)
    around = balls.ball(middle) + arb(0, balls.ball(half))
    if _sign(node, name, around):
        return True
    if _SIGN in node.walk() or not (sign := _sign(node, name, balls.ball(Fraction(low)))):
        return False
    try:
        rises = _sign(derivative(node, name), name, around)
    except NoRule:
        return False
    return bool(rises) and sign == _sign(node, name, balls.ball(Fraction(high)))


def _sign(node: Node, name: str, around: arb) -> int:
    """Return the sign of an expression on a ball; 0 if it is not known."""
    try:
        with balls.precision(PRECISION):
            made = balls.evaluate(node, {name: around, str(_SIGN): arb(0, 1)})
    except (Undefined, Unclear):
        return 0
    return 1 if made > 0 else -1 if made < 0 else 0


def _signless(node: Node, name: str) -> Node:
    """Return an expression with any sign instead of powers of minus one, and with powers instead of roots."""
    if node.head == "root" and name in node.args[1].names():
        node = power(node.args[0], div(ONE, node.args[1]))
    if node.head == "pow" and rational(node.args[0]) == -1:
        return _SIGN
    return replace(node, args=tuple(_signless(part, name) for part in node.args))
