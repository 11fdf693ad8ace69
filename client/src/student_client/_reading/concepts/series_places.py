"""Finds which term, how many terms, and which degree and centre of a Taylor polynomial an objective names."""

from __future__ import annotations

import re
from collections.abc import Iterator

COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
"""The numbers from one on, in words."""
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh")
_FIGURES = (
    {word: str(at) for at, word in enumerate(COUNTS, 1)}
    | {word: str(at) for at, word in enumerate(_ORDINALS, 1)}
    | {"twelfth": "12", "fifteen": "15", "twenty": "20", "fifteenth": "15", "twentieth": "20", "thirty": "30"}
    | {"fifty": "50", "hundredth": "100", "linear": "1", "quadratic": "2", "cubic": "3", "quartic": "4"}
)
_WORDS = "|".join(_FIGURES)
_EXPANDS = re.compile(
    r"\b(?:taylor|maclaurin)\b|\bascending powers\b|\bpower series\b|\bbinomial\b|\bexpan(?:d|sion)\b.*\bterm\b",
    re.IGNORECASE,
)
_POLYNOMIAL = r"(?:(?:taylor|maclaurin) )?(?:polynomial|approximation|expansion|series)"
_NTH = re.compile(rf"\b(?P<nth>{_WORDS})[- ](?=term\b)", re.IGNORECASE)
_FIRST = re.compile(rf"(?<=\bfirst )(?P<count>{_WORDS})(?= (?:non-?zero )?terms\b)", re.IGNORECASE)
_ORDER = re.compile(
    rf"\b(?:(?P<one>{_WORDS}|\d+(?:st|nd|rd|th))[- ](?:degree|order)\b|n ?= ?(?P<n>\d+)(?= {_POLYNOMIAL}\b)|(?:of "
    rf"|with )?(?:the )?(?:degree|order)[- ](?:\w ?= ?)?(?P<two>{_WORDS}|\d+)\b|(?P<three>{_WORDS}|\d+(?:st|nd|rd|th))"
    rf" (?={_POLYNOMIAL}\b))",
    re.IGNORECASE,
)


def in_figures(text: str) -> str:
    """Return an objective with which term, how many terms and the degree of a polynomial in figures.

    >>> in_figures("Find the fifth term."), in_figures("Find the third-degree Taylor polynomial.")
    ('Find the 5th term.', 'Find the degree 3 Taylor polynomial.')
    """
    text = _NTH.sub(lambda found: f"{_FIGURES[found['nth'].lower()]}th ", text)
    text = _FIRST.sub(lambda found: _FIGURES[found["count"].lower()], text)
    if not _EXPANDS.search(text):
        return text
    return _ORDER.sub(lambda found: f"degree {_figure(next(filter(None, found.groups())))}", text).replace("  ", " ")


def _figure(said: str) -> str:
    return _FIGURES.get(said.lower()) or re.sub(r"\D", "", said)


def series_places(variable: str, number: str, text: str, name: str | None) -> Iterator[tuple[str, str]]:
    """Yield the patterns of terms of sequences, and of degrees and centres if a text is about an expansion.

    Args:
        variable: a pattern of the problem's letters.
        number: a pattern of a number.
        text: the objective.
        name: the letter that the expression defines, such as a of a sequence.
    """
    yield (
        "start",
        r"(?:(?:that|which|with|such|where|for|if|and|given|satisf(?:y|ies|ying)|subject|to|the|initial|condition|is)"
        rf" )*(?P<it>F ?\( ?{number} ?\) ?= ?{number})(?! ?[-+*/^(=<>\\])",
    )
    yield "nth", r"(?P<it>\d{1,3}(?:st|nd|rd|th)) term"
    yield (
        "count",
        r"(?:(?:an? |the )?(?:expression|formula) for S_\{?n\}?,? (?:the )?)?(?:(?:sums?|total|[Aa]dd(?: up|"
        r" together)?)(?: S_\{?\w{1,2}\}?)?(?: of)?(?: (?:the|its|all the))?(?: first| initial)? )(?P<it>\d{1,3}|n)"
        r" terms(?:,? (?:denoted(?: by)? )?S_\{?\w{1,2}\}?)?",
    )
    if name != "S":
        yield "count", r"(?:(?:value|sum) (?:of )?)?S_\{? ?(?P<it>\d{1,3}) ?\}?"
    if not _EXPANDS.search(text):
        return
    yield "terms", r"(?P<it>first \d non-?zero terms)(?: (?:of|in))?"
    yield (
        "degree",
        rf"(?:(?:as far as|up to(?: and including)?|through|to|including) )+(?:the )?(?:terms? (?:in|of|with) )?"
        rf"(?:{variable}|\( ?{variable} ?[-+] ?{number} ?\)) ?\^ ?\{{?(?P<it>\d)\}}?(?:[- ]terms?)?",
    )
    yield "degree", r"(?:of )?degree (?P<it>\d+)"
    yield "degree", rf"[TP]_\{{?(?P<it>\d)\}}?(?: ?\( ?{variable} ?\))?"
    at = r"(?:at|about|around|near)"
    yield (
        "centre",
        rf"(?:(?:cent(?:er|re)d|expanded|based|taken|generated(?: by \x00name\x00)?) )?{at} (?:the )?(?:(?:point"
        rf"|number|value|cent(?:er|re)) )?(?:(?:{variable}|a|c)(?:_0)? ?= ?)?(?P<it>{number})(?! ?[-+*/^(=<>\\])",
    )
    yield "centre", rf"(?:with|where|for|when) (?:a|c) ?= ?(?P<it>{number})(?! ?[-+*/^(=<>\\])"
    yield "centre", rf"in (?:ascending )?powers of \( ?{variable} ?- ?(?P<it>{number}) ?\)"


_FACTORED = re.compile(
    r",? ?(?:and )?(?:(?:giv|leav|writ|express)(?:e|ing) (?:your|the|its) (?:final )?(?:answer|result|sum) )?in (?:"
    r"(?:an?|its|fully|completely|most) )*(?:factored|factori[sz]ed) form,?",
    re.IGNORECASE,
)
_IN_TERMS = re.compile(r",? ?(?:and )?in terms of \$?[a-zA-Z]\$?,?", re.IGNORECASE)
_THE_SUM = re.compile(
    r"(?:find|obtain|determine|evaluate|calculate|give|derive|sum|express|write)(?: (?:the|this|an?|following|given))*"
    r"(?: (?:expression|formula) for)?(?: (?:the|this|following|given))*(?: (?:(?:value of the )?sum|series))?"
    r"(?: of (?:the|this)(?: (?:following|given))? series| of| to \$?n\$? terms)?",
    re.IGNORECASE,
)


def in_factored_form(objective: str, expression: str) -> str:
    r"""Return the usual words of a question for a printed sum in factored form; other words as they are.

    >>> in_factored_form("Find, in terms of $n$ and in fully factorised form,", r"\sum_{r=1}^{n} r")
    'Find the sum in factored form.'
    """
    made, count = _FACTORED.subn("", objective)
    said = re.sub(r"\s+", " ", _IN_TERMS.sub("", made)).strip(" .,:")
    summed = re.match(r"\s*\\sum", expression) and count == 1
    led = re.sub(
        r"^us(?:e|ing) (?:the )?(?:standard|known|usual)[^,]*?(?:,| to| and hence) ", "", said, flags=re.IGNORECASE
    )
    return "Find the sum in factored form." if summed and _THE_SUM.fullmatch(led) else objective
