"""Judges the coordinates of a point of a curve that a plan gives as two results."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._plan import Plan
from .._reading.formulas.tree import ZERO, Node, System, add, neg
from .._reading.readings import Reading
from .._reading.statement import Operation, Statement
from .case import Case
from .convert import printed
from .equivalence import equal
from .executor import Done
from .finding import Finding, every, unknown

NAMED = 2
"""Results of a plan that names one point."""


def names_point(reading: Reading, numbers: Sequence[int]) -> bool:
    """Return whether a single stationary point is asked, and the plan has two results."""
    asked = reading.questions
    curve = reading.statement.expression
    alone = len(asked) == 1 and len(asked[0]) == 1 and asked[0][0].tool == "solve_system"
    return alone and len(numbers) == NAMED and isinstance(curve, System) and asked[0][0].names == ("x", "y")


def of_point(
    reading: Reading, plan: Plan, done: Sequence[Done], numbers: Sequence[int], check: Callable[[Case], Finding]
) -> Finding:
    """Judge a point whose coordinates are two results: the zero of the derivative, and the value there.

    Args:
        reading: the problem, as the curve ``y = g(x)`` with ``g'(x) = 0``.
        plan: the plan.
        done: its steps with their results.
        numbers: the numbers of the steps whose results are the coordinates.
        check: judges one answer.

    Returns:
        Right or unknown: the plan may mean something else by its results.
    """
    other = unknown("the plan gives 2 results, but the problem asks for 1")
    curve = reading.statement.expression
    if not isinstance(curve, System) or len(curve.equations) != NAMED:
        return other
    graph, level = curve.equations
    place = _single(done[numbers[0] - 1].result)
    if graph.left.name != "y" or graph.right.names() != {"x"} or level.left.names() - {"x"} or place is None:
        return other
    function = replace(reading, statement=Statement(graph.right))
    questions = (
        (Operation("differentiate", "x"), Operation("solve", "x", word="stationary")),
        (Operation("substitute", "x", place),),
    )
    found = every(
        check(Case(replace(function, questions=(question,)), question, plan, tuple(done), number))
        for question, number in zip(questions, numbers, strict=True)
    )
    zero = add(level.left, neg(level.right)).put({"x": place})
    return found if found.right and equal(ZERO, zero, ()).right else other


def _single(result: Any) -> Node | None:
    """Return the one value of a result."""
    if isinstance(result, list):
        result = result[0] if len(result) == 1 else None
    made = printed(result) if isinstance(result, sympy.Expr) else None
    return made if made is not None and not made.names() else None
