"""Leaves out a letter's range where it cannot change the result: "find dy/dx, x > 0"."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import e, inf, nan, pi, prod

from ..formulas.notation import parse_point
from ..formulas.tree import Node
from ..statement import NotRead, Question

_SIGN = r"(?:<=|>=|<|>|≤|≥|≠|\\leq?(?![a-z])|\\geq?(?![a-z])|\\neq?(?![a-z])|!=)"
VALUE = r"-?(?:\\[dt]?frac\{[^{}]*\}\{[^{}]*\}|(?:\d+(?:\.\d+)?)?(?:\\?pi|π)?(?:/\d+)?)"
"""An end of a range, as a pattern."""
_RANGE = re.compile(
    r"[,;]? ?\(?(?:\b(?:where|for|with|and|when|given that|if|assume(?: that)?|assuming(?: that)?|suppose(?: that)?"
    rf"|let|here|such that|all) )*(?<![\w)^]) ?(?:(?P<low>{VALUE}) ?(?P<left>{_SIGN}) ?)?(?P<name>\\?[a-zA-Z]+) ?"
    rf"(?P<right>{_SIGN}) ?(?P<high>{VALUE})\)?(?=[\s,.;)?!]|$)(?! ?[-+*/^=<>])"
)
LARGE = 100
"""Powers of larger numbers are not approximated."""
_LESS = {"<", "<=", "≤", "\\le", "\\leq"}
_UNEQUAL = {"≠", "\\ne", "\\neq", "!="}
_UNLIMITED = frozenset({"differentiate", "implicit", "numeric"})
"""Tools whose result on some numbers is that on all numbers."""


@dataclass(frozen=True)
class Limited:
    """A letter, and the numbers between which it is."""

    name: str
    low: float
    high: float
    but: float | None = None


def unlimited(text: str, letters: Collection[str]) -> tuple[str, list[Limited]]:
    """Return the words without the ranges of letters, and these.

    >>> unlimited("Find dy/dx, where x > 0.", {"x", "y"})[0]
    'Find dy/dx.'
    """
    ranges: list[Limited] = []

    def kept(found: re.Match[str]) -> str:
        limited = _limited(found) if found["name"].strip("\\") in letters else None
        if limited is None:
            return found[0]
        ranges.append(limited)
        return " " if found[0].startswith(" ") else ""

    return re.sub(r"\s+(?=[.,;?!]|$)|^\W+", "", _RANGE.sub(kept, text)), ranges


def _limited(found: re.Match[str]) -> Limited | None:
    ends = [_number(found[key]) if found[key] else None for key in ("low", "high")]
    if ends[1] is None or (found["left"] and ends[0] is None):
        return None
    name = found["name"].strip("\\")
    if found["right"] in _UNEQUAL:
        return None if found["left"] else Limited(name, -inf, inf, ends[1])
    signs = [found[key] in _LESS for key in ("left", "right") if found[key]]
    if len(set(signs)) > 1 or found["left"] in _UNEQUAL:
        return None
    below, above = (ends[0], ends[1]) if signs[0] else (ends[1], ends[0])
    return Limited(name, -inf if below is None else below, inf if above is None else above)


def _number(text: str) -> float | None:
    with suppress(NotRead, ValueError):
        return approximate(parse_point(text, []))
    return None


def approximate(node: Node) -> float | None:
    """Return a number's value; None if it has a letter or a function."""
    if node.head == "number":
        return float(node.value or 0)
    if node.head == "constant":
        return {"pi": pi, "e": e, "infinity": inf}.get(str(node.value))
    values = [value for value in map(approximate, node.args) if value is not None]
    if len(values) < len(node.args) or node.head not in _MADE or (node.head == "div" and not values[1]):
        return None
    return _MADE[node.head](values)


_MADE: dict[str, Callable[[Sequence[float]], float]] = {
    "neg": lambda values: -values[0],
    "add": sum,
    "mul": prod,
    "div": lambda values: values[0] / values[1],
    "pow": lambda values: values[0] ** values[1] if 0 < values[0] < LARGE and abs(values[1]) < LARGE else nan,
    "root": lambda values: values[0] ** (1 / values[1]) if values[0] > 0 and values[1] > 0 else nan,
}


def is_harmless(limited: Limited, question: Question) -> bool:
    """Return whether the result of a question is the same on all numbers and on those."""
    for step in question:
        if step.tool == "substitute":
            value = approximate(step.point) if step.point is not None else None
            if step.variable == limited.name and not (value is not None and _is_within(value, limited)):
                return False
        elif step.tool == "integrate" and step.bounds is None and step.point is None:
            continue
        elif step.tool not in _UNLIMITED:
            return False
    return bool(question)


def _is_within(value: float, limited: Limited) -> bool:
    return limited.low <= value <= limited.high and value not in {limited.but, limited.low, limited.high}
