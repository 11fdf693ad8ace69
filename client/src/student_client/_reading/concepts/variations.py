r"""Reads a question about one quantity that varies as others do, such as inversely as the square of x.

The words must say the printed law: each letter has the power that they give it. The constant follows from the values
that belong together, and the answer from the constant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.notation import parse_point, parse_statement
from ..formulas.tree import Node, div, mul, number
from ..known.told_numbers import as_story
from ..questions.of_solids import approximately
from ..statement import NotRead
from .story_notation import without_notation
from .story_rounding import without_rounding

_NUMBER = r"-?\d+(?:\.\d+)?(?:/\d+)?"
_POWERS = {"": Fraction(1), "square": Fraction(2), "cube": Fraction(3), "square root": Fraction(1, 2)}
_OF = r"(?:the (?P<power>square root|square|cube) of )?(?P<name>[a-z])(?![\w'])"
_LAW = re.compile(
    r"\b(?P<f>[a-z]) (?:varies|is) (?P<law>(?:(?:jointly|directly|inversely|proportional|proportionally|to|as|with|and"
    r"|the|square|cube|root|of|[a-z](?![\w']))\b[ ,]*)+?)(?=[.,;?]|$|(?:,| and| where| if)? ?[a-z] ?=)",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    rf"\b(?P<at>[a-z] ?(?:=|is) ?{_NUMBER},? (?:when|if|for|where|and) (?:[a-z] ?(?:=|is) ?{_NUMBER}(?:,? and |, )?)+)"
)
_ASKED = re.compile(
    rf"\b(?i:find|calculate|determine|what is|work out|compute)(?: the value of)? (?P<f>[a-z]) (?:when|if|for|where|at)"
    rf" (?P<at>(?:[a-z] ?(?:=|is) ?{_NUMBER}(?:,? and |, )?)+)"
)
_ONE = re.compile(rf"(?P<name>[a-z]) ?(?:=|is) ?(?P<value>{_NUMBER})")
_GLUE = frozenset(
    [
        "if",
        "and",
        "when",
        "suppose",
        "that",
        "given",
        "it",
        "is",
        "known",
        "where",
        "the",
        "a",
        "law",
        "constant",
        "k",
        "of",
        "variation",
        "using",
        "below",
        "shown",
    ]
)


def by_variation(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a question about a law of variation as a value to be found.

    Args:
        objective: the words.
        expression: the printed law.
        variables: the problem's variables.

    Raises:
        NotRead: the words give another law, or not one set of values and one question.

    >>> by_variation("y varies as x. If y = 6 when x = 2, find y when x = 5.", "y = kx", ["x", "y", "k"])
    ('Find the value.', '\\operatorname{story}(6/2*5)')
    """
    text, rounded = without_rounding(without_notation(objective))
    name, _, body = expression.partition("=")
    name = name.strip(" $")
    made = parse_statement(body, [*variables]).expression
    law, given, asked = (pattern.search(text) for pattern in (_LAW, _GIVEN, _ASKED))
    if not law or not given or not asked or not isinstance(made, Node) or {law["f"], asked["f"]} != {name}:
        raise NotRead("there are not a law, its values and a question")
    powers = _powers(law["law"])
    rest = re.findall(
        r"[a-z]+|\d", re.sub("|".join(re.escape(one[0]) for one in (law, asked, given)), " ", text.lower())
    )
    constant = made.names() - powers.keys()
    if len(constant) != 1 or not {*rest} <= _GLUE | constant or made.names() != powers.keys() | constant:
        raise NotRead("the words say more than a law and its values")
    try:
        parts = coefficients(made, next(iter(constant)))
    except NoPolynomial as error:
        raise NotRead("the printed law is not one of variation") from error
    if {*parts} != {1} or not _agree(parts[1], powers):
        raise NotRead("the words give another law than the printed one")
    told = {one["name"]: parse_point(one["value"], []) for one in _ONE.finditer(given["at"])}
    at = {one["name"]: parse_point(one["value"], []) for one in _ONE.finditer(asked["at"])}
    if told.keys() != {name, *powers} or at.keys() != {*powers}:
        raise NotRead("a value is missing")
    factor = div(told[name], parts[1].put(told))
    return as_story(mul(factor, parts[1].put(at)), rounded.plain)


def _powers(law: str) -> dict[str, Fraction]:
    """Return the power of each letter in the words of a law."""
    powers: dict[str, Fraction] = {}
    sign = 1
    rest = law.lower()
    for found in re.finditer(rf"\b(?P<how>inversely|directly|jointly)\b|\b{_OF}", rest):
        if found["how"]:
            sign = -1 if found["how"] == "inversely" else 1
        elif found["name"] in powers:
            raise NotRead("a law has a letter twice")
        else:
            powers[found["name"]] = sign * _POWERS[found["power"] or ""]
    if not powers:
        raise NotRead("a law has no letters")
    return powers


def _agree(made: Node, powers: dict[str, Fraction]) -> bool:
    """Return whether a formula has the given powers of its letters."""
    ones = {name: number(1) for name in powers}
    start = approximately(made.put(ones), 0.0)
    return start != 0 and all(
        abs(approximately(made.put({**ones, name: number(4)}), 0.0) / start - 4 ** float(power)) < 1e-9
        for name, power in powers.items()
    )
