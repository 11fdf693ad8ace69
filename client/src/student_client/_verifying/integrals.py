"""Judges integrals: an antiderivative by its derivative, a definite integral by an enclosure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import Any

import sympy  # type: ignore[import-untyped]
from flint import arb

from .._reading.formulas.derivative import NoRule, derivative
from .._reading.formulas.tree import Node, add, call, neg, number
from . import balls
from .balls import Unclear, Undefined
from .convert import Unreadable, expression, tree
from .equivalence import MANY_BITS, equal
from .finding import Finding, right, unknown, wrong
from .limits import approach, infinite
from .pieces import POSITIVE, breaking, breaks, letters_at, samples
from .quadrature import NoValue, integral
from .stages import Stage

WIDE, JUMP = Fraction(1, 1 << 24), Fraction(1, 1 << 40)
"""Distances from a break at which an antiderivative is checked on both sides."""
NEAR = 10
"""Letters get numbers beyond breaks up to this size."""
NO_VALUE = "the result has no real value"


def antiderivative(stage: Stage, name: str, result: Node) -> Finding:
    """Judge an antiderivative: its derivative is the integrand on every piece, and it does not jump.

    The logarithm of a negative value counts as that of its absolute value, since the derivative is the same.
    """
    try:
        slope = derivative(result, name)
    except NoRule as error:
        return unknown(f"the result's derivative is not known: {error}")
    if result.has("floor") and not stage.node.has("floor"):
        return unknown("the result jumps by a floor, but the problem's integrand has none")
    found = equal(stage.node, slope, stage.names, domain=stage.domain)
    if found.right and _jumps(stage.node, result, name):
        return wrong("the result jumps inside the domain of the problem's integrand")
    if found.right:
        return right(f"the derivative of the result equals the integrand of the problem: it {found.reason}")
    word = "does not equal" if found.wrong else "is not known to equal"
    return found.because(f"the derivative of the result {word} the integrand of the problem: it {found.reason}")


def _jumps(integrand: Node, result: Node, name: str) -> bool:
    """Return whether the result jumps at a break near which the integrand stays bounded.

    A jump is as large at a much smaller distance; at a pole the integrand grows, and each side has its own constant.
    """
    letters = sorted((integrand.names() | result.names()) - {name})
    for place in letters_at(letters, 2) if letters else [{}]:
        for cut in breaks([result], name, place):
            try:
                wide, close = (_step(result, name, place, cut, distance) for distance in (WIDE, JUMP))
                steep = [abs(balls.value(integrand, place | {name: cut + at})) for at in (WIDE, -WIDE, JUMP)]
            except (Undefined, Unclear):
                continue
            bounded = steep[2] < 2 * max(steep[0], steep[1]) + 1
            if bounded and close > wide / 2 and close > 0:
                return True
    return False


def _step(result: Node, name: str, place: dict[str, Fraction], cut: Fraction, distance: Fraction) -> Any:
    """Return how far apart the result's values are on the two sides of a number."""
    above, below = (balls.value(result, place | {name: cut + at}) for at in (distance, -distance))
    return abs(above - below)


@dataclass(frozen=True)
class Area:
    """The question for a definite integral.

    Args:
        stage: the integrand.
        name: the variable.
        bounds: the two ends.
        found: antiderivatives that may be right, such as the plan's own.
        positive: whether the other letters are positive numbers.
    """

    stage: Stage
    name: str
    bounds: tuple[Node, Node]
    found: tuple[Node, ...] = ()
    positive: bool = False

    @cached_property
    def inside(self) -> Node | None:
        """An antiderivative that is checked by its derivative: one of those found, else SymPy's."""
        own = (made for made in self.found if antiderivative(self.stage, self.name, made).right)
        return next(own, None) or self._sympys()

    def _sympys(self) -> Node | None:
        try:
            made = tree(sympy.integrate(expression(self.stage.node), sympy.Symbol(self.name, real=True)))
        except (Unreadable, NotImplementedError, ValueError, TypeError, AttributeError, RecursionError):
            return None
        return made if antiderivative(self.stage, self.name, made).right else None


