"""Refuses to solve an equation for one of its letters if the words state what fixes this letter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .._problem import Problem
from .statement import NotRead, Question, Statement

_NUMBER = re.compile(r"\d|\b(?:zero|one|two|three|four|five|six|ten|twice|equal|double|half)\b", re.IGNORECASE)
_ASKS = re.compile(r"\b(?:find|solve|determine|express|make|give|write|what|rearrange|isolate)\b", re.IGNORECASE)


def _beside(objective: str) -> str:
    """Return the sentences that ask nothing."""
    told = [one for one in re.split(r"(?<=[.?!])\s+", objective) if not _ASKS.search(one)]
    return " ".join(told)


def check_fixed(problem: Problem, found: Sequence[tuple[Statement, tuple[Question, ...]]]) -> None:
    """Refuse "It has exactly one root. Find k" if it would be solved for k with the other letter in the answer.

    Args:
        problem: as the person wrote it.
        found: the expression and the questions of each reading.

    Raises:
        NotRead: a fact, such as the number of the roots, may fix the letter.
    """
    if len(problem.variables) == 1:
        return
    solved = [(read, asked[0]) for read, questions in found for asked in questions if asked[0].tool == "solve"]
    if any(step.word is None and read.expression.names() - {step.variable} for read, step in solved):
        from .concepts.facts import states_fact  # noqa: PLC0415 - most problems do not need it

        if states_fact(problem.objective) or _NUMBER.search(_beside(problem.objective)):
            raise NotRead("what the words state of the equation may fix the letter that is asked")
