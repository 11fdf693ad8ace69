"""Encloses a definite integral in a ball by Arb's rigorous quadrature."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from typing import Any

from flint import acb, arb, ctx

from .._reading.formulas.tree import Node
from . import balls
from .balls import Unclear, Undefined, ball, rational
from .pieces import breaks, samples

PRECISION = 256
EVALUATIONS = 12_000
"""Most evaluations of the integrand in one piece."""


class NoValue(Exception):
    """The quadrature has no reliable value: the integral is improper, not real, or too hard."""


def integral(integrand: Node, name: str, low: Fraction | Node, high: Fraction | Node) -> Any:
    """Return the integral's real ball.

    Args:
        integrand: an expression in one letter.
        name: that letter.
        low: the lower bound: a finite number.
        high: the upper bound: a finite number.

    Raises:
        NoValue: the integrand is unbounded or not real somewhere, or the ball remains large.
    """
    before = ctx.prec
    try:
        ctx.prec = PRECISION
        start, end = _end(low), _end(high)
        if start > end:
            return -integral(integrand, name, high, low)
        cuts = [cut for cut in breaks([integrand], name, {}) if ball(cut) > start and ball(cut) < end]
        _require_real(integrand, name, cuts, start, end)
        inside = [acb(ball(cut)) for cut in cuts]
        total = acb(0)
        ends = [acb(start), *inside, acb(end)]
        for left, right in pairwise(ends):
            total += _piece(integrand, name, left, right)
        if not total.is_finite() or not total.imag.contains(0):
            raise NoValue("numerical integration finds no finite real value")
        return total.real
    finally:
        ctx.prec = before


def _require_real(integrand: Node, name: str, cuts: list[Fraction], start: Any, end: Any) -> None:
    """Refuse an integrand without a real value on a piece: complex parts may cancel in the quadrature's sum."""
    low, high = (Fraction(float(at.mid())) for at in (start, end))
    for piece in samples(cuts, low, high):
        if any(balls.is_defined(integrand, {name: at}) is False for at in piece[1:-1]):
            raise NoValue("the integrand has no real value between the bounds")


def _end(at: Fraction | Node) -> Any:
    return ball(at) if isinstance(at, Fraction) else balls.value(at, {})


def _piece(integrand: Node, name: str, left: Any, right: Any) -> Any:
    made = acb.integral(
        lambda z, analytic: _evaluate(integrand, name, z, analytic),
        left,
        right,
        rel_tol=arb(2) ** -140,
        abs_tol=arb(2) ** -240,
        eval_limit=EVALUATIONS,
        depth_limit=200,
    )
    if not made.is_finite() or made.rad() > max(arb(2) ** -110 * abs(made).upper(), arb(2) ** -200):
        raise NoValue("numerical integration does not end")
    return made


def _evaluate(node: Node, name: str, z: Any, analytic: bool) -> Any:
    try:
        return _value(node, name, z, analytic)
    except (Undefined, Unclear):
        return acb("nan")


def _value(node: Node, name: str, z: Any, analytic: bool) -> Any:
    """Return the integrand's ball over a complex ball; not finite if it must be analytic and is not."""
    if node.head == "symbol" and node.value == name:
        return z
    if name not in node.names():
        return acb(balls.evaluate(node, {}))
    rule = _RULES.get(node.head)
    if rule is not None:
        return rule([_value(part, name, z, analytic) for part in node.args], analytic)
    if node.head in {"pow", "root"}:
        return _power(node, name, z, analytic)
    raise Unclear


def _power(node: Node, name: str, z: Any, analytic: bool) -> Any:
    base, exponent = node.args
    fixed = rational(exponent)
    if node.head == "root" and fixed is not None:
        fixed = 1 / fixed
    if fixed is None:
        grown = _value(exponent, name, z, analytic)
        if base.head == "constant" and base.value == "e":
            return grown.exp()
        return (grown * _value(base, name, z, analytic).log(analytic=analytic)).exp()
    under = _value(base, name, z, analytic)
    if fixed.denominator == 1:
        return under ** int(fixed)
    rooted = _root(under, fixed.denominator, analytic)
    return rooted ** int(fixed.numerator)


def _root(under: Any, degree: int, analytic: bool) -> Any:
    """Return the continuation of the real root, also from negative numbers if the degree is odd."""
    if degree % 2 and under.real < 0:
        return -_root(-under, degree, analytic)
    if under.real > 0:
        return under.root(degree) if degree != 2 else under.sqrt(analytic=analytic)
    if analytic:
        return acb("nan")
    if degree % 2:
        size = abs(under).upper().root(degree)
        return acb(arb(0, size), arb(0, size) if not under.imag.is_zero() else arb(0))
    if under.imag.is_zero():  # on the real line, up to the edge of the domain
        return acb(arb(0).union(under.real.upper().root(degree))) if under.real.upper() >= 0 else acb("nan")
    return under.root(degree)


def _fold(parts: list[Any], join: Callable[[Any, Any], Any]) -> Any:
    made = parts[0]
    for part in parts[1:]:
        made = join(made, part)
    return made


def _plain(name: str) -> Callable[[list[Any], bool], Any]:
    return lambda parts, _: getattr(parts[0], name)()


def _log(parts: list[Any], analytic: bool) -> Any:
    logs = [part.log(analytic=analytic) for part in parts]
    return logs[0] if len(logs) == 1 else logs[0] / logs[1]


def _branched(name: str) -> Callable[[list[Any], bool], Any]:
    """Return the rule of a function with branch cuts on the real line beyond -1 and 1."""

    def rule(parts: list[Any], analytic: bool) -> Any:
        z = parts[0]
        inside = abs(z).upper() < 1 or (name == "acosh" and z.real > 1)
        if analytic and not inside:
            return acb("nan")
        return getattr(z, name)()

    return rule


_RULES: dict[str, Callable[[list[Any], bool], Any]] = {
    "add": lambda parts, _: _fold(parts, lambda a, b: a + b),
    "mul": lambda parts, _: _fold(parts, lambda a, b: a * b),
    "neg": lambda parts, _: -parts[0],
    "div": lambda parts, _: parts[0] / parts[1],
    **{name: _plain(name) for name in ("sin", "cos", "tan", "sec", "csc", "cot", "sinh", "cosh", "tanh", "sech")},
    **{name: _plain(name) for name in ("csch", "coth", "exp", "erf", "erfc", "erfi")},
    "log": _log,
    "abs": lambda parts, analytic: parts[0].real_abs(analytic=analytic),
    "sign": lambda parts, analytic: parts[0].real_sgn(analytic=analytic),
    "floor": lambda parts, analytic: parts[0].real_floor(analytic=analytic),
    "atan": lambda parts, analytic: (
        acb("nan") if analytic and not (abs(parts[0].imag).upper() < 1 or parts[0].real > 0) else parts[0].atan()
    ),
    "asinh": lambda parts, analytic: (
        acb("nan") if analytic and not (abs(parts[0].imag).upper() < 1 or parts[0].real > 0) else parts[0].asinh()
    ),
    **{name: _branched(name) for name in ("asin", "acos", "acosh", "atanh")},
}
