"""Circles, ellipses, hyperbolas and parabolas whose axes are those of the coordinates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sympy  # type: ignore[import-untyped]

from .known_answers import Answer, Line, Numbers, Unordered, number
from .known_lines import Given, X, Y, form_of


@dataclass(frozen=True)
class Conic:
    """A conic with a centre: (x-h)^2/p + (y-k)^2/q = 1, one of p and q negative for a hyperbola."""

    h: Any
    k: Any
    p: Any
    q: Any


def of_conic(thing: str, given: Given) -> Answer | None:
    """Return the answer to a question about a conic."""
    zero = sympy.expand(given["zero"][0][0])
    made = sympy.Poly(zero, X, Y)
    if made.total_degree() != 2 or made.coeff_monomial(X * Y) != 0:
        return None
    a, b = made.coeff_monomial(X**2), made.coeff_monomial(Y**2)
    if thing == "tangent":
        return _tangent(zero, given)
    if a == 0 or b == 0:
        return _of_parabola(thing, made)
    h, k = -made.coeff_monomial(X) / (2 * a), -made.coeff_monomial(Y) / (2 * b)
    level = -zero.subs({X: h, Y: k})
    if level == 0 or (level / a < 0 and level / b < 0):
        return None
    return _of_centred(thing, Conic(h, k, level / a, level / b))


def _tangent(zero: Any, given: Given) -> Answer | None:
    p, q = given["place"][0]
    at = {X: p, Y: q}
    if sympy.simplify(zero.subs(at)) != 0:
        return None
    across, up = sympy.diff(zero, X).subs(at), sympy.diff(zero, Y).subs(at)
    return Line(sympy.expand(across * (X - p) + up * (Y - q)), form_of(given)) if (across, up) != (0, 0) else None


def _of_centred(thing: str, conic: Conic) -> Answer | None:
    h, k, p, q = conic.h, conic.k, conic.p, conic.q
    if thing == "centre":
        return Numbers((h, k), is_printed=True)
    if p == q:
        if thing not in {"radius", "diameter"}:
            return None
        return number(sympy.sqrt(p) * (2 if thing == "diameter" else 1), is_printed=True)
    return _of_ellipse(thing, conic) if p > 0 and q > 0 else _of_hyperbola(thing, conic)


def _along(conic: Conic, distance: Any, along_x: bool) -> Unordered:
    """Return the two points at a distance from the centre, along an axis."""
    points = [
        (conic.h + sign * distance, conic.k) if along_x else (conic.h, conic.k + sign * distance) for sign in (-1, 1)
    ]
    return Unordered(tuple(points))


def _of_ellipse(thing: str, conic: Conic) -> Answer | None:
    long, short = max(conic.p, conic.q), min(conic.p, conic.q)
    focal = sympy.sqrt(long - short)
    answers: dict[str, Answer] = {
        "eccentricity": number(focal / sympy.sqrt(long)),
        "foci": _along(conic, focal, conic.p > conic.q),
        "vertices": _along(conic, sympy.sqrt(long), conic.p > conic.q),
        "major axis": number(2 * sympy.sqrt(long)),
        "minor axis": number(2 * sympy.sqrt(short)),
        "latus rectum": number(2 * short / sympy.sqrt(long)),
    }
    return answers.get(thing)


def _of_hyperbola(thing: str, conic: Conic) -> Answer | None:
    along_x = conic.p > 0
    through, across = (conic.p, -conic.q) if along_x else (conic.q, -conic.p)
    focal = sympy.sqrt(through + across)
    answers: dict[str, Answer] = {
        "eccentricity": number(focal / sympy.sqrt(through)),
        "foci": _along(conic, focal, along_x),
        "vertices": _along(conic, sympy.sqrt(through), along_x),
        "major axis": number(2 * sympy.sqrt(through)),
        "minor axis": number(2 * sympy.sqrt(across)),
        "latus rectum": number(2 * across / sympy.sqrt(through)),
    }
    return answers.get(thing)


def _of_parabola(thing: str, made: Any) -> Answer | None:
    """Return the answer to a question about a parabola with an axis along one of the coordinates."""
    along, other = (X, Y) if made.coeff_monomial(Y**2) != 0 else (Y, X)
    a = made.coeff_monomial(other**2)
    slope = made.coeff_monomial(along)
    if slope == 0:
        return None
    place = -made.coeff_monomial(other) / (2 * a)
    start = -made.as_expr().subs({other: place, along: 0}) / slope
    focal = -slope / (4 * a)
    turn = 1 if along == X else -1
    answers: dict[str, Answer] = {
        "vertices": Numbers((start, place)[::turn], is_printed=True),
        "foci": Numbers((start + focal, place)[::turn]),
        "directrix": number(start - focal, letter=along),
        "latus rectum": number(sympy.Abs(4 * focal)),
    }
    return answers.get(thing)
