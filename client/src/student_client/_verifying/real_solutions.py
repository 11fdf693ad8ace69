"""Judges real solutions of an equation that is not polynomial: isolates zeros by balls, and searches far away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import Any

from flint import arb, ctx

from .._reading.formulas.tree import Node, number
from . import balls
from .balls import Unclear, Undefined
from .finding import Finding, every, right, unknown, wrong
from .isolation import Isolated, TooHard, has_none, isolate, resolution

WINDOW = Fraction(64)
"""Zeros are isolated at least between minus and plus this number."""
FARTHEST = Fraction(2) ** 340
"""How far zeros are isolated as long as the balls decide; more than 10**100."""
STRIDES = (1 << 16, 2)
"""Factors by which the window grows in one step, if one ball over the new part shows that it has no zero."""
NONE_THERE = "the problem's equation has no real solution"
"""The reason if a plan rightly gives no solution."""
_ALL_OR_SOME = "solve with domain general, or assume={'interval': '[0, 2*pi)'}"
FAR_BUDGET = 250
"""Most parts that are examined between a number and its double."""
_OFF = Fraction(1, 37)
_PERIODIC = frozenset({"sin", "cos", "tan", "sec", "csc", "cot"})
_PLACES = [Fraction(2) ** step * Fraction(1013, 1000) for step in (*range(24, 64, 3), *range(64, 300, 29))]
_HUGE = [Fraction(2) ** step for step in range(341, 4096, 37)]
"""Places at which an undecided sign, such as that of an exponential, is ignored."""


@dataclass(frozen=True)
class Interval:
    """An interval of real numbers; an end that is None is infinite.

    Args:
        low: the lower end.
        high: the upper end.
        closed: whether the lower and the upper end belong to it.
        text: the interval as a person wrote it.
    """

    low: Node | None
    high: Node | None
    closed: tuple[bool, bool]
    text: str

    def holds(self, made: Any) -> bool:
        """Return whether a ball lies in the interval; one that touches an end counts as the end."""
        for end, closed, outside in ((self.low, self.closed[0], -1), (self.high, self.closed[1], 1)):
            if end is None:
                continue
            distance = made - balls.value(end, {})
            if distance.contains(0):
                if not closed:
                    return False
            elif (distance > 0) == (outside > 0):
                return False
        return True


def complete(
    zero: Node,
    name: str,
    domain: Sequence[Node],
    known: Sequence[tuple[Any, Any]],
    place: dict[str, Fraction],
    interval: Interval | None,
) -> Finding:
    """Judge solutions: substitute each, isolate the zeros, and compare.

    Args:
        zero: the equation's left side minus its right side, with the unknown as the only letter.
        name: the unknown.
        domain: further expressions that must have a value at a solution.
        known: each claim (with its tree as ``node``) and its complex ball.
        place: the numbers for the other letters.
        interval: the interval in which solutions are asked; None for all real numbers.
    """
    numbers = {letter: number(at) for letter, at in place.items()}
    if place:  # allows a claim without a value for some letters, such as log(c) for c < 0
        known = [(claim, made) for claim, made in known if made.imag.contains(0)]
    checked = every(_claimed(zero, name, domain, claim, made, numbers, interval) for claim, made in known)
    if known and not checked.right:
        return checked
    reals = [made.real for _, made in known]
    if interval is None and _endless(zero, name):
        if not reals and _never_zero(zero, name):
            return right(NONE_THERE)
        return unknown(f"the equation may have infinitely many solutions. Fix: {_ALL_OR_SOME}")
    return _Search(zero, name, tuple(domain), interval, reals).finding()


def _claimed(
    zero: Node,
    name: str,
    domain: Sequence[Node],
    claim: Any,
    made: Any,
    numbers: dict[str, Node],
    interval: Interval | None,
) -> Finding:
    """Judge one claim: a real number of the interval that solves the printed equation."""
    if not made.imag.contains(0):
        return wrong(f"{claim} is not a real number")
    if interval is not None and not interval.holds(made.real):
        return wrong(f"{claim} is not in {interval.text}")
    if claim.node is None:
        return unknown(f"{claim} cannot be substituted")
    put = _put_back(zero, name, domain, claim.node.put(numbers))
    return put.because(f"{claim} {put.reason}")


def _put_back(zero: Node, name: str, domain: Sequence[Node], claim: Node) -> Finding:
    """Substitute a claim for the unknown in the printed equation."""
    try:
        for part in domain:
            balls.value(part.put({name: claim}), {})
        made = balls.value(zero.put({name: claim}), {})
    except Undefined:
        return wrong("is outside the domain of the problem's equation")
    except Unclear:
        return unknown("cannot be checked: it cannot be decided whether it is within the domain")
    if not made.contains(0):
        return wrong("does not solve the problem's equation")
    return right("solves it") if made.rad() < 1e-30 else unknown("cannot be checked precisely")


def _endless(zero: Node, name: str) -> bool:
    """Return whether the equation has a periodic function of the unknown."""
    return any(part.head in _PERIODIC and name in part.names() for part in zero.walk())


def _never_zero(zero: Node, name: str) -> bool:
    """Return whether the values stay away from zero everywhere, as those of cos(x) - 3 do."""
    try:
        return not balls.evaluate(zero, {name: arb(0, arb(2) ** 400)}).contains(0)
    except (Undefined, Unclear):
        return False


@dataclass
class _Search:
    """Zeros of an equation, isolated as far as the balls decide, and searched by signs beyond.

    Args:
        zero: the equation's left side minus its right side.
        name: the unknown.
        domain: further expressions that must have a value at a solution.
        interval: the interval in which solutions are asked.
        reals: the balls of the claims, each of which is a solution.
    """

    zero: Node
    name: str
    domain: tuple[Node, ...]
    interval: Interval | None
    reals: list[Any]
    found: Isolated = field(default_factory=Isolated)
    far: list[str] = field(default_factory=list)

    def finding(self) -> Finding:
        """Return whether a solution is missing."""
        low, high = self._window()
        try:
            self.found = isolate(self.zero, self.name, low, high, self.domain)
        except TooHard:
            return unknown("it cannot be decided whether a solution is missing: the search is too hard")
        if self.interval is None or self.interval.high is None:
            self._beyond(high, 1)
        if self.interval is None or self.interval.low is None:
            self._beyond(low, -1)
        return every((*self._missing(), *self._doubts(), self._summary()))

    def _summary(self) -> Finding:
        if "crosses" in self.far:
            return unknown("the equation has solutions far away that cannot be listed")
        if "unclear" in self.far:
            return unknown("it cannot be decided whether a solution is missing far away")
        if not self.reals:
            return right(NONE_THERE)
        count, many = len(self.reals), "s" if len(self.reals) > 1 else ""
        return right(f"the problem's equation has {count} real solution{many}, all given, each within its domain")

    def _missing(self) -> list[Finding]:
        """Return a finding for each isolated zero in the interval that is not claimed."""
        open_ends = [_asked(start, end, self.interval) for start, end in self.found.single]
        return [
            wrong(f"a solution near {float(start):.6g} is missing")
            for (start, end), asked in zip(self.found.single, open_ends, strict=True)
            if asked and not any(_in(made, start, end) for made in self.reals)
        ]

    def _doubts(self) -> list[Finding]:
        known = [*self.reals, *_open_ends(self.interval)]
        return [
            unknown(f"there may be a further solution near {float(start):.6g}")
            for start, end in self.found.doubtful
            if not any(_in(made, start, end) for made in known)
        ]

    def _window(self) -> tuple[Fraction, Fraction]:
        """Return the window in which zeros are isolated first: the interval, or far enough for all claims."""
        reach = WINDOW
        for made in self.reals:
            while made.abs_upper() > balls.ball(reach * Fraction(3, 4)):
                reach *= 2
        low, high = -reach + _OFF, reach + _OFF
        if self.interval is not None and self.interval.low is not None:
            low = _rounded(self.interval.low, self.interval.closed[0], -1)
        if self.interval is not None and self.interval.high is not None:
            high = _rounded(self.interval.high, self.interval.closed[1], 1)
        return low, high

    def _beyond(self, edge: Fraction, side: int) -> None:
        """Isolate beyond the window, which grows as long as the balls decide; then search for a change of sign."""
        start = edge
        while abs(start) < FARTHEST:
            free = next((by for by in STRIDES if has_none(self.zero, self.name, start, start * by)), 0)
            if free:
                start *= free
                continue
            end = start * 2
            try:
                further = isolate(self.zero, self.name, min(start, end), max(start, end), self.domain, FAR_BUDGET)
            except TooHard:
                break
            self.found.single += further.single
            self.found.doubtful += further.doubtful
            start = end
        near = [start + (abs(start) * Fraction(share, 40)) * side for share in range(41)]
        distant = [side * far for far in _PLACES if far > 2 * abs(start)]
        signs = [_sign(self.zero, self.name, at) for at in (*near, *distant)]
        signs += [_sign(self.zero, self.name, side * far) or None for far in _HUGE]
        told = [sign for sign in signs if sign is not None]
        if any(before * after < 0 for before, after in pairwise(told)):
            self.far.append("crosses")
        elif 0 in told:
            self.far.append("unclear")


def _rounded(end: Node, closed: bool, outside: int) -> Fraction:
    """Return an exact number slightly outside a closed end, or slightly inside an open one."""
    middle = float(balls.value(end, {}).mid())
    return Fraction(middle) + Fraction(outside if closed else -outside, 1 << 38)


def _asked(start: Fraction, end: Fraction, interval: Interval | None) -> bool:
    return interval is None or interval.holds(balls.ball((start + end) / 2))


def _open_ends(interval: Interval | None) -> list[Any]:
    """Return the ends that do not belong to the interval; a zero there does not count."""
    if interval is None:
        return []
    ends = zip((interval.low, interval.high), interval.closed, strict=True)
    return [balls.value(end, {}) for end, closed in ends if end is not None and not closed]


def _in(made: Any, start: Fraction, end: Fraction) -> bool:
    slack = 4 * resolution(start)
    with ctx.workprec(192):
        return bool(made > balls.ball(start - slack) and made < balls.ball(end + slack))


def keeps_sign(zero: Node, name: str, start: Fraction, side: int) -> bool:
    """Return whether the values at single places beyond a number, up to very far, all have one sign or are none."""
    near = [side * start * Fraction(share, 40) for share in range(41, 81)]
    far = [side * at for at in (*_PLACES, *_HUGE) if at > 2 * start]
    told = {sign for at in (*near, *far) if (sign := _sign(zero, name, at) or None) is not None}
    return len(told) < 2


def _sign(zero: Node, name: str, at: Fraction) -> int | None:
    """Return the sign at one place; None if there is no value, 0 when it cannot be decided."""
    try:
        return balls.sign(balls.value(zero, {name: at}, 1))
    except Undefined:
        return None
    except Unclear:
        return 0
