"""Compares sums whose index begins at another number: 7 + 4n from n = 0 to 24 is 7 + 4(n - 1) from n = 1 to 25."""

from __future__ import annotations

from fractions import Fraction

from .._reading.formulas.exact import exact
from .._reading.formulas.tree import Node, add, number, symbol
from .convert import printed
from .equivalence import equal
from .executor import Done
from .limits import infinite


def spans(made: Done, bounds: tuple[Node, Node]) -> bool:
    """Return whether a step's index runs over as many whole numbers as the asked one, perhaps from another start."""
    low, high = (printed(made.values[name]) for name in ("lower", "upper"))
    shift = None if low is None else _difference(low, bounds[0])
    if low is None or high is None or shift is None or shift.denominator != 1:
        return False
    if infinite(bounds[1]) or infinite(high):
        return infinite(bounds[1]) == infinite(high)
    moved = add(bounds[1], number(shift))
    return high == moved or equal(high, moved, sorted(moved.names() | high.names())).right


def shifted(made: Done, low: Node) -> Node:
    """Return the terms that a step adds up, with its index moved to the asked start.

    Args:
        made: the step, which :func:`spans` the asked numbers.
        low: the first number asked.
    """
    given, start = printed(made.given), printed(made.values["lower"])
    shift = _difference(start, low) if start is not None else None
    name = str(made.variable)
    if given is None or not shift:
        return given or symbol(name)
    return given.put({name: add(symbol(name), number(shift))})


def _difference(one: Node, other: Node) -> Fraction | None:
    """Return by how much a number is above another one; None if one of them is not rational."""
    values = exact(one), exact(other)
    return None if values[0] is None or values[1] is None else values[0] - values[1]
