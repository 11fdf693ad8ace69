"""The answers about sequences that a recurrence defines: formulas are put in, terms and limits are calculated."""

from __future__ import annotations

from typing import Any

import sympy  # type: ignore[import-untyped]

from ..finding import Finding, right, unknown, wrong
from .comparisons import Asked, Judge, only, real, value

_SPAN = 24
"""How many terms of a formula are compared."""


def _rule(asked: Asked) -> tuple[Any, tuple[Any, ...], Any, int]:
    """Return the highest term by the lower ones, their letters, the index, and its shift."""
    left, right_side, *places = asked.one("rule")
    index, shift = asked.one("index")
    found = sympy.solve(left - right_side, places[-1])
    if len(found) != 1:
        raise ValueError("rule")
    return found[0], tuple(places), index, int(shift)


def _terms(asked: Asked, last: int) -> tuple[int, list[Any]]:
    """Return the first index, and the terms up to an index.

    Raises:
        ValueError: the first terms are not known.
    """
    rule, places, index, shift = _rule(asked)
    starts = dict(asked.all("start"))
    first = int(min(starts, default=0))
    order = len(places) - 1
    if [int(one) for one in sorted(starts)] != [*range(first, first + order)]:
        raise ValueError("start")
    made = [starts[one] for one in sorted(starts)]
    while first + len(made) <= last:
        at = first + len(made) - order - shift
        here = dict(zip(places, made[-order:], strict=False)) | {index: at}
        made.append(sympy.simplify(rule.subs(here, simultaneous=True)))
    return first, made


def _formula(asked: Asked) -> Finding:
    result = only(asked)
    if isinstance(result, sympy.Equality):
        result = result.rhs
    if not isinstance(result, sympy.Expr) or isinstance(result, sympy.MatrixBase):
        return unknown("the result is not a formula")
    claim, index = real(result), asked.one("index")[0]
    if "start" not in asked.parts:
        return _general(asked, claim)
    if claim.free_symbols - {index}:
        return wrong("the formula has another letter in it")
    last = int(min(dict(asked.all("start")))) + _SPAN
    first, made = _terms(asked, last)
    for at, term in enumerate(made, first):
        if sympy.expand(sympy.simplify(claim.subs(index, at) - term)) != 0:
            apart = abs(sympy.N(claim.subs(index, at) - term, 30))
            return wrong(f"term {at} is another one") if apart > 1e-12 else unknown("a term cannot be compared")
    return right(f"the formula gives the terms up to {last}")


def _general(asked: Asked, claim: Any) -> Finding:
    """Judge a general solution of a linear recurrence: its constants are free and it satisfies the rule."""
    rule, places, index, shift = _rule(asked)
    free = sorted(claim.free_symbols - {index}, key=str)
    order = len(places) - 1
    if len(free) != order or any(sympy.diff(rule, one).free_symbols for one in places):
        return unknown("the general solution is not known")
    ways = [sympy.diff(claim, one) for one in free]
    table = sympy.Matrix([[way.subs(index, at) for way in ways] for at in range(3, 3 + order)])
    if any(way.has(*free) for way in ways) or sympy.simplify(table.det()) == 0:
        return unknown("the constants are not free")
    for at in range(3, 3 + _SPAN):
        here = {place: claim.subs(index, at + shift + step) for step, place in enumerate(places)} | {index: at}
        if sympy.expand(sympy.simplify((rule - places[-1]).subs(here, simultaneous=True))) != 0:
            return wrong("the solution does not satisfy the recurrence")
    return right("the solution satisfies the recurrence, with as many free constants as its order")


def _limit(asked: Asked) -> Finding:
    """Judge the limit of a sequence of the first order: the fixed point that its terms approach."""
    rule, places, index, _ = _rule(asked)
    starts = asked.all("start")
    if len(places) != 2 or len(starts) != 1 or rule.has(index):
        return unknown("the limit is not known")
    step, at = sympy.lambdify(places[0], rule, modules="mpmath"), sympy.N(starts[0][1], 30)
    for _count in range(400):
        at = step(at)
        if not sympy.sympify(at).is_real or abs(at) > 1e9:
            return unknown("the sequence does not converge")
    near = [one for one in sympy.solve(rule - places[0], places[0]) if abs(sympy.N(one - at, 20)) < 1e-9]
    return value(near[0], asked) if len(near) == 1 else unknown("the limit is not known")


RECURRENCES: dict[tuple[str, str], Judge] = {
    ("recurrences", "formula"): _formula,
    ("recurrences", "formula "): _formula,
    ("recurrences", "limit"): _limit,
}
"""The judge of each thing that can be asked of the family."""
