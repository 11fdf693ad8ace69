r"""Families of iterated integrals, and of limits in two letters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.notation import parse_point
from ..formulas.tree import Node
from .family import Family, Given
from .printed_parts import Told
from .usual_words import letters

_END = r"(?:\{((?:[^{}]|\{[^{}]*\})*)\}|(\\?[a-z]+|\d))"
_SIGN = re.compile(rf"\s*\\int(?:\\limits)?\s*_\s*{_END}\s*\^\s*{_END}(?:\\!|\\,|\s)*")
_LETTER = r"(x|y|z|r|t|u|v|\\theta|\\phi|\\rho)"
_BLANK = r"(?:\s|\\[,;:! ])*"


def _iterated(expression: str, variables: Sequence[str]) -> Given | None:
    """Return the integrand, then a letter with its two bounds for each integral, the innermost first."""
    text, ends = expression.replace("$", ""), []
    while found := _SIGN.match(text):
        ends.append((found[1] or found[2], found[3] or found[4]))
        text = text[found.end() :]
    tail = re.search(rf"((?:{_BLANK}d{_BLANK}{_LETTER}){{{len(ends) or 9}}}){_BLANK}\.?\s*$", text)
    if len(ends) not in {2, 3} or not tail:
        return None
    order = [name.strip("\\") for name in re.findall(rf"d{_BLANK}{_LETTER}", tail[1])]
    names = tuple(dict.fromkeys((*variables, *order)))
    body = Told(text[: tail.start()] or "1", names, ()).parts(1)[0].node
    if len(set(order)) != len(order) or not body.names() <= set(order):
        return None
    given: Given = {"integrand": [(body,)]}
    for name, (low, high) in zip(order, reversed(ends), strict=True):
        bounds: tuple[Node, ...] = tuple(parse_point(end, names) for end in (low, high))
        given.setdefault("integral", []).append((*letters(name), *bounds))
    return given


def _limit(expression: str, variables: Sequence[str]) -> Given | None:
    r"""Return the function and the point of ``\lim_{(x,y)\to(0,0)}``."""
    found = re.match(
        r"\s*\$?\\lim(?:\\limits)?\s*_\s*\{\s*\(\s*x\s*,\s*y\s*\)\s*(?:\\to"
        r"|\\rightarrow)\s*\(([^(),]+),([^(),]+)\)\s*\}",
        expression,
    )
    if not found:
        return None
    body = Told(expression[found.end() :], tuple(variables), ()).parts(1)[0].node
    point = tuple(parse_point(one, ()) for one in (found[1], found[2]))
    return {"function": [(body,)], "point": [point]} if body.names() == {"x", "y"} else None


_INTEGRAL = r"(?:(?:the|this|following|given|double|triple|iterated|repeated|multiple) )*integrals?"
_COORDINATES = (
    r"(?:polar|cylindrical|spherical)(?: polar)? coordinates|(?:convert|chang|switch|transform)(?:e|ing)?(?: it)? "
    r"(?:to|into) (?:polar|cylindrical|spherical)(?: polar)? coordinates"
)
ITERATED = Family(
    name="iterated integrals",
    printed=_iterated,
    things={"value": rf"(?:exact )?value(?: of)?(?: {_INTEGRAL})?"},
    does={
        "value ": rf"(?:evaluate|calculate|compute|work out|find|integrate)(?: (?:it|the value of))?(?: {_INTEGRAL})?"
        r"(?! the (?:order|region|value))",
    },
    nouns=rf"{_INTEGRAL}|{_COORDINATES}|(?:sketch|draw|describe|identify)(?:ing)? the region(?: of integration)?|"
    r"(?:and )?(?:then )?(?:revers|chang|switch|interchang|swapp?)(?:e|ing)?(?: the)? order(?: of integration)?|"
    r"(?:first|the) (?:order of)? ?integration|region(?: of integration)?|appropriate|suitable|first",
)
LIMITS = Family(
    name="limits in two letters",
    printed=_limit,
    things={
        "limit": r"(?:value of )?(?:the )?(?:following )?limit",
        "its value": r"its value|the value",
    },
    does={
        "limit ": r"evaluate(?: the limit)?|compute(?: the limit)?|(?:show|prove) that (?:the )?(?:following )?limit"
        r" exists and (?:find|determine|compute|evaluate) (?:its value|it|the limit)"
    },
    nouns=r"if it exists|(?:use|using|by|with)(?: the)? (?:squeeze theorem|polar coordinates)|exists?|or show that the"
    r" limit does not exist",
)
FAMILIES = (ITERATED, LIMITS)
"""The families of this module."""
