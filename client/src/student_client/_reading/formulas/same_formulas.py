"""Whether two formulas are one, however their numbers are written, and what a printed function is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeAlias

from ..statement import Choices, NotRead
from .coefficients import NoPolynomial, coefficients
from .exact import exact
from .notation import parse_statement
from .tree import Equation, Node

Rule: TypeAlias = Callable[[str, str, Sequence[str]], tuple[str, str]]
"""Returns the words and the expression, as they are if it does not apply."""
_HEADING = re.compile(r"\s*\$?(?P<name>[A-Za-z])\s*(?:\(\s*(?P<argument>[a-z])\s*\))?\s*=(?P<body>[^=<>]+)$")


def compared(rules: Sequence[Rule], text: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    """Return a problem without what its words say again, if that is what is printed."""
    for rule in rules:
        with suppress(NotRead, ValueError, NoPolynomial):
            text, expression = rule(text, expression, variables)
    return text, expression


def node_of(text: str, variables: Sequence[str]) -> Node:
    """Return the formula of a text such as ``x^2`` or ``f(x) = x^2``.

    Raises:
        NotRead: it is none.
    """
    read = parse_statement(text.strip(" .,$"), variables, Choices({}))
    made = read.expression
    if isinstance(made, Equation) and made.left.name and made.left.name not in made.right.names():
        made = made.right
    if not isinstance(made, Node) or read.operations or read.points or read.ranges:
        raise NotRead("it is not a formula")
    return made


def is_same(one: Node, other: Node) -> bool:
    """Return whether two formulas are one, however their numbers and polynomials are written."""
    if one == other:
        return True
    values = exact(one), exact(other)
    if None not in values:
        return values[0] == values[1]
    names = one.names() | other.names()
    if len(names) == 1 and names == one.names():
        with suppress(NoPolynomial):
            parts = [
                {power: exact(part) for power, part in coefficients(side, *names).items()} for side in (one, other)
            ]
            made = [{power: part for power, part in side.items() if part != 0} for side in parts]
            return made[0] == made[1] and None not in made[0].values()
    alike = (one.head, one.value, len(one.args)) == (other.head, other.value, len(other.args))
    return alike and bool(one.args) and all(is_same(*pair) for pair in zip(one.args, other.args, strict=True))


def heading(expression: str) -> tuple[str, str, str]:
    """Return the name, the letter and the formula of a function of one letter.

    Raises:
        NotRead: the expression is none.
    """
    found = _HEADING.match(expression)
    if not found:
        raise NotRead("no function is printed")
    letters = set(re.findall(r"(?<![A-Za-z\\])[a-zA-Z](?![A-Za-z])", re.sub(r"\\[A-Za-z]+", " ", found["body"]))) - {
        "e"
    }
    letter = found["argument"] or (next(iter(letters)) if len(letters) == 1 else "")
    if not letter:
        raise NotRead("the letter of the function is not clear")
    return found["name"], letter, found["body"].strip(" $")
