"""One question of a problem, and a plan's answer to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._plan import Plan
from .._reading.formulas.notation import interval
from .._reading.readings import Reading
from .._reading.statement import Question, Range
from .call import Assumptions
from .equivalence import equal
from .executor import Done
from .finding import Finding, unknown
from .limits import infinite
from .real_solutions import Interval
from .stages import Stage, first


@dataclass(frozen=True)
class Case:
    """One question, and a plan's answer to it.

    Args:
        reading: the reading that the question belongs to.
        question: the operations asked, in order.
        plan: the plan.
        done: its steps with their results.
        number: the number of the step whose result is the answer.
    """

    reading: Reading
    question: Question
    plan: Plan
    done: tuple[Done, ...]
    number: int

    @property
    def result(self) -> Any:
        """The answer: an expression, or a list of solutions."""
        return self.done[self.number - 1].result

    @property
    def asked(self) -> Assumptions:
        """The parts of the problem that the tools take into account."""
        return told((self.reading,))

    @property
    def positive(self) -> bool:
        """Whether the letters are positive numbers."""
        return self.reading.assumed.get("domain") == "positive"

    @property
    def start(self) -> Stage:
        """The first stage of the question."""
        return first(self.reading.statement.expression, self.reading.domain, self.reading.variables)


def said(assume: Mapping[str, str]) -> Assumptions:
    """Return the assumptions of a problem that the tools take into account."""
    where = assume.get("interval")
    if where is None:
        return Assumptions(positive=assume.get("domain") == "positive")
    low, high, closed = interval(where)
    ends = [None if infinite(end) else end for end in (low, high)]
    return Assumptions(assume.get("domain") == "positive", Interval(ends[0], ends[1], closed, where))


def told(readings: Sequence[Reading]) -> Assumptions:
    """Return the parts of a problem that the tools take into account: its assumptions and numbers."""
    made = said(readings[0].assumed)
    steps = [step for reading in readings for question in reading.questions for step in question]
    asked = dict.fromkeys(step.within for step in steps if step.tool in {"solve", "solve_inequality"})
    ends = {None if within is None else (within.low, within.high) for within in asked}
    if made.interval is not None or len(ends) != 1 or None in ends:
        return made
    return replace(made, interval=among(next(iter(asked))))


def among(within: Range | None) -> Interval | None:
    """Return the numbers that a problem's words or notation name."""
    if within is None:
        return None
    low, high = (None if infinite(end) else end for end in (within.low, within.high))
    return Interval(low, high, within.closed, str(within))


def absent_variable(reading: Reading, question: Question) -> str | None:
    """Return the first variable of a question if the expression has letters, but not this one."""
    names = reading.statement.expression.names()
    if len(question) > 1 and all(step.tool == "integrate" and step.bounds for step in question):
        return None  # over a region, of which each letter is one
    named = next((step.variable for step in question if step.variable is not None), None)
    return named if names and named not in names else None


def keeps_letter(case: Case) -> str | None:
    """Return the letter that remains in a derivative along a curve although its value at a point is asked."""
    tools = [step.tool for step in case.question]
    if "implicit" not in tools or "substitute" not in tools or not isinstance(case.result, sympy.Expr):
        return None
    names = {name for step in case.question if step.tool == "implicit" for name in step.names}
    return next((str(one) for one in case.result.free_symbols if str(one) in names), None)


def lacks_derivative(reading: Reading, question: Question) -> bool:
    """Return whether a derivative is asked although y depends on the variable: no plan can name y's own derivative."""
    derived = any(step.tool == "differentiate" and step.variable != "y" for step in question)
    return derived and (reading.assumed | reading.picked).get("y") == "function"


def off_curve(case: Case) -> Finding | None:
    """Return whether a given point is not on the graph."""
    for step in case.question:
        if step.value is None or step.point is None or step.tool == "integrate":
            continue
        there = case.start.node.put({str(step.variable): step.point})
        if not equal(there, step.value, ()).right:
            return unknown(f"it cannot be decided whether ({step.point}, {step.value}) is on the graph")
    return None
