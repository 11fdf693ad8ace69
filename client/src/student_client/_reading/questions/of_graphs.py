"""Reads the slant asymptote of a quotient of polynomials, and the points of inflection of a polynomial's graph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.derivative import derivative
from ..formulas.exact import exact
from ..formulas.tree import ZERO, Equation, Node, System, add, mul, symbol
from ..statement import Choices, NotRead, Operation, Statement
from .of_functions import Asked, Reader, function, node
from .sentence_parts import FIND, TO, F

_CUBIC, _QUARTIC = 3, 4


def _polynomial(read: Node, name: str) -> dict[int, Fraction]:
    """Return the coefficients that are not zero.

    Raises:
        NotRead: it is not a polynomial with fractions.
    """
    try:
        parts = {degree: exact(part) for degree, part in coefficients(read, name).items()}
    except NoPolynomial:
        raise NotRead("this is only understood of polynomials") from None
    if None in parts.values():
        raise NotRead("this is only understood of polynomials with fractions")
    return {degree: part for degree, part in parts.items() if part}


def slant(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the line that a quotient of polynomials comes close to: the first two terms of their division."""
    read, name = function(found, expression, [one for one in variables if one != "y"], choices)
    if node(read).head != "div":
        raise NotRead("the function is not a quotient")
    above, below = (_polynomial(part, name) for part in node(read).args)
    high, low = max(above, default=0), max(below, default=0)
    if low == 0 or high != low + 1:
        raise NotRead("the graph has no slant asymptote")
    slope = above[high] / below[low]
    height = (above.get(low, Fraction(0)) - slope * below.get(low - 1, Fraction(0))) / below[low]
    line = add(mul(_number(slope), symbol(name)), _number(height))
    return Statement(line), ((Operation("simplify"),),)


def bends(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question for the points of inflection of a cubic graph, or for both of a quartic one."""
    read, name = function(found, expression, [one for one in variables if one != "y"], choices)
    if read.function != "y" or name != "x":
        raise NotRead("the points of the graph have no letters x and y")
    parts = _polynomial(node(read), name)
    degree = max(parts, default=0)
    one, two, three = (parts.get(power, Fraction(0)) for power in (_QUARTIC, _CUBIC, 2))
    if degree != _CUBIC and not (degree == _QUARTIC and (6 * two) ** 2 > 4 * 12 * one * 2 * three):
        raise NotRead("points of inflection are only understood of cubic graphs, and of quartic ones with two")
    bend = derivative(derivative(node(read), name), name)
    system = System((Equation(symbol("y"), node(read)), Equation(bend, ZERO)))
    return Statement(system), ((Operation("solve_system", names=("x", "y"), real=True),),)


def _number(value: Fraction) -> Node:
    return Node("number", value=value)


_TABLE: tuple[tuple[str, Reader], ...] = (
    (rf"{FIND} (?:equation of (?:the )?)?(?:slant|oblique) asymptotes?(?: {TO})?", slant),
    (rf"{FIND} (?:exact )?(?:coordinates of (?:the |any |all )*)?(?:points? of inflection|inflection points?)"
     rf"(?: (?:of|on) {F})?", bends),
)  # fmt: skip
GRAPHS = tuple((re.compile(pattern, re.IGNORECASE), reader) for pattern, reader in _TABLE)
"""Patterns, each with what reads the question from it."""
