r"""Reads the sentences of a story: the quantity that the printed formula gives, its units, and the time of its letter.

Every word of such a sentence must be on a list of words without mathematics; no number may be in it, and no other
letter than those of the formula. So "twice", "per item", "in thousands" or "for the first 5 seconds" is never left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..statement import NotRead
from .said_again import MARK, Function
from .story_units import PER, TIME, key, of_time
from .story_words import MEASURED, QUANTITIES, STORY
from .told_nouns import could_be_noun, unknown_nouns

MOTION = {"position": 0, "displacement": 0, "distance": 0, "height": 0, "velocity": 1, "speed": 1, "acceleration": 2}
"""How often a place was differentiated for each quantity of a motion."""
NOUNS = (QUANTITIES | set(MOTION) | {"altitude"}) - {"value", "side", "edge", "angle", "period", "balance"}
"""What a formula can give."""
LETTERS = {
    "P": "population",
    "N": "number",
    "T": "temperature",
    "V": "volume",
    "A": "area",
    "C": "cost",
    "R": "revenue",
    "h": "height",
    "s": "displacement",
    "x": "position",
    "v": "velocity",
}
"""What a letter stands for in a story that does not say it."""
_FURTHER = """
    sphere cone cube square triangle am take assume look if when drawn curves seconds minutes hours after launch
    since start items units total decreases increases changes varies drains drain leaks leak pumped fills drips
    pours drained velocity speed acceleration axis x-axis y-axis origin cubic degrees injection projected hovers
    drink loaf tide savings bacterial infected infection rumour rumor tumour tumor signal ferris sprinter hiker
    skydiver hole reservoir sink website subscribers users downloads app album frogs moths beetles squirrels bears
    seals whales shot tossed hurled released ejected propelled take-off takeoff
"""
PLAIN = STORY | NOUNS | frozenset(_FURTHER.split())
"""Words of a sentence that tells something."""
_THINGS = MEASURED - QUANTITIES
_MOVER_WORDS = "ball stone rock rocket arrow object body particle car train bus boat ship runner drone bird projectile"
_MOVERS = frozenset(_MOVER_WORDS.split())
_ANY_MOVER = frozenset({"object", "body", "particle", "ball", "projectile"})
_GIVEN = re.compile(rf"{MARK}|\b(?:given|below|shown|formula|follows|following|equation|function|modelled|modeled)\b")
_RATE = re.compile(rf"\bat (?:a|the) (?:varying |variable )?rate(?: of)? {MARK}|\bflow rate\b|\brate of flow\b", re.I)
_OUTWARD = re.compile(r"\b(?:declin|decreas|shrink|drain|leak|leav|escap|evaporat|lose|lost|drip)", re.IGNORECASE)
_CURVE = re.compile(r"\b(curve|graph|function|line) ([A-Z])(?!\w)")
_PER_TIME = re.compile(rf"{MARK} (?:per|an?) (?P<unit>{TIME})\b")
_MAKING = re.compile(
    r"\b(?:of|from|for) (?:producing|making|selling|baking|building|printing|manufacturing|shipping|renting|ordering"
    r"|buying"
    r"|hiring|delivering|painting|brewing|publishing|growing)\b",
)
_BOTH_UNITS = re.compile(rf"\b(?:measured )?in (?P<one>{PER})(?: and (?P<two>{PER}))(?!\w)", re.IGNORECASE)
_IN = re.compile(
    rf"[,(]? ?\b(?:measured |given |expressed )?in (?P<unit>{PER}|degrees(?: celsius| fahrenheit)?)(?![\w/])\)?",
    re.IGNORECASE,
)


class Misfit(NotRead):
    """A question about a story is understood, and does not fit it: no other way to read it is tried."""


@dataclass
class Story:
    """What the sentences of a story say of the printed function.

    Args:
        function: what is printed.
        names: the names that the words give it.
        quantity: the noun for it; empty if none is said.
        rate: whether it is the rate of a flow, of which an amount is made.
        outward: whether something flows out.
        unit: its unit.
        letter_unit: the unit of its letter.
        letter_noun: what its letter stands for, such as "time", "radius" or "items".
        counted: whether its letter is surely not negative, as in "after t seconds" and "of radius r".
        things: the things and people of the story.
        conflict: whether several quantities could be the printed one.
        bare: whether there is only a definition, and nothing that it stands for.
    """

    function: Function
    names: set[str] = field(default_factory=set)
    quantity: str = ""
    rate: bool = False
    outward: bool = False
    unit: str = ""
    letter_unit: str = ""
    letter_noun: str = ""
    counted: bool = False
    things: set[str] = field(default_factory=set)
    conflict: bool = False
    bare: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether there is only a definition, and nothing that it stands for."""
        return not (self.quantity or self.things or self.letter_noun or self.unit or self.rate)

    def settle(self) -> None:
        """Take the quantity from the letter, if a story does not name it."""
        self.bare = self.is_bare
        names = self.names | ({self.function.name} - {""})
        if not self.quantity and not self.rate and not self.is_bare and len(names) == 1:
            self.quantity = LETTERS.get(next(iter(names)), "")
        if self.quantity in {"position", "displacement"} and not self.things & _MOVERS:
            self.quantity = self.quantity if self.letter_noun else ""
        if len(self.things & _MOVERS) == 1:
            self.things |= _ANY_MOVER
        if not self.letter_noun and self.function.letter == "r" and self.quantity in {"area", "volume"}:
            self.letter_noun = "radius"
        if not self.letter_noun and (of_time(self.letter_unit) or self.function.letter == "t"):
            self.letter_noun = "time"
        if not self.letter_unit and self.letter_noun == "time" and re.search(rf" (?:per|an?) {TIME}$|/s$", self.unit):
            self.letter_unit = re.split(r" (?:per|an?) |/", self.unit)[-1]


