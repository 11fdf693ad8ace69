"""Is a list of solutions right: does each solve the printed equation within its domain, and is none missing?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations
from typing import Any

import sympy  # type: ignore[import-untyped]
from flint import acb, acb_poly, ctx, fmpq_poly

from .._reading.tree import ZERO, Equation, Node, add, neg, number
from . import balls, complex_balls
from .balls import Unclear, Undefined, is_defined, rational
from .convert import Unreadable, tree
from .finding import Finding, right, unknown, wrong
from .pieces import POSITIVE, letters_at
from .polynomials import NotRational, quotient
from .real_solutions import NONE_THERE, Interval, complete

ROOT_PRECISION = 400
"""Bits at which the roots of a polynomial are isolated."""


@dataclass(frozen=True)
class Asked:
    """What is asked of the solutions.

    Args:
        equation: the printed equation.
        name: the unknown.
        domain: further expressions that must have a value at a solution.
        field: "either" for all real ones or all complex ones, "real", or "complex".
        interval: where they are asked; None for everywhere.
    """

    equation: Equation
    name: str
    domain: tuple[Node, ...] = ()
    field: str = "either"
    interval: Interval | None = None

    def put(self, place: dict[str, Fraction]) -> Asked:
        """Return the same with numbers in the place of the other letters."""
        values = {name: number(at) for name, at in place.items()}
        domain = tuple(part.put(values) for part in self.domain)
        return replace(self, equation=self.equation.put(values), domain=domain)

    @property
    def may_hold(self) -> bool:
        """Whether the domain's expressions without letters have a value."""
        return not any(is_defined(part, {}) is False for part in self.domain if not part.names())

    @property
    def zero(self) -> Node:
        """The left side less the right side, not simplified."""
        left, right_side = self.equation.left, self.equation.right
        return left if right_side == ZERO else add(left, neg(right_side))


@dataclass(frozen=True)
class Claim:
    """One solution that a plan gives, as SymPy's expression and as a tree (None for a numbered root)."""

    made: Any
    node: Node | None

    @classmethod
    def of(cls, made: Any) -> Claim:
        """Return the claim.

        Raises:
            Unreadable: no person would take it for a number.
        """
        return cls(made, None if isinstance(made, sympy.CRootOf) else tree(made))

    def __str__(self) -> str:
        return str(self.made)[:60]

    @property
    def is_detour(self) -> bool:
        """Whether it is a real number without letters that is written with complex ones."""
        if self.node is None or self.node.names() or balls.is_defined(self.node, {}):
            return False
        made = self.value({})
        return made is not None and bool(made.imag.contains(0))

    def value(self, place: dict[str, Fraction]) -> Any:
        """Return its value as a complex ball; None when it has none, or none that can be computed."""
        try:
            return numbered_root(self.made) if self.node is None else complex_balls.value(self.node, place)
        except (Undefined, Unclear):
            return None


def numbered_root(made: Any) -> Any:
    """Return the root that SymPy numbers in its polynomial: the only one in the rectangle that SymPy isolated it in.

    Raises:
        Unclear: there is not exactly one.
    """
    coefficients = [int(part) for part in reversed(made.poly.all_coeffs())]
    where = made._get_interval()  # a hundred times as quick as made.evalf(), which makes the rectangle tiny
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


def all_solutions(asked: Asked, made: Sequence[Any]) -> Finding:
    """Judge a list of solutions.

    Args:
        asked: the equation and what is asked of its solutions.
        made: the solutions, as SymPy's expressions.

    Returns:
        Right, with how it is known; wrong, with the solution that is wrong or missing; or unknown.
    """
    if asked.name not in asked.equation.names():
        return unknown("the variable is not in the problem's equation")
    try:
        claims = [Claim.of(solution) for solution in made]
    except Unreadable as error:
        return unknown(f"a solution has {error} in it, which is no number a person can read")
    for claim in claims:
        if claim.node is not None and asked.name in claim.node.names():
            return wrong(f"{claim} has the unknown in it")
        if claim.node is not None and claim.is_detour:
            return unknown(f"{claim} is a real number written with complex ones, which no person can use")
    letters = set(asked.equation.names()).union(*(claim.node.names() for claim in claims if claim.node)) - {asked.name}
    places = letters_at(sorted(letters), POSITIVE + 2) if letters else [{}]
    at = [(asked.put(place), place) for place in places]
    found = [one for put, place in at if put.may_hold and (one := _at(put, claims, place)) is not None]
    if claims and letters and found and all(one.reason == NONE_THERE for one in found):
        return unknown("the solutions have no real value at the values of the other letters that are tried")
    return _together(found, bool(letters))


def _together(found: list[Finding], letters: bool) -> Finding:
    """Join what was found at several places of the other letters."""
    if not found:
        return unknown("the problem's equation has no value that is known")
    other = next((one for one in found if not one.right), None)
    if other is None:
        return next((one for one in found if one.reason != NONE_THERE), found[0])
    if not letters or not any(one.right and one.reason != NONE_THERE for one in found):
        return other
    return unknown(f"right for some values of the other letters, but for others {other.reason}")


