"""Judges the answers of known formulas that are more than numbers in an order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sympy  # type: ignore[import-untyped]

from ..._plan import Plan
from ..._reading.formulas.tree import Node
from ..._reading.readings import Reading
from ..._reading.statement import Operation
from ..executor import Done
from ..finding import Finding, every, unknown, wrong
from ..fitness import readable
from . import (
    basis_answers,
    constant_answers,
    constrained_answers,
    critical_points,
    estimate_answers,
    extreme_answers,
    graph_answers,
    letter_answers,
    matrix_answers,
    path_integrals,
    plane_answers,
    power_series_answers,
    range_answers,
    recurrence_answers,
    region_answers,
    region_integrals,
    slope_answers,
    space_answers,
    space_slopes,
    surface_answers,
    table_answers,
    told_answers,
)
from .comparisons import CANNOT, Asked, Judge

JUDGES: dict[tuple[str, str], Judge] = (
    space_answers.SPACE
    | surface_answers.SURFACES
    | letter_answers.LETTER
    | graph_answers.GRAPHS
    | extreme_answers.EXTREMES
    | constant_answers.CONSTANTS
    | power_series_answers.SERIES
    | table_answers.TABLES
    | slope_answers.SLOPES
    | region_answers.REGIONS
    | region_integrals.REGION_SIZES
    | path_integrals.PATH_INTEGRALS
    | recurrence_answers.RECURRENCES
    | matrix_answers.MATRICES
    | space_slopes.SPACE_SLOPES
    | constrained_answers.CONSTRAINED
    | critical_points.CRITICAL_POINTS
    | plane_answers.PLANES
    | basis_answers.BASES
    | estimate_answers.ESTIMATES
    | told_answers.TOLD
    | range_answers.RANGES
)
"""The judge of each thing that can be asked of a family, by the family's name and the thing's."""


_PARTS = {("fields", "curl"): 3}
"""How many results each thing may have one by one."""


def judged(reading: Reading, plan: Plan, done: Sequence[Done]) -> Finding | None:
    """Judge all answers of a plan, each against its question; None if the family has no judges.

    Args:
        reading: the reading.
        plan: the plan.
        done: its steps with their results.
    """
    node = reading.statement.expression
    things = [question[-1].names[0] for question in reading.questions]
    if not isinstance(node, Node) or any((node.head, thing) not in JUDGES for thing in things):
        return None
    parts = _parts(node)
    results = [done[number - 1].result for number in plan.answers]
    steps = tuple(done[number - 1] for number in plan.answers)
    readable = every(_readable(one) for one in results)
    if not readable.right:
        return readable
    if len(things) == 1:
        rounding = reading.questions[0][-1].names[1:]
        asked = Asked(parts, tuple(results), reading.variables, steps, rounding)
        try:
            return JUDGES[node.head, things[0]](asked)
        except (KeyError, ValueError):  # a part is missing, or a system is not linear
            return unknown("no formula is known for what is printed")
    sizes = [_PARTS.get((node.head, thing), 1) for thing in things]
    if sum(sizes) != len(results):
        sizes = [1] * len(things)
    if sum(sizes) != len(results):
        return wrong(f"the problem asks for {len(things)} results, but the plan gives {len(results)}")
    made, at = list[Finding](), 0
    for question, count in zip(reading.questions, sizes, strict=True):
        taken, own = tuple(results[at : at + count]), steps[at : at + count]
        at += count
        asked = Asked(parts, taken, reading.variables, own, question[-1].names[1:])
        made.append(JUDGES[node.head, question[-1].names[0]](asked))
    return every(made)


def _parts(node: Node) -> dict[str, list[tuple[Node, ...]]]:
    """Return the parts of what is printed and said, by their roles."""
    parts: dict[str, list[tuple[Node, ...]]] = {}
    for part in node.args:
        parts.setdefault(part.head, []).append(part.args)
    return parts


_NUMBER, _FORMULA = sympy.Rational(7919, 7907), sympy.Symbol("x", real=True) * 7919
_SET = sympy.Interval(7907, 7919)
_PROBES: tuple[tuple[Any, ...], ...] = (
    *((one,) for one in (_NUMBER, _FORMULA, _SET, sympy.Eq(sympy.Symbol("y", real=True), _FORMULA))),
    *((sympy.ImmutableMatrix(parts),) for parts in ([7919, 7907], [7919, 7907, 7901])),
    ([sympy.Integer(7919), sympy.Integer(7907)],),
    *((_NUMBER, other) for other in (_NUMBER, _FORMULA, _SET)),
    (_FORMULA, _FORMULA),
    (_NUMBER,) * 3,
)
"""Answers of each kind, one or several, that nobody gives."""


def no_answer(reading: Reading) -> str | None:
    """Return why no answer can be judged, which is the same for answers of every kind; None if one may be.

    Args:
        reading: the reading.
    """
    node = reading.statement.expression
    if not isinstance(node, Node):
        return None
    parts = _parts(node)
    return next(
        filter(None, (_unjudged(node.head, question[-1], parts, reading) for question in reading.questions)), None
    )


def _unjudged(family: str, step: Operation, parts: dict[str, list[tuple[Node, ...]]], reading: Reading) -> str | None:
    """Return the one reason for which a judge decides none of the probes."""
    judge, reasons = JUDGES.get((family, step.names[0])), set()
    for probe in _PROBES if judge else ():
        steps = tuple(Done("simplify", one, None, one, ("",)) for one in probe)
        try:
            found = judge(Asked(parts, probe, reading.variables, steps, step.names[1:])) if judge else CANNOT
        except (KeyError, ValueError):
            return "no formula is known for what is printed"
        reasons.add(found.reason)
        if found.right or found.wrong or len(reasons) > 1 or found == CANNOT:
            return None
    return reasons.pop() if reasons else None


def _readable(result: Any) -> Finding:
    """Judge whether a person can use a result."""
    parts = [result]
    if isinstance(result, list | sympy.MatrixBase):
        parts = [*result]
    elif isinstance(result, sympy.Dict):
        parts = [*result.values()]
    elif isinstance(result, sympy.Equality):
        parts = [*result.args]
    known = [one for one in parts if isinstance(one, sympy.Expr) and not isinstance(one, sympy.MatrixBase)]
    return every(readable(one, complex_numbers=False) for one in known)
