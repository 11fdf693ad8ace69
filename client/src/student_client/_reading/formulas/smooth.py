"""Has a function a derivative, or a value, wherever one would expect it?"""

from __future__ import annotations

from fractions import Fraction

from .exact import exact
from .tree import Node, constant

_ENTIRE = frozenset({"symbol", "number", "constant", "add", "neg", "mul", "sin", "cos", "sinh", "cosh", "atan"})
_SMOOTH = _ENTIRE | {"div", "log", "tan", "sec", "csc", "cot"}


def is_smooth(function: Node) -> bool:
    """Return whether a function is seen to have the derivative of the rules wherever it has a value."""
    return all(part.head in _SMOOTH or not part.names() or _is_power(part) for part in function.walk())


def is_entire(function: Node) -> bool:
    """Return whether a function is seen to have a value for all real numbers."""
    return all(part.head in _ENTIRE or _has_values(part) for part in function.walk())


def _whole(part: Node) -> Fraction | None:
    """Return the exponent of a whole power; None for anything else."""
    exponent = exact(part.args[1]) if part.head == "pow" else None
    return exponent if exponent is not None and exponent.denominator == 1 else None


def _is_power(part: Node) -> bool:
    return part.head == "pow" and (not part.args[0].names() or _whole(part) is not None)


def _has_values(part: Node) -> bool:
    """Return whether a part is a power with a value everywhere, or a quotient by a number."""
    if part.head == "div":
        return bool(exact(part.args[1]))
    return part.head == "pow" and (part.args[0] == constant("e") or (_whole(part) or 0) > 0)
