"""Reads the questions where a function, or its derivative, has a value or a sign, and what its extreme value is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.exact import exact
from ..formulas.notation import parse_point, parse_statement
from ..formulas.tree import TWO, ZERO, Inequality, Node, constant, div, mul, neg
from ..statement import Choices, NotRead, Operation, Range
from .of_functions import Asked, function, node

_LESS = {"<": "<", "<=": "<=", "≤": "<=", "\\le": "<=", "\\leq": "<=", "\\lt": "<", "negative": "<", "below": "<"}
_MORE = {">": ">", ">=": ">=", "≥": ">=", "\\ge": ">=", "\\geq": ">=", "\\gt": ">", "positive": ">", "above": ">"}
SIGNS = _LESS | _MORE
"""The words for a sign of order, and the sign."""
_ZERO_WORDS = re.compile(r"(?:equal to )?zero|horizontal|parallel to the x-axis")
_GREATEST = re.compile("max|great|larg|high", re.IGNORECASE)
_PARALLEL = re.compile(r"parallel to (?:the )?(?:line )?\$?y ?= ?(?P<line>[^$]+)\$?", re.IGNORECASE)
_ORDERS = {"velocity": 1, "speed": 1, "acceleration": 2}
_MOTION = {"s": 0, "x": 0, "h": 0, "y": 0, "v": 1, "a": 2}
"""How often a position was differentiated for what is printed under a letter."""


def slope_level(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question where a function's derivative has a value."""
    read, name = function(found, expression, variables, choices)
    _check_letter(found, name)
    solve = Operation("solve", name, word="level", real=True, value=_value(found, choices))
    return read, ((Operation("differentiate", name), solve),)


