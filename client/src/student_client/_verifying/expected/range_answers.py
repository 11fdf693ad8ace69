"""The range of a function: the image of the numbers where it has a value, worked out from the inside to the outside.

The letter goes through one part after the other, and each part turns intervals into intervals. The innermost part may
be a quadratic, whose range is known by its vertex, or a quotient of lines, which is divided out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeAlias

import sympy  # type: ignore[import-untyped]

from ..._reading.formulas.coefficients import NoPolynomial, coefficients
from ..._reading.formulas.tree import Inequality, Node
from ..._reading.known.ranges import HALVES, INTERVALS
from ..finding import Finding, every, right, unknown, wrong
from .comparisons import CANNOT, Asked, Judge, made, only, same

_Rule: TypeAlias = Callable[[Node, str, Any], Any]
_UNKNOWN = unknown("the range is not known")
_POSITIVE, _REALS = sympy.Interval.open(0, sympy.oo), sympy.S.Reals


def _pieces(numbers: Any) -> list[Any]:
    return list(numbers.args) if isinstance(numbers, sympy.Union) else [numbers]


def _turned(numbers: Any, rule: Callable[[Any], Any], *, rising: bool = True) -> Any:
    """Return the image of intervals under a function that rises, or falls, on each of them."""
    done = []
    for one in _pieces(numbers):
        if isinstance(one, sympy.FiniteSet) or one == sympy.S.EmptySet:
            done.append(sympy.FiniteSet(*map(rule, one)))
        elif isinstance(one, sympy.Interval):
            ends = [(rule(one.start), one.left_open), (rule(one.end), one.right_open)]
            (low, left), (high, right_) = ends if rising else ends[::-1]
            done.append(sympy.Interval(low, high, left, right_))
        else:
            return None
    return sympy.Union(*done)


def _scaled(numbers: Any, factor: Any) -> Any:
    factor = sympy.sympify(factor)
    return _turned(numbers, lambda one: one * factor, rising=bool(factor > 0)) if factor.is_nonzero else None


def _over(numbers: Any) -> Any:
    """Return the image under 1/u."""
    above, below = numbers & _POSITIVE, numbers & sympy.Interval.open(-sympy.oo, 0)

    def above_zero(one: Any) -> Any:
        return sympy.oo if one == 0 else sympy.Integer(0) if one.is_infinite else 1 / one

    def below_zero(one: Any) -> Any:
        return -sympy.oo if one == 0 else sympy.Integer(0) if one.is_infinite else 1 / one

    return sympy.Union(_turned(above, above_zero, rising=False), _turned(below, below_zero, rising=False))


def _even(numbers: Any, rule: Callable[[Any], Any]) -> Any:
    """Return the image under a function of the size, which rises with it."""
    sizes = sympy.Union(numbers & sympy.Interval(0, sympy.oo), _scaled(numbers & sympy.Interval(-sympy.oo, 0), -1))
    return _turned(sizes, rule)


def image(node: Node, name: str, numbers: Any) -> Any:
    """Return the values that an expression takes when its letter is one of the numbers; None if they are not known.

    Args:
        node: the expression.
        name: its letter.
        numbers: where the letter is.
    """
    if node.name == name:
        return numbers
    for rule in (_quadratic, _quotient):
        if (known := rule(node, name, numbers)) is not None:
            return known
    inner = [part for part in node.args if name in part.names()]
    if len(inner) != 1 or node.head not in _RULES:
        return None
    within = image(inner[0], name, numbers)
    return None if within is None or within == sympy.S.EmptySet else _RULES[node.head](node, name, within)


def _parts(node: Node, name: str) -> dict[int, Any]:
    """Return the coefficients of a polynomial; none if it is none, or one has a letter."""
    try:
        found = {power: made(part) for power, part in coefficients(node, name).items()}
    except NoPolynomial:
        return {}
    return {} if any(one.free_symbols for one in found.values()) else found


def _quadratic(node: Node, name: str, numbers: Any) -> Any:
    parts = _parts(node, name)
    square = parts.get(2)
    if not parts or max(parts) != 2 or not square:
        return None
    place = -parts.get(1, sympy.Integer(0)) / (2 * square)
    height = parts.get(0, 0) - square * place**2
    squares = _even(_turned(numbers, lambda one: one - place), lambda one: one**2)
    return _turned(_scaled(squares, square), lambda one: one + height)


def _quotient(node: Node, name: str, numbers: Any) -> Any:
    """Return the image of a quotient of two lines, which is a number and a multiple of 1/u."""
    if node.head != "div" or not all(name in part.names() for part in node.args):
        return None
    above, below = (_parts(part, name) for part in node.args)
    if not above or not below or max(above) != 1 or max(below) != 1 or not below[1]:
        return None
    ratio = above[1] / below[1]
    rest = above.get(0, 0) - ratio * below.get(0, 0)
    line = _turned(_scaled(numbers, below[1]), lambda one: one + below.get(0, 0))
    return None if rest == 0 else _turned(_scaled(_over(line), rest), lambda one: one + ratio)


def _others(node: Node, name: str) -> list[Any]:
    return [made(part) for part in node.args if name not in part.names()]


def _quotient_of_number(node: Node, name: str, within: Any) -> Any:
    (other,) = _others(node, name)
    return _scaled(_over(within), other) if name in node.args[1].names() else _scaled(within, 1 / other)


def _power(node: Node, name: str, within: Any) -> Any:
    (other,) = _others(node, name)
    if name in node.args[1].names():
        if other.is_positive is not True or other == 1:
            return None
        return _turned(within, lambda one: _grown(other, one), rising=bool(other > 1))
    if not other.is_Integer or other == 0:
        return None
    power = abs(other)
    whole = _turned(within, lambda one: one**power) if power % 2 else _even(within, lambda one: one**power)
    return whole if other > 0 else _over(whole)


def _grown(base: Any, one: Any) -> Any:
    if one.is_infinite:
        return sympy.oo if (one > 0) == (base > 1) else sympy.Integer(0)
    return base**one


def _root(node: Node, _: str, within: Any) -> Any:
    degree = made(node.args[1]) if len(node.args) > 1 else sympy.Integer(2)
    if not degree.is_Integer or degree < 2:
        return None
    if degree % 2:
        return _turned(within, lambda one: one if one.is_infinite else sympy.real_root(one, degree))
    return _turned(within & sympy.Interval(0, sympy.oo), lambda one: sympy.root(one, degree))


def _logarithm(node: Node, name: str, within: Any) -> Any:
    base = (_others(node, name) or [sympy.E])[0]
    if name not in node.args[0].names() or base.is_positive is not True or base == 1:
        return None

    def rule(one: Any) -> Any:
        return sympy.log(one, base) if one != 0 and not one.is_infinite else one or -sympy.oo

    return _scaled(_turned(within & _POSITIVE, rule), 1) if base > 1 else None


def _wave(_: Node, __: str, within: Any) -> Any:
    endless = any(isinstance(one, sympy.Interval) and one.measure == sympy.oo for one in _pieces(within))
    return sympy.Interval(-1, 1) if endless else None


_RULES: dict[str, _Rule] = {
    "add": lambda node, name, within: _turned(within, lambda one: one + sum(_others(node, name))),
    "neg": lambda _, __, within: _scaled(within, sympy.Integer(-1)),
    "mul": lambda node, name, within: _scaled(within, sympy.prod(_others(node, name))),
    "div": _quotient_of_number,
    "pow": _power,
    "root": _root,
    "abs": lambda _, __, within: _even(within, lambda one: one),
    "log": _logarithm,
    "exp": lambda _, __, within: _turned(within, lambda one: _grown(sympy.E, one)),
    "sin": _wave,
    "cos": _wave,
    "atan": lambda _, __, within: _turned(within, sympy.atan),
}


def _numbers(asked: Asked, name: Any) -> Any:
    """Return where the letter may be; None if that is not clear."""
    spans = [role for role in asked.parts if role.strip() in INTERVALS or role in HALVES]
    parts = [one for role in spans for one in asked.one(role)]
    ends = [one for one in parts if not one.free_symbols]
    if len(spans) > 1 or any(one != name for one in parts if one.free_symbols):
        return None
    if not spans:
        return _REALS
    if spans[0] in HALVES:
        sign = HALVES[spans[0]]
        strict = "=" not in sign
        above = sign[0] == ">"
        return sympy.Interval(*ends, sympy.oo, strict) if above else sympy.Interval(-sympy.oo, *ends, True, strict)
    return sympy.Interval(*ends, *(sign == "<" for sign in INTERVALS[spans[0].strip()]))


def _range(asked: Asked) -> Finding:
    node, (_, name) = asked.parts["function"][0][0], asked.one("function")
    numbers = _numbers(asked, name)
    values = None if numbers is None or asked.rounding else image(node, str(name), numbers)
    if values is None or values == sympy.S.EmptySet:
        return _UNKNOWN
    found = _same_set(values, only(asked), asked)
    return found.then(lambda: _is_worked_out(asked, node)).then(lambda: found)


def _same_set(expected: Any, result: Any, asked: Asked) -> Finding:
    if not isinstance(result, sympy.Set):
        return CANNOT
    pieces = [sorted(map(_as_interval, _pieces(one)), key=lambda part: part.start) for one in (expected, result)]
    if len(pieces[0]) != len(pieces[1]):
        return wrong("the range is another one")
    return every(_same_piece(one, other, asked) for one, other in zip(*pieces, strict=True))


def _as_interval(piece: Any) -> Any:
    return sympy.Interval(*piece, *piece) if isinstance(piece, sympy.FiniteSet) and len(piece) == 1 else piece


def _same_piece(one: Any, other: Any, asked: Asked) -> Finding:
    if not isinstance(one, sympy.Interval) or not isinstance(other, sympy.Interval):
        return CANNOT
    if (one.left_open, one.right_open) != (other.left_open, other.right_open):
        return wrong("an end belongs to the range, or does not")
    ends = [(one.start, other.start), (one.end, other.end)]
    if any(bool(a.is_infinite) != bool(b.is_infinite) for a, b in ends):
        return wrong("the range is another one")
    found = every(same(a, b, asked.names) for a, b in ends if not a.is_infinite)
    return found if any(not a.is_infinite for a, _ in ends) else right("the range has all numbers")


def _is_worked_out(asked: Asked, node: Node) -> Finding:
    """Refuse an inequality such as y >= 5 that only states the range, unless its number is printed."""
    step = asked.steps[0]
    shown = step.printed
    if not isinstance(shown, Inequality) or re.search(r"R\d", step.texts[0]):
        return right("the plan works the range out")
    bare = [one.args[0] if one.head == "neg" else one for one in shown.sides if not one.names()]
    read_off = {str(part) for part in node.walk() if part.head == "number"}
    stated = len(bare) + sum(one.head == "symbol" for one in shown.sides) == len(shown.sides)
    if stated and any(one.head in {"number", "div"} and str(one) not in read_off for one in bare):
        return unknown("the plan states an answer: its inequality is the range already")
    return right("the plan works the range out")


RANGES: dict[tuple[str, str], Judge] = {("ranges", "range"): _range}
"""The judge of each thing that can be asked of a family."""
