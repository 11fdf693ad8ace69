"""Says "integrate" for what a printed rate makes: charge of a current, work of a force, energy of a power, a flow.

All other words must be those of a story, and there must be one unit of time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress

from ..formulas.same_formulas import heading
from ..statement import NotRead
from .story_words import STORY

_MADE: tuple[tuple[str, str, str, str], ...] = (
    ("charge", r"currents?", "iI", "t"),
    ("work(?: done)?", r"forces?", "F", "xs"),
    ("(?:energy|work)", r"power", "Pp", "t"),
    ("impulse", r"forces?", "F", "t"),
    (
        r"(?:(?:volume|amount|quantity|mass) of (?:water|oil|fuel|liquid|gas|air|milk|sand|fluid|coolant|petrol)"
        r"|water|oil)",
        r"(?:flow )?rate(?: of flow)?|flow",
        "rRfFqQwV",
        "t",
    ),
)
"""What is made, by which rate, the names of its function, and the letters that it depends on."""
_FIND = r"(?:find|determine|compute|calculate|work out|evaluate|what is|obtain|give)"
_TIME = r"(?:second|minute|hour|day|week|month|year)"
_COUNT = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "ten": "10"}
_UNIT = r"(?: ?(?:metres?|meters?|m|s|seconds?|minutes?|hours?))?"
_SPAN = re.compile(
    rf"\b(?:(?:in|during|over|within|for) the first (?:(?P<count>\d+(?:\.\d+)?|{'|'.join(_COUNT)}) )?{_TIME}s?|"
    rf"(?:between|from)(?: the)?(?: times?)? (?:[a-z] ?= ?)?(?P<low>[-\d./\\a-z{{}}]+){_UNIT} (?:and|to|until) "
    rf"(?:[a-z] ?= ?)?(?P<high>[-\d./\\a-z{{}}]*[\d}}i])(?!\w){_UNIT})(?=[\s,.;?]|$)",
    re.IGNORECASE,
)
_PHYSICAL = """
    over interval dissipated work done energy charge impulse that passes pass flows flow transferred transfers
    delivered delivers delivering through past enters enter leaves leave pumped flowing passing moved moving
    stretching compressing stretch done by electric electrical total ampere amperes amps amp newton newtons watt
    watts joules joule coulombs coulomb metres metre meters meter seconds second minute minutes hour hours
    litres litre liters liter cubic per and resistor conductor section cross-section device circuit force power
    current rate in into out tank reservoir pipe consumed used converted dissipated acting acts is at after
    leak leaks leaked leaking drain drains drained draining pour pours poured pouring out gallon gallons barrel barrels
    bottom storage exerted object when if whose t x s
"""
_WORDS = STORY | frozenset(_PHYSICAL.split())
_MIXED = re.compile(
    r"\b(?:milli|kilo|mega|micro|centi)|\b(?:kW\w*|mA|kN|kJ|cm|mm|km|ml|average|mean|maximum|net"
    r"|rms|against|while|but|both|already|initially|now|left|remain\w*|has|holds|contains?)\b"
    r"|\b(?:is|are|be|was) (?:now )?in\b|\bin and out\b|\band (?:the|its|an?|find|what)\b",
    re.IGNORECASE,
)
"""Units that change the number, and what makes it another quantity: what is there already, a second question."""


def accumulated(text: str, expression: str, variables: Sequence[str]) -> str:
    """Return "Integrate from 0 to 3" for what a rate makes in the first three seconds; else the words as they are.

    >>> accumulated("Find the charge that flows in the first 3 seconds.", "i(t) = 2t", ["t"])
    'Integrate with respect to t from 0 to 3.'
    """
    with suppress(NotRead):
        name, letter, _ = heading(expression)
        spans = [*_SPAN.finditer(text)]
        asked = [row for row in _MADE if name in row[2] and letter in row[3] and _asks(text, row)]
        if len(spans) == 1 and asked and letter in variables and _is_plain(text, spans[0], name, letter):
            span = spans[0]
            low, high = (span["low"], span["high"]) if span["low"] else ("0", span["count"] or "1")
            return f"Integrate with respect to {letter} from {low} to {_COUNT.get(high.lower(), high)}."
    return text


def _asks(text: str, row: tuple[str, str, str, str]) -> bool:
    """Return whether a quantity is asked, of a rate that the words name if the letter alone does not tell it."""
    made, rate, names, _ = row
    asked = re.search(rf"\b{_FIND} (?:the )?(?:total )?{made}\b|\bhow much (?:total )?{made}\b", text, re.IGNORECASE)
    return asked is not None and (
        len(names) == 1 or re.search(rf"\b(?:{rate})\b", text, re.IGNORECASE) is not None or names == "iI"
    )


def _is_plain(text: str, span: re.Match[str], name: str, letter: str) -> bool:
    """Return whether all other words only tell a story, with one unit of time at most."""
    rest = re.sub(
        rf"\b{_FIND}\b|\bhow much\b", " ", text[: span.start()] + " " + text[span.end() :], flags=re.IGNORECASE
    )
    rest = re.sub(rf"\b{re.escape(name)}(?:\({letter}\))?(?!\w)", " ", rest)
    words = re.findall(r"[^\s,.;:?!()]+", rest)
    times = {found.lower() for found in re.findall(rf"\b({_TIME})s?\b", text, re.IGNORECASE)}
    per_second = re.search(r"\b(?:amp|ampere|watt)s?\b", text, re.IGNORECASE) is None or times <= {"second"}
    return (
        len(times) < 2
        and per_second
        and not _MIXED.search(text)
        and all(word.lower() in _WORDS or word == letter for word in words)
    )
