"""Reads "the critical points, i.e. where f'(x) = 0" as two wordings of one question, which must both be answered."""

from __future__ import annotations

import re

from .splitting import sentences

_THAT_IS = re.compile(
    r"[,;(]? ?\b(?:i\.e\.|ie\b|i\.e\b|that is to say|that is(?=,)|in other words|which (?:just |simply )?means(?:"
    r" that)?|meaning(?: that)?|equivalently|or equivalently)[,:]? ",
    re.IGNORECASE,
)
_COMMAND = re.compile(
    r"(?:find|solve|determine|calculate|compute|evaluate|differentiate|integrate|simplify|expand|factori[sz]e|factor"
    r"|write|express|give|state|work out|what|which|where)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r", (?=(?:find|solve|determine|calculate|what)\b)", re.IGNORECASE)
_CONDITION = re.compile(r"\b(?:for which|such that|so that|where|at which|for what)\b(?! f )", re.IGNORECASE)


def rephrased(text: str) -> list[str]:
    """Return the wordings of an objective: two if it says its question again in other words, else itself.

    >>> rephrased("Make t the subject, i.e. solve for t.")
    ['Make t the subject.', 'solve for t.']
    >>> rephrased("Find the k for which it is singular, that is, its determinant is zero.")
    ['Find the k for which it is singular.', 'Find the k for which its determinant is zero.']
    """
    said = sentences(text)
    at = next((index for index, one in enumerate(said) if _THAT_IS.search(one)), None)
    found = _THAT_IS.search(said[at]) if at is not None else None
    if at is None or found is None:
        return [text]
    first, again = said[at][: found.start()].strip(" ,;("), _closed(said[at][found.end() :].strip().rstrip(".?!"))
    if not first or not again:
        return [text]
    asked = _ASKED.search(again)
    rest = again[asked.start() :] if asked else ""
    second = _joined(first, again[: asked.start()] if asked else again)
    return [" ".join([*said[:at], f"{one}{rest}.", *said[at + 1 :]]) for one in (first, second)]


def _closed(text: str) -> str:
    """Return a text without the bracket that was opened before it."""
    return text.rstrip(".?!").removesuffix(")") if text.count(")") > text.count("(") else text


def _joined(first: str, again: str) -> str:
    """Return the second wording as a whole question."""
    if _COMMAND.match(again):
        return again
    given = re.match(r"(?:given that|if|where|for|suppose(?: that)?) ", first, re.IGNORECASE)
    conditions = list(_CONDITION.finditer(first))
    if given and not conditions and re.search(r"[<>≤≥]|\\(?:le|ge|lt|gt)", again):
        return f"{given[0]}{again}"
    if _CONDITION.match(again) and conditions:
        return f"{first[: conditions[-1].start()]}{again}"
    if conditions and not re.match(r"(?:the|all|both|any) ", again):
        return f"{first[: conditions[-1].end()]} {again}"
    return f"{'Find ' if not _CONDITION.match(again) else first + ' '}{again}"
