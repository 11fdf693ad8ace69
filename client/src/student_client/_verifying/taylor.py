"""Judges a Taylor polynomial: compares coefficients with those of the printed expression, by Arb's power series."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

import sympy  # type: ignore[import-untyped]
from flint import arb, arb_series, ctx

from .._reading.formulas.tree import Node
from . import balls
from .balls import Unclear, Undefined, rational
from .convert import Unreadable, tree
from .finding import Finding, right, unknown, wrong
from .pieces import POSITIVE, letters_at

PRECISION = 2600
HIGHEST = 24
"""Highest degree that is judged."""


def polynomial(function: Node, name: str, point: Node, made: Any, asked: tuple[int | None, int | None]) -> Finding:
    """Judge a Taylor polynomial.

    Args:
        function: the printed expression.
        name: its variable.
        point: the center of the expansion.
        made: the result, as SymPy's expression.
        asked: the degree, and the number of terms that are not zero; one of them is None.
    """
    degree, terms = asked
    variable = sympy.Symbol(name)
    if not made.is_polynomial(variable):
        return wrong("the result is not a polynomial")
    own = sympy.Poly(made, variable).degree() if made.has(variable) else 0
    if degree is not None and own > degree:
        return wrong(f"the result has the degree {own}, but {degree} is asked")
    highest = int(own) if degree is None else degree
    if highest > HIGHEST:
        return unknown(f"a degree above {HIGHEST} is not judged")
    letters = sorted((function.names() | point.names() | {str(one) for one in made.free_symbols}) - {name})
    places = letters_at(letters, POSITIVE + 2) if letters else [{}]
    return _all(function, name, point, made, highest, terms, places)


def _all(
    function: Node,
    name: str,
    point: Node,
    made: Any,
    highest: int,
    terms: int | None,
    places: Sequence[dict[str, Fraction]],
) -> Finding:
    try:
        result = tree(made)
    except Unreadable:
        return unknown("the result cannot be read")
    for index, place in enumerate(places):
        found = _at((function, result), name, point, highest + 1, terms, place)
        if not found.right and (index < POSITIVE or found.wrong):
            return found if index < POSITIVE else unknown("right for positive letters only")
    return right(f"the result has the {highest + 1} coefficients of the series")


def _at(
    nodes: tuple[Node, Node], name: str, point: Node, count: int, terms: int | None, place: dict[str, Fraction]
) -> Finding:
    try:
        truth, claim = (coefficients(node, name, point, count, place) for node in nodes)
    except (Undefined, Unclear):
        return unknown("the coefficients of the series are not known")
    return _compared(truth, claim, terms)


def _compared(truth: list[Any], claim: list[Any], terms: int | None) -> Finding:
    for power, (one, other) in enumerate(zip(truth, claim, strict=True)):
        same = balls.same(one, other)
        if same is not True:
            reason = f"the coefficient of degree {power}"
            return wrong(f"{reason} is wrong") if same is False else unknown(f"{reason} is too close to decide")
    if terms is not None and sum(not one.contains(0) for one in claim) != terms:
        return wrong(f"the result does not have {terms} terms")
    return right("the same")


def coefficients(node: Node, name: str, point: Node, count: int, place: Mapping[str, Fraction]) -> list[Any]:
    """Return the first coefficients of an expression's power series around a point, as balls.

    Raises:
        Undefined: the expression has no value there.
        Unclear: there is no series, or a function has no rule.
    """
    before = ctx.cap
    try:
        ctx.cap = count
        with balls.precision(PRECISION):
            center = balls.evaluate(point, {letter: balls.ball(at) for letter, at in place.items()})
            letters = {letter: arb_series([balls.ball(at)]) for letter, at in place.items()}
            made = series(node, letters | {name: arb_series([center, 1])})
            return [balls.finite(made[index]) for index in range(count)]
    finally:
        ctx.cap = before


def series(node: Node, place: Mapping[str, Any]) -> Any:
    """Return an expression's power series from the power series of its letters.

    Raises:
        Undefined: the expression has no value at the center.
        Unclear: there is no series, or a function has no rule.
    """
    if node.head in {"number", "constant"}:
        return arb_series([balls.evaluate(node, {})])
    if node.head == "symbol":
        if node.value not in place:
            raise Unclear
        return place[str(node.value)]
    if node.head in {"pow", "root"}:
        return _power(node, place)
    if node.head == "log" and len(node.args) == 2:
        above, below = (_log(series(part, place)) for part in node.args)
        return _divided(above, below)
    rule = _RULES.get(node.head)
    if rule is None:
        raise Unclear
    return rule(*(series(part, place) for part in node.args))


def _power(node: Node, place: Mapping[str, Any]) -> Any:
    base_node, exponent_node = node.args
    exponent = rational(exponent_node)
    if node.head == "root" and exponent is not None:
        exponent = 1 / exponent
    if exponent is None:
        exponents = series(exponent_node, place)
        euler = base_node.head == "constant" and base_node.value == "e"
        return exponents.exp() if euler else (exponents * _log(series(base_node, place))).exp()
    base = series(base_node, place)
    if exponent.denominator == 1:
        return _whole(base, int(exponent))
    sign = 1
    if exponent.denominator % 2 and base[0] < 0:
        base, sign = -base, -1 if exponent.numerator % 2 else 1
    if exponent == Fraction(1, 2) and base[0] > 0:
        return base.sqrt()
    return sign * (_log(base) * arb_series([balls.ball(exponent)])).exp()


def _whole(base: Any, exponent: int) -> Any:
    if abs(exponent) > HIGHEST * 4:
        raise Unclear
    made = arb_series([1])
    for _ in range(abs(exponent)):
        made = made * base
    return made if exponent >= 0 else _divided(arb_series([1]), made)


def _divided(above: Any, below: Any) -> Any:
    if balls.sign(below[0]) == 0:
        raise Unclear  # may be a hole, which has a limit
    return above / below


def _log(inside: Any) -> Any:
    if balls.sign(inside[0]) <= 0:
        raise Undefined
    return inside.log()


def _within(inside: Any) -> Any:
    if abs(inside[0]) < 1:
        return inside
    raise Unclear


def _product(*parts: Any) -> Any:
    made = parts[0]
    for part in parts[1:]:
        made = made * part
    return made


def _sum(*parts: Any) -> Any:
    made = parts[0]
    for part in parts[1:]:
        made = made + part
    return made


def _half(first: Any, second: Any) -> Any:
    return (first + second) * arb_series([arb(1) / 2])


_RULES: dict[str, Callable[..., Any]] = {
    "add": _sum,
    "mul": _product,
    "neg": lambda part: -part,
    "div": _divided,
    "exp": lambda part: part.exp(),
    "log": _log,
    "sin": lambda part: part.sin(),
    "cos": lambda part: part.cos(),
    "tan": lambda part: _divided(part.sin(), part.cos()),
    "cot": lambda part: _divided(part.cos(), part.sin()),
    "sec": lambda part: _divided(arb_series([1]), part.cos()),
    "csc": lambda part: _divided(arb_series([1]), part.sin()),
    "sinh": lambda part: _half(part.exp(), -(-part).exp()),
    "cosh": lambda part: _half(part.exp(), (-part).exp()),
    "atan": lambda part: part.atan(),
    "asin": lambda part: _within(part).asin(),
    "acos": lambda part: _within(part).acos(),
}
