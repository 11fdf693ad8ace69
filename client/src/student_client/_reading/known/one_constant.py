"""The family of formulas with a constant that known values fix: ``y = k/x^2`` with y = 9 when x = 2."""

from __future__ import annotations

from collections.abc import Sequence

from ..formulas.tree import Node
from .family import Family, Given
from .printed_parts import Told
from .usual_words import NUMBER, POINT, letters


def _formula(expression: str, variables: Sequence[str]) -> Given | None:
    """Return a formula of two letters or more, and the letter that it gives."""
    parts = Told(expression, tuple(variables), ()).parts()
    body, name = parts[0].body, parts[0].name
    if len(parts) != 1 or not isinstance(body, Node) or body.has("matrix") or name is None or name in body.names():
        return None
    return {"formula": [(body, *letters(name))]} if len(body.names()) in {2, 3} else None


_LETTER = r"(?-i:[A-Za-z])"
_IS = r" ?(?:=|is|equals) ?"
_WHEN = r" (?:when|if|where|for|at) "
_REST = rf"{_WHEN}({_LETTER}){_IS}({NUMBER})(?: and ({_LETTER}){_IS}({NUMBER}))?"
_FACTOR = rf"(?:(?:the )?((?:square|cube)(?: root)?) of )?({_LETTER})(?:\^(\d))?"
_AS = (
    rf"(?:(?:proportional )?to|as|with) (?:(?:the )?product of )?{_FACTOR}"
    rf"(?: and {_FACTOR}(?! ?(?:=|is|equals)))?"
)
_POINT = r"(?:(?:a|its) )?(?:stationary|turning|critical) point"
CONSTANTS = Family(
    name="formulas with a constant",
    printed=_formula,
    things={
        "value": rf"(?:value of )?({_LETTER}){_REST}",
        "constant": r"(?:value of )?(?:the )?constant(?: of (?:proportionality|variation))?(?: (?-i:[a-z]))?",
        "letter": rf"(?:value of )?(?:the )?(?:constant )?({_LETTER})",
    },
    nouns=r"(?:the )?(?:curve|graph|function|formula|relationship|point)(?: y)?|where [a-z] is (?:a|the) constant",
    givens={
        "pair": rf"({_LETTER}){_IS}({NUMBER}){_REST}",
        "through": rf"(?:which |that |it )?(?:passes|goes|pass|passing) through (?:the )?(?:point )?{POINT}",
        "slope": rf"(?:gradient|slope)(?: of (?:the )?(?:curve|tangent|graph))? (?:at|when) (?:the point where )?x ?= ?"
        rf"({NUMBER}){_IS}({NUMBER})",
        "flat": rf"{_POINT} (?:at|when|where) x ?= ?({NUMBER})",
        "inverse": rf"(?:{_LETTER} )?(?:(?:varies|is) )?inversely {_AS}",
        "direct": rf"(?:{_LETTER} )?(?:varies|is) (?:(?:directly|jointly) )?{_AS}",
    },
    allows=("pair", "through", "slope", "flat", "inverse", "direct"),
    several=("pair", "through", "slope", "flat"),
)
FAMILIES = (CONSTANTS,)
"""The families of this module."""
