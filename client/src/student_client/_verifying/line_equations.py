"""Takes a tangent or a normal that a plan gives as an equation, such as ``x + 2y - 7 = 0``, as its formula for y."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._plan import Plan
from .._reading.readings import Reading
from .._reading.statement import Operation
from .executor import Done


def with_lines(reading: Reading, plan: Plan, done: Sequence[Done]) -> Sequence[Done] | None:
    """Return the steps with the formula of each line that is asked; None if one has not the form that is asked.

    Args:
        reading: the reading.
        plan: the plan.
        done: its steps with their results.
    """
    made = list(done)
    if len(plan.answers) != len(reading.questions):
        return done
    for number, question in zip(plan.answers, reading.questions, strict=True):
        last, result = question[-1], made[number - 1].result
        shape = last.shape
        whole = shape is not None and "integers" in shape.text
        if shape and not shape.parameters and not (_is_line(last) and _is_implicit(result, whole=whole)):
            return None
        if _is_line(last) and (found := _formula(result, str(last.variable))) is not None:
            made[number - 1] = replace(made[number - 1], result=found)
    return made


def _is_line(step: Operation) -> bool:
    return step.tool == "taylor" and (step.degree == 1 or step.word in {"tangent", "normal"})


def _is_implicit(result: Any, *, whole: bool) -> bool:
    """Return whether a result is an equation with a number on its right side, of whole numbers if they are asked."""
    if not isinstance(result, sympy.Equality) or result.rhs.free_symbols or not result.lhs.is_polynomial():
        return False
    return not whole or all(part.is_Integer for part in (*sympy.Poly(result.lhs).coeffs(), result.rhs))


def _formula(result: Any, name: str) -> Any:
    """Return the formula for the other letter of a linear equation; None for anything else."""
    if not isinstance(result, sympy.Equality):
        return None
    zero = sympy.expand(result.lhs - result.rhs)
    others = [one for one in zero.free_symbols if str(one) != name]
    if len(others) != 1:
        return None
    slope = sympy.diff(zero, others[0])
    return sympy.expand(-zero.subs(others[0], 0) / slope) if slope.is_number and slope.is_zero is False else None
