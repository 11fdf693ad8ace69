"""The answers about fields, paths, maps, surfaces and points of space."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import sympy  # type: ignore[import-untyped]

from ..finding import Finding, every, unknown
from .comparisons import CANNOT, Asked, Judge, equation, letter, only, real, same, several, size, there, value

_X, _Y, _Z = map(letter, "xyz")
_SPACE = (_X, _Y, _Z)


def _parts(asked: Asked) -> tuple[Any, Any, Any]:
    (field,) = asked.one("field")
    return (*field, sympy.S.Zero)[:3] if len(field) == 2 else tuple(field)


def _letters(asked: Asked) -> tuple[Any, ...]:
    return _SPACE[: len(asked.one("field")[0])]


def _divergence(asked: Asked) -> Finding:
    made = sum(sympy.diff(part, name) for part, name in zip(_parts(asked), _SPACE, strict=True))
    return value(there(asked, made, _letters(asked)), asked)


def _curl(asked: Asked) -> Finding:
    p, q, r = _parts(asked)
    made = sympy.Matrix(
        [
            sympy.diff(r, _Y) - sympy.diff(q, _Z),
            sympy.diff(p, _Z) - sympy.diff(r, _X),
            sympy.diff(q, _X) - sympy.diff(p, _Y),
        ]
    )
    made = there(asked, made, _letters(asked))
    return several([*made], asked) if len(asked.results) == len(made) else value(made, asked)


def _potential(asked: Asked) -> Finding:
    (field,), result = asked.one("field"), only(asked)
    if not isinstance(result, sympy.Expr) or isinstance(result, sympy.MatrixBase):
        return CANNOT
    slopes = [sympy.diff(real(result), name) for name in _SPACE[: len(field)]]
    return every(same(part, slope, asked.names) for part, slope in zip(field, slopes, strict=True))


def _path(asked: Asked) -> tuple[Any, Any]:
    body, name = asked.one("path")
    return sympy.Matrix(body), name


def _of_path(make: Callable[[Any, Any], Any]) -> Judge:
    """Return a judge of what is made from the curve and its letter, at the point that is given."""

    def judge(asked: Asked) -> Finding:
        body, name = _path(asked)
        place = _parameter(asked, body, name)
        if place is None:
            return unknown("the point is not on the curve, or at several places of it")
        return value(sympy.simplify(make(body, name).subs(name, place)), asked)

    return judge


def _parameter(asked: Asked, body: Any, name: Any) -> Any:
    """Return where the curve is asked about: its letter if nothing is given."""
    given = asked.all("at")
    if not given:
        return name
    point = given[0]
    if isinstance(point[0], sympy.Symbol):
        return point[1] if point[0] == name else None
    return passes(body, name, point)


def passes(body: Any, name: Any, point: Sequence[Any]) -> Any:
    """Return the only number at which a curve passes through a point, which one of its entries shows."""
    if len(point) != len(body):
        return None
    for entry, other in zip(body, point, strict=True):
        zero = sympy.expand(entry - other)
        if zero.is_polynomial(name) and zero.has(name):
            roots = sympy.roots(zero, name)
            fits = [
                one
                for one in roots
                if one.is_real and sympy.simplify(body.subs(name, one) - sympy.Matrix(point)).is_zero_matrix
            ]
            return fits[0] if len(fits) == 1 and sum(roots.values()) == sympy.degree(zero, name) else None
    return None


def _tangent(body: Any, name: Any) -> Any:
    moved = body.diff(name)
    return moved / sympy.simplify(size(moved))


def _normal(body: Any, name: Any) -> Any:
    moved = sympy.simplify(_tangent(body, name).diff(name))
    return moved / sympy.simplify(size(moved))


def _curvature(body: Any, name: Any) -> Any:
    body = sympy.Matrix([*body, *[0] * (3 - len(body))])
    once, twice = body.diff(name), body.diff(name, 2)
    return sympy.simplify(size(once.cross(twice))) / sympy.simplify(size(once)) ** 3


def _arc_length(asked: Asked) -> Finding:
    body, name = _path(asked)

    if "from" in asked.parts:
        half = len(asked.all("from")[0]) // 2
        points = asked.all("from")[0][:half], asked.all("from")[0][half:]
        places = [passes(body, name, point) for point in points]
    else:
        places = list(asked.one("span")) if "span" in asked.parts else [None]
    if None in places or len(places) != 2:
        return unknown("the ends of the curve are not clear")
    speed = sympy.simplify(size(body.diff(name)))
    made = sympy.integrate(speed, (name, *places))
    return unknown("the length is not known") if made.has(sympy.Integral) else value(abs(made), asked)


def _jacobian(asked: Asked) -> Finding:
    bodies, names = asked.one("map"), asked.one("letters")
    made = sympy.Matrix([[sympy.diff(body, name) for name in names] for body in bodies]).det()
    return value(there(asked, made, names), asked)


def _slope(times: int) -> Judge:
    def judge(asked: Asked) -> Finding:
        if "curve" not in asked.parts:
            return unknown("no curve is printed")
        (across, along), (name,) = asked.one("curve"), asked.one("parameter")
        made = along
        for _ in range(times):
            made = sympy.diff(made, name) / sympy.diff(across, name)
        return value(there(asked, made, (name,)), asked)

    return judge


def _points(asked: Asked) -> tuple[Any, Any, Any] | None:
    """Return three points; None if the words name others."""
    found = [sympy.Matrix(point) for point in asked.all("point")]
    said = asked.all("said")
    if said and [*said[0]] != [entry for point in found for entry in point]:
        return None
    return found[0], found[1], found[2]


def _plane(asked: Asked) -> Finding:
    points = _points(asked)
    if points is None:
        return unknown("the words name other points than those that are printed")
    normal = (points[1] - points[0]).cross(points[2] - points[0])
    if normal.is_zero_matrix:
        return unknown("the points are on one line")
    return equation(normal.dot(sympy.Matrix(_SPACE) - points[0]), asked, solved=_Z)


def _triangle(asked: Asked) -> Finding:
    points = _points(asked)
    if points is None:
        return unknown("the words name other points than those that are printed")
    return value(size((points[1] - points[0]).cross(points[2] - points[0])) / 2, asked)


def _centroid(asked: Asked) -> Finding:
    points = _points(asked)
    if points is None:
        return unknown("the words name other points than those that are printed")
    middle = sum(points[1:], points[0]) / 3
    return several([*middle], asked) if len(asked.results) == len(middle) else value(middle, asked)


SPACE: dict[tuple[str, str], Judge] = {
    ("fields", "divergence"): _divergence,
    ("fields", "curl"): _curl,
    ("fields", "potential"): _potential,
    ("paths", "unit tangent"): _of_path(_tangent),
    ("paths", "unit normal"): _of_path(_normal),
    ("paths", "curvature"): _of_path(_curvature),
    ("paths", "speed"): _of_path(lambda body, name: size(body.diff(name))),
    ("paths", "velocity"): _of_path(lambda body, name: body.diff(name)),
    ("paths", "acceleration"): _of_path(lambda body, name: body.diff(name, 2)),
    ("paths", "arc length"): _arc_length,
    ("maps", "jacobian"): _jacobian,
    ("maps", "first"): _slope(1),
    ("maps", "second"): _slope(2),
    ("space points", "plane"): _plane,
    ("space points", "triangle"): _triangle,
    ("space points", "centroid"): _centroid,
}
"""The judge of each thing that can be asked of a family."""
