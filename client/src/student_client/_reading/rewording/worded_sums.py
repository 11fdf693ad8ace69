r"""Says sums and products in words as they are printed: "the sum of the first 20 terms" of ``7 + 11 + 15 + \cdots``.

A list of numbers counts only as the sequence that the words name, arithmetic or geometric, and only if it is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from fractions import Fraction
from itertools import pairwise

from ..formulas.exact import exact, tex
from ..formulas.notation import parse_point
from ..formulas.same_notation import canonical
from ..statement import Choices, NotRead
from .repeated import parts

_COUNT_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
)
_COUNTS = _COUNT_WORDS.split()
_FIND = (
    r"(?:find|compute|calculate|evaluate|determine|work out|what is|obtain|give|state)(?: (?:the )?(?:exact )?value"
    r" of)?(?: the| its)?"
)
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_COUNTS)}|[a-z])"
_SERIES = (
    r"(?:(?:this|the|an?|its) )?(?:(?:given|following|infinite|arithmetic|geometric) )*(?:series|sequence|progression"
    r"|[AG]\.? ?P\.?)"
)
_THE_LIST = r"(?: (?P<list>-?\d[^a-z?!]*?))?(?: (?:given|shown|printed|listed)?(?: ?below| ?above)?)?"
_OF_LIST = rf"(?:,? (?:of|for|in) {_SERIES}{_THE_LIST})?"
_FIRST = re.compile(
    rf"{_FIND} (?:sum of (?:the|its) first {_COUNT} terms|sum of {_COUNT.replace('count', 'other')} terms"
    rf"|S_?\{{?(?P<index>\d{{1,3}}|n)\}}?(?:, the sum of (?:the|its) first \w+ terms)?){_OF_LIST}",
    re.IGNORECASE,
)
_ENDLESS = re.compile(rf"{_FIND} (?:sum(?: to infinity)?|infinite sum|endless sum){_OF_LIST}", re.IGNORECASE)
_NTH = re.compile(
    rf"{_FIND} sum of (?:the|its) first {_COUNT} terms of (?:the|a|this) (?:series|sequence) (?:whose|with|where the"
    r"|for which the|in which the) (?P<index>[nkr])(?:-?th|\^\{?th\}?) term (?:is|is given by|given by|equal to"
    r"|equals|=)? ?(?P<term>.+)",
    re.IGNORECASE,
)
_KIND = r"(?:(?P<some>odd|even) )?(?:positive |natural )?(?:integers|whole numbers|numbers)"
_POWERS = r"(?:(?P<power>squares|cubes|reciprocals) of )?(?:all )?(?:the )?"
_RANGE = re.compile(
    rf"{_FIND} (?P<what>sum|product) of (?:all )?(?:the )?{_POWERS}(?:positive |natural )?(?:integers|whole numbers)"
    r" from (?P<low>\d+) (?:to|through|up to) (?P<high>\d+|n)(?:,? inclusive|,? \(inclusive\))?",
    re.IGNORECASE,
)
_FIRST_NUMBERS = re.compile(
    rf"{_FIND} (?P<what>sum|product) of (?:the )?{_POWERS}first {_COUNT} {_KIND}", re.IGNORECASE
)
_ENTRY = r"(?P=name)_\{{?(?P<{}>\d{{1,3}})\}}?"
_LISTED = re.compile(
    rf"{_FIND} (?:the )?(?:sum )?(?P<name>[a-z])_\{{?(?P<low>\d{{1,3}})\}}? ?\+ ?{_ENTRY.format('next')} ?\+ ?"
    rf"(?:{_ENTRY.format('third')} ?\+ ?)?(?:\.\.\.|…|\\[lc]?dots) ?\+ ?(?P=name)_\{{?(?P<high>\d{{1,3}}|[a-z])\}}?",
    re.IGNORECASE,
)
_HARMONIC = re.compile(rf"{_FIND} sum of (?:the )?first {_COUNT} terms of (?:the )?harmonic series", re.IGNORECASE)
_SEQUENCE = re.compile(r"\s*\$?\\?\{?\s*([a-zA-Z])_\{?\s*([a-z])\s*\}?\s*\\?\}?\s*=(?P<term>[^=]+)")
_DOTS = re.compile(r"\s*(?:\.\.\.|…|\\[lc]?dots)\s*(?:\.)?\s*")
_FACTS = re.compile(
    r"^(?:(?:for|given|consider|in)? ?(?:an?|the|this) )(?P<kind>arithmetic|geometric|A\.? ?P\.?|G\.? ?P\.?)(?: "
    r"(?:progression|series|sequence))? (?:has|with|having|whose) (?:a |the )?first term(?: is| of)? (?P<first>\S+?)"
    r" and (?:a |the )?common (?:difference|ratio)(?: is| of)? (?P<step>\S+?)[.,;] ",
    re.IGNORECASE,
)


def printed_sum(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem whose sum or product is printed with its bounds.

    Args:
        objective: the words.
        expression: what is printed: a term, a list of terms, or the sum itself.
        variables: the problem's variables.

    Raises:
        NotRead: the words and the expression are of different sums.

    >>> printed_sum("Find S_8 for the G.P. 3, 6, 12, ...", r"3, 6, 12, \ldots", ["n"])
    ('Find the sum.', '\\sum_{n=1}^{8}\\left(3 \\cdot (2)^{n-1}\\right)')
    """
    told = re.sub(r"\$|\\\(|\\\)", "", objective).strip()
    text, rounding = _unrounded(told)
    for reader in (_of_list, _of_term, _of_range, _of_names):
        made = reader(re.sub(r"(?<!\.)\.$", "", text.strip(" ?!")), expression, variables)
        if made is not None:
            what, formula = made
            printed = re.match(r"\s*\$?\\(?:sum|prod)", expression)
            if printed and canonical(formula) not in parts(expression) and reader is not _of_list:
                return objective, expression
            return f"Find the {what}{rounding}.", formula
    return objective, expression


