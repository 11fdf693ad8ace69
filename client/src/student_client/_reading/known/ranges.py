"""The values that a function takes: its range, also over an interval that is printed or said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .family import Family, Given, cleaned, formula, part
from .usual_words import NUMBER, letters

_SIGNS = {
    "<": r"(?:<(?!=)|\\lt(?![a-z]))",
    "<=": r"(?:<=|≤|\\leq?(?![a-z]))",
    ">": r"(?:>(?!=)|\\gt(?![a-z]))",
    ">=": r"(?:>=|≥|\\geq?(?![a-z]))",
}
_FOR = r"(?:(?:for|where|when|if|with|on|over|given|that|the|domain|interval|is|all) )*"
_NAME = r"((?-i:[a-z]))"
INTERVALS = {
    "open interval": ("<", "<"),
    "interval open below": ("<", "<="),
    "interval open above": ("<=", "<"),
    "closed interval": ("<=", "<="),
}
HALVES = {"numbers below": "<", "numbers up to": "<=", "numbers above": ">", "numbers from": ">="}
_OPEN, _CLOSE = {"<": r"\(", "<=": r"\["}, {"<": r"\)", "<=": r"\]"}
SPANS = {
    **{
        name: rf"{_FOR}({NUMBER}) ?{_SIGNS[low]} ?{_NAME} ?{_SIGNS[high]} ?({NUMBER})"
        for name, (low, high) in INTERVALS.items()
    },
    **{name: rf"{_FOR}{_NAME} ?{_SIGNS[sign]} ?({NUMBER})" for name, sign in HALVES.items()},
    **{
        f"{name} ": rf"{_FOR}(?:(?-i:[a-z]) ?\\in ?)?{_OPEN[low]} ?({NUMBER}) ?, ?({NUMBER}) ?{_CLOSE[high]}"
        for name, (low, high) in INTERVALS.items()
    },
}
"""Where the letter may be, by the signs at its ends."""
_EVERY = re.compile(
    r"[,;]?\s*(?:\\text\{[^}]*\}|\(|for )?\s*(?:all )?(?:real )?[a-z]\s*(?:\\in|∈)\s*\\mathbb\s*\{?R\}?\s*\)?$"
)
_DEFINED = re.compile(r"(?:[A-Za-z](?:\s*\(\s*(?P<of>[a-z])\s*\))?\s*=)?(?P<body>[^=<>]+?)")


def _function(expression: str, variables: Sequence[str]) -> Given | None:
    """Return a function of one letter, and where the letter may be if that is printed."""
    text = _EVERY.sub("", cleaned(expression)).strip(" ,;.")
    limited = re.search(r"[<>≤≥]|\\(?:[lg]eq?|[lg]t|in)(?![a-z])", text)
    body, _, said = text.partition(",") if limited else (text, "", "")
    found = _DEFINED.fullmatch(body.strip())
    made = formula(found["body"], variables) if found else None
    names = made.names() if made else frozenset()
    if found is None or made is None or len(names) != 1 or made.head == "symbol" or found["of"] not in {None, *names}:
        return None
    given: Given = {"function": [(made, *letters(*names))]}
    said = re.sub(r"\\text\s*\{[^}]*\}", "", said).strip()
    if not said:
        return given
    spans = ((role, re.fullmatch(pattern, said)) for role, pattern in SPANS.items())
    within: Given = {role: [tuple(part(one, []) for one in one.groups())] for role, one in spans if one}
    return given | within if within else None


_KIND = r"(?:(?:the|this|given|following|quadratic|exponential|rational) )*"
_F = rf"{_KIND}(?:function )?(?-i:[fghy]\b)?(?: ?\( ?(?-i:[a-z]) ?\))?"
RANGES = Family(
    "ranges",
    _function,
    {"range": rf"(?:range|range of (?:possible )?values|image|set of values)(?: (?:of|taken by) {_F}(?:function)?)?"},
    rf"{_KIND}function|(?-i:[fghy])(?: ?\( ?(?-i:[a-z]) ?\))?|(?:in|using) (?:interval|set) notation|defined"
    r"|as an (?:interval|inequality)|real(?: numbers?)?",
    SPANS,
    {},
    tuple(SPANS),
)
FAMILIES = (RANGES,)
"""The families of this module."""
