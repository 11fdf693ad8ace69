"""Reads a question without the rounding of its number, and puts the rounding behind it again."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from ..._problem import Problem
from ..known.engine import KNOWN
from ..known.roundings import ROUNDED, rounding
from ..statement import NotRead, Operation, Question
from .fewer_words import worded
from .told_facts import Misfit

if TYPE_CHECKING:
    from ..readings import Reading

Read: TypeAlias = Callable[[Problem], tuple["Reading", ...]]
_SIMPLIFIED = re.compile(
    r"[,.;]? *\b(?:and )?simplify(?:ing)? your (?:final )?answer(?: fully| completely)?(?=[.;,]|$)", re.I
)
_ROUNDED = re.compile(rf"[,.;]? *\(?\b(?:{ROUNDED['all']})(?![\w-])\)?", re.IGNORECASE)
_PLACES = {"1": 0, "1/10": 1, "1/100": 2, "1/1000": 3, "0.1": 1, "0.01": 2, "0.001": 3}


def rounded_apart(problem: Problem, read: Read) -> tuple[Reading, ...]:
    """Return the readings of a problem as it is, or else of its question without the rounding, which follows it.

    Args:
        problem: as the person wrote it.
        read: gives the readings of a problem.

    Raises:
        NotRead: it is understood in neither way, or what is rounded is not one number.
    """
    try:
        return read(problem)
    except Misfit:
        raise
    except NotRead:
        found = list(_ROUNDED.finditer(problem.objective))
        words = _SIMPLIFIED.sub("", _ROUNDED.sub("", problem.objective)).strip()
        if len(found) > 1 or words == problem.objective or len(words.split()) < 2:
            raise
        made = read(worded(problem, words))
        how = rounding(found[0]) if found else ""
        if any(len(one.questions) > 1 for one in made):
            raise
        return tuple(replace(one, questions=(_rounded(one.questions[0], how),)) for one in made)


def _rounded(question: Question, how: str) -> Question:
    """Return a question for one number with its rounding."""
    last = question[-1]
    if last.word == KNOWN and len(last.names) == 1:
        return (*question[:-1], replace(last, names=(*last.names, how))) if how else question
    if not (last.tool == "integrate" and last.bounds):
        raise NotRead("a rounding is not understood here")
    kind, count = how.split() if how else ("", "")
    if kind == "unit" and count in _PLACES:
        kind, count = "places", str(_PLACES[count])
    if how and not (kind in {"places", "digits"} and count.isdigit() and int(count)):
        raise NotRead("this rounding is not understood here")
    return (*question, Operation("numeric", degree=int(count), word=kind)) if how else question
