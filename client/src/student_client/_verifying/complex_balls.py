"""The ball of a number that may be complex: principal values, by Arb. For solutions and for the complex domain."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from flint import acb, ctx

from .._reading.formulas.tree import Node
from .balls import PRECISIONS, Unclear, Undefined, ball, rational

_PLAIN = frozenset(
    {"sin", "cos", "tan", "sec", "csc", "cot", "sinh", "cosh", "tanh", "sech", "csch", "coth", "asin", "acos"}
    | {"atan", "asinh", "acosh", "atanh", "exp", "erf", "erfc", "erfi", "gamma", "ei", "si", "ci", "shi", "chi"}
)
_TURNED = {"asec": "acos", "acsc": "asin", "acot": "atan"}


def evaluate(node: Node, place: Mapping[str, Any]) -> Any:
    """Return the expression's complex ball at the working precision.

    Args:
        node: the expression.
        place: a complex ball for each letter.

    Raises:
        Undefined: it divides by exactly zero, or is the logarithm of zero.
        Unclear: the balls do not decide it, or the expression has a part without a rule.
    """
    if node.head in _PLAIN:
        return _finite(getattr(evaluate(node.args[0], place), node.head)())
    rule = _RULES.get(node.head)
    if rule is None:
        raise Unclear
    return rule(node, place)


def value(node: Node, place: Mapping[str, Fraction] | None = None) -> Any:
    """Return the expression's complex ball at exact numbers, at the first precision that gives a small one.

    Raises:
        Undefined: there is no value.
        Unclear: no tried precision decides it.
    """
    before = ctx.prec
    try:
        for precision in PRECISIONS:
            ctx.prec = precision
            try:
                made = _finite(evaluate(node, {name: acb(ball(at)) for name, at in (place or {}).items()}))
            except Unclear:
                continue
            if made.rel_accuracy_bits() >= precision // 2 or made.is_zero():
                return made
    finally:
        ctx.prec = before
    raise Unclear


def _finite(made: Any) -> Any:
    if not made.is_finite():
        raise Unclear
    return made


def _divide(above: Any, below: Any) -> Any:
    if below.is_zero():
        raise Undefined
    return _finite(above / below)


def _power(node: Node, place: Mapping[str, Any]) -> Any:
    base = evaluate(node.args[0], place)
    exponent = rational(node.args[1])
    if exponent is None:
        return _general(base, evaluate(node.args[1], place))
    if exponent.denominator == 1 and abs(exponent) < 1 << 16:
        whole = int(exponent)
        return base**whole if whole >= 0 else _divide(acb(1), base**-whole)
    return _general(base, acb(ball(exponent)))


def _general(base: Any, exponent: Any) -> Any:
    if base.is_zero():
        if exponent.real > 0:
            return acb(0)
        raise Undefined
    return _finite((exponent * _finite(base.log())).exp())


def _root(node: Node, place: Mapping[str, Any]) -> Any:
    degree = rational(node.args[1])
    radicand = evaluate(node.args[0], place)
    if degree is None or degree.denominator != 1 or degree < 1:
        raise Unclear
    if degree % 2 and radicand.imag.is_zero() and radicand.real < 0:
        return -_general(-radicand, acb(1) / int(degree))
    return radicand.sqrt() if degree == 2 else _general(radicand, acb(1) / int(degree))


def _log(node: Node, place: Mapping[str, Any]) -> Any:
    logs = []
    for part in node.args:
        argument = evaluate(part, place)
        if argument.is_zero():
            raise Undefined
        logs.append(_finite(argument.log()))
    return logs[0] if len(logs) == 1 else _divide(*logs)


def _constant(node: Node, _: Mapping[str, Any]) -> Any:
    if node.value == "pi":
        return acb.pi()
    if node.value == "e":
        return acb(1).exp()
    if node.value == "i":
        return acb(0, 1)
    raise Unclear


def _symbol(node: Node, place: Mapping[str, Any]) -> Any:
    if node.value not in place:
        raise Unclear
    return place[str(node.value)]


def _fold(node: Node, place: Mapping[str, Any]) -> Any:
    made = evaluate(node.args[0], place)
    for part in node.args[1:]:
        other = evaluate(part, place)
        made = made + other if node.head == "add" else made * other
    return made


def _turned(node: Node, place: Mapping[str, Any]) -> Any:
    return _finite(getattr(_divide(acb(1), evaluate(node.args[0], place)), _TURNED[node.head])())


_RULES: dict[str, Callable[[Node, Mapping[str, Any]], Any]] = {
    "number": lambda node, _: acb(ball(Fraction(node.value or 0))),
    "symbol": _symbol,
    "constant": _constant,
    "add": _fold,
    "mul": _fold,
    "neg": lambda node, place: -evaluate(node.args[0], place),
    "div": lambda node, place: _divide(*(evaluate(part, place) for part in node.args)),
    "pow": _power,
    "root": _root,
    "log": _log,
    "abs": lambda node, place: acb(abs(evaluate(node.args[0], place))),
    **dict.fromkeys(_TURNED, _turned),
}
