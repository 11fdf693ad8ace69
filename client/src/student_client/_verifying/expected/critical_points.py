"""The local extreme values of a function of two letters, and its saddle points: by its second derivatives.

The stationary points are SymPy's; that none is missing is proved as for systems of two polynomial equations.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import sympy  # type: ignore[import-untyped]

from ..._reading.formulas.tree import ZERO, Equation, System
from ..convert import tree
from ..finding import Finding, unknown
from ..systems import solves_system
from .comparisons import CANNOT, Asked, Judge, any_order, is_not_zero, points, value

_NOT_KNOWN = unknown("the stationary points and their kinds are not known")


def _stationary(asked: Asked) -> list[tuple[tuple[Any, ...], str]] | None:
    """Return all stationary points with their kinds; None if they are not known."""
    (body,), names = asked.one("function"), asked.one("letters")
    if len(names) != len("xy"):
        return None
    slopes = [sympy.diff(body, name) for name in names]
    zeros = [_zero(slope, names) for slope in slopes]
    if None in zeros:
        return None
    found = sympy.solve(zeros, names, dict=True)
    places = [tuple(one.get(name, name) for name in names) for one in found]
    if any(entry.free_symbols for place in places for entry in place):
        return None
    real = [place for place in places if all(entry.is_real for entry in place)]
    plain = [sympy.Symbol(name.name) for name in names]
    claims = [dict(zip(plain, place, strict=True)) for place in real]
    system = System(tuple(Equation(tree(one), ZERO) for one in zeros))
    if not real or not solves_system(system, [one.name for one in plain], claims, field="real").right:
        return None
    kinds = [_kind(body, names, place) for place in real]
    return [(place, kind) for place, kind in zip(real, kinds, strict=True) if kind] if all(kinds) else None


def _zero(slope: Any, names: tuple[Any, ...]) -> Any:
    """Return a polynomial that is zero where a slope is: without a factor that is never zero; None for others."""
    made = sympy.Mul(*(one for one in sympy.Mul.make_args(sympy.factor(slope)) if not isinstance(one, sympy.exp)))
    return made if made.is_polynomial(*names) and made.free_symbols <= set(names) else None


def _kind(body: Any, names: tuple[Any, ...], place: tuple[Any, ...]) -> str | None:
    """Return the kind of a stationary point by the signs of the second derivatives; None if they do not tell it."""
    bend = sympy.hessian(body, names).subs(dict(zip(names, place, strict=True)))
    turn, first = sympy.simplify(bend.det()), sympy.simplify(bend[0, 0])
    if not is_not_zero(turn):
        return None
    if turn.is_negative or sympy.N(turn, 30) < 0:
        return "saddle"
    return "minimum" if sympy.N(first, 30) > 0 else "maximum"


def _points(kind: str) -> Judge:
    def judge(asked: Asked) -> Finding:
        found = _stationary(asked)
        wanted = [place for place, one in found or [] if one == kind]
        return points(wanted, asked.one("letters"), asked) if wanted else _NOT_KNOWN

    return judge


def _values(*kinds: str) -> Judge:
    """Return the judge of the values of some kinds, alone or with their only place."""

    def judge(asked: Asked) -> Finding:
        found, (body,), names = _stationary(asked), asked.one("function"), asked.one("letters")
        places = [place for place, one in found or [] if one in kinds]
        heights = [sympy.simplify(body.subs(dict(zip(names, place, strict=True)))) for place in places]
        heights = list(dict.fromkeys(heights))
        if not heights:
            return _NOT_KNOWN
        if len(places) == 1 and len(asked.results) > 1:
            return _with_place(asked, places[0], heights[0])
        return value(heights[0], asked) if len(heights) == 1 else any_order(heights, asked)

    return judge


def _with_place(asked: Asked, place: tuple[Any, ...], height: Any) -> Finding:
    """Judge a place and then its value."""
    beside = replace(asked, results=asked.results[:-1], steps=asked.steps[:-1])
    found = points([place], asked.one("letters"), beside)
    return value(height, replace(asked, results=asked.results[-1:], steps=asked.steps[-1:])) if found.right else CANNOT


def _overall(kind: str) -> Judge:
    """Return the judge of the greatest or the smallest value of a quadratic function, which has no other extreme."""

    def judge(asked: Asked) -> Finding:
        (body,), names = asked.one("function"), asked.one("letters")
        if not body.is_polynomial(*names) or sympy.Poly(body, *names).total_degree() != 2:
            return _NOT_KNOWN
        return _values(kind)(asked)

    return judge


def _examined(_: Asked) -> Finding:
    return CANNOT


CRITICAL_POINTS: dict[tuple[str, str], Judge] = {
    ("surfaces", "saddle"): _points("saddle"),
    ("surfaces", "saddle "): _points("saddle"),
    ("surfaces", "relative extremes"): _values("minimum", "maximum"),
    ("surfaces", "examined"): _examined,
    **{
        ("surfaces", said.format(kind)): judge
        for kind in ("minimum", "maximum")
        for said, judge in (
            ("local {}", _values(kind)),
            ("local {} point", _points(kind)),
            ("local {} point ", _points(kind)),
            ("{}", _overall(kind)),
        )
    },
}
"""The judge of each thing that can be asked of a function of two letters."""
