"""The complex roots of an equation that reduces to a polynomial, within the printed equation's domain."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations
from typing import Any

from flint import acb, acb_poly, ctx, fmpq_poly

from .._reading.formulas.tree import ZERO, Equation, Node, add, neg, number
from . import balls
from .balls import Unclear, Undefined, is_defined, rational
from .polynomials import NotRational, quotient
from .real_solutions import Interval

ROOT_PRECISION = 400
"""Bits at which the roots of a polynomial are isolated."""


@dataclass(frozen=True)
class Asked:
    """The question for the solutions.

    Args:
        equation: the printed equation.
        name: the unknown.
        domain: further expressions that must have a value at a solution.
        field: "either" for all real ones or all complex ones, "real", or "complex".
        interval: the interval in which they are asked; None for no bound.
    """

    equation: Equation
    name: str
    domain: tuple[Node, ...] = ()
    field: str = "either"
    interval: Interval | None = None

    def put(self, place: dict[str, Fraction]) -> Asked:
        """Return the same question with numbers in place of the other letters."""
        values = {name: number(at) for name, at in place.items()}
        domain = tuple(part.put(values) for part in self.domain)
        return replace(self, equation=self.equation.put(values), domain=domain)

    @property
    def may_hold(self) -> bool:
        """Whether the domain's expressions without letters have a value."""
        return not any(is_defined(part, {}) is False for part in self.domain if not part.names())

    @property
    def zero(self) -> Node:
        """The left side minus the right side, not simplified."""
        left, right_side = self.equation.left, self.equation.right
        return left if right_side == ZERO else add(left, neg(right_side))


def numbered_root(made: Any) -> Any:
    """Return the ball of SymPy's numbered root: the only root in the rectangle in which SymPy isolated it.

    Raises:
        Unclear: there is not exactly one.
    """
    coefficients = [int(part) for part in reversed(made.poly.all_coeffs())]
    where = made._get_interval()  # is a hundred times faster than made.evalf(), which makes the rectangle tiny
    ends = (where.a, where.b, 0, 0) if made.is_real else (where.ax, where.bx, where.ay, where.by)
    left, right_end, low, high = (balls.ball(Fraction(str(end))) for end in ends)
    rectangle = acb(left.union(right_end), low.union(high))
    found = [root for root in roots_of(fmpq_poly(coefficients)) if root.overlaps(rectangle)]
    if len(found) != 1:
        raise Unclear
    return found[0]


def roots_of(polynomial: Any) -> list[Any]:
    """Return the isolated complex roots of a polynomial without multiple roots."""
    before = ctx.prec
    try:
        ctx.prec = ROOT_PRECISION
        return [root for root, _ in polynomial.numer().complex_roots()] if polynomial.degree() > 0 else []
    finally:
        ctx.prec = before


def polynomial_roots(asked: Asked) -> tuple[list[Any] | None, bool]:
    """Return all complex roots within the domain, and whether they come from exact coefficients.

    Raises:
        NotRational: the equation does not reduce to a polynomial.
    """
    try:
        above, below = quotient(asked.zero, asked.name, {})
    except NotRational:
        return _ball_roots(asked), False
    if above.is_zero():
        return None, True
    while (common := above.gcd(below)).degree() > 0:
        above = above // common
    free = above / above.gcd(above.derivative())
    return [root for root in roots_of(free) if _inside(asked, root)], True


def _ball_roots(asked: Asked) -> list[Any] | None:
    """Return the roots of a polynomial whose coefficients are balls, such as pi; None if they cannot be separated."""
    before = ctx.prec
    try:
        ctx.prec = ROOT_PRECISION
        found = [root for factor in _factors(asked.zero, asked.name) for root in _roots_of_balls(factor, asked.name)]
    except ValueError:
        return None
    finally:
        ctx.prec = before
    if any(one.overlaps(other) for one, other in combinations(found, 2)):
        return None
    return [root for root in found if _inside(asked, root)]


def _factors(node: Node, name: str) -> list[Node]:
    """Return the factors of a product or power as it is printed, without those that do not contain the unknown."""
    if name not in node.names():
        return []
    exponent = rational(node.args[1]) if node.head == "pow" else None
    if node.head == "neg" or (exponent is not None and exponent > 0):
        return _factors(node.args[0], name)
    return [part for inner in node.args for part in _factors(inner, name)] if node.head == "mul" else [node]


def _roots_of_balls(node: Node, name: str) -> list[Any]:
    """Return the roots of one factor.

    Raises:
        ValueError: they cannot be separated.
    """
    above, below = quotient(node, name, {}, inexact=True)
    if above.degree() > 0 and above[above.degree()].contains(0):
        raise ValueError
    return [root for root in acb_poly(above).roots() if not below(root).contains(0)]


def _inside(asked: Asked, root: Any) -> bool:
    """Return whether the further expressions have a value at a real root."""
    if not root.imag.is_zero():
        return True
    return not any(_outside(part, asked.name, root.real) for part in asked.domain)


def _outside(part: Node, name: str, at: Any) -> bool:
    """Return whether an expression is proved to have no real value at a ball."""
    try:
        balls.evaluate(part, {name: at})
    except Undefined:
        return True
    except Unclear:
        return False
    return False
