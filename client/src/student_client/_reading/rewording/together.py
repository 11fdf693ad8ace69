"""Reads an objective with several questions part by part, and puts the questions together."""

from __future__ import annotations

import re
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

_LED = re.compile(
    r"\s*\((?:a|i)\) *(?P<ask>[A-Za-z]+) \$(?P<integrand>[^$]+)\$ (?P<form>[a-z ]*\bpartial fractions)[.;] *"
    r"\((?:b|ii)\) *(?:Hence,? (?:or otherwise,? )?|Us(?:e|ing) (?:your|this|the) (?:answer|result)s?"
    r"(?: (?:to|of|from) (?:part )?\(?(?:a|i)\)?)?,? (?:to )?)?(?P<integral>[^()]+)",
    re.IGNORECASE,
)
"""The integrand in partial fractions, and then the printed integral."""
Read: TypeAlias = Callable[[Problem], tuple["Reading", ...]]


def in_parts(problem: Problem, read: Read) -> tuple[Reading, ...]:
    """Return one reading with the questions of all parts of an objective.

    Args:
        problem: as the person wrote it, or in more usual words.
        read: gives the readings of a part.

    Raises:
        NotRead: there are no parts, or one can be read in several ways, or they are of different functions or ranges.
    """
    if led := _LED.fullmatch(problem.objective):
        return _integrand_first(problem, led, read)
    parts = [read(worded(problem, one)) for one in parted(problem.objective)]
    alone = all(len(found) == 1 and not found[0].picked for found in parts)
    if not parts or not alone or any(_differ(parts[0][0], found[0]) for found in parts):
        raise NotRead("the questions are of different things, or can be read in several ways")
    questions = tuple(asked for found in parts for asked in found[0].questions)
    check_ranges(questions)
    return (replace(parts[0][0], questions=questions),)


def _integrand_first(problem: Problem, led: re.Match[str], read: Read) -> tuple[Reading, ...]:
    """Return one reading of the integrand's partial fractions and of the integral that is printed."""
    first = read(Problem(f"{led['ask']} {led['form']}.", led["integrand"], problem.variables, problem.assume))
    then = read(worded(problem, led["integral"][:1].upper() + led["integral"][1:]))
    alone = all(len(found) == 1 and not found[0].picked for found in (first, then))
    carried = [step.tool for step in then[0].statement.operations]
    if not alone or carried != ["integrate"] or first[0].statement.expression != then[0].statement.expression:
        raise NotRead("the first part is not of the printed integral's integrand")
    return (replace(then[0], questions=(*first[0].questions, *then[0].questions)),)


def _differ(one: Reading, other: Reading) -> bool:
    return (one.statement.expression, one.statement.operations, one.domain, one.assumed) != (
        other.statement.expression,
        other.statement.operations,
        other.domain,
        other.assumed,
    )
