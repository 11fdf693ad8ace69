"""Judges solutions of y' = f(x, y) that is not linear: whether they leave out no curve, and equations as solutions."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._reading.formulas.tree import ZERO, Differential, Node, add, neg, number
from .balls import Unclear, Undefined, is_defined, value
from .convert import Unreadable, expression, tree
from .equivalence import equal
from .finding import Finding, right, unknown, wrong

_GRID = tuple(
    sorted(sign * Fraction(10**at, 1000) * Fraction(step, 7) for at in range(8) for step in (9, 31) for sign in (1, -1))
)
"""The constants between which a height is searched."""
_PLACES = tuple(sympy.Rational(*pair) for pair in ((3, 7), (9, 5), (-4, 7), (-11, 5)))


def slope(asked: Differential) -> Any:
    """Return f of y' = f(x, y) as SymPy's expression; None if the equation is not solved for y' that way."""
    if asked.order != 1:
        return None
    try:
        zero = expression(add(asked.equation.left, neg(asked.equation.right)))
    except Unreadable:
        return None
    moved = sympy.Symbol(f"{asked.function}'", real=True)
    factor = sympy.diff(zero, moved)
    if factor == 0 or factor.has(moved):
        return None
    return sympy.simplify(-zero.subs(moved, 0) / factor)


def covers(asked: Differential, result: Node, constant: str) -> bool:
    """Return whether a curve of a family goes through each place that is looked at and at which there is a slope.

    Args:
        asked: the equation.
        result: the family y = g(x, C), which solves it.
        constant: its free constant.
    """
    made = slope(asked)
    if made is None:
        return False
    across, along, free = (sympy.Symbol(name, real=True) for name in (asked.variable, asked.function, constant))
    family = expression(result)
    if (made.free_symbols | family.free_symbols) - {across, along, free}:
        return False
    if any(not _has_curve(family, level, across, free) for level in _levels(made, across, along)):
        return False
    met = 0
    for at in _PLACES:
        for height in _PLACES:
            if not _has_value(made.subs({across: at, along: height})):
                continue
            there = result.put({asked.variable: tree(at)})
            if not _reaches(there, constant, height):
                return False
            met += 1
    return met > 3


def _levels(made: Any, across: Any, along: Any) -> list[Any]:
    """Return the heights of the constant solutions, at which the slope is zero everywhere."""
    return [at for at in sympy.solve(made, along) if at.is_real and not at.has(across)]


def _has_curve(family: Any, level: Any, across: Any, free: Any) -> bool:
    """Return whether a constant solution is a curve of the family."""
    found = sympy.solve(family.subs(across, _PLACES[0]) - level, free)
    return any(one.is_real and sympy.simplify(family.subs(free, one) - level) == 0 for one in found)


def _has_value(number: Any) -> bool:
    try:
        return is_defined(tree(number), {}) is True
    except Unreadable:
        return False


def _reaches(there: Node, constant: str, height: Any) -> bool:
    """Return whether a value of the constant gives a height, exactly or between two others."""
    free = sympy.Symbol(constant, real=True)
    for one in sympy.solve(expression(there) - height, free):
        exact = tree(one) if one.is_real and not one.free_symbols else None
        if exact is not None and _is_there(there.put({constant: exact}), height):
            return True
    last: tuple[Fraction, float] | None = None
    for at in _GRID:
        away = _away(there, constant, at, height)
        if away == 0 or (
            last and away is not None and (away > 0) != (last[1] > 0) and _meets(there, constant, height, (last[0], at))
        ):
            return True
        last = None if away is None else (at, away)
    return False


def _is_there(made: Node, height: Any) -> bool:
    try:
        return bool(value(made, {}).overlaps(value(tree(height), {})))
    except (Undefined, Unclear):
        return False


def _away(there: Node, constant: str, at: Fraction, height: Any) -> float | None:
    try:
        return float((value(there.put({constant: number(at)}), {}) - value(tree(height), {})).mid())
    except (Undefined, Unclear):
        return None


def _meets(there: Node, constant: str, height: Any, ends: tuple[Fraction, Fraction]) -> bool:
    """Return whether halving the numbers between two constants comes close to the height, as it does not at a pole."""
    low, high = ends
    below = _away(there, constant, low, height)
    for _ in range(40):
        middle = (low + high) / 2
        away = _away(there, constant, middle, height)
        if away is None or below is None:
            return False
        if abs(away) < 1e-6:
            return True
        if (away > 0) == (below > 0):
            low = middle
        else:
            high = middle
    return False


def solves_as_equation(asked: Differential, result: Any) -> Finding:
    """Judge an equation in x, y and a free constant, or in x and y if a value is given.

    Args:
        asked: the equation, with at most one value.
        result: the equation that a plan gives.
    """
    made = slope(asked)
    if made is None or not isinstance(result, sympy.Equality) or len(asked.conditions) > 1:
        return unknown("the solution as an equation is not judged")
    across, along = (sympy.Symbol(name, real=True) for name in (asked.variable, asked.function))
    zero = (result.lhs - result.rhs).xreplace(
        {name: sympy.Symbol(name.name, real=True) for name in result.free_symbols}
    )
    free = zero.free_symbols - {across, along} - made.free_symbols
    if asked.conditions:
        order, at, height = asked.conditions[0]
        if free or order:
            return wrong("the result has a free constant, which the value settles") if free else unknown("no value")
        met = sympy.simplify(zero.subs({across: expression(at), along: expression(height)}))
        if met != 0:
            return unknown("the result is not known to have the value that is given")
        inside = zero
    else:
        if len(free) != 1:
            return wrong("the general solution has one free constant")
        constant = free.pop()
        levels = sympy.solve(zero, constant)
        if len(levels) != 1:
            return unknown("the free constant of the result is not clear")
        inside = levels[0]
    return _is_level(inside, made, across, along, on_curve=bool(asked.conditions))


def _is_level(inside: Any, made: Any, across: Any, along: Any, *, on_curve: bool) -> Finding:
    """Judge whether a function of x and y does not change along the slope; ``on_curve`` asks it of the curve alone."""
    moved = sympy.diff(inside, across) + sympy.diff(inside, along) * made
    if sympy.simplify(sympy.diff(inside, along)) == 0:
        return wrong("the result does not have the unknown function in it")
    try:
        found = equal(ZERO, tree(sympy.together(moved)), (str(across), str(along)))
    except Unreadable as error:
        return unknown(f"the result has {error} in it")
    if found.right:
        return right("the result's derivative along the slope is zero")
    return unknown("the result is not known to solve the equation") if on_curve else found
