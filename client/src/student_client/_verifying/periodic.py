"""Judges a general solution: families of numbers, one for each whole number n, of an equation that is periodic."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import Any

from .._reading.formulas.coefficients import NoPolynomial, coefficients
from .._reading.formulas.tree import ZERO, Node, add, constant, mul, number
from . import balls
from .balls import Unclear, Undefined, rational
from .convert import Unreadable, tree
from .finding import Finding, right, unknown
from .polynomial_roots import Asked
from .real_solutions import Interval, complete
from .solutions import Claim

LETTER = "n"
"""The letter of a general solution, which stands for each whole number."""
GENERAL = "general"
"""The domain with which a plan asks for a general solution."""
MOST = 60
"""Most members of the families in their common period, and most of the equation's periods in it."""
_PERIODIC = frozenset({"sin", "cos", "tan", "sec", "csc", "cot"})
_START = Fraction(-1, 7)
"""The start of the period in which all zeros are isolated: hardly any equation has a zero there."""


class NotPeriodic(Exception):
    """No period of an expression is found, or it is neither a fraction nor a fraction of pi."""


@dataclass(frozen=True)
class Multiple:
    """A fraction times a power of pi."""

    share: Fraction
    power: int

    @property
    def node(self) -> Node:
        """The number as a tree."""
        return mul(number(self.share), *[constant("pi")] * self.power)


@dataclass(frozen=True)
class Family:
    """The numbers ``first + step * n``."""

    first: Node
    step: Multiple

    def member(self, n: int) -> Node:
        """Return one of them."""
        return add(self.first, Multiple(n * self.step.share, self.step.power).node)


def general(asked: Asked, made: Sequence[Any]) -> Finding:
    """Judge a general solution.

    The equation and the families repeat after a common period. So a proof for one such period holds everywhere.

    Args:
        asked: the equation, and the question for all of its real solutions.
        made: the families, as SymPy's expressions in ``n``.

    Returns:
        Right, with the period; wrong, with a number that is wrong or missing; or unknown.
    """
    if LETTER in asked.equation.names() or asked.equation.names() != {asked.name}:
        return unknown("a general solution needs an equation in one letter, which is not n")
    try:
        own = period((asked.zero, *asked.domain), asked.name)
        families = [_family(one, own.power) for one in made]
    except NotPeriodic as error:
        return unknown(str(error))
    common = reduce(_multiple_of_both, (abs(family.step.share) for family in families), own.share)
    if common > MOST * own.share or sum(common / abs(family.step.share) for family in families) > MOST:
        return unknown("the common period of the equation and its solutions is too long")
    end = add(number(_START), Multiple(common, own.power).node)
    window = Interval(number(_START), end, (True, False), f"[{number(_START)}, {end})")
    try:
        known = [(claim, claim.value({})) for family in families for claim in _members(family, window)]
    except (Undefined, Unclear):
        return unknown("a solution has no known value")
    if any(value is None for _, value in known):
        return unknown("a solution has no known value")
    found = complete(asked.zero, asked.name, asked.domain, known, {}, window)
    return right(f"all solutions of one period of length {Multiple(common, own.power).node}") if found.right else found


def period(parts: Sequence[Node], name: str) -> Multiple:
    """Return a number after which all values of expressions repeat: the letter is only in angles such as ``2*x + 1``.

    Raises:
        NotPeriodic: the letter is outside of sin, cos, tan, sec, csc and cot, or in another angle.
    """
    slopes = [slope for part in parts for slope in _slopes(part, name) if slope.share]
    if not slopes or len({slope.power for slope in slopes}) > 1 or slopes[0].power > 1:
        raise NotPeriodic("no period of the equation is found")
    return Multiple(reduce(_multiple_of_both, (2 / abs(slope.share) for slope in slopes)), 1 - slopes[0].power)


def _slopes(node: Node, name: str) -> Iterator[Multiple]:
    """Yield the factor of the letter in each angle."""
    if name not in node.names():
        return
    if node.head == "symbol":
        raise NotPeriodic("no period of the equation is found")
    powers = _powers(node.args[0], name) if node.head in _PERIODIC else None
    slope = None if powers is None or max(powers) > 1 else in_pi(powers.get(1, ZERO))
    if slope is not None:
        yield slope
        return
    for part in node.args:
        yield from _slopes(part, name)


def _powers(node: Node, name: str) -> dict[int, Node] | None:
    try:
        return coefficients(node, name)
    except NoPolynomial:
        return None


def in_pi(node: Node) -> Multiple | None:
    """Return a number as a fraction times a power of pi, in exact arithmetic; None if it does not have that form."""
    plain = rational(node)
    if plain is not None:
        return Multiple(plain, 0)
    if node == constant("pi"):
        return Multiple(Fraction(1), 1)
    parts = [in_pi(part) for part in node.args]
    known = [part for part in parts if part is not None]
    return _RULES[node.head](*known) if node.head in _RULES and 0 < len(known) == len(parts) else None


def _product(*parts: Multiple) -> Multiple:
    return Multiple(math.prod((part.share for part in parts), start=Fraction(1)), sum(part.power for part in parts))


def _quotient(above: Multiple, below: Multiple) -> Multiple | None:
    return Multiple(above.share / below.share, above.power - below.power) if below.share else None


def _sum(*parts: Multiple) -> Multiple | None:
    alike = len({part.power for part in parts}) == 1
    return Multiple(sum((part.share for part in parts), Fraction(0)), parts[0].power) if alike else None


_RULES: dict[str, Callable[..., Multiple | None]] = {
    "neg": lambda part: Multiple(-part.share, part.power),
    "mul": _product,
    "div": _quotient,
    "add": _sum,
}


def _family(made: Any, exponent: int) -> Family:
    """Return one family, whose step is a fraction of the equation's period.

    Raises:
        NotPeriodic: it is not of the form ``first + step * n``.
    """
    try:
        powers = _powers(tree(made), LETTER)
    except Unreadable as error:
        raise NotPeriodic(f"a solution has {error} in it") from None
    if powers is None or max(powers) > 1:
        raise NotPeriodic(f"{str(made)[:60]} is not a number plus a multiple of n")
    step, first = in_pi(powers.get(1, ZERO)), powers.get(0, ZERO)
    if step is None or not step.share or step.power != exponent or first.names():
        raise NotPeriodic(f"{str(made)[:60]} is not a number plus a fraction of the period times n")
    return Family(first, step)


def _members(family: Family, window: Interval) -> Iterator[Claim]:
    """Yield the members of a family in the window."""
    first, step = balls.value(family.first, {}), balls.value(family.step.node, {})
    ends = [(balls.value(end, {}) - first) / step for end in (window.low, window.high) if end is not None]
    low, high = sorted(float(end.mid()) for end in ends)
    for n in range(math.floor(low) - 1, math.ceil(high) + 2):
        claim = Claim(family.member(n), family.member(n))
        if window.holds(balls.value(family.member(n), {})):
            yield claim


def _multiple_of_both(one: Fraction, other: Fraction) -> Fraction:
    """Return the smallest multiple of two positive fractions.

    >>> _multiple_of_both(Fraction(1, 2), Fraction(2, 3))
    Fraction(2, 1)
    """
    return Fraction(math.lcm(one.numerator, other.numerator), math.gcd(one.denominator, other.denominator))
