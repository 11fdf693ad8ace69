"""Corrects misspelt words of mathematics, if only one word is near: "comlete", "derivitive", "factroise".

A word is corrected if it is neither understood nor English, and exactly one known word is one edit away: a letter more,
a letter less, another letter, or two exchanged. The first letter must be right: it tells "irrational" from "rational".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from .formulas.spelling import FUNCTIONS, GREEK
from .questions.matching import tables
from .respelling_words import ENGLISH, FURTHER, NAMES, USUAL

_WORD = re.compile(r"(?<![\\A-Za-z0-9'_^{])[A-Za-z]{3,20}(?![A-Za-z0-9'_^(}])")
_LISTED = re.compile(r"(?<![\\A-Za-z{])[a-z]{4,}(?![A-Za-z}])")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORTEST = 6
"""The fewest letters of a word that any edit may lead to; a shorter one by a doubled letter or two exchanged."""


def respelled(objective: str, names: Collection[str]) -> tuple[str, dict[str, str]]:
    """Return an objective with its misspelt words corrected, and each of them with the word that it is read as.

    Args:
        objective: the words.
        names: the problem's variables, which stay as they are.

    >>> respelled("Give the comlete factorization", ["x"])
    ('Give the complete factorization', {'comlete': 'complete'})
    """
    found: dict[str, str] = {}

    def instead(match: re.Match[str]) -> str:
        word = match[0]
        made = None if word in names else corrected(word.lower())
        if made is None:
            return word
        made = made.upper() if word.isupper() else made.capitalize() if word[0].isupper() else made
        found[word] = made
        return made

    return _WORD.sub(instead, objective), found


def corrected(word: str) -> str | None:
    """Return the only word that a misspelt one could be; None if it is known, or could be several or none.

    >>> corrected("intergrate"), corrected("deviate"), corrected("miximum")
    ('integrate', None, None)
    """
    known = lexicon()
    others = known | ENGLISH | NAMES
    if word in others | FUNCTIONS | GREEK:
        return None
    if word in USUAL:
        return USUAL[word]
    near = [made for made in set(_edits(word)) if made in others]
    if len(near) != 1 or near[0] not in known or near[0][0] != word[0]:
        return None
    return near[0] if len(near[0]) >= SHORTEST or word in set(_slips(near[0])) else None


@cache
def lexicon() -> frozenset[str]:
    """Return the words of the vocabulary of questions, and those that sentences know."""
    return FURTHER.union(*(_LISTED.findall(listed.lower()) for _, _, listed in tables()))


def _edits(word: str) -> Iterator[str]:
    """Yield each text that is one edit away from a word."""
    yield from _exchanged(word)
    for at in range(len(word) + 1):
        yield word[:at] + word[at + 1 :]
        for letter in _LETTERS:
            yield word[:at] + letter + word[at + 1 :]
            yield word[:at] + letter + word[at:]


def _slips(word: str) -> Iterator[str]:
    """Yield a word with a doubled letter, or with two exchanged."""
    yield from _exchanged(word)
    yield from (word[:at] + word[at - 1 :] for at in range(1, len(word) + 1))


def _exchanged(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
