"""The answers about sizes over a region that the words tell: integrals, volumes, masses, areas, mean values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import sympy  # type: ignore[import-untyped]

from ..finding import Finding, unknown
from .comparisons import Asked, Judge, letter, value
from .region_answers import iterated
from .region_pieces import ANGLE, RADIUS, TURNS, Piece, Told, pieces_of, solved, tetrahedron, total_of
from .surface_answers import coordinates

_X, _Y, _Z = map(letter, "xyz")


def _told(asked: Asked) -> Told:
    """Return the region.

    Raises:
        ValueError: the words have a surface above the region, too, or may mean its rim alone.
    """
    told = Told(asked, len(asked.one("letters")))
    if "under" in asked.parts or ("kind" in asked.parts and told.left.keys() & {"edge", "unit circle", "unit sphere"}):
        raise ValueError("region")
    return told


def _integral(asked: Asked) -> Finding:
    told = _told(asked)
    return _known(total_of(asked.one("function")[0], pieces_of(told), told), asked)


def _known(total: Any, asked: Asked) -> Finding:
    return unknown("the value over the region is not known") if total is None else value(total, asked)


def _totals(asked: Asked, bodies: Sequence[Any]) -> list[Any] | None:
    """Return the integrals of several functions over the region; None if one is not known."""
    made = []
    for body in bodies:
        told = _told(asked)
        made.append(total_of(sympy.sympify(body), pieces_of(told), told))
    return None if None in made else made


def _mean(asked: Asked) -> Finding:
    totals = _totals(asked, [asked.one("function")[0], 1])
    return _known(totals and sympy.simplify(totals[0] / totals[1]), asked)


def _centre(asked: Asked) -> Finding:
    (body,), names = asked.one("function"), asked.one("letters")
    totals = _totals(asked, [body, *(name * body for name in names)])
    if totals is None or totals[0] == 0:
        return unknown("the centre is not known")
    return coordinates([sympy.simplify(one / totals[0]) for one in totals[1:]], names, asked)


def _floored(told: Told) -> bool:
    """Take the plane z = 0, if the words have it."""
    found = told.left.pop("z >= 0", None) is not None or _Z in told.curves
    told.curves = [one for one in told.curves if one != _Z]
    return found


def _disc(body: Any, told: Told, *, rising: bool) -> Iterator[list[Piece]]:
    """Yield the disc on which a function of the distance is below zero, if it rises, or above it."""
    put = {_X: RADIUS * sympy.cos(ANGLE), _Y: RADIUS * sympy.sin(ANGLE)}
    made, ways = sympy.simplify(body.subs(put)), told.sides()
    if made.has(ANGLE) or ways not in TURNS:
        return
    roots = [one for one in sympy.solve(made, RADIUS) if one.is_positive]
    if len(roots) != 1 or (sympy.N(made.subs(RADIUS, 0)) < 0) is not sympy.S(rising):
        return
    start, end = (sympy.pi / 2 * one for one in TURNS[ways])
    yield [(put, RADIUS, [(RADIUS, sympy.S.Zero, roots[0]), (ANGLE, start, end)])]


def _volume(asked: Asked) -> Finding:
    (body,), names, (kind,) = asked.one("function"), asked.one("letters"), asked.one("kind")
    if len(names) != len("xy") or str(kind) == "density":
        return unknown("no surface is printed")
    told = Told(asked, 2, _Z - body)
    if not _floored(told) and "under" not in asked.parts:
        return unknown("the words do not say that the solid is under the surface")
    bare = told.is_used or set(told.left) <= {"x >= 0", "x <= 0", "y >= 0", "y <= 0", "quadrant", "octant"}
    cuts = _disc(body, told, rising=False) if bare and not told.curves else pieces_of(told)
    return _known(total_of(body, cuts, told, positive=True), asked)


def _surface(asked: Asked) -> Finding:
    (body,), names, (kind,) = asked.one("function"), asked.one("letters"), asked.one("kind")
    if len(names) != len("xy") or str(kind) == "density":
        return unknown("no surface is printed")
    told = Told(asked, 2, _Z - body)
    stretch = sympy.sqrt(sympy.simplify(1 + sympy.diff(body, _X) ** 2 + sympy.diff(body, _Y) ** 2))
    levels = [solved(one, _Z) for one in told.curves if one.has(_Z)]
    if "under" in asked.parts:
        if len(levels) != 1 or levels[0] is None or levels[0].free_symbols:
            return unknown("the part of the surface is not known")
        told.curves = [one for one in told.curves if not one.has(_Z)]
        return _known(total_of(stretch, _disc(body - levels[0], told, rising=True), told), asked)
    cuts = _disc(body, told, rising=False) if _floored(told) else pieces_of(told)
    return _known(total_of(stretch, cuts, told), asked)


def _corner(asked: Asked) -> Finding:
    """Judge the volume between a plane and the coordinate planes."""
    piece = tetrahedron(asked.one("plane")[0])
    if piece is None or not asked.parts.keys() & {"octant", "walls"}:
        return unknown("the solid is not known")
    return _known(iterated(sympy.S.One, piece[2]), asked)


REGION_SIZES: dict[tuple[str, str], Judge] = {
    ("integrals over regions", "value"): _integral,
    ("integrals over regions", "value "): _integral,
    ("sizes over regions", "volume"): _volume,
    ("sizes over regions", "mass"): _integral,
    ("sizes over regions", "surface area"): _surface,
    ("sizes over regions", "mean"): _mean,
    ("sizes over regions", "centre"): _centre,
    ("sizes over regions", "integral"): _integral,
    ("sizes over regions", "integral "): _integral,
    ("planes with the coordinate planes", "volume"): _corner,
}
"""The judge of each thing that can be asked of a family."""
