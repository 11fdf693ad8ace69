"""Converts printed trees to exact polynomials and rational functions in one letter, by FLINT."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from flint import acb, acb_poly, ctx, fmpq, fmpq_poly

from .._reading.formulas.tree import Node
from . import complex_balls
from .balls import Unclear, Undefined, evaluate, rational

_ONE = fmpq_poly([1])

MAX_DEGREE = 400
"""Largest degree of an expanded polynomial."""


class NotRational(Exception):
    """The expression is not a quotient of polynomials in the letter, or is too large."""


Quotient = tuple[Any, Any]
"""Numerator and denominator, not reduced: a factor that a person cancels remains in the denominator."""


def quotient(node: Node, name: str, place: Mapping[str, Fraction], *, inexact: bool = False) -> Quotient:
    """Return the expression as numerator and denominator.

    Args:
        node: the expression.
        name: the letter that remains.
        place: a number for each other letter.
        inexact: whether numbers such as pi may be coefficients; both are then polynomials of complex balls.

    Raises:
        NotRational: it is not a quotient of polynomials, or its degree is too large.
        ZeroDivisionError: a denominator is zero everywhere.
    """
    if inexact:
        return _inexact(node, name)
    if node.head == "symbol":
        if node.value == name:
            return fmpq_poly([0, 1]), _ONE
        if node.value in place:
            return _number(place[str(node.value)]), _ONE
        raise NotRational
    if node.head == "number":
        return _number(Fraction(node.value or 0)), _ONE
    if node.head == "pow":
        exponent = rational(node.args[1])
        if exponent is None and not node.args[1].names() - place.keys():
            exponent = exact(node.args[1], place)
        if exponent is None or exponent.denominator != 1:
            raise NotRational
        return _power(quotient(node.args[0], name, place), int(exponent))
    if node.head not in _RULES:
        raise NotRational
    return _RULES[node.head]([quotient(part, name, place) for part in node.args])


def _inexact(node: Node, name: str) -> Quotient:
    """Return the quotient with balls for the coefficients."""
    if name not in node.names():
        try:
            known = complex_balls.value(node, {}) if node.has("constant", "i") else acb(evaluate(node, {}))
            return acb_poly([known]), acb_poly([1])
        except (Undefined, Unclear):
            raise NotRational from None
    if node.head == "symbol":
        return acb_poly([0, 1]), acb_poly([1])
    if node.head == "pow":
        exponent = rational(node.args[1])
        if exponent is None or exponent.denominator != 1:
            raise NotRational
        return _power(_inexact(node.args[0], name), int(exponent), one=acb_poly([1]))
    if node.head not in _RULES:
        raise NotRational
    return _RULES[node.head]([_inexact(part, name) for part in node.args])


def exact(node: Node, place: Mapping[str, Fraction]) -> Fraction | None:
    """Return the expression's exact value if it consists of numbers, sums, products and whole powers."""
    try:
        above, below = quotient(node, "", place)
    except (NotRational, ZeroDivisionError):
        return None
    value = fmpq(above[0]) / fmpq(below[0])
    return Fraction(int(value.p), int(value.q))


def real_roots(polynomial: Any) -> list[Any]:
    """Return the isolated real roots as balls, in order, each once."""
    if polynomial.degree() < 1:
        return []
    before = ctx.prec
    try:
        ctx.prec = 256
        found = [root.real for root, _ in polynomial.numer().complex_roots() if root.imag.is_zero()]
    finally:
        ctx.prec = before
    return sorted(found, key=lambda root: float(root.mid()))


def _number(value: Fraction) -> Any:
    return fmpq_poly([fmpq(value.numerator, value.denominator)])


def _bounded(made: Quotient) -> Quotient:
    if max(part.degree() for part in made) > MAX_DEGREE:
        raise NotRational
    if made[1].degree() < 0:
        raise ZeroDivisionError
    return made


def _add(parts: list[Quotient]) -> Quotient:
    above, below = parts[0]
    for top, bottom in parts[1:]:
        same = below == bottom
        above, below = _bounded((above + top, below) if same else (above * bottom + top * below, below * bottom))
    return above, below


def _mul(parts: list[Quotient]) -> Quotient:
    above, below = parts[0]
    for top, bottom in parts[1:]:
        above, below = _bounded((above * top, below * bottom))
    return above, below


def _divide(parts: list[Quotient]) -> Quotient:
    (above, below), (top, bottom) = parts
    # Keep the divisor's own denominator in the denominator: its zeros are excluded, too.
    if bottom.degree() > 0:
        return _bounded((above * bottom * bottom, below * top * bottom))
    return _bounded((above * bottom, below * top))


def _power(part: Quotient, exponent: int, one: Any = _ONE) -> Quotient:
    above, below = part
    if abs(exponent) * max(above.degree(), below.degree(), 1) > MAX_DEGREE:
        raise NotRational
    if exponent == 0:
        return _divide([part, part])
    if exponent < 0:
        return _divide([(one, one), (_whole(above, -exponent, one), _whole(below, -exponent, one))])
    return _whole(above, exponent, one), _whole(below, exponent, one)


def _whole(base: Any, exponent: int, one: Any) -> Any:
    """Return a power by squaring, which FLINT's polynomials of balls do not offer."""
    made = one
    for digit in bin(exponent)[2:]:
        made = made * made * (base if digit == "1" else one)
    return made


_RULES: dict[str, Callable[[list[Quotient]], Quotient]] = {
    "add": _add,
    "neg": lambda parts: (-parts[0][0], parts[0][1]),
    "mul": _mul,
    "div": _divide,
}
