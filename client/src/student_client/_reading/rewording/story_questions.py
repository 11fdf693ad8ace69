"""Says the question after a story in the formula's words: "the height of the bird" is the function."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from ..statement import NotRead
from .story_units import UNIT
from .story_words import QUANTITIES, UNITS


@dataclass
class Told:
    """What a story says of the letters of a problem."""

    letters: Collection[str]
    numbers: Collection[str]
    counts: bool = False
    nouns: set[str] = field(default_factory=set)
    units: dict[str, str] = field(default_factory=dict)
    unit: str = ""
    named: str = ""
    ranges: list[str] = field(default_factory=list)
    named_letters: dict[str, str] = field(default_factory=dict)
    function: str = ""
    velocity: bool = False
    equations: bool = False


def asked(text: str, told: Told) -> str:
    """Return the question in the formula's words.

    Args:
        text: what is left of the objective.
        told: what the story says.
    """
    if told.named:
        noun = told.named + (r"(?: of [a-z]+)?" if told.named in {"number", "amount", "value"} else "")
        text = re.sub(
            rf"(?:\b(?:the|its|his|her|their) |(?<=change of )){noun}\b(?P<of>(?: (?:of|above|in|on) (?:the |a "
            rf"|its |his |her )?[a-z]+)*)",
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
        r"\bat what rate (?:does|did|is|was) (?:the function|it) (?:change|changing|increase|increasing"
        r"|decrease|decreasing|grow|growing)",
        "find the rate of change of the function",
        text,
        flags=re.IGNORECASE,
    )
    for noun, name in told.named_letters.items():
        text = re.sub(rf"\bwith respect to (?:the |its )?{noun}\b(?! {name}\b)", f"with respect to {name}", text)
        text = re.sub(rf"\b(when|if|where) (?:the |its )?{noun} (?:is|was|=|equals) (?=\d)", rf"\1 {name} = ", text)
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
    text = re.sub(
        r"\brate of (?:growth|increase)(?: of (?:the function|it))?(?= (?:at|when|after)\b)",
        "rate of change of the function",
        text,
    )
    text = re.sub(
        r"\bthe rate at which (?:the|this) (?P<noun>[a-z]+) (?:is|was) (?:growing|increasing|rising|moving|changing)",
        lambda found: "the rate of change of the function" if found["noun"] in told.nouns else found[0],
        text,
    )
    return _without_units(text, told)


def _of_story(words: str, told: Told) -> bool:
    return all(word in told.nouns for word in words.split())


def _without_units(text: str, told: Told) -> str:
    """Leave out the unit of the answer if it follows from those of the letters, and a letter's own unit."""
    for name, unit in told.units.items():
        text = re.sub(rf"\b({name} ?= ?\d+(?:\.\d+)?) {re.escape(unit)}\b", r"\1", text)
        text = re.sub(rf"\bafter (\d+(?:\.\d+)?) {_either(unit)}\b", rf"at {name} = \1", text)
    names = "|".join(told.units) or "(?!)"
    any_unit = rf"(?:{UNIT}|{'|'.join(UNITS)})(?!\w)"
    if told.units and re.search(rf"(?:\b(?:{names}) ?= ?|\bafter )(?:\d+(?:\.\d+)?|an?|one) {any_unit}", text):
        raise NotRead("a unit is not that of the formula")
    outer = {told.unit, *told.units.values()} - {""}
    rates = {f"{one} per {_one(two)}" for one in outer for two in told.units.values() if one != two}
    rates |= {
        f"{_SHORT[one]}/{_SHORT[two]}" for one in outer & _SHORT.keys() for two in outer & _SHORT.keys() if one != two
    }
    asks_rate = re.search(r"\b(?:rate|fast|quickly|velocity|speed)\b", text, re.IGNORECASE)
    for unit in sorted(rates, key=len, reverse=True) if asks_rate else ({told.unit} - {""}):
        text = re.sub(rf",? ?\(?\bin {re.escape(unit)}(?![\w^²/])\)?", "", text)
    return text


_SHORT = {
    "metres": "m",
    "meters": "m",
    "centimetres": "cm",
    "centimeters": "cm",
    "kilometres": "km",
    "kilometers": "km",
    "seconds": "s",
    "hours": "h",
    "minutes": "min",
}


def _one(unit: str) -> str:
    return unit.removesuffix("s")


def _either(unit: str) -> str:
    return rf"{re.escape(_one(unit))}s?"
