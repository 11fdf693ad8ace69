"""Leaves out the story around a problem: who and what it is about, and which letter stands for what.

A sentence is a story only if all of its words are on a list that bears no mathematics, its letters are the
problem's, and
its numbers are printed in the expression. What it says of a letter's range is kept, and its units must be the
question's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from ..questions.splitting import sentences
from ..statement import NotRead
from .everyday_words import beside
from .limiting import VALUE
from .story_questions import Told, asked
from .story_units import PER
from .story_words import COMPARED, EQUATED, MEASURED, QUANTITIES, STORY, UNITS

_SIGN = r"(?:<=|>=|<|>|≤|≥|\\leq?(?![a-z])|\\geq?(?![a-z]))"
_RANGE = re.compile(
    rf",? ?(?:\(|\b(?:where|for|with|and|when|given that|at time|at a time|time|on|in) )*(?<![\w)]) ?"
    rf"(?P<said>(?:(?P<low>{VALUE}) ?{_SIGN} ?)?(?P<name>[a-zA-Z]) ?{_SIGN} ?(?P<high>{VALUE}))\)?(?=[\s,.;)]|$)"
)
_THE_NOUN = r"(?:(?: is| be|,)? the (?P<what>[a-z]+)(?: of (?:the |a )?[a-z]+)?(?= (?:measured )?in))"
_OF_LETTER = re.compile(
    rf"(?:\b(?:after|at (?:a )?time|time) )?(?P<name>\b[a-zA-Z]\b)(?:\([a-z]\))?,?{_THE_NOUN}?(?: (?:is |are |being )?"
    rf"(?:(?:given |measured |expressed )?in )?)(?P<unit>{PER})(?: (?:after|since|from|into|of)\b(?: (?:the )?(?:"
    r"(?:year |start of |beginning of )?(?:18|19|20)\d\d\b|(?:start|beginning|launch)\b))?)?(?!\w)",
    re.IGNORECASE,
)
_IN = re.compile(rf",? ?\(?\b(?:measured |given |expressed )?in (?P<unit>{PER})\)?(?![\w/])", re.IGNORECASE)
_LETTERED = re.compile(r"\b(?P<noun>[a-z]+),? (?P<name>[a-zA-Z])\b", re.IGNORECASE)
_OF_A_SHAPE = re.compile(
    r"\b(?:of|for) (?:a|an|the|its|this|each|one) (?:right-angled |isosceles |equilateral |circular |given |solid "
    r"|closed )*(?:cube|square|cone|sphere|triangle|rectangle|cylinder|box|product|item|commodity|good)s?\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\bwhen (?:its|the) (?P<noun>[a-z]+) is\s+(?P<name>[a-z])\b")
_OBJECT = re.compile(r"\b(particle|point|car|body|object|ship|train|ball|town|stone|tank|bus|boat|block) ([A-Z])\b")
_GIVEN_BY = r"(?:given|modelled|modeled|described|represented|approximated|determined|shown|expressed|defined)"


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

    Raises:
        NotRead: the question is about another quantity, or in another unit.

    >>> without_story("The height of a bird is given below. Find the height at t = 1.", "h = t^2", {"h", "t"}).words
    'Find the function at t = 1.'
    """
    counts = "=" in expression and not re.search(r"'|\\d?frac\s*\{\s*d|\bd[a-z]/d[a-z]", expression)
    told = Told(letters, {*_numbers(expression), "1"}, counts)
    heading = re.match(r"\s*([A-Za-z])\s*(?:\([a-z]\)\s*)?=", expression)
    told.function = heading[1] if heading else ""
    told.velocity = re.match(r"\s*v\s*(?:\(|=)", expression) is not None
    made = " ".join(filter(None, (_told(said, told) for said in sentences(text))))
    if not made or (made == text and not told.nouns):
        return Asked(text)
    if told.named in _PLACED and told.velocity:
        return Asked(text)
    measured = bool(told.nouns & beside(MEASURED))
    made = asked(made, told)
    said, wanted = told.nouns & _FIGURES, set(re.findall("[a-z]+", made.lower())) & _FIGURES
    if said and wanted - said:
        raise NotRead("the question is about a quantity that the story does not name")
    ranges = " and ".join(dict.fromkeys(told.ranges))
    if not ranges:
        return Asked(made, told.equations, measured)
    mark = re.search(r"[.?!\s]*$", made)
    end = mark.start() if mark else len(made)
    return Asked(f"{made[:end]}, where {ranges}{made[end:]}", told.equations, measured)


_FIGURE_WORDS = "volume area temperature population mass cost revenue profit price radius depth pressure"
_FIGURES = frozenset(_FIGURE_WORDS.split())
"""Quantities of which none is another one."""
_PLACED = frozenset({"position", "displacement", "height", "distance"})


