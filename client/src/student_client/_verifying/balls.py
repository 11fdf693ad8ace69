"""An expression's value as a ball: a number and a proved bound on its error, by Arb (python-flint).

Values are real, as in school mathematics: odd roots of negative numbers are real, an even root or a logarithm
of a negative number has no value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from fractions import Fraction
from typing import Any

from flint import arb, ctx, fmpq

from .._reading.formulas.tree import Node, number
from .ball_functions import (
    LARGEST_POWER,
    RULES,
    Unclear,
    Undefined,
    finite,
    real_power,
    root,
    sign,
    whole_power,
)

__all__ = ["Unclear", "Undefined", "finite", "sign"]

PRECISIONS = (192, 640, 2600)
"""Bits of working precision, tried in order until a value is known well enough."""
ENOUGH_BITS = 100
"""Bits of relative accuracy with which two balls that touch count as equal at a point."""

LARGEST_ROOT = 64
"""Largest denominator of an exponent for which a root is taken of a positive number, not a logarithm."""
EXACT_BITS = 4000
"""Most bits of a number, numerator and denominator together, that is calculated exactly."""

Place = Mapping[str, Fraction]
"""A value for each letter."""


def ball(value: Fraction) -> Any:
    """Return the ball around an exact number, at the working precision."""
    return arb(fmpq(value.numerator, value.denominator))


def pi() -> Any:
    """Return the ball around pi, at the working precision."""
    return arb.pi()


@contextmanager
def precision(bits: int) -> Iterator[None]:
    """Work with so many bits within the context."""
    before = ctx.prec
    try:
        ctx.prec = bits
        yield
    finally:
        ctx.prec = before


def exact(node: Node) -> Fraction:
    """Return a number's value; most of them are fractions already, and making another takes long."""
    return node.value if isinstance(node.value, Fraction) else Fraction(node.value or 0)


def rational(node: Node) -> Fraction | None:
    """Return a number that is written without letters and functions, such as -1/2, or else None."""
    if node.head == "number":
        return exact(node)
    parts = [rational(part) for part in node.args]
    if not parts or None in parts or node.head not in _EXACT:
        return None
    try:
        return _EXACT[node.head]([part for part in parts if part is not None])
    except (ZeroDivisionError, OverflowError):
        return None


def _exact_power(parts: list[Fraction]) -> Fraction | None:
    base, exponent = parts
    if exponent.denominator != 1 or abs(exponent) > 64 or (not base and exponent <= 0):
        return None
    return Fraction(base ** int(exponent))


def _product(parts: list[Fraction]) -> Fraction:
    result = Fraction(1)
    for part in parts:
        result *= part
    return result


_EXACT: dict[str, Callable[[list[Fraction]], Fraction | None]] = {
    "add": lambda parts: sum(parts, Fraction(0)),
    "neg": lambda parts: -parts[0],
    "mul": _product,
    "div": lambda parts: parts[0] / parts[1],
    "pow": _exact_power,
}


def folded(node: Node, place: Place) -> Node:
    """Return the expression with exact numbers substituted, and its exact arithmetic carried out.

    A ball around 8/3 is not exact, so it would not be known that 3*(8/3) - 8 is zero. A root has a value at zero, and
    none just below it.
    """
    if node.head == "symbol":
        return number(place[str(node.value)]) if node.value in place else node
    if not node.args:
        return node
    parts = tuple(folded(part, place) for part in node.args)
    rule = _EXACT.get(node.head)
    if rule is None or any(part.head != "number" for part in parts):
        return Node(node.head, parts, node.value)
    try:
        made = rule([exact(part) for part in parts])
    except (ZeroDivisionError, OverflowError):
        made = None
    if made is None or made.numerator.bit_length() + made.denominator.bit_length() > EXACT_BITS:
        return Node(node.head, parts, node.value)
    return number(made)


def evaluate(node: Node, place: Mapping[str, Any]) -> Any:
    """Return the expression's ball at the working precision.

    Args:
        node: the expression.
        place: a ball for each letter.

    Raises:
        Undefined: there is no real value, proved.
        Unclear: the balls do not decide it, or the expression has a part without a rule.
    """
    rule = RULES.get(node.head)
    if rule is not None:
        return rule([evaluate(part, place) for part in node.args])
    special = _SPECIAL.get(node.head)
    if special is None:
        raise Unclear
    return special(node, place)


