"""Is a function continuous at a point? By the ball of its values around the point."""

from __future__ import annotations

from fractions import Fraction

from flint import arb

from .._reading.formulas.tree import Node
from . import balls
from .balls import Unclear, Undefined

PRECISION = 192
WIDTH = Fraction(1, 1 << 30)
"""Half of the width of the interval around the point on which a function must have values."""
_BROKEN = frozenset({"floor", "sign", "piecewise", "factorial", "binomial", "gcd", "lcm"})
"""Functions with jumps; each other one is continuous wherever it has values all around a point."""


def continuity(function: Node, name: str, point: Node) -> str | None:
    """Return "continuous", or "discontinuous" if there is no value at the point; None if neither is proved.

    Args:
        function: an expression in one letter.
        name: the letter.
        point: a number.
    """
    if function.names() != {name} or point.names() or any(part.head in _BROKEN for part in function.walk()):
        return None
    if balls.is_defined(function.put({name: point}), {}) is False:
        return "discontinuous"
    try:
        around = balls.value(point, {}) + arb(0, balls.ball(WIDTH))
        with balls.precision(PRECISION):
            balls.finite(balls.evaluate(function, {name: around}))
    except (Undefined, Unclear):
        return None
    return "continuous"
