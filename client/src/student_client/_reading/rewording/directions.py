"""Tells whether a formula only grows, or only falls, for positive numbers."""

from __future__ import annotations

from collections.abc import Callable

from ..formulas.exact import exact
from ..formulas.tree import Node, constant


def direction(node: Node, letter: str) -> int | None:
    """Return 1 for a formula that grows for positive numbers, -1 for one that falls, 0 for a constant, else None.

    Args:
        node: the formula.
        letter: its variable, the only letter.

    >>> from ..formulas.tree import add, number, power, symbol
    >>> direction(add(power(symbol("t"), number(2)), symbol("t")), "t")
    1
    """
    if letter not in node.names():
        return 0 if not node.names() else None
    if node.head == "symbol":
        return 1
    parts = [direction(part, letter) for part in node.args]
    if None in parts:
        return None
    rule = _RULES.get(node.head)
    return rule(node, [part or 0 for part in parts]) if rule else None


def _same(parts: list[int]) -> int | None:
    """Return the direction of a sum."""
    kinds = set(parts) - {0}
    return next(iter(kinds)) if len(kinds) == 1 else None


def _power(node: Node, parts: list[int]) -> int | None:
    base, exponent = node.args
    if base == constant("e"):
        return parts[1]
    if (number := exact(base)) is not None and number > 0 and number != 1:
        return parts[1] if number > 1 else -parts[1]
    size = exact(exponent)
    if size is not None and base.head == "symbol":
        return 1 if size > 0 else -1
    return None


def _product(node: Node, parts: list[int]) -> int | None:
    """Return the direction of a product of one part with numbers, or of positive parts that all grow or all fall."""
    moving = [(part, kind) for part, kind in zip(node.args, parts, strict=True) if kind]
    sizes = [exact(part) for part, kind in zip(node.args, parts, strict=True) if not kind]
    if None in sizes or (node.head == "div" and parts[1]):
        return None
    sign = 1
    for size in sizes:
        sign *= 1 if (size or 0) > 0 else -1 if (size or 0) < 0 else 0
    if len(moving) > 1 and not all(_positive(part) for part, _ in moving):
        return None
    same = _same([kind for _, kind in moving])
    return sign * same if sign and same else None


def _positive(node: Node) -> bool:
    """Return whether a part is positive for positive numbers: the letter, its powers and those of e."""
    return node.head == "symbol" or (node.head == "pow" and node.args[0].head in {"symbol", "constant"})


_RULES: dict[str, Callable[[Node, list[int]], int | None]] = {
    "add": lambda _, parts: _same(parts),
    "neg": lambda _, parts: -parts[0],
    "root": lambda _, parts: None if parts[1] else parts[0],
    "pow": _power,
    "mul": _product,
    "div": _product,
    **{head: lambda _, parts: parts[0] if len(parts) == 1 else None for head in ("exp", "log", "atan", "sinh", "tanh")},
}
