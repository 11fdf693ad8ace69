"""Limits and definite integrals by numbers alone."""

from __future__ import annotations

from typing import Any

import mpmath  # type: ignore[import-untyped]
import sympy  # type: ignore[import-untyped]

from .equivalence import ENOUGH, agree, points, value

_NEAR = tuple(sympy.Rational(1, 10**power) for power in (2, 4, 8, 12))
"""Distances from a finite point."""
_FAR = tuple(sympy.Integer(10) ** power for power in (1, 2, 3, 4))
"""Places on the way to infinity."""


_POSITIVE, _SIGNED = ENOUGH, 4
"""Places of an integral's letters: positive ones, then ones of both signs, where it may have no value."""


def approaches(expression: Any, variable: Any, point: Any, limit: Any) -> bool:
    """Tell whether the values near the point go to the limit, from both sides of a finite point."""
    others = sorted((expression.free_symbols | point.free_symbols | limit.free_symbols) - {variable}, key=str)
    for constants in points(others, 3):
        place = point.subs(constants)
        ways = [[place + step for step in _NEAR], [place - step for step in _NEAR]]
        if not point.is_finite and point in {sympy.oo, -sympy.oo}:
            ways = [[step if point == sympy.oo else -step for step in _FAR]]
        taken = [[value(expression, constants | {variable: at}) for at in way] for way in ways]
        inside = [values for values in taken if any(made is not None and made.is_real for made in values)]
        for values in inside or taken:  # ln x has a limit at 0 from one side only
            if not _goes_to([made for made in values if made is not None], limit.subs(constants)):
                return False
    return True


def _goes_to(values: list[Any], limit: Any) -> bool:
    if len(values) < 3:
        return False
    first, *_, last = values
    if limit in {sympy.oo, -sympy.oo}:
        grows = last.is_real and first.is_real and last * sympy.sign(limit) > max(1, 2 * abs(first))
        return bool(grows) or bool(last.is_real and last * sympy.sign(limit) > 10**6)
    goal = value(limit, {})
    if goal is None:
        return False
    start, end = (sympy.Abs(made - goal).evalf(10) for made in (first, last))
    return bool(end < sympy.Float("1e-8") * (1 + sympy.Abs(goal)) or end < start / 2)


def definite_integral(integrand: Any, variable: Any, bounds: tuple[Any, Any], result: Any) -> tuple[bool | None, str]:
    """Judge a definite integral by quadrature, or by an antiderivative where the integrand is a polynomial."""
    low, high = bounds
    if integrand.is_polynomial(variable):
        inside = sympy.integrate(sympy.expand(integrand), variable)
        agreement = agree(inside.subs(variable, high) - inside.subs(variable, low), result)
        if agreement != "unknown":
            return (
                agreement == "equal",
                f"the result is {'' if agreement == 'equal' else 'not '}the polynomial's integral",
            )
    letters = sorted(
        (integrand.free_symbols - {variable}).union(*(e.free_symbols for e in (low, high, result))), key=str
    )
    if variable in letters:
        return None, "a bound or the result has the variable of the integral in it"
    places = list(points(letters, _POSITIVE + _SIGNED)) if letters else [{}]
    for index, place in enumerate(places):
        right = _is_area(integrand.subs(place), variable, (low.subs(place), high.subs(place)), result.subs(place))
        if right is None and index < _POSITIVE:
            return None, "the integral cannot be computed by numbers"
        if right is False:
            return (False if index < _POSITIVE else None), "the result is not the area that quadrature finds"
    return True, "the result is the area that quadrature finds"


def _is_area(integrand: Any, variable: Any, bounds: tuple[Any, Any], result: Any) -> bool | None:
    """Compare with quadrature; None where that has no sure value, as where the integral has none."""
    claimed = value(result, {})
    if claimed is None:
        return None
    try:
        area, error = mpmath.quad(lambda at: _number(integrand, variable, at), _ends(*bounds), error=True)
    except (TypeError, ValueError, ArithmeticError):
        return None
    if error > 1e-10 * (1 + abs(area)):
        return None
    distance = abs(area - mpmath.mpmathify(claimed)) / (1 + abs(area))
    return False if distance > 1e-5 else True if distance < 1e-9 else None


def _ends(low: Any, high: Any) -> list[Any]:
    """Cut the interval at uneven places, so that a pole in the middle is not missed by symmetry."""
    start, end = (mpmath.mpf(str(place.evalf(20)).replace("oo", "inf")) for place in (low, high))
    if mpmath.isinf(start) and mpmath.isinf(end):
        return [start, mpmath.mpf("0.3719"), end]
    if mpmath.isinf(start) or mpmath.isinf(end):
        return [start, end]
    return [start, start + (end - start) * mpmath.mpf("0.3719"), start + (end - start) * mpmath.mpf("0.7113"), end]


def _number(expression: Any, variable: Any, at: Any) -> Any:
    made = value(expression, {variable: sympy.Float(str(at), 20)})
    if made is None or not made.is_real:
        raise ValueError("no real value")
    return mpmath.mpmathify(made)
