"""Reads the question for the radius of convergence of a printed power series, as the limit of a ratio."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.exact import exact
from ..formulas.notation import parse_statement
from ..formulas.tree import ONE, Node, add, call, constant, div, mul, neg, number, power, symbol
from ..statement import Choices, NotRead, Operation, Statement
from .of_functions import Asked
from .sentence_parts import FIND

_PATTERN = rf"{FIND} radius of convergence(?: R)?(?: (?:of|for) (?:the|this) (?:power |given )*series)?"


def radius(_: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the limit of a coefficient over the next one, without their signs, which is the radius if it exists.

    Source: the ratio test. The letter must be in one power alone, with an exponent such as n, n + 1 or 2n.

    Raises:
        NotRead: it is not such a series.
    """
    found = power_series(expression, variables, choices)
    return Statement(found.radius), ((Operation("limit", found.index, constant("infinity"), word="radius"),),)


@dataclass(frozen=True)
class PowerSeries:
    """A printed power series.

    Args:
        term: its term.
        index: the letter of its number.
        start: the first number.
        name: the letter of which it has powers.
        centre: the number around which they are.
        radius: a coefficient over the next one, whose limit is the radius of convergence if it exists.
    """

    term: Node
    index: str
    start: Node
    name: str
    centre: Node
    radius: Node


def power_series(expression: str, variables: Sequence[str], choices: Choices) -> PowerSeries:
    """Return a printed power series.

    Raises:
        NotRead: it is not one.
    """
    read = parse_statement(expression, variables, choices)
    step = read.operations[0] if len(read.operations) == 1 else None
    if step is None or step.tool != "sum" or step.bounds is None or step.bounds[1] != constant("infinity"):
        raise NotRead("a radius of convergence is only understood for a power series")
    index, term = str(step.variable), read.expression
    letters = term.names() - {index}
    if not isinstance(term, Node) or len(letters) != 1:
        raise NotRead("the letter of the power series is not clear")
    name = next(iter(letters))
    factors = [*_factors(term)]
    powers = [one for one, below in factors if name in one.names() and not below]
    if len(powers) != 1 or any(name in one.names() for one, below in factors if below):
        raise NotRead("the letter is only understood in one power of the term")
    slope, rate, centre = _rates(powers[0], name, index)
    rest = [(_unsigned(one), below) for one, below in factors if name not in one.names()]
    above, under = (mul(ONE, ONE, *(one for one, below in rest if below is where)) for where in (False, True))
    part = div(above, under)
    ratio = div(part, part.put({index: add(symbol(index), ONE)}))
    whole = ratio if rate == 1 else power(ratio, div(ONE, number(rate)))
    made = whole if slope == ONE else div(whole, call("abs", slope))
    return PowerSeries(term, index, step.bounds[0], name, centre, made)


def _rates(part: Node, name: str, index: str) -> tuple[Node, int, Node]:
    """Return the letter's factor in a power such as (2x - 1)^(3n), the index's in its exponent, and the centre."""
    if part.head != "pow":
        raise NotRead("the letter is only understood in a power of the index")
    try:
        base, exponent = coefficients(part.args[0], name), coefficients(part.args[1], index)
    except NoPolynomial:
        raise NotRead("the power of the letter is not clear") from None
    rate = exact(exponent.get(1, number(0)))
    slope = base.get(1, number(0))
    whole = rate is not None and rate.denominator == 1 and rate > 0
    if set(base) - {0, 1} or set(exponent) - {0, 1} or not whole or not exact(slope):
        raise NotRead("the power of the letter is not clear")
    if base.get(0, ONE).names() or exponent.get(0, ONE).names():
        raise NotRead("the power of the letter has another letter")
    return slope, int(rate or 1), neg(div(base.get(0, number(0)), slope))


def _factors(node: Node, *, below: bool = False) -> Iterator[tuple[Node, bool]]:
    """Yield the factors of a term without its sign, each with whether it is in a denominator."""
    if node.head == "mul":
        for part in node.args:
            yield from _factors(part, below=below)
    elif node.head == "div":
        yield from _factors(node.args[0], below=below)
        yield from _factors(node.args[1], below=not below)
    elif node.head == "neg":
        yield from _factors(node.args[0], below=below)
    else:
        yield node, below


def _unsigned(node: Node) -> Node:
    """Return a power of a negative number without its sign, such as that of (-1)^n."""
    base = exact(node.args[0]) if node.head == "pow" else None
    return power(number(-base), node.args[1]) if base is not None and base < 0 else node


POWER_SERIES = ((re.compile(_PATTERN, re.IGNORECASE), radius),)
"""The pattern, with what reads the question from it."""
