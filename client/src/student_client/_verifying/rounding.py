"""Is a decimal the value of an expression, rounded as asked?"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from .._reading.formulas.tree import Node
from . import balls
from .balls import Unclear, Undefined, rational
from .executor import Done
from .finding import Finding, right, unknown, wrong

HALF = Fraction(1, 2)


def digits_of(answer: Done) -> int | None:
    """Return how many digits a step gives; None if it is not the one that makes a decimal."""
    return int(answer.words["digits"]) if answer.tool == "numeric" else None


def rounded(truth: Node, result: Node, count: int, *, places: bool, given: int | None = None) -> Finding:
    """Judge a decimal.

    Args:
        truth: the exact expression.
        result: the decimal.
        count: the number of digits that are asked.
        places: whether they are counted after the point; else from the first digit that is not zero.
        given: the number of digits that the plan gives, from the first one; None if it does not say so.
    """
    if truth.names():
        return unknown("the expression is not a number")
    try:
        made = balls.value(truth, {})
    except (Undefined, Unclear):
        return unknown("the expression has no known real value")
    return rounded_ball(made, result, count, places=places, given=given)


def rounded_ball(made: Any, result: Node, count: int, *, places: bool, given: int | None = None) -> Finding:
    """Judge a decimal of a number that is given as a ball; the other arguments are those of :func:`rounded`."""
    claimed = rational(result)
    if claimed is None:
        return unknown("the result is not a decimal")
    unit = Fraction(1, 10**count) if places else _unit(made, count)
    if unit is None:
        return unknown("the place of the first digit cannot be decided")
    last = None if given is None else _unit(made, given)
    if last is not None and last > unit:
        return wrong(f"the plan gives {given} digits, which are fewer than the problem asks for")
    return _within(claimed, made, unit, count)


def _within(claimed: Fraction, made: Any, unit: Fraction, count: int) -> Finding:
    distance = abs(made - balls.ball(claimed))
    if distance > balls.ball(unit * HALF):
        return wrong(f"the result is not the value to {count} digits, which is near {float(made.mid()):.10g}")
    if (claimed / unit).denominator != 1:
        return unknown(f"the result has more than {count} digits")
    if distance < balls.ball(unit * HALF):
        return right(f"the result is the value, rounded to {count} digits")
    return unknown("the value lies in the middle between two decimals")


def _unit(value: Any, count: int) -> Fraction | None:
    """Return the unit of the last of so many significant digits; None if the first one cannot be decided."""
    size = abs(float(value.mid()))
    if size == 0:
        return None
    power = 0
    while Fraction(10) ** (power + 1) <= Fraction(size):
        power += 1
    while Fraction(10) ** power > Fraction(size):
        power -= 1
    return Fraction(10) ** (power - count + 1)
