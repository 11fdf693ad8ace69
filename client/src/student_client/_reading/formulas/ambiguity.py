"""Finds notation that people read in two ways: small questions about the parts that the grammar has read."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction
from math import prod

from ..statement import NotRead
from .exact import exact
from .lexer import Token
from .tree import TWO, ZERO, Differential, Equation, Inequality, Node, Printed, System, constant, neg

INFINITY = constant("infinity")

_COEFFICIENTS = frozenset("abckmnABCK")
"""Letters that are customarily a factor before brackets; all others could be a function."""
_FUNCTION_LETTERS = frozenset("fghuvFGH")
_DIFFERENCES = frozenset({"Delta", "delta", "D"})
CIRCULAR = frozenset({"sin", "cos", "tan", "sec", "csc", "cot"})
_CLOSED = frozenset(f"{arc}{name}{end}" for arc in ("", "a") for name in CIRCULAR for end in ("", "h"))
EVERY = "every"
"""The option for angles that says that each argument of these functions is in degrees."""
_REFUSED_LETTERS = {
    "E": "E could be Euler's number",
    "I": "I could be the imaginary unit",
    "d": "d could be a differential",
    "o": "o could be a zero",
    "O": "O could be a zero",
    "Sigma": "\\Sigma could be a sum",
}
ALONE, FACTORS = ("group", "floor"), ("group", "floor", "factor")
"""The options for square brackets: those that could be anything, and those that all are factors and hold a sum."""
_ARITHMETIC = frozenset({"number", "add", "mul", "neg", "div", "pow"})


def check_letter(name: str, after: Token, inside: Sequence[Token] | None) -> None:
    """Refuse a letter that is not a variable of the problem and could be more than a letter.

    Args:
        name: the letter.
        after: the token after it.
        inside: the content of brackets after it: ``y(x+1)`` and ``a(x)`` could be functions; ``a(x+1)`` and
            ``p(p+1)`` are products.
    """
    if name in _REFUSED_LETTERS:
        raise NotRead(_REFUSED_LETTERS[name])
    if name.startswith("var"):
        raise NotRead(f"\\{name} is not understood")
    if inside is not None:
        letter, index, _ = name.partition("_")  # K_0(2x) could be Bessel's
        factor = (letter in _COEFFICIENTS and not (index and letter.isupper())) or any(t.text == name for t in inside)
        if not factor or is_single(inside):
            raise NotRead(f"{name}(...) could be a function")
    if after.text in {"_", "'"}:
        raise NotRead(f"{after.text!r} after {name} is not understood")
    if name in _DIFFERENCES and after.kind in {"letter", "greek"}:
        raise NotRead(f"{name} before {after.text} could be a difference or a derivative")


def check_variable(name: str, inside: Sequence[Token] | None, variables: Collection[str]) -> None:
    """Refuse a variable that could be a function of another one: ``y(x)``, ``y(0) = 1``; ``x(x+1)`` is a product."""
    if inside is None or not is_single(inside) or inside[-1].text == name:
        return
    if inside[-1].kind != "number" or len(variables) > 1:
        raise NotRead(f"{name}(...) could be a function")


def is_single(inside: Sequence[Token]) -> bool:
    """Return whether it is one letter or number, perhaps with a sign, as a function's argument is."""
    unsigned = inside[1:] if inside and inside[0].text in {"+", "-"} else inside
    return len(unsigned) == 1 and unsigned[0].kind != "symbol"


def check_group(value: Node, inside: Sequence[Token], variables: Collection[str]) -> None:
    r"""Refuse ``(f+g)(x)`` and ``\frac{f}{g}(x)``, since letters before brackets could be functions."""
    names = value.names()
    plain = value.head == "add" or not value.has("number")
    if varies(value, variables) or not names:
        return
    if (plain and names & _FUNCTION_LETTERS) or (is_single(inside) and names - _COEFFICIENTS):
        raise NotRead(f"{', '.join(sorted(names))} before brackets could be functions")


