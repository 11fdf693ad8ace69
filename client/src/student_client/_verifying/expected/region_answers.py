"""The answers about iterated integrals, and about limits in two letters."""

from __future__ import annotations

from itertools import product
from math import prod
from typing import Any

import mpmath  # type: ignore[import-untyped]
import sympy  # type: ignore[import-untyped]

from ..finding import Finding, unknown
from .comparisons import Asked, Judge, letter, value

_X, _Y = letter("x"), letter("y")


def iterated(body: Any, integrals: list[tuple[Any, Any, Any]]) -> Any:
    """Return the value of an iterated integral, the innermost first; None if it is not known."""
    made = body
    for name, low, high in integrals:
        made = sympy.integrate(made, (name, low, high))
        if made.has(sympy.Integral, sympy.nan, sympy.zoo) or isinstance(made, sympy.Piecewise):
            return None
        made = sympy.simplify(made)
    return None if made.free_symbols or made.has(sympy.oo) else made


def agrees(
    body: Any, piece: tuple[dict[Any, Any], Any, list[tuple[Any, Any, Any]]], part: Any, *, positive: bool = False
) -> bool:
    """Return whether a value agrees with sums of the function at many places, at none of which it is below zero."""
    put, factor, ends = piece
    made, width, names = body.subs(put, simultaneous=True), factor, list[Any]()
    for name, low, high in ends:
        unit = sympy.Dummy()
        made, width = (one.subs(name, low + (high - low) * unit) for one in (made, width * (high - low)))
        names.append(unit)
    nodes = mpmath.calculus.quadrature.GaussLegendre(mpmath.mp).calc_nodes(3, 60)
    places = [(float(at + 1) / 2, float(weight) / 2) for at, weight in nodes]
    sizes, heights = (sympy.lambdify(names, one, modules="mpmath") for one in (width, made))
    total = 0.0
    for nodes_of in product(places, repeat=len(names)):
        at, weight = [place for place, _ in nodes_of], prod(one for _, one in nodes_of)
        size, height = complex(sizes(*at)), complex(heights(*at))
        if size.imag or height.imag or size.real < 0 or (positive and height.real < -1e-9):
            return False
        total += weight * size.real * height.real
    return bool(abs(total - complex(part)) <= 1e-3 * (1 + abs(total)))


def _turned(integrals: list[tuple[Any, Any, Any]]) -> list[tuple[Any, Any, Any]] | None:
    """Return the two innermost integrals in the other order, if a straight side bounds their region."""
    (inner, low, high), (outer, start, end), *rest = integrals
    ends = [one for one in (low, high) if one.has(outer)]
    if len(ends) != 1 or start.free_symbols or end.free_symbols:
        return None
    curve, other = ends[0], low if ends[0] is high else high
    if other.free_symbols or curve.free_symbols != {outer}:
        return None
    back = [one for one in sympy.solve(curve - inner, outer) if not one.has(sympy.I)]
    at = {place: sympy.simplify(curve.subs(outer, place)) for place in (start, end)}
    fits = [
        one for one in back if all(sympy.simplify(one.subs(inner, made) - place) == 0 for place, made in at.items())
    ]
    meets = [place for place, made in at.items() if sympy.simplify(made - other) == 0]
    slope = sympy.diff(curve, outer)
    places = [start + (end - start) * sympy.Rational(step, 17) for step in range(1, 17)]
    signs = {bool(sympy.N(slope.subs(outer, place)) > 0) for place in places}
    if len(fits) != 1 or len(meets) != 1 or len(signs) != 1:
        return None
    far = at[end if meets[0] == start else start]
    bounds = (fits[0], end) if meets[0] == start else (start, fits[0])
    return [(outer, *bounds), (inner, *((other, far) if curve is high else (far, other))), *rest]


def _value(asked: Asked) -> Finding:
    (body,), integrals = asked.one("integrand"), asked.all("integral")
    made = iterated(body, integrals)
    if made is None and (turned := _turned(integrals)) is not None:
        made = iterated(body, turned)
    return unknown("the value of the integral is not known") if made is None else value(made, asked)


def _limit(asked: Asked) -> Finding:
    """Judge a limit that exists: where the function has a value, or where it is a power of the distance at most."""
    (body,), point = asked.one("function"), asked.one("point")
    there = dict(zip((_X, _Y), point, strict=True))
    above, below = sympy.fraction(sympy.together(body))
    direct = below.subs(there)
    if sympy.simplify(direct) != 0 and not direct.has(sympy.nan, sympy.zoo):
        return value(sympy.simplify(body.subs(there)), asked)
    if not (above.is_polynomial(_X, _Y) and below.is_polynomial(_X, _Y)):
        return unknown("the limit is not known")
    moved = [
        sympy.expand(one.subs({_X: _X + point[0], _Y: _Y + point[1]}, simultaneous=True)) for one in (above, below)
    ]
    cancelled = sympy.cancel(moved[0] / moved[1])
    if sympy.fraction(cancelled)[1].subs({_X: 0, _Y: 0}) != 0:
        return value(cancelled.subs({_X: 0, _Y: 0}), asked)
    low = min(sum(one) for one in sympy.Poly(moved[0], _X, _Y).monoms())
    orders = {sum(one) for one in sympy.Poly(moved[1], _X, _Y).monoms()}
    if len(orders) != 1 or low <= min(orders) or not _is_definite(moved[1]):
        return unknown("the limit is not known")
    return value(sympy.S.Zero, asked)


def _is_definite(form: Any) -> bool:
    """Return whether a polynomial of one degree is zero only at the origin."""
    ratio = sympy.Dummy("ratio", real=True)
    ways = (form.subs({_X: 1, _Y: ratio}), form.subs({_X: ratio, _Y: 1}))
    return all(sympy.Poly(one, ratio).count_roots() == 0 if one.has(ratio) else one != 0 for one in ways)


REGIONS: dict[tuple[str, str], Judge] = {
    ("iterated integrals", "value"): _value,
    ("iterated integrals", "value "): _value,
    ("limits in two letters", "limit"): _limit,
    ("limits in two letters", "limit "): _limit,
    ("limits in two letters", "its value"): _limit,
}
"""The judge of each thing that can be asked of a family."""
