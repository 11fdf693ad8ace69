"""Rules for the leading terms of sums, powers and factorials."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction
from typing import Any, Protocol

from flint import arb

from .._reading.formulas.tree import ONE, TWO, Node, add, div, mul, neg, number, power
from . import balls
from .balls import Unclear, Undefined, rational
from .growth import Base, Growth, Unsure, constant, power_of_n, total
from .polynomials import NotRational, quotient


class Rules(Protocol):
    """What the rules need of the letter that goes to infinity: see :class:`student_client._verifying.growing.Index`."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def odd(self) -> bool | None:
        """Whether it takes odd whole numbers, or even ones; None for all large real numbers."""

    def growth(self, node: Node) -> Growth:
        """Return the leading term of an expression."""

    def bound(self, node: Node) -> Growth:
        """Return a leading term that a multiple of the expression's size does not exceed."""

    def log(self, node: Node) -> Growth:
        """Return the leading term of the logarithm of an expression's size."""


def fraction(node: Node, name: str) -> tuple[Any, Any] | None:
    """Return an expression as a numerator and a denominator; None if it is not a quotient of polynomials."""
    try:
        return quotient(node, name, {})
    except (NotRational, ZeroDivisionError):
        return None


def linear(node: Node, name: str) -> tuple[Fraction, Fraction] | None:
    """Return the slope and the constant of an expression ``a n + b``; None if it is another one."""
    ends = fraction(node, name)
    if ends is None:
        return None
    above, below = ends
    whole, rest = divmod(above, below)
    if rest.degree() >= 0 or whole.degree() > 1:
        return None
    return exact(whole[1]), exact(whole[0])


def exact(part: Any) -> Fraction:
    return Fraction(int(part.p), int(part.q))


def value(node: Node) -> Any:
    try:
        return balls.value(node, {})
    except (Undefined, Unclear):
        raise Unsure from None


def of_fraction(above: Any, below: Any) -> Growth:
    if above.degree() < 0:
        raise Unsure
    lead = exact(above[above.degree()]) / exact(below[below.degree()])
    return power_of_n(Fraction(above.degree() - below.degree()), balls.ball(lead))


def product(parts: list[Growth]) -> Growth:
    made = parts[0]
    for part in parts[1:]:
        made = made.times(part)
    return made


def sum_of(index: Rules, node: Node) -> Growth:
    exact = [part for part in node.args if fraction(part, index.name) is not None]
    others = [part for part in node.args if part not in exact]
    ends = fraction(add(*exact), index.name) if exact else None
    made = [of_fraction(*ends)] if ends is not None and ends[0].degree() >= 0 else []
    doubtful = []
    for part in others:
        found = _known(index, part)
        if found is None:
            doubtful.append(index.bound(part))
        else:
            made.append(found)
    if not made:
        raise Unsure
    largest = total(made) if doubtful else _without_loss(index, node.args, made)
    if any(part.over(largest).trend() >= 0 for part in doubtful):
        raise Unsure
    return largest


def _known(index: Rules, node: Node) -> Growth | None:
    try:
        return index.growth(node)
    except Unsure:
        return None


def _without_loss(index: Rules, parts: tuple[Node, ...], made: list[Growth]) -> Growth:
    """Return the leading term of a sum of two parts that may cancel: a difference of roots, or 1 - cos(u).

    The first is the difference of the squares over the sum, the second is as u^2/2.
    """
    with suppress(Unsure):
        return total(made)
    if len(parts) != 2:
        raise Unsure
    one, two = parts
    for left, right in ((one, neg(two)), (two, neg(one))):
        cosine = right.args[0].args[0] if right.args[0].head == "neg" else right.args[0]
        if left == ONE and cosine.head == "cos" and right.args[0].head == "neg":
            return index.growth(cosine.args[0]).to(Fraction(2)).times(constant(arb(1) / 2))
    squares = [_squared(part) for part in parts]
    if any(fraction(square, index.name) is None for square in squares):
        raise Unsure
    return index.growth(add(squares[0], neg(squares[1]))).over(index.growth(add(one, neg(two))))


def _squared(node: Node) -> Node:
    """Return the square of an expression; of a square root it is the radicand."""
    if node.head == "neg":
        return _squared(node.args[0])
    if node.head == "mul":
        return mul(*map(_squared, node.args))
    if node.head == "root" and rational(node.args[1]) == 2:
        return node.args[0]
    return power(node, TWO)


