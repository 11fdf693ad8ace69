"""Finds the place of the greatest or the least value of a story's formula, if there is one such place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise

from ..formulas.derivative import derivative
from ..formulas.exact import exact
from ..formulas.tree import Node, number
from ..questions.of_solids import approximately
from ..rewording.told_facts import Misfit

_STEPS = 400
"""Parts of the range in which a turn is looked for."""
_LARGEST = 10.0**5
"""Where a range without an end is left."""
_HALVINGS = 60


def extreme_place(body: Node, letter: str, span: tuple[float, float], *, greatest: bool) -> Fraction | None:
    """Return the place inside a range at which a formula has its extreme value; None if it is not a fraction.

    Args:
        body: the formula.
        letter: its letter.
        span: the ends of the range; the upper one may be infinite.
        greatest: whether the greatest value is wanted, not the least one.

    Raises:
        Misfit: there is no such place inside, or several turns are there.
    """
    slope = derivative(body, letter)
    low, high = span
    places = _places(low, min(high, _LARGEST))
    turns = [
        _between(slope, one, two)
        for one, two in pairwise(places)
        if (approximately(slope, one) > 0) != (approximately(slope, two) > 0)
    ]
    if len(turns) != 1:
        raise Misfit(f"the formula turns {len(turns)} times")
    sign = 1 if greatest else -1
    beside = [approximately(body, place) * sign for place in (places[0], places[-1])]
    if not approximately(body, turns[0]) * sign > max(beside):
        raise Misfit("the extreme value is not where the formula turns")
    near = Fraction(turns[0]).limit_denominator(1000)
    return near if exact(slope.put({letter: number(near)})) == 0 else None


def _places(low: float, high: float) -> Sequence[float]:
    """Return places inside a range: evenly, and closer to its lower end."""
    size = high - low
    even = [low + size * (at + 0.5) / _STEPS for at in range(_STEPS)]
    close = [low + size * 10 ** (-at / 40) for at in range(1, 320)]
    return sorted({*even, *close})


def _between(slope: Node, low: float, high: float) -> float:
    made: Callable[[float], float] = lambda at: approximately(slope, at)  # noqa: E731
    rising = made(low) < 0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if (made(middle) < 0) == rising else (low, middle)
    return (low + high) / 2
