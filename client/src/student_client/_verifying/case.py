"""One question of a problem, and what a plan answers to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .._plan import Plan
from .._reading.readings import Reading, interval
from .._reading.statement import Question
from .executor import Assumptions, Done
from .limits import infinite
from .real_solutions import Interval
from .stages import Stage, first


@dataclass(frozen=True)
class Case:
    """One question, and what a plan answers to it.

    Args:
        reading: the reading that the question belongs to.
        question: the operations asked, in order.
        plan: the plan.
        done: its steps, run.
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
        """What the person said that the tools take into account."""
        return said(self.reading.assumed)

    @property
    def positive(self) -> bool:
        """Whether the letters stand for positive numbers."""
        return self.reading.assumed.get("domain") == "positive"

    @property
    def start(self) -> Stage:
        """The stage that the question begins with."""
        return first(self.reading.statement.expression, self.reading.domain, self.reading.variables)


def said(assume: Mapping[str, str]) -> Assumptions:
    """Return what the tools take into account of a problem's assumptions."""
    where = assume.get("interval")
    if where is None:
        return Assumptions(positive=assume.get("domain") == "positive")
    low, high, closed = interval(where)
    ends = [None if infinite(end) else end for end in (low, high)]
    return Assumptions(assume.get("domain") == "positive", Interval(ends[0], ends[1], closed, where))
