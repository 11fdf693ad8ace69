"""What an objective asks, in words: our own vocabulary."""

from __future__ import annotations

from ._problem import Problem
from ._statement import Operation, Statement


def operations(problem: Problem, statement: Statement) -> tuple[Operation, ...] | None:
    """Return what is to be done, in order, or None where the objective is not understood."""
    if problem.objective.strip().lower() in {"integrate", "find the integral"}:
        if len(problem.variables) == 1 and not statement.operations:
            return (Operation("integrate", problem.variables[0]),)
        return statement.operations or None
    return None
