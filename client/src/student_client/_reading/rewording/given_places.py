r"""Moves to the words a place that is printed after the expression, as in ``f(x) = x^2, [0, 3]``."""

from __future__ import annotations

import re
from collections.abc import Sequence

_GIVEN = r"(?:given|indicated|specified|closed|following|stated|above|below|half-open|open)"
_NUMBER = r"[^\s,\[\]()=<>]+(?:\([^()]*\))?[^\s,\[\]()=<>]*"
_APART = (
    r"^(?P<body>.*?[^\s,;\\])\s*(?:[,;]|\\q?quad|\\[ ,;:]|\\text\s*\{\s*(?:on|at|for|over)?\s*\}|\bon\b|\bat\b|~)"
    r"(?:\s|\\q?quad|\\[ ,;:]|\\text\s*\{\s*(?:on|at|for|over)?\s*\}|\bon\b|\bat\b|~)*"
)
_INTERVAL = re.compile(_APART + rf"(?P<place>\\?(?:left)?\[\s*{_NUMBER}\s*,\s*{_NUMBER}\s*(?:\\right)?\])\s*\.?$")
_RANGE = re.compile(
    _APART + rf"(?P<low>{_NUMBER})\s*(?:\\leq?|<=|≤)\s*(?P<name>[a-z])\s*(?:\\leq?|<=|≤)\s*(?P<high>{_NUMBER})\s*\.?$"
)
_POINT = re.compile(_APART + rf"(?:[A-Z]\s*=?\s*)?(?P<place>\(\s*{_NUMBER}\s*,\s*{_NUMBER}\s*\))\s*\.?$")
_VALUE = re.compile(_APART + rf"(?P<name>[a-z]|x_0)\s*=\s*(?P<place>{_NUMBER})\s*\.?$")
_ON = re.compile(rf",? ?\b(?:on|over|in|for) (?:the |this |its )?(?:{_GIVEN} )*interval(?! ?[\[(])", re.IGNORECASE)
_AT = re.compile(rf"\bat (?:the |this )?(?:{_GIVEN} )+points?(?! ?[A-Z(])", re.IGNORECASE)
_NEAR = re.compile(
    rf"\b(?P<word>at|about|around|near|cent(?:er|r)ed (?:at|on)|when|for) (?:the )?(?:(?:{_GIVEN} )+)?"
    r"(?:(?:(?:value|number|point)s?(?: of (?:x|a|c|the variable))?|(?:x ?= ?)?[ac])(?![\w(=])(?! ?=))",
    re.IGNORECASE,
)
_ARGUMENT = re.compile(r"^\s*(?:[A-Za-z]\s*\(\s*([A-Za-z])\s*\)\s*=.*|.*)$", re.DOTALL)
"""The letter of ``f(x) = ...``; nothing if what is printed names none."""
_SPANS = re.compile(r"\b(?:average|mean|absolute|global|length|area|maximum|minimum|rate of change|interval)\b", re.I)
_SUBSTITUTED = re.compile(
    r"\b(?:by (?:making|using)|using|with|make|use) (?:the )?(?:given|indicated|following|suggested) "
    r"(?:u-)?substitution(?: to (?=[a-z]))?",
    re.IGNORECASE,
)


def placed(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    """Return a problem whose interval, point or value is in the words, if it is printed after the expression.

    >>> placed("Find the average value on the given interval.", "f(x) = x^2, [0, 3]", ["x"])
    ('Find the average value on the interval [0, 3].', 'f(x) = x^2')
    >>> placed("Find the tangent line at the given point.", "y = x^2, (2, 4)", ["x"])
    ('Find the tangent line at the point (2, 4).', 'y = x^2')
    """
    if re.search(r"\\begin|\\langle", expression):
        return objective, expression
    if found := _INTERVAL.match(expression):
        return _put(
            objective, _ON, f" on the interval {_plain(found['place'])}", found["body"], expression, loose=_SPANS
        )
    found = _RANGE.match(expression)
    if found and found["name"] in variables and _ARGUMENT.sub(r"\1", found["body"])[:1] in {found["name"], ""}:
        place = f" on the interval [{found['low']}, {found['high']}]"
        return _put(objective, _ON, place, found["body"], expression, loose=_SPANS)
    if found := _POINT.match(expression):
        return _put(objective, _AT, f"at the point {_plain(found['place'])}", found["body"], expression)
    if found := _VALUE.match(expression):
        return _valued(objective, expression, found, variables)
    return objective, expression


def _put(
    text: str, said: re.Pattern[str], place: str, body: str, expression: str, loose: re.Pattern[str] | None = None
) -> tuple[str, str]:
    """Return the words with the place where they speak of it, or behind a question that needs one."""
    if body.count("=") > 1:
        return text, expression
    if len(said.findall(text)) == 1:
        return said.sub(lambda _: place, text, count=1), body
    if loose and loose.search(text) and not re.search(r"[\[<≤]|\bfrom\b|\bbetween\b", text):
        return f"{text.rstrip(' .?!')}{place}.", body
    return text, expression


def _valued(text: str, expression: str, found: re.Match[str], variables: Sequence[str]) -> tuple[str, str]:
    """Return the words with the value of x, or without a substitution by a new letter, which only names a method."""
    name, place, body = found["name"], _plain(found["place"]), found["body"]
    if name not in variables and _SUBSTITUTED.search(text) and set(re.findall("[a-z]", place)) & set(variables):
        return _SUBSTITUTED.sub("", text), body
    own = name if name in variables else variables[0] if len(variables) == 1 and name in {"a", "c", "x_0"} else ""
    if not own or (name not in variables and re.search(rf"(?<![A-Za-z\\]){name}(?![A-Za-z])", body)):
        return text, expression
    if len(_NEAR.findall(text)) != 1:
        return text, expression
    return _NEAR.sub(lambda one: f"{one['word']} {own} = {place}", text), body


def _plain(place: str) -> str:
    return re.sub(r"\\left|\\right", "", place).strip()
