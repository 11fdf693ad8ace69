"""Cuts an objective into its sentences."""

from __future__ import annotations

import re

_SHORT = re.compile(
    r"\b(?:i\.?e|e\.?g|d\.?p|s\.?f|w\.?r\.?t|resp|eq|eqn|fig|ex|no|approx|etc|vs|cf|sig|dec|deg|sec|min|max)\.$",
    re.IGNORECASE,
)
"""Shortened words that end with a full stop and no sentence."""
_END = re.compile(r"[.?!]+[)\]]?(?:\s+|$)")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, each with its mark.

    >>> sentences("Find f'(2.5), i.e. the slope. Thanks!")
    ["Find f'(2.5), i.e. the slope.", 'Thanks!']
    """
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        said = text[start : end.end()].rstrip()
        open_bracket = said.count("(") > said.count(")") and ")" in text[end.end() :]
        if open_bracket or (_SHORT.search(said) and end.end() < len(text)) or said.count("$") % 2:
            continue
        found.append(said)
        start = end.end()
    rest = text[start:].strip()
    return [*found, rest] if rest else found