def value(node: Node, place: Place, bits: int = ENOUGH_BITS) -> Any:
    """Return the expression's ball at exact numbers, with so many bits of relative accuracy if it has them.

    Raises:
        Undefined: there is no real value, proved.
        Unclear: no tried precision decides it.
    """
    made = _at_precision(node, place, PRECISIONS[0])
    if made is not None and made.rel_accuracy_bits() >= bits:
        return made
    there = folded(node, place)
    found = None
    for precision in PRECISIONS:
        made = _at_precision(there, {}, precision)
        found = found if made is None else made
        if made is not None and (made.is_zero() or made.rel_accuracy_bits() >= bits):
            break
    if found is None:
        raise Unclear
    return found


def _at_precision(node: Node, place: Place, precision: int) -> Any:
    """Return the ball at a working precision; None if it is not clear."""
    before = ctx.prec
    try:
        ctx.prec = precision
        return finite(evaluate(node, {name: ball(at) for name, at in place.items()}))
    except Unclear:
        return None
    finally:
        ctx.prec = before


def is_defined(node: Node, place: Place) -> bool | None:
    """Return whether the expression has a real value there; None if the balls do not decide it."""
    try:
        value(node, place, 1)
    except Undefined:
        return False
    except Unclear:
        return None
    return True


def same(left: Any, right: Any) -> bool | None:
    """Compare two values: False is proved; True means that both are known to many bits and touch."""
    if not left.overlaps(right):
        return False
    if min(left.rel_accuracy_bits(), right.rel_accuracy_bits()) >= ENOUGH_BITS:
        return True
    size = max(left.abs_upper(), right.abs_upper())
    return True if size < arb(2) ** -1000 or (left.is_exact() and right.is_exact()) else None


def holds(condition: Node, place: Mapping[str, Any]) -> bool:
    """Return whether a condition (lt, le, eq, ne, and, or, not, true, false) holds.

    Raises:
        Unclear: the balls do not decide it.
    """
    if condition.head in {"true", "false"}:
        return condition.head == "true"
    if condition.head == "not":
        return not holds(condition.args[0], place)
    if condition.head in {"and", "or"}:
        found = [holds(part, place) for part in condition.args]
        return all(found) if condition.head == "and" else any(found)
    if condition.head not in _COMPARED:
        raise Unclear
    left, right = (evaluate(part, place) for part in condition.args)
    return sign(left - right) in _COMPARED[condition.head]


_COMPARED = {"lt": {-1}, "le": {-1, 0}, "eq": {0}, "ne": {-1, 1}}


def _power(node: Node, place: Mapping[str, Any]) -> Any:
    base_node, exponent_node = node.args
    if base_node.head == "constant" and base_node.value == "e":
        return finite(evaluate(exponent_node, place)).exp()
    exponent = rational(exponent_node)
    base = evaluate(base_node, place)
    if exponent is None:
        return real_power(base, evaluate(exponent_node, place))
    if exponent.denominator == 1 and abs(exponent) < LARGEST_POWER:
        return whole_power(base, int(exponent))
    if base > 0 and max(abs(exponent.numerator), exponent.denominator) > LARGEST_ROOT:
        return real_power(base, ball(exponent))
    if exponent < 0 and sign(base) == 0:
        raise Undefined
    return whole_power(root(base, exponent.denominator), exponent.numerator)


def _root(node: Node, place: Mapping[str, Any]) -> Any:
    degree = rational(node.args[1])
    if degree is None or degree.denominator != 1 or not 0 < degree <= LARGEST_POWER:
        raise Unclear
    return root(evaluate(node.args[0], place), int(degree))


def _constant(node: Node, _: Mapping[str, Any]) -> Any:
    if node.value == "pi":
        return arb.pi()
    if node.value == "e":
        return arb.const_e()
    raise Undefined if node.value == "i" else Unclear


def _symbol(node: Node, place: Mapping[str, Any]) -> Any:
    if node.value not in place:
        raise Unclear
    return place[str(node.value)]


def _piecewise(node: Node, place: Mapping[str, Any]) -> Any:
    """Return the value of the first branch whose condition holds; branches and conditions alternate."""
    for branch, condition in zip(node.args[::2], node.args[1::2], strict=True):
        if holds(condition, place):
            return evaluate(branch, place)
    raise Undefined


_SPECIAL: dict[str, Callable[[Node, Mapping[str, Any]], Any]] = {
    "number": lambda node, _: ball(exact(node)),
    "symbol": _symbol,
    "constant": _constant,
    "pow": _power,
    "root": _root,
    "piecewise": _piecewise,
}
"""The functions that need more of the tree than their arguments' values."""
