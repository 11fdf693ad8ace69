"""Says in one way which kind of stationary point a function has at one place, however the kinds and it are named."""

from __future__ import annotations

import re

from .task import FUNCTION

_NUMBER = r"[-−]?(?:\d+(?:\.\d+)?(?:/\d+)?|\\[dt]?frac ?\{\d+\} ?\{\d+\}|\\?pi|π)(?![\w^])"
_PLACE = re.compile(rf"(?<![\w\\])(?P<at>[xt] ?= ?{_NUMBER})(?! ?[-+*/^(=<>])")
_TEST = re.compile(
    r"(?:by|using|use|apply|applying|with|considering|via)(?: (?:the|considering|evaluating|sign of|value of))*"
    r" (?:first|second)[- ]derivatives?(?: tests?)?|(?:the )?(?:first|second)[- ]derivative test",
    re.IGNORECASE,
)
_KINDS = re.compile(
    r"(?:(?:local|relative) )?(?P<kind>max(?:imum|ima)?|min(?:imum|ima)?|saddle|inflection|inflexion|neither|none)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:nature|type|kind|sort|classify)\b", re.IGNORECASE)
_WORDS_SAID = """
    to determine decide whether if state classify identify establish find say tell investigate check test and is it a an
    the this that of f y g h has have does do gives give yields corresponds leads produces represents attains or local
    relative maximum maxima minimum minima max min point points inflection inflexion saddle stationary critical turning
    number at where when its function curve graph there kind type nature sort which what as both either neither
    nor none using use by in order for here one
"""
_WORDS = frozenset(_WORDS_SAID.split())
_QUESTION = re.compile(r"\b(?:whether|if|is|does|nature|type|kind|sort|classify|which)\b", re.IGNORECASE)


def nature_asked(text: str, expression: str) -> str:
    r"""Return the usual question for the kind of the stationary point at the one place of the words.

    Args:
        text: the objective.
        expression: the problem's expression.

    >>> nature_asked("Does $f$ have a local maximum or a local minimum at $x = 1$?", "f(x) = x^2 - 2x")
    'Determine whether the stationary point at x = 1 is a maximum, a minimum or neither.'
    >>> nature_asked("Is $x = 1$ a maximum?", "f(x) = x^2 - 2x")
    'Is $x = 1$ a maximum?'
    """
    if not re.match(FUNCTION, expression):
        return text
    made = re.sub(r"(?<=critical) value", " point", _TEST.sub(" ", text.replace("$", "")))
    places = {re.sub(r"\s", "", found["at"]) for found in _PLACE.finditer(made)}
    said = re.sub(r"\b[fgh] ?\( ?[xt] ?\)", "f", _PLACE.sub(" ", made))
    kinds = {found["kind"].lower()[:3] for found in _KINDS.finditer(said)}
    plain = set(re.findall(r"[a-z']+", said.lower())) <= _WORDS and not re.search(r"[^\w\s.,;:?!()'-]|\d", said)
    named = _ASKED.search(said) and re.search(r"stationary|critical|turning", said, re.IGNORECASE)
    if len(places) != 1 or not plain or not (len(kinds) > 1 or named) or not _QUESTION.search(said):
        return text
    at = places.pop().replace("=", " = ")
    return f"Determine whether the stationary point at {at} is a maximum, a minimum or neither."
