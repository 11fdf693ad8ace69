"""Evaluates printed trees by mpmath, which the kernel does not use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import reduce
from operator import add, mul
from typing import Any

import mpmath
from student_client._reading.formulas.tree import Node

EVERYWHERE = [(-4.0, -0.3), (0.3, 4.0)]
INSIDE = [(-0.95, -0.05), (0.05, 0.95)]
OUTSIDE = [(-4.0, -1.1), (1.1, 4.0)]
_INTERVALS = {
    "sin cos sinh cosh tanh sech csch coth atan asinh exp abs sign": EVERYWHERE,
    "erf erfc erfi si shi ei fresnel_s fresnel_c acot": EVERYWHERE,
    "tan sec": [(-1.4, -0.2), (0.2, 1.4), (1.7, 4.5)],
    "csc cot": [(-3.0, -0.2), (0.2, 3.0), (3.3, 6.0)],
    "asin acos atanh": INSIDE,
    "asec acsc": OUTSIDE,
    "acosh": [(1.1, 4.0)],
    "log ci chi": [(0.2, 4.0)],
    "li": [(0.1, 0.9), (1.2, 4.0)],
    "floor": [(-2.9, -2.1), (1.1, 1.9)],
    "gamma": [(-2.9, -2.1), (0.2, 4.0)],
}
REAL = {name: intervals for names, intervals in _INTERVALS.items() for name in names.split()}
"""Intervals on which each function has real values and no kink."""


def _real_root(value: Any, degree: Any) -> Any:
    odd = int(degree) % 2 == 1
    return -mpmath.root(-value, int(degree)) if odd and value < 0 else mpmath.root(value, int(degree))


def _power(node: Node, place: Mapping[str, Any]) -> Any:
    base = evaluate(node.args[0], place)
    if not node.args[1].names() and not {part.head for part in node.args[1].walk()} - {"number", "add", "neg", "div"}:
        with mpmath.workdps(15):
            written = Fraction(str(evaluate(node.args[1], {}))).limit_denominator(1000)
        return _real_root(base, written.denominator) ** written.numerator
    return mpmath.power(base, evaluate(node.args[1], place))


_NAMED = {"log": mpmath.log, "abs": abs, "factorial": mpmath.factorial, "fresnel_s": mpmath.fresnels}
_NAMED |= {"fresnel_c": mpmath.fresnelc}
_RULES: dict[str, Callable[..., Any]] = {
    "add": lambda *parts: reduce(add, parts),
    "mul": lambda *parts: reduce(mul, parts),
    "neg": lambda part: -part,
    "div": lambda above, below: above / below,
    "root": _real_root,
}


def evaluate(node: Node, place: Mapping[str, Any]) -> Any:
    """Return the value at the working precision."""
    if node.head == "number":
        return mpmath.mpf(int(node.value.numerator)) / int(node.value.denominator)  # type: ignore[union-attr]
    if node.head == "symbol":
        return place[str(node.value)]
    if node.head == "constant":
        return {"pi": mpmath.pi, "e": mpmath.e}[str(node.value)] + mpmath.mpf(0)
    if node.head == "pow":
        return _power(node, place)
    rule = _RULES.get(node.head) or _NAMED.get(node.head) or getattr(mpmath, node.head)
    return rule(*(evaluate(part, place) for part in node.args))
