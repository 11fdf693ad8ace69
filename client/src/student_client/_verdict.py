"""What a verifier says of a plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from ._plan import Plan
from ._problem import Problem


@dataclass(frozen=True)
class Verdict:
    """A verifier's word on one plan.

    Args:
        status: "accepted" (proved right), "rejected" (proved wrong) or "undecided" (neither).
        reason: one line: how it was checked, or what is wrong, or what could not be decided.
        result: the answer computed from the plan, in SymPy's syntax; None where none was computed.
    """

    status: Literal["accepted", "rejected", "undecided"]
    reason: str
    result: str | None = None


class Verifier(Protocol):
    """Anything that can be called with a problem and a plan and returns a verdict."""

    def __call__(self, problem: Problem, plan: Plan) -> Verdict:
        """Judge ``plan`` against ``problem``; never a guess: what is not proved is undecided."""
        ...
