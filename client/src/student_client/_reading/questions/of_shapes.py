"""Reads the questions about a graph's shape in a whole sentence: monotony, bends, asymptotes, areas."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.derivative import NoRule, derivative
from ..formulas.exact import exact
from ..formulas.notation import parse_point, parse_statement
from ..formulas.same_notation import canonical
from ..formulas.tree import ONE, ZERO, Equation, Inequality, Node, Printed, add, call, constant, mul, neg, number, power
from ..statement import Choices, NotRead, Operation, Statement
from .of_functions import Asked, function, node


def monotony(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question where a function grows, falls or bends: the sign of its first or second derivative."""
    read, name = function(found, expression, variables, choices)
    kind = re.sub(r"ward$", "", found["kind"].lower())
    word = {"increase": "increasing", "decrease": "decreasing"}.get(kind, kind)
    order = 2 if word.startswith("concave") else 1
    derived = (Operation("differentiate", name),) * order
    return read, ((*derived, Operation("solve_inequality", name, word=word)),)


def _check_coordinate(found: re.Match[str], name: str) -> None:
    """Refuse the other coordinate of a point, as in "the y-coordinates of the turning points"."""
    said = re.search(r"\b([a-z])[- ](?:coordinates?|values?)\b", found[0], re.IGNORECASE)
    if said and said[1].lower() != name:
        raise NotRead(f"{said[0]!r} of points is not understood")


