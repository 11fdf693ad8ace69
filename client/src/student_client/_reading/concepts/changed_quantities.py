"""Finds which of two quantities the letter of a story's equation is: the one from which the other one is made.

"The length is 5 m more than its width" beside w(w + 5) = 84: the letter is the width, since 5 is added to it.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from ..formulas.exact import exact
from ..formulas.notation import parse_statement
from ..formulas.tree import Node, add, neg, number
from ..questions.of_solids import approximately
from ..statement import NotRead

_MORE = r"(?:more|longer|greater|larger|wider|taller|higher|faster|older|bigger|further)"
_LESS = r"(?:less|shorter|smaller|narrower|slower|younger|fewer|lower)"
_SMALL = 1e-6
"""The largest gap of two sides at a solution."""
_HOW = "increas|extend|rais|lengthen|decreas|reduc|shorten|lower"
_UNIT = r"(?: ?(?:[a-z]+/[a-z]+|[a-z]+)(?:\^?[23])?){0,2}"
_COMPARED = re.compile(
    rf"\b(?:the |its )?(?P<one>[a-z]+)(?: of (?:an? |the |this )?[a-z ]+?)? is (?P<n>\d+(?:\.\d+)?){_UNIT}"
    rf" (?P<how>{_MORE}|{_LESS}) than (?:the |its |that of the )?(?P<other>[a-z]+)",
    re.IGNORECASE,
)
_CHANGED = (
    re.compile(rf"(?P<before>(?:[a-z]+ ){{1,5}})(?P<n>\d+(?:\.\d+)?){_UNIT} (?P<how>{_MORE}|{_LESS})\b", re.IGNORECASE),
    re.compile(
        rf"\b(?P<how>{_HOW})(?:es?|ed|s|ing)? (?P<before>(?:[a-z]+ ){{1,4}})by (?P<n>\d+(?:\.\d+)?)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<before>(?:[a-z]+ ){{1,5}})(?:is|was|were|had been|been) (?P<how>{_HOW})ed by (?P<n>\d+(?:\.\d+)?)",
        re.IGNORECASE,
    ),
)
_GROWS = re.compile(rf"{_MORE}|increas|extend|rais|lengthen", re.IGNORECASE)
_NOTHING = frozenset(
    [
        "the",
        "its",
        "his",
        "her",
        "their",
        "this",
        "that",
        "with",
        "were",
        "been",
        "would",
        "have",
        "find",
        "of",
        "and",
        "if",
        "a",
        "an",
        "is",
        "was",
        "same",
    ]
)
_AFTER = re.compile(
    r"\b(?:new|increased|reduced|changed|longer|shorter|faster|slower|later|now|second|other|after)\b", re.IGNORECASE
)


def is_base(letter: str, said: str, question: str, equation: str) -> bool:
    """Return whether a letter is surely the quantity that a question asks for.

    Args:
        letter: the unknown of the printed equation.
        said: the story.
        question: its question.
        equation: what is printed.

    >>> is_base("w", "Its length is 5 m more than its width.", "Find the width.", "w(w+5) = 84")
    True
    >>> is_base("w", "Its length is 5 m more than its width.", "Find the length.", "w(w+5) = 84")
    False
    """
    if _AFTER.search(question):
        return False
    asked = _words(question)
    compared = [*_COMPARED.finditer(said)]
    if compared:
        found = compared[0]
        one, other = found["one"].lower(), found["other"].lower()
        base, made = (other, one) if _has(letter, found["n"], equation, grows=_grows(found)) else (one, other)
        fits = _has(letter, found["n"], equation, grows=_grows(found)) != _has(
            letter, found["n"], equation, grows=not _grows(found)
        )
        return len(compared) == 1 and fits and base in asked and made not in asked
    changed = [found for pattern in _CHANGED for found in pattern.finditer(said)]
    base = [found for found in changed if _has(letter, found["n"], equation, grows=_grows(found))]
    return len(base) == 1 and bool(_words(base[0]["before"]) & asked)


def has_change(said: str) -> bool:
    """Return whether a story has a quantity that is another one, changed by a number."""
    return any(pattern.search(said) for pattern in (_COMPARED, *_CHANGED))


def positive_root(letter: str, equation: str) -> Fraction:
    """Return the one positive solution of an equation.

    Raises:
        NotRead: there are none or several, or it is not a fraction.

    >>> positive_root("w", "w(w+5) = 84")
    Fraction(7, 1)
    """
    left, right = (parse_statement(side, [letter]).expression for side in equation.split("="))
    if not isinstance(left, Node) or not isinstance(right, Node):
        raise NotRead("the equation of the story is not understood")
    gap = add(left, neg(right))
    places = sorted({10 ** (at / 60) for at in range(-180, 301)} | {at + 0.37 for at in range(400)})
    turns = [
        (one, two) for one, two in pairwise(places) if (approximately(gap, one) > 0) != (approximately(gap, two) > 0)
    ]
    roots = [root for one, two in turns if abs(approximately(gap, root := _between(gap, one, two))) < _SMALL]
    near = Fraction(roots[0]).limit_denominator(1000) if len(roots) == 1 else Fraction(0)
    if near <= 0 or exact(gap.put({letter: number(near)})) != 0:
        raise NotRead("the equation does not have one positive solution that is a fraction")
    return near


def _between(gap: Node, low: float, high: float) -> float:
    rising = approximately(gap, low) < 0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if (approximately(gap, middle) < 0) == rising else (low, middle)
    return (low + high) / 2


def _grows(found: re.Match[str]) -> bool:
    return _GROWS.match(found["how"]) is not None


def _has(letter: str, number: str, equation: str, *, grows: bool) -> bool:
    """Return whether an equation has the letter with a number added, or subtracted; and the letter without it."""
    changed = rf"{letter} ?{re.escape('+' if grows else '-')} ?{re.escape(number)}(?![\d.])"
    return re.search(changed, equation) is not None and re.search(rf"{letter}(?! ?[-+])", equation) is not None


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z]+", text.lower()) if len(word) > 2 and word not in _NOTHING}
