r"""Tells an unknown noun of a story, such as "a sunflower", from a word that could say something of a number.

A noun stands behind an article, a possessive or "of". It is not a word of mathematics, nor on the list of words that
count, compare, limit or change a quantity. It stands neither beside a quantity, as in "the temperature drop" and "the
net profit", nor before "of", as in "the excess of the height"; "the baker's cost" is the cost.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from ..formulas.spelling import FUNCTIONS, GREEK
from ..respelling import lexicon
from .everyday_words import BEARING
from .said_again import MARK

_COUNTING = """
    total excess deficit drop drops gain gains loss losses margin remaining remainder extra thrice growth share shares
    dozen dozens last next previous per net gross combined apparent relative rest half halves third thirds quarter
    quarters double triple pair pairs hundred hundreds thousand thousands million millions billion billions percent
    percentage fraction part parts portion majority minority rate rates change changes rise fall decline decrease
    increase ratio proportion multiple surplus shortage shortfall offset error deviation difference sum product
    square cube root logarithm log reciprocal inverse opposite negative positive start end beginning outset finish
    first second fourth fifth sixth initial final original former latter other others another same different only
    exception most least fewest best worst top bottom peak apex maximum minimum max min extreme extremes limit limits
    bound bounds interval intervals range ranges domain period periods unit scale scales factor factors tenth tenths
    multiple multiples each every all any both none neither either few several many much more less fewer enough
    average mean median mode variance sign magnitude modulus absolute value constant parameter exponent power
    derivative integral slope gradient tangent normal area areas perimeter circumference diameter diagonal
    remains left right before until till unless except without instead not never no yesterday tomorrow ago
    squared cubed doubled halved tripled fixed variable marginal combined overall daily weekly monthly yearly hourly
    annual initially finally eventually originally ratio odds chance probability speedup slowdown lag delay duration
    following whole entire remaining nearest rounded exact approximate estimate surcharge discount tax fee bonus
    twenty thirty forty fifty sixty seventy eighty ninety eleven twelve zero single twin
"""
COUNTING = frozenset(_COUNTING.split())
"""Words that count, order, compare, limit or change a quantity."""
_BEFORE_WORDS = "a an the this that these his her its their our my your some of"
_BEFORE = frozenset(_BEFORE_WORDS.split())
_LONGEST = 2
"""The most unknown words in a row."""


def could_be_noun(word: str) -> bool:
    """Return whether a word bears no mathematics that is known.

    >>> could_be_noun("sunflower"), could_be_noun("excess"), could_be_noun("tangent")
    (True, False, False)
    """
    low = word.lower()
    return (
        re.fullmatch(r"[a-z]{3,}(?:-[a-z]{3,})?", low) is not None
        and low not in COUNTING | lexicon() | FUNCTIONS | GREEK
        and not re.search(r"(?:ly|ing|ed|er than|less|wise|fold)$", low)
    )


def bears_nothing(word: str) -> bool:
    """Return whether neither a word nor its stem is known to count, compare, limit, change, or to be mathematics.

    >>> bears_nothing("algae"), bears_nothing("releases"), bears_nothing("doubled"), bears_nothing("already")
    (True, True, False, False)
    """
    low = word.lower()
    stems = {low, *(low.removesuffix(end) for end in ("s", "es", "d", "ed", "ing", "r", "er", "ly", "'s"))}
    stems |= {f"{one}e" for one in stems} | {one[:-1] for one in stems if one[-2:-1] == one[-1:]}
    parts = set(low.split("-")) if "-" in low else set()
    return not (stems | parts) & (COUNTING | BEARING | _CHANGING | lexicon() | FUNCTIONS | GREEK)


_CHANGING_WORDS = """
    already again instead later ago besides moreover furthermore alternatively anyway partly
    lose lost remove removed steal stolen withdraw add join
    replace switch alter adjust compare exceed precede surplus half-full spoil fail vary doubling discount overtake
    compensate neglect ignore omit assume pretend imagine hypothetical would could should might unlike contrary wrong
    mistaken faulty error mistake per versus ratio percentage share partial whole
"""
_CHANGING = frozenset(_CHANGING_WORDS.split())
"""Words that may say that what is printed is not the story's any more."""


def unknown_nouns(words: list[str], plain: Collection[str], quantities: Collection[str]) -> set[str] | None:
    """Return the unknown nouns of a sentence; None if a word that is not plain could be none.

    Args:
        words: the words of the sentence, with "'s" as a word of its own.
        plain: the words without mathematics.
        quantities: the nouns for what a formula gives.
    """
    low = [word.lower() for word in words]
    found: set[str] = set()
    at = 0
    while at < len(words):
        if low[at] in plain or not low[at][0].isalpha() or low[at] == "a":
            at += 1
            continue
        end = at
        while end < len(words) and low[end] not in plain and could_be_noun(words[end]):
            end += 1
        before, after = low[at - 1] if at else "", low[end] if end < len(words) else ""
        named = words[at][:1].isupper() and (at > 0 or after in plain)
        introduced = (
            before in {*_BEFORE, MARK} or named or (at > 1 and low[at - 2] in _BEFORE and before not in quantities)
        )
        apart = before not in quantities and after not in quantities and after != "of"
        if end == at or end - at > _LONGEST or not introduced or not apart:
            return None
        found |= set(low[at:end])
        at = end
    return found
