"""Reads areas whose ends follow from the curves, and the points of a curve where its slope is given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from fractions import Fraction
from math import isqrt

from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.derivative import NoRule, derivative
from ..formulas.exact import exact
from ..formulas.notation import parse_point, parse_statement
from ..formulas.smooth import is_smooth
from ..formulas.tree import (
    ONE,
    TWO,
    ZERO,
    Equation,
    Node,
    System,
    add,
    call,
    div,
    mul,
    neg,
    number,
    power,
    root,
    symbol,
)
from ..statement import Choices, NotRead, Operation, Statement
from .of_functions import Asked, Reader, function, node
from .sentence_parts import FIND, F

MAX_NUMBER = 10**6
"""Largest coefficient whose divisors are tried as roots."""
_PARTS = re.compile(r",|;|\\text\s*\{\s*and\s*\}|\band\b|\\q?quad")


def _polynomial(made: Node, name: str) -> dict[int, Fraction]:
    """Return the coefficients that are not zero.

    Raises:
        NotRead: it is not a polynomial with fractions.
    """
    try:
        parts = {degree: exact(part) for degree, part in coefficients(made, name).items()}
    except NoPolynomial:
        raise NotRead("the ends of the area are only known for polynomials") from None
    found = {degree: part for degree, part in parts.items() if part}
    if None in parts.values() or not found:
        raise NotRead("the ends of the area are not known")
    return found


def graph_of(curve: Equation, said: str) -> Node:
    """Return y of a curve such as ``x + y = 1``.

    Raises:
        NotRead: it has another form.
    """
    with suppress(NoPolynomial):
        parts = coefficients(add(curve.left, neg(curve.right)), "y")
        rest = parts.get(0, ZERO)
        if set(parts) == {0, 1} and exact(parts[1]) and rest.names() <= {"x"}:
            return div(neg(rest), parts[1])
    raise NotRead(f"{said.strip()!r} is not a curve of x")


def real_roots(parts: dict[int, Fraction]) -> list[Node]:
    """Return the different real roots of a polynomial in order.

    Args:
        parts: the coefficients that are not zero.

    Raises:
        NotRead: they are neither fractions nor those of a quadratic.

    >>> [str(one) for one in real_roots({2: Fraction(1), 0: Fraction(-4)})]
    ['-2', '2']
    """
    found: list[Fraction] = []
    while (low := min(parts)) or max(parts) > 2:
        value = Fraction(0) if low else _fraction(parts)
        if value is None:
            raise NotRead("the ends of the area are not known")
        found.append(value)
        parts = _divided(parts, value)
    rest = [number(value) for value in found]
    a, b, c = (parts.get(degree, Fraction(0)) for degree in (2, 1, 0))
    if not a:
        return _ordered([*rest, number(-c / b)] if b else rest)
    inside = b * b - 4 * a * c
    if inside < 0:
        return _ordered(rest)
    square = Fraction(isqrt(inside.numerator), isqrt(inside.denominator))
    if square**2 == inside:
        return _ordered([*rest, *(number((-b + sign * square) / (2 * a)) for sign in (-1, 1))])
    if rest:
        raise NotRead("the ends of the area are not known")
    width = root(number(inside))
    signs = (neg(width), width) if a > 0 else (width, neg(width))
    return [div(add(number(-b), part), number(2 * a)) for part in signs]


def _fraction(parts: dict[int, Fraction]) -> Fraction | None:
    """Return a rational root of a polynomial that is not zero at zero."""
    scale = 1
    for part in parts.values():
        scale *= part.denominator
    first, last = abs(int(parts[max(parts)] * scale)), abs(int(parts[0] * scale))
    if max(first, last) > MAX_NUMBER:
        return None
    tops, bottoms = ([one for one in range(1, isqrt(size) + 1) if size % one == 0] for size in (last, first))
    every = [
        Fraction(one, two)
        for one in {*tops, *(last // one for one in tops)}
        for two in {*bottoms, *(first // one for one in bottoms)}
    ]
    both = (sign * value for value in every for sign in (1, -1))
    return next((value for value in both if sum(part * value**degree for degree, part in parts.items()) == 0), None)


def _divided(parts: dict[int, Fraction], value: Fraction) -> dict[int, Fraction]:
    made, carried = {}, Fraction(0)
    for degree in range(max(parts), 0, -1):
        carried = parts.get(degree, Fraction(0)) + carried * value
        made[degree - 1] = carried
    return {degree: part for degree, part in made.items() if part}


def _ordered(found: list[Node]) -> list[Node]:
    return [number(value) for value in sorted({Fraction(one.value or 0) for one in found})]


def _curves(expression: str, choices: Choices) -> list[Node]:
    """Return the two graphs of a list such as ``y = x, y = x^2``."""
    listed = [part for part in _PARTS.split(expression) if part.strip(" \\")]
    made: list[Node] = []
    for part in listed:
        read = parse_statement(part, ["x"], choices)
        printed = read.expression
        if isinstance(printed, Equation) and printed.left.name == "y" and "y" not in printed.right.names():
            printed = printed.right
        if not isinstance(printed, Node) or read.operations or read.points or read.ranges:
            raise NotRead("a curve such as y = x^2 is needed")
        made.append(printed)
    if len(made) != 2:
        raise NotRead("two curves are needed")
    return made


def enclosed(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the area between a curve and the x-axis, or two curves, from where they meet to where they meet."""
    if found.groupdict().get("two"):
        one, two = _curves(expression, choices)
        made = add(one, neg(two))
    else:
        made = node(function(found, expression, [name for name in variables if name != "y"], choices)[0])
    if made.names() != {"x"}:
        raise NotRead("the letter of the curve is not x")
    parts = _polynomial(made, "x")
    places = real_roots(parts)
    if found.groupdict().get("first"):
        after = [place for place in places if (exact(place) or 0) > 0]
        if len(after) != 1 or len(places) > 2 or parts.get(0, Fraction(0)) <= 0 or None in map(exact, places):
            raise NotRead("the region in the first quadrant is not clear")
        low, high = ZERO, after[0]
    elif len(places) < 2:
        raise NotRead("the curves enclose no area")
    else:
        low, high = places[0], places[-1]
    return Statement(call("abs", made)), ((Operation("integrate", "x", bounds=(low, high)),),)