def _at(asked: Asked, claims: Sequence[Claim], place: dict[str, Fraction]) -> Finding | None:
    """Judge at one place of the other letters; None when the equation has no meaning there."""
    known = [(claim, claim.value(place)) for claim in claims]
    unvalued = [claim for claim, made in known if made is None]
    if unvalued and not place:
        return unknown(f"{unvalued[0]} has no value that is known")
    valued = [(claim, made) for claim, made in known if made is not None]
    try:
        roots, exact = _polynomial_roots(asked)
    except NotRational:
        if asked.field == "complex":
            return unknown("whether all complex solutions are given cannot be told: the equation is no polynomial")
        return complete(asked.zero, asked.name, asked.domain, valued, place, asked.interval)
    except ZeroDivisionError:
        return None
    if roots is None:
        return unknown("every number solves the problem's equation, or its roots cannot be told apart")
    return _matched(asked, roots, valued, exact=exact)


def _polynomial_roots(asked: Asked) -> tuple[list[Any] | None, bool]:
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
    """Return the roots of a polynomial whose coefficients are balls, such as pi; None when they are not told apart."""
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
    """Return the factors of a product or power as it is printed, without those that have no unknown in them."""
    if name not in node.names():
        return []
    exponent = rational(node.args[1]) if node.head == "pow" else None
    if node.head == "neg" or (exponent is not None and exponent > 0):
        return _factors(node.args[0], name)
    return [part for inner in node.args for part in _factors(inner, name)] if node.head == "mul" else [node]


def _roots_of_balls(node: Node, name: str) -> list[Any]:
    """Return the roots of one factor.

    Raises:
        ValueError: they are not told apart.
    """
    above, below = quotient(node, name, {}, inexact=True)
    if above.degree() > 0 and above[above.degree()].contains(0):
        raise ValueError
    return [root for root in acb_poly(above).roots() if not below(root).contains(0)]


def _inside(asked: Asked, root: Any) -> bool:
    """Tell whether the further expressions have a value at a real root."""
    if not root.imag.is_zero():
        return True
    return not any(_outside(part, asked.name, root.real) for part in asked.domain)


def _outside(part: Node, name: str, at: Any) -> bool:
    """Tell whether an expression is proved to have no real value at a ball."""
    try:
        balls.evaluate(part, {name: at})
    except Undefined:
        return True
    except Unclear:
        return False
    return False


def _matched(asked: Asked, roots: list[Any], known: list[tuple[Claim, Any]], *, exact: bool) -> Finding:
    """Compare claims with roots: each claim is one of them, and all (or all real ones) are claimed."""
    real = [root for root in roots if _is_real(root, exact=exact)]
    inside = real if asked.interval is None else [root for root in real if asked.interval.holds(root.real)]
    wanted = roots if asked.field == "complex" and asked.interval is None else inside
    allowed = [
        (roots, "does not solve the problem's equation"),
        (roots if asked.interval is None else inside, "is not in the interval that is asked"),
        (real if asked.field == "real" else roots, "is not a real solution"),
    ]
    for claim, made in known:
        for among, trouble in allowed:
            if not any(made.overlaps(root) for root in among):
                return wrong(f"{claim} {trouble}")
    claimed = [root for root in roots if any(made.overlaps(root) for _, made in known)]
    missing = [root for root in wanted if root not in claimed]
    if missing:
        return wrong(
            f"a solution near {_shown(missing[0])} is missing; there are {len(wanted)}, and {len(known)} given"
        )
    if len(claimed) == len(wanted) and len(wanted) < len(roots) and asked.field == "either" and asked.interval is None:
        return unknown(
            f"all {len(wanted)} real solutions are given, and {len(roots) - len(wanted)} complex ones are not. "
            "Fix: assume={'domain': 'real'}"
        )
    if len(claimed) == len(wanted):
        kind = "solution" if len(roots) == len(real) or asked.field == "complex" else "real solution"
        return right(_told(len(wanted), kind))
    if len(claimed) < len(roots):
        return wrong(f"of {len(roots)} complex solutions {len(claimed)} are given")
    return right(_told(len(roots), "complex solution"))


def _is_real(root: Any, *, exact: bool) -> bool:
    return bool(root.imag.is_zero() if exact else root.imag.contains(0))


def _told(count: int, kind: str) -> str:
    if not count:
        return f"the problem's equation has no {kind}"
    many = "s" if count > 1 else ""
    return f"the problem's equation has {count} {kind}{many}, all given, each within its domain"


def _shown(root: Any) -> str:
    text = f"{float(root.real.mid()):.6g}"
    return text if root.imag.contains(0) else f"{text} + {float(root.imag.mid()):.6g}i"
