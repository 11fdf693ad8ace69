"""Words about a function at a point: rising or falling, bending, and what kind of gap it has there."""

from __future__ import annotations

from flint import fmpq

from .._reading.formulas.derivative import NoRule, derivative
from .._reading.formulas.tree import Node
from .balls import is_defined, rational
from .evident import sign
from .growth_rules import fraction
from .stationary import smooth, stationary


def slope(function: Node, name: str, point: Node) -> str | None:
    """Return "increasing", "decreasing" or "stationary" at a point, by the sign of the derivative.

    An inflection point with a derivative of zero is left open: x^3 is increasing at zero, and stationary.

    Args:
        function: an expression in one letter.
        name: the letter.
        point: a number.
    """
    found = _sign_of_derivative(function, name, point, 1)
    if found == 0 and stationary(function, name, point) in {None, "inflection point"}:
        return None
    return None if found is None else {1: "increasing", -1: "decreasing", 0: "stationary"}[found]


def concavity(function: Node, name: str, point: Node) -> str | None:
    """Return "concave up" or "concave down" at a point, by the sign of the second derivative."""
    return {1: "concave up", -1: "concave down"}.get(_sign_of_derivative(function, name, point, 2) or 0)


def _sign_of_derivative(function: Node, name: str, point: Node, order: int) -> int | None:
    if function.names() != {name} or point.names() or not smooth(function, {name: point}):
        return None
    try:
        for _ in range(order):
            function = derivative(function, name)
    except NoRule:
        return None
    return sign(function.put({name: point}))


def discontinuity(function: Node, name: str, point: Node) -> str | None:
    """Return "removable" or "infinite" at a number at which a fraction of polynomials has no value."""
    at, ends = rational(point), fraction(function, name)
    if at is None or ends is None or is_defined(function.put({name: point}), {}) is not False:
        return None
    above, below = ends
    left = below // above.gcd(below)
    return "infinite" if left(fmpq(at.numerator, at.denominator)) == 0 else "removable"
