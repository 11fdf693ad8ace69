r"""Cuts the place and the interval from a question of a story: "after 3 seconds", "when t = 2", "from t = 1 to t = 4".

A place's unit must be that of the formula's letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .story_units import PER, TIME, key, of_time
from .told_facts import Misfit, Story

PLACE, SPAN = "\u00a4", "\u2021"
"""Stand for a place and for an interval."""
NUMBER = r"[-+\u2212]?\d+(?:[.,]\d+)?(?:/\d+)?"
VALUE = r"(?:\\?[a-z]+ (?:\d+|[a-z])(?!\w)|[^\s,;?]+(?: ?[-+*/^] ?[^\s,;?]+)*)"
"""A number, as a pattern."""
_TIMES = rf"(?:{NUMBER}|\\?[a-z]+(?:\(\d+\)| \d+)|[^\s,;?]*\d[^\s,;?]*|\\?[a-z]+)"
_COUNT_WORDS = "two three four five six seven eight nine ten"
_COUNTS = {word: str(at) for at, word in enumerate(_COUNT_WORDS.split(), 2)}
_COUNT = rf"(?:{NUMBER}|{'|'.join(_COUNTS)}|an?|one)"
_START = (
    r"(?:initially|at the (?:very )?(?:start|beginning)|at launch|to begin with|at time zero|at the moment of launch)"
)
_EVENT = r"(?: after (?:the )?(?:launch|start|take-?off|release))?"
_MADE = r"(?:produced|made|sold|manufactured|built|bought|ordered|baked|printed|published|brewed|shipped|painted)"
_MAKING = r"(?:producing|making|selling|manufacturing|to (?:produce|make|sell|manufacture)|of|for|from)"


@dataclass
class Places:
    """What is left of a question, and the places in it.

    Args:
        text: the question, with marks.
        at: the place that is said; empty if none is.
        ends: the two ends that are said.
    """

    text: str
    at: str = ""
    ends: tuple[str, str] | None = None


def cut(text: str, story: Story) -> Places:
    """Return a question with marks for its place or its interval.

    Args:
        text: the question, without its last mark.
        story: what the sentences before say.

    Raises:
        Misfit: a unit is not that of the formula's letter, or there are several places.
    """
    places = Places(text)
    for pattern in _spans(story):
        if places.ends is None and (found := pattern.search(places.text)):
            given = found.groupdict()
            low, high = given.get("low") or "0", given.get("high") or given["count"] or "1"
            _check(story, given.get("u"), given.get("v"))
            places.ends = _number(low), _number(high)
            places.text = _put(places.text, found, SPAN)
    for pattern in _places(story):
        if not places.at and (found := pattern.search(places.text)):
            given = found.groupdict()
            _check(story, given.get("u"))
            places.at = _number(given.get("a") or "0")
            places.text = _put(places.text, found, PLACE)
    if places.at and places.ends:
        raise Misfit("a place and an interval are said")
    places.text = re.sub(rf"^([{PLACE}{SPAN}]) ?,? (.*)$", r"\2 \1", places.text)
    return places


def _put(text: str, found: re.Match[str], mark: str) -> str:
    return re.sub(r"\s+", " ", f"{text[: found.start()]} {mark} {text[found.end() :]}").strip()


def _number(said: str) -> str:
    low = said.lower().replace("\u2212", "-")
    return "1" if low in {"a", "an", "one"} else _COUNTS.get(low, said)


def _check(story: Story, *units: str | None) -> None:
    """Refuse a unit that is not that of the letter, or of another kind."""
    timed = story.letter_noun == "time"
    for unit in filter(None, units):
        if unit.lower() in {"units", "items", story.letter_noun}:
            fits = not timed and (story.letter_noun != "" or story.quantity in {"cost", "revenue", "profit"})
        else:
            fits = key(unit) == key(story.letter_unit) if story.letter_unit else of_time(unit) == timed
        if not fits:
            raise Misfit(f"{unit!r} is not the unit of the formula")


def _spans(story: Story) -> list[re.Pattern[str]]:
    letter = re.escape(story.function.letter)
    named = rf"(?:(?:the )?times? )?(?:\\?{letter} ?= ?)?"
    relation = r"(?:<=|<|\u2264|\\leq?)"
    return [
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf",? ?\b(?:during|in|over|for|within) (?:the|its) first (?P<count>{_COUNT}) (?P<u>{TIME})\b",
            r",? ?\b(?:during|in|over|for|within) (?:the|its) first (?P<u>second|minute|hour|day|week|month"
            r"|year)\b(?P<count>)",
            rf",? ?\b(?:during|over|on|in|for) (?:the )?(?:time )?(?:interval )?(?:from )?"
            rf"(?P<low>{VALUE}) ?{relation} ?\\?{letter} ?{relation} ?(?P<high>{VALUE})(?: (?P<u>{TIME})\b)?",
            r",? ?\b(?:during|over|on|in|for) (?:the )?(?:time )?(?:interval )?\[(?P<low>[^,\]]+), ?(?P<high>[^\]]+)\]",
            rf",? ?\b(?:over the interval |over the time )?(?:from|between) {named}(?P<low>{VALUE})(?: (?P<u>{TIME}))?"
            rf" (?:to|and|until|till) {named}(?P<high>{VALUE})(?: (?P<v>{TIME})\b)?",
        )
    ]


def _places(story: Story) -> list[re.Pattern[str]]:
    letter = re.escape(story.function.letter)
    noun = re.escape(story.letter_noun or "?")
    event = re.escape(story.event)
    items = rf"(?P<u>units|items|{noun})"
    timed = (
        rf",? ?\b(?:after|at(?: time)?) (?P<a>{_TIMES}) (?P<u>{TIME})\b(?! (?:after|before|later)){_EVENT}",
        rf"(?P<a>{NUMBER}) (?P<u>{TIME}){_EVENT.rstrip('?')}\b",
        rf",? ?\b{_START}\b",
        *((rf"(?P<a>{NUMBER}) (?P<u>{TIME}) after {event}", rf",? ?\bwhen {event}") if story.event else ()),
    )
    return [
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            r",? ?\b(?:when|at|if|for|where|after|with)(?: (?:the )?(?:time|instant|moment|point)(?: when| where)?)? "
            rf"(?-i:\\?{letter}) ?(?:=|is) ?(?P<a>{VALUE})(?: (?P<u>{PER}|units|items|{noun})(?![\w/]))?(?! ?[,&] ?\d)",
            *(timed if story.letter_noun == "time" else ()),
            rf",? ?\b(?:when|if) (?:the|its) {noun} (?:is|equals|=) (?P<a>{NUMBER})(?: (?P<u>{PER}))?(?![\w/])",
            rf",? ?\bat an? {noun} of (?P<a>{NUMBER})(?: (?P<u>{PER}))?(?![\w/])",
            rf",? ?\bon (?:the )?day (?P<a>{NUMBER})(?!\w)" if story.letter_unit.startswith("day") else "(?!)",
            rf",? ?\b(?:of|for|at|with) (?P<a>{NUMBER}) (?P<u>{PER})(?![\w/])" if story.letter_unit else "(?!)",
            rf",? ?\b(?:when|if) (?P<a>{NUMBER}) {items} (?:are|were|is|have been) (?:being )?{_MADE}\b",
            rf",? ?\b(?:{_MAKING} )+(?:the )?(?P<a>{NUMBER}) {items}(?!\w)",
        )
    ]
