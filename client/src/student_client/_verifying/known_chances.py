"""Binomial distributions and the sum of two dice."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

import sympy  # type: ignore[import-untyped]

from .known_answers import Answer, number
from .known_lines import Given

_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}
_ROLES = {
    "equal": ("equal", "="),
    "at least": ("least", ">="),
    "at most": ("most", "<="),
    "more": ("more", ">"),
    "less": ("less", "<"),
}
_MANY = 200


def of_binomial(thing: str, given: Given) -> Answer | None:
    """Return a probability, the mean or the spread of a binomial distribution."""
    n, p = given["binomial"][0]
    if not (n.is_Integer and 0 < n <= _MANY and 0 < p < 1):
        return None
    if thing in _ROLES:
        role, sign = _ROLES[thing]
        bound = given[role][0][0]
        counts = [at for at in range(int(n) + 1) if _COMPARED[sign](at, bound)]
        chances = [sympy.binomial(n, at) * p**at * (1 - p) ** (n - at) for at in counts]
        return number(sum(chances, sympy.Integer(0)))
    values = {"mean": n * p, "variance": n * p * (1 - p), "deviation": sympy.sqrt(n * p * (1 - p))}
    return number(values[thing])


def of_dice(thing: str, given: Given) -> Answer | None:
    """Return the probability of a sum of two dice, told and printed alike."""
    sign, value = str(given["sign"][0][0])[4:], given["value"][0][0]
    told = [given[role][0][0] for role in ("total", "or_more") if role in given]
    if told != [value] or (thing != sign and (thing, sign) not in {(">=", ">="), ("=", "=")}):
        return None
    rolled = [one + other for one in range(1, 7) for other in range(1, 7)]
    fits = [total for total in rolled if _COMPARED[sign](total, int(value))]
    return number(sympy.Rational(len(fits), len(rolled)))
