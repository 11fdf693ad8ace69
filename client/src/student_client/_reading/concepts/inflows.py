r"""Reads a story of a printed rate of flow: what flows in some time, or what is then in a tank that was empty.

Each number of the words is a time of the question. All times have units that can be turned into that of the rate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from ..questions.splitting import sentences
from ..rewording.story_units import TIME, key
from ..statement import NotRead
from .formula_stories import pieces
from .scenery import is_scenery
from .story_notation import without_notation
from .story_rounding import without_rounding

_NUMBER = r"\d+(?:\.\d+)?"
_PRINTED = re.compile(
    r"\s*\$?(?:(?P<name>[A-Za-z])'?\s*(?:\(\s*t\s*\))?|\\d?frac\s*\{\s*d\s*[A-Za-z]\s*\}\s*\{\s*d\s*t\s*\})\s*=\s*"
    r"(?P<body>[^=<>≤≥]*t[^=<>≤≥]*?)[\s.$]*"
)
_RATE = re.compile(r"\b(?:rate|inflow|outflow)\b|\bper [a-z]+\b", re.IGNORECASE)
_PER = re.compile(rf"(?:\bper |/)(?P<unit>{TIME})\b", re.IGNORECASE)
_LETTER = re.compile(
    rf"\bt(?:,? (?:is|being))?(?: measured| given| counted)?(?: the number of| in)? (?P<unit>{TIME})\b"
)
_IN = (
    r"\b(?:flow(?:s|ed|ing)? in(?:to)?|into|inflow|enter(?:s|ed|ing)?|(?:pumped|poured|added|delivered)"
    r"|fill(?:s|ed|ing)?|falls?|fell|accumulat\w+|arriv\w+|grow(?:s|n|ing)?|grew|increas\w+|produc\w+)\b"
)
_OUT = (
    r"\b(?:out(?: of)?|outflow|leak(?:s|ed|ing)?|leav(?:es|ing)|drain(?:s|ed|ing)?|escap\w+|evaporat\w+|spill\w*"
    r"|melt\w*)\b"
)
_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|each|every|both|several|together)\b", re.I
)
_EMPTY = re.compile(
    r"\b(?:(?:(?:initially|at first),? )?(?:an? |the )?(?:initially )?empty|(?:initially,? )?there (?:is|was) no [a-z]+"
    r"(?: (?:in|on) the [a-z]+)?(?: (?:initially|at first))?|(?:starts?|starting) (?:out )?(?:from )?empty)\b",
    re.IGNORECASE,
)
_STOCK = re.compile(
    r"\b(?:(?:is|are)(?: there)? (?:in|on) (?:the|it)|(?:is|are) there|(?:does|will) (?:it|the [a-z]+(?: [a-z]+)?)"
    r" (?:contain|hold|have)|(?:amount|volume|quantity) of [a-z]+ (?:in|on) the)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^(?:how (?:much|many)|by how (?:much|many)|(?:find|determine|calculate|compute|what is) (?:the )?(?:total )?"
    r"(?:amount|volume|quantity|number))\b"
    r"(?!.*\b(?:rate|average|fast|maximum|minimum|most|least|more|longer|per|time)\b)",
    re.IGNORECASE,
)
_T = rf"(?:t ?= ?)?(?P<{{}}>{_NUMBER})(?: (?P<{{}}>{TIME}))?"
_SPANS = (
    re.compile(rf"\b(?:in|during|over|within|for) the first (?:(?P<n>{_NUMBER}) )?(?P<u>{TIME})\b", re.IGNORECASE),
    re.compile(rf"\b(?:from|between) {_T.format('a', 'v')} (?:to|and|until) {_T.format('b', 'w')}\b", re.IGNORECASE),
    re.compile(rf"\b(?:after|at|when) (?:t ?= ?|time t ?= ?)?(?P<n>{_NUMBER})(?: (?P<u>{TIME}))?\b", re.IGNORECASE),
)
_SECONDS = {"s": 1, "min": 60, "h": 3600, "day": 86400, "week": 604800}


def by_inflow(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return the integral of a printed rate over the time that the words tell.

    Args:
        objective: the words.
        expression: the printed rate.
        variables: the problem's variables.

    Raises:
        NotRead: the words tell of no single flow, or more than it.

    >>> said = "Water flows into an empty tank at r(t) litres per minute. How much is in the tank after 5 minutes?"
    >>> by_inflow(said, "r(t) = 6t", ["r", "t"])
    ('Integrate with respect to t from 0 to 5.', '6t')
    """
    printed = _PRINTED.fullmatch(expression)
    if not printed or "t" not in variables:
        raise NotRead("no rate in the time t is printed")
    text, rounded = without_rounding(without_notation(objective))
    units = {_unit(one["unit"]) for one in (*_PER.finditer(text), *_LETTER.finditer(text))}
    if not _RATE.search(text) or len(units) > 1:
        raise NotRead("the words tell of no rate, or of several units of time")
    plain = re.sub(rf"\b{printed['name'] or '(?!)'} ?(?:\( ?t ?\))?(?!\w)", " ", _LETTER.sub(" ", text))
    plain = re.sub(r"\b(?:at|when) (?:time )?t ?= ?0\b(?!\.)", " initially ", plain)
    *told, question = [part for one in sentences(plain) for part in pieces(one) if part.strip(" .,")] or [""]
    question = re.sub(r"\btotal (?=amount|volume|quantity|number)", "", question.strip(" ,"))
    if not _ASKS.match(question):
        raise NotRead("no amount is asked")
    low, high = _span(question, units)
    if (
        _STOCK.search(question) is None
        and _span_pattern(question) is _SPANS[-1]
        and not re.search(r"\bha(?:s|ve)\b", question)
    ):
        raise NotRead("it is not clear whether the flow before a time is asked")
    rest = " ".join([*told, *(pattern.sub(" ", question) for pattern in [_span_pattern(question)])])
    flows_in, flows_out = (re.search(way, rest, re.IGNORECASE) for way in (_IN, _OUT))
    is_empty = _EMPTY.search(rest)
    if _STOCK.search(question) and (not is_empty or flows_out or low != "0"):
        raise NotRead("what is there at first is not known")
    if bool(flows_in) is bool(flows_out):
        raise NotRead("the words tell of two flows, or of none")
    if re.search(r"\d", rest) or _SEVERAL.search(rest) or not is_scenery(_EMPTY.sub(" ", rest)):
        raise NotRead("the words tell more than a flow")
    return f"Integrate with respect to t from {low} to {high}{rounded.plain}.", printed["body"]


