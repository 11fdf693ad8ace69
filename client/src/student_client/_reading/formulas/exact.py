"""The exact value of an expression of whole numbers and fractions, for a check of what the words claim."""

from __future__ import annotations

from fractions import Fraction

from .tree import Node

MAX_EXPONENT = 64


def exact(node: Node) -> Fraction | None:
    """Return the value of sums, products, quotients and whole powers of numbers; None for anything else.

    >>> from .tree import add, number
    >>> exact(add(number(1), number(2)))
    Fraction(3, 1)
    """
    if node.head == "number":
        return Fraction(node.value or 0)
    parts = [exact(part) for part in node.args]
    numbers = [part for part in parts if part is not None]
    if not parts or len(numbers) < len(parts):
        return None
    return _combined(node.head, numbers)


def _combined(head: str, numbers: list[Fraction]) -> Fraction | None:
    if head == "add":
        return sum(numbers, Fraction(0))
    if head == "neg":
        return -numbers[0]
    if head == "mul":
        made = Fraction(1)
        for part in numbers:
            made *= part
        return made
    if head == "div":
        return numbers[0] / numbers[1] if numbers[1] else None
    base, exponent = (numbers[0], numbers[1]) if head == "pow" else (Fraction(0), Fraction(1, 2))
    if exponent.denominator != 1 or abs(exponent) > MAX_EXPONENT or (base == 0 and exponent <= 0):
        return None
    return base**exponent.numerator


def has_value(node: Node, name: str, at: Fraction, value: Fraction) -> bool:
    """Return whether an expression in one letter is exactly a value at a number."""
    return exact(node.put({name: Node("number", value=at)})) == value


def tex(value: Fraction) -> str:
    """Return a fraction in LaTeX."""
    sign, size = ("-" if value < 0 else ""), abs(value)
    return f"{sign}{size}" if size.denominator == 1 else rf"{sign}\frac{{{size.numerator}}}{{{size.denominator}}}"
