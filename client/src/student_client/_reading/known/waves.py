"""Sine and cosine functions: their amplitude and period, and a sum of both as one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.tree import Node, symbol
from .family import Family, Given, cleaned, formula

_SIDES = re.compile(r"^(?:[A-Za-z](?:\s*\(\s*(?:[a-z]|\\theta)\s*\))?\s*=)?(?P<body>[^=]+)$")


def _body(expression: str, variables: Sequence[str], functions: set[str]) -> Node | None:
    sides = _SIDES.match(cleaned(expression))
    body = formula(sides["body"], variables) if sides else None
    if body is None or len(body.names()) != 1:
        return None
    used = {part.head for part in body.walk()} - {"number", "symbol", "constant", "add", "neg", "mul", "div"}
    return body if used == functions else None


def _wave(expression: str, variables: Sequence[str]) -> Given | None:
    """Return A sin(angle) + D with a letter in place of the sine, and its angle, which must stay as it is printed."""
    body = _body(expression, variables, {"sin"}) or _body(expression, variables, {"cos"})
    waves = [] if body is None else [part for part in body.walk() if part.head in {"sin", "cos"}]
    if body is None or len(waves) != 1:
        return None
    around = _with(body, waves[0], symbol("wave"))
    return {"function": [(around,)], "angle": [waves[0].args]} if around.names() == {"wave"} else None


def _with(node: Node, part: Node, instead: Node) -> Node:
    """Return an expression with another part in place of one."""
    return (
        instead if node is part else Node(node.head, tuple(_with(one, part, instead) for one in node.args), node.value)
    )


def _sum(expression: str, variables: Sequence[str]) -> Given | None:
    body = _body(expression, variables, {"sin", "cos"})
    return {"function": [(body,)]} if body else None


WAVES = Family(
    "wave",
    _wave,
    {
        "amplitude": "amplitude",
        "period": "(?:fundamental )?period",
        "phase shift": r"phase shift",
        "midline": r"(?:equation of (?:the|its) )?midline",
        "vertical shift": r"vertical (?:shift|translation)",
        "maximum": r"(?:maximum|greatest|largest) value",
        "minimum": r"(?:minimum|least|smallest) value",
    },
    r"function|graph|curve|wave|sinusoid|y|f(?:\(x\))?|(?:trigonometric|sine|cosine) (?:function|curve|graph)",
)
_ALPHA = r"\\?(?:alpha|α|phi|φ|varphi|a|theta|θ)"
_X = r"\\?(?:x|θ|theta|t)"


def _form(function: str, sign: str) -> str:
    lead = r"(?:(?:expression|function|sum) )?(?:in|as|to|into) (?:the )?form"
    return rf"{lead} r ?\\?{function} ?\( ?{_X} ?\{sign} ?{_ALPHA} ?\)"


SUMS = Family(
    "sum of waves",
    _sum,
    {f"{function}{sign}": _form(function, sign) for function in ("sin", "cos") for sign in "+-"},
    r"expression|function",
    {"acute": rf"r ?> ?0(?: and|,)? ?0°? ?(?:<|≤|\\leq?) ?{_ALPHA} ?(?:<|≤|\\leq?) ?(?:90°|\\?π ?/ ?2"
     rf"|\\frac\{{π\}}\{{2\}})|{_ALPHA} is (?:an )?acute(?: angle)?(?: and r ?> ?0| and r is positive)?"},
    dict.fromkeys(("sin+", "sin-", "cos+", "cos-"), ("acute",)),
)  # fmt: skip
FAMILIES = (WAVES, SUMS)
