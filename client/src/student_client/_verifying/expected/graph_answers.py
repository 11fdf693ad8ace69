"""The points of a polynomial's graph with a slope."""

from __future__ import annotations

from typing import Any

import sympy  # type: ignore[import-untyped]

from ..finding import Finding, every
from .comparisons import CANNOT, Asked, Judge, any_order, same


def _flat(body: Any, name: Any, level: Any) -> list[Any] | None:
    """Return where a polynomial has a slope; None if that is not known."""
    if not body.is_polynomial(name) or body.free_symbols != {name}:
        return None
    zero = sympy.expand(sympy.diff(body, name) - level)
    if not zero.has(name):
        return None
    roots = sympy.roots(zero, name)
    return [one for one in roots if one.is_real] if sum(roots.values()) == sympy.degree(zero, name) else None


def _sloped_points(asked: Asked) -> Finding:
    """Judge the points of a polynomial's graph with a slope: each as a solution in x and y."""
    body, name = asked.one("function")
    (level,) = asked.one("sloped points") if "sloped points" in asked.parts else (sympy.S.Zero,)
    places = _flat(body, name, level)
    claims = [one for result in asked.results for one in (result if isinstance(result, list) else [result])]
    if places is None or not all(isinstance(one, sympy.Dict) and len(one) == 2 for one in claims):
        return CANNOT
    points = [{str(key): made for key, made in one.items()} for one in claims]
    if any(set(point) != {str(name), "y"} for point in points):
        return CANNOT
    across = any_order(places, Asked(asked.parts, tuple(point[str(name)] for point in points), asked.names))
    heights = [body.subs(name, point[str(name)]) for point in points]
    return across.then(
        lambda: every(same(one, point["y"], asked.names) for one, point in zip(heights, points, strict=True))
    )


GRAPHS: dict[tuple[str, str], Judge] = {
    ("curves", "flat points"): _sloped_points,
    ("curves", "flat points "): _sloped_points,
    ("curves", "sloped points"): _sloped_points,
}
"""The judge of each thing that can be asked of a family."""
