"""Families of approximations: Newton's method, and the sums of rectangles under a printed function."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.tree import add, neg
from .family import Family, Given, equation
from .one_letter import alone
from .usual_words import COUNT, NUMBER, RULES, SPAN, STRIPS, letters


def _zero(expression: str, variables: Sequence[str]) -> Given | None:
    """Return what is zero at a root: both sides' difference, or a printed function."""
    if re.search(r"\\int|\\sum|\\lim|\\begin|'", expression):
        return None
    found = equation(expression, variables)
    if found is not None and found.left.name is None and len(found.names()) == 1:
        zero = add(found.left, neg(found.right)) if found.right.value != 0 else found.left
        return {"function": [(zero, *letters(next(iter(found.names()))))]}
    one = alone(expression, variables)
    return None if one is None else {"function": [(one[1], *letters(one[2]))]}


_START = r"(?:(?:initial|first) (?:approximation|estimate|guess|value|term)|starting (?:value|point))"
_WHICH = r"(?:second|third|fourth|fifth|2nd|3rd|4th) approximation"
_ROOT = r"(?: (?:to|of|for) (?:the|a|this) (?:real )?(?:root|solution|zero)(?: of (?:the )?(?:equation|function))?)?"
NEWTON = Family(
    name="steps of Newton's method",
    printed=_zero,
    things={
        "index": rf"(?:{_WHICH},? )?x_ ?\{{? ?(\d) ?\}}?(?:,? (?:the|its|a) {_WHICH})?{_ROOT}",
        "rank": rf"{_WHICH.replace('?:', '', 1)}{_ROOT}",
    },
    nouns=r"(?:the )?(?:newton(?:'s)?(?:[- ]raphson)?(?: method| formula| process| iteration| procedure)+)|root"
    r"|iterations?|(?:starting|beginning|start)(?: (?:with|from|at))?|apply(?:ing)?|taking|take|approximate"
    r"|(?:for|of) (?:the|a) (?:real )?root|(?:a|the) (?:root|solution|zero)",
    givens={
        "start": rf"(?:with |from |at |using |use )?(?:an? |the |your )?(?:{_START}(?: of)? ?)?x_ ?\{{? ?([01]) ?\}}?"
        rf" ?= ?({NUMBER})(?: as (?:an? |the |your )?{_START})?",
    },
    needs={"index": ("start",), "rank": ("start",)},
)


def _curve(expression: str, variables: Sequence[str]) -> Given | None:
    """Return a printed function whose area is estimated."""
    found = None if "\\int" in expression else alone(expression, variables)
    return None if found is None else {"function": [(found[1], *letters(found[2]))]}


_UNDER = (
    r"area(?: of the region)?(?: (?:under|below|beneath) (?:the )?(?:curve|graph)(?: of (?:f|g|y|the function))?"
    r"(?: and above the x-axis)?)?"
)
_SIDE = r"(?:(?P<left>left)|(?P<right>right)|(?P<midpoint>mid-?point))(?:[- ](?:hand|endpoint))?"
RECTANGLES = Family(
    name="rectangles",
    printed=_curve,
    things={"sum": rf"(?:{_SIDE} )?riemann sum|(?:estimate|approximation) (?:of|for|to) the {_UNDER}"},
    does={"sum ": rf"(?:estimat|approximat)(?:e|ing) (?:the )?{_UNDER}"},
    nouns=rf"(?:function|curve|graph)(?: of)?(?: f)?|f|(?:with|using|use|and)|{STRIPS}",
    givens={"span": SPAN, "count": COUNT, **{name: said for name, said in RULES.items() if name != "simpson"}},
    needs={"sum": ("span", "count"), "sum ": ("span", "count")},
    allows=("trapezoid", "midpoint", "left", "right"),
)
FAMILIES = (NEWTON, RECTANGLES)
"""The families of this module."""
