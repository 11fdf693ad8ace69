"""Finds a function's limit: SymPy's limit from each side, confirmed by balls very near the point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

import sympy  # type: ignore[import-untyped]
from flint import arb, ctx

from .._reading.formulas.tree import Node, add, constant, div, mul, neg, number, power
from . import balls
from .balls import Unclear, Undefined, rational
from .convert import Unreadable, expression, tree

STEPS = range(2, 9)
"""The points are at distances of about 2**-(2**k) for these k, or as far away when the point is infinity."""
UNEVEN = Fraction(1013, 1000)
"""Keeps the points away from the zeros of sin(pi*x) and similar functions."""
INFINITY = constant("infinity")


@dataclass(frozen=True)
class Approach:
    """The limit from one side.

    Args:
        goal: a number (or an expression in the other letters), or infinity with its sign; None if there is no
            limit, or it is not known.
        known: whether the function has values near the point on this side.
        confirmed: whether the values near the point agree.
    """

    goal: Node | None
    known: bool
    confirmed: bool


def infinite(node: Node) -> int:
    """Return 1 or -1 for plus or minus infinity, 0 for anything else."""
    if node == INFINITY:
        return 1
    return -1 if node == neg(INFINITY) else 0


def approach(
    function: Node,
    name: str,
    point: Node,
    side: int,
    places: Sequence[dict[str, Fraction]],
    *,
    positive: bool = False,
) -> Approach:
    """Find a function's limit from one side.

    Args:
        function: the expression.
        name: the letter that goes to the point.
        point: the point; infinity with the side -1, minus infinity with the side 1.
        side: 1 from above, -1 from below.
        places: numbers for the other letters, at which the limit is confirmed.
        positive: whether the other letters are positive numbers, not only real ones.
    """
    near = [_values(function, name, point, side, place) for place in places]
    if not any(made is not None for values in near for made in values[-3:]):
        return Approach(None, known=False, confirmed=False)
    if function.has("piecewise"):
        function = _branch(
            function, {name: _near(point.put(_numbers(places[0])), side, STEPS[-1]), **_numbers(places[0])}
        )
    goal = _goal(function, name, point, side, positive=positive)
    if goal is None:
        return Approach(None, known=True, confirmed=False)
    confirmed = [_goes_to(values, goal, place) for values, place in zip(near, places, strict=True)]
    return Approach(goal, known=True, confirmed=all(confirmed))


def _goal(function: Node, name: str, point: Node, side: int, *, positive: bool) -> Node | None:
    try:
        given, where = (_known(expression(part), name, positive=positive) for part in (function, point))
        given = sympy.combsimp(given) if given.has(sympy.factorial) else given  # SymPy is slow with their quotients
        made = sympy.limit(given, sympy.Symbol(name, real=True), where, "+" if side > 0 else "-")
        return tree(made) if made.is_extended_real is not False and made is not sympy.zoo else None
    except (Unreadable, NotImplementedError, ValueError, TypeError, AttributeError):
        return None


def _known(given: Any, name: str, *, positive: bool) -> Any:
    """Return an expression whose other letters are positive, if they are assumed to be."""
    others = [letter for letter in given.free_symbols if positive and letter.name != name]
    return given.xreplace({letter: sympy.Symbol(letter.name, positive=True) for letter in others})


def _numbers(place: dict[str, Fraction]) -> dict[str, Node]:
    return {letter: number(at) for letter, at in place.items()}


def _near(point: Node, side: int, step: int, uneven: Fraction = UNEVEN) -> Node:
    """Return a place close to the point, or far away if it is infinite."""
    far = mul(number(uneven), power(number(2), number(2**step)))
    if infinite(point):
        return _folded(far if infinite(point) > 0 else neg(far))
    tiny = div(number(1), far)
    return _folded(add(point, tiny if side > 0 else neg(tiny)))


def _branch(node: Node, place: dict[str, Node]) -> Node:
    """Return the tree with each piecewise part's branch that holds at a place."""
    if node.head == "piecewise":
        branches = zip(node.args[::2], node.args[1::2], strict=True)
        return next((_branch(branch, place) for branch, condition in branches if _holds(condition, place)), node)
    return Node(node.head, tuple(_branch(part, place) for part in node.args), node.value) if node.args else node


def _holds(condition: Node, place: dict[str, Node]) -> bool:
    try:
        return balls.holds(condition.put(place), {})
    except (Undefined, Unclear):
        return False


def _values(function: Node, name: str, point: Node, side: int, place: dict[str, Fraction]) -> list[Any]:
    """Return the values nearer and nearer to the point; None if there is none."""
    numbers = _numbers(place)
    there = point.put(numbers)
    uneven = Fraction(1) if function.has("factorial") else UNEVEN  # uses whole numbers, which have factorials
    return [_value(function.put(numbers).put({name: _near(there, side, step, uneven)}), step) for step in STEPS]


def _folded(at: Node) -> Node:
    exact = rational(at)
    return at if exact is None else number(exact)


def _value(node: Node, step: int) -> Any:
    before = ctx.prec
    try:
        for precision in (400 + (4 << step), 1000 + (16 << step)):
            ctx.prec = precision
            try:
                made = balls.finite(balls.evaluate(node, {}))
            except Unclear:
                continue
            if made.is_zero() or made.rel_accuracy_bits() > 40:
                return made
    except Undefined:
        return None
    finally:
        ctx.prec = before
    return None


def _goes_to(values: list[Any], goal: Node, place: dict[str, Fraction]) -> bool:
    """Return whether the values agree with the goal."""
    kept = [made for made in values if made is not None]
    if len(kept) < 3:
        return False
    direction = infinite(goal)
    if direction:
        sizes = [made * direction for made in kept[-4:]]
        grows = all(after > before for before, after in pairwise(sizes))
        return bool(grows and sizes[-1] > 10 and sizes[-1] > sizes[0] * arb("1.5"))
    try:
        aim = balls.value(goal, place)
    except (Undefined, Unclear):
        return False
    distances = [abs(made - aim) for made in kept[-4:]]
    if distances[-1] < arb("1e-15") * (1 + abs(aim)):
        return True
    shrinks = all(after < before * arb("0.8") for before, after in pairwise(distances))
    return bool(shrinks)
