"""Reads the questions about a function in a whole sentence: its domain, a tangent, an average, a term."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.derivative import NoRule, derivative
from ..formulas.exact import exact
from ..formulas.matrix_notation import parse_matrices
from ..formulas.named_matrices import named_values
from ..formulas.notation import parse_point, parse_statement
from ..formulas.tree import ONE, ZERO, Equation, Node, add, call, div, mul, neg, symbol
from ..statement import Choices, NotRead, Operation, Question, Range, Statement

Asked: TypeAlias = tuple[Statement, tuple[Question, ...]]
"""The printed expression, and the questions."""
Reader: TypeAlias = Callable[[re.Match[str], str, Sequence[str], Choices], Asked | None]
"""What makes these of a sentence that its pattern fits, the expression, the letters and the choices."""


def line_along(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the line at a point with the groups "a" and "b", as y in x; None for a curve that y is alone in.

    Raises:
        NotRead: the point is not known to be on the curve, or the line is none that has y in x.
    """
    said = found.groupdict()
    printed = parse_statement(expression, variables, choices).expression
    if not isinstance(printed, Equation) or printed.names() != {"x", "y"} or printed.left.name in {"x", "y"}:
        return None
    if not said.get("b") or re.search("slope|gradient|quadratic", found[0], re.IGNORECASE):
        return None
    x, y = (parse_point(said[key], [], choices) for key in ("a", "b"))
    zero = add(printed.left, neg(printed.right))
    at = {"x": x, "y": y}
    if exact(zero.put(at)) != 0:
        raise NotRead("the point is not known to be on the curve")
    try:
        above, below = (derivative(zero, name).put(at) for name in "xy")
    except NoRule:
        raise NotRead("the derivative along the curve is not known") from None
    if "normal" in found[0].lower():
        above, below = neg(below), above
    if not exact(below) or exact(above) is None:
        raise NotRead("the slope of the line at the point is not known")
    slope = neg(div(above, below)) if exact(above) else ZERO
    line = add(y, mul(slope, add(symbol("x"), neg(x))))
    return Statement(line), ((Operation("taylor", "x", x, degree=1, word="along line"),),)


_NAMED = re.compile(r"(?<![A-Za-z\\{(])([fgFG])(?=\s*(?:[(^'_ ]|$))")


def function(
    found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices, at: Node | None = None
) -> tuple[Statement, str]:
    """Return the function that is printed, without its name, and its variable; a printed range only has the place."""
    read = parse_statement(expression, variables, choices)
    if at is not None and read.ranges and all(_has(span, at) for _, span in read.ranges):
        read = replace(read, ranges=())
    named = set(_NAMED.findall(found[0])) - ({"F"} if "antiderivative" in found[0] else set())
    if read.function in {"f", "g", "F", "G"} and named - {read.function}:
        raise NotRead(f"the words and the expression name different functions, of which one is {read.function}")
    printed = read.expression
    own = printed.left.name if isinstance(printed, Equation) else None
    defines = own == "y" or (own is not None and own not in variables)
    if isinstance(printed, Equation) and defines and own not in printed.right.names():
        read = replace(read, expression=printed.right, function=own)
    if not isinstance(read.expression, Node) or read.operations or read.points or read.ranges:
        raise NotRead("the question is only understood for a function")
    names = sorted(read.expression.names() & set(variables))
    name = read.argument or (names[0] if len(names) == 1 else "")
    if not name or name not in read.expression.names():
        raise NotRead("the variable of the function is not clear")
    if found.groupdict().get("name") in read.expression.names() - {name}:
        raise NotRead(f"{found['name']!r} is another letter of the function")
    return read, name


