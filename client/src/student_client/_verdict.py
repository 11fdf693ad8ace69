"""The results of a verifier: how it reads a problem, before a model is asked, and its verdict on a plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from ._plan import Plan
from ._problem import Problem


@dataclass(frozen=True)
class Interpretation:
    """One way to read a problem's words and notation.

    Args:
        text: the question, in one line.
        expression: the expression or equation as it is read, without the notation around it.
        questions: for each question its operations in order, the innermost first, with the names and arguments
            that :class:`Problem` accepts for an operation.
        domain: "real", "positive" or "complex": the range of letters and solutions.
        assumptions: the option of each topic that the person or this reading assumes.

    >>> Interpretation("x^2, factored", "x^2", [[{"operation": "factor"}]], "real").assumptions
    {}
    """

    text: str
    expression: str
    questions: Sequence[Sequence[Mapping[str, str]]]
    domain: str
    assumptions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Reading:
    """How a verifier reads a problem, without a plan.

    Args:
        understood: whether a plan can be judged. False means that no plan for this problem could ever be accepted.
            None means that it is not known, because the verifier's process was lost or ran out of time.
        text: one line: the question as understood, or the part that is not understood and how to word it.
        interpretations: each way to read the problem, the usual one first; a plan must be right in all of them.

    >>> Reading(True, "the derivative in x of x^2").understood
    True
    """

    understood: bool | None
    text: str
    interpretations: Sequence[Interpretation] = ()


@dataclass(frozen=True)
class Verdict:
    """A verifier's verdict on one plan.

    Args:
        status: "accepted" (proved right), "rejected" (proved wrong) or "undecided" (neither).
        reason: one line: how the plan was checked, its fault, or the point that could not be decided.
        result: the answer computed from the plan, in SymPy's syntax; None if none was computed.
        reading: one line: the question as understood; None if it was not understood.
        latex: the answer as LaTeX; None if none was computed.
        final: whether no other plan for this problem could be accepted either, for example because the problem is
            not understood; no model is then asked again.

    >>> Verdict("accepted", "its derivative is the integrand", "x**2").result
    'x**2'
    """

    status: Literal["accepted", "rejected", "undecided"]
    reason: str
    result: str | None = None
    reading: str | None = None
    latex: str | None = None
    final: bool = False


class Verifier(Protocol):
    """Anything that can be called with a problem and a plan and returns a verdict.

    If it also has a method ``read(problem)`` that returns a :class:`Reading`, each problem is read before a model is
    asked.

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
        """Judge ``plan`` against ``problem``. Never guess: if nothing is proved, the verdict is undecided."""
        ...
