"""A tool with its arguments, and the error for a step without a result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .._reading.formulas.tree import Printed
from .real_solutions import Interval


class RunError(Exception):
    """A step has no result. One line names the step and the reason.

    Args:
        message: what happened.
        wrong: True if the plan itself is at fault, False if SymPy found no answer.
    """

    def __init__(self, message: str, *, wrong: bool) -> None:
        super().__init__(message)
        self.wrong = wrong


@dataclass(frozen=True)
class Assumptions:
    """The person's assumptions that the tools take into account.

    Args:
        positive: whether the letters are positive numbers, not only real ones.
        interval: the interval in which solutions are asked.
    """

    positive: bool = False
    interval: Interval | None = None


@dataclass(frozen=True)
class Call:
    """A tool with its arguments.

    Args:
        given: the expression, equation, or other statement that it is applied to.
        variable: the variable, as SymPy has it; None for a tool without one.
        values: the further expressions by name: point, lower, upper.
        words: the arguments that are not expressions by name: dir, domain.
        written: the plan's text as a printed tree; None if it has none.
        asked: the person's assumptions.
    """

    given: Any
    variable: Any = None
    values: Mapping[str, Any] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    written: Printed | None = None
    asked: Assumptions = field(default_factory=Assumptions)
