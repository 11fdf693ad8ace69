"""Do an objective's words ask for all solutions, with no word that could ask for fewer of them?

Only such an objective may be answered with a general solution. The angle of a triangle, or the time at which something
happens first, is just one of the solutions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .rewording.any_integer import without_any_integer

_PLAIN = """
    solve find determine give giving write down state angles obtain list compute calculate express answer answers the
    all every each
    exact real general complete full possible solution solutions critical set of for to in on over by zeros zeroes roots
    values equation equations trigonometric trig periodic following given this below above expression
    function radians radian numbers such that which satisfy satisfying satisfied is are where with respect
    real-valued reals x-intercepts intercepts form terms graph curve f and please your as multiples pi exactly
    down giving expressing leaving angles arbitrary
    equals equal sin cos tan sec csc cot sqrt frac theta left right cdot quad infty mathbb r dfrac tfrac
    """
_WORDS = frozenset(_PLAIN.split())
_DEGREES = re.compile(r"\d[ }]*(?:\^ ?\{? ?\\circ|°)")
"""A number of degrees."""
_ONE = re.compile(r"\b(?:the|an?|its)(?: (?:exact|real|possible|real-valued))* solution\b(?! set)", re.IGNORECASE)
"""Words for a single solution, which is not all of them."""
_FORMULA = re.compile(
    r"\b(?:an? |the )?general formula for (?:all|every|each)(?: of)?(?: the)? solutions?\b", re.IGNORECASE
)
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")


def asks_for_all(objective: str, expression: str, variables: Sequence[str]) -> bool:
    r"""Return whether an objective asks for all solutions of an equation in plain words.

    Args:
        objective: as the person wrote it.
        expression: the problem's expression.
        variables: the problem's variables.

    >>> asks_for_all("Find all solutions.", r"\sin x = 0", ["x"])
    True
    >>> asks_for_all("Find the acute angle x.", r"\sin x = 0", ["x"])
    False
    """
    if _ONE.search(objective) or _DEGREES.search(expression):  # leaves open whether the unknown is in degrees, too
        return False
    text = without_any_integer(_FORMULA.sub("solutions", objective), expression, variables)
    counts = re.search(r"\d", text) and not re.search("sin|cos|tan|sec|csc|cot", text)
    return not counts and not (set(_WORD.findall(text.lower())) - _WORDS - {name.lower() for name in variables})
