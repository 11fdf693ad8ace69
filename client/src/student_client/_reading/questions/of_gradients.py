"""Reads the gradient of a function of x and y at a point, and its derivative in the direction of a vector."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.exact import exact
from ..formulas.notation import parse_point, parse_statement
from ..formulas.tree import TWO, Node, add, div, mul, number, power, root
from ..statement import Choices, NotRead, Operation, Statement
from .of_functions import Asked, Reader
from .of_surfaces import slopes
from .sentence_parts import FIND

_HEAD = re.compile(r"\s*\$?\s*(?:[A-Za-z]\s*\(\s*x\s*,\s*y\s*\)|[zwu])\s*=")
_STYLE = r"\\(?:mathbf|hat|vec|boldsymbol|bm|math)"
_UNITS = re.compile(
    rf"(?P<first>[-+]?[^-+ij]*?) ?(?:{_STYLE} ?\{{? ?)?\\?i(?:math)? ?\}}? ?"
    rf"(?P<second>[-+] ?[^-+ij]*?) ?(?:{_STYLE} ?\{{? ?)?\\?j(?:math)? ?\}}?"
)
_PAIR = re.compile(r"(?:\(|<|\\langle|⟨)(?P<first>[^,()<>⟨⟩]+),(?P<second>[^,()<>⟨⟩]+?)(?:\)|>|\\rangle|⟩)")


def _function(expression: str, variables: Sequence[str], choices: Choices) -> tuple[Statement, Node] | None:
    """Return a printed function of x and y; None if another expression is printed."""
    if not _HEAD.match(expression):
        return None
    read = parse_statement(_HEAD.sub("", expression, count=1), variables, choices)
    made = read.expression
    if not isinstance(made, Node) or read.operations or read.points or read.ranges or made.names() != {"x", "y"}:
        return None
    if any(made.has(kink) for kink in ("abs", "sign", "floor")):
        raise NotRead("the function may have a kink")
    return Statement(made), made


def _number(text: str, choices: Choices) -> Node:
    made = parse_point(text.strip(), [], choices)
    if made.names() or exact(made) is None:
        raise NotRead(f"{text!r} is not a number")
    return made


def _point(found: re.Match[str], choices: Choices) -> dict[str, Node]:
    return {name: _number(found[key], choices) for name, key in (("x", "a"), ("y", "b"))}


def gradient(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return both partial derivatives at a point, in their order."""
    made = _function(expression, variables, choices)
    if made is None:
        return None
    point = _point(found, choices)
    return made[0], tuple(
        (
            Operation("differentiate", name),
            *(Operation("substitute", other, place) for other, place in point.items() if other in slope.names()),
        )
        for name, slope in zip("xy", slopes(made[1]), strict=True)
    )


def _direction(text: str, choices: Choices) -> tuple[Node, Node]:
    """Return both parts of a vector that is written in brackets, or with i and j."""
    units = _UNITS.fullmatch(text.strip())
    found = units or _PAIR.fullmatch(text.strip())
    if not found:
        raise NotRead(f"{text!r} is not understood as a direction")
    parts = [re.sub(r"^\+", "", found[key].replace(" ", "")) for key in ("first", "second")]
    one, two = (_number({"": "1", "-": "-1"}.get(part, part), choices) for part in parts)
    if exact(one) == exact(two) == 0:
        raise NotRead("the direction has no length")
    return one, two


def steepest(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the length of the gradient at a point."""
    made = _function(expression, variables, choices)
    if made is None:
        return None
    point = _point(found, choices)
    return Statement(root(add(*(power(slope.put(point), TWO) for slope in slopes(made[1]))), TWO)), (
        (Operation("simplify"),),
    )


def directional(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the product of the gradient and the direction, over the length of the direction."""
    made = _function(expression, variables, choices)
    if made is None:
        return None
    point = _point(found, choices)
    direction = _direction(found["direction"], choices)
    along = add(*(mul(slope.put(point), part) for slope, part in zip(slopes(made[1]), direction, strict=True)))
    length = root(add(*(power(part, TWO) for part in direction)), number(2))
    return Statement(div(along, length)), ((Operation("simplify"),),)


def along(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the derivative of a function along a curve that a parameter gives: the curve is put in first."""
    made = _function(expression, variables, choices)
    head = re.match(r"\s*\$?\s*([A-Za-z])", expression)
    if made is None or head is None or head[1] != found["function"]:
        return None
    curve = {name: parse_point(found[name].strip(), [found["t"]], choices) for name in "xy"}
    if any(part.names() != {found["t"]} for part in curve.values()) or found["t"] not in variables:
        raise NotRead("the curve is not given by the letter of the derivative")
    return Statement(made[1].put(curve)), ((Operation("differentiate", found["t"]),),)


_AT = r"at (?:the )?(?:point )?\((?P<a>[^,()]+),(?P<b>[^,()]+)\)"
_TABLE: tuple[tuple[str, Reader], ...] = (
    (
        r"find the derivative of (?P<function>[zwuf]) in (?P<t>[a-z]) along x ?= ?(?P<x>[^=,]+?),? and"
        r" y ?= ?(?P<y>[^=,]+)",
        along,
    ),
    (rf"{FIND} gradient {_AT}", gradient),
    (rf"{FIND} magnitude of the gradient {_AT}", steepest),
    (rf"{FIND} directional derivative {_AT} in the direction of (?P<direction>.+)", directional),
)
GRADIENTS = tuple((re.compile(pattern, re.IGNORECASE), reader) for pattern, reader in _TABLE)
"""Patterns, each with what reads the question from it."""
