"""Sums of a polynomial's values over whole numbers up to a letter, by Bernoulli's formula."""

from __future__ import annotations

from fractions import Fraction
from math import comb

from .._reading.formulas.tree import Node, add, mul, number, power


def bernoulli(index: int) -> Fraction:
    """Return a Bernoulli number; the one of index 1 is one half.

    >>> [str(bernoulli(index)) for index in range(5)]
    ['1', '1/2', '1/6', '0', '-1/30']
    """
    known: list[Fraction] = []
    for at in range(index + 1):
        known.append(1 - sum((Fraction(comb(at, one)) * known[one] / (at - one + 1) for one in range(at)), Fraction(0)))
    return known[index]


def power_sum(exponent: int, last: Node) -> Node:
    """Return the sum of the powers of 1, 2, and so on up to a last whole number.

    Args:
        exponent: of each number.
        last: the last of them.

    >>> from .._reading.formulas.tree import symbol
    >>> str(power_sum(1, symbol("n")))
    '1/2*n^2 + 1/2*n'
    """
    parts = [
        mul(number(comb(exponent + 1, at) * bernoulli(at) / (exponent + 1)), _power(last, exponent + 1 - at))
        for at in range(exponent + 1)
        if bernoulli(at)
    ]
    return add(*parts) if len(parts) > 1 else parts[0]


def _power(base: Node, exponent: int) -> Node:
    return base if exponent == 1 else power(base, number(exponent))
