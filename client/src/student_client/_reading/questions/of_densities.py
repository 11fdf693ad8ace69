"""Reads the questions about a probability density: the constant that makes it one, and the mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.notation import parse_point, parse_statement
from ..formulas.tree import ONE, Node, mul, symbol
from ..statement import Choices, NotRead, Operation, Statement
from .of_functions import Asked, Reader

_PIECES = re.compile(
    r"(?P<head>[^=]+=)\s*\\begin\{(?:d?cases)\}(?P<body>[^&]+?),?\s*&(?:\\quad|\\text\{ ?(?:for|if) ?\}|\s|,)*"
    r"(?P<span>[^&]+?)[,;]?\s*\\\\(?:\[[^\]]*\])?\s*0\s*,?\s*&\s*\\(?:text|mathrm|textrm)\{\s*(?:otherwise|elsewhere)"
    r"[.,]?\s*\}\s*\.?\s*\\end\{(?:d?cases)\}\s*\.?"
)
"""A function that is zero otherwise."""


def _density(
    found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices
) -> tuple[Node, str, tuple[Node, Node]]:
    """Return a printed density of x, its letter, and the ends between which it is not zero.

    Raises:
        NotRead: no function is printed, or its ends are not clear.
    """
    pieces = _PIECES.fullmatch(expression.strip().strip("$"))
    text = f"{pieces['head']} {pieces['body']}, {pieces['span']}" if pieces else expression
    read = parse_statement(text, variables, choices)
    made, name = read.expression, read.argument
    if not isinstance(made, Node) or name is None or read.operations or read.points or name not in made.names():
        raise NotRead("the density is not understood")
    given = [one for letter, one in read.ranges if letter == name]
    ends = [(one.low, one.high) for one in given]
    if found["low"]:
        ends.append((parse_point(found["low"].strip(), [], choices), parse_point(found["high"].strip(), [], choices)))
    if not ends or len(read.ranges) != len(given) or any(one != ends[0] for one in ends):
        raise NotRead("the ends of the density are not clear")
    if any(end.names() for end in ends[0]):
        raise NotRead("an end of the density is not a number")
    return made, name, ends[0]


def constant_of(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question for which factor the density's integral is 1."""
    made, name, ends = _density(found, expression, variables, choices)
    factor = found["name"].strip("\\")
    if made.names() != {name, factor} or factor == name:
        raise NotRead("the letters of the density are not clear")
    try:
        parts = coefficients(made, factor)
    except NoPolynomial:
        parts = {}
    if set(parts) != {1}:
        raise NotRead(f"{factor} is not a factor of the density")
    solve = Operation("solve", factor, word="level", real=True, value=ONE)
    return Statement(made), ((Operation("integrate", name, bounds=ends), solve),)


def mean_of(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the integral of the letter times the density."""
    made, name, ends = _density(found, expression, variables, choices)
    if made.names() != {name}:
        raise NotRead("the density has another letter")
    read = replace(Statement(made), expression=mul(symbol(name), made))
    return read, ((Operation("integrate", name, bounds=ends),),)


_ON = r"(?: on \[(?P<low>[^,\[\]]+),(?P<high>[^,\[\]]+)\])?"
_TABLE: tuple[tuple[str, Reader], ...] = (
    (rf"Find the value of (?P<name>\\?[a-z]+) for which the function is a probability density{_ON}", constant_of),
    (rf"Find the mean of the probability density{_ON}", mean_of),
)
DENSITIES = tuple((re.compile(pattern), reader) for pattern, reader in _TABLE)
"""Patterns, each with what reads the question from it."""
