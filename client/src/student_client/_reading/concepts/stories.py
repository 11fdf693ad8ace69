r"""Reads a story around a printed formula that has one answer: a number written out, or an equation with one unknown.

A formula such as ``\binom{11}{4}`` leaves nothing to ask but its value, so that the story may use any words, but only
printed numbers. The sentence that asks must ask for a quantity, and for nothing made from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from ..known.told_numbers import as_story
from ..questions.splitting import sentences
from ..rewording.everyday_words import everyday
from ..rewording.lightening import letters_of
from ..rewording.remarks import plain
from ..rewording.story_words import MEASURED, UNITS
from ..rewording.told_counts import counts_another
from ..statement import NotRead
from .changed_quantities import has_change, is_base, positive_root
from .story_rounding import without_rounding

_ASK = re.compile(
    r"\b(?:how (?:many|much|long|far|tall|high|wide|deep|heavy|old)|what (?:is|was|will be|would be) the|find|calculate"
    r"|determine|compute|work out)\b",
    re.IGNORECASE,
)
_ANY_ASK = re.compile(
    rf"{_ASK.pattern}|\?|\b(?:show|prove|explain|why|state|give|write|(?<!, )which|compare)\b", re.IGNORECASE
)
_MADE = re.compile(
    r"\b(?:factor\w*|prime\w*|divisors?|divisib\w*|multiples?|remainder|digits?|rational|irrational|odd|even"
    r"|convert\w*|radians?|degrees?|reciprocal|roots?|solutions?|positive|negative|acute|obtuse|angles?|squares?"
    r"|cubes?|radicals?|coefficient|log\w*|derivat\w*|integra\w*|per ?cent\w*|%|interest|more|less|fewer|differences?"
    r"|chang\w*|increas\w*|decreas\w*|left|remain\w*|rest|profit|gain\w*|los[st]\w*|half|each|per|average|mean|ratio"
    r"|rate|twice|another|other\w*|least|most|greater|smaller|largest|smallest|than|not|no|but|only|except|without|if"
    r"|instead|also|then|and|or|both|either|divided|times|approximat\w*|about|estimat\w*|round\w*|nearest|speed|sum"
    r"|terms?|series|sequence|product|values?|functions?|curve|graph|steps?|letters|method|formula|equation|expression"
    r"|term|index|opposite|third|quarter)\b",
    re.IGNORECASE,
)
"""Words of an asking sentence that may ask for something made from the value, or for one of several values."""
_FORM = re.compile(
    r",? ?(?:as an? (?:single )?fraction(?: in (?:its|the) lowest terms)?|in (?:[a-z]+)(?=[.?]|$)|exactly|exact)",
    re.IGNORECASE,
)
_SURD = re.compile(
    r",? (?:leaving|giving) (?:an? )?\$?(?:√|\\?sqrt|surds?)\{? ?\d*\}?\$? in (?:your|the) answer", re.IGNORECASE
)
_PERCENT = re.compile(r"(?P<number>\d+(?:\.\d+)?) ?(?:%|per ?cent\b)")
_NAMED = re.compile(r"^\s*\$?(?P<name>[A-Za-z])(?: ?\([\d, ]+\))?\s*=(?P<value>[^=]+)$")
_BOUND = re.compile(r"\\(?:sum|prod)_\{? ?([a-z]) ?=")
_WORKED = re.compile(
    r"!|\\(?:binom|sum|prod|sqrt|sin|cos|tan|log|ln)(?![a-z])|(?:(?:[-+*/^]|\\(?:frac|cdot|times)).*){2}"
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_UNIT = re.compile(rf"\bhow many (?:{'|'.join(sorted(UNITS))})\b", re.IGNORECASE)
_SCIENTIFIC = re.compile(r"10 ?\^")
_SPACING = re.compile(r"\\[,;:! ]")
_RELATION = re.compile(r"[<>≤≥,;']|\\(?:leq?|geq?|lt|gt|neq?|to|lim|int|begin|infty)(?![a-z])|\bd[a-z]\b")
_QUANTITY = re.compile(
    rf"\b(?:how (?:many|much|long|far|tall|high|wide|deep|heavy|old)|years?|time|{'|'.join(sorted(MEASURED))})\b",
    re.IGNORECASE,
)


_SIZES = {
    word: size
    for size, words in {
        "width": "width wide wider breadth",
        "length": "length long longer",
        "height": "height high tall higher taller",
        "depth": "depth deep deeper",
        "age": "age ages older younger",
    }.items()
    for word in words.split()
}
"""Words for the size that a letter stands for."""
_POSITIVE = frozenset({"width", "length", "depth", "age"})
_COMPARED = frozenset({"than", "twice", "thrice", "times", "half", "double", "triple"})
"""Words of a story with two quantities, one made from the other, of which a letter could be either."""


def by_story(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem that tells a story in the usual words, without the story.

    Args:
        objective: the words.
        expression: the printed expression.
        variables: the problem's variables.

    Raises:
        NotRead: what is asked is not plainly the value of the formula, or its unknown.

    >>> by_story("A club has 11 members. How many committees of 4 are possible?", r"\binom{11}{4}", ["C"])
    ('Evaluate.', '\\binom{11}{4}')
    """
    objective, nearest = without_rounding(objective)
    said = plain(_SURD.sub("", objective), expression, variables)
    asking = [one for one in sentences(said) if _ASK.search(one)]
    for one in sentences(said):
        if one not in asking and _ANY_ASK.search(one):
            raise NotRead("a story asks a second question")
    question = _FORM.sub(" ", re.sub(r"\([^()]*\)", " ", asking[0])) if asking else ""
    named = _NAMED.match(expression)
    value = _SPACING.sub(" ", named["value"] if named else expression)
    free = letters_of(value, ()) - set(_BOUND.findall(value))
    letter = next(iter(free)) if len(free) == 1 else ""
    base = letter != "" and bool(asking) and is_base(letter, said, asking[0], value)
    made = _MADE.search(question.replace("speed", " ") if base else question)
    if len(asking) != 1 or len(_ASK.findall(question)) != 1 or made:
        raise NotRead("a story does not plainly ask for one value")
    if counts_another(objective, expression, variables):
        raise NotRead("the words count something whose number is not what is printed")
    if not set(_NUMBER.findall(_without_percents(said, expression))) <= set(_NUMBER.findall(expression)):
        raise NotRead("a story has a number that is not printed")
    if not _is_story(said):
        raise NotRead("the words tell no story")
    end = f"{nearest.plain}."
    if _RELATION.search(value):
        raise NotRead("the formula is not one number or one equation")
    signs = re.sub(r"_\{[^{}]*\}", "", value).count("=")
    if (
        not free
        and not signs
        and not _UNIT.search(question)
        and _WORKED.search(value)
        and not _SCIENTIFIC.search(value)
    ):
        return f"Evaluate{end}", value.strip()
    told = said.replace(asking[0], " ")
    if (
        letter in variables
        and signs == 1
        and (base or (_QUANTITY.search(question) and _is_of(letter, told, asking[0])))
    ):
        if (
            _POSITIVE
            & _sizes(_near(letter, re.findall(r"[A-Za-z]+", told)))
            & _sizes(re.findall(r"[a-z]+", asking[0].lower()))
        ):
            return f"Solve for {letter}, where {letter} > 0{end}", expression
        if base:
            return as_story(positive_root(letter, value), nearest.plain)
        return f"A box has length {letter}. Solve the equation{end}", expression  # as for any story: two readings
    raise NotRead("the formula is not one number or one equation")


