"""Is a sequence increasing, decreasing, or neither? By the signs of its differences."""

from __future__ import annotations

from fractions import Fraction

from .._reading.formulas.tree import Node, add, neg, number, symbol
from . import balls
from .balls import Unclear, Undefined
from .growth_rules import fraction
from .polynomials import real_roots

FIRST = 60
"""How many differences are looked at one by one."""
MOST = 2000
"""The largest index that is looked at, if a fraction of polynomials changes its sign late."""


def monotonicity(term: Node, name: str) -> str | None:
    """Return "increasing", "decreasing" or "not monotonic" of the terms with the numbers 1, 2, 3, and so on.

    A fraction of polynomials is decided by all its differences up to the last change of their sign, and by one beyond.
    Of any other sequence, two differences with opposite signs prove that it is not monotonic.

    Args:
        term: an expression in the index alone.
        name: the index.
    """
    if term.names() != {name}:
        return None
    change = add(term.put({name: add(symbol(name), number(1))}), neg(term))
    ends = fraction(change, name)
    last = (
        None
        if ends is None
        else max((int(float(root.mid())) + 2 for end in ends for root in real_roots(end)), default=1)
    )
    if last is not None and last > MOST:
        return None
    signs = {_sign(change, name, at) for at in range(1, max(FIRST, last or 0) + 1)}
    if {1, -1} <= signs and None not in signs:
        return "not monotonic"
    if last is None or len(signs) != 1:
        return None
    return {1: "increasing", -1: "decreasing"}.get(signs.pop() or 0)


def _sign(node: Node, name: str, at: int) -> int | None:
    try:
        return int(balls.sign(balls.value(node, {name: Fraction(at)})))
    except (Undefined, Unclear):
        return None
