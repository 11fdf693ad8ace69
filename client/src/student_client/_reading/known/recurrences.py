r"""A family of sequences that a recurrence defines: ``u_{n+1} = 2u_n + 3, u_1 = 1``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.notation import parse_point
from ..formulas.tree import symbol
from .family import Family, Given, formula, listed
from .usual_words import letters

_TERM = re.compile(r"(?<![A-Za-z\\])([a-z])_(?:\{\s*([nk])\s*(?:([-+])\s*(\d)\s*)?\}|([nk]))")
_START = re.compile(r"\s*([a-z])_\{?(\d)\}?\s*=\s*([^=]+)")
_PLACES = "pqr"
"""Letters for the terms of one order after the other."""


def _shift(term: re.Match[str]) -> int:
    return int(f"{term[3] or ''}{term[4] or 0}")


def _recurrence(expression: str, _: Sequence[str]) -> Given | None:
    """Return what a term is by the ones before it, the index, and the first terms."""
    parts = [part for part in re.split(r"(?:\\text\s*\{[^{}]*\})|,", ",".join(listed(expression))) if part.strip()]
    rules = [part for part in parts if _TERM.search(part)]
    starts = [_START.fullmatch(part) for part in parts if part not in rules]
    if len(rules) != 1 or rules[0].count("=") != 1 or not all(starts):
        return None
    found = [*_TERM.finditer(rules[0])]
    names = {(one[1], one[2] or one[5]) for one in found}
    shifts = [_shift(one) for one in found]
    order = max(shifts) - min(shifts)
    if len(names) != 1 or not 1 <= order < len(_PLACES) or any(one and one[1] != found[0][1] for one in starts):
        return None
    ((_, index),) = names
    text = _TERM.sub(lambda one: f" {_PLACES[_shift(one) - min(shifts)]} ", rules[0])
    left, right = (formula(side, [index, *_PLACES]) for side in text.split("="))
    given: Given = {
        "rule": [(left, right, *letters(*_PLACES[: order + 1]))],
        "index": [(symbol(index), parse_point(str(min(shifts)), ()))],
    }
    for one in starts:
        if one:
            given.setdefault("start", []).append((parse_point(one[2], ()), parse_point(one[3].strip(), ())))
    return given


_U = r"[a-z]_\{?[nk]\}?"
_OF = (
    r"(?: (?:for|of|to)(?: the)?(?: sequence| (?:nth )?term| recurrence(?: relation)?| (?:nth )?term of the sequence)?"
    rf"(?: {_U})?)?"
)
RECURRENCES = Family(
    name="recurrences",
    printed=_recurrence,
    things={
        "formula": r"(?:an? |the )?(?:explicit|closed|general|closed[- ]form)(?: (?:formula|form|expression|term"
        rf"|solution))+{_OF}|(?:formula|expression) for (?:the )?(?:nth term|{_U})|(?:the )?(?:nth|n-th|general)"
        rf" term{_OF}|solution{_OF}|{_U}",
        "limit": rf"(?:the |its )?limit(?: of (?:the sequence|{_U}))?",
    },
    does={"formula ": r"solve(?: the)?(?: following| given)?(?: linear)?(?: recurrence(?: relation)?| difference"
        r" equation)"},
    nouns=r"(?:the )?sequence(?: \(?[a-z]_n\)?)?|(?:linear )?recurrence(?: relation| formula)?|recursively|defined"
     r"|recursive (?:formula|definition|sequence)|difference equation|in terms of n|as a function of n|initial"
     r" conditions?|by(?: the)?|satisf(?:ies|ying)|subject to|(?:it )?converges|convergent|(?:you may )?assum(?:e|ing)"
     r" (?:that )?it converges|nth|terms?|using the characteristic equation",
)  # fmt: skip
FAMILIES = (RECURRENCES,)
"""The families of this module."""
