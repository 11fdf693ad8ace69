"""Reads the questions about a function of two letters: where it is stationary, and its tangent plane."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.derivative import NoRule, derivative
from ..formulas.exact import exact
from ..formulas.notation import parse_point, parse_statement
from ..formulas.tree import ZERO, Equation, Node, System, add, mul, neg, symbol
from ..statement import Choices, NotRead, Operation, Statement
from .of_functions import Asked, Reader
from .sentence_parts import FIND


def stationary(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the system of both partial derivatives; None for a function of one letter."""
    read = parse_statement(expression, variables, choices)
    printed = read.expression
    if isinstance(printed, Equation) and printed.left.name not in {None, *printed.right.names()}:
        printed = printed.right
    if not isinstance(printed, Node) or read.operations or read.points or read.ranges or len(printed.names()) != 2:
        return None
    names = tuple(name for name in variables if name in printed.names())
    if len(names) != 2 or (found["letters"] and set(re.findall("[a-z]", found["letters"])) != set(names)):
        raise NotRead("the letters of the function are not clear")
    try:
        zeros = tuple(Equation(derivative(printed, name), ZERO) for name in names)
    except NoRule:
        raise NotRead("the derivatives of the function are not known") from None
    return Statement(System(zeros)), ((Operation("solve_system", names=names, real=True),),)


def slopes(node: Node) -> tuple[Node, Node]:
    """Return the derivatives of a function in x and y."""
    try:
        return derivative(node, "x"), derivative(node, "y")
    except NoRule:
        raise NotRead("the derivatives of the function are not known") from None


def _at(
    found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices
) -> tuple[Node, dict[str, Node]] | None:
    """Return a function of x and y, and the point that a sentence names; None if another expression is printed.

    Raises:
        NotRead: the third coordinate is not the value of the function, or the surface may have a kink.
    """
    read = parse_statement(expression, variables, choices)
    printed = read.expression
    if isinstance(printed, Equation) and printed.left.name == "z" and "z" not in printed.right.names():
        printed = printed.right
    if not isinstance(printed, Node) or read.operations or read.points or read.ranges:
        return None
    if printed.names() != {"x", "y"} or not {"x", "y"} <= set(variables):
        return None
    if re.match(r"\s*\$?[A-Za-z]\s*\(\s*y", expression) or any(printed.has(kink) for kink in ("abs", "sign", "floor")):
        raise NotRead("the order of the letters is another one, or the surface may have a kink")
    if found["f"] and found["f"] != read.function:
        raise NotRead(f"{found['f']} is not the function that is printed")
    point = {name: parse_point(found[key], [], choices) for name, key in (("x", "a"), ("y", "b"))}
    if any(place.names() or exact(place) is None for place in point.values()):
        raise NotRead("the point is not understood")
    if found["c"]:
        value, said = exact(printed.put(point)), exact(parse_point(found["c"], [], choices))
        if value is None or value != said:
            raise NotRead("the point is not known to be on the surface")
    return printed, point


def plane(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the height of a tangent plane: f(a, b) + f_x(a, b) (x - a) + f_y(a, b) (y - b)."""
    if (given := _at(found, expression, variables, choices)) is None:
        return None
    node, point = given
    moves = [
        mul(slope.put(point), add(symbol(name), neg(point[name])))
        for slope, name in zip(slopes(node), "xy", strict=True)
    ]
    return Statement(add(node.put(point), *moves)), ((Operation("simplify"),),)


PARTIAL = "D"
"""The name of a partial derivative in a formula of them, with its letters below."""
_PARTIAL = re.compile(rf"{PARTIAL}_\{{(?P<letters>[a-z]+)\}}")
_PLACES = "ABCEFGH"


def combination(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return a formula of the partial derivatives of a function, to be simplified."""
    read = parse_statement(expression, variables, choices)
    printed = read.expression
    if not isinstance(printed, Node) or read.operations or read.points or read.ranges:
        return None
    parts: dict[str, Node] = {}

    def put(partial: re.Match[str]) -> str:
        if len(parts) == len(_PLACES):
            raise NotRead("the formula has too many derivatives")
        made = printed
        try:
            for name in partial["letters"]:
                made = derivative(made, name)
        except NoRule:
            raise NotRead("the derivatives of the function are not known") from None
        letter = _PLACES[len(parts)]
        parts[letter] = made
        return f" {letter} "

    formula = parse_point(_PARTIAL.sub(put, found["formula"]).strip(), [*variables, *_PLACES], choices)
    return Statement(formula.put(parts)), ((Operation("simplify"),),)


_OF = (
    r"(?: (?:of|for|on) (?:the )?(?:(?:graph|surface|function)(?: of)? ?)?(?:the (?:function|surface) )?(?:[fgzh]"
    r"(?![a-z]))? ?(?P<letters>\([a-z], ?[a-z]\))?)?"
)
_ZERO = r"(?:are|equal|vanish|is|=)?(?: both| simultaneously| equal to)* ?(?:zero|0)?"
_NAMED = r"(?: ?(?P<f>[fgh])(?: ?\(x, ?y\))?)?"
_SURFACE = rf"(?:the )?(?:given )?(?:surface|graph of(?: the function)?|(?:elliptic |hyperbolic )?paraboloid)?{_NAMED}"
_POINT = r"at (?:the )?(?:given )?(?:point )?(?:[A-Z] ?)?\((?P<a>[^,()]+),(?P<b>[^,()]+)(?:,(?P<c>[^,()]+))?"
_Z = r"(?:[.,;]? (?:and )?(?:give|write|express)(?:ing)? (?:z|it|your answer) (?:in terms|as a function) of x and y)?"
_TABLE: tuple[tuple[str, Reader], ...] = (
    (rf"{FIND} (?:(?:all|any|both|each|the|coordinates|real|of) )*(?:critical|stationary) points?{_OF}", stationary),
    (
        rf"{FIND} (?:(?:all|any|the|real) )*points?{_OF} (?:where|at which|for which) (?:both |the |of |its )*(?:first"
        rf" )?(?:partial derivatives|partials) {_ZERO}",
        stationary,
    ),
    (
        r"(?:where|at (?:what|which) points?) (?:are|do) (?:both |the |of |its )*(?:first )?(?:partial derivatives"
        rf"|partials){_OF} {_ZERO}",
        stationary,
    ),
    (r"simplify the formula of partial derivatives (?P<formula>.+)", combination),
    (rf"{FIND} (?:equation (?:of|for) )?(?:the )?tangent plane(?: to {_SURFACE})? {_POINT}\){_Z}", plane),
)
SURFACES = tuple((re.compile(pattern, re.IGNORECASE), reader) for pattern, reader in _TABLE)
"""Patterns, each with what reads the question from it."""
