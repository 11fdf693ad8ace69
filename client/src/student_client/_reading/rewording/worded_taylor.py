"""Says expansions as the vocabulary has them: "the quadratic approximation near x = 1", "in powers of x - 2"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.same_notation import canonical
from ..questions.of_sequences import COUNTS
from .repeated import parts

_NAMES = ("linear", "quadratic", "cubic", "quartic", "quintic")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_DEGREES = {word: index for words in (_NAMES, _ORDINALS, COUNTS) for index, word in enumerate(words, start=1)} | {
    f"{at}{end}": at for at, end in enumerate(("st", "nd", "rd", *["th"] * 5), start=1)
}
_ORDINAL = "|".join(word for word in _DEGREES if word not in COUNTS)
_SIZED = re.compile(
    rf"\b(?P<n>{_ORDINAL}|\d)[- ](?:degree|order)\b|\b(?P<k>{_ORDINAL})(?= (?:(?:taylor|maclaurin) )?(?:polynomial"
    rf"|approximation)\b)|\b(?:degree|order)(?: of)? (?P<m>\d|{'|'.join(COUNTS)})\b|\b[TPtp]_\{{?(?P<index>\d)\}}?"
    r"(?:\([a-z]\))?|\b(?:up to|as far as|to|through)(?: and including)?(?: the)?(?: terms?)?(?: (?:in|involving"
    r"|containing|of))? (?:degree |order )?(?:(?P<base>[a-z]|\([a-z] ?[-+] ?[^()]+\))\^\{?)?(?P<last>\d)\}?",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r",? ?\b(?:about|around|at|near|cent(?:er|r)ed (?:at|on|around|about)|in the neighbou?rhood of|expanded about)"
    r" (?:the )?(?:point |value )?(?:(?:where )?(?P<name>[a-z])(?:_\{?0\}?)? ?= ?)?(?P<at>the"
    r" origin|zero|-?[\d\\][^\s,;?]*|pi(?:/\d)?|e)(?=[\s,;.?]|$)"
    r"|,? ?\bin (?:ascending )?powers of \(?(?P<letter>[a-z]) ?(?P<sign>[-+]) ?(?P<away>[^\s(),;?]+)\)?",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"\b(?P<zero>maclaurin(?:'s)?)(?: theorem| formula)?\b|\btaylor(?:'s)?(?: theorem| formula)?\b"
    r"|\b(?P<near>(?:linear|quadratic|cubic|quartic)|(?:\w+)(?:-| )(?:degree|order))"
    r" approximation\b|\b(?P<line>tangent[- ]line approximation|lineari[sz]ation)\b",
    re.IGNORECASE,
)
_WORDS = """
    find compute calculate determine work out what is obtain give state write down construct derive form the its an a of
    for to by using use with polynomial series expansion expand expanded approximation function it this
    following given below degree order and including up as far in powers ascending theorem formula about
    point approximated approximate will be l(x) i need want would like please consider printed so that called denoted
    which
"""
_KNOWN = frozenset(_WORDS.split())
_NAMED = re.compile(r"(?<![A-Za-z\\])[TPLp](?:_\{?\d\}?)?\([a-z]\)|(?<![A-Za-z\\])[TPp]_\{?\d\}?|\(x\)(?=[\s,.])")


def expansion(objective: str, expression: str, variables: Sequence[str]) -> str:
    """Return an objective that asks for a Taylor polynomial in the vocabulary's words; any other as it is.

    All words must be of the kind, the place and the degree, each said once, so that nothing is left out.

    >>> expansion("What is the quadratic approximation to $e^x$ near $x = 1$?", "e^x", ["x"])
    'Find the Taylor polynomial of degree 2 about x = 1.'
    """
    text = re.sub(r"\$|\\\(|\\\)", "", objective).strip()
    kinds = list(_KIND.finditer(text))
    if not kinds or len(variables) != 1:
        return objective
    text = _without_formula(text, expression)
    places = list(_PLACE.finditer(text))
    rest = _PLACE.sub(" ", text)
    sizes = list(_SIZED.finditer(rest))
    at = _place(places, variables[0], zero=any(kind["zero"] for kind in kinds))
    degree = _degree(sizes, at, variables[0], line=any(kind["line"] for kind in kinds))
    if at is None or degree is None:
        return objective
    rest = _NAMED.sub(" ", _KIND.sub(" ", _SIZED.sub(" ", rest)))
    own = set(re.findall(r"^\s*([fghy])(?=\s*(?:\(|=))", expression.strip(" $")))
    unknown = [word for word in re.findall(r"[^\s,.;:?!]+", rest) if word.lower() not in _KNOWN and word not in own]
    if unknown:
        return objective
    return f"Find the Taylor polynomial of degree {degree} about {variables[0]} = {at}."


def _without_formula(text: str, expression: str) -> str:
    """Return the words without the printed formula: "to $e^x$", "of e^{sin x}"."""
    wanted = parts(expression) | {canonical(part.partition("=")[2]) for part in (expression,) if "=" in expression}
    words = list(re.finditer(r"\S+", text))
    for first in words:
        for last in reversed(words):
            said = text[first.start() : last.end()].rstrip(",.;?")
            if last.start() >= first.start() and canonical(said) in wanted and len(said) > 1:
                return f"{text[: first.start()]} {text[first.start() + len(said) :]}"
    return text


def _place(places: Sequence[re.Match[str]], name: str, *, zero: bool) -> str | None:
    """Return the place; None if there is none, or several that are not the same."""
    found = {"0"} if zero else set()
    for one in places:
        if one["letter"]:
            if one["letter"] != name:
                return None
            found.add(f"-{one['away']}" if one["sign"] == "+" else one["away"])
            continue
        if one["name"] not in {None, name, "a", "c"}:
            return None
        found.add("0" if one["at"].lower() in {"the origin", "zero"} else one["at"].rstrip("."))
    return found.pop() if len(found) == 1 else None


def _degree(sizes: Sequence[re.Match[str]], at: str | None, name: str, *, line: bool) -> int | None:
    """Return the degree; None if there is none, or several that are not the same."""
    found = {1} if line else set()
    for one in sizes:
        if one["base"] and not _is_power_of(one["base"], at, name):
            return None
        said = (one["n"] or one["k"] or one["m"] or one["index"] or one["last"]).lower()
        found.add(int(said) if said.isdigit() else _DEGREES[said])
    return found.pop() if len(found) == 1 else None


def _is_power_of(base: str, at: str | None, name: str) -> bool:
    """Return whether a term such as (x - 2)^3 is a power of the distance from the place."""
    bare = base.strip("()").replace(" ", "")
    if at is None or bare == name:
        return at == "0" and bare == name
    return bare in {f"{name}-{at}", f"{name}+{at.lstrip('-')}" if at.startswith("-") else ""}
