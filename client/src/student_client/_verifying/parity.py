"""Is a function even, odd, or neither?"""

from __future__ import annotations

from .._reading.formulas.tree import Node, neg, symbol
from .balls import is_defined
from .equivalence import equal
from .pieces import breaks, samples

LARGEST = 10000
"""Largest denominator of the number that a break is taken for."""


def parity(function: Node, name: str) -> str | None:
    """Return "even", "odd" or "neither"; None if it is not decided, or if the function is zero.

    Args:
        function: an expression in one letter.
        name: the letter.
    """
    if function.names() != {name}:
        return None
    mirrored = function.put({name: neg(symbol(name))})
    even = equal(function, mirrored, (name,), holes=True)
    odd = equal(function, neg(mirrored), (name,), holes=True)
    if (even.wrong and odd.wrong) or lopsided(function, name):
        return "neither"
    if even.right and odd.right:
        return None
    return "even" if even.right and odd.wrong else "odd" if odd.right and even.wrong else None


def lopsided(function: Node, name: str) -> bool:
    """Return whether it is proved that a function has a value at a number, and none at minus this number."""
    mirrored = function.put({name: neg(symbol(name))})
    cuts = breaks((function, mirrored), name, {})
    places = [at for piece in samples(cuts) for at in piece] + [cut.limit_denominator(LARGEST) for cut in cuts]
    return any(is_defined(function, {name: at}) and is_defined(mirrored, {name: at}) is False for at in places)
