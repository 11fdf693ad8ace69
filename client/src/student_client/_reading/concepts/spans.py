r"""Finds the spans of an integral in an objective, as "from x = 0 to x = 2" or "during the first four seconds"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .series_places import COUNTS

_COUNTS = {word: str(at) for at, word in enumerate(COUNTS, 1)}
_TIMES = {
    "second": r"seconds?|secs?|(?<=/)s",
    "minute": r"minutes?|mins?",
    "hour": r"hours?|hrs?|(?<=/)h|kmh|mph|km/h",
    "day": r"days?|daily",
    "week": r"weeks?|weekly",
    "month": r"months?|monthly",
    "year": r"years?|yearly|annually|annual",
}
_FIRST = re.compile(
    rf"(?:(?:in|during|over|within|for|throughout) )?(?:the )?first (?:(?P<it>\d+(?:\.\d+)?|{'|'.join(_COUNTS)}) )?"
    rf"(?P<unit>{'|'.join(_TIMES)})s?(?: of (?:its |the )?(?:motion|movement|journey|trip))?(?![\w-])",
    re.IGNORECASE,
)
_BOUNDS = re.compile(
    r"\s*(?P<low>.+?) ?(?:<=|≤|<|\\l(?:eq?|t)(?![a-z])) ?.+? ?(?:<=|≤|<|\\l(?:eq?|t)(?![a-z])) ?(?P<high>.+)"
)


def spans(variable: str, number: str) -> Iterator[tuple[str, str]]:
    """Yield the patterns of spans with the kind ``span``; each has the groups ``low`` and ``high``.

    Args:
        variable: a pattern of the problem's letters.
        number: a pattern of a number.
    """
    one, two = (rf"(?:(?:time )?{variable}(?:_\{{?{index}\}}?)? ?= ?|times? )?" for index in ("[01a]", "[12b]"))
    low, high = rf"{one}(?P<low>{number})", rf"{two}(?P<high>{number})"
    lead = (
        r"(?:(?:(?:on|over|in|during|for|throughout) )?(?:the )?(?:given |indicated |time )*(?:interval|period|range)"
        r"(?: of time)? )?"
    )
    after = r"(?!\w| ?[-+*/^(=<>\\]|,? inclusive)"
    going = (
        rf"(?:(?:for|as|with) {variable} (?:(?:goes|varies|changes|increases|running|going|ranging|ranges|runs) )?)?"
    )
    yield (
        "span",
        rf"{lead}{going}(?:running |going |taken |measured )?from {low} (?:up )?(?:to|until|till) {high}{after}",
    )
    yield "span", rf"(?:on|over|in|for) (?:the )?(?:interval|range) (?:of )?{low} (?:up )?to {high}{after}"
    yield (
        "span",
        rf"(?:and )?{lead}between (?:the )?(?:vertical )?(?:lines |limits |ordinates |times |bounds |values )?{low}"
        rf" and {high}{after}",
    )
    yield (
        "span",
        rf"(?:(?:and|by|with|for) )*(?:the )?(?:two )?(?:vertical )?(?:lines|limits|ordinates|boundaries) (?:of )?{low}"
        rf" (?:and|to) {high}{after}",
    )
    both = rf"{variable} ?= ?(?P<low>{number}),? (?:and )?{variable} ?= ?(?P<high>{number})"
    yield "span", rf"(?:(?:and|by|with) )*(?:the )?(?:vertical )?(?:lines? )?{both}{after}"
    relation = r"(?:<=|≤|\\leq?(?![a-z]))"
    during = (
        r"(?:(?:on|over|in|during|for|throughout) )?(?:the )?(?:(?:given|time|indicated|closed) )*(?:interval|range"
        r"|domain) (?:of time )?"
    )
    yield "interval", rf"{during}(?P<it>\[ ?{number} ?, ?{number} ?\])"
    yield "interval", rf"{during}(?P<it>{number} ?{relation} ?{variable} ?{relation} ?{number})"


def first_units(text: str) -> str:
    """Return an objective with "the first four seconds" as a span, if it has one unit of time.

    >>> first_units("How far does it go in the first 4 seconds?")
    'How far does it go from 0 to 4?'
    >>> first_units("It loses r(t) litres per hour. How much is lost in the first 30 minutes?")
    'It loses r(t) litres per hour. How much is lost in the first 30 minutes?'
    """
    found = [*_FIRST.finditer(text)]
    units = {unit for unit, said in _TIMES.items() if re.search(rf"(?<![A-Za-z])(?:{said})(?![A-Za-z])", text)}
    if len(found) != 1 or units != {found[0]["unit"].lower()}:
        return text
    said = (found[0]["it"] or "1").lower()
    count = _COUNTS.get(said, said)
    return f"{text[: found[0].start()]}from 0 to {count}{text[found[0].end() :]}"


def as_span(interval: str) -> str:
    r"""Return an interval in brackets, if it is an inequality.

    >>> as_span(r"0 \le x \le \pi"), as_span("[1, e]")
    ('[0, \\pi]', '[1, e]')
    """
    found = _BOUNDS.fullmatch(interval)
    return f"[{found['low']}, {found['high']}]" if found else interval