def _without_percents(said: str, expression: str) -> str:
    """Return the words without each percentage that is printed as a factor: 3.5% is 0.035, 1.035 or 0.965."""
    printed = {Fraction(one) for one in _NUMBER.findall(expression)}

    def kept(found: re.Match[str]) -> str:
        part = Fraction(found["number"]) / 100
        return " " if {part, 1 + part, 1 - part} & printed else found[0]

    return _PERCENT.sub(kept, said)


def _is_story(text: str) -> bool:
    """Return whether a text speaks of at least two things or deeds of everyday life, in eight words or more."""
    words = re.findall(r"[a-z]+", text.lower())
    return len(words) >= 8 and len((everyday() | MEASURED | UNITS) & {*words}) >= 2


def _is_of(letter: str, text: str, question: str) -> bool:
    """Return whether a question is about the letter's quantity: it names both, or the story names no letter."""
    words = [re.findall(r"[A-Za-z]+", said) for said in (text, question)]
    if letter in words[1]:
        return True
    if letter not in words[0]:
        return not _COMPARED & {word.lower() for word in words[0]} and not has_change(text)
    near = _near(letter, words[0])
    asked = {word.lower() for word in words[1]}
    sizes, wanted = _sizes(near), _sizes(asked)
    return bool(near & asked or sizes & wanted) and (not sizes or wanted <= sizes)


def _near(letter: str, words: Sequence[str]) -> set[str]:
    """Return the words beside a letter."""
    return {
        word.lower()
        for at, one in enumerate(words)
        if one == letter
        for word in words[max(0, at - 3) : at + 4]
        if len(word) > 3
    }


def _sizes(words: Iterable[str]) -> set[str]:
    return {_SIZES[word] for word in words if word in _SIZES}