def domain(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    read, name = function(found, expression, variables, choices)
    if read.expression.names() != {name}:
        raise NotRead("the domain of a function with other letters is not understood")
    return read, ((Operation("solve_inequality", name, word="domain"),),)


def _has(span: Range, at: Node) -> bool:
    """Return whether a range has a place within it."""
    low, at_it, high = (exact(one) for one in (span.low, at, span.high))
    above = low is None and span.low.has("constant", "infinity")
    below = high is None and span.high.has("constant", "infinity")
    if at_it is None:
        return False
    return (above or (low is not None and low < at_it)) and (below or (high is not None and at_it < high))


def place(found: re.Match[str], name: str, choices: Choices) -> Node:
    """Return the point that a sentence names as "a"."""
    given = found.groupdict()
    if given.get("name") not in {None, name, "a", "c"}:
        raise NotRead(f"{given['name']!r} is not the function's variable")
    return parse_point(found["a"], [], choices)


def tangent(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the tangent at a point, or the Taylor polynomial of a low degree."""
    if (made := line_along(found, expression, variables, choices)) is not None:
        return made
    read, name = function(found, expression, variables, choices, parse_point(found["a"], [], choices))
    degree = 2 if "quadratic" in found[0].lower() else 1
    step = Operation("taylor", name, place(found, name, choices), degree=degree, word="tangent")
    return read, ((replace(step, value=value(found, choices)),),)


def value(found: re.Match[str], choices: Choices) -> Node | None:
    """Return the value that a sentence names as "b"."""
    return parse_point(found["b"], [], choices) if found.groupdict().get("b") else None


def slope(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the slope of a graph at a point, or of a curve in two letters."""
    printed = parse_statement(expression, variables, choices).expression
    graph = isinstance(printed, Equation) and printed.left.name == "y" and "y" not in printed.right.names()
    if isinstance(printed, Equation) and not graph:
        if printed.names() != {"x", "y"}:
            raise NotRead("the letters of the curve are not x and y")
        ends = [parse_point(found[key], [], choices) for key in ("a", "b")]
        put = [Operation("substitute", letter, end) for letter, end in zip("xy", ends, strict=True)]
        return Statement(printed), ((Operation("implicit", "x", names=("y",)), *put),)
    read, name = function(found, expression, variables, choices)
    step = Operation("substitute", name, place(found, name, choices), value=value(found, choices))
    return read, ((Operation("differentiate", name), step),)


def curve(_: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the derivative along a curve for "find y'"; None for a function, whose words are in the vocabulary."""
    printed = parse_statement(expression, variables, choices).expression
    if not isinstance(printed, Equation) or printed.names() != {"x", "y"}:
        return None
    if any(one.name == "y" and "y" not in other.names() for one, other in _both(printed)):
        return None
    return Statement(printed), ((Operation("implicit", "x", names=("y",)),),)


def _both(printed: Equation) -> tuple[tuple[Node, Node], tuple[Node, Node]]:
    return (printed.left, printed.right), (printed.right, printed.left)


def ends(found: re.Match[str], choices: Choices, name: str) -> tuple[Node, Node]:
    """Return the two ends that a sentence names, which are values of the function's variable."""
    said = re.search(r"\b(?:from|between) \$?([a-z]) ?=|\band \$?([a-z]) ?=|\bto \$?([a-z]) ?=", found[0])
    if said and not {*said.groups()} <= {name, None}:
        raise NotRead(f"{said[0]!r} is not a value of the function's variable")
    given = [part for part in (found[key] for key in "abcdef") if part]
    return parse_point(given[0], [], choices), parse_point(given[1], [], choices)


def average_value(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the average value: the integral of the function over the length of the interval."""
    read, name = function(found, expression, variables, choices)
    low, high = ends(found, choices, name)
    mean = div(node(read), add(high, neg(low)))
    return replace(read, expression=mean), ((Operation("integrate", name, bounds=(low, high)),),)


def average_rate(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the average rate of change, as a number to calculate."""
    read, name = function(found, expression, variables, choices)
    low, high = ends(found, choices, name)
    rise = add(node(read).put({name: high}), neg(node(read).put({name: low})))
    return Statement(div(rise, add(high, neg(low)))), ((Operation("simplify"),),)


def normal(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the normal line at a point, or its slope."""
    if (made := line_along(found, expression, variables, choices)) is not None:
        return made
    read, name = function(found, expression, variables, choices, parse_point(found["a"], [], choices))
    word = "normal slope" if re.search("slope|gradient", found[0].lower()) else "normal"
    step = Operation("taylor", name, place(found, name, choices), degree=1, word=word)
    return read, ((replace(step, value=value(found, choices)),),)


def unit_vector(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return a vector over its length."""
    values = named_values(expression)
    if values is not None and found["name"]:
        expression = values.get(found["name"], "")
    read = parse_matrices("vector", expression, variables, choices)
    if read is None or not isinstance(read.expression, Node) or read.expression.head != "matrix":
        return None
    return Statement(div(read.expression, call("norm", read.expression))), ((Operation("matrix"),),)


def intercept(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question for a graph's vertical intercept: the value at zero."""
    read, name = function(found, expression, [one for one in variables if one != "y"], choices)
    if name == "y":
        raise NotRead("the letter of the function is y")
    return read, ((Operation("substitute", name, ZERO),),)


def one_sided(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the limits from both sides, in the order in which they are named."""
    read, name = function(found, expression, variables, choices)
    said = found["name"] or found["at"]
    if said != name:
        raise NotRead(f"{said!r} is not the function's variable")
    point = parse_point(found["a"], [], choices)
    sides = "+-" if found["side"].lower() == "right" else "-+"
    return read, tuple((Operation("limit", name, point, side=side),) for side in sides)


def difference_quotient(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the difference quotient, in the letter h."""
    read, name = function(found, expression, [one for one in variables if one != "h"], choices)
    if name == "h" or "h" in read.expression.names():
        raise NotRead("the function of a difference quotient has an h of its own")
    moved = node(read).put({name: add(symbol(name), symbol("h"))})
    return Statement(div(add(moved, neg(node(read))), symbol("h"))), ((Operation("simplify"),),)


def node(read: Statement) -> Node:
    """Return the expression of a function."""
    if not isinstance(read.expression, Node):
        raise NotRead("the question is only understood for a function")
    return read.expression


def preimage(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the question at which place a function has a value, by the inverse; None for ``f^{-1}(x)`` itself."""
    if parse_point(found["a"], [], choices).names():
        return None
    read, name = function(found, expression, variables, choices)
    equation = Equation(node(read), parse_point(found["a"], [], choices))
    return Statement(equation), ((Operation("solve", name, word="preimage", real=True),),)


def remainder(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the value of a polynomial, which is the remainder of its division by x - a."""
    read, name = function(found, expression, variables, choices)
    try:
        coefficients(node(read), name)
        divisor = coefficients(node(parse_statement(found["a"], [name], choices)), name)
    except NoPolynomial:
        raise NotRead("a remainder is only understood for polynomials") from None
    if set(divisor) - {0, 1} or divisor.get(1) != ONE:
        raise NotRead("a remainder is only understood for a division by x - a")
    return read, ((Operation("substitute", name, neg(divisor.get(0, ZERO))),),)


def partial_at(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return ``f_{xy}(1, 2)``: derivatives in the letters of the index, then the values in the function's order."""
    read = parse_statement(expression, variables, choices)
    heading = re.match(rf"\s*{found['name']}\s*\(([^()]*)\)\s*=", expression)
    names = [one.strip(" \\") for one in heading[1].split(",")] if heading else []
    places = [parse_point(one, [], choices) for one in found["a"].split(",")]
    if not isinstance(read.expression, Node) or len(names) != len(places) or set(found["index"]) - set(names):
        raise NotRead(f"{found[0]!r} is only understood of a function with as many letters")
    pairs = zip(names, places, strict=True)
    put = tuple(Operation("substitute", name, place) for name, place in pairs if place != symbol(name))
    return read, ((*(Operation("differentiate", letter) for letter in found["index"]), *put),)