def level(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question where a function has a value."""
    read, name = function(found, expression, variables, choices)
    _check_letter(found, name)
    return read, ((Operation("solve", name, word="level", value=_value(found, choices)),),)


def _value(found: re.Match[str], choices: Choices) -> Node:
    text = (found.groupdict().get("a") or "0").strip()
    if line := _PARALLEL.fullmatch(text):
        return _slope_of(line["line"], choices)
    value = ZERO if _ZERO_WORDS.fullmatch(text) else parse_point(text, [], choices)
    if value.names() or value.has("constant", "infinity"):
        raise NotRead(f"{text!r} is not a number")
    return value


def _slope_of(line: str, choices: Choices) -> Node:
    """Return the factor of x in a line such as ``3x + 1``."""
    read = parse_statement(line, ["x"], choices).expression
    try:
        parts = coefficients(read, "x") if isinstance(read, Node) else {}
    except NoPolynomial:
        parts = {2: ZERO}
    if not parts or set(parts) - {0, 1}:
        raise NotRead(f"{line!r} is not a line")
    return parts.get(1, ZERO)


def _check_letter(found: re.Match[str], name: str) -> None:
    """Refuse a letter that is not the function's, as in "values of k for which f'(x) = 0"."""
    given = found.groupdict()
    for said in map(given.get, ("name", "inside", "only", "letter", "bare")):
        if said and said != name:
            raise NotRead(f"{said!r} is not the function's variable")


def slope_sign(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question where a function's derivative is positive, or negative."""
    read, name = function(found, expression, variables, choices)
    _check_letter(found, name)
    sign = SIGNS[found["sign"].lower()]
    if sign not in {"<", ">"} or _value(found, choices) != ZERO:
        raise NotRead("only the sign of a derivative is understood")
    word = "increasing" if sign == ">" else "decreasing"
    return read, ((Operation("differentiate", name), Operation("solve_inequality", name, word=word)),)


def sign_of(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question where a function is positive, negative, or beyond a value; of a motion its velocity."""
    read, name = function(found, expression, variables, choices)
    _check_letter(found, name)
    motion = found.groupdict().get("motion")
    sign, within = SIGNS[found["sign"].lower()], _within(found, name, choices)
    if motion:
        order = _ORDERS[motion.lower()] - _MOTION.get(read.function or "", 9)
        if name != "t" or motion.lower() == "speed" or order not in {0, 1} or sign not in {"<", ">"}:
            raise NotRead(f"the words do not say of what the {motion} is asked")
        if order == 1 and within is None:
            word = "increasing" if sign == ">" else "decreasing"
            return read, ((Operation("differentiate", name), Operation("solve_inequality", name, word=word)),)
        if order == 1:
            raise NotRead("the sign of a derivative among some numbers is not understood")
    asked = Inequality((node(read), _value(found, choices)), (sign,))
    return read.__class__(asked), ((Operation("solve_inequality", name, within=within),),)


def _within(found: re.Match[str], name: str, choices: Choices) -> Range | None:
    """Return the numbers among which a letter is, as in "where 0 ≤ t < 6"."""
    given = found.groupdict()
    ends = [given.get("low"), given.get("high")]
    loose = [given.get("from"), given.get("to")]
    if not all(ends):
        if any(loose):
            raise NotRead("the words do not say if the ends of the interval belong to it")
        return None
    if given["middle"] != name or (any(loose) and loose != ends):
        raise NotRead("the numbers among which the letter is are not clear")
    low, high = (parse_point(str(end), [], choices) for end in ends)
    return Range(low, high, (SIGNS[given["left"]] == "<=", SIGNS[given["right"]] == "<="))


def motion_level(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question when a velocity or an acceleration has a value; "at rest" is a velocity of zero."""
    read, name = function(found, expression, variables, choices)
    _check_letter(found, name)
    motion = (found.groupdict().get("motion") or "velocity").lower()
    order = _ORDERS[motion] - _MOTION.get(read.function or "", 9)
    if name != "t" or motion == "speed" or order not in {0, 1, 2}:
        raise NotRead(f"the words do not say of what the {motion} is asked")
    within = None if found.groupdict().get("name") else Range(ZERO, constant("infinity"), (True, False))
    solve = Operation("solve", name, word="level", real=True, value=_value(found, choices), within=within)
    return read, ((*(Operation("differentiate", name),) * order, solve),)


def extreme_value(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the greatest or smallest value of a quadratic: its value at the vertex."""
    if "height" in found[0] and re.match(r"\s*\$?[av]\b", expression):
        raise NotRead("the height is not what is printed")
    read, name = function(found, expression, variables, choices)
    vertex, leading = _vertex(node(read), name)
    if (leading < 0) != (bool(_GREATEST.match(found["kind"]))):
        raise NotRead(f"the quadratic has no {found['kind']} value")
    return read, ((Operation("substitute", name, vertex),),)


def extreme_place(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question where a quadratic is greatest or smallest: the zero of its derivative."""
    read, name = function(found, expression, variables, choices)
    _check_letter(found, name)
    _, leading = _vertex(node(read), name)
    if (leading < 0) != (bool(_GREATEST.match(found["kind"]))):
        raise NotRead(f"the quadratic has no {found['kind']}")
    solve = Operation("solve", name, word="level", real=True, value=ZERO)
    return read, ((Operation("differentiate", name), solve),)


def vertex_place(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question for the place of a parabola's vertex."""
    read, name = function(found, expression, variables, choices)
    _check_letter(found, name)
    _vertex(node(read), name)
    solve = Operation("solve", name, word="level", real=True, value=ZERO)
    return read, ((Operation("differentiate", name), solve),)


def _vertex(quadratic: Node, name: str) -> tuple[Node, Fraction]:
    """Return the place of a quadratic's vertex, and the factor of the square."""
    try:
        parts = coefficients(quadratic, name)
    except NoPolynomial:
        parts = {}
    leading = exact(parts.get(2, ZERO))
    if set(parts) - {0, 1, 2} or not leading or quadratic.names() != {name}:
        raise NotRead("an extreme value is only understood for a quadratic")
    linear = exact(parts.get(1, ZERO))
    if linear is not None:
        return Node("number", value=-linear / (2 * leading)), leading
    return div(neg(parts[1]), mul(TWO, parts[2])), leading
