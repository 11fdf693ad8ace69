"""The answers about power series: the radius by the ratio of terms, and the ends by how the series converges there."""

from __future__ import annotations

from typing import Any

import sympy  # type: ignore[import-untyped]

from ..convergence import DIVERGES, series
from ..convert import tree
from ..finding import Finding, every, right, unknown, wrong
from .comparisons import CANNOT, Asked, Judge, only, same, value

_NOT_KNOWN = unknown("the radius of convergence is not known")


def _radius(asked: Asked) -> Any:
    """Return the limit of the ratio; None if it is not known."""
    (ratio, index) = (asked.one("series")[at] for at in (5, 1))
    number = sympy.Symbol(str(index), positive=True, integer=True)
    try:
        found = sympy.limit(sympy.combsimp(sympy.simplify(abs(ratio).subs(index, number))), number, sympy.oo)
    except (NotImplementedError, ValueError):
        return None
    return found if found.is_number and (found == sympy.oo or found.is_positive) else None


def _interval(asked: Asked) -> Any:
    """Return where the series converges; None if it is not known."""
    radius = _radius(asked)
    if radius is None or radius == sympy.oo:
        return None if radius is None else sympy.S.Reals
    term, index, start, name, centre, _ = asked.one("series")
    number = sympy.Symbol(str(index), positive=True, integer=True)
    ends = [centre + sign * radius for sign in (-1, 1)]
    terms = [sympy.simplify(term.subs({name: end, index: number})) for end in ends]
    how = [series(tree(one), str(index), int(start)) for one in terms]
    return None if None in how else sympy.Interval(*ends, *(one == DIVERGES for one in how))


def _same_set(expected: Any, result: Any, asked: Asked) -> Finding:
    if isinstance(result, list) and len(result) == 1:
        result = result[0]
    if not isinstance(result, sympy.Interval):
        return CANNOT
    if expected.start.is_infinite or result.start.is_infinite or result.end.is_infinite:
        return _all_or_not(expected, result)
    if (expected.left_open, expected.right_open) != (result.left_open, result.right_open):
        return wrong("an end of the interval is wrong")
    pairs = ((expected.start, result.start), (expected.end, result.end))
    return every(same(one, other, asked.names) for one, other in pairs)


def _all_or_not(expected: Any, result: Any) -> Finding:
    return right("the series converges everywhere") if expected == result else wrong("the interval is another one")


def _judge_radius(asked: Asked) -> Finding:
    radius = _radius(asked)
    return _NOT_KNOWN if radius is None or radius == sympy.oo else value(radius, asked)


def _judge_interval(asked: Asked) -> Finding:
    interval = None if asked.rounding else _interval(asked)
    return _NOT_KNOWN if interval is None else _same_set(interval, only(asked), asked)


def _judge_both(asked: Asked) -> Finding:
    radius, interval = _radius(asked), _interval(asked)
    if radius is None or interval is None or asked.rounding or radius == sympy.oo or len(asked.results) != 2:
        return _NOT_KNOWN
    return every([same(radius, asked.results[0], asked.names), _same_set(interval, asked.results[1], asked)])


SERIES: dict[tuple[str, str], Judge] = {
    ("power series", "radius"): _judge_radius,
    ("power series", "interval"): _judge_interval,
    ("power series", "interval "): _judge_interval,
    ("power series", "both"): _judge_both,
}
"""The judge of each thing that can be asked of a family."""