def _unrounded(text: str) -> tuple[str, str]:
    """Return the words without a rounding, and the rounding."""
    found = re.search(
        r"(?:^|,? )(?:correct|rounded|accurate|giving your answer(?: correct)?)?,? ?to (?P<n>\w+) (?P<unit>decimal"
        r" places?|significant figures?)(?:, )?(?=$|\.|[a-z])",
        text,
        re.IGNORECASE,
    )
    if not found:
        return text, ""
    rest = f"{text[: found.start()]} {text[found.end() :]}".strip(" ,")
    return rest, f" rounded to {found['n']} {found['unit']}"


def _sum(what: str, index: str, low: object, high: object, term: str) -> tuple[str, str]:
    return what, rf"\{'sum' if what == 'sum' else 'prod'}_{{{index}={low}}}^{{{high}}}\left({term}\right)"


def _index(variables: Sequence[str], high: str) -> str:
    return next((name for name in (*variables, "k", "r", "m") if name != high and len(name) == 1), "k")


def _number(count: str) -> str:
    return str(_COUNTS.index(count.lower()) + 1) if count.lower() in _COUNTS else count


def _of_list(text: str, expression: str, variables: Sequence[str]) -> tuple[str, str] | None:
    """Return the sum of an arithmetic or a geometric list."""
    said, facts = text, _FACTS.match(text)
    if facts:
        said = text[facts.end() :]
    kind = re.search(r"\b(arithmetic|geometric|A\.? ?P\b|G\.? ?P\b)", text, re.IGNORECASE)
    numbers = _terms(expression)
    said = re.sub(
        r"^(?:given|for|consider) (?:the|this) [a-z ]*(?:series|progression)(?: below| above| shown)?, ",
        "",
        said,
        flags=re.I,
    )
    found = _FIRST.fullmatch(said) or _ENDLESS.fullmatch(said)
    if not kind or numbers is None or not found:
        return None
    if found["list"] and (_terms(found["list"]) or [])[: len(numbers)] != numbers:
        raise NotRead("the words and the expression list different numbers")
    geometric = kind[1][0].lower() == "g"
    step = numbers[1] / numbers[0] if geometric else numbers[1] - numbers[0]
    follows = all((one * step if geometric else one + step) == other for one, other in pairwise(numbers))
    if not follows or (facts and [_value(facts["first"]), _value(facts["step"])] != [numbers[0], step]):
        raise NotRead("the listed numbers are not of the sequence that the words name")
    given = found.groupdict()
    count = _number(given.get("count") or given.get("other") or given.get("index") or r"\infty")
    if count == r"\infty" and (not geometric or abs(step) >= 1):
        return None
    index = _index(variables, count)
    first, by = tex(numbers[0]), tex(step)
    term = rf"{first} \cdot ({by})^{{{index}-1}}" if geometric else rf"{first} + ({by})({index}-1)"
    return _sum("sum", index, 1, count, term)


