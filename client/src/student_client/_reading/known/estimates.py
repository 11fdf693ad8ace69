r"""Families of numbers that a tangent estimates: a printed number, or a value of a printed function."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .family import Family, Given
from .one_letter import alone
from .printed_parts import Told
from .usual_words import NUMBER, letters


def _number(expression: str, _: Sequence[str]) -> Given | None:
    """Return a number such as the root of 99.8 as a function at the one decimal in it."""
    text = expression.replace("$", "").strip()
    decimals = re.findall(r"\d+\.\d+", text)
    if len(decimals) != 1 or re.search(r"[a-zA-Z]=|=", text):
        return None
    body = Told(text.replace(decimals[0], " x "), ("x",), ()).parts(1)[0].node
    at = Told(decimals[0], (), ()).parts(1)[0].node
    return {"function": [(body, *letters("x"), at)]} if body.names() == {"x"} and body.head != "symbol" else None


def _function(expression: str, variables: Sequence[str]) -> Given | None:
    found = alone(expression, variables)
    if found is None or found[0].name is None or "\\int" in expression:
        return None
    return {"function": [(found[1], *letters(found[2]))]}


_TANGENT = r"(?:local )?(?:linear|tangent(?: |-)line|first[- ]order) approximations?|lineari[sz]ation|differentials?"
_TANGENT += r"|tangent(?: line)?"
_F = r"(?:(?:the )?(?:graph of )?(?:the )?(?:function|curve|graph)|(?-i:[fghy])(?: ?\( ?[a-z] ?\))?(?= ))"
_OF = rf"(?: (?:to|of|for)(?: {_F})+)?"
_D = r"[-−]?\d+(?:\.\d+)?"
_CALL = rf"(?-i:[fghy]) ?\( ?({_D}) ?\)"
_IN = rf"(?:\{{ ?{_D} ?\}}|\( ?{_D} ?\)|{_D})"
_FORMULA = (
    rf"(\\sqrt ?(?:\[\d\])? ?{_IN}|e ?\^ ?{_IN}|\\?(?:ln|log|sin|cos|tan|arctan)(?![a-z]) ?{_IN}"
    rf"|(?:1 ?/ ?|\\[dt]?frac ?\{{? ?1 ?\}}? ?){_IN}|{_IN} ?\^ ?(?:\{{ ?[-\d/.]+ ?\}}|\d+))"
)
_NUMBERS = rf"(?:{_CALL}|{_FORMULA})"
_SAID = r"(?:(?:the|following|given|value|values|of|number|quantity|expression) )*"
NEAR = Family(
    name="numbers near others",
    printed=_number,
    things={"estimate": r"approximation (?:to|of|for) the (?:given )?number|approximate value"},
    does={
        "estimate ": r"(?:approximat|estimat)(?:e|ing)(?: the)?(?: (?:given|following|value of|the|number|quantity"
        r"|expression))*"
    },
    nouns=r"number|suitable",
    givens={
        "at": rf"(?:at|near|about|around|with) (?:a|x) ?= ?({NUMBER})",
        "tangent": _TANGENT,
    },
    needs={"estimate": ("tangent",), "estimate ": ("tangent",)},
    allows=("at",),
)
VALUES = Family(
    name="values near others",
    printed=_function,
    things={
        "estimate": rf"(?:approximation (?:to|of|for)|approximate value (?:of|for)|estimate (?:of|for)) {_SAID}"
        rf"{_NUMBERS}",
        "linearization": rf"(?:{_TANGENT}) ?(?:L ?\( ?[a-z] ?\)|L)?{_OF}",
    },
    does={"estimate ": rf"(?:approximat|estimat)(?:e|ing) {_SAID}{_NUMBERS}"},
    nouns=r"number|suitable|function|graph|curve|by|means|(?:the )?(?:function|curve) [fgh](?: ?\( ?[a-z] ?\))?",
    givens={
        "at": rf"(?:(?:at|near|about|around|with|for|centered at|based at)(?: the point)?(?: where)? )?"
        rf"(?:a|x|t) ?= ?({NUMBER})|(?:at|near|about|around) ({NUMBER})",
        "tangent": rf"(?:by(?: means of)?|with|use|using|via|from|apply|applying)(?: (?:the|a|an|its|this))*"
        rf" (?:{_TANGENT}){_OF}|use (?:it|this|that|your (?:answer|result))(?= to)",
    },
    needs={"linearization": ("at",), "estimate": ("tangent",), "estimate ": ("tangent",)},
    allows=("at",),
)
FAMILIES = (NEAR, VALUES)
"""The families of this module."""
