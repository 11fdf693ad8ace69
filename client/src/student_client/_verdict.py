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
        result: the answer computed from the plan, in SymPy's syntax; None when none was computed.
        reading: one line: what the problem was understood to ask; None when it was not understood.
        latex: the answer as LaTeX; None when none was computed.

    >>> Verdict("accepted", "its derivative is the integrand", "x**2").result
    'x**2'
    """

    status: Literal["accepted", "rejected", "undecided"]
    reason: str
    result: str | None = None
    reading: str | None = None
    latex: str | None = None


class Verifier(Protocol):
    """Anything that can be called with a problem and a plan and returns a verdict.

    >>> def short(problem: Problem, plan: Plan) -> Verdict:
    ...     if len(plan.steps) > 2:
    ...         return Verdict("rejected", "one step is enough here")
    ...     return Verdict("undecided", "short, which proves nothing")
    >>> verifier: Verifier = short
    >>> plan = Plan.parse('{"steps":[{"type":"tool","tool":"expand","args":{"expr":"x*(x+1)"}},'
    ...                   '{"type":"final","payload":{"result":"R1"}}]}')
    >>> verifier(Problem("expand", "x(x+1)", ["x"]), plan).status
    'undecided'
    """

    def __call__(self, problem: Problem, plan: Plan) -> Verdict:
        """Judge ``plan`` against ``problem``; never a guess: what is not proved is undecided."""
        ...
