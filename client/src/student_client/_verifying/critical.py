"""Critical numbers: where a derivative is zero, and where there is none within the domain."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from .._reading.tree import Node, number
from . import balls
from .balls import Unclear, Undefined, is_defined
from .derivative import NoRule, derivative
from .finding import Finding, unknown, wrong
from .pieces import breaks, letters_at
from .polynomial_roots import Asked
from .solutions import all_solutions


def critical(function: Node, word: str, asked: Asked, made: list[Any]) -> Finding:
    """Judge critical or stationary numbers.

    Args:
        function: the expression of which they are asked.
        word: "critical" for zeros of the derivative and points of the domain without one, "stationary" for zeros.
        asked: the equation that sets the derivative to zero.
        made: the numbers, as SymPy's expressions.
    """
    others = sorted(function.names() - {asked.name})
    if others:
        if any(_kinks_at(function, asked.name, place) for place in letters_at(others, 3)):
            return unknown("whether there is a derivative everywhere cannot be told with other letters")
        return all_solutions(asked, made)
    kinks = []
    for cut in breaks([function], asked.name, {}):
        at = cut.limit_denominator(10000)
        if abs(at - cut) > Fraction(1, 1 << 40):
            if is_defined(function, {asked.name: cut}):
                return unknown(f"whether there is a derivative near {float(cut):.6g} cannot be told")
        elif is_defined(function, {asked.name: at}) is not False and not _smooth_at(function, asked.name, at):
            kinks.append(at)
    rest = [one for one in made if not any(_is(one, at) for at in kinks)]
    missing = [at for at in kinks if not any(_is(one, at) for one in made)]
    if word == "critical" and missing:
        return wrong(f"{missing[0]} is missing, where the expression has a value and no derivative")
    if word == "stationary" and len(rest) < len(made):
        return wrong("one of them has no derivative")
    return all_solutions(asked, rest)


def _kinks_at(function: Node, name: str, place: dict[str, Fraction]) -> bool:
    """Tell whether there may be a point of the domain without a derivative, the other letters held."""
    put = function.put({letter: number(at) for letter, at in place.items()})
    cuts = breaks([put], name, {})
    exact = [cut.limit_denominator(10**6) for cut in cuts]
    if any(abs(at - cut) > Fraction(1, 1 << 40) for at, cut in zip(exact, cuts, strict=True)):
        return True
    return any(is_defined(put, {name: at}) is not False and not _smooth_at(put, name, at) for at in exact)


def _smooth_at(function: Node, name: str, at: Fraction) -> bool:
    """Tell whether the derivative has a value at a point and close to it, all nearly the same."""
    steps = [sign * Fraction(1, 1 << bits) for bits in (200, 400) for sign in (-1, 1)]
    try:
        slope = derivative(function, name)
        near = [balls.value(slope, {name: at + step}) for step in steps]
    except (NoRule, Undefined, Unclear):
        return False
    return all(abs(made - near[0]) < 1e-6 for made in near)


def _is(made: Any, at: Fraction) -> bool:
    return bool(made.is_Rational and Fraction(int(made.p), int(made.q)) == at)
