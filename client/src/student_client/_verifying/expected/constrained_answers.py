"""The answers about extreme values with a constraint: on an ellipse, on a graph over a line, on a plane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeAlias

import sympy  # type: ignore[import-untyped]

from ..finding import Finding, unknown
from .comparisons import CANNOT, Asked, Judge, any_order, points, several, value

Place: TypeAlias = dict[Any, Any]


def _printed(asked: Asked) -> tuple[Any, Any, tuple[Any, ...]]:
    """Return the function, what is zero under the constraint, and the letters."""
    (body,), (left, right) = asked.one("function"), asked.one("constraint")
    zero = left - right
    return body, zero, tuple(sorted(body.free_symbols | zero.free_symbols, key=str))


def _on_ellipse(body: Any, zero: Any, names: tuple[Any, ...]) -> list[Place] | None:
    """Return where a polynomial may be greatest or smallest on an ellipse or an ellipsoid, on which it is both."""
    if not _is_bounded(zero, names) or not body.is_polynomial(*names):
        return None
    factor = sympy.Dummy("factor", real=True)
    slopes = [sympy.diff(body, name) - factor * sympy.diff(zero, name) for name in names]
    found = sympy.solve([*slopes, zero], [*names, factor], dict=True)
    if not found or any(set(one) < set(names) for one in found):
        return None
    places = [{name: one[name] for name in names} for one in found if all(one[name].is_real for name in names)]
    return None if not places or any(_height(body, one).free_symbols for one in places) else places


def _height(body: Any, place: Place) -> Any:
    return sympy.radsimp(sympy.simplify(body.subs(place)))


def _is_bounded(zero: Any, names: Sequence[Any]) -> bool:
    """Return whether an equation is that of an ellipse or an ellipsoid without mixed terms, which is smooth."""
    if not zero.is_polynomial(*names) or zero.free_symbols != set(names):
        return False
    polynomial = sympy.Poly(zero, *names)
    squares = [polynomial.coeff_monomial(name**2) for name in names]
    known = {monomial for monomial, _ in polynomial.terms()}
    allowed = {tuple(2 * (at == index) for at in range(len(names))) for index in range(len(names))} | {
        (0,) * len(names)
    }
    constant = polynomial.coeff_monomial(1)
    return known <= allowed and all(one > 0 for one in squares) and constant < 0


def _ends(asked: Asked) -> tuple[list[Place] | None, list[Place] | None]:
    """Return where the function is smallest, and where it is greatest; None for what is not known."""
    body, zero, names = _printed(asked)
    if places := _on_ellipse(body, zero, names):
        return _least(body, places, 1), _least(body, places, -1)
    zero = sympy.expand(zero)
    for name in names[::-1]:
        if not zero.is_polynomial(*names) or sympy.degree(zero, name) != 1 or len(names) != len("xy"):
            continue
        (other,) = [one for one in names if one != name]
        above, below = -zero.subs(name, 0), zero.coeff(name, 1)
        if sympy.resultant(above, below, other) != 0:
            return _on_graph(body, (name, above / below), other)
    if len(names) == len("xyz") and zero.is_polynomial(*names) and sympy.Poly(zero, *names).total_degree() == 1:
        return _on_plane(body, zero, names)
    return None, None


def _least(body: Any, places: list[Place], sign: int) -> list[Place]:
    """Return the places at which a function is smallest, or greatest if the sign is -1."""
    heights = [_height(body, one) for one in places]
    least = min(heights, key=lambda one: sympy.N(sign * one, 30))
    return [one for one, height in zip(places, heights, strict=True) if sympy.simplify(height - least) == 0]


def _on_graph(body: Any, graph: tuple[Any, Any], name: Any) -> tuple[list[Place] | None, list[Place] | None]:
    """Return where a fraction of polynomials is smallest and greatest wherever it has a value."""
    made = sympy.together(body.subs(*graph))
    if not made.is_rational_function(name):
        return None, None
    poles = sympy.real_roots(sympy.Poly(sympy.fraction(sympy.cancel(made))[1], name)) if made.has(sympy.Pow) else []
    far = [sympy.limit(made, name, one) for one in (sympy.oo, -sympy.oo)]
    far += [sympy.limit(made, name, pole, way) for pole in poles for way in "+-"]
    above = sympy.Poly(sympy.fraction(sympy.cancel(sympy.diff(made, name)))[0], name)
    places = [{name: one, graph[0]: graph[1].subs(name, one)} for one in sympy.real_roots(above) if one not in poles]
    if not places:
        return None, None
    low, high = _least(body, places, 1), _least(body, places, -1)
    return (
        low if all(sympy.N(one) >= sympy.N(_height(body, low[0])) for one in far) else None,
        high if all(sympy.N(one) <= sympy.N(_height(body, high[0])) for one in far) else None,
    )


def _on_plane(body: Any, zero: Any, names: tuple[Any, ...]) -> tuple[list[Place] | None, list[Place] | None]:
    """Return where a quadratic function is smallest or greatest on a plane."""
    name = next(one for one in names[::-1] if zero.has(one))
    rest = [one for one in names if one != name]
    height = sympy.solve(zero, name)[0]
    made = sympy.expand(body.subs(name, height))
    if not made.is_polynomial(*rest) or sympy.Poly(made, *rest).total_degree() != 2:
        return None, None
    bend = sympy.hessian(made, rest)
    (found,) = sympy.solve([sympy.diff(made, one) for one in rest], rest, dict=True) or [{}]
    if set(found) != set(rest) or not (bend.is_positive_definite or bend.is_negative_definite):
        return None, None
    at = [found | {name: height.subs(found)}]
    return (at, None) if bend.is_positive_definite else (None, at)


def _at(asked: Asked, some: slice) -> Asked:
    return replace(asked, results=asked.results[some], steps=asked.steps[some])


def _extremes(asked: Asked) -> Finding:
    body, zero, names = _printed(asked)
    places = _on_ellipse(body, zero, names)
    if not places:
        return unknown("the extreme values are only known on an ellipse or an ellipsoid")
    both = list(dict.fromkeys(_height(body, _least(body, places, sign)[0]) for sign in (-1, 1)))
    in_order = several(both, asked)
    return in_order if in_order.right else any_order(both, asked)


def _extreme(at: int, *, place: bool = False, either: bool = False) -> Judge:
    """Return the judge of an extreme value, of its places, or of the value with or without its place."""

    def judge(asked: Asked) -> Finding:
        body, _, names = _printed(asked)
        found = _ends(asked)[at]
        if found is None:
            return unknown("the extreme value is not known")
        wanted = [[one[name] for name in names] for one in found]
        if place:
            return points(wanted, names, asked)
        height = _height(body, found[0])
        if not either or len(asked.results) == 1:
            return value(height, asked)
        for alone, rest in ((slice(-1, None), slice(-1)), (slice(1), slice(1, None))):
            own, beside = (_at(asked, some) for some in (alone, rest))
            if value(height, own).right and points(wanted, names, beside).right:
                return value(height, own)
        return CANNOT

    return judge


CONSTRAINED: dict[tuple[str, str], Judge] = {
    ("functions with constraints", "extremes"): _extremes,
    **{
        ("functions with constraints", f"{kind}{thing}"): _extreme(at, place=bool(thing.strip()), either=thing == " ")
        for kind, at in (("largest", -1), ("smallest", 0))
        for thing in ("", " ", " point")
    },
}
"""The judge of each thing that can be asked of the family."""
