r"""Reads the divergence of a printed vector field: ``\operatorname{div}\mathbf{F}``, the sum of its derivatives."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.derivative import NoRule, derivative
from ..formulas.notation import parse_statement
from ..formulas.tree import Node, add, neg
from ..statement import Choices, NotRead, Operation, Statement
from .of_functions import Asked, Reader
from .sentence_parts import FIND

_BOLD = r"\\(?:mathbf|vec|boldsymbol|bm)\s*(?:\{\s*F\s*\}|F)"
_FIELD = re.compile(rf"\s*\$?\s*(?:{_BOLD}|F)\s*(?:\(\s*(?P<letters>[^()]*)\)\s*)?=(?P<parts>[^=]+?)\$?\s*[.]?\s*")
_UNIT = re.compile(r"\\(?:mathbf|hat|vec|boldsymbol|bm)\s*\{?\s*(?:\\mathbf\s*\{)?\s*\\?([ijk])(?:math)?\s*\}*")
_BLANK = r"(?:\s|\\[,;: ]|\\q?quad)+"


def divergence(_: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the sum of each component's derivative in its own letter; None if no field in i, j and k is printed.

    Raises:
        NotRead: a component is not understood, is there twice, or has another letter than x, y and z.
    """
    field = _FIELD.fullmatch(expression)
    pieces = _UNIT.split(field["parts"]) if field else []
    if field is None or len(pieces) < 5 or re.sub(_BLANK, "", pieces[-1]):
        return None
    units, names = pieces[1::2], ("x", "y", "z")
    said = re.sub(r"\s", "", field["letters"] or "").split(",") if field["letters"] else list(names[: len(units)])
    if units != ["i", "j", "k"][: len(units)] or tuple(said) not in {names, names[:2]} or len(said) < len(units):
        raise NotRead("the components of the field are not clear")
    parts = [_component(text, variables, choices) for text in pieces[:-1:2]]
    if any(not part.names() <= set(said) for part in parts):
        raise NotRead("the field has another letter")
    try:
        made = [derivative(part, name) for part, name in zip(parts, said, strict=False)]
    except NoRule:
        raise NotRead("the derivatives of the field are not known") from None
    return Statement(add(*made)), ((Operation("simplify"),),)


def _component(text: str, variables: Sequence[str], choices: Choices) -> Node:
    """Return what is printed before a unit vector, with its sign."""
    plain = re.sub(rf"^{_BLANK}|{_BLANK}$", "", text)
    sign, body = (plain[:1], plain[1:].strip()) if plain.startswith(("+", "-")) else ("", plain)
    outside = body
    while (shorter := re.sub(r"\([^()]*\)|\{[^{}]*\}", "", outside)) != outside:
        outside = shorter
    if re.search(r"[-+]", outside):
        raise NotRead("a component of the field is not in brackets")
    read = parse_statement(body or "1", variables, choices)
    if not isinstance(read.expression, Node) or read.operations or read.points or read.ranges:
        raise NotRead("a component of the field is not understood")
    return neg(read.expression) if sign == "-" else read.expression


_TABLE: tuple[tuple[str, Reader], ...] = (
    (
        rf"{FIND} (?:\\(?:operatorname|mathrm|text) ?\{{ ?div ?\}}|div)(?:\\[,; ]| )*\(?(?:{_BOLD}|(?-i:F))\)?",
        divergence,
    ),
)
FIELDS = tuple((re.compile(pattern, re.IGNORECASE), reader) for pattern, reader in _TABLE)
"""Patterns, each with what reads the question from it."""
