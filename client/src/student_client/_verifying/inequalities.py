"""Does an inequality hold on a set of numbers? Its sides' signs between all zeros and breaks, and at each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Any

import sympy  # type: ignore[import-untyped]
from flint import arb, arb_poly

from .._reading.formulas.tree import Inequality, Node, add, neg, number, symbol
from . import balls
from .balls import Unclear, Undefined
from .convert import Unreadable, tree
from .finding import Finding, right, unknown, wrong
from .isolation import TooHard, has_none, isolate
from .pieces import breaking, breaks, samples
from .polynomials import NotRational, quotient, real_roots
from .real_solutions import FARTHEST, STRIDES, WINDOW, Interval, keeps_sign

NEAR = Fraction(1, 1 << 30)
"""Distance within which two cuts are one, if an end of the set is there and is proved exact."""
PRECISION = 640
"""Bits at which places are compared with the ends of the set."""
HOLDS = {"<": {-1}, "<=": {-1, 0}, ">": {1}, ">=": {0, 1}}
"""Signs of the left side minus the right side with which each link holds."""


@dataclass(frozen=True)
class Part:
    """A piece of the set: two ends (None for infinity), and whether each belongs to it."""

    low: Node | None
    high: Node | None
    closed: tuple[bool, bool]

    def holds(self, made: Any) -> bool:
        """Return whether a ball lies inside the piece, or is an end that belongs to it.

        Raises:
            Unclear: the balls do not decide it.
        """
        for end, closed, side in ((self.low, self.closed[0], 1), (self.high, self.closed[1], -1)):
            if end is None:
                continue
            away = balls.sign(_exact(made - balls.value(end, {}, 200)))
            if away == -side or (away == 0 and not closed):
                return False
        return True


def _exact(distance: Any) -> Any:
    """Return zero for a ball so close to zero that it is an end."""
    return arb(0) if distance.contains(0) and distance.rad() < 1e-30 else distance


def solves_inequality(inequality: Inequality, name: str, made: Any, where: Interval | None = None) -> Finding:
    """Judge a set.

    Args:
        inequality: the printed inequality, in one letter.
        name: that letter.
        made: the set, as SymPy's object.
        where: the numbers to which the question is restricted.
    """
    if inequality.names() != {name}:
        return unknown("an inequality with other letters is not judged")
    try:
        with balls.precision(PRECISION):
            return Judged(inequality, name, parts_of(made), where).finding()
    except (Unreadable, TooHard):
        return unknown("the numbers for which the inequality holds cannot be decided: the search is too hard")
    except (Undefined, Unclear):
        return unknown("the numbers for which the inequality holds cannot be decided")


def parts_of(made: Any) -> list[Part]:
    if made is sympy.S.EmptySet:
        return []
    pieces = made.args if isinstance(made, sympy.Union) else (made,)
    found: list[Part] = []
    for piece in pieces:
        if isinstance(piece, sympy.FiniteSet):
            points = [tree(point) for point in piece.args]
            found += [Part(point, point, (True, True)) for point in points]
        elif isinstance(piece, sympy.Interval):
            ends = [None if end.is_infinite else tree(end) for end in (piece.start, piece.end)]
            found.append(Part(ends[0], ends[1], (not piece.left_open, not piece.right_open)))
        else:
            raise Unreadable(type(piece).__name__)
    return found


class Judged:
    """A set, and the inequality that it should solve."""

    def __init__(self, inequality: Inequality, name: str, parts: Sequence[Part], where: Interval | None) -> None:
        self.where = where
        self.sides, self.signs, self.name, self.parts = inequality.sides, inequality.signs, name, parts
        pairs = zip(self.sides, self.sides[1:], strict=False)
        self.differences = [add(left, neg(right_side)) for left, right_side in pairs]
        self.ends = [end for part in parts for end in (part.low, part.high) if end is not None]
        self.balls = [balls.value(end, {}, 200) for end in self.ends]

    def finding(self) -> Finding:
        """Compare the set with the truth at places on every piece, at every end of the set, and at every other cut."""
        cuts = [cut for difference in self.differences for cut in self._cuts_of(difference)]
        edges = [balls.value(end, {}, 200) for end in self._edges()]
        middles = sorted({*(middle for middle, _ in cuts), *map(_near, [*self.balls, *edges])})
        for at in (at for piece in samples(middles) for at in piece):
            if (self._is_asked(balls.ball(at)) and self._truth(at)) != self._claimed(balls.ball(at)):
                return wrong(f"the result and the inequality differ at {self.name} = {float(at):.6g}")
        others = [cut for cut in cuts if not any(_is_same(*cut, end) for end in self.balls)]
        ends = [*self.ends, *self._edges()]
        found = [*(self._at_end(end) for end in ends), *(self._at_cut(*cut) for cut in others)]
        bad = next((one for one in found if not one.right), None)
        return bad or right(
            f"the inequality holds there and nowhere else: checked around {len(middles)} zeros and breaks"
        )

    def _edges(self) -> list[Node]:
        """Return the ends of the numbers that are asked."""
        return [] if self.where is None else [end for end in (self.where.low, self.where.high) if end is not None]

    def _is_asked(self, at: Any) -> bool:
        return self.where is None or self.where.holds(at)

    def _claimed(self, at: Any) -> bool:
        return any(part.holds(at) for part in self.parts)

    def _cuts_of(self, difference: Node) -> list[tuple[Fraction, Any]]:
        try:
            above, below = quotient(difference, self.name, {})
        except ZeroDivisionError:
            raise Unclear from None
        except NotRational:
            return [(at, None) for at in self._searched(difference)]
        return [(_near(root), root) for part in (above, below) for root in real_roots(part)]

    def _searched(self, difference: Node) -> list[Fraction]:
        """Return the zeros and breaks that balls find; they exclude any other zero."""
        edges = [balls.value(end, {}, 200) for end in self._edges()]
        near = (
            (Fraction(floor(float(edges[0].mid())) - 1), Fraction(ceil(float(edges[1].mid())) + 1))
            if len(edges) == 2
            else None
        )
        found = isolate(difference, self.name, *(near or (-WINDOW, WINDOW)))
        for side in (-1, 1) if near is None else ():
            start = WINDOW
            while start < FARTHEST:
                by = next((by for by in STRIDES if has_none(difference, self.name, side * start, side * start * by)), 0)
                if not by:
                    break
                start *= by
            if start < FARTHEST and not keeps_sign(difference, self.name, start, side):
                raise TooHard
        zeros = [(low + high) / 2 for low, high in (*found.single, *found.doubtful)]
        return [*zeros, *breaks(self.sides, self.name, {})]

    def _truth(self, at: Fraction) -> bool:
        """Return whether the inequality holds at an exact number.

        Raises:
            Unclear: the balls do not decide it.
        """
        return self._truth_at(number(at))

    def _at_end(self, end: Node) -> Finding:
        """Compare at an end of the set, which must be a zero or a break exactly."""
        if not self._is_exact(end):
            return unknown(f"it cannot be decided whether the set ends exactly at {end}")
        at = balls.value(end, {}, 200)
        claimed = self._claimed(at)
        if claimed == (self._is_asked(at) and self._truth_at(end)):
            return right("the same")
        told = "in the result, but should not" if claimed else "not in the result, but should"
        return wrong(f"{self.name} = {end} is {told} be")

    def _at_cut(self, middle: Fraction, root: Any) -> Finding:
        """Compare at a zero or a break that is not an end of the set."""
        at = number(middle.limit_denominator(10000))
        if root is None and abs(Fraction(at.value or 0) - middle) < Fraction(1, 1 << 34) and self._is_exact(at):
            return self._at_end(at)
        return self._at_root(root, middle)

    def _is_exact(self, end: Node) -> bool:
        """Return whether a difference is zero there, or a side breaks there."""
        parts = [*self.differences, *(part for side in self.sides for part in breaking(side) if part.names())]
        parts += [add(symbol(self.name), neg(edge)) for edge in self._edges()]
        return any(vanishes(part.put({self.name: end})) for part in parts)

    def _truth_at(self, end: Node) -> bool:
        values = {self.name: end}
        try:
            for side in self.sides:
                balls.value(side.put(values), {})
            signs = [
                0 if vanishes(put := part.put(values)) else balls.sign(balls.value(put, {}))
                for part in self.differences
            ]
        except Undefined:
            return False
        return all(sign in HOLDS[link] for sign, link in zip(signs, self.signs, strict=True))

    def _at_root(self, root: Any, middle: Fraction) -> Finding:
        """Compare at a root of the numerator or the denominator that is not an end of the set."""
        around = root if root is not None else arb(balls.ball(middle), 1e-10)
        claimed = self._claimed(around)
        if not self._is_asked(around):
            near = f"{self.name} near {float(middle):.6g}"
            return wrong(f"{near} is not among the numbers that are asked") if claimed else right("the same")
        held = []
        for difference, link in zip(self.differences, self.signs, strict=True):
            try:
                above, below = quotient(difference, self.name, {})
            except NotRational:
                held.append(balls.sign(balls.evaluate(difference, {self.name: around})) in HOLDS[link])
                continue
            zero, pole = (any(around.overlaps(other) for other in real_roots(part)) for part in (above, below))
            sign = 0 if zero or pole else balls.sign(arb_poly(above)(around) / arb_poly(below)(around))
            held.append(not pole and sign in HOLDS[link])
        if all(held) == claimed:
            return right("the same")
        return wrong(f"{self.name} near {float(middle):.6g} is {'in' if claimed else 'not in'} the result")


def _is_same(middle: Fraction, root: Any, end: Any) -> bool:
    """Return whether a cut is an end of the set: by their balls, or as close as a cut is known."""
    if root is not None:
        return bool(root.overlaps(end))
    return bool(abs(end - balls.ball(middle)) < balls.ball(NEAR * (1 + abs(middle))))


def vanishes(part: Node) -> bool:
    try:
        made = balls.value(part, {}, 200)
    except (Undefined, Unclear):
        return False
    return bool(made.contains(0) and made.rad() < 1e-30)


def _near(ball: Any) -> Fraction:
    """Return an exact number close to a ball's middle."""
    mantissa, exponent = (int(part) for part in ball.mid().man_exp())
    return Fraction(round(Fraction(mantissa) * Fraction(2) ** exponent * (1 << 60)), 1 << 60)
