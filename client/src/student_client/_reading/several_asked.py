"""Refuses readings in which one of several things asked has changed what the others are asked of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .._problem import Problem
from .formulas.tree import Node
from .statement import NotRead, Question, Statement

_CHANGED = frozenset({"pow", "transpose", "norm"})
_DIMENSION = re.compile(r"\bdimensions?\b", re.IGNORECASE)
_VECTORS = re.compile(r"\bbas[ei]s\b|\bspan", re.IGNORECASE)


def check_several(problem: Problem, found: Sequence[tuple[Statement, tuple[Question, ...]]]) -> None:
    """Refuse "the inverse and the null space", "the dimension of the null space and the column space" and their kind.

    Critical points of a function of several variables are zeros of all its derivatives, so one variable's are refused.

    Args:
        problem: as the person wrote it.
        found: the expression and the questions of each reading.

    Raises:
        NotRead: what the second is asked of is not clear.
    """
    words = problem.objective
    for statement, questions in found:
        tools = {step.tool for asked in questions for step in asked}
        if len(questions) > 1 and _is_changed(statement, problem.expression):
            raise NotRead("it is not clear whether all is asked of the printed matrix, or one of the other")
        if "basis" in tools and _DIMENSION.search(words) and not _VECTORS.search(words):
            raise NotRead("it is not clear whether the space or its dimension is asked")
        if any(step.word == "critical" for asked in questions for step in asked) and _letters(statement, problem) > 1:
            raise NotRead("critical points in one of several variables are not understood")


def _is_changed(statement: Statement, printed: str) -> bool:
    """Return whether the words have made a printed matrix its inverse, its transpose or its length."""
    made = statement.expression
    if not isinstance(made, Node) or made.head not in _CHANGED or made.args[0].head != "matrix":
        return False
    return not re.search(r"\^|'|\||\\\||\\lVert|\\top", printed)


def _letters(statement: Statement, problem: Problem) -> int:
    return len(statement.expression.names() & set(problem.variables)) if isinstance(statement.expression, Node) else 0
