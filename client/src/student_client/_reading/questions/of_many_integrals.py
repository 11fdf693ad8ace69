r"""Reads double and triple integrals over a region that the words give: ``\iint_R xy \, dA`` over a rectangle."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from ..formulas.notation import parse_point, parse_statement
from ..formulas.tree import Node
from ..statement import Choices, NotRead, Operation, Statement
from .of_functions import Asked
from .of_solids import are_in_order, between_graphs

Reader: TypeAlias = Callable[[re.Match[str], str, Sequence[str], Choices], Asked | None]
_PRINTED = re.compile(
    r"\s*\$?\s*\\(?P<sign>iint|iiint)\s*(?:\\limits)?\s*_\s*\{?\s*(?P<region>[A-Z])\s*\}?(?P<body>.+?)"
    r"(?:\\[,;: ]|\s)*(?P<end>dA|dV|d\s*A|d\s*V)\s*\$?\s*\.?\s*"
)
_END = {"iint": "dA", "iiint": "dV"}
_LESS = r"(?:<=|≤|<|\\leq?(?![a-z])|\\lt(?![a-z])|\\leqslant)"
_SIDE = re.compile(rf"(?P<low>[^<≤]+?) ?{_LESS} ?(?P<name>[xyz]) ?{_LESS} ?(?P<high>[^<≤]+)")
_BOX = re.compile(r"\[([^,\[\]]+),([^,\[\]]+)\]")
_APART = re.compile(r",(?:\\ |\s)*|\band\b|;|\\q?quad")
_CURVES = re.compile(r"(?P<one>y ?= ?[^=]+?),? and (?:the )?(?:line |parabola |curve )?(?P<two>y ?= ?[^=]+)")


def over_region(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the integrals in each letter, the innermost first; None if no such integral is printed.

    Raises:
        NotRead: the region is not understood, or the words name another one.
    """
    printed = _PRINTED.fullmatch(expression)
    if not printed:
        return None
    sign = printed["sign"]
    if printed["end"].replace(" ", "") != _END[sign] or (found["region"] or printed["region"]) != printed["region"]:
        raise NotRead("the words and the expression name different regions")
    letters = "xyz"[: len(sign) - 2]
    body = parse_statement(printed["body"], [*dict.fromkeys((*variables, *letters))], choices)
    made = body.expression
    if not isinstance(made, Node) or body.operations or body.points or body.ranges or body.function:
        raise NotRead("the integrand is not understood")
    if not made.names() <= set(letters) or not set(letters) <= set(variables):
        raise NotRead("the letters of the integral are not clear")
    bounds = _bounds(found["bounds"], letters, choices)
    done = tuple(Operation("integrate", name, bounds=bounds[name]) for name in bounds)
    return Statement(made, done), (done,)


def _bounds(text: str, letters: str, choices: Choices) -> dict[str, tuple[Node, Node]]:
    """Return the ends of each letter, the innermost first."""
    text = re.sub(r"\s+", " ", text.replace("\\,", " ").replace("\\ ", " ")).strip(" .,$")
    if (curves := _CURVES.fullmatch(text)) and len(letters) == len("xy"):
        low, high, bottom, top = between_graphs((curves["one"], curves["two"]), choices)
        return {"y": (bottom, top), "x": (low, high)}
    sides = dict(zip(letters, _BOX.findall(text), strict=False))
    if not re.fullmatch(r"(?: |\\times(?![a-z])|×)*", _BOX.sub("", text)) or len(_BOX.findall(text)) != len(letters):
        parts = [_SIDE.fullmatch(part.strip()) for part in _APART.split(text) if part.strip()]
        sides = {part["name"]: (part["low"], part["high"]) for part in parts if part}
        if len(sides) != len(parts) or set(sides) != set(letters):
            raise NotRead("the region of the integral is not understood")
    made = {
        name: (parse_point(low.strip(), [*letters], choices), parse_point(high.strip(), [*letters], choices))
        for name, (low, high) in sides.items()
    }
    if len(letters) > len("xy") and any(end.names() for ends in made.values() for end in ends):
        raise NotRead("only a box is understood as a region of space")
    ordered = _ordered(made)
    if not are_in_order([*ordered.values()]):
        raise NotRead("an upper end of the integral is below the lower one")
    return ordered


def _ordered(made: dict[str, tuple[Node, Node]]) -> dict[str, tuple[Node, Node]]:
    """Return the ends of each letter, those first whose ends have other letters in them.

    Raises:
        NotRead: a letter is among its own ends, or two letters depend on each other, or an end is infinite.
    """
    ordered: dict[str, tuple[Node, Node]] = {}
    left = dict(made)
    while left:
        used = {name for low, high in left.values() for name in low.names() | high.names()}
        free = [name for name in reversed(left) if name not in used]
        if not free or any(end.has("constant", "infinity") for ends in left.values() for end in ends):
            raise NotRead("the region of the integral is not understood")
        ordered[free[0]] = left.pop(free[0])
    return ordered


_TABLE: tuple[tuple[str, Reader], ...] = (
    (r"Evaluate the integral over the region(?: (?P<region>[A-Z]))? with (?P<bounds>.+)", over_region),
)
MANY_INTEGRALS = tuple((re.compile(pattern), reader) for pattern, reader in _TABLE)
"""Patterns, each with what reads the question from it."""