def inflection(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question for the inflection points of a function."""
    read, name = function(found, expression, variables, choices)
    _check_coordinate(found, name)
    derived = (Operation("differentiate", name),) * 2
    return read, ((*derived, Operation("solve", name, word="inflection", real=True)),)


def asymptote(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the height of a horizontal asymptote: the limit on both sides."""
    read, name = function(found, expression, variables, choices)
    return read, ((Operation("limit", name, constant("infinity"), word="asymptote"),),)


def extremes(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question for the local extremes of a function: the sign changes of its derivative."""
    read, name = function(found, expression, variables, choices)
    _check_coordinate(found, name)
    return read, ((Operation("differentiate", name), Operation("solve", name, word="inflection", real=True)),)


def undefined(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question for the gaps of a quotient of polynomials, or for its vertical asymptotes."""
    read, name = function(found, expression, variables, choices)
    below = [part.args[1] for part in node(read).walk() if part.head == "div" and name in part.args[1].names()]
    vertical = "vertical" in found[0].lower()
    try:
        if any(part.head not in _RATIONAL for part in node(read).walk()) or (vertical and node(read).head != "div"):
            raise NoPolynomial
        above = node(read).args[0] if vertical else None
        for part in (*below, *((above,) if above else ())):
            coefficients(part, name)
    except NoPolynomial:
        raise NotRead("this is only understood of a quotient of polynomials") from None
    if not below:
        raise NotRead("the function has no denominator")
    word = "vertical" if vertical else None
    return Statement(mul(*below)), ((Operation("solve", name, word=word, real=True, value=above),),)


_RATIONAL = frozenset({"number", "symbol", "add", "neg", "mul", "div", "pow"})


def primitive(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the antiderivative that has a given value at a point."""
    read, name = function(found, expression, variables, choices)
    if read.function == "F":
        raise NotRead("F could be the antiderivative, or what is printed")
    place, value = (parse_point(found[key], [], choices) for key in ("a", "b"))
    return read, ((Operation("integrate", name, point=place, value=value),),)


def region(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the area between a curve and the axis, or two curves, or the volume of a solid of revolution.

    An area without an end is that of the vocabulary's "area under the curve".
    """
    given = found.groupdict()
    keys = [key if given.get(key) else other for key, other in ("ac", "bd")]
    said = [re.search(r"(?<![A-Za-z])([a-z]) ?= ?$", found.string[: found.start(key)]) for key in keys]
    if len({one[1] for one in said if one}) > 1:
        raise NotRead("the two lines are not of one letter")
    low, high = (parse_point(given[key], [], choices) for key in keys)
    if low.has("constant", "infinity") or high.has("constant", "infinity"):
        return None
    if (
        given.get("curve")
        and not _ANY_CURVE.fullmatch(given["curve"])
        and canonical(found["curve"]) not in {canonical(expression), canonical(f"y={expression}")}
    ):
        raise NotRead("the words and the expression name different curves")
    if _TWO.search(found[0]) and "axis" not in found[0]:
        listed = [part for part in _CURVES.split(expression) if part.strip(" \\quad")]
        parts = [parse_statement(part, ["x"], choices) for part in listed]
        curves = [_graph(part.expression) for part in parts]
        if len(curves) != 2:
            raise NotRead("two curves are needed")
        made, name = call("abs", add(curves[0], neg(curves[1]))), "x"
    else:
        read, name = function(found, expression, variables, choices)
        turned = mul(constant("pi"), power(node(read), number(2)))
        made = turned if "volume" in found[0].lower() else call("abs", node(read))
    if made.names() != {name} or name == "y":
        raise NotRead("the letter of the curve is not clear")
    return Statement(made), ((Operation("integrate", name, bounds=(low, high)),),)


_ANY_CURVE = re.compile(r"(?:the |this )?(?:curve|graph|function|parabola)(?: of (?:f|the function))?", re.IGNORECASE)
_TWO = re.compile(
    r"\b(?:curves|graphs|parabolas)\b|\b(?:line|curve|parabola) and (?:the )?(?:line|curve|parabola)\b", re.I
)
_CURVES = re.compile(r",|;|\\text\s*\{\s*and\s*\}|\band\b")


def _graph(printed: Printed) -> Node:
    if isinstance(printed, Equation) and printed.left.name == "y" and "y" not in printed.right.names():
        return printed.right
    if isinstance(printed, Node):
        return printed
    raise NotRead("a curve such as y = x^2 is needed")


def roots_by_parameter(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return for which parameter a quadratic equation has so many roots: by the sign of its discriminant."""
    printed = parse_statement(expression, variables, choices).expression
    zero = printed
    if isinstance(printed, Equation):
        zero = printed.left if printed.right == ZERO else add(printed.left, neg(printed.right))
    others = sorted(zero.names() - {found["name"]}) if isinstance(zero, Node) else []
    if not isinstance(zero, Node) or len(others) != 1 or found["name"] not in zero.names():
        raise NotRead("the parameter of the equation is not clear")
    try:
        parts = coefficients(zero, others[0])
    except NoPolynomial:
        raise NotRead("the equation is not polynomial") from None
    leading = parts.get(2, ZERO)
    plain = found["kind"].lower()
    settled = re.search(r"^no |negative|equal|repeated|double", plain) is not None
    settled |= "one" in plain and "quadratic" in found[0].lower()
    free = bool(leading.names()) and not (settled and _is_linear_without(leading, parts.get(1, ZERO)))
    if set(parts) - {0, 1, 2} or free or leading == ZERO:
        raise NotRead("the equation is not quadratic for every value of the parameter")
    square = power(parts.get(1, ZERO), number(2))
    discriminant = add(square, neg(mul(number(4), leading, parts.get(0, ZERO))))
    signs = {"two": ">", "no": "<", "real": ">=", "negative": "<", "positive": ">"}
    kind = found["kind"].lower()
    one = re.search(r"equal|repeated|exactly one|one|double|zero", kind)
    if one:
        return Statement(Equation(discriminant, ZERO)), ((Operation("solve", found["name"], real=True),),)
    sign = next((made for word, made in signs.items() if kind.startswith(word)), ">")
    return Statement(Inequality((discriminant, ZERO), (sign,))), ((Operation("solve_inequality", found["name"]),),)


def _is_linear_without(leading: Node, linear: Node) -> bool:
    """Return whether a quadratic loses its discriminant's zero with its square: its linear term is still there then."""
    (name,) = leading.names()
    try:
        parts = coefficients(leading, name)
    except NoPolynomial:
        return False
    slope, rest = (exact(parts.get(power, ZERO)) for power in (1, 0))
    if set(parts) - {0, 1} or not slope or rest is None or linear.names() - {name}:
        return False
    return bool(exact(linear.put({name: number(-rest / slope)})))


def accumulated(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    r"""Return the derivative of an integral with ends in x: the integrand at each end, times the end's derivative.

    Source: the fundamental theorem of calculus, with the chain rule. None for another expression.
    """
    body = re.sub(r"\s*(?:[A-Za-z]\s*\(\s*x\s*\)|y)\s*=\s*(?=\\int)", "", expression)
    body = re.sub(r"\s*\\d?frac\s*\{\s*d\s*\}\s*\{\s*dx\s*\}\s*(?:\\left)?\s*[\[(]?\s*(?=\\int)", "", body)
    if not body.lstrip().startswith("\\int") or (body == expression and "=" in expression):
        return None
    said, own = re.search(r"([A-Za-z])'\(x\)$", found[0]), re.match(r"\s*([A-Za-z])\s*\(", expression)
    if said and own and said[1] != own[1]:
        raise NotRead(f"{said[0]!r} is not the derivative of {own[1]}")
    read = parse_statement(
        re.sub(r"(?:\\right)?\s*[\])]\s*$", "", body) if "dt" in body else body, (*variables, "t"), choices
    )
    step = read.operations[0] if len(read.operations) == 1 else None
    if step is None or step.bounds is None or step.bounds[0].names() | step.bounds[1].names() != {"x"}:
        return None
    if not isinstance(read.expression, Node) or "x" in read.expression.names() or step.variable is None:
        return None
    low, high = step.bounds
    rise, fall = (_rate(read.expression, end) for end in (high, low))
    if high.names() and low.names():
        rise = add(rise, neg(fall.put({step.variable: low})))
    end, made = (high, rise) if high.names() else (low, neg(fall))
    return Statement(made), ((Operation("substitute", step.variable, end, word="accumulated"),),)


def _rate(integrand: Node, end: Node) -> Node:
    """Return an integrand times the derivative of an end in x."""
    try:
        rate = derivative(end, "x")
    except NoRule:
        raise NotRead("the derivative of an end is not known") from None
    return integrand if rate == ONE else mul(integrand, rate)
