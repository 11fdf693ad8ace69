"""Finds the breaks of an expression (poles, kinks, branch points), and exact numbers on every piece between them."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from flint import arb

from .._reading.formulas.tree import ONE, TWO, Node, add, neg, power
from .balls import Unclear, Undefined, ball, evaluate, rational, sign
from .polynomials import NotRational, quotient, real_roots

NEAR = Fraction(1, 1 << 20)
"""Distance from a break at which a piece is sampled, beside places well inside."""
OUTSIDE = (NEAR, Fraction(37, 100), Fraction(19, 10), Fraction(137, 10), Fraction(1009), Fraction(1000003))
"""Distances beyond the outermost break."""
INSIDE = (NEAR, Fraction(2137, 10000), Fraction(5003, 10000), Fraction(7919, 10000), 1 - NEAR)
"""Shares of a piece's length."""
MAX_BREAKS = 24
"""Most breaks whose pieces are all sampled; those nearest to zero are chosen."""
_SCAN = [Fraction(step, 4) + Fraction(1, 37) for step in range(-90, 91)]
_FAR = [sign * Fraction(3) ** power for power in (*range(4, 14), *range(16, 64, 4)) for sign in (-1, 1)]
_CLOSE = [sign * Fraction(3) ** power for power in range(-64, -3, 4) for sign in (-1, 1)]
_PLACES = sorted({*_SCAN, *_FAR, *_CLOSE})
UNTOLD = 2
"""A sign that cannot be decided."""


def breaking(node: Node) -> Iterator[Node]:
    """Yield the expressions at whose zeros the expression may have a pole, a kink, or the edge of its domain."""
    for part in node.walk():
        if part.head == "div":
            yield part.args[1]
        elif part.head in {"pow", "root"}:
            yield from _of_power(part)
        elif part.head == "log":
            yield from part.args
            yield from (add(base, neg(ONE)) for base in part.args[1:])
        elif part.head in {"abs", "sign", "ei", "ci", "chi", "li"}:
            yield part.args[0]
        elif part.head in {"tan", "sec"}:
            yield Node("cos", part.args)
        elif part.head in {"cot", "csc"}:
            yield Node("sin", part.args)
        elif part.head in {"asin", "acos", "atanh", "asec", "acsc"}:
            yield add(ONE, neg(power(part.args[0], TWO)))
        elif part.head == "acosh":
            yield add(part.args[0], neg(ONE))
        elif part.head in {"coth", "csch", "acot", "gamma"}:
            yield part.args[0]
        elif part.head in {"lt", "le", "eq", "ne"}:
            yield add(part.args[0], neg(part.args[1]))


def _of_power(part: Node) -> Iterator[Node]:
    base, exponent = part.args
    fixed = rational(exponent)
    if part.head == "root" or fixed is None or fixed < 0 or fixed.denominator != 1:
        yield base


def breaks(nodes: Iterable[Node], name: str, place: Mapping[str, Fraction]) -> list[Fraction]:
    """Return numbers close to the possible breaks of the expressions, in order.

    All zeros of polynomials are found (isolated roots). Others are searched by a change of sign between -22
    and 22, and at powers of three, very large and very small ones.

    Args:
        nodes: the expressions.
        name: the letter that varies.
        place: a number for each other letter.
    """
    found: set[Fraction] = set()
    for part in {inner for node in nodes for inner in breaking(node) if name in inner.names()}:
        found.update(zeros(part, name, place))
    nearest = sorted(found, key=lambda at: (abs(at), at))[:MAX_BREAKS]
    return sorted(nearest)


def zeros(node: Node, name: str, place: Mapping[str, Fraction]) -> list[Fraction]:
    """Return numbers close to the zeros of one expression, including the breaks of its own parts."""
    try:
        above, below = quotient(node, name, place)
    except ZeroDivisionError:
        return []
    except NotRational:
        if node.head in {"mul", "div"}:
            return [at for part in node.args if name in part.names() for at in zeros(part, name, place)]
        if node.head in {"pow", "root"} and name not in node.args[1].names():
            return zeros(node.args[0], name, place)  # of an even power, whose sign does not change
        return _scanned(node, name, place)
    return [_close(root) for part in (above, below) for root in real_roots(part)]


def _close(root: object) -> Fraction:
    """Return an exact number within a millionth of a NEAR of the ball's middle."""
    middle = root.mid()  # type: ignore[attr-defined]
    mantissa, exponent = (int(part) for part in middle.man_exp())
    exact = Fraction(mantissa) * Fraction(2) ** exponent
    return Fraction(round(exact * (1 << 48)), 1 << 48)


def _sign_at(node: Node, name: str, place: Mapping[str, Fraction], at: Fraction) -> int | None:
    """Return the sign at one place; None if there is no value, UNTOLD if it cannot be decided."""
    try:
        return sign(evaluate(node, {key: ball(number) for key, number in place.items()} | {name: ball(at)}))
    except Undefined:
        return None
    except Unclear:
        return UNTOLD


