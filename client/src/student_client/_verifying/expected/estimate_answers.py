"""The answers about numbers that a tangent estimates."""

from __future__ import annotations

from typing import Any

import sympy  # type: ignore[import-untyped]

from ..finding import Finding, unknown
from .comparisons import Asked, Judge, only, same, value

_NOT_CLEAR = unknown("the place of the tangent is not clear")


def tangent_at(asked: Asked, at: Any) -> Any:
    """Return the tangent's value at a number, from the place that is given or from the next whole one.

    Args:
        asked: the question.
        at: the number.
    """
    body, name = asked.one("function")[:2]
    start = asked.one("at")[0] if "at" in asked.parts else sympy.Integer(round(at))
    known = body.subs(name, start)
    if "at" not in asked.parts and not known.is_rational:
        return None
    return known + sympy.diff(body, name).subs(name, start) * (at - start)


def _near(asked: Asked) -> Finding:
    made = tangent_at(asked, asked.one("function")[2])
    return _NOT_CLEAR if made is None else value(made, asked)


def _value_near(role: str) -> Judge:
    """Return the judge of an estimate of f(c), or of a number that is f(c) for a decimal c in it."""

    def judge(asked: Asked) -> Finding:
        at = _place(asked, role)
        made = None if at is None else tangent_at(asked, at)
        return _NOT_CLEAR if made is None else value(made, asked)

    return judge


def _linearization(asked: Asked) -> Finding:
    result = only(asked)
    made = tangent_at(asked, asked.one("function")[1])
    return same(made, result.rhs if isinstance(result, sympy.Equality) else result, asked.names)


def _place(asked: Asked, role: str) -> Any:
    """Return where the function has the value that is estimated; None if that is not known."""
    body, name = asked.one("function")
    (node,), (said,) = asked.parts[role][0], asked.one(role)
    if node.head in {"number", "neg"}:
        return said
    numbers = [number for part in node.walk() if part.head == "number" for number in [sympy.Rational(str(part.value))]]
    places = {sign * number - shift for number in numbers for sign in (1, -1) for shift in range(-9, 10)}
    fits = [one for one in places if sympy.N(body.subs(name, one) - said, 40, chop=True) == 0]
    if len(fits) != 1 and "at" in asked.parts:
        (start,) = asked.one("at")
        fits = [one for one in fits if abs(one - start) == min(abs(other - start) for other in fits)]
    return fits[0] if len(fits) == 1 and sympy.simplify(body.subs(name, fits[0]) - said) == 0 else None


ESTIMATES: dict[tuple[str, str], Judge] = {
    ("numbers near others", "estimate"): _near,
    ("numbers near others", "estimate "): _near,
    ("values near others", "linearization"): _linearization,
    ("values near others", "estimate"): _value_near("estimate"),
    ("values near others", "estimate "): _value_near("estimate "),
}
"""The judge of each thing that can be asked of a family."""