def _numbers(expression: str) -> Iterator[str]:
    yield from re.findall(r"\d+(?:\.\d+)?", expression)


def _told(said: str, told: Told) -> str:
    """Return what a sentence asks: nothing if it is a story, its last clause if that asks."""
    if _is_story(said, told):
        return ""
    asks = re.search(r"[,;:] (?=(?:find|determine|calculate|work out|what|how|when|solve)\b)", said, re.IGNORECASE)
    if not asks:
        return said
    introduced = re.match(r"(?:if|given that|suppose(?: that)?|assuming(?: that)?) ", said, re.IGNORECASE)
    story = f"{said[introduced.end() if introduced else 0 : asks.start()]}."
    return said[asks.end() :] if _is_story(story, told) else said


def _is_story(said: str, told: Told) -> bool:
    """Return whether a sentence only tells what the letters stand for; keep what it says."""
    said = re.sub(r"\b([A-Za-z]{3,})'s ", r"\1 ", said)
    said = re.sub(r",? for all (?:real )?(?:values of |numbers )?[a-z]\b", "", said)
    said = re.sub(
        r"^(?:if|suppose(?: that)?|assume(?: that)?|imagine(?: that)?|when) (?=(?:a|an|the|you|we)\b)",
        "",
        said,
        flags=re.IGNORECASE,
    )
    own = Told(told.letters, told.numbers, told.counts)
    if told.velocity and re.search(r"\bvelocity\b", said):  # v is the velocity
        said, own.named = re.sub(r"\bvelocity\b", "value", said), "velocity"
    rest = said.strip(" .!")
    if (
        not rest
        or "?" in said
        or COMPARED.search(said)
        or re.match(r"(?:find|let's|solve|show|state)\b", rest, re.IGNORECASE)
    ):
        return False
    rest = _without_letters(rest, told, own)
    rest = re.sub(r"\b(?:two|three|four|five|six) (?=(?P<noun>[a-z]+s)\b)", _counted, rest, flags=re.IGNORECASE)
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
    _keep(rest, words, told, own)
    return True


def _counted(found: re.Match[str]) -> str:
    """Leave out how many things there are: "two taps"."""
    return "" if found["noun"].lower() in MEASURED else found[0]


def _keep(rest: str, words: Sequence[str], told: Told, own: Told) -> None:
    """Add what one sentence says to what the story says."""
    told.ranges += own.ranges
    told.units |= own.units
    told.named_letters |= own.named_letters
    named = [own.named] if own.named else [word.lower() for word in words if word.lower() in QUANTITIES]
    if named and not told.equations and (re.search(rf"\b(?:{_GIVEN_BY}|below|formula|follows)\b", rest) or own.ranges):
        told.named = named[0] if len(set(named)) == 1 or re.match(rf"the {named[0]}\b", rest, re.IGNORECASE) else ""
        told.named = own.named or told.named
        told.unit = own.unit
    told.nouns |= {word.lower() for word in words if word.lower() in beside(STORY)}


def _without_letters(rest: str, told: Told, own: Told) -> str:
    """Return a sentence without what it says of letters: their ranges, units and names, which are kept."""
    for found in _RANGE.finditer(rest):
        if found["name"] in told.letters:
            own.ranges.append(found["said"])
            rest = rest.replace(found[0], " ", 1)
    for found in _OF_LETTER.finditer(rest):
        if found["name"] in told.letters:
            own.units[found["name"]] = found["unit"]
            if found["what"] and found["name"] == told.function:
                own.named = found["what"].lower()
            rest = rest.replace(found[0], f" {found['name']} ", 1)
    for found in _IN.finditer(rest):
        own.unit = found["unit"]
        rest = rest.replace(found[0], " ", 1)
    rest = _WHEN.sub(
        lambda found: f"its {found['noun']} {found['name']}" if found["name"] in told.letters else found[0], rest
    )
    for found in _LETTERED.finditer(rest):
        if found["name"] in told.letters and found["noun"].lower() in QUANTITIES | {"time"}:
            own.named_letters[found["noun"].lower()] = found["name"]
    rest = _OBJECT.sub(lambda found: found[0] if found[2] in told.letters else found[1], _OF_A_SHAPE.sub(" ", rest))
    return re.sub(r"\b([A-Za-z])\(([a-z])\)", lambda f: f[1] if {f[1], f[2]} & set(told.letters) else f[0], rest)


def _is_plain(word: str, told: Told, *, counted: bool, also: Collection[str] = ()) -> bool:
    low = word.lower()
    if low[0].isdigit():
        return counted and low in told.numbers
    return (
        low in beside(STORY)
        or (low == "dropped" and told.counts)
        or low in also
        or (low in UNITS and len(low) > 2)
        or word in told.letters
        or low in {"(", ")", ":", "'", "a"}
    )


def _has_words(words: list[str]) -> bool:
    return sum(len(word) > 2 for word in words) > 1
