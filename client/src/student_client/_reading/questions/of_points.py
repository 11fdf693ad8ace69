"""Reads the distance between two points, the vector from one to the other, and the slope of the line through them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.notation import parse_point
from ..formulas.same_notation import canonical
from ..formulas.tree import TWO, Node, add, call, div, matrix, neg, power, root
from ..statement import Choices, NotRead, Operation, Statement
from .of_functions import Asked, Reader
from .sentence_parts import FIND

_POINT = r"(?:[A-Z]\s*(?:_\{?\d\}?)?\s*=?\s*)?\(\s*([^()]+?)\s*\)"
_BETWEEN = r"\s*(?:,|;|\\text\s*\{\s*and\s*\}|and|\\q?quad|\\[ ,;:]|\s)*\s*"
_PAIR = re.compile(rf"\s*\$?{_POINT}{_BETWEEN}{_POINT}\$?\s*\.?")


def between(found: re.Match[str], expression: str, _: Sequence[str], choices: Choices) -> Asked | None:
    """Return the distance of the two printed points as a number to simplify, or the slope; None for other problems."""
    shown = _PAIR.fullmatch(re.sub(r"\\left|\\right", "", expression))
    if not shown:
        return None
    said = found.groupdict().get("points")
    if said and canonical(re.sub(r"\band\b|[A-Z]|,(?= ?\()|=", "", said)) != canonical(
        "".join(f"({one})" for one in shown.groups())
    ):
        raise NotRead("the words and the expression name different points")
    letters = {found.groupdict().get("start"), found.groupdict().get("end")} - {None}
    if letters and letters != {*_NAMED.findall(expression)}:
        raise NotRead("the words name points that are not printed")
    one, other = ([parse_point(part, [], choices) for part in point.split(",")] for point in shown.groups())
    if len(one) != len(other) or len(one) not in {2, 3} or any(part.names() for part in (*one, *other)):
        raise NotRead("two points of a plane or of space are needed")
    moved = [add(end, neg(start)) for start, end in zip(one, other, strict=True)]
    if found["what"].lower() in {"distance", "length"}:
        made: Node = root(add(*(power(part, TWO) for part in moved)))
    elif len(one) == 2:
        made = div(moved[1], moved[0])
    else:
        raise NotRead("the slope of a line of space is not understood")
    return Statement(made), ((Operation("simplify"),),)


_NAMED = re.compile(r"([A-Z])\s*=?\s*\(")


def joining(found: re.Match[str], expression: str, _: Sequence[str], choices: Choices) -> Asked | None:
    """Return the vector from one printed point to the other, in the order of the words; None for other problems."""
    shown = _PAIR.fullmatch(re.sub(r"\\left|\\right", "", expression))
    names = _NAMED.findall(expression)
    start, end = found["start"], found["end"]
    if not shown or sorted(names) != sorted((start, end)):
        return None
    points = dict(zip(names, (part.split(",") for part in shown.groups()), strict=True))
    low, high = ([parse_point(part, [], choices) for part in points[name]] for name in (start, end))
    if len(low) != len(high) or len(low) not in {2, 3} or any(part.names() for part in (*low, *high)):
        raise NotRead("two points of a plane or of space are needed")
    moved = matrix(len(low), tuple(add(there, neg(here)) for here, there in zip(low, high, strict=True)))
    return Statement(call("norm", moved) if found["size"] else moved), ((Operation("matrix"),),)


_START, _END = r"(?-i:(?P<start>[A-Z]))", r"(?-i:(?P<end>[A-Z]))"
_ENDS = rf"\{{ ?{_START} ?{_END} ?\}}"
_POINTS = (
    r"(?:the )?(?:two |given |following |pair of )*points?(?: [A-Z] and [A-Z])?(?:"
    r" (?P<points>[A-Z]?\(.+\)))?(?: in (?:space|the plane))?"
)
_TABLE: tuple[tuple[str, Reader], ...] = (
    (
        rf"{FIND} (?:exact |shortest )?(?P<what>distance)(?: d)?(?: ?\([A-Z], ?[A-Z]\))? (?:between|from)"
        rf" (?:(?:each|the|this) pair of )?{_POINTS}",
        between,
    ),
    (
        rf"{FIND} (?:exact )?(?P<what>slope|gradient) of (?:the|a) (?:straight )?line (?:(?:that|which) )?(?:passing"
        rf"|passes|going|goes|joining|joins|connecting|containing|contains|drawn)?(?: ?(?:through|between))? {_POINTS}",
        between,
    ),
    (
        rf"{FIND} (?:(?:components|component form) of (?:the )?)?vector (?P<size>(?!))?(?:with|having|whose)"
        rf" (?:the )?initial point (?:is )?{_START} and (?:the )?terminal point (?:is )?{_END}",
        joining,
    ),
    (
        rf"(?:{FIND}|express) (?:(?:components|component form) of (?:the )?)?(?:vector )?(?P<size>"
        rf"(?!))?\\overrightarrow ?{_ENDS}(?: (?:as a column vector|in component form))?",
        joining,
    ),
    (
        rf"{FIND} (?:(?:components|component form) of (?:the )?)?(?:displacement )?vector (?P<size>(?!))?from"
        rf" (?:the point )?{_START} to (?:the point )?{_END}(?: (?:as a column vector|in component form))?",
        joining,
    ),
    (rf"{FIND} (?P<size>(?:\\left)?\|) ?\\overrightarrow ?{_ENDS} ?(?:\\right)?\|", joining),
)
POINTS = tuple((re.compile(pattern, re.IGNORECASE), reader) for pattern, reader in _TABLE)
"""Patterns, each with what reads the question from it."""