def definite(area: Area, result: Node, word: str | None = None) -> Finding:
    """Judge a definite integral, at several places of its letters.

    Args:
        area: the question.
        result: the answer.
        word: "area" if the integral of the absolute value must be the same.
    """
    found = _signed(area, result)
    if word != "area" or not found.right:
        return found
    unsigned = replace(area, stage=replace(area.stage, expression=call("abs", area.stage.node)), found=())
    if _signed(unsigned, result).right:
        return found
    return unknown("part of the curve is below the axis, and the area there may count as positive")


def _signed(area: Area, result: Node) -> Finding:
    low, high = area.bounds
    letters = sorted((area.stage.node.names() - {area.name}) | low.names() | high.names() | result.names())
    if area.name in letters:
        return unknown("a bound or the result has the variable of the integral in it")
    places = letters_at(letters, POSITIVE if area.positive else POSITIVE + 2) if letters else [{}]
    for index, place in enumerate(places):
        one = _at(area, result, place)
        if index >= POSITIVE and (one.wrong or one.reason == NO_VALUE):
            return unknown("right for positive letters only")
        if not one.right and index < POSITIVE:
            return one  # letters of other signs may leave no integral
    for place in _beyond(area, places[0]):
        one = _at(area, result, place)
        if not one.right:
            return one if one.wrong and min(place.values()) > 0 else unknown("right for small positive letters only")
    return right("the result lies within an enclosure of the integral")


def _beyond(area: Area, place: dict[str, Fraction]) -> Iterator[dict[str, Fraction]]:
    """Yield places at which a letter of a bound is beyond a break of the integrand that is far away."""
    integrand, (low, high) = area.stage.node, area.bounds
    if integrand.names() - {area.name}:
        return
    for cut in breaks([integrand], area.name, {}):
        if abs(cut) > NEAR and not (area.positive and cut < 0):
            beyond = 2 * cut.limit_denominator(1000)
            yield from (place | {letter: beyond} for letter in sorted(low.names() | high.names()))


def enclosure(area: Area) -> Any:
    """Return a definite integral of numbers alone as a ball; or the reason why it is not known."""
    low, high = area.bounds
    inside = area.inside
    difference = _difference(area.stage.node, inside, area.name, low, high) if inside is not None else None
    try:
        enclosed: Any = (
            integral(area.stage.node, area.name, low, high) if not (infinite(low) or infinite(high)) else None
        )
    except (NoValue, Undefined, Unclear):
        enclosed = None
    if isinstance(difference, int):
        return unknown("the integral is infinite")
    differ = difference is not None and enclosed is not None and not difference.overlaps(enclosed)
    made = enclosed if difference is None or differ else difference
    return unknown("the integral cannot be enclosed") if made is None else made


def _at(area: Area, result: Node, place: dict[str, Fraction]) -> Finding:
    """Compare at one place of the letters: with the quadrature, then with the antiderivative's difference."""
    numbers = {letter: number(at) for letter, at in place.items()}
    integrand, result = area.stage.node.put(numbers), result.put(numbers)
    low, high = (end.put(numbers) for end in area.bounds)
    try:
        enclosed: Any = integral(integrand, area.name, low, high) if not (infinite(low) or infinite(high)) else None
        trouble = "the integral is improper"
    except (NoValue, Undefined, Unclear) as error:
        enclosed, trouble = None, str(error) or "the integrand has no real value"
    if enclosed is not None and _compared(result, enclosed).wrong:
        return _compared(result, enclosed)
    inside = area.inside
    difference = _difference(integrand, inside.put(numbers), area.name, low, high) if inside is not None else None
    if isinstance(difference, int):
        if infinite(result) == difference:
            return right("the integral is infinite")
        return (
            wrong("the integral is infinite")
            if enclosed is None
            else unknown("one method finds the integral finite, another one infinite")
        )
    if difference is not None and enclosed is not None and not difference.overlaps(enclosed):
        difference = None  # the antiderivative jumps somewhere; the quadrature does not
    truth = difference if difference is not None else enclosed
    if truth is None:
        return unknown(f"the integral cannot be enclosed: {trouble}")
    return _compared(result, truth)


