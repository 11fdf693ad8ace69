"""Arithmetic and geometric sequences: printed by their first terms, by a formula, or told by two terms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.tree import Node, number, symbol
from .family import ORDINAL, Family, Given, cleaned, formula, listed
from .in_plane import LETTER

_DOTS = re.compile(r"\\[lc]?dots[bco]?(?![a-z])|\.\.\.|…")
_SIGNED = re.compile(r"(?<=[^\s({^+\-])\s*\+?\s*(?=[+-])|(?<=[^\s({^+\-])\s*\+\s*")
_KINDS = {
    "arithmetic": r"(?:an? )?(?:arithmetic (?:sequence|progression|series)|A\.?P\.?)",
    "geometric": r"(?:an? )?(?:geometric (?:sequence|progression|series)|G\.?P\.?)",
}
_NOUNS = r"(?:(?:infinite|finite|given|number) )*(?:sequence|series|progression|terms|first terms|pattern)"
_SUM = r"sum (?:of|to) (?:the |its )?(?:first )?(?P<count>\d+|n|ten|twenty) terms"
_ALL = rf"how many terms(?: of (?:the|this) (?:sequence|series|{_KINDS['arithmetic']}|{_KINDS['geometric']}))?"


def _terms(expression: str, variables: Sequence[str]) -> Given | None:
    """Return the first terms of a sequence or a series with dots, and the last one if it is printed."""
    text = cleaned(expression)
    if not (dots := _DOTS.search(text)) or len(_DOTS.findall(text)) != 1:
        return None
    before, after = text[: dots.start()].strip(" ,+"), text[dots.end() :].strip(" ,+")
    series = "," not in before
    parts = _SIGNED.split(before) if series else listed(before)
    made = [formula(one, variables) for one in parts if one.strip()]
    ends = [formula(after, variables)] if after else []
    if len(made) < 3 or any(one.names() for one in (*made, *ends)):
        return None
    return {"term": [tuple(made)], **({"last": [(ends[0],)]} if ends else {})}


TERMS = Family(
    "sequence",
    _terms,
    {
        "nth": rf"(?P<nth>{ORDINAL}) term",
        "general": r"(?:(?:(?:explicit|general) )?(?:formula|expression|rule) for (?:the )?)?(?:n-?th|general) term",
        "sum": _SUM,
        "endless": r"sum to infinity|sum of all (?:the|its) terms",
        "difference": "common difference",
        "ratio": "common ratio",
        "how many": rf"number of terms|{_ALL}(?: (?:are there|does it have|are))?",
        "count": rf"{_ALL} (?:must|should|need to|have to) be (?:taken|added)(?: together)? (?:so that|for|to make|in"
        r" order that) (?:their|the) sum (?:is|to be|equal to|equals) (?P<total>-?\d+)",
    },
    _NOUNS,
    _KINDS,
    {"nth": ("nth",), "sum": ("count",), "count": ("total",)},
    ("arithmetic", "geometric"),
)


def _told(expression: str, variables: Sequence[str]) -> Given | None:
    """Return the kind of a sequence whose general term is printed as a formula of letters."""
    text = re.sub(r"[\s{}]|\\cdot|\\times", "", cleaned(expression))
    if re.fullmatch(r"[aTtu]_n=(?:a|a_1|u_1)r\^n-1", text):
        return {"kind": [(symbol("geometric"),)]}
    if re.fullmatch(r"[aTtu]_n=(?:a|a_1|u_1)\+\(n-1\)d", text):
        return {"kind": [(symbol("arithmetic"),)]}
    return None


_SAID = (
    rf"(?:the |its |whose )?({ORDINAL}) term (?:of (?:an?|the|this) (?:(arithmetic|geometric) (?:sequence|progression"
    r"|series)|[AG]\.?P\.?|sequence|series) )?(?:is|equals|=) (-?\d+(?:/\d+)?)"
)
TOLD = Family(
    "told sequence",
    _told,
    {
        "first": r"first term(?! (?:is|equals|of (?:an?|the) (?:\w+ )?(?:\w+ )?is))",
        "difference": "common difference",
        "ratio": "common ratio",
        "nth": rf"(?P<nth>{ORDINAL}) term",
        "sum": _SUM,
    },
    _NOUNS,
    {"said": _SAID, **_KINDS},
    dict.fromkeys(("first", "difference", "ratio"), ("said",)) | {"nth": ("said", "nth"), "sum": ("said", "count")},
    ("arithmetic", "geometric", "said"),
    ("said",),
)
_PARTIAL = re.compile(r"S_\{?n\}?\s*=(?P<body>[^=]+)$")
_FIRST = re.compile(r"(?P<name>[a-zA-Z])_\{?(?P<at>[01])\}?\s*=(?P<value>[^=]+)$")
_NEXT = re.compile(r"(?P<name>[a-zA-Z])_(?:\{n\s*\+\s*1\}|\{?n\}?)\s*=(?P<body>[^=]+)$")


def _sums(expression: str, _: Sequence[str]) -> Given | None:
    """Return the sum of n terms as a formula in n."""
    found = _PARTIAL.fullmatch(cleaned(expression))
    body = formula(found["body"], ["n"]) if found else None
    return {"sum": [(body,)]} if body and body.names() == {"n"} else None


SUMS = Family(
    "sum of terms",
    _sums,
    {
        "general": r"(?:(?:formula|expression|rule) for (?:the )?)?(?:n-?th|general) term",
        "nth": rf"(?P<nth>{ORDINAL}) term",
        "difference": "common difference",
    },
    rf"{_NOUNS}|sum of (?:the )?(?:first )?n terms(?: of (?:an?|the|this) (?:arithmetic )?(?:sequence|progression"
    r"|series|AP))?",
    _KINDS,
    {"nth": ("nth",)},
    ("arithmetic",),
)


def _recursion(expression: str, _: Sequence[str]) -> Given | None:
    """Return the first term and its place, and the next term as a formula in "before" and n."""
    parts = listed(expression)
    first = _FIRST.fullmatch(parts[0]) if len(parts) == 2 else None
    follows = _NEXT.fullmatch(parts[1]) if first else None
    if not first or not follows or first["name"] != follows["name"] or re.search(r"[a-z]_", first["value"]):
        return None
    name = first["name"]
    ahead = "+" in parts[1].split("=")[0]
    of_before = rf"{name}_(?:\{{n\}}|n)" if ahead else rf"{name}_\{{n\s*-\s*1\}}"
    body = formula(re.sub(of_before, "b", follows["body"]), ["b", "n"])
    if not {"b"} <= body.names() <= {"b", "n"} or "b" in name:
        return None
    return {
        "name": [(symbol(name),)],
        "first": [(number(int(first["at"])), formula(first["value"], []))],
        "next": [(body, number(int(ahead)))],
    }


RECURSIONS = Family(
    "recursion",
    _recursion,
    {
        "nth": rf"(?P<nth>{ORDINAL}) term",
        "index": r"(?P<called>(?-i:[a-zA-Z]))_\{?(?P<index>\d+)\}?",
        "terms": r"first (?P<many>two|three|four|five|six|seven|eight|[2-8]) terms",
    },
    rf"{_NOUNS}|(?:is )?(?:defined|given) (?:recursively|by (?:the|this) recurrence(?: relation)?)|recursive"
    r"|recursively|recurrence(?: relation)?|defined",
    {},
    {"nth": ("nth",), "index": ("index", "called"), "terms": ("many",)},
)


def _three(expression: str, variables: Sequence[str]) -> Given | None:
    """Return three terms with one letter."""
    made: list[Node] = [formula(one, variables) for one in listed(expression)]
    letters = {name for one in made for name in one.names()}
    return {"term": [tuple(made)]} if len(made) == 3 and len(letters) == 1 else None


CONSECUTIVE = Family(
    "terms",
    _three,
    {"letter": LETTER.replace("[b-hj-wz]", "[b-hj-z]")},
    r"(?:three |given )*(?:expressions|numbers|quantities|terms)",
    {
        "arithmetic": r"(?:three )?(?:consecutive |successive |the first three |first three )?(?:terms )?(?:of|in"
        rf"|form) {_KINDS['arithmetic']}",
        "geometric": rf"(?:three )?(?:consecutive |successive |the first three |first three )?(?:terms )?(?:of|in|form)"
        rf" {_KINDS['geometric']}",
    },
    {"letter": ("letter",)},
    ("arithmetic", "geometric"),
)
FAMILIES = (TERMS, TOLD, SUMS, RECURSIONS, CONSECUTIVE)
