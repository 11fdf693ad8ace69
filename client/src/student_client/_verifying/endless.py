"""Sums without end as balls: by a ratio that is bounded below one, or by the polygamma functions of the poles."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import sympy  # type: ignore[import-untyped]
from flint import acb, acb_poly, arb, fmpq, fmpq_poly

from .._reading.formulas.tree import Node, add, mul, number, power, symbol
from . import balls
from .balls import Unclear
from .convert import Unreadable, expression
from .polynomial_roots import roots_of
from .polynomials import NotRational, quotient

PRECISION = 640
TERMS = 4000
"""Most terms that are added before the rest is bounded."""
ENOUGH = 320
"""Bits below which the rest must be."""


class Divergent(Exception):
    """The sum does not converge.

    Args:
        direction: 1 or -1 when it grows without bound to plus or minus infinity, 0 when that is not known.
    """

    def __init__(self, direction: int) -> None:
        super().__init__(direction)
        self.direction = direction


def endless(term: Node, name: str, low: int) -> Any:
    """Return a ball around the sum of a term over all whole numbers from one on.

    Args:
        term: an expression in the index alone.
        name: the index.
        low: its first number.

    Raises:
        Divergent: it is proved that there is no sum.
        Unclear: the balls do not decide it, or no rule fits.
    """
    shifted = term.put({name: add(symbol(name), number(low))})
    with balls.precision(PRECISION):
        made = _rational(shifted, name)
        if made is None:
            made = _alternating(shifted, name)
        return _by_ratio(shifted, name) if made is None else made


def _rational(term: Node, name: str) -> Any:
    """Return the sum of a fraction of polynomials, from zero on; None if the term is not one."""
    try:
        above, below = quotient(term, name, {})
    except (NotRational, ZeroDivisionError):
        return None
    common = above.gcd(below)
    above, below = above // common, below // common
    if any(not _is_no_index(root) for root in roots_of(common / common.gcd(common.derivative()))):
        raise Unclear
    if above.is_zero():
        return arb(0)
    if below.degree() - above.degree() < 2:
        leading = fmpq(above[above.degree()]) / fmpq(below[below.degree()])
        raise Divergent(1 if leading > 0 else -1)
    return _by_poles(above, below)


def _is_no_index(root: Any) -> bool:
    """Return whether it is proved that a root is not 0, 1, 2 and so on."""
    return not root.imag.contains(0) or root.real < 0 or not root.real.contains_integer()


def _by_poles(above: Any, below: Any) -> Any:
    """Return the sum from the poles: c/(k - r)^m adds up to c (-1)^m psi^(m-1)(-r) / (m-1)!."""
    total = acb(0)
    for factor, order in below.factor()[1]:
        for pole in roots_of(factor):
            if not _is_no_index(pole):
                raise Unclear
            total += _part(above, below, factor, order, pole)
    if not total.imag.contains(0):
        raise Unclear
    return total.real


def _part(above: Any, below: Any, factor: Any, order: int, pole: Any) -> Any:
    """Return the summand of one pole."""
    rest = below / factor**order
    moved = acb_poly([pole, 1])
    series_above, series_rest = (_shifted(part, moved, order) for part in (above, rest))
    own = _shifted(factor, moved, order + 1)[1:]  # the factor is zero at its pole
    lowered = _power(own, order)
    coefficients = _divided(series_above, _times(series_rest, lowered, order), order)
    total = acb(0)
    for power_of in range(1, order + 1):
        coefficient = coefficients[order - power_of]
        sign = -1 if power_of % 2 else 1
        total += coefficient * sign * (-pole).polygamma(acb(power_of - 1)) / arb(power_of - 1).fac()
    return total


def _shifted(polynomial: Any, moved: Any, count: int) -> list[Any]:
    """Return the first coefficients of a polynomial in the distance from a point."""
    made = acb_poly([acb(balls.ball(_fraction(part))) for part in polynomial.coeffs()])(moved)
    return [made[index] for index in range(count)]


def _fraction(part: Any) -> Fraction:
    return Fraction(int(part.p), int(part.q))


def _times(one: list[Any], other: list[Any], count: int) -> list[Any]:
    return [sum((one[inner] * other[index - inner] for inner in range(index + 1)), acb(0)) for index in range(count)]


def _power(base: list[Any], exponent: int) -> list[Any]:
    made = [acb(1), *[acb(0)] * (len(base) - 1)]
    for _ in range(exponent):
        made = _times(made, base, len(base))
    return made


def _divided(above: list[Any], below: list[Any], count: int) -> list[Any]:
    made: list[Any] = []
    for index in range(count):
        known = sum((made[inner] * below[index - inner] for inner in range(index)), acb(0))
        made.append((above[index] - known) / below[0])
    return made


def _alternating(term: Node, name: str) -> Any:
    """Return the sum of (-1)^k times a fraction of polynomials, two terms at a time; None if the term is not one."""
    halves = []
    for offset in (0, 1):
        at = add(mul(number(2), symbol(name)), number(offset))
        plain = _unsigned(term.put({name: at}), name)
        if plain is None:
            return None
        halves.append(plain)
    if not term.has("pow"):
        return None
    try:
        falls = [quotient(half, name, {}) for half in halves]
    except (NotRational, ZeroDivisionError):
        return None
    if any(below.degree() <= above.degree() and not above.is_zero() for above, below in falls):
        raise Divergent(0)  # the terms do not go to zero
    return _rational(add(*halves), name)


def _unsigned(node: Node, name: str) -> Node | None:
    """Return the term with powers of -1 evaluated for any whole index; None if one is not clear."""
    if node.head == "pow" and name in node.args[1].names():
        base, exponent = node.args
        if balls.rational(base) != -1:
            return None
        try:
            above, below = quotient(exponent, name, {})
        except (NotRational, ZeroDivisionError):
            return None
        if below != fmpq_poly([1]) or above.degree() > 1 or any(part.q != 1 for part in above.coeffs()):
            return None
        slope, constant = int(above[1].p), int(above[0].p)
        return None if slope % 2 else power(number(-1), number(constant % 2 + 2))
    parts = [_unsigned(part, name) for part in node.args]
    if any(part is None for part in parts):
        return None
    return Node(node.head, tuple(part for part in parts if part is not None), node.value)


def _by_ratio(term: Node, name: str) -> Any:
    """Return the sum of a term whose ratio to the one before is a fraction of polynomials."""
    above, below = _ratio(term, name)
    grows = above.degree() - below.degree()
    lead = fmpq(above[above.degree()]) / fmpq(below[below.degree()])
    if grows > 0 or (grows == 0 and abs(lead) > 1):
        raise Divergent(balls.sign(balls.evaluate(balls.folded(term, {name: Fraction(TERMS)}), {})) if lead > 0 else 0)
    steps, total, made = 64, arb(0), arb(0)
    bound = _bound(above, below, steps)
    while bound is None and steps < TERMS:
        steps *= 2
        bound = _bound(above, below, steps)
    if bound is None:
        raise Unclear
    for at in range(TERMS):
        made = balls.evaluate(balls.folded(term, {name: Fraction(at)}), {})
        total += made
        if at >= steps and abs(made) < arb(2) ** -ENOUGH:
            break
    rest = abs(made) * bound / (1 - bound)
    return total + arb(0, rest.upper())


def _ratio(term: Node, name: str) -> tuple[Any, Any]:
    """Return the ratio of neighbouring terms, found by SymPy and checked at many whole numbers.

    Raises:
        Unclear: it is not a fraction of polynomials.
    """
    index = sympy.Symbol(name, integer=True, positive=True)
    try:
        given = expression(term, real=False).xreplace({sympy.Symbol(name): index})
        made = sympy.hypersimp(given, index)
        parts = [sympy.Poly(part, index) for part in sympy.fraction(sympy.together(made))] if made is not None else []
    except (Unreadable, sympy.PolynomialError, ValueError, TypeError, AttributeError, NotImplementedError):
        raise Unclear from None
    if not parts or not all(part.is_Rational for poly in parts for part in poly.all_coeffs()):
        raise Unclear
    above, below = (fmpq_poly([fmpq(int(c.p), int(c.q)) for c in reversed(poly.all_coeffs())]) for poly in parts)
    for at in (*range(30), 77, 200):
        here, after = (balls.evaluate(balls.folded(term, {name: Fraction(step)}), {}) for step in (at, at + 1))
        if not (
            here * balls.ball(_fraction(above(fmpq(at)))) - after * balls.ball(_fraction(below(fmpq(at))))
        ).contains(0):
            raise Unclear
    return above, below


def _bound(above: Any, below: Any, steps: int) -> Any:
    """Return a number below one that bounds the ratio from a place on; None if the balls give none."""
    degree = max(above.degree(), below.degree())
    tiny = arb(0).union(arb(1) / steps)
    top, bottom = (_reversed(part, degree, tiny) for part in (above, below))
    if bottom.contains(0):
        return None
    made = abs(top / bottom).upper()
    return made if made < 1 else None


def _reversed(polynomial: Any, degree: int, tiny: Any) -> Any:
    """Return the polynomial of a number over that number's power, by the reciprocal of the number."""
    total = arb(0)
    for index, part in enumerate(polynomial.coeffs()):
        total += balls.ball(_fraction(part)) * tiny ** (degree - index)
    return total
