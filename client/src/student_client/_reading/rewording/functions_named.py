r"""Says "the function" for the name of the printed function, and leaves out the name of its variable before places.

``T(t) = t^2`` may have any letters, so "the domain of T" is the domain of the function, and in a question about a
tangent or an area "at t = 3" is its only place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEADING = re.compile(
    r"\s*\$?(?P<name>[A-Za-z])(?:\s*\(\s*(?P<letter>\\?[A-Za-z]+)\s*\))?\s*=(?P<body>[^=<>]+)", re.DOTALL
)
_PLACES = re.compile(r"\b(?:tangent|normal|approximation|lineari[sz]ation|average|secant|area)\b", re.IGNORECASE)


def of_function(text: str, expression: str, variables: Sequence[str]) -> str:
    r"""Return the words without the printed function's own letters.

    Args:
        text: the words.
        expression: the problem's expression.
        variables: the problem's variables.

    >>> of_function("Find the domain of T", r"T(t) = \sqrt{t}", ["t"])
    'Find the domain of the function'
    >>> of_function("Find the tangent to the curve at theta = 2", r"f(\theta) = \theta^3", ["theta"])
    'Find the tangent to the curve at 2'
    """
    found = _HEADING.fullmatch(expression)
    name, body = (found["name"], found["body"]) if found else ("", expression)
    if name and (name in variables or _has(body, name)):
        return text
    if name and name not in "fy":
        call = rf"{name}(?:\(\\?[A-Za-z]+\))?"
        text = re.sub(
            rf"\b((?:of|is|does|where|which|for|to) (?:the function )?){call}(?=[ .,;:?!]|$)", r"\1the function", text
        )
        text = text.replace("the function the function", "the function")
    if name and name != "f":
        text = re.sub(rf"(?<![A-Za-z]){name}(?= inverse\b|\^\{{?[-(])", "f", text)
    own = [one for one in variables if _has(body, one)]
    letter = (found["letter"] or "").lstrip("\\") if found and found["letter"] else own[0] if len(own) == 1 else ""
    if not letter or letter == "x" or _has(body, "x") or not _PLACES.search(text):
        return text
    said = rf"\\?{letter}"
    text = re.sub(rf"(?<![A-Za-z\\]){said}-axis", "x-axis", text)
    return re.sub(rf"(?<![A-Za-z\\]){said} ?= ?", "", text)


def _has(body: str, name: str) -> bool:
    """Return whether a letter is in a formula, apart from the names of functions."""
    plain = (
        body
        if len(name) > 1
        else re.sub(r"\\[A-Za-z]+|(?<![A-Za-z])(?:sin|cos|tan|exp|log|ln|sqrt|sec|csc|cot|arc)", " ", body)
    )
    return re.search(rf"(?<![A-Za-z]){name}(?![A-Za-z])" if len(name) > 1 else name, plain) is not None
