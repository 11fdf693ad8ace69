r"""Reads double and triple integrals over a region that the words give: ``\iint_R xy \, dA`` over a rectangle."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from ..formulas.exact import exact
from ..formulas.notation import parse_point, parse_statement
from ..formulas.tree import ZERO, Node, add, mul, number, symbol
from ..statement import Choices, NotRead, Operation, Statement
from .of_functions import Asked, Reader
from .of_solids import are_in_order, between_graphs

_PRINTED = re.compile(
    r"\s*\$?\s*\\(?P<sign>iint|iiint)\s*(?:\\limits)?\s*_\s*\{?\s*(?P<region>[A-Z])\s*\}?(?P<body>.+?)"
    r"(?:\\[,;: ]|\s)*(?P<end>d\s*[AV]|d\s*[xyz](?:(?:\\[,;: ]|\s)*d\s*[xyz]){1,2})\s*\$?\s*\.?\s*"
)
_END = {"iint": {"A", "xy"}, "iiint": {"V", "xyz"}}
_LESS = r"(?:<=|≤|<|\\leq?(?![a-z])|\\lt(?![a-z])|\\leqslant)"
_SIDE = re.compile(rf"(?P<low>[^<≤]+?) ?{_LESS} ?(?P<name>[xyz]) ?{_LESS} ?(?P<high>[^<≤]+)")
_BOX = re.compile(r"\[([^,\[\]]+),([^,\[\]]+)\]")
_APART = re.compile(r",(?:\\ |\s)*|\band\b|;|\\q?quad")
_QUADRANT = "first quadrant: "
_CORNER = re.compile(r"\(([^(),]+),([^(),]+)\)")
_AXES = re.compile(r"the coordinate axes")
_KIND = re.compile(r"^(?:(?:the|by|straight|vertical|horizontal|lines?|parabolas?|curves?|graphs?|of) )+(?=\S)")


def over_region(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the integrals in each letter, the innermost first; None if no such integral is printed.

    Raises:
        NotRead: the region is not understood, or the words name another one.
    """
    printed = _PRINTED.fullmatch(expression)
    if not printed:
        return None
    sign = printed["sign"]
    if (
        "".join(sorted(re.findall("[xyzAV]", printed["end"]))) not in _END[sign]
        or (found["region"] or printed["region"]) != printed["region"]
    ):
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
    if len(letters) == len("xy") and (corners := _CORNER.findall(text)) and not _CORNER.sub("", text).strip(" ,and"):
        return _ordered(_triangle([tuple(_number(part, choices) for part in corner) for corner in corners]))
    quadrant, text = text.startswith(_QUADRANT), text.removeprefix(_QUADRANT)
    curves = [_KIND.sub("", one.strip()) for one in _APART.split(_AXES.sub("x = 0, y = 0", text)) if one.strip()]
    if len(letters) == len("xy") and all(one.count("=") == 1 or one.endswith("-axis") for one in curves):
        low, high, bottom, top = between_graphs(curves, choices)
        first = are_in_order([(ZERO, bottom), (low, high)]) and are_in_order([(ZERO, low), (low, high)])
        if quadrant and not first:
            raise NotRead("the region is not in the first quadrant alone")
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


def _number(text: str, choices: Choices) -> Fraction:
    made = exact(parse_point(text.strip(), [], choices))
    if made is None:
        raise NotRead(f"{text!r} is not a number")
    return made


def _triangle(corners: Sequence[tuple[Fraction, ...]]) -> dict[str, tuple[Node, Node]]:
    """Return the ends of each letter in a triangle, one of whose sides is upright or level.

    Raises:
        NotRead: none is, or the corners are not those of a triangle.
    """
    for along, across in ((0, 1), (1, 0)):
        for apex, tip in enumerate(corners):
            one, two = sorted((end for at, end in enumerate(corners) if at != apex), key=lambda end: end[across])
            if one[along] != two[along] or tip[along] == one[along] or one[across] == two[across]:
                continue
            low, high = (_line(tip, end, along, across) for end in (one, two))
            start, end = sorted((tip[along], one[along]))
            return {"xy"[across]: (low, high), "xy"[along]: (number(start), number(end))}
    raise NotRead("the region is not a triangle with an upright or a level side")


def _line(one: tuple[Fraction, ...], other: tuple[Fraction, ...], along: int, across: int) -> Node:
    """Return the line through two points as a function of the letter in which they differ."""
    slope = (other[across] - one[across]) / (other[along] - one[along])
    return add(mul(number(slope), symbol("xy"[along])), number(one[across] - slope * one[along]))


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
