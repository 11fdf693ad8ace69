r"""Drops what an objective says of the n of a general solution: "where n is any integer", "in terms of n"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_N = r"\$?\\?\(? ?n ?\\?\)?\$?"
_WHOLE = (
    r"(?:an?|any|some|the|arbitrary|every|all)? ?(?:arbitrary )?(?:integers?|whole numbers?)"
    r"(?: (?:constant|parameter))?"
)
_SET = r"(?:\\in|∈|in|is in|belongs to) ?(?:\\mathbb ?\{?Z\}?|ℤ|Z|the (?:set of )?integers)\$?"
_ANSWER = r"(?:(?:your|the) )?(?:answers?|solutions?|results?|them|it)"
_NOTES = tuple(
    re.compile(rf"(?:[,;(]|(?<=[.;!?])|(?<=[a-z]))\s*\(?(?:{pattern})\)?(?=\s*(?:[.,;!?]|$))", re.IGNORECASE)
    for pattern in (
        rf"(?:and )?(?:where|for|with|let|given that|assume|for some|if)? ?{_N} (?:is|be|being|=|denotes?|represents?"
        rf"|stands? for) {_WHOLE}",
        rf"(?:where|for|with|let|for all)? ?{_N} ?{_SET}",
        rf"(?:for|with|where) (?:any|some|every|all|each|an) (?:integers?|whole numbers?) {_N}",
        rf"(?:and )?(?:please )?(?:use|using|let(?:ting)?|taking) {_N} (?:for|as|to (?:denote|represent|be|stand for)"
        rf"|be|denote|represent|stand for) {_WHOLE}",
        rf"(?:and )?(?:giv(?:e|ing)|writ(?:e|ing)|express(?:ing)?|stat(?:e|ing)) {_ANSWER}(?: in radians)?,? in"
        rf" terms of (?:(?:the|an|any|arbitrary|integer|parameter) )*{_N}(?:,? where {_N} is {_WHOLE})?",
    )
)
_COMMANDS = re.compile(r"\\[A-Za-z]+|\b(?:a?sin|a?tan|ln|arcsin|arctan|sinh|tanh)\b")


def without_any_integer(objective: str, expression: str, variables: Sequence[str]) -> str:
    r"""Return an objective without words for the n of a general solution, if the problem has no n of its own.

    Args:
        objective: as the person wrote it.
        expression: the problem's expression.
        variables: the problem's variables.

    >>> without_any_integer("Find all solutions, where n is any integer.", r"\sin x = 0", ["x"])
    'Find all solutions.'
    """
    if "n" in variables or "n" in _COMMANDS.sub(" ", expression):
        return objective
    for pattern in _NOTES:
        objective = pattern.sub("", objective)
    return objective