def _scanned(node: Node, name: str, place: Mapping[str, Fraction]) -> list[Fraction]:
    """Find changes of sign, and ends of the domain, by bisection."""
    signs = [(at, _sign_at(node, name, place, at)) for at in _grid(node, name, place)]
    told = [(at, sign) for at, sign in signs if sign != UNTOLD]
    changes = [(low, high, before) for (low, before), (high, after) in pairwise(told) if before != after]
    nearest = sorted(changes, key=lambda change: min(abs(change[0]), abs(change[1])))[:MAX_BREAKS]
    return [_halved(node, name, place, *change) for change in nearest]


def _grid(node: Node, name: str, place: Mapping[str, Fraction]) -> list[Fraction]:
    """Return the places to scan, closer together in parts over which the expression's ball has zero in it."""
    others = {key: ball(number) for key, number in place.items()}
    made, budget = [], GRID_BUDGET
    waiting = deque((low, high) for low, high in pairwise(_PLACES) if high - low <= Fraction(1, 4))
    while waiting and budget:
        low, high = waiting.popleft()
        budget -= 1
        middle = (low + high) / 2
        around = arb(ball(middle), ball((high - low) / 2).upper())
        try:
            maybe = evaluate(node, others | {name: around}).contains(0)
        except Undefined:
            maybe = False
        except Unclear:
            maybe = True
        if maybe and high - low > FINEST:
            made.append(middle)
            waiting += [(low, middle), (middle, high)]
    return sorted({*_PLACES, *made})


def _halved(
    node: Node, name: str, place: Mapping[str, Fraction], start: Fraction, end: Fraction, before: int | None
) -> Fraction:
    """Return a number close to the change of sign between two numbers."""
    for _ in range(44):
        middle = (start + end) / 2
        if _sign_at(node, name, place, middle) == before:
            start = middle
        else:
            end = middle
    middle = (start + end) / 2
    if NEAR > abs(middle) > max(_CLOSE[:2]):
        return middle
    return Fraction(round(middle * (1 << 40)), 1 << 40)


def samples(
    cuts: Sequence[Fraction], low: Fraction | None = None, high: Fraction | None = None
) -> list[list[Fraction]]:
    """Return exact numbers on each piece, one list per piece.

    Args:
        cuts: the breaks, in order.
        low: the start of the first piece; None for minus infinity.
        high: the end of the last piece; None for infinity.
    """
    ends = [at for at in cuts if (low is None or at > low) and (high is None or at < high)]
    edges: list[Fraction | None] = [low, *ends, high]
    if not ends and low is None and high is None:
        return [[Fraction(31, 97), *(sign * far for far in OUTSIDE[1:] for sign in (1, -1))]]
    return [_piece(start, end) for start, end in pairwise(edges)]


def _piece(start: Fraction | None, end: Fraction | None) -> list[Fraction]:
    if start is None and end is not None:
        return [end - far for far in OUTSIDE]
    if start is not None and end is None:
        return [start + far for far in OUTSIDE]
    assert start is not None and end is not None  # noqa: S101, PT018 - for mypy
    return [start + (end - start) * share for share in INSIDE]


def letters_at(names: Sequence[str], count: int) -> list[dict[str, Fraction]]:
    """Return numbers for letters, always the same: all positive, then all negative, then mixed."""
    source = random.Random(20261126)  # noqa: S311 - no secret
    made = []
    for index in range(count):
        low, high = _SIZES[index % len(_SIZES)]
        place = {}
        for name in names:
            size = Fraction(source.randint(low, high) * 2 + 1, 2048)  # is exact as a ball
            negative = index == POSITIVE or (index > POSITIVE and source.random() < 0.6)
            place[name] = -size if negative else size
        made.append(place)
    return made


_SIZES = ((50, 2000), (8000, 60000), (10, 1000), (80000, 180000), (10, 1000), (2000, 8000), (20000, 300000))
"""Approximate sizes of the letters' numbers in thousandths: less than one, and in the tens and hundreds."""
GRID_BUDGET = 900
"""Most parts of the scan that are examined for refinement."""
FINEST = Fraction(1, 64)
"""Width of the finest part."""
WHOLE = 50
"""Whole numbers up to this size are breaks of a floor."""
POSITIVE = 4
"""How many of the places of :func:`letters_at` have positive numbers only."""


def inner_breaks(node: Node, name: str) -> list[Fraction]:
    """Return numbers close to the possible breaks of an expression of one letter; whole numbers if it has a floor."""
    if node.names() - {name}:
        return []
    whole = [Fraction(at) for at in range(-WHOLE, WHOLE + 1)] if node.has("floor") else []
    return breaks([node], name, {}) + whole
