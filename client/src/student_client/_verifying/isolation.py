"""Isolates the real zeros of a function on an interval, by ball arithmetic: each part has none or exactly one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from flint import arb, ctx, fmpq

from .._reading.formulas.derivative import NoRule, derivative
from .._reading.formulas.tree import ONE, Node
from . import balls
from .balls import Unclear, Undefined
from .numerators import fraction
from .pieces import breaks

PRECISION = 128
SMALL = Fraction(1, 1 << 34)
"""Width below which a part is no longer halved, unless it is very far away."""
BUDGET = 6000
"""Most parts that are examined."""
TOUCHES = 2
"""A sign that cannot be decided."""


class TooHard(Exception):
    """The budget is used up before every part was decided."""


@dataclass
class Isolated:
    """The zeros that were found.

    Args:
        single: intervals with exactly one zero each, proved.
        doubtful: tiny intervals in which a zero cannot be excluded.
    """

    single: list[tuple[Fraction, Fraction]] = field(default_factory=list)
    doubtful: list[tuple[Fraction, Fraction]] = field(default_factory=list)


def isolate(
    function: Node, name: str, low: Fraction, high: Fraction, domain: Sequence[Node] = (), budget: int = BUDGET
) -> Isolated:
    """Look for all zeros between two numbers.

    Args:
        function: an expression in one letter.
        name: that letter.
        low: the lower end.
        high: the upper end.
        domain: further expressions that must have a value at a zero.
        budget: most parts that are examined.

    Raises:
        TooHard: the budget is used up.
    """
    try:
        slope: Node | None = derivative(function, name)
    except NoRule:
        slope = None
    above, below = fraction(function)
    search = _Search(function, None if below == ONE else above, slope, name, tuple(domain), budget=budget)
    before = ctx.prec
    try:
        ctx.prec = PRECISION
        search.run(low, high)
    finally:
        ctx.prec = before
    return search.found


def resolution(at: Fraction) -> Fraction:
    """Return the width below which a part is no longer halved."""
    return SMALL * max(Fraction(1), abs(at) / (1 << 60))


def has_none(function: Node, name: str, start: Fraction, end: Fraction) -> bool:
    """Return whether a single ball proves that there is no zero between two numbers."""
    middle, half = (start + end) / 2, abs(end - start) / 2
    try:
        return not balls.evaluate(function, {name: arb(_ball(middle), _ball(half).upper())}).contains(0)
    except Undefined:
        return True
    except Unclear:
        return False


@dataclass
class _Search:
    function: Node
    numerator: Node | None
    slope: Node | None
    name: str
    domain: tuple[Node, ...]
    found: Isolated = field(default_factory=Isolated)
    budget: int = BUDGET
    looked_at: int = 0
    edges: list[Fraction] | None = None

    def run(self, low: Fraction, high: Fraction) -> None:
        """Halve the interval until each part is decided, from left to right."""
        waiting = [(low, high)]
        while waiting:
            start, end = waiting.pop()
            self.looked_at += 1
            if self.looked_at > self.budget:
                raise TooHard
            if self._decided(start, end):
                continue
            if end - start < resolution(start):
                self._give_up(start, end)
                continue
            # Cut unevenly, to avoid the round numbers that are solutions.
            middle = start + (end - start) * Fraction(503, 1000)
            waiting += [(middle, end), (start, middle)]

    def _over(self, node: Node, start: Fraction, end: Fraction) -> Any:
        middle, half = (start + end) / 2, (end - start) / 2
        around = arb(_ball(middle), _ball(half).upper())
        return balls.evaluate(node, {self.name: around})

    def _at(self, at: Fraction) -> Any:
        return balls.evaluate(self.function, {self.name: _ball(at)})

    def _decided(self, start: Fraction, end: Fraction) -> bool:
        """Return whether the part has no zero, or exactly one, which is then recorded."""
        try:
            for part in self.domain:
                self._over_domain(part, start, end)
            if not self._over(self.function, start, end).contains(0):
                return True
        except Undefined:
            return True
        except Unclear:
            return self._numerator_is_free(start, end)
        try:
            if self.slope is None or self._over(self.slope, start, end).contains(0):
                return False
            below, above = balls.sign(self._at(start)), balls.sign(self._at(end))
        except (Undefined, Unclear):
            return False
        if below * above < 0:
            self.found.single.append(self._narrowed(start, end, below))
        return below * above != 0

    def _numerator_is_free(self, start: Fraction, end: Fraction) -> bool:
        """Return whether there is no zero close to a pole, as the numerator has none."""
        try:
            return self.numerator is not None and not self._over(self.numerator, start, end).contains(0)
        except (Undefined, Unclear):
            return False

    def _over_domain(self, part: Node, start: Fraction, end: Fraction) -> None:
        try:
            self._over(part, start, end)
        except Unclear:
            return

    def _narrowed(self, start: Fraction, end: Fraction, below: int) -> tuple[Fraction, Fraction]:
        """Halve an interval that has exactly one zero, as far as the balls decide it."""
        for _ in range(60):
            middle = start + (end - start) * Fraction(503, 1000)
            try:
                here = balls.sign(self._at(middle))
            except (Undefined, Unclear):
                break
            start, end = (middle, end) if here == below else (start, middle)
            if here == 0:
                return middle, middle
        return start, end

    def _give_up(self, start: Fraction, end: Fraction) -> None:
        """Record a tiny part as doubtful, unless it is an edge beside which every value has one sign."""
        try:
            self._over(self.function, start, end)
        except Undefined:
            return
        except Unclear:
            if self._keeps_its_sign(start, end):
                return
        self.found.doubtful.append((start, end))

    def _keeps_its_sign(self, start: Fraction, end: Fraction) -> bool:
        """Return whether the equation does not hold at the part's break, nor changes its sign close to it."""
        if self.edges is None:
            self.edges = breaks((self.function, *self.domain), self.name, {})
        inside = [edge for edge in self.edges if start - SMALL <= edge <= end + SMALL]
        if len(inside) != 1:
            return False
        edge = inside[0].limit_denominator(10000)
        if abs(edge - inside[0]) > Fraction(1, 1 << 40) or self._sign(edge) in {0, TOUCHES}:
            return False
        tiny = [Fraction(1, 1 << bits) for bits in (36, 50, 70, 100, 200)]
        sides = ((1, end - edge), (-1, edge - start))
        return all(
            self._one_sign([edge + side * step for step in (*tiny, max(width, tiny[0]))]) for side, width in sides
        )

    def _one_sign(self, places: Sequence[Fraction]) -> bool:
        """Return whether the equation's values at all places have the same sign, or do not exist."""
        signs = {self._sign(at) for at in places}
        return len(signs) == 1 and TOUCHES not in signs

    def _sign(self, at: Fraction) -> int | None:
        """Return the sign at one place: None if there is no value, TOUCHES when it cannot be decided."""
        try:
            return balls.sign(balls.value(self.function, {self.name: at}, 1))
        except Undefined:
            return None
        except Unclear:
            return TOUCHES


def _ball(value: Fraction) -> Any:
    return arb(fmpq(value.numerator, value.denominator))