def _span_pattern(question: str) -> re.Pattern[str]:
    found = [pattern for pattern in _SPANS if pattern.search(question)]
    if not found or len(found[0].findall(question)) != 1:
        raise NotRead("the time of the question is not clear")
    return found[0]


def _span(question: str, units: set[str]) -> tuple[str, str]:
    """Return the ends of the time that is asked about, in the unit of the rate."""
    found = _span_pattern(question).search(question)
    given = found.groupdict() if found else {}
    if "a" in given:
        ends = (given["a"], given["v"] or given["w"]), (given["b"], given["w"])
        return _in_unit(*ends[0], units), _in_unit(*ends[1], units)
    return "0", _in_unit(given["n"] or "1", given["u"], units)


def _in_unit(number: str, unit: str | None, units: set[str]) -> str:
    """Return a time in the unit of the rate.

    Raises:
        NotRead: one of the units is not known.
    """
    if unit is None or units == {_unit(unit)}:
        return number
    own = next(iter(units), "")
    if own not in _SECONDS or _unit(unit) not in _SECONDS:
        raise NotRead("the unit of a time is not known")
    return str(Fraction(number) * _SECONDS[_unit(unit)] / _SECONDS[own])


def _unit(name: str) -> str:
    return key(name) if key(name) in _SECONDS else key(name).removesuffix("s")