def power_of(index: Rules, node: Node) -> Growth:
    base, exponent = (ONE, ONE) if node.head == "root" else node.args
    if node.head == "root":
        base, exponent = node.args[0], div(ONE, node.args[1])
    fixed = rational(exponent)
    if fixed is not None:
        return index.growth(base).to(fixed)
    if index.name not in exponent.names():
        raise Unsure
    if index.name not in base.names():
        return exponential(index, base, exponent)
    return _of_both(index, base, exponent)


def exponential(index: Rules, base: Node, exponent: Node) -> Growth:
    """Return the leading term of a number to a power with the index in it."""
    line = linear(exponent, index.name)
    exact = rational(base)
    if line is None:
        made = index.growth(exponent)
        if made.trend() > 0 or (exact is not None and exact < 0):
            raise Unsure
        limit = arb(0) if made.trend() < 0 else made.factor
        return constant((limit * value(base).log()).exp())
    slope, shift = line
    if exact is not None and exact < 0:
        return signed(index, slope, shift).times(_raised(Base.of(-exact), slope, shift))
    if base == Node("constant", value="e"):
        return _raised(Base(e=Fraction(1)), slope, shift)
    if exact:
        return _raised(Base.of(exact), slope, shift)
    return _raised(Base(other=value(base).log()), slope, shift)


def _raised(base: Base, slope: Fraction, shift: Fraction) -> Growth:
    return Growth((base.log() * balls.ball(shift)).exp(), base=base.to(slope))


def signed(index: Rules, slope: Fraction, shift: Fraction) -> Growth:
    """Return the leading term of a power of -1 with the exponent ``slope n + shift``."""
    if slope.denominator != 1 or shift.denominator != 1 or (index.odd is None and slope % 2):
        raise Unsure
    return constant(arb(-1 if (slope * bool(index.odd) + shift) % 2 else 1))


def _of_both(index: Rules, base: Node, exponent: Node) -> Growth:
    """Return the leading term of a power whose base has the index in it, too: by e to the exponent's logarithm."""
    line, ends = linear(exponent, index.name), fraction(base, index.name)
    if line is None and exponent.head == "add" and index.growth(base).positive:
        return product([index.growth(power(base, part)) for part in exponent.args])
    if line is None or ends is None:
        if not index.growth(base).positive:
            raise Unsure
        made = index.log(power(base, exponent))  # goes to a number, or the leading term is not known
        return constant(made.factor.exp() if made.trend() == 0 else _one_if(made.trend() < 0))
    (slope, shift), (above, below) = line, ends
    lead = exact(above[above.degree()]) / exact(below[below.degree()])
    if lead <= 0:
        raise Unsure
    degree = Fraction(above.degree() - below.degree())
    plain = mul(number(lead), power(Node("symbol", value=index.name), number(degree)))
    rest = fraction(add(div(base, plain), number(-1)), index.name)
    extra = arb(0)
    if rest is not None and rest[0].degree() >= 0:
        weighed = index.growth(exponent).times(of_fraction(*rest))
        if weighed.trend() > 0:
            raise Unsure
        extra = weighed.factor if weighed.trend() == 0 else arb(0)
    made = Growth(extra.exp(), slope * degree, powers=(shift * degree, Fraction(0), Fraction(0)))
    return made.times(_raised(Base.of(lead), slope, shift))


def _one_if(known: bool) -> Any:
    if not known:
        raise Unsure
    return arb(1)


def factorial(index: Rules, node: Node) -> Growth:
    """Return Stirling's leading term of ``(k n + m)!``: see https://dlmf.nist.gov/5.11#E7."""
    line = linear(node.args[0], index.name)
    if line is None or line[0] <= 0 or line[0].denominator != 1 or line[1].denominator != 1:
        raise Unsure
    slope, shift = line
    half = shift + Fraction(1, 2)
    base = Base.of(slope).to(slope).times(Base(e=-slope))
    factor = (2 * arb.pi()).sqrt() * balls.ball(slope) ** balls.ball(half)
    return Growth(factor, slope, base, (half, Fraction(0), Fraction(0)))


def binomial(index: Rules, node: Node) -> Growth:
    above, below = node.args
    rest = add(above, neg(below))
    parts = [index.growth(Node("factorial", (part,))) for part in (above, below, rest)]
    return parts[0].over(parts[1]).over(parts[2])
