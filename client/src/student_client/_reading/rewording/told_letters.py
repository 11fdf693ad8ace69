r"""Takes the letters and the units from a sentence of a story: "t seconds after launch", "of radius r cm"."""

from __future__ import annotations

import re

from .said_again import MARK
from .story_units import PER, TIME, of_time
from .told_facts import GLUE, NOUNS, THINGS, Story
from .told_nouns import could_be_noun

_NOUN = r"(?P<noun>(?!(?:of|in|on|at|after|for|from|and|to|by|with|is|are|makes?|sells?|[a-z]+ing)\b)[a-z]{3,})"
_ROLE = rf"(?:the |an? )?(?P<noun>[a-z]{{3,}})(?: of (?:the |an? )?[a-z]+)?(?:,? in (?P<unit>{PER})(?!\w))?"
_EVENT = r"(?P<event>(?:it|they) (?:is|was|were|are) [a-z]+|(?:(?:the|an?|its|being) )?(?!it\b|they\b)[a-z-]+)"
_CURVE = re.compile(r"\b(curve|graph|function|line) ([A-Z])(?!\w)")
_PER_TIME = re.compile(rf"{MARK} (?:per|an?) (?P<unit>{TIME})\b")
_MAKING = re.compile(
    r"\b(?:of|from|for) (?:producing|making|selling|baking|building|printing|manufacturing|shipping|renting|ordering"
    r"|buying|hiring|delivering|painting|brewing|publishing|growing)\b"
)
_BOTH_UNITS = re.compile(rf"\b(?:measured )?in (?P<one>{PER})(?: and (?P<two>{PER}))(?!\w)", re.IGNORECASE)
_IN = re.compile(
    rf"[,(]? ?\b(?:measured |given |expressed )?in (?P<unit>{PER}|degrees(?: celsius| fahrenheit)?)(?![\w/])\)?",
    re.IGNORECASE,
)


def without_units(rest: str, own: Story) -> str:
    """Return a sentence without the units of the formula and of its letter, which are kept."""
    letter = re.escape(own.function.letter)
    after = re.search(rf"{MARK},? (?P<unit>(?-i:{PER})|degrees(?: celsius| fahrenheit)?)(?![\w/])", rest, re.IGNORECASE)
    if after:
        own.unit = after["unit"]
        rest = rest.replace(after[0], MARK, 1)
    per = _PER_TIME.search(rest)
    if per and own.rate:
        own.letter_unit = per["unit"]
        rest = rest.replace(per[0], MARK, 1)
    of_letter = re.search(
        rf"(?<![\w\\]){letter},? (?:is |being |measured |given )*(?:in )?(?P<unit>{PER})(?![\w/])", rest, re.IGNORECASE
    )
    if of_letter and of_letter[0].startswith(own.function.letter):
        own.letter_unit = of_letter["unit"]
        rest = rest.replace(of_letter[0], own.function.letter, 1)
    name = re.escape(own.function.name) if own.function.name not in {"", "a", "A"} else "(?!)"
    of_name = re.search(rf"(?<![\w\\']){name},? (?:is |measured )*(?:in )?(?P<unit>{PER})(?![\w/])", rest)
    if of_name and not own.unit:
        own.unit = of_name["unit"]
        rest = rest.replace(of_name[0], own.function.name, 1)
    both = _BOTH_UNITS.search(rest)
    if both and of_time(both["two"]) and not of_time(both["one"]):
        own.unit, own.letter_unit = both["one"], both["two"]
        rest = rest.replace(both[0], " ", 1)
    for found in _IN.finditer(rest):
        own.conflict |= bool(own.unit)
        own.unit = found["unit"]
        rest = rest.replace(found[0], " ", 1)
    return rest


def without_letters(rest: str, own: Story) -> str:
    """Return a sentence without the letters of the formula; what stands beside the variable is kept as its noun."""
    function = own.function
    letter = re.escape(function.letter)
    name = re.escape(function.name) if function.name not in {"", "a", "A"} else "(?!)"
    rest = re.sub(rf"(?<![\w\\']){name}\(\\?{letter}\)|(?<![\w\\']){name}(?![\w-])", " ", rest)
    told = re.search(rf"(?<![\w\\']){letter} (?:is|denotes|represents|stands for) {_ROLE}", rest)
    plain = told is not None and (told["noun"] in NOUNS | THINGS | {"time"} or could_be_noun(told["noun"]))
    told = told if plain and not (told and told["noun"] in GLUE) and not own.letter_unit else None
    if told:
        own.letter_noun, own.letter_unit = told["noun"], told["unit"] or ""
        rest = rest.replace(told[0], " ", 1)
    before = re.search(rf"\b{_NOUN}(?: of (?:an? |the )?[a-z]+ is| is)? \\?{letter}(?!\w)", rest)
    after = re.search(rf"(?<![\w\\]){letter} (?P<noun>[a-z]+s)(?!\w)", rest)
    since = re.search(rf"(?<![\w\\]){letter} (?:after|since) {_EVENT}", rest)
    own.event = since["event"].strip() if since and of_time(own.letter_unit) else ""
    if told:
        own.counted = own.letter_noun != "time"
    elif of_time(own.letter_unit):
        own.letter_noun = "time"
        own.counted = (
            re.search(rf"\bafter \\?{letter}(?!\w)|(?<![\w\\]){letter} (?:after|later|since)\b", rest) is not None
        )
    elif before:
        own.letter_noun = {"year": "time", "day": "time"}.get(before["noun"], before["noun"])
        rest = rest.replace(before["noun"], " ", 1)
    elif after and (after["noun"] in THINGS | {"units", "items"} or could_be_noun(after["noun"])):
        own.letter_noun = after["noun"]
        rest = _MAKING.sub(" ", rest.replace(after[0], " ", 1))
    own.counted |= own.letter_noun not in {"", "time", "year", "day"}
    rest = _CURVE.sub(lambda found: found[1] if found[2] not in own.function.body else found[0], rest)
    return re.sub(rf"(?<![\w\\])\\?{letter}(?![\w-])", " ", rest) if letter not in {"a", "I"} else rest