def tells(said: str, story: Story) -> bool:
    """Return whether a sentence only tells something; add what it tells to the story.

    Args:
        said: the sentence, with a mark for the printed formula.
        story: what the sentences before say.
    """
    rest = said.strip(" .!").replace("\u2019", "'")
    if not rest or "?" in rest:
        return False
    own = Story(story.function, rate=_RATE.search(rest) is not None, outward=_OUTWARD.search(rest) is not None)
    rest = _without_letters(_without_units(rest, own), own)
    rest = re.sub(r"\b(?:a|the|varying|variable|flow)? ?rate(?: of(?: flow)?)?\b", " ", rest) if own.rate else rest
    words = re.findall(r"(?<=[a-z])'s\b|[A-Za-z]+(?:-[A-Za-z]+)*|\d+|[^\s,;:()]", rest)
    unknown = unknown_nouns(words, PLAIN, NOUNS)
    symbols = {word for word in words if not word[0].isalpha() or (len(word) == 1 and word not in "aAI")}
    if unknown is None or symbols - {MARK, "'s"}:
        return False
    own.things = unknown
    low = {word.lower() for word in words}
    nouns = low & NOUNS - {own.letter_noun}
    if nouns > {"number"} or nouns > {"amount"} or nouns > {"size"}:
        nouns -= {"number", "amount", "size"}
    _keep(story, own, low, nouns if _GIVEN.search(rest) and not own.rate else set())
    return True


def _keep(story: Story, own: Story, words: set[str], nouns: set[str]) -> None:
    """Add what one sentence says to what the story says."""
    said = nouns | ({story.quantity} - {""})
    story.conflict |= len(said) > 1 or own.conflict
    story.quantity = next(iter(said), "") if len(said) == 1 else ""
    for name in ("unit", "letter_unit", "letter_noun"):
        before, now = getattr(story, name), getattr(own, name)
        story.conflict |= bool(before and now and key(before) != key(now))
        setattr(story, name, now or before)
    story.rate |= own.rate
    story.outward |= own.outward
    story.counted |= own.counted
    story.things |= own.things | words & (_THINGS | NOUNS if own.rate else _THINGS)


def _without_units(rest: str, own: Story) -> str:
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
    both = _BOTH_UNITS.search(rest)
    if both and of_time(both["two"]) and not of_time(both["one"]):
        own.unit, own.letter_unit = both["one"], both["two"]
        rest = rest.replace(both[0], " ", 1)
    for found in _IN.finditer(rest):
        own.conflict |= bool(own.unit)
        own.unit = found["unit"]
        rest = rest.replace(found[0], " ", 1)
    return rest


def _without_letters(rest: str, own: Story) -> str:
    """Return a sentence without the letters of the formula; what stands beside the variable is kept as its noun."""
    function = own.function
    letter = re.escape(function.letter)
    name = re.escape(function.name) if function.name not in {"", "a", "A"} else "(?!)"
    rest = re.sub(rf"(?<![\w\\']){name}\(\\?{letter}\)|(?<![\w\\']){name}(?![\w-])", " ", rest)
    before = re.search(rf"\b(?P<noun>time|radius|side|width|length|depth|height|age|year|day) \\?{letter}(?!\w)", rest)
    after = re.search(rf"(?<![\w\\]){letter} (?P<noun>[a-z]+s)(?!\w)", rest)
    if of_time(own.letter_unit):
        own.letter_noun = "time"
        own.counted = (
            re.search(rf"\bafter \\?{letter}(?!\w)|(?<![\w\\]){letter} (?:after|later|since)\b", rest) is not None
        )
    elif before:
        own.letter_noun = {"year": "time", "day": "time"}.get(before["noun"], before["noun"])
        rest = rest.replace(before["noun"], " ", 1)
    elif after and (after["noun"] in _THINGS | {"units", "items"} or could_be_noun(after["noun"])):
        own.letter_noun = after["noun"]
        rest = _MAKING.sub(" ", rest.replace(after[0], " ", 1))
    own.counted |= own.letter_noun not in {"", "time", "year", "day"}
    rest = _CURVE.sub(lambda found: found[1] if found[2] not in own.function.body else found[0], rest)
    return re.sub(rf"(?<![\w\\])\\?{letter}(?![\w-])", " ", rest) if letter not in {"a", "I"} else rest
