"""What people read in two ways: small questions about the parts that the grammar has read."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from .lexer import Token
from .statement import NotRead
from .tree import Equation, Node, constant, neg

INFINITY = constant("infinity")

_FUNCTION_LETTERS = frozenset({"f", "g", "h", "F", "G", "H", "Gamma", "zeta"})
_REFUSED_LETTERS = {
    "E": "E could be Euler's number",
    "I": "I could be the imaginary unit",
    "d": "d could be a differential",
    "o": "o could be a zero",
    "O": "O could be a zero",
}
_ARITHMETIC = frozenset({"number", "add", "mul", "neg", "div", "pow"})


def check_letter(name: str, after: Sequence[Token]) -> None:
    """Refuse a letter that is no variable of the problem and could be more than a letter.

    Args:
        name: the letter.
        after: the three tokens after it: ``f(x+1)`` and ``a(x)`` could be functions; ``a(x+1)`` is a product.
    """
    if name in _REFUSED_LETTERS:
        raise NotRead(_REFUSED_LETTERS[name])
    if name.startswith("var"):
        raise NotRead(f"\\{name} is not understood")
    bracket, inside, closing = after
    single = inside.kind in {"letter", "greek", "command"} and closing.text in {")", "]"}
    if bracket.text in {"(", "["} and (name in _FUNCTION_LETTERS or single):
        raise NotRead(f"{name}(...) could be a function")
    if bracket.text in {"_", "'"}:
        raise NotRead(f"{bracket.text!r} after {name} is not understood")


def check_finite(read: Node | Equation) -> None:
    """Refuse infinity as a number to calculate with."""
    sides = (read.left, read.right) if isinstance(read, Equation) else (read,)
    if any(side.has("constant", "infinity") for side in sides):
        raise NotRead("infinity is not a number to calculate with")


def is_infinite(point: Node) -> bool:
    """Tell whether a place is infinity or minus infinity."""
    return point in {INFINITY, neg(INFINITY)}


def check_point(point: Node) -> None:
    """Refuse a place that calculates with infinity."""
    if not is_infinite(point):
        check_finite(point)


def check_after_exponent(base: Node, exponent: Node, token: Token) -> None:
    """Refuse ``e^2x`` and ``2^nx``, which are typed for ``e^{2x}`` and ``2^{nx}``; ``x^2y`` is clear."""
    apart = token.kind in {"greek", "command"} or not token.glued
    if not (apart if exponent.names() else bool(base.names())):
        raise NotRead(f"{token.text!r} after an exponent without braces could be in the exponent")


def varies(value: Node, variables: Collection[str]) -> bool:
    """Tell whether a variable of the problem is in it."""
    return not value.names().isdisjoint(variables)


def is_plain_number(value: Node) -> bool:
    """Tell whether it is made of numbers alone, as the fraction of a mixed number is."""
    return all(part.head in _ARITHMETIC for part in value.walk())


def could_be_floor(value: Node) -> bool:
    """Tell whether square brackets around this could be the greatest integer: something short, as x, 2x + 1 or x^2."""
    if value.head == "add" and len(value.args) == 2:
        parts = [part.args[0] if part.head == "neg" else part for part in value.args]
        return any(is_plain_number(part) for part in parts) and any(_is_short(part) for part in parts)
    return _is_short(value.args[0] if value.head == "neg" else value)


def _is_short(value: Node) -> bool:
    """Tell whether this is a letter, a power of one, or one times or over a number."""
    if value.head in {"symbol", "pow"}:
        return value.head == "symbol" or value.args[0].head == "symbol"
    shapes = {"mul": ("number", "symbol"), "div": ("symbol", "number")}
    return tuple(part.head for part in value.args) == shapes.get(value.head, ())
