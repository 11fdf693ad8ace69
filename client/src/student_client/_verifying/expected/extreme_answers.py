"""The extreme values of a function, their places and their points, and the kinds of its stationary points."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy  # type: ignore[import-untyped]

from ..convert import expression
from ..finding import Finding, every, right, unknown, wrong
from ..words import Word
from .comparisons import CANNOT, Asked, Judge, any_order, same, value
from .critical_curve import CLOSE, Curve, curve

NOT_KNOWN = unknown("the extreme values are not known")


def _places(asked: Asked, sign: int, *, local: bool) -> tuple[Curve, list[Any]] | None:
    """Return where a function is greatest, or has its local extremes of one kind; ends of an interval may be some."""
    found = curve(asked)
    if found is None or (local and "span" in asked.parts):
        return None
    places = found.turns(sign) if local else found.greatest(sign)
    if not places and "model" in asked.parts and not local:
        turns = found.turns(sign)  # of a quantity in a model, which is not asked far away
        places = turns if len(turns) == 1 else None
    return (found, places) if places else None


def _judge(sign: int, answer: Callable[[Asked, Curve, list[Any]], Finding], *, local: bool = False) -> Judge:
    def judge(asked: Asked) -> Finding:
        found = _places(asked, sign, local=local)
        return NOT_KNOWN if found is None else answer(asked, *found)

    return judge


def _heights(asked: Asked, graph: Curve, places: list[Any]) -> Finding:
    heights = list(dict.fromkeys(graph.at(place) for place in places))
    near = [sympy.N(height, 40) for height in heights]
    if max(near) - min(near) < CLOSE:
        return value(heights[0], asked)
    return any_order(heights, asked)


def _abscissas(asked: Asked, _: Curve, places: list[Any]) -> Finding:
    return value(places[0], asked) if len(places) == 1 else any_order(places, asked)


def _point(asked: Asked, graph: Curve, places: list[Any]) -> Finding:
    """Judge one point, as two numbers, or several as solutions in both letters."""
    results = [*asked.results]
    if len(results) == 1 and isinstance(results[0], list):
        results = results[0]
    name = str(graph.name)
    if len(places) == 1 and len(results) == 1 and isinstance(results[0], sympy.Dict):
        point = {str(key): made for key, made in results[0].items()}
        results = [point.pop(name, None), *point.values()]
    if len(places) != 1 or len(results) != 2 or asked.rounding:
        return CANNOT
    wanted = (places[0], graph.at(places[0]))
    given = [one[0] if isinstance(one, list) and len(one) == 1 else one for one in results]
    return every(same(one, other, asked.names) for one, other in zip(wanted, given, strict=True))


def _with_place(asked: Asked, graph: Curve, places: list[Any]) -> Finding:
    """Judge a value and its place, in either order."""
    results = [one[0] if isinstance(one, list) and len(one) == 1 else one for one in asked.results]
    if len(places) != 1 or len(results) != 2 or asked.rounding:
        return CANNOT
    wanted = (graph.at(places[0]), places[0])
    orders = [every(same(*pair, asked.names) for pair in zip(wanted, some, strict=True)) for some in _orders(results)]
    return next((one for one in orders if one.right), orders[0] if all(one.wrong for one in orders) else CANNOT)


def _orders(results: list[Any]) -> tuple[list[Any], list[Any]]:
    return results, results[::-1]


def _both(*, local: bool) -> Judge:
    """Return the judge of the greatest value and then the smallest one."""

    def judge(asked: Asked) -> Finding:
        ends = [_places(asked, sign, local=local) for sign in (1, -1)]
        results = [*asked.results]
        if len(results) == 1 and isinstance(results[0], list):
            results = results[0]
        if None in ends or len(results) != 2 or asked.rounding:
            return NOT_KNOWN
        known = [found for found in ends if found is not None]
        if local and any(len(places) != 1 for _, places in known):
            return NOT_KNOWN
        wanted = [graph.at(places[0]) for graph, places in known]
        return every(same(one, other, asked.names) for one, other in zip(wanted, results, strict=True))

    return judge


def _kinds(*, points: bool, turning: bool) -> Judge:
    """Return the judge of all stationary numbers or points with their kinds, the kinds last."""

    def judge(asked: Asked) -> Finding:
        graph = curve(asked)
        if graph is None or not graph.places or any(not _is_flat(graph, place) for place in graph.places):
            return NOT_KNOWN
        kinds = {place: _kind(graph, place) for place in graph.places}
        if turning and "inflection point" in kinds.values():
            return NOT_KNOWN
        results = [one for made in asked.results for one in (made if isinstance(made, list) else [made])]
        count, words = len(kinds), [one for one in results if isinstance(one, Word)]
        numbers = [one for one in results if not isinstance(one, Word)]
        if len(words) != count or len(numbers) not in ({2 * count} if points else {count, 2 * count}) or asked.rounding:
            return CANNOT
        layouts = [(numbers[:count], numbers[count:])]
        if len(numbers) > count:
            layouts.append((numbers[::2], numbers[1::2]))
        found = [_fits(asked, graph, kinds, (across, up, words)) for across, up in layouts]
        return next((one for one in found if one.right), found[0] if all(one.wrong for one in found) else CANNOT)

    return judge


def _fits(asked: Asked, graph: Curve, kinds: dict[Any, str], made: tuple[list[Any], list[Any], list[Word]]) -> Finding:
    across, up, words = made
    findings = []
    for at, claim in enumerate(across):
        place = next((one for one in kinds if same(one, claim, asked.names).right), None)
        if place is None:
            return wrong("a result is not one of the stationary points")
        if str(words[at]) != kinds[place]:
            return wrong(f"the point at {place} is a {kinds[place]}")
        findings += [same(graph.at(place), up[at], asked.names)] if up else []
    if len({str(one) for one in across}) != len(kinds):
        return wrong("a stationary point is not given")
    return every(findings) if findings else right("the results are the stationary points with their kinds")


def _is_flat(graph: Curve, place: Any) -> bool:
    slope = sympy.diff(expression(graph.node), graph.name).subs(graph.name, place)
    return place not in {*graph.poles, *graph.edges} and sympy.simplify(slope) == 0


def _kind(graph: Curve, place: Any) -> str:
    return "maximum" if place in graph.turns(1) else "minimum" if place in graph.turns(-1) else "inflection point"


_ANSWERS = {
    "value": _heights,
    "value and place": _with_place,
    "place": _abscissas,
    "place ": _abscissas,
    "point": _point,
}
EXTREMES: dict[tuple[str, str], Judge] = {
    ("curves", "extremes"): _both(local=False),
    ("curves", "local extremes"): _both(local=True),
    ("curves", "stationary numbers with kinds"): _kinds(points=False, turning=False),
    ("curves", "stationary points with kinds"): _kinds(points=True, turning=False),
    ("curves", "turning numbers with kinds"): _kinds(points=False, turning=True),
    ("curves", "turning points with kinds"): _kinds(points=True, turning=True),
    **{
        ("curves", f"{scope}{kind} {thing}"): _judge(sign, answer, local=bool(scope) or thing == "point")
        for scope in ("", "local ")
        for kind, sign in (("greatest", 1), ("smallest", -1))
        for thing, answer in _ANSWERS.items()
    },
}
"""The judge of each thing that can be asked of a family."""
