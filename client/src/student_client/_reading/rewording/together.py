"""Reads an objective with several questions part by part, and puts the questions together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from ..._problem import Problem
from ..objective import check_ranges
from ..questions.parting import parted
from ..statement import NotRead
from .fewer_words import worded

if TYPE_CHECKING:
    from ..readings import Reading

Read: TypeAlias = Callable[[Problem], tuple["Reading", ...]]


def in_parts(problem: Problem, read: Read) -> tuple[Reading, ...]:
    """Return one reading with the questions of all parts of an objective.

    Args:
        problem: as the person wrote it, or in more usual words.
        read: gives the readings of a part.

    Raises:
        NotRead: there are no parts, or one can be read in several ways, or they are of different functions or ranges.
    """
    parts = [read(worded(problem, one)) for one in parted(problem.objective)]
    alone = all(len(found) == 1 and not found[0].picked for found in parts)
    if not parts or not alone or any(_differ(parts[0][0], found[0]) for found in parts):
        raise NotRead("the questions are of different things, or can be read in several ways")
    questions = tuple(asked for found in parts for asked in found[0].questions)
    check_ranges(questions)
    return (replace(parts[0][0], questions=questions),)


def _differ(one: Reading, other: Reading) -> bool:
    return (one.statement.expression, one.statement.operations, one.domain, one.assumed) != (
        other.statement.expression,
        other.statement.operations,
        other.domain,
        other.assumed,
    )