def _compared(result: Node, truth: Any) -> Finding:
    if infinite(result):
        return wrong("the integral is finite")
    try:
        claimed = balls.value(result, {}, MANY_BITS)
    except Undefined:
        return unknown(NO_VALUE)
    except Unclear:
        return unknown("the result has no known value")
    if not claimed.overlaps(truth):
        return wrong(f"the result is not the integral, which is near {float(truth.mid()):.10g}")
    if truth.contains(0) and not truth.is_zero() and truth.rad() > arb(2) ** -1000:
        return unknown("the integral is too close to zero to decide")
    return right("the result lies within an enclosure of the integral")


def _difference(integrand: Node, inside: Node, name: str, low: Node, high: Node) -> Any:
    """Return the antiderivative's difference as a ball, or its infinite sign; None if it is not reliable.

    Between the bounds it is taken piece by piece, with the limits at each break.
    """
    if low == high:
        return balls.ball(Fraction(0))
    turned = _order(low, high)
    start, end = (high, low) if turned == -1 else (low, high)
    cuts = _cuts((integrand, inside), name, start, end)
    if turned is None or cuts is None or not _is_real(integrand, name, start, end):
        return None
    pieces = list(pairwise([start, *map(number, cuts), end]))
    goals = [(_end(inside, name, left, 1), _end(inside, name, right_end, -1)) for left, right_end in pieces]
    known = [(first, last) for first, last in goals if first is not None and last is not None]
    if len(known) < len(goals):
        return None
    below, above = infinite(known[0][0]), infinite(known[-1][1])
    if any(infinite(goal) for pair in known for goal in pair):
        return turned * (above or -below) if len(known) == 1 and above != below else None
    terms = [add(last, neg(first)) if turned > 0 else add(first, neg(last)) for first, last in known]
    try:
        return balls.value(add(*terms), {}, MANY_BITS)  # adds inside, as balls are rounded here
    except (Undefined, Unclear):
        return None


def _is_real(integrand: Node, name: str, start: Node, end: Node) -> bool:
    """Return whether the integrand has real values on each piece between the bounds, by samples."""
    ends = [None if infinite(at) else Fraction(float(balls.value(at, {}).mid())) for at in (start, end)]
    pieces = samples(breaks([integrand], name, {}), *ends)
    inner = (at for piece in pieces for at in piece[1:-1])
    return not any(balls.is_defined(integrand, {name: at}) is False for at in inner)


def _order(low: Node, high: Node) -> int | None:
    """Return 1 if the bounds go upwards, -1 if they go downwards."""
    if infinite(low) or infinite(high):
        return 1 if infinite(low) < 0 or infinite(high) > 0 else -1
    try:
        return balls.sign(balls.value(high, {}) - balls.value(low, {})) or None
    except (Undefined, Unclear):
        return None


def _cuts(parts: tuple[Node, ...], name: str, start: Node, end: Node) -> list[Fraction] | None:
    """Return the places strictly between the bounds at which an expression may break; None if they are not exact."""
    found = []
    for cut in breaks(parts, name, {}):
        at = balls.ball(cut)
        try:
            after = infinite(start) < 0 or at - balls.value(start, {}) > 1e-9
            before = infinite(end) > 0 or balls.value(end, {}) - at > 1e-9
        except (Undefined, Unclear):
            return None
        exact = cut.limit_denominator(10000)
        if after and before:
            if abs(exact - cut) > JUMP:
                return None
            found.append(exact)
    return found


def _end(inside: Node, name: str, point: Node, side: int) -> Node | None:
    """Return the antiderivative's limit at an end of a piece, which is its value if it does not break there."""
    if not infinite(point):
        there = inside.put({name: point})
        broken = any(_touches(part.put({name: point})) for part in breaking(inside))
        if not broken and balls.is_defined(there, {}):
            return there
    made = approach(inside, name, point, side, [{}])
    return made.goal if made.confirmed else None


def _touches(part: Node) -> bool:
    try:
        return bool(balls.value(part, {}).contains(0))
    except (Undefined, Unclear):
        return True
