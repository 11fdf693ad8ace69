"""Reads the questions for a number that meets a condition, for a coefficient, and for one step of Newton's method."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.derivative import NoRule, derivative
from ..formulas.exact import exact
from ..formulas.notation import parse_point, parse_statement
from ..formulas.tree import ONE, ZERO, Equation, Node, add, div, mul, neg, number
from ..statement import Choices, NotRead, Operation, Statement
from .of_functions import Asked, Reader, function, node, place
from .of_vectors import printed_vectors


def given_factor(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question for which constant a polynomial has a factor, or a remainder."""
    known = [one for one in variables if one != found["constant"]]
    read, name = function(found, expression, known, choices)
    try:
        coefficients(node(read), name)
        divisor = coefficients(node(parse_statement(found["a"], [name], choices)), name)
    except NoPolynomial:
        raise NotRead("a factor is only understood of a polynomial") from None
    if set(divisor) - {0, 1} or divisor.get(1) != ONE or read.expression.names() != {name, found["constant"]}:
        raise NotRead("a factor is only understood in the form x - a, of a polynomial with one other letter")
    made = node(read).put({name: neg(divisor.get(0, ZERO))})
    if made.names() != {found["constant"]}:
        raise NotRead("the constant has no influence on the factor")
    left = number(int(found.groupdict().get("left") or 0))
    return Statement(Equation(made, left)), ((Operation("solve", found["constant"], real=True),),)


def perpendicular(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the question for which letter the product of two printed vectors is zero."""
    vectors = printed_vectors(expression, variables, choices)
    if len(vectors) != len(("one", "two")) or len({len(one.args) for one in vectors}) != 1:
        return None
    made = add(*(mul(one, two) for one, two in zip(vectors[0].args, vectors[1].args, strict=True)))
    if made.names() != {found["name"]}:
        raise NotRead("the letter of the vectors is not clear")
    return Statement(Equation(made, ZERO)), ((Operation("solve", found["name"], real=True),),)


def parallel(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the question for which letter one printed vector is a multiple of the other.

    Raises:
        NotRead: a vector may be zero, or more than one pair of entries has the letter.
    """
    vectors = printed_vectors(expression, variables, choices)
    if len(vectors) != len(("one", "two")) or len({len(one.args) for one in vectors}) != 1:
        return None
    pairs = [*zip(vectors[0].args, vectors[1].args, strict=True)]
    if not all(any(exact(entry) for entry in vector.args) for vector in vectors):
        raise NotRead("one of the vectors may be zero")
    known = [pair for pair in pairs if all(exact(entry) is not None for entry in pair)]
    lettered = [pair for pair in pairs if pair not in known]
    first = known[0] if known else pairs[0]
    if any(_across(first, pair) for pair in known[1:]) or (known and not all(map(exact, first))):
        raise NotRead("the vectors are not seen to be parallel for any number")
    others = lettered if known else lettered[1:]
    if len(others) != 1:
        raise NotRead("several entries have the letter")
    made = add(mul(first[0], others[0][1]), neg(mul(first[1], others[0][0])))
    if made.names() != {found["name"]}:
        raise NotRead("the letter of the vectors is not clear")
    return Statement(Equation(made, ZERO)), ((Operation("solve", found["name"], real=True),),)


def _across(one: tuple[Node, Node], other: tuple[Node, Node]) -> bool:
    """Return whether two pairs of numbers have different quotients."""
    (a, b), (c, d) = (tuple(exact(entry) or 0 for entry in pair) for pair in (one, other))
    return bool(a * d - b * c)


def coefficient(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the coefficient of a power in a printed polynomial of one letter, as a number to calculate."""
    read, name = function(found, expression, variables, choices)
    if any(part.head == "pow" and part.args[0].head == "add" for part in node(read).walk()):
        raise NotRead("a coefficient of a power is that of an expansion")
    try:
        parts = coefficients(node(read), name)
    except NoPolynomial:
        raise NotRead("a coefficient is only understood of a polynomial") from None
    if found["name"] != name or read.expression.names() != {name}:
        raise NotRead(f"{found['name']!r} is not the one letter of the polynomial")
    return Statement(parts.get(int(found["a"] or 1), ZERO)), ((Operation("simplify"),),)


def newton(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the next approximation of a zero by Newton's method, as a number to calculate."""
    printed = parse_statement(expression, variables, choices).expression
    if isinstance(printed, Equation) and printed.left.name is None and len(printed.names()) == 1:
        name, zero = next(iter(printed.names())), add(printed.left, neg(printed.right))
    else:
        read, name = function(found, expression, variables, choices)
        zero = node(read)
    first = place(found, name, choices)
    if zero.names() != {name} or first.names() or exact(first) is None:
        raise NotRead("the first approximation, or the function, is not clear")
    try:
        slope = derivative(zero, name).put({name: first})
    except NoRule:
        raise NotRead("the derivative of the function is not known") from None
    made = add(first, neg(div(zero.put({name: first}), slope)))
    return Statement(made), ((Operation("simplify", word="newton"),),)


def continued(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the limit that a function has at a place, which makes it continuous there."""
    read, name = function(found, expression, variables, choices)
    if read.expression.names() != {name}:
        raise NotRead("the function has another letter")
    return read, ((Operation("limit", name, parse_point(found["a"].strip(), [], choices)),),)


_TABLE: tuple[tuple[str, Reader], ...] = (
    (r"Find the value of (?P<constant>[a-z]) for which (?P<a>[^,]+?) is a factor of the polynomial", given_factor),
    (r"Find the values of (?P<name>[a-z]+) for which the vectors are perpendicular", perpendicular),
    (r"Find the values of (?P<name>[a-z]+) for which the vectors are parallel", parallel),
    (r"Find the value of (?P<constant>[a-z]) for which division by (?P<a>[^,]+?) leaves (?P<left>-?\d+)", given_factor),
    (r"Find the coefficient of (?P<name>[a-z])(?:\^\{?(?P<a>\d+)\}?)?(?: in the expansion)?", coefficient),
    (r"Take one step of Newton's method from (?P<name>[a-z]) ?= ?(?P<a>[^=]+)", newton),
    (r"Find the value that makes the function continuous at (?:[a-z] ?= ?)?(?P<a>[^,=]+)", continued),
)
CONDITIONS = tuple((re.compile(pattern), reader) for pattern, reader in _TABLE)
"""Patterns, each with what reads the question from it."""
