"""What a story says of a printed formula, and the words that it may have."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..statement import NotRead
from .said_again import Function
from .story_units import TIME, of_time
from .story_words import MEASURED, QUANTITIES, STORY

CHAINS = (
    (("position", "displacement", "distance", "height", "altitude"), ("velocity",), ("acceleration",)),
    (("charge",), ("current",)),
    (("work", "energy"), ("power",)),
    (("momentum", "impulse"), ("force",)),
)
"""Quantities, each with the one that its derivative in the time is."""
WORK = (("work",), ("force",))
"""The same for the derivative in the way."""
NOUNS = (QUANTITIES | {noun for nouns in CHAINS[0] for noun in nouns} | {"speed"}) - {
    "value",
    "side",
    "edge",
    "angle",
    "period",
    "balance",
}
"""What a formula can give."""
MADE = NOUNS | {noun for chain in CHAINS for nouns in chain for noun in nouns} | {"value", "balance"}
"""What a formula can give that is said to be it, as in "the current is"."""
LETTERS = {
    "P": "population",
    "N": "number",
    "T": "temperature",
    "V": "volume",
    "A": "area",
    "C": "cost",
    "R": "revenue",
    "m": "mass",
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
    filled psi midnight noon dawn sunrise weekly daily monthly seals whales shot tossed hurled released ejected
    propelled take-off takeoff point
"""
PLAIN = STORY | NOUNS | frozenset(_FURTHER.split())
"""Words of a sentence that tells something."""
_OF_VOLUME = re.compile(r"$|lit|cubic|c?m\^?[3\u00b3]|gal|ml", re.IGNORECASE)
THINGS = MEASURED - QUANTITIES
GLUE = PLAIN - THINGS - NOUNS
"""The words of a story that name nothing."""
_MOVER_WORDS = "ball stone rock rocket arrow object body particle car train bus boat ship runner drone bird projectile"
MOVERS = frozenset(_MOVER_WORDS.split())
ANY_MOVER = frozenset({"object", "body", "particle", "ball", "projectile"})


class Misfit(NotRead):
    """A question about a story is understood, and does not fit it: no other way to read it is tried."""


@dataclass
class Story:
    """What the sentences of a story say of the printed function.

    Args:
        function: what is printed.
        names: the names that the words give it.
        quantity: the noun for it; empty if none is said.
        modifier: a word before that noun, which it may have again, as in "the water level".
        rate: whether it is the rate of a flow, of which an amount is made.
        outward: whether something flows out.
        unit: its unit.
        letter_unit: the unit of its letter.
        letter_noun: what its letter stands for, such as "time", "radius" or "items".
        counted: whether its letter is surely not negative, as in "after t seconds" and "of radius r".
        things: the things and people of the story.
        conflict: whether several quantities could be the printed one.
        places: the words for a place in it, such as "in" and "on".
        points: the letters of points and particles in it.
        owners: the things of which the quantity is, if a sentence says it, as in "the height of the ball".
        origins: the things from which a distance is counted.
        surface: what a height is counted from, if a sentence says it.
        event: what its letter counts from, as in "t hours after the drug is taken".
        bare: whether there is only a definition, and nothing that it stands for.
    """

    function: Function
    names: set[str] = field(default_factory=set)
    quantity: str = ""
    modifier: str = ""
    rate: bool = False
    outward: bool = False
    unit: str = ""
    letter_unit: str = ""
    letter_noun: str = ""
    counted: bool = False
    things: set[str] = field(default_factory=set)
    conflict: bool = False
    places: set[str] = field(default_factory=set)
    points: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)
    surface: str = ""
    event: str = ""
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
            noun = LETTERS.get(next(iter(names)), "")
            noun = "" if noun == "volume" and not _OF_VOLUME.match(self.unit) else noun
            self.quantity = "" if noun in {"position", "displacement"} and not self.things & MOVERS else noun
        if len(self.things & MOVERS) == 1:
            self.things |= ANY_MOVER
        if not self.letter_noun and self.function.letter == "r" and self.quantity in {"area", "volume"}:
            self.letter_noun = "radius"
        if not self.letter_noun and (of_time(self.letter_unit) or self.function.letter == "t"):
            self.letter_noun = "time"
        if not self.letter_unit and self.letter_noun == "time" and re.search(rf"(?: (?:per|an?) |/){TIME}$", self.unit):
            self.letter_unit = re.split(r" (?:per|an?) |/", self.unit)[-1]


def order(asked: str, given: str, *, timed: bool) -> int | None:
    """Return how often a quantity is differentiated to give another one; None if it does not follow.

    Args:
        asked: the noun for what is asked.
        given: the noun for what is printed.
        timed: whether the letter is a time, so that a force makes an impulse and not work.

    >>> order("acceleration", "position", timed=True), order("charge", "current", timed=True)
    (2, -1)
    """
    forced = "force" in {asked, given}
    for chain in (WORK,) if forced and not timed else CHAINS:
        places = {noun: at for at, nouns in enumerate(chain) for noun in nouns}
        if asked in places and given in places:
            return places[asked] - places[given]
    return None
