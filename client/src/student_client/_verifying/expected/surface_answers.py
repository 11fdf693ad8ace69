"""The answers about surfaces: tangent planes, steepest directions, distances."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sympy  # type: ignore[import-untyped]

from ..finding import Finding, every, unknown, wrong
from .comparisons import (
    Asked,
    Judge,
    equation,
    letter,
    only,
    same,
    scaled,
    several,
    size,
    there,
    value,
)

_X, _Y, _Z = map(letter, "xyz")
_SPACE = (_X, _Y, _Z)


def _gradient(asked: Asked) -> Any:
    (body,), names = asked.one("function"), asked.one("letters")
    return sympy.Matrix([sympy.diff(body, name) for name in names])


def _steepest(asked: Asked) -> Finding:
    return value(size(there(asked, _gradient(asked), asked.one("letters"))), asked)


def _direction(asked: Asked) -> Finding:
    expected = there(asked, _gradient(asked), asked.one("letters"))
    return scaled(expected, only(asked), asked.names, positive=True)


def _plane_of_graph(asked: Asked) -> Finding:
    """Judge the tangent plane of z = f(x, y)."""
    (body,), names, (height,), point = asked.one("function"), asked.one("letters"), asked.one("value"), asked.one("at")
    if len(names) != 2 or height in names:
        return unknown("a tangent plane is only known of a function of x and y")
    z = height if height == _Z else _Z
    there = dict(zip(names, point, strict=False))
    at = body.subs(there)
    if len(point) == 3 and sympy.simplify(at - point[2]) != 0:
        return unknown("the point is not on the surface")
    slopes = [sympy.diff(body, name) for name in names]
    if body.has(sympy.Abs, sympy.sign) or any(slope.subs(there).has(sympy.nan, sympy.zoo) for slope in slopes):
        return unknown("the surface may have a kink at the point")
    plane = at + sum(slope.subs(there) * (name - there[name]) for slope, name in zip(slopes, names, strict=True))
    return equation(z - plane, asked, solved=z)


def _linearization(asked: Asked) -> Finding:
    (body,), names, point = asked.one("function"), asked.one("letters"), asked.one("at")
    if len(point) != len(names):
        return unknown("the point has another number of coordinates")
    there = dict(zip(names, point, strict=True))
    made = body.subs(there) + sum(sympy.diff(body, name).subs(there) * (name - there[name]) for name in names)
    result = only(asked)
    return same(made, result.rhs if isinstance(result, sympy.Equality) else result, asked.names)


def _partial(name: Any) -> Judge:
    def judge(asked: Asked) -> Finding:
        (zero,) = asked.one("zero")
        made = -sympy.diff(zero, name) / sympy.diff(zero, _Z)
        return value(there(asked, made, _SPACE), asked)

    return judge


def _flat(asked: Asked) -> tuple[Any, Any, Any] | None:
    """Return the coefficients of a plane, its constant, and the point; None if it is not a plane."""
    (zero,), point = asked.one("zero"), asked.one("at")
    slopes = [sympy.diff(zero, name) for name in _SPACE]
    if any(slope.free_symbols for slope in slopes) or len(point) != 3:
        return None
    return sympy.Matrix(slopes), zero.subs(dict(zip(_SPACE, point, strict=True))), sympy.Matrix(point)


def _distance(asked: Asked) -> Finding:
    found = _flat(asked)
    return unknown("no plane is printed") if found is None else value(abs(found[1]) / size(found[0]), asked)


def _closest(asked: Asked) -> Finding:
    found = _flat(asked)
    if found is None:
        return unknown("no plane is printed")
    slopes, off, point = found
    foot = point - slopes * off / sum(one**2 for one in slopes)
    return coordinates(foot, _SPACE, asked)


def coordinates(expected: Sequence[Any], names: Sequence[Any], asked: Asked) -> Finding:
    """Judge one point: as a vector, as a solution in its letters, or as its coordinates one by one."""
    result = only(asked)
    if isinstance(result, sympy.Dict):
        given = {str(name): made for name, made in result.items()}
        if set(given) != {str(name) for name in names}:
            return wrong("a coordinate is missing")
        return every(same(one, given[str(name)], asked.names) for one, name in zip(expected, names, strict=True))
    if isinstance(result, sympy.MatrixBase):
        return value(sympy.Matrix(expected), asked)
    return several([*expected], asked)


def _plane_of_level(asked: Asked) -> Finding:
    (zero,), point = asked.one("zero"), asked.one("at")
    if len(point) != 3:
        return unknown("the point has no three coordinates")
    there = dict(zip(_SPACE, point, strict=True))
    if sympy.simplify(zero.subs(there)) != 0:
        return unknown("the point is not on the surface")
    plane = sum(sympy.diff(zero, name).subs(there) * (name - there[name]) for name in _SPACE)
    return equation(plane, asked, solved=_Z) if plane != 0 else unknown("the surface has no tangent plane there")


SURFACES: dict[tuple[str, str], Judge] = {
    ("surfaces", "steepest"): _steepest,
    ("surfaces", "direction"): _direction,
    ("surfaces", "direction "): _direction,
    ("surfaces", "tangent plane"): _plane_of_graph,
    ("surfaces", "linearization"): _linearization,
    ("levels", "dz/dx"): _partial(_X),
    ("levels", "dz/dy"): _partial(_Y),
    ("levels", "distance"): _distance,
    ("levels", "closest"): _closest,
    ("levels", "tangent plane"): _plane_of_level,
}
"""The judge of each thing that can be asked of a family."""
