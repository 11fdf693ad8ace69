"""Is a stationary point a minimum, a maximum, or an inflection point?"""

from __future__ import annotations

from .._reading.formulas.derivative import NoRule, derivative
from .._reading.formulas.tree import ZERO, Equation, Node
from . import balls
from .balls import Unclear, Undefined
from .equivalence import equal
from .pieces import breaking
from .polynomial_roots import Asked
from .solutions import all_solutions

HIGHEST = 8
"""Highest order of a derivative that is tried."""


def stationary(function: Node, name: str, point: Node) -> str | None:
    """Return "minimum", "maximum" or "inflection point", by the first derivative that is not zero at the point.

    Args:
        function: an expression in one letter.
        name: the letter.
        point: a number.

    Returns:
        The word; None if the derivative is not zero there, or if the balls do not decide it.
    """
    if function.names() != {name} or point.names() or not smooth(function, {name: point}):
        return None
    try:
        slope = derivative(function, name)
        if not equal(ZERO, slope.put({name: point}), ()).right:
            return None
        for order in range(2, HIGHEST + 1):
            slope = derivative(slope, name)
            value = slope.put({name: point})
            zero = equal(ZERO, value, ())
            if zero.wrong:
                rises = balls.value(value, {}) > 0
                return "inflection point" if order % 2 else "minimum" if rises else "maximum"
            if not zero.right:
                return None
    except (NoRule, Undefined, Unclear):
        return None
    return None


def smooth(function: Node, at: dict[str, Node]) -> bool:
    """Return whether it is proved that a function has all derivatives at a point."""
    if any(function.has(head) for head in _BROKEN) or not balls.is_defined(function.put(at), {}):
        return False
    try:
        return not any(balls.value(part.put(at), {}).contains(0) for part in breaking(function))
    except (Undefined, Unclear):
        return False


_BROKEN = ("floor", "piecewise", "factorial", "binomial", "gcd", "lcm")
"""Functions with breaks that are not looked for."""


def is_only_one(function: Node, name: str, result: object) -> bool:
    """Return whether a number is the only one at which the derivative of a function is zero."""
    try:
        asked = Asked(Equation(derivative(function, name), ZERO), name, (function,), "real")
    except NoRule:
        return False
    return all_solutions(asked, [result]).right