def meeting(_: re.Match[str], expression: str, __: Sequence[str], choices: Choices) -> Asked:
    """Return the question for the x-coordinates of the points where two curves meet."""
    one, two = _curves(expression, choices)
    return Statement(Equation(one, two)), ((Operation("solve", "x", real=True),),)


def slope_points(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question for the points of a graph at which its slope has a value, zero for stationary ones."""
    read, name = function(found, expression, [one for one in variables if one != "y"], choices)
    if read.function not in {"y", "f"} or name != "x" or (read.function == "f" and "y" not in variables):
        raise NotRead("the points of the graph have no letters x and y")
    slope = parse_point(found.groupdict().get("a") or "0", [], choices)
    if slope.names() or slope.has("constant", "infinity"):
        raise NotRead("the slope is not a number")
    kind = (found.groupdict().get("kind") or "").lower()
    try:
        parts = coefficients(node(read), name)
    except NoPolynomial:
        if kind or "turning" in found[0].lower() or not is_smooth(node(read)):
            raise NotRead("these points are only understood for polynomials") from None
        return _points_of(node(read), _slope(node(read), name), slope)
    leading = exact(parts.get(2, ZERO))
    if kind and (max(parts) != 2 or not leading or (kind != "vertex" and (leading < 0) != (kind == "maximum"))):
        raise NotRead(f"the {kind} is only understood of a parabola")
    derived = [_term(part, degree, name) for degree, part in parts.items() if degree]
    return _points_of(node(read), add(*derived) if derived else ZERO, slope)


def _points_of(graph: Node, derived: Node, slope: Node) -> Asked:
    """Return the question for the points of a graph at which its derivative has a value."""
    system = System((Equation(symbol("y"), graph), Equation(derived, slope)))
    return Statement(system), ((Operation("solve_system", names=("x", "y"), real=True),),)


def _slope(graph: Node, name: str) -> Node:
    try:
        return derivative(graph, name)
    except NoRule as error:
        raise NotRead(f"the derivative is not known: {error}") from None


def _term(part: Node, degree: int, name: str) -> Node:
    if degree == 1:
        return part
    moved = symbol(name) if degree == TWO.value else power(symbol(name), number(degree - 1))
    return mul(number(degree), moved) if part == ONE else mul(number(degree), part, moved)


_AREA = (
    rf"{FIND} (?:exact |total )*area(?: of (?:the |a )?(?:finite |shaded |closed )*region)?(?: (?:that is|which is))?"
)
_BY = r"(?:bounded|enclosed|between|contained|trapped)(?: by| between)?"
_TWO = (
    r"(?P<two>(?:the )?(?:two )?(?:given )?(?:curves|graphs|parabolas)|(?:the )?(?:line|curve|parabola) and (?:the )?"
    r"(?:line|curve|parabola))"
)
_CURVE = r"(?:the )?(?:curve|graph|parabola|function)(?: (?:of )?(?:the function|[fgy](?:\([a-z]\))?))?"
_ONE = rf"(?:{_CURVE}(?:,| and)* the x-axis|the x-axis(?:,| and)* {_CURVE})"
_AXES = rf"(?:{_CURVE}(?:,| and)* (?:the (?:coordinate )?axes|the two axes|the x-axis(?:,| and)* the y-axis|both axes))"
_POINTS = rf"{FIND} (?:exact )?coordinates of (?:(?:all|any|both|each|its|the)(?: of)? )*(?:the )?"
_SLOPE = rf"(?:the )?(?:gradient|slope|tangent)(?: line)?(?: (?:of|to) {F})?"
_TABLE: tuple[tuple[str, Reader], ...] = (
    (rf"{_AREA} {_BY} {_TWO}", enclosed),
    (rf"{_AREA} {_BY} {_ONE}", enclosed),
    (rf"{_AREA} (?P<first>in the first quadrant(?: that is)?) {_BY} {_AXES}", enclosed),
    (rf"{_AREA} {_BY} {_AXES} (?P<first>in the first quadrant)", enclosed),
    (r"find each x at a meeting of the two curves", meeting),
    (rf"{_POINTS}(?:stationary|turning) points?(?: (?:of|on) {F})?", slope_points),
    (rf"{_POINTS}(?:(?P<kind>maximum|minimum|vertex)(?: point)?)(?: (?:of|on) {F})?", slope_points),
    (rf"{FIND} (?:(?P<kind>maximum|minimum) point|stationary points?|turning points?)(?: (?:of|on) {F})?",
     slope_points),
    (rf"{_POINTS}points?(?: on {F})? (?:where|at which) {_SLOPE} (?:is|equals)(?: equal to)?"
    rf" (?P<a>[-+\d][^,;=<>]*)", slope_points),
)  # fmt: skip
ENCLOSING = tuple((re.compile(pattern, re.IGNORECASE), reader) for pattern, reader in _TABLE)
"""Patterns, each with what reads the question from it."""
