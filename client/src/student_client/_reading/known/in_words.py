"""Says what a known formula is asked in words that a person can check: "the distance of (3, 4) and (0, 0)"."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..formulas.tree import Node
from .things_told import TEMPLATES

_INTERNAL = """
    letters value named order explicit implicit pair basis initial method said sign rolled total three four flat solid
    singular polar
"""
_UNTOLD = frozenset(_INTERNAL.split())
"""The roles that are left out if no template names them."""


def _point(parts: list[str]) -> str:
    """Return a place: ``t = 2``, one number, or coordinates."""
    if len(parts) == 2 and parts[0].isalpha():
        return " = ".join(parts)
    return parts[0] if len(parts) == 1 else f"({', '.join(parts)})"


def _event(parts: list[str]) -> str:
    """Return an event as it is usually written: "a given not b" for given-a-not-b."""
    words = parts[0].split("-")[::-1]
    read: list[str] = []
    for word in words:
        if word == "not":
            read.append(f"not {read.pop()}")
        elif word in {"both", "or", "given"}:
            read.append(f"{read.pop()} {word.replace('both', 'and')} {read.pop()}")
        else:
            read.append(word.upper())
    return read[-1]


def _pairs(parts: list[str]) -> str:
    """Return letters with their values: ``x = 4, y = 5``."""
    return ", ".join(map(" = ".join, zip(parts[::2], parts[1::2], strict=True)))


_ROLE, _PLACE, _OPTIONAL = re.compile(r"\{([^:}]+)"), re.compile(r"\{([^}]+)\}"), re.compile(r"<([^<>]*\{[^<>]*)>")
_WAYS: dict[str, Callable[[list[str]], str]] = {
    "": ", ".join,
    "first": lambda parts: parts[0],
    "point": _point,
    "equal": lambda parts: " = ".join(parts[:2]),
    "pairs": _pairs,
    "decimal": lambda parts: f"{parts[0][1:] or 0}.{parts[1][1:]}({parts[2][1:]})",
    "event": _event,
    "chances": lambda parts: f"P({_event(parts)}) = {parts[1]}",
    "conjugate": lambda parts: f"{parts[1]} is the conjugate of {parts[0]}",
    "at": lambda parts: f"{parts[0]} at {_pairs(parts[1:])}",
    "to": " to ".join,
    "trials": lambda parts: f"{parts[0]} trials of probability {parts[1]}",
    "remainder": lambda parts: f"{[*parts, '0'][1]} on division by {parts[0]}",
    "start": lambda parts: f"{parts[0]}({parts[1]}) = {parts[2]}",
    "integral": lambda parts: f"{parts[0]} from {parts[1]} to {parts[2]}",
}
"""How the parts of a role are said together."""
_LISTED = {"between": " <= ".join, "curve": " = ".join, "span": " to ".join, "direct": " ".join, "inverse": " ".join}
"""How those of roles are that no template names."""


def in_words(expression: Node, thing: str, rounded: str = "") -> str:
    """Return a question of a known formula in words.

    Args:
        expression: what is printed and given, as the engine hands it on.
        thing: what is asked.
        rounded: how the answer is rounded, as the engine says it.

    >>> from ..formulas.tree import Node, number
    >>> points = [Node("point", (number(3), number(4))), Node("point", (number(0), number(0)))]
    >>> in_words(Node("points", tuple(points)), "slope")
    'the slope of the line through (3, 4), (0, 0)'
    """
    given: dict[str, list[list[str]]] = {}
    for part in expression.args:
        given.setdefault(part.head, []).append([str(one) for one in part.args])
    templates, first = TEMPLATES.get(expression.head, {}), next(iter(given))
    told = set(_UNTOLD)

    def kept(found: re.Match[str]) -> str:
        return found[1] if set(_ROLE.findall(found[1])) <= set(given) else ""

    template = _OPTIONAL.sub(kept, templates.get(thing.strip()) or templates.get("", ""))
    if not template or not set(_ROLE.findall(template)) <= {*given, "thing"}:
        template = f"the {{thing}} of {{{first}}}"
    else:
        told.add(thing)

    def said(found: re.Match[str]) -> str:
        role, _, way = found[1].partition(":")
        told.add(role)
        if role == "thing" or way in {"role", "zero"}:
            return {"role": role, "zero": "0"}.get(way, thing.strip())
        return ", ".join(_WAYS[way](parts) for parts in given[role] if parts)

    text = _PLACE.sub(said, template).replace(" - 0 = 0", " = 0")
    for role in [role for role in given if role not in told]:
        way = _LISTED.get(role, _point)
        text = ", ".join([text, f"{role} {', '.join(way(parts) for parts in given[role] if parts)}".strip()])
    return ", ".join(filter(None, (text, _rounded(rounded))))


def _rounded(how: str) -> str:
    """Return a rounding in words: "places 2", "digits 3", "unit 1/10", "degrees 1"."""
    kind, _, size = how.partition(" ")
    if not how:
        return ""
    if kind in {"places", "digits"}:
        return f"rounded to {size} {'decimal places' if kind == 'places' else 'significant digits'}"
    return f"{'in degrees, ' if kind == 'degrees' else ''}rounded to a multiple of {size}"
