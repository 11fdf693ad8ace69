"""Takes from an objective all that is not its question: labels, remarks, stories, the printed expression again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..formulas.lexer import GREEK
from ..formulas.spelling import FUNCTIONS
from .asides import without_asides
from .decoration import undecorated
from .light_wordings import AFTERWARDS, WORDINGS
from .restating import inline, restated
from .stories import without_story

_FIRST, _LAST = (
    tuple((re.compile(pattern, re.IGNORECASE), said) for pattern, said in table) for table in (WORDINGS, AFTERWARDS)
)


@dataclass(frozen=True)
class Light:
    """An objective with no more than its question.

    Args:
        words: the question.
        measured: whether a letter of the story may stand for something that is never negative.
        equations: whether the story says the printed equations in words, so that only to solve them can be asked.
    """

    words: str
    measured: bool = False
    equations: bool = False


def lightened(objective: str, expression: str, variables: Sequence[str]) -> Light:
    r"""Return the objective with no more than its question.

    Args:
        objective: as the person wrote it.
        expression: the problem's expression.
        variables: the problem's variables.

    >>> lightened(r"4. Hi! Solve $x^2=4$ for $x$. Hint: factor it. [2]", "x^2 = 4", ["x"]).words
    'Solve the equation for x.'
    """
    text = undecorated(objective.strip())
    text = inline(restated(text, expression, variables))
    letters = letters_of(expression, variables)
    text = without_asides(_centred(_worded(text), letters), letters)
    asked = without_story(text, expression, letters)
    words = _worded(re.sub(r"\s{2,}", " ", asked.words).strip(), _FIRST + _LAST)
    return Light(words or objective, measured=asked.measured, equations=asked.equations)


def _worded(text: str, table: tuple[tuple[re.Pattern[str], str], ...] = _FIRST) -> str:
    for pattern, said in table:
        text = pattern.sub(said, text).strip()
    return text


_CENTRE = re.compile(r"\b(centered at|centred at|about|around|at|near) (?:the point )?(?P<name>[ac]) ?= ?(?=[-\d\\\\])")
_SAME = re.compile(
    r",? ?(?:and |please |then )*(?:write|express|give) (?:it|the answer|your answer|the result) (?:with|in|using) the"
    r" same (?:letter|variable)(?: (?P<name>[a-z]))?(?=[.,]|$)",
    re.IGNORECASE,
)


def _centred(text: str, letters: set[str]) -> str:
    """Leave out the name of a point that the expression does not have, and that a result has the same letter."""
    text = _CENTRE.sub(lambda found: found[0] if found["name"] in letters else f"{found[1]} ", text)
    return _SAME.sub(lambda found: "" if (found["name"] or "x") in letters else found[0], text)


def letters_of(expression: str, variables: Sequence[str]) -> set[str]:
    """Return the letters of a problem, with the names of Greek ones."""
    plain = re.sub(r"\\(?:mathrm|text|operatorname)\{[^{}]*\}", " ", expression)
    named = {name for name in re.findall(r"\\([A-Za-z]+)", plain) if name in GREEK}
    runs = re.findall(r"[A-Za-z]+", re.sub(r"\\[A-Za-z]+", " ", plain))
    single = {letter for run in runs if run not in FUNCTIONS | GREEK for letter in run}
    return {*variables, *named, *single}
