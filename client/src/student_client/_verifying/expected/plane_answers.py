"""The answers about planes and lines in space."""

from __future__ import annotations

from typing import Any

import sympy  # type: ignore[import-untyped]

from ..finding import Finding, unknown
from .comparisons import Asked, Judge, equation, letter, value
from .surface_answers import coordinates

_SPACE = tuple(map(letter, "xyz"))


def _plane(asked: Asked) -> Finding:
    """Judge the plane through a point with a normal vector, or parallel to another plane."""
    point = sympy.Matrix(asked.one("point"))
    if "plane" in asked.parts:
        (zero,) = asked.one("plane")
        slopes = [sympy.diff(zero, name) for name in _SPACE]
        if any(one.free_symbols for one in slopes):
            return unknown("no plane is printed")
        normal = sympy.Matrix(slopes)
    else:
        entries = [*asked.all("normal"), *asked.all("vector")][0]
        normal = sympy.Matrix(entries[0] if len(entries) == 1 else entries)
    if len(point) != len(normal) or normal.is_zero_matrix:
        return unknown("a point and a vector of space are needed")
    return equation(normal.dot(sympy.Matrix(_SPACE) - point), asked, solved=_SPACE[2])


def _meets(asked: Asked) -> tuple[Any, tuple[Any, ...]] | None:
    """Return the only value of the letter at which a line meets a plane, and the point."""
    line, plane = asked.one("line"), asked.one("plane")
    zero = plane[0] - plane[1] if len(plane) > 1 else plane[0]
    own = set().union(*(one.free_symbols for one in line))
    if len(own) != 1 or any(sympy.diff(zero, name).free_symbols for name in _SPACE):
        return None
    (name,) = own
    level = sympy.expand(zero.subs(dict(zip(_SPACE, line, strict=True)), simultaneous=True))
    if not level.is_polynomial(name) or sympy.degree(level, name) != 1 or level.free_symbols != {name}:
        return None
    (at,) = sympy.solve(level, name)
    return at, tuple(sympy.simplify(one.subs(name, at)) for one in line)


def _judge(*, point: bool) -> Judge:
    def judge(asked: Asked) -> Finding:
        found = _meets(asked)
        if found is None:
            return unknown("the line does not meet the plane in one point")
        return coordinates(found[1], _SPACE, asked) if point else value(found[0], asked)

    return judge


PLANES: dict[tuple[str, str], Judge] = {
    ("planes", "plane"): _plane,
    ("lines and planes", "meet"): _judge(point=True),
    ("lines and planes", "meet "): _judge(point=True),
    ("lines and planes", "parameter"): _judge(point=False),
}
"""The judge of each thing that can be asked of a family."""