def _terms(text: str) -> list[Fraction] | None:
    """Return the numbers of a list that continues without an end; None for anything else."""
    dots = _DOTS.search(text)
    if not dots or text[dots.end() :].strip(" $.+,"):
        return None
    listed = text[: dots.start()].strip(" $+,")
    by = r",(?!\d{3}\b)" if "," in listed else r"(?<=[\d}])\s*(?=[-+])"
    shown = re.split(by, listed)
    values = [_value(part.strip().lstrip("+")) for part in shown]
    known = [one for one in values if one is not None]
    return known if len(known) == len(values) >= 3 and 0 not in known else None


def _value(text: str) -> Fraction | None:
    with suppress(NotRead, ValueError):
        return exact(parse_point(text.strip(" $"), [], Choices({})))
    return None


def _of_term(text: str, expression: str, variables: Sequence[str]) -> tuple[str, str] | None:
    """Return the sum of terms that the words give: "the series whose nth term is 3n + 2"."""
    found = _NTH.fullmatch(text)
    if found and canonical(found["term"]) in parts(expression) and found["index"] in variables:
        count = _number(found["count"])
        return None if count == found["index"] else _sum("sum", found["index"], 1, count, found["term"].strip())
    listed, own = _LISTED.fullmatch(text), _SEQUENCE.fullmatch(expression.rstrip(" $."))
    if listed and own and listed["name"] == own[1]:
        places = [int(listed[key]) for key in ("low", "next", "third") if listed[key]]
        if places == list(range(places[0], places[0] + len(places))) and listed["high"] != own[2]:
            return _sum("sum", own[2], places[0], listed["high"], own["term"].strip())
    return None


def _of_range(text: str, expression: str, variables: Sequence[str]) -> tuple[str, str] | None:
    """Return the sum of squares from 11 to 20, if that is what is printed."""
    found = _RANGE.fullmatch(text)
    if not found:
        return None
    high = found["high"].lower()
    bound = re.search(r"\\(?:sum|prod)_\{?\s*([a-z])", expression)
    index = bound[1] if bound else _index(variables, high)
    made = _sum(found["what"].lower(), index, found["low"], high, _power(found["power"], index))
    own = canonical(made[1].replace(r"\left(", "").replace(r"\right)", ""))
    alone = canonical(_power(found["power"], index))
    if canonical(expression) in {own, alone, canonical(made[1])}:
        return made[0], expression if bound else made[1]
    return None


def _power(power: str | None, index: str) -> str:
    return {"squares": f"{index}^2", "cubes": f"{index}^3", "reciprocals": rf"\frac{{1}}{{{index}}}"}.get(
        (power or "").lower(), index
    )


def _of_names(text: str, expression: str, variables: Sequence[str]) -> tuple[str, str] | None:
    """Return "the product of the first five odd positive integers", if these numbers are printed."""
    if (harmonic := _HARMONIC.fullmatch(text)) is not None:
        bounds = re.fullmatch(r"\s*\$?\\sum_\{\s*([a-z])\s*=\s*1\s*\}\s*\^\{?\s*(\w+)\s*\}?\s*(.+?)\$?\s*", expression)
        fits = bounds and bounds[2] == _number(harmonic["count"]) and canonical(bounds[3]) == f"1/{bounds[1]}"
        return ("sum", expression) if fits else None
    found = _FIRST_NUMBERS.fullmatch(text)
    if not found or not _number(found["count"]).isdigit():
        return None
    what, count = found["what"].lower(), int(_number(found["count"]))
    index = _index(variables, "")
    some = (found["some"] or "").lower()
    term = {"odd": f"2{index}-1", "even": f"2{index}"}.get(some, index)
    if found["power"]:
        return None
    numbers = [{"odd": 2 * at - 1, "even": 2 * at}.get(some, at) for at in range(1, count + 1)]
    sign = r"\+" if what == "sum" else r"(?:\\cdot|\\times|\*|·|×)"
    shown = [part.strip(" $") for part in re.split(sign, expression)]
    dots = [at for at, part in enumerate(shown) if re.fullmatch(r"\\[lc]?dots|\.\.\.|…", part)]
    if not all(part.isdigit() for at, part in enumerate(shown) if at not in dots) or len(dots) > 1:
        return None
    ahead = [int(part) for part in (shown[: dots[0]] if dots else shown)]
    behind = [int(part) for part in shown[dots[0] + 1 :]] if dots else []
    fits = ahead == numbers[: len(ahead)] and (behind == numbers[-len(behind) :] if behind else ahead == numbers)
    return _sum(what, index, 1, count, term) if fits and len(ahead) > 1 else None
