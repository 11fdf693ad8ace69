r"""Finds the conditions of an objective, of which each task says whether it tolerates them: ``x > 0``, ``h \ne 0``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from .asides import UNKNOWN
from .task import START

RELATION = r"(?:<=|>=|<|>|≤|≥|\\(?:leq?|geq?|lt|gt)(?![a-z]))"
_DEFINED = r"(?:,? ?(?:(?:and|which|that) )?(?:it )?(?:is )?(?:defined|valid|continuous) )?"
_GIVEN = (
    r"(?:[Ww]hen|where|[Ii]f|[Ff]or|with|on|[Gg]iven(?: that)?|[Aa]ssum(?:e|ing)(?: that)?|provided(?: that)?|[Ll]et)"
)
_NOT = r"(?:\\neq?(?![a-z])|≠|\\not ?=|!=|is not(?: equal to)?|does not equal)"


def tolerated(letters: Collection[str], expression: str, number: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield the patterns of conditions on the letters, without an unknown function that has no initial value.

    Args:
        letters: the problem's letters.
        expression: the problem's expression.
        number: a pattern for a number.
        text: the objective.
    """
    dependent = None if re.search(START, expression) else UNKNOWN.search(expression)
    free = set(letters) - ({dependent["name"] or dependent["of"]} if dependent else set())
    letter = rf"\\?(?:{'|'.join(sorted(map(re.escape, free), key=len, reverse=True)) or '(?!)'})"
    before = rf"{_DEFINED}(?:{_GIVEN}(?: all)?|(?<=[,(])) ?"
    numbers = rf"(?:\\pm ?|± ?)?{number}(?:(?:, and|, or|,| and| or) ?{number})*"
    yield "excluded", rf"(?:{before})?(?P<it>{letter} ?{_NOT} ?{numbers})"
    if re.search(r"\b[Ll]aplace\b", text):
        yield "from zero", rf"{before}(?P<it>{letter} ?(?:>=|≥|\\geq?|>|\\gt) ?0)(?![.\d])"
    yield "condition", rf"{before}(?P<it>{letter} ?{RELATION} ?{number})"
    yield "condition", rf"{before}(?P<it>{letter} is (?:positive|negative))"
