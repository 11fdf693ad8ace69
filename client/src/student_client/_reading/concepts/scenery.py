"""Tells the scenery of a story from what could change it: "Tea cools in a kitchen" is scenery, "half of it" is not.

A word is scenery, whatever it names, unless it counts parts, compares, denies, replaces, or says that something else
happens before or after.
"""

from __future__ import annotations

import re
from collections.abc import Collection

_TWISTING = """
    half halves halve halved halving third thirds quarter quarters fifth fifths tenth tenths fraction fractions percent
    percentage proportion ratio share shares part parts portion partly partially majority most double doubles doubled
    doubling twice triple triples tripled thrice fold multiple dozen dozens pair another other others different differs
    same instead rather except exception excluding only just alone without not no none nor never neither hardly cannot
    barely more less fewer greater smaller than extra additional additionally further furthermore moreover surplus
    excess deficit remaining remains remainder rest shortfall loss losses net gross already again still back earlier
    previously ago until till yesterday tomorrow meanwhile thereafter afterwards next last previous former latter but
    however although though unless whereas despite nevertheless contrary unlike remove removes removed removing steal
    stolen lose loses lost losing withdraw withdraws withdrew withdrawn catch caught harvest harvested die dies died
    kill killed add adds added adding replace replaces replaced replacing alter alters altered adjust adjusts adjusted
    skip skipped omit omitted ignore ignored neglect neglected lower lowers lowered lowering reduce reduces reduced
    raise raises raised pretend imagine hypothetical would could should might wrong mistaken faulty error mistake
    actually really discount tax taxes fee fees bonus surcharge inflation hundred hundreds thousand thousands million
    millions billion billions squared cubed logarithm log reciprocal inverse inverted opposite reversed negative
    below-average above-average relative reflected reflection translated translation shifted rotated stretched scaled
    perpendicular normal compared corrected correct average mean total combined sum difference
"""
TWISTING = frozenset(_TWISTING.split())
"""Words that may say that a part, another thing, or something that has changed is meant."""
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")


_PLACED = re.compile(
    r"\b(?:in|on|into|onto|from|at|by|with|over|under|through|along|across|near|against)(?: (?:an?|the|his|her))?"
    r"(?: [a-z-]+)?? (?P<place>[a-z-]+)"
)
"""Where something is in a story."""
_CHANGED = re.compile(
    r"\b(?:temperature|population|price|cost|profit|revenue|height|depth|level|volume|mass|weight|pressure|speed"
    r"|value) (?:drop|rise|growth|change|increase|decrease|loss|gain|difference|reduction|decline|excess)\b"
    r"|\bper (?!second|minute|hour|day|week|month|year|annum|litre|liter|square|cubic|metre|meter)",
    re.IGNORECASE,
)
"""A quantity that is made from the one named, and one for each thing."""


def is_only_a_place(word: str, told: str) -> bool:
    """Return whether a story has a word only for where something is.

    >>> is_only_a_place("kitchen", "tea cools in a kitchen"), is_only_a_place("tea", "tea cools in a kitchen")
    (True, False)
    """
    places = {found["place"] for found in _PLACED.finditer(told.lower())}
    others = re.findall("[a-z]+", _PLACED.sub(" ", told.lower()))
    return word in places and not any(one.endswith(word) for one in others)


def asks_of_a_place(question: str, told: str) -> bool:
    """Return whether a question is about a place of the story, such as "the temperature of the kitchen"."""
    found = re.findall(r"\b(?:of|is|does|will|has|can) (?:the|an?) ([a-z]+)(?=(?: ([a-z]+))?)", question.lower())
    return any(is_only_a_place(word, told) for words in found for word in words)


def is_scenery(said: str, allowed: Collection[str] = ()) -> bool:
    """Return whether no word of a sentence could change what the formula of a story gives.

    Args:
        said: the sentence, without what is already understood.
        allowed: words that change nothing in this kind of story.

    >>> is_scenery("A cup of tea cools in a kitchen"), is_scenery("Half of it is spilt")
    (True, False)
    """
    words = {part for word in _WORD.findall(said.lower()) for part in (word, *word.split("-"))}
    return not words & TWISTING - set(allowed) and not _CHANGED.search(said)
