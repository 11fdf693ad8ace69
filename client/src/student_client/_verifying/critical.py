"""Judges critical numbers: those at which a derivative is zero, or does not exist within the domain."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from .._reading.formulas.derivative import NoRule, derivative
from .._reading.formulas.tree import Node, number
from . import balls
from .balls import Unclear, Undefined, is_defined
from .convert import Unreadable, tree
from .finding import Finding, unknown, wrong
from .pieces import breaks, letters_at, samples, zeros
from .polynomial_roots import Asked
from .solutions import all_solutions


def critical(function: Node, word: str, asked: Asked, made: list[Any]) -> Finding:
    """Judge critical or stationary numbers.

    Args:
        function: the expression whose numbers are asked.
        word: "critical" for zeros of the derivative and points of the domain without one, "stationary" for zeros.
        asked: the equation that sets the derivative to zero.
        made: the numbers, as SymPy's expressions.
    """
    others = sorted(function.names() - {asked.name})
    if others:
        if any(_kinks_at(function, asked.name, place) for place in letters_at(others, 3)):
            return unknown("with other letters it cannot be decided whether there is a derivative everywhere")
        return all_solutions(asked, made)
    kinks = []
    for cut in breaks([function], asked.name, {}):
        at = cut.limit_denominator(10000)
        if abs(at - cut) > Fraction(1, 1 << 40):
            if is_defined(function, {asked.name: cut}):
                return unknown(f"it cannot be decided whether there is a derivative near {float(cut):.6g}")
        elif is_defined(function, {asked.name: at}) is not False and not _smooth_at(function, asked.name, at):
            kinks.append(at)
    if asked.interval is not None:
        kinks = [at for at in kinks if asked.interval.holds(balls.ball(at))]
    rest = [one for one in made if not any(_is(one, at) for at in kinks)]
    missing = [at for at in kinks if not any(_is(one, at) for one in made)]
    if word == "critical" and missing:
        return wrong(f"{missing[0]} is missing: the expression has a value there, and no derivative")
    if word == "stationary" and len(rest) < len(made):
        return wrong("the function has no derivative at one of the results")
    return all_solutions(asked, rest)


def inflection(function: Node, asked: Asked, made: list[Any]) -> Finding:
    """Judge the numbers at which a derivative, or a second one, changes its sign.

    Args:
        function: the expression whose derivative is meant.
        asked: the equation that sets it to zero.
        made: the numbers, as SymPy's expressions.
    """
    found = all_solutions(asked, made)
    if not found.right:
        return unknown(f"as zeros of the derivative, {found.reason}")
    kinks = breaks([function], asked.name, {})
    if function.names() != {asked.name} or any(is_defined(function, {asked.name: at}) is not False for at in kinks):
        return unknown("it cannot be decided whether the function has a derivative everywhere")
    cuts = sorted({*kinks, *zeros(asked.zero, asked.name, {})})
    signs = [_sign(asked.zero, asked.name, piece) for piece in samples(cuts)]
    changes = [at for at, before, after in zip(cuts, signs, signs[1:], strict=False) if {before, after} == {1, -1}]
    inside = [at for at in changes if at not in kinks]
    if 0 in signs or len(inside) != len(made):
        return unknown("the derivative does not change its sign at each of its zeros")
    return found


def poles(above: Node, asked: Asked, made: list[Any]) -> Finding:
    """Judge the poles of a quotient of polynomials: the denominator is zero and the numerator is not.

    Args:
        above: the numerator.
        asked: the equation that sets the denominator to zero.
        made: the numbers, as SymPy's expressions.
    """
    found = all_solutions(asked, made)
    try:
        values = [balls.value(above.put({asked.name: tree(one)}), {}) for one in made]
    except (Undefined, Unclear, Unreadable):
        return unknown("the numerator has no known value there")
    if any(value.contains(0) for value in values):
        return unknown("the numerator is zero there, too, so that it may be a hole")
    if found.wrong and above.names():
        return unknown(f"as zeros of the denominator, {found.reason}")
    return found


def _sign(node: Node, name: str, places: Sequence[Fraction]) -> int:
    """Return the sign of an expression at all places; 0 if it differs, or is not known."""
    try:
        signs = {balls.sign(balls.value(node, {name: at})) for at in places}
    except (Undefined, Unclear):
        return 0
    return int(signs.pop()) if len(signs) == 1 else 0


def _kinks_at(function: Node, name: str, place: dict[str, Fraction]) -> bool:
    """Return whether there may be a point of the domain without a derivative, with the other letters fixed."""
    put = function.put({letter: number(at) for letter, at in place.items()})
    cuts = breaks([put], name, {})
    exact = [cut.limit_denominator(10**6) for cut in cuts]
    if any(abs(at - cut) > Fraction(1, 1 << 40) for at, cut in zip(exact, cuts, strict=True)):
        return True
    return any(is_defined(put, {name: at}) is not False and not _smooth_at(put, name, at) for at in exact)


def _smooth_at(function: Node, name: str, at: Fraction) -> bool:
    """Return whether the derivative has a value at a point and close to it, all nearly the same."""
    steps = [sign * Fraction(1, 1 << bits) for bits in (200, 400) for sign in (-1, 1)]
    try:
        slope = derivative(function, name)
        near = [balls.value(slope, {name: at + step}) for step in steps]
    except (NoRule, Undefined, Unclear):
        return False
    return all(abs(made - near[0]) < 1e-6 for made in near)


def _is(made: Any, at: Fraction) -> bool:
    return bool(made.is_Rational and Fraction(int(made.p), int(made.q)) == at)


def preimage(asked: Asked, result: Any) -> Finding:
    """Judge the one number at which a function has a value."""
    given = result if isinstance(result, list) else [result]
    if len(given) != 1:
        return unknown("the function has the value at several numbers, or at none, so it has no inverse")
    return all_solutions(asked, given)
