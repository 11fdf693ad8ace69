"""Laplace transforms by our own table: sums of constants times t^n e^(at) cos(bt), and the same with a sine.

The table is the real or the imaginary part of the transform of t^n e^((a + bi)t), which is n! / (s - a - bi)^(n+1).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from .._reading.formulas.coefficients import NoPolynomial, coefficients
from .._reading.formulas.tree import ONE, ZERO, Node, add, call, constant, div, mul, neg, number, power, symbol
from .balls import rational
from .case import Case
from .comparing import compare
from .convert import tree
from .finding import Finding, unknown, wrong
from .stages import Stage

MOST = 64
"""Most terms of a function."""
HIGHEST = 12
"""The highest power of t, and of a sum in it."""
_E = constant("e")
_HALF = number(Fraction(1, 2))


class NoTransform(Exception):
    """A function is not a sum of products that the table has."""


@dataclass(frozen=True)
class Term:
    """The function ``factor * t**power * exp(growth*t) * cos(turn*t)``, with a sine if ``sine``."""

    factor: Node
    power: int = 0
    growth: Node = ZERO
    turn: Node = ZERO
    sine: bool = False

    @property
    def is_wave(self) -> bool:
        """Whether the term has a sine or a cosine."""
        return self.sine or self.turn != ZERO


def judge(case: Case, stage: Stage, *, inverse: bool) -> Finding:
    """Judge a transform, or an inverse transform by transforming it.

    Args:
        case: the question, with the plan's answer.
        stage: the printed function.
        inverse: whether the inverse transform is asked.
    """
    step, result = case.question[-1], tree(case.result)
    old, new = str(step.variable), step.names[0]
    if old in result.names():
        return wrong(f"the result still has {old} in it")
    if new not in result.names() and result.names() - stage.node.names():
        return unknown(f"the result is in another letter than the customary {new}")
    if new in stage.node.names():
        return unknown(f"the letter {new} of the result is in the problem's expression, too")
    try:
        made = transform(result, new, old) if inverse else transform(stage.node, old, new)
    except NoTransform:
        return unknown("the transform is not in the table of sums of powers, exponentials, sines and cosines")
    bare = replace(stage, domain=tuple(part for part in stage.domain if old not in part.names()))
    if inverse:
        found = compare(bare, stage.node, made, "the problem's expression")
        return found.because(f"transformed by the table, {found.reason}")
    return compare(bare, made, result, "the transform by the table")


def transform(node: Node, name: str, to: str) -> Node:
    """Return the Laplace transform of a function of one letter, in another letter.

    Raises:
        NoTransform: the table does not have it.
    """
    return add(ZERO, *(_transformed(term, symbol(to)) for term in terms(node, name)))


def _transformed(term: Term, at: Node) -> Node:
    """Return a term's transform: with u = s - a, the real or the imaginary part of n! (u + bi)^m / (u^2 + b^2)^m."""
    away, times = add(at, neg(term.growth)), term.power + 1
    above = number(math.factorial(term.power))
    if term.turn == ZERO:
        return ZERO if term.sine else mul(term.factor, div(above, power(away, number(times))))
    odd = int(term.sine)
    parts = [
        mul(
            number(math.comb(times, at_turn) * (-1) ** (at_turn // 2)),
            _power(away, times - at_turn),
            _power(term.turn, at_turn),
        )
        for at_turn in range(odd, times + 1, 2)
    ]
    below = add(power(away, number(2)), power(term.turn, number(2)))
    return mul(term.factor, above, div(add(ZERO, *parts), power(below, number(times))))


def _power(base: Node, exponent: int) -> Node:
    return power(base, number(exponent)) if exponent else ONE


def terms(node: Node, name: str) -> list[Term]:
    """Return a function as a sum of the table's terms.

    Raises:
        NoTransform: it is not such a sum, or too long.
    """
    if name not in node.names():
        return [Term(node)]
    if node.head in {"symbol", "neg", "add"}:
        made = [Term(ONE, 1)] if node.head == "symbol" else [term for part in node.args for term in terms(part, name)]
        made = [replace(term, factor=neg(term.factor)) for term in made] if node.head == "neg" else made
    elif node.head in {"mul", "div"}:
        readers = [terms, _divided] if node.head == "div" else [terms] * len(node.args)
        made = _product([reader(part, name) for reader, part in zip(readers, node.args, strict=True)])
    elif node.head == "pow":
        made = _of_power(node.args[0], node.args[1], name)
    elif node.head in _FUNCTIONS:
        made = list(_FUNCTIONS[node.head](*_line(node.args[0], name)))
    else:
        raise NoTransform
    if len(made) > MOST or any(term.power > HIGHEST for term in made):
        raise NoTransform
    return made


def _divided(node: Node, name: str) -> list[Term]:
    """Return the reciprocal of a single exponential, or of a factor without the letter."""
    made = terms(node, name)
    if len(made) > 1 or made[0].power or made[0].turn != ZERO:
        raise NoTransform
    return [Term(div(ONE, made[0].factor), growth=neg(made[0].growth))]


def _of_power(base: Node, exponent: Node, name: str) -> list[Term]:
    """Return a whole power of a sum, or an exponential of a line."""
    if name not in base.names():
        if base != _E and (rational(base) or 0) <= 0:
            raise NoTransform
        slope, start = _line(exponent, name)
        rate = slope if base == _E else mul(slope, call("log", base))
        return [Term(power(base, start), growth=rate)]
    times = rational(exponent)
    if times is None or times.denominator != 1 or not 0 < times <= HIGHEST:
        raise NoTransform
    return _product([terms(base, name)] * int(times))


def _line(node: Node, name: str) -> tuple[Node, Node]:
    """Return the slope and the constant of a line.

    Raises:
        NoTransform: it is not a line.
    """
    try:
        powers = coefficients(node, name)
    except NoPolynomial:
        raise NoTransform from None
    if max(powers) > 1:
        raise NoTransform
    return powers.get(1, ZERO), powers.get(0, ZERO)


def _waves(slope: Node, start: Node, *, sine: bool) -> Iterator[Term]:
    """Yield a sine or cosine of a line by the formula of a sum of angles."""
    if start == ZERO:
        yield Term(ONE, turn=slope, sine=sine)
    else:
        yield Term(call("cos", start), turn=slope, sine=sine)
        yield Term(call("sin", start) if sine else neg(call("sin", start)), turn=slope, sine=not sine)


def _halves(slope: Node, start: Node, *, sign: Node) -> Iterator[Term]:
    """Yield a hyperbolic sine or cosine of a line as two exponentials."""
    yield Term(mul(_HALF, power(_E, start)), growth=slope)
    yield Term(mul(_HALF, sign, power(_E, neg(start))), growth=neg(slope))


_FUNCTIONS = {
    "sin": lambda slope, start: _waves(slope, start, sine=True),
    "cos": lambda slope, start: _waves(slope, start, sine=False),
    "sinh": lambda slope, start: _halves(slope, start, sign=number(-1)),
    "cosh": lambda slope, start: _halves(slope, start, sign=ONE),
}


def _product(factors: list[list[Term]]) -> list[Term]:
    """Return a product of sums, multiplied out.

    Raises:
        NoTransform: it is too long.
    """
    made = [Term(ONE)]
    for factor in factors:
        made = [term for one in made for other in factor for term in _times(one, other)]
        if len(made) > MOST:
            raise NoTransform
    return made


def _times(one: Term, other: Term) -> Iterator[Term]:
    """Yield the product of two terms, by the formulas for products of sines and cosines."""
    factor = other.factor if one.factor == ONE else one.factor if other.factor == ONE else mul(one.factor, other.factor)
    growth = add(one.growth, other.growth)
    both = Term(factor, one.power + other.power, growth)
    if not (one.is_wave and other.is_wave):
        wave = one if one.is_wave else other
        yield replace(both, turn=wave.turn, sine=wave.sine)
        return
    less, more = add(one.turn, neg(other.turn)), add(one.turn, other.turn)
    half = mul(_HALF, factor)
    if one.sine == other.sine:
        yield replace(both, factor=half, turn=less)
        yield replace(both, factor=neg(half) if one.sine else half, turn=more)
    else:
        yield replace(both, factor=half, turn=more, sine=True)
        yield replace(both, factor=half if one.sine else neg(half), turn=less, sine=True)