def could_be_degrees(name: str, angle: Node) -> bool:
    """Return whether a function's argument could be in degrees: 30, 45 + x, 180 - x; a 2x or an x + 1 is not."""
    if name not in CIRCULAR:
        return False
    if any(part.head == "pow" and part.args[0].head == "number" and part.args[1] == ZERO for part in angle.walk()):
        raise NotRead("the exponent 0 of an angle could be the sign of degrees")
    terms = [term for term in (angle.args if angle.head == "add" else (angle,)) if is_plain_number(term)]
    values = [Fraction(part.value or 0) for term in terms for part in term.walk() if part.head == "number"]
    large = is_plain_number(angle) and any(value >= 10 for value in values)
    return large or any(value and value % 15 == 0 for value in values)


def is_ratio(name: str, value: Node) -> bool:
    """Return whether a number is a ratio whose angle is asked, since nobody knows the function of it: 1/2, sqrt(3)/2.

    A sine or cosine is at most 1, a secant at least. From 10 on, a number could be an angle in degrees.
    """
    square = _square(value)
    if name not in CIRCULAR or square is None:
        return name in CIRCULAR and value.head in CIRCULAR and not value.names()
    if name in {"tan", "cot"}:
        return square < 100
    return square <= 1 if name in {"sin", "cos"} else 1 <= square < 100


def _square(value: Node) -> Fraction | None:
    """Return the square of products and quotients of numbers and square roots; None for anything else."""
    if value.head == "number":
        return Fraction(value.value or 0) ** 2
    if value.head == "root":
        return exact(value.args[0]) if value.args[1:] in {(), (TWO,)} else None
    parts = [_square(part) for part in value.args] if value.head in {"neg", "mul", "div"} else []
    known = [part for part in parts if part is not None]
    if not known or len(known) < len(parts):
        return None
    if value.head != "div":
        return prod(known, start=Fraction(1))
    return known[0] / known[1] if known[1] else None


def is_closed(name: str, argument: Node) -> bool:
    r"""Return whether brackets after a function's own are a factor: ``\cos(2x)(x+1)``, but not ``\ln(x+1)(x+2)``."""
    return name in _CLOSED and not argument.has("add")


def sides_of(read: Printed) -> tuple[Node, ...]:
    """Return the expressions that are printed."""
    if isinstance(read, Differential):
        read = read.equation
    if isinstance(read, System):
        return tuple(side for equation in read.equations for side in (equation.left, equation.right))
    if isinstance(read, Inequality):
        return read.sides
    return (read.left, read.right) if isinstance(read, Equation) else (read,)


def check_finite(read: Printed) -> None:
    """Refuse infinity as a number to calculate with."""
    sides = sides_of(read)
    if any(side.has("constant", "infinity") for side in sides):
        raise NotRead("infinity is not a number to calculate with")


def is_infinite(point: Node) -> bool:
    """Return whether a place is infinity or minus infinity."""
    return point in {INFINITY, neg(INFINITY)}


def check_point(point: Node) -> None:
    """Refuse a place that calculates with infinity."""
    if not is_infinite(point):
        check_finite(point)


def check_after_exponent(base: Node, exponent: Node, token: Token) -> None:
    """Refuse ``e^2x`` and ``2^nx``, which may mean ``e^{2x}`` and ``2^{nx}``; ``x^2y`` is clear."""
    apart = token.kind in {"greek", "command"} or not token.glued
    if not (apart if exponent.names() else bool(base.names())):
        raise NotRead(f"{token.text!r} after an exponent without braces could be in the exponent")


def varies(value: Node, variables: Collection[str]) -> bool:
    """Return whether it contains a variable of the problem."""
    return not value.names().isdisjoint(variables)


def is_plain_number(value: Node) -> bool:
    """Return whether it has only numbers, like the fraction of a mixed number."""
    return all(part.head in _ARITHMETIC for part in value.walk())


def could_be_floor(value: Node) -> bool:
    """Return whether square brackets around this short term, such as 2x + 1, could mean the greatest integer."""
    if value.head == "add" and len(value.args) == 2:
        parts = [part.args[0] if part.head == "neg" else part for part in value.args]
        return any(is_plain_number(part) for part in parts) and any(_is_short(part) for part in parts)
    return _is_short(value.args[0] if value.head == "neg" else value)


def _is_short(value: Node) -> bool:
    """Return whether this is a letter, a power of one, or one times or over a number."""
    if value.head in {"symbol", "pow"}:
        return value.head == "symbol" or value.args[0].head == "symbol"
    shapes = {"mul": ("number", "symbol"), "div": ("symbol", "number")}
    return tuple(part.head for part in value.args) == shapes.get(value.head, ())
