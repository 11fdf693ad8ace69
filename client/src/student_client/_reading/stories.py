"""Leaves out the story around a problem: who and what it is about, and which letter stands for what.

A sentence is a story only if all of its words are on a list that bears no mathematics, its letters are the
problem's, and
its numbers are printed in the expression. What it says of a letter's range is kept, and its units must be the
question's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from .limiting import VALUE
from .splitting import sentences
from .story_words import EQUATED, MEASURED, QUANTITIES, STORY, UNITS

_UNIT = (
    r"(?:(?:(?:square|cubic) )?(?:metres?|meters?|(?:centi|milli|kilo)met(?:re|er)s?|miles?|feet|foot"
    r"|inch(?:es)?|yards?)|seconds?"
    r"|minutes?|hours?|days?|weeks?|months?|years?|(?:kilo)?gram(?:me)?s?|tonnes?|(?:milli)?lit(?:re|er)s?"
    r"|gallons?|pounds?|dollars?"
    r"|euros?|cents?|pence|newtons?|volts?|amp(?:ere)?s?|watts?|joules?|coulombs?|(?:degrees )?(?:celsius|fahrenheit)"
    r"|kelvin|°\s?[CF]"
    r"|(?:m|cm|mm|km|s|min|h|kg|g|l|ml|ft|hrs?)(?:\^?[23²³])?(?:/(?:s|h|min)(?:\^?2|²)?)?)"
)
_PER = rf"{_UNIT}(?: (?:per|a|an) {_UNIT}(?: (?:per {_UNIT}|squared))?)?"
_SIGN = r"(?:<=|>=|<|>|≤|≥|\\leq?(?![a-z])|\\geq?(?![a-z]))"
_RANGE = re.compile(
    rf",? ?(?:\(|\b(?:where|for|with|and|when|given that|at time|at a time|time|on|in) )*(?<![\w)]) ?"
    rf"(?P<said>(?:(?P<low>{VALUE}) ?{_SIGN} ?)?(?P<name>[a-zA-Z]) ?{_SIGN} ?(?P<high>{VALUE}))\)?(?=[\s,.;)]|$)"
)
_OF_LETTER = re.compile(
    rf"(?:\b(?:after|at (?:a )?time|time) )?(?P<name>\b[a-zA-Z]\b)(?:\([a-z]\))?,?(?: (?:is |are |being"
    rf" )?(?:(?:given |measured |expressed )?in )?)(?P<unit>{_PER})"
    rf"(?: (?:after|since|from|into|of)\b(?: (?:the )?(?:year |start of |beginning of )?(?:18|19|20)\d\d\b)?)?(?!\w)",
    re.IGNORECASE,
)
_IN = re.compile(rf",? ?\(?\b(?:measured |given |expressed )?in (?P<unit>{_PER})\)?(?![\w/])", re.IGNORECASE)
_GIVEN_BY = r"(?:given|modelled|modeled|described|represented|approximated|determined|shown|expressed|defined)"


@dataclass
class _Told:
    """What a story says of the letters of a problem."""

    letters: Collection[str]
    numbers: Collection[str]
    counts: bool = False
    nouns: set[str] = field(default_factory=set)
    units: dict[str, str] = field(default_factory=dict)
    unit: str = ""
    named: str = ""
    ranges: list[str] = field(default_factory=list)
    equations: bool = False


class Asked(NamedTuple):
    """What is left of an objective without its story.

    Args:
        words: the question.
        equations: whether the story said the printed equations in words, so that only to solve them can be asked.
        measured: whether a letter may stand for something that is never negative.
    """

    words: str
    equations: bool = False
    measured: bool = False


def without_story(text: str, expression: str, letters: Collection[str]) -> Asked:
    """Return the objective without the sentences of its story.

    Args:
        text: the objective, without dollars.
        expression: the problem's expression.
        letters: the letters of the problem.

    >>> without_story("The height of a bird is given below. Find the height at t = 1.", "h = t^2", {"h", "t"}).words
    'Find the function at t = 1.'
    """
    counts = "=" in expression and not re.search(r"'|\\d?frac\s*\{\s*d|\bd[a-z]/d[a-z]", expression)
    told = _Told(letters, {*_numbers(expression), "1"}, counts)
    made = " ".join(filter(None, (_told(said, told) for said in sentences(text))))
    if not made or (made == text and not told.nouns):
        return Asked(text)
    if told.named in _PLACED and re.match(r"\s*v\s*\(", expression):
        return Asked(text)
    measured = bool(told.nouns & MEASURED)
    made = _asked(made, told)
    ranges = " and ".join(dict.fromkeys(told.ranges))
    if not ranges:
        return Asked(made, told.equations, measured)
    mark = re.search(r"[.?!\s]*$", made)
    end = mark.start() if mark else len(made)
    return Asked(f"{made[:end]}, where {ranges}{made[end:]}", told.equations, measured)


_PLACED = frozenset({"position", "displacement", "height", "distance"})


def _numbers(expression: str) -> Iterator[str]:
    yield from re.findall(r"\d+(?:\.\d+)?", expression)


def _told(said: str, told: _Told) -> str:
    """Return what a sentence asks: nothing if it is a story, its last clause if that asks."""
    if _is_story(said, told):
        return ""
    asks = re.search(r"[,;:] (?=(?:find|determine|calculate|work out|what|how|when|solve)\b)", said, re.IGNORECASE)
    if not asks:
        return said
    introduced = re.match(r"(?:if|given that|suppose(?: that)?|assuming(?: that)?) ", said, re.IGNORECASE)
    story = f"{said[introduced.end() if introduced else 0 : asks.start()]}."
    return said[asks.end() :] if _is_story(story, told) else said


def _is_story(said: str, told: _Told) -> bool:
    """Return whether a sentence only tells what the letters stand for; keep what it says."""
    said = re.sub(r",? for all (?:real )?(?:values of |numbers )?[a-z]\b", "", said)
    own = _Told(told.letters, told.numbers, told.counts)
    rest = said.strip(" .!")
    if not rest or "?" in said or re.match(r"(?:find|let's|solve|show|state)\b", rest, re.IGNORECASE):
        return False
    for found in _RANGE.finditer(rest):
        if found["name"] in told.letters:
            own.ranges.append(found["said"])
            rest = rest.replace(found[0], " ", 1)
    for found in _OF_LETTER.finditer(rest):
        if found["name"] in told.letters:
            own.units[found["name"]] = found["unit"]
            rest = rest.replace(found[0], f" {found['name']} ", 1)
    for found in _IN.finditer(rest):
        own.unit = found["unit"]
        rest = rest.replace(found[0], " ", 1)
    rest = re.sub(r"\b([A-Za-z])\(([a-z])\)", lambda f: f[1] if {f[1], f[2]} & set(told.letters) else f[0], rest)
    if re.search(r"\b(?:from|to|until|till|at|within|under|over|above|below|between|every) \d", rest):
        return False
    counted = told.counts or re.search(r"\b(?:below|equations?|formula|gives?|given)\b", rest) is not None
    words = re.findall(r"[A-Za-zà-ÿ]+(?:-[A-Za-zà-ÿ]+)*|\d+(?:\.\d+)?|[^\s,]", rest)
    said_in_words = told.counts and re.search(r"\d", rest) is not None
    if not (own.ranges or _has_words(words)):
        return False
    if not all(_is_plain(word, told, counted=counted) for word in words):
        if not (said_in_words and all(_is_plain(word, told, counted=True, also=EQUATED) for word in words)):
            return False
        told.equations = True
    told.ranges += own.ranges
    told.units |= own.units
    named = [word.lower() for word in words if word.lower() in QUANTITIES]
    if named and not told.equations and (re.search(rf"\b(?:{_GIVEN_BY}|below|formula|follows)\b", rest) or own.ranges):
        told.named = named[0] if len(set(named)) == 1 or re.match(rf"the {named[0]}\b", rest, re.IGNORECASE) else ""
        told.unit = own.unit
    told.nouns |= {word.lower() for word in words if word.lower() in STORY}
    return True


def _is_plain(word: str, told: _Told, *, counted: bool, also: Collection[str] = ()) -> bool:
    low = word.lower()
    if low[0].isdigit():
        return counted and low in told.numbers
    return (
        low in STORY
        or low in also
        or (low in UNITS and len(low) > 2)
        or word in told.letters
        or low in {"(", ")", ":", "'", "a"}
    )


def _has_words(words: list[str]) -> bool:
    return sum(len(word) > 2 for word in words) > 1


def _asked(text: str, told: _Told) -> str:
    """Return the question in the formula's words: "the height of the bird" is the function."""
    if told.named:
        noun = told.named + (r"(?: of [a-z]+)?" if told.named in {"number", "amount", "value"} else "")
        text = re.sub(
            rf"\b(?:the|its|his|her|their) {noun}\b(?P<of>(?: (?:of|above|in|on) (?:the |a |its |his |her )?[a-z]+)*)",
            lambda found: "the function" if _of_story(found["of"], told) else found[0],
            text,
            flags=re.IGNORECASE,
        )
    if told.named in {"cost", "revenue", "profit"}:
        text = re.sub(rf"\bmarginal {told.named}\b(?: function)?", "derivative of the function", text)
    text = re.sub(
        r"\b(?P<what>velocity|speed|acceleration|rate of change of the function|function) of (?:the |this |a"
        r" )?(?P<noun>[a-z]+)",
        lambda found: found["what"] if found["noun"] in told.nouns - QUANTITIES else found[0],
        text,
    )
    if told.named in {"number", "amount"}:
        text = re.sub(
            r"\bhow (?:many|much) (?P<noun>[a-z]+) (?:are|is|were|was|will be)(?: there)?(?: present)?",
            lambda found: "find the function" if found["noun"] in told.nouns else found[0],
            text,
            flags=re.IGNORECASE,
        )
    text = re.sub(
        r"\bhow (?:fast|quickly|rapidly) (?:is|was) (?:the function|it) (?:changing|growing|increasing|decreasing"
        r"|falling|rising)",
        "find the rate of change of the function",
        text,
        flags=re.IGNORECASE,
    )
    text = re.sub(
        r"\bthe rate at which (?:the function|it) (?:is|was) (?:changing|growing|increasing|rising)",
        "the rate of change of the function",
        text,
        flags=re.IGNORECASE,
    )
    return _without_units(text, told)


def _of_story(words: str, told: _Told) -> bool:
    return all(word in told.nouns for word in words.split())


def _without_units(text: str, told: _Told) -> str:
    """Leave out the unit of the answer if it follows from those of the letters, and a letter's own unit."""
    for name, unit in told.units.items():
        text = re.sub(rf"\b({name} ?= ?\d+(?:\.\d+)?) {re.escape(unit)}\b", r"\1", text)
        text = re.sub(rf"\bafter (\d+(?:\.\d+)?) {_either(unit)}\b", rf"at {name} = \1", text)
    outer = {told.unit, *told.units.values()} - {""}
    rates = {f"{one} per {_one(two)}" for one in outer for two in told.units.values() if one != two}
    asks_rate = re.search(r"\b(?:rate|fast|quickly|velocity|speed)\b", text, re.IGNORECASE)
    for unit in rates if asks_rate else ({told.unit} - {""}):
        text = re.sub(rf",? ?\(?\bin {re.escape(unit)}\b\)?", "", text)
    return text


def _one(unit: str) -> str:
    return unit.removesuffix("s")


def _either(unit: str) -> str:
    return rf"{re.escape(_one(unit))}s?"
