"""Reads the numbers of the mean value theorem, where the slope is that of the chord, and of Rolle's theorem."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.exact import exact
from ..formulas.notation import parse_point
from ..formulas.tree import Node, add, div, neg, number
from ..statement import Choices, NotRead, Operation, Range
from .of_functions import Asked, function, node
from .sentence_parts import FIND, F

_C = r"\$?[c-e]\$?"
_NUMBERS = (
    rf"(?:{FIND} (?:(?:all|every|any|each)(?: of)?(?: the)? )?(?:(?:possible|exact) )*(?:(?:values?|numbers?|points?)"
    rf"(?: of)?(?: {_C})?|{_C})(?:\(s\))?|(?:at|for) (?:what|which) (?:values?|numbers?|points?)(?: of)?(?: {_C})?)"
)
_INSIDE = r"(?: (?:in|on|from|inside) (?:the )?(?:open )?(?:interval )?\((?P<low>[^,()]+), ?(?P<high>[^,()]+)\))?"
_HOLDS = (
    r"(?:,? (?:that|which))? (?:(?:satisf(?:y|ies|ying)|fulfil?s?|meets?|guaranteed by|given by|whose existence is"
    r" guaranteed by|promised by|predicted by|from)(?: the conclusions?(?: of)?)?|(?:is|are) (?:guaranteed|promised"
    r"|given) by(?: the conclusion of)?)(?: (?:the|this))?"
)
MEAN = (
    rf"{_NUMBERS}{_INSIDE}{_HOLDS} (?P<theorem>mean[- ]value theorem(?: \(mvt\))?(?! for integrals)|mvt|rolle's"
    rf" theorem)(?: (?:for|applied to) {F})?,? (?:on|over|in) (?:the )?(?:given )?(?:closed )?(?:interval )?\["
    r"(?P<a>[^,]+), ?(?P<b>[^\]]+)\]"
)
"""The pattern of such a sentence."""


def mean_value(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question where the derivative between two ends is the slope of the chord, or zero.

    Raises:
        NotRead: the inner interval is another one, or a chord that must be level is not.
    """
    read, name = function(found, expression, [one for one in variables if one != "y"], choices)
    low, high = (_number(found[end], choices) for end in ("a", "b"))
    for end, said in ((low, found["low"]), (high, found["high"])):
        if said and _number(said, choices) != end:
            raise NotRead("the numbers are asked between other ends than those of the theorem")
    if exact(low) is not None and exact(low) == exact(high):
        raise NotRead("the interval has one end")
    rise = add(node(read).put({name: high}), neg(node(read).put({name: low})))
    slope = div(rise, add(high, neg(low)))
    value = exact(slope)
    if "rolle" in found["theorem"].lower() and value != 0:
        raise NotRead("the values at the ends are not known to be equal")
    level = number(value) if value is not None else slope
    solve = Operation("solve", name, word="level", real=True, value=level, within=Range(low, high, (False, False)))
    return read, ((Operation("differentiate", name), solve),)


def _number(text: str, choices: Choices) -> Node:
    made = parse_point(text.strip(" $"), [], choices)
    if made.names() or made.has("constant", "infinity"):
        raise NotRead(f"{text!r} is not a number")
    return made
