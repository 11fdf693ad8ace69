"""Judges the coordinates of points that a plan gives one by one: the solutions in x, then a value at each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._reading.formulas.tree import Equation, Node, System, add, neg
from .case import Case
from .decimals import decimals_of_solutions
from .executor import Done
from .finding import Finding, right, unknown
from .solved import same
from .stages import first
from .systems import solves_system


def one_by_one(cases: Sequence[Case]) -> Finding | None:
    """Judge several answers to one question: decimals of solutions, or the coordinates of points.

    Args:
        cases: the question, once for each answer.

    Returns:
        None if this is not such a question, or if the answers are of another kind.
    """
    if [step.tool for step in cases[0].question] == ["solve", "numeric"]:
        return decimals_of_solutions(cases)
    return _points(cases) if len(cases) > 1 else None


def together_with_others(cases: Sequence[Case]) -> Case | None:
    """Return one case whose answer has the critical numbers of several lists; None if others are asked or given.

    The zeros of a derivative and the numbers at which there is none are often two results.
    """
    last = cases[-1]
    lists = [one.result for one in cases]
    if last.question[-1].word != "critical" or not all(isinstance(one, list) for one in lists):
        return None
    union = list(dict.fromkeys(entry for one in lists for entry in one))
    done = list(last.done)
    own = done[last.number - 1]
    texts = (*own.texts, *(f"R{one.number}" for one in cases[:-1]))
    done[last.number - 1] = replace(own, result=union, texts=texts)
    return replace(last, done=tuple(done))


def _points(cases: Sequence[Case]) -> Finding | None:
    """Judge points of a graph whose x are the first answer and whose y are the others, in the same order."""
    case, step, printed = cases[0], cases[0].question[-1], cases[0].reading.statement.expression
    if step.tool != "solve_system" or not isinstance(printed, System) or len(printed.equations) != 2:
        return None
    graph, places = printed.equations
    places_of_x: Any = case.result
    values = [one.result for one in cases[1:]]
    if graph.left.name != step.names[-1] or graph.left.names() & graph.right.names() or len(step.names) != 2:
        return None
    if not isinstance(places_of_x, list) or len(places_of_x) != len(values):
        return None
    if not all(isinstance(one, sympy.Expr) for one in (*places_of_x, *values)):
        return None
    x, y = (sympy.Symbol(name) for name in step.names)
    points = [sympy.Dict({x: at, y: value}) for at, value in zip(places_of_x, values, strict=True)]
    found = solves_system(printed, step.names, points, field="real" if step.real else "either")
    return found.then(lambda: _is_shown(cases, places)).then(lambda: found)


def _is_shown(cases: Sequence[Case], places: Equation) -> Finding:
    """Judge whether the plan solves for x, and substitutes each x."""
    case = cases[0]
    stage = first(places, (), case.reading.variables)
    solved = case.done[case.number - 1]
    given = solved.printed
    zero = add(given.left, neg(given.right)) if isinstance(given, Equation) else given
    if solved.tool != "solve" or not isinstance(zero, Node) or not same(stage, zero):
        return unknown("no step of the plan solves for the places of the points")
    if not all(one.done[one.number - 1].tool in {"substitute", "simplify", "expand"} for one in cases[1:]):
        return unknown("no step of the plan substitutes the places")
    return right("the plan solves for the places, and substitutes them")


def entries_of(done: Sequence[Done], number: int, asked: int) -> tuple[int, ...]:
    """Return the numbers of the results that a plan's last step only puts into one vector; none if it does more."""
    listed = re.fullmatch(r"Matrix\(\[\s*(R\d+(?:\s*,\s*R\d+)*)\s*\]\)", done[number - 1].texts[0].strip())
    found = tuple(int(one) for one in re.findall(r"\d+", listed[1])) if listed else ()
    return found if len(found) == asked else ()
