"""The points of a graph with a slope, and those of inflection."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import sympy  # type: ignore[import-untyped]

from ..._reading.formulas.derivative import NoRule, derivative
from ..._reading.formulas.tree import add, mul, neg
from ..finding import Finding, unknown
from .comparisons import Asked, Judge, any_order, points, value
from .critical_curve import curve, flat_places

_NOT_KNOWN = unknown("the points of the graph are not known")


def _points(asked: Asked, places: list[Any] | None) -> Finding:
    """Judge the points of the graph at some places, each as a solution in both letters or as two numbers."""
    body, name = asked.one("function")
    if not places:
        return _NOT_KNOWN
    flat = asked.flat
    keys = {str(key) for one in flat if isinstance(one, sympy.Dict) for key in one} - {str(name)}
    up = keys.pop() if len(keys) == 1 else "y"
    return points([(place, sympy.simplify(body.subs(name, place))) for place in places], (name, up), asked)


def _sloped_points(asked: Asked) -> Finding:
    """Judge the points with a slope: those at which the function without a line of this slope is flat."""
    node, letter = asked.parts["function"][0]
    if "sloped points" in asked.parts:
        (level,) = asked.parts["sloped points"][0]
        asked_of = add(node, neg(mul(level, letter)))
        return _points(asked, flat_places(replace(asked, parts={**asked.parts, "function": [(asked_of, letter)]})))
    return _points(asked, flat_places(asked))


def _flat_places(asked: Asked) -> Finding:
    """Judge the points with a horizontal tangent, of which the first coordinates alone tell the others."""
    places = flat_places(asked)
    flat = asked.flat
    if (
        "both" not in asked.parts
        and places
        and len(flat) == len(places)
        and not any(isinstance(one, sympy.Dict | sympy.MatrixBase) for one in flat)
    ):
        return any_order(places, asked)
    return _points(asked, places)


def _inflections(asked: Asked) -> list[Any] | None:
    """Return where the slope has a local extreme value, inside of the interval; None if that is not known."""
    (node, letter), (body, name) = asked.parts["function"][0], asked.one("function")
    try:
        slope = derivative(node, str(name))
    except NoRule:
        return None
    graph = curve(replace(asked, parts={**asked.parts, "function": [(slope, letter)]}))
    if graph is None or any(_has_value(body, name, at) for at in (*graph.poles, *graph.edges)):
        return None
    return [at for at in sorted([*graph.turns(1), *graph.turns(-1)]) if graph.low < at < graph.high]


def _has_value(body: Any, name: Any, at: Any) -> bool:
    made = body.subs(name, at)
    return not made.has(sympy.nan, sympy.zoo, sympy.oo, -sympy.oo) and bool(sympy.N(made).is_real)


def _inflection_points(asked: Asked) -> Finding:
    return _points(asked, _inflections(asked))


def _inflection_numbers(asked: Asked) -> Finding:
    places = _inflections(asked)
    if not places or "both" in asked.parts:
        return _NOT_KNOWN
    return value(places[0], asked) if len(places) == 1 else any_order(places, asked)


GRAPHS: dict[tuple[str, str], Judge] = {
    ("curves", "flat coordinates"): _sloped_points,
    ("curves", "flat coordinates "): _sloped_points,
    ("curves", "flat points"): _flat_places,
    ("curves", "flat points "): _flat_places,
    ("curves", "sloped points"): _sloped_points,
    ("curves", "inflection points"): _inflection_points,
    ("curves", "inflection points "): _inflection_points,
    ("curves", "inflection numbers"): _inflection_numbers,
    ("curves", "inflection numbers "): _inflection_numbers,
}
"""The judge of each thing that can be asked of a family."""
