"""A function of one letter with all of its critical numbers, and the sign of its slope between them.

The critical numbers are SymPy's, and complete by our own search. Between two of them the derivative keeps its sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import sympy  # type: ignore[import-untyped]

from ..._reading.formulas.derivative import NoRule, derivative
from ..._reading.formulas.tree import ZERO, Equation, Node
from .. import balls
from ..balls import Unclear, Undefined, is_defined
from ..convert import expression
from ..critical import critical
from ..pieces import breaks, samples
from ..polynomial_roots import Asked as Equated
from ..real_solutions import Interval
from .comparisons import Asked

_NEAR = Fraction(1, 1 << 40)
CLOSE = sympy.Rational(1, 10**30)
"""Two values that differ by less are one."""


@dataclass(frozen=True)
class Curve:
    """A function of one letter on an interval.

    Args:
        node: the function.
        name: its letter.
        low: the interval's lower end, as SymPy's number; minus infinity for none.
        high: the upper end.
        closed: whether the ends belong to it.
        places: its critical numbers and its gaps between the ends, in order.
        poles: the numbers between its values at which it has none.
        edges: the ends of its domain at which it has no value.
        slopes: the sign of its derivative before each of them and after the last one; 0 if it has no value there.
    """

    node: Node
    name: Any
    low: Any
    high: Any
    closed: bool
    places: tuple[Any, ...]
    poles: tuple[Any, ...]
    edges: tuple[Any, ...]
    slopes: tuple[int, ...]

    def at(self, place: Any) -> Any:
        """Return the value at a place."""
        return sympy.simplify(expression(self.node).subs(self.name, place))

    def turns(self, sign: int) -> list[Any]:
        """Return the local maxima, or the local minima if the sign is -1."""
        around = zip(self.places, self.slopes, self.slopes[1:], strict=False)
        found = [place for place, before, after in around if (before, after) == (sign, -sign)]
        return [place for place in found if place not in {*self.poles, *self.edges}]

    def greatest(self, sign: int) -> list[Any] | None:
        """Return where the function is greatest, or smallest if the sign is -1; None if that is not known."""
        places = [place for place in self.places if place not in self.edges]
        if self.closed:
            places = [self.low, *(place for place in places if self.low < place < self.high), self.high]
        elif self._leaves(sign):
            return None
        fits = not self.poles and not (self.closed and self.edges)
        heights = [sympy.N(sign * self.at(place), 40) for place in places] if fits else []
        if not heights or not all(height.is_real for height in heights):
            return None
        most = max(heights)
        near = [most - height < CLOSE for height in heights]
        return list(dict.fromkeys(place for place, fits in zip(places, near, strict=True) if fits))

    def _leaves(self, sign: int) -> bool:
        """Return whether the function may be greater near an open end than at its places."""
        ends = [None, *(None if place in self.edges else place for place in self.places), None]
        return any(
            (slope == -sign and low is None) or (slope == sign and high is None)
            for low, slope, high in zip(ends, self.slopes, ends[1:], strict=False)
        )


def curve(asked: Asked) -> Curve | None:
    """Return the function that is asked about, with all critical numbers; None if these are not known."""
    node, (_, name) = asked.parts["function"][0][0], asked.one("function")
    low, high, closed, _ = _interval(asked)
    known = _critical(asked)
    if known is None:
        return None
    places, poles, edges = known
    inside = [one for one in (*places, *poles, *edges) if low < one < high]
    cuts = sorted(inside, key=lambda one: sympy.N(one, 40))
    try:
        slopes = _slopes((node, derivative(node, str(name))), str(name), cuts, (low, high))
    except (NoRule, Undefined, Unclear):
        return None
    if slopes is None:
        return None
    return Curve(node, name, low, high, closed, tuple(cuts), tuple(poles), tuple(edges), slopes)


def flat_places(asked: Asked) -> list[Any] | None:
    """Return where the function that is asked about has the slope zero; None if that is not known."""
    known, (made, name) = _critical(asked), asked.one("function")
    slope = sympy.diff(made, name)
    return None if known is None else [one for one in known[0] if sympy.simplify(slope.subs(name, one)) == 0]


def _critical(asked: Asked) -> tuple[list[Any], list[Any], list[Any]] | None:
    """Return all critical numbers, the poles, and the ends of the domain; None if they are not known."""
    node, (made, name) = asked.parts["function"][0][0], asked.one("function")
    low, high, closed, interval = _interval(asked)
    if node.names() != {str(name)} or (low < high) != sympy.true:
        return None
    found, broken = _flat(made, name, low, high), _broken(node, str(name), low, high)
    if found is None or broken is None:
        return None
    kinks, poles, edges = broken
    found, kinks = ([one for one in some if closed or low < one < high] for some in (found, kinks))
    try:
        question = Equated(Equation(derivative(node, str(name)), ZERO), str(name), (node,), "real", interval)
        places = [*found, *(one for one in kinks if one not in found)]
        if not any(critical(node, "critical", question, some).right for some in (places, found)):
            return None
    except (NoRule, Undefined, Unclear):
        return None
    return places, poles, edges


def _broken(node: Node, name: str, low: Any, high: Any) -> tuple[list[Any], list[Any], list[Any]] | None:
    """Return the breaks with a value, those between values, and those at the end of values."""
    kinks, poles, edges = list[Any](), list[Any](), list[Any]()
    for cut in breaks([node], name, {}):
        exact = cut.limit_denominator(10000)
        place = sympy.Rational(exact.numerator, exact.denominator)
        if not (low <= place <= high):
            continue
        defined = is_defined(node, {name: exact})
        if abs(exact - cut) > _NEAR or defined is None:
            return None
        if defined:
            kinks.append(place)
        elif low < place < high:
            (edges if _is_edge(node, name, exact) else poles).append(place)
    return kinks, poles, edges


def _is_edge(node: Node, name: str, at: Fraction) -> bool:
    """Return whether a function has values on one side of a number only."""
    sides = {is_defined(node, {name: at + side * Fraction(1, 1 << 20)}) for side in (-1, 1)}
    return sides == {True, False}


def _interval(asked: Asked) -> tuple[Any, Any, bool, Interval | None]:
    """Return the ends of the interval that is asked, whether they belong to it, and the interval."""
    if "span" in asked.parts:
        (low, high), nodes = asked.one("span"), asked.parts["span"][0]
        return low, high, True, Interval(nodes[0], nodes[1], (True, True), "the interval")
    if "over" in asked.parts:
        ends, (low, high) = (
            (asked.parts["over"][0][0], asked.parts["under"][0][0]),
            asked.one("over") + asked.one("under"),
        )
        return low, high, False, Interval(*ends, (False, False), "the interval")
    if "above" in asked.parts:
        (low,), (node,) = asked.one("above"), asked.parts["above"][0]
        return low, sympy.oo, False, Interval(node, None, (False, False), "the numbers above")
    if "model" in asked.parts:
        return sympy.S.Zero, sympy.oo, False, Interval(ZERO, None, (False, False), "the positive numbers")
    return -sympy.oo, sympy.oo, False, None


def _flat(made: Any, name: Any, low: Any, high: Any) -> list[Any] | None:
    """Return where the derivative of a function is zero; None if SymPy does not know all such places."""
    slope = sympy.together(sympy.diff(made, name))
    try:
        found = sympy.solveset(slope, name, sympy.Interval(low, high))
        if not isinstance(found, sympy.FiniteSet | sympy.sets.sets.EmptySet):
            found = sympy.solve(slope, name)
    except (NotImplementedError, ValueError, TypeError):
        return None
    places = [sympy.simplify(one) for one in found]
    if not all(one.is_number for one in places):
        return None
    inside = [one for one in places if one.is_real and low <= one <= high]
    return [one for one in inside if sympy.N(made.subs(name, one), 40).is_real]


def _slopes(
    nodes: tuple[Node, Node], name: str, places: Sequence[Any], span: tuple[Any, Any]
) -> tuple[int, ...] | None:
    """Return the sign of a function's derivative between places; None if it is not the same at all samples."""
    cuts = [_fraction(one) for one in places]
    ends = [None if end.is_infinite else _fraction(end) for end in span]
    made = []
    for piece in samples(cuts, *ends):
        signs = {_sign(nodes, name, at) for at in piece if _inside(at, cuts)}
        if len(signs) != 1:
            return None
        made.append(signs.pop())
    return tuple(made)


def _inside(at: Fraction, cuts: Sequence[Fraction]) -> bool:
    return all(abs(at - cut) > _NEAR for cut in cuts)


def _fraction(number: Any) -> Fraction:
    return Fraction(str(sympy.N(number, 40)))


def _sign(nodes: tuple[Node, Node], name: str, at: Fraction) -> int:
    if not is_defined(nodes[0], {name: at}):
        return 0
    try:
        return int(balls.sign(balls.value(nodes[1], {name: at})))
    except Undefined:
        return 0
