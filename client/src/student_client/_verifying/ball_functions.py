"""Functions of real balls, with the domains of school mathematics; without expressions."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from flint import arb

LARGEST_POWER = 1 << 20
"""Largest whole exponent that is multiplied out."""


class Undefined(Exception):
    """It is proved that there is no real value."""


class Unclear(Exception):
    """The balls do not decide whether there is a value, or which."""


def finite(value: Any) -> Any:
    """Return the value if it is a ball.

    Raises:
        Unclear: it is not.
    """
    if not value.is_finite():
        raise Unclear
    return value


def sign(value: Any) -> int:
    """Return -1, 0 or 1.

    Raises:
        Unclear: zero is in the ball and the ball is not exactly zero.
    """
    if value.is_zero():
        return 0
    if value > 0:
        return 1
    if value < 0:
        return -1
    raise Unclear


def divide(above: Any, below: Any) -> Any:
    """Return a quotient."""
    if sign(below) == 0:
        raise Undefined
    return above / below


def whole_power(base: Any, exponent: int) -> Any:
    """Return a power with a whole exponent."""
    if exponent == 0:
        if base.is_zero():
            raise Unclear  # 0^0 is 1 for some readers, undefined for others
        return arb(1)
    if abs(exponent) > LARGEST_POWER:
        raise Unclear
    return base**exponent if exponent > 0 else divide(arb(1), base**-exponent)


def root(radicand: Any, degree: int) -> Any:
    """Return the real root, which is negative for a negative radicand of odd degree."""
    if degree % 2 == 0:
        if sign(radicand) < 0:
            raise Undefined
        return _root(radicand, degree)
    if radicand.contains(0) and not radicand.is_zero():
        ends = [_odd_root(end, degree) for end in (radicand.lower(), radicand.upper())]
        return ends[0].union(ends[1])
    return _odd_root(radicand, degree)


def _odd_root(radicand: Any, degree: int) -> Any:
    return -_root(-radicand, degree) if radicand < 0 else _root(radicand, degree)


def _root(radicand: Any, degree: int) -> Any:
    return arb(0) if radicand.is_zero() else radicand.root(degree)  # FLINT returns nan for some roots of zero


def real_power(base: Any, exponent: Any) -> Any:
    """Return a power whose exponent is not a written fraction: the base must be positive, or the exponent whole."""
    direction = sign(base)
    if direction > 0:
        return (exponent * base.log()).exp()
    if exponent.is_exact() and exponent.is_integer():
        whole = int(exponent.unique_fmpz())
        if direction or whole > 0:
            return whole_power(base, whole)
        raise Undefined
    if direction == 0 and sign(exponent) > 0:
        return arb(0)
    if direction == 0 or not exponent.contains_integer():
        raise Undefined
    raise Unclear


Rule = Callable[[Sequence[Any]], Any]
"""A function from the arguments' balls to the value's."""


def _log(parts: Sequence[Any]) -> Any:
    if any(sign(part) <= 0 for part in parts):
        raise Undefined
    logs = [part.log() for part in parts]
    return logs[0] if len(logs) == 1 else divide(*logs)


def _plain(name: str) -> Rule:
    return lambda parts: finite(getattr(parts[0], name)())


def _over(name: str, divisor: str) -> Rule:
    """Return the rule of a function with poles, as a quotient of two functions without poles."""

    def rule(parts: Sequence[Any]) -> Any:
        argument = finite(parts[0])
        return divide(getattr(argument, name)() if name else arb(1), getattr(argument, divisor)())

    return rule


def _within(name: str, low: int | None, high: int | None) -> Rule:
    """Return the rule of a function with an interval as its domain."""

    def rule(parts: Sequence[Any]) -> Any:
        for end, outside in ((low, -1), (high, 1)):
            if end is not None and sign(parts[0] - end) == outside:
                raise Undefined
        return finite(getattr(parts[0], name)())

    return rule


def _of_reciprocal(name: str) -> Rule:
    """Return the rule of asec, acsc and acot (the odd one, as SymPy has it)."""

    def rule(parts: Sequence[Any]) -> Any:
        turned = divide(arb(1), parts[0])
        if name != "atan" and sign(abs(turned) - 1) > 0:
            raise Undefined
        return finite(getattr(turned, name)())

    return rule


def _positive(name: str, hole: int | None = None) -> Rule:
    def rule(parts: Sequence[Any]) -> Any:
        if sign(parts[0]) <= 0 or (hole is not None and sign(parts[0] - hole) == 0):
            raise Undefined
        return finite(getattr(parts[0], name)())

    return rule


def _ei(parts: Sequence[Any]) -> Any:
    if sign(parts[0]) == 0:
        raise Undefined
    return finite(parts[0].ei())


def _floor(parts: Sequence[Any]) -> Any:
    below = parts[0].floor()
    if not below.is_exact():
        raise Unclear
    return below


def _factorial(parts: Sequence[Any]) -> Any:
    if not (parts[0].is_exact() and parts[0].is_integer()):
        raise Unclear
    if parts[0] < 0:
        raise Undefined
    return parts[0].fac()


def _whole(part: Any) -> int:
    if not (part.is_exact() and part.is_integer()):
        raise Unclear
    return int(part.unique_fmpz())


def _binomial(parts: Sequence[Any]) -> Any:
    above, below = map(_whole, parts)
    if above < 0 or below < 0:
        raise Unclear
    return arb(math.comb(above, below))


def _gcd(parts: Sequence[Any]) -> Any:
    return arb(math.gcd(*map(_whole, parts)))


def _lcm(parts: Sequence[Any]) -> Any:
    return arb(math.lcm(*map(_whole, parts)))


def _gamma(parts: Sequence[Any]) -> Any:
    if parts[0].is_exact() and parts[0].is_integer() and parts[0] <= 0:
        raise Undefined
    return finite(parts[0].gamma())


def _sum(parts: Sequence[Any]) -> Any:
    total = parts[0]
    for part in parts[1:]:
        total = total + part
    return total


def _product(parts: Sequence[Any]) -> Any:
    total = parts[0]
    for part in parts[1:]:
        total = total * part
    return total


RULES: dict[str, Rule] = {
    "add": _sum,
    "neg": lambda parts: -parts[0],
    "binomial": _binomial,
    "gcd": _gcd,
    "lcm": _lcm,
    "mul": _product,
    "div": lambda parts: divide(*parts),
    **{name: _plain(name) for name in ("sin", "cos", "sinh", "cosh", "tanh", "sech", "atan", "asinh", "exp")},
    **{name: _plain(name) for name in ("erf", "erfc", "erfi", "si", "shi", "fresnel_s", "fresnel_c")},
    "tan": _over("sin", "cos"),
    "sec": _over("", "cos"),
    "csc": _over("", "sin"),
    "cot": _over("cos", "sin"),
    "csch": _over("", "sinh"),
    "coth": _over("cosh", "sinh"),
    "asin": _within("asin", -1, 1),
    "acos": _within("acos", -1, 1),
    "acosh": _within("acosh", 1, None),
    "atanh": _within("atanh", -1, 1),
    "asec": _of_reciprocal("acos"),
    "acsc": _of_reciprocal("asin"),
    "acot": _of_reciprocal("atan"),
    "log": _log,
    "ei": _ei,
    "ci": _positive("ci"),
    "chi": _positive("chi"),
    "li": _positive("li", 1),
    "abs": lambda parts: abs(parts[0]),
    "sign": lambda parts: arb(sign(parts[0])),
    "floor": _floor,
    "factorial": _factorial,
    "gamma": _gamma,
}
"""The functions of a printed tree whose value depends on their arguments' values alone."""
