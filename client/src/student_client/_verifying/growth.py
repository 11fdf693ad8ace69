"""How a function of a whole number grows: exact leading terms, such as ``3 n^2 log n`` or ``(27/4)^n / sqrt(n)``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from flint import arb, fmpz

from . import balls


class Unsure(Exception):
    """The leading term is not known."""


@dataclass(frozen=True)
class Base:
    """A positive number as a product of powers of primes, a power of e, and any other number.

    Two such products without another number are equal only if all their exponents are.

    Args:
        primes: the exponents of the primes, none of them zero.
        e: the exponent of e.
        other: the logarithm of the other number; None if there is none.
    """

    primes: tuple[tuple[int, Fraction], ...] = ()
    e: Fraction = Fraction(0)
    other: Any = None

    @classmethod
    def of(cls, value: Fraction) -> Base:
        """Return a positive fraction as such a product."""
        above, below = fmpz(value.numerator).factor(), fmpz(value.denominator).factor()
        found = [(int(prime), Fraction(times)) for prime, times in above]
        return cls(tuple(sorted(found + [(int(prime), Fraction(-times)) for prime, times in below])))

    def times(self, further: Base) -> Base:
        """Return the product."""
        both = dict(self.primes)
        for prime, times in further.primes:
            both[prime] = both.get(prime, Fraction(0)) + times
        others = [one for one in (self.other, further.other) if one is not None]
        kept = tuple(sorted((prime, times) for prime, times in both.items() if times))
        return Base(kept, self.e + further.e, sum(others, arb(0)) if others else None)

    def to(self, exponent: Fraction) -> Base:
        """Return a power."""
        if not exponent:
            return Base()
        raised = tuple((prime, times * exponent) for prime, times in self.primes)
        return Base(raised, self.e * exponent, None if self.other is None else self.other * balls.ball(exponent))

    def log(self) -> Any:
        """Return the logarithm as a ball."""
        parts = [balls.ball(times) * arb(prime).log() for prime, times in self.primes]
        return sum(parts, balls.ball(self.e) + (arb(0) if self.other is None else self.other))

    def sign(self) -> int:
        """Return the sign of the logarithm.

        Raises:
            Unsure: the ball does not decide it.
        """
        if not self.primes and not self.e and self.other is None:
            return 0
        made = self.log()
        if made.contains(0):
            raise Unsure
        return 1 if made > 0 else -1


@dataclass(frozen=True)
class Growth:
    """A leading term ``c (n^n)^s b^n n^p (log n)^q (log log n)^r``: the quotient of the function and it goes to 1.

    Args:
        factor: c as a ball without zero in it.
        steep: s.
        base: b.
        powers: p, q and r.
    """

    factor: Any
    steep: Fraction = Fraction(0)
    base: Base = Base()
    powers: tuple[Fraction, Fraction, Fraction] = (Fraction(0), Fraction(0), Fraction(0))

    def __post_init__(self) -> None:
        if self.factor.contains(0) or not self.factor.is_finite():
            raise Unsure

    @property
    def positive(self) -> bool:
        """Whether it is positive for all large numbers, and not negative."""
        return bool(self.factor > 0)

    def times(self, other: Growth) -> Growth:
        """Return the leading term of the product."""
        powers = tuple(one + two for one, two in zip(self.powers, other.powers, strict=True))
        factor = self.factor * other.factor
        return Growth(factor, self.steep + other.steep, self.base.times(other.base), (powers[0], powers[1], powers[2]))

    def to(self, exponent: Fraction) -> Growth:
        """Return the leading term of a power: of a real root if the exponent is a fraction.

        Raises:
            Unsure: it is an even root of a negative number.
        """
        if not self.positive and exponent.denominator % 2 == 0:
            raise Unsure
        size = abs(self.factor) ** balls.ball(exponent)
        factor = size if self.positive or exponent.numerator % 2 == 0 else -size
        powers = tuple(part * exponent for part in self.powers)
        return Growth(factor, self.steep * exponent, self.base.to(exponent), (powers[0], powers[1], powers[2]))

    def negative(self) -> Growth:
        """Return the leading term of minus the function."""
        return replace(self, factor=-self.factor)

    def order(self) -> tuple[Fraction | int, ...]:
        """Return the exponents in the order of their weight: the first that is not zero decides where it goes."""
        return (self.steep, self.base.sign(), *self.powers)

    def trend(self) -> int:
        """Return 1 if it grows without bound, -1 if it goes to zero, 0 if it goes to another number."""
        weight = next((part for part in self.order() if part), 0)
        return (weight > 0) - (weight < 0)

    def over(self, other: Growth) -> Growth:
        """Return the leading term of the quotient."""
        return self.times(other.to(Fraction(-1)))


def constant(factor: Any) -> Growth:
    """Return the leading term of a number that is not zero."""
    return Growth(factor)


def power_of_n(exponent: Fraction, factor: Any = None) -> Growth:
    """Return the leading term of a power of n."""
    return Growth(arb(1) if factor is None else factor, powers=(exponent, Fraction(0), Fraction(0)))


def log_of_n() -> Growth:
    """Return the leading term of the logarithm of n."""
    return Growth(arb(1), powers=(Fraction(0), Fraction(1), Fraction(0)))


def total(parts: Sequence[Growth]) -> Growth:
    """Return the leading term of a sum.

    Raises:
        Unsure: the largest parts may cancel.
    """
    largest = parts[0]
    for part in parts[1:]:
        largest = part if part.over(largest).trend() > 0 else largest
    alike = [part.factor for part in parts if part.over(largest).trend() == 0]
    return replace(largest, factor=sum(alike, arb(0)))


def logarithm(of: Growth) -> Growth:
    """Return the leading term of the logarithm of a function that goes to infinity or to zero.

    Raises:
        Unsure: it goes to another number, or grows as slowly as the logarithm of a logarithm's logarithm.
    """
    if of.steep:
        return Growth(balls.ball(of.steep), powers=(Fraction(1), Fraction(1), Fraction(0)))
    if of.base.sign():
        return power_of_n(Fraction(1), of.base.log())
    first, second, _ = of.powers
    if first:
        return Growth(balls.ball(first), powers=(Fraction(0), Fraction(1), Fraction(0)))
    if second:
        return Growth(balls.ball(second), powers=(Fraction(0), Fraction(0), Fraction(1)))
    raise Unsure
