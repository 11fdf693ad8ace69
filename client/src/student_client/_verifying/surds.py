"""Exact numbers made of fractions, square roots and the imaginary unit: sums of fractions times such roots."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import gcd

from .._reading.formulas.tree import TWO, Node, constant

LARGEST_RADICAND = 10**6
"""Largest whole number under a root whose square factors are taken out."""
MOST_TERMS = 16
"""Most square roots in a number."""
MAX_EXPONENT = 16


class NoSurd(Exception):
    """An expression is not made of fractions and square roots of fractions alone."""


@dataclass(frozen=True)
class Surd:
    """A sum of fractions times square roots of different square-free whole numbers.

    Such roots are linearly independent over the fractions, so that equal numbers have equal terms.

    Args:
        terms: the factor of each root by the number under it, without zeros; 1 for the fraction, -1 for the unit i.
    """

    terms: Mapping[int, Fraction]

    def __bool__(self) -> bool:
        return bool(self.terms)

    def __add__(self, other: Surd) -> Surd:
        made = dict(self.terms)
        for root, factor in other.terms.items():
            made[root] = made.get(root, Fraction(0)) + factor
        return _short(made)

    def __neg__(self) -> Surd:
        return Surd({root: -factor for root, factor in self.terms.items()})

    def __sub__(self, other: Surd) -> Surd:
        return self + -other

    def __mul__(self, other: Surd) -> Surd:
        made: dict[int, Fraction] = {}
        for one, factor in self.terms.items():
            for two, again in other.terms.items():
                shared = gcd(one, two)
                root = one * two // shared**2
                sign = -1 if one < 0 and two < 0 else 1
                made[root] = made.get(root, Fraction(0)) + sign * shared * factor * again
        return _short(made)

    def __truediv__(self, other: Surd) -> Surd:
        above, below = self, other
        while below.terms.keys() - {1}:
            turned = _conjugate(below)
            above, below = above * turned, below * turned
        if not below:
            raise NoSurd("a division by zero")
        return Surd({root: factor / below.terms[1] for root, factor in above.terms.items()})


def whole(value: int | Fraction) -> Surd:
    """Return a fraction as such a number."""
    return _short({1: Fraction(value)})


def surd(node: Node) -> Surd:
    """Return the value of an expression.

    Raises:
        NoSurd: it has letters, or other functions than square roots in it.
    """
    if node.head == "number":
        return whole(Fraction(node.value or 0))
    if node == constant("i"):
        return Surd({-1: Fraction(1)})
    if node.head not in _RULES:
        raise NoSurd(f"{node} is not made of fractions and square roots")
    return _RULES[node.head]([surd(part) for part in node.args])


def _short(terms: Mapping[int, Fraction]) -> Surd:
    made = {root: factor for root, factor in terms.items() if factor}
    if len(made) > MOST_TERMS:
        raise NoSurd("there are too many square roots")
    return Surd(made)


def _conjugate(number: Surd) -> Surd:
    """Return the number with the opposite sign of a prime's root, so that their product does not have that root."""
    root = next(root for root in number.terms if root != 1)
    prime = -1 if root < 0 else next(one for one in range(2, root + 1) if root % one == 0)
    return Surd({root: -factor if _has(root, prime) else factor for root, factor in number.terms.items()})


def _has(root: int, prime: int) -> bool:
    return root < 0 if prime == -1 else root % prime == 0


def _power(parts: list[Surd]) -> Surd:
    base, exponent = parts[0], _fraction(parts[1])
    if exponent.denominator == 1 and abs(exponent) <= MAX_EXPONENT and (base or exponent > 0):
        made = reduce(Surd.__mul__, [base] * abs(exponent.numerator), whole(1))
        return made if exponent >= 0 else whole(1) / made
    if exponent.denominator != TWO.value or abs(exponent) > MAX_EXPONENT:
        raise NoSurd("a power is not that of a square root")
    return _power([_root([base, whole(2)]), whole(exponent.numerator)])


def _root(parts: list[Surd]) -> Surd:
    """Return the square root of a fraction that is not negative."""
    value = _fraction(parts[0])
    below = value.numerator * value.denominator
    if parts[1] != whole(2) or not 0 <= below <= LARGEST_RADICAND:
        raise NoSurd("a root is not the square root of a small number")
    outside, at = 1, 2
    while at * at <= below:
        while below % (at * at) == 0:
            below, outside = below // (at * at), outside * at
        at += 1
    return _short({below: Fraction(outside, value.denominator)}) if below else whole(0)


def _fraction(number: Surd) -> Fraction:
    if number.terms.keys() - {1}:
        raise NoSurd("a root within a root, or in an exponent")
    return number.terms.get(1, Fraction(0))


_RULES: dict[str, Callable[[list[Surd]], Surd]] = {
    "add": lambda parts: reduce(Surd.__add__, parts),
    "mul": lambda parts: reduce(Surd.__mul__, parts),
    "neg": lambda parts: -parts[0],
    "div": lambda parts: parts[0] / parts[1],
    "pow": _power,
    "root": _root,
}
