"""What became of a problem: every attempt, and the plan that was accepted, if one was."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from ._errors import PlanRejected, StudentError
from ._plan import Plan
from ._problem import Problem
from ._verdict import Verdict

Author = Literal["student", "teacher"]


@dataclass(frozen=True)
class Attempt:
    """One request for a plan, and what came of it.

    Args:
        author: who was asked.
        temperature: the temperature asked for; None where the model takes none.
        text: the model's text as received; None where no answer came.
        plan: the plan read from the text; None where it is none.
        verdict: the verifier's word on the plan; None where there is no plan.
        error: why there is no plan.
        tokens_in: tokens of the prompt, as the engine counted them.
        tokens_out: tokens of the answer, as the engine counted them.
        seconds: time from the first request to the verdict, with retries of the transport.
        cost: US dollars; 0 for the student, None where not known.
        request_id: the gateway's id of the request.

    >>> Attempt("teacher", 0.0, text="?", tokens_in=400, cost=6e-05).to_dict()["cost"]
    6e-05
    """

    author: Author
    temperature: float | None
    text: str | None = None
    plan: Plan | None = None
    verdict: Verdict | None = None
    error: StudentError | None = None
    tokens_in: int | None = None
    tokens_out: int | None = None
    seconds: float = 0.0
    cost: float | None = None
    request_id: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready data."""
        return {
            "author": self.author,
            "temperature": self.temperature,
            "text": self.text,
            "verdict": verdict_dict(self.verdict),
            "error": _error_dict(self.error),
            "tokens_in": self.tokens_in,
            "tokens_out": self.tokens_out,
            "seconds": round(self.seconds, 4),
            "cost": self.cost,
            "request_id": self.request_id,
        }


@dataclass(frozen=True)
class Outcome:
    """What became of one problem.

    Args:
        problem: the problem.
        plan: the plan the verifier accepted, or None. Nothing else is ever put here.
        verdict: the verifier's word on that plan; where none was accepted, its last word.
        author: who wrote the accepted plan.
        attempts: every attempt in order.
        error: what ended the attempts before their time, such as a lost connection; None where all were made.
        seconds: time of the whole call.

    >>> outcome = Outcome(Problem("integrate", "x", ["x"]), attempts=(Attempt("student", 0.0, text="?"),))
    >>> outcome.accepted, outcome.result
    (False, None)
    >>> outcome.require()
    Traceback (most recent call last):
    student_client._errors.PlanRejected: no plan was accepted in 1 attempt, the last word: no text was a plan. Fix: \
see each of Outcome.attempts; put the problem more plainly, or set TEACHER_MODE
    """

    problem: Problem
    plan: Plan | None = None
    verdict: Verdict | None = None
    author: Author | None = None
    attempts: tuple[Attempt, ...] = ()
    error: StudentError | None = None
    seconds: float = 0.0

    def __post_init__(self) -> None:
        if self.plan is not None and (self.verdict is None or self.verdict.status != "accepted"):
            raise ValueError("an outcome holds an accepted plan or none")

    @property
    def accepted(self) -> bool:
        """Whether there is a plan that the verifier accepted."""
        return self.plan is not None

    @property
    def result(self) -> str | None:
        """The accepted plan's result in SymPy's syntax, or None."""
        return self.verdict.result if self.plan is not None and self.verdict is not None else None

    @property
    def latex(self) -> str | None:
        """The accepted plan's result as LaTeX, or None."""
        return self.verdict.latex if self.plan is not None and self.verdict is not None else None

    @property
    def cost(self) -> float | None:
        """US dollars of all attempts, or None where one of them is not known."""
        costs = [attempt.cost for attempt in self.attempts]
        return None if None in costs else sum(cost for cost in costs if cost is not None)

    def require(self) -> Plan:
        """Return the accepted plan.

        Raises:
            PlanRejected: there is none.
        """
        if self.plan is None:
            last = self.verdict.reason if self.verdict else "no text was a plan"
            count = f"{len(self.attempts)} attempt{'s' if len(self.attempts) != 1 else ''}"
            told = f"no plan was accepted in {count}, the last word: {last}"
            raise PlanRejected(told if "Fix: " in last else f"{told}. Fix: {_FIX}")
        return self.plan

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready data, as ``student plan --json`` prints it."""
        return {
            "problem": problem_dict(self.problem),
            "verified": self.accepted,
            "plan": self.plan.model_dump(mode="json") if self.plan else None,
            "result": self.result,
            "latex": self.latex,
            "verdict": verdict_dict(self.verdict),
            "author": self.author,
            "attempts": [attempt.to_dict() for attempt in self.attempts],
            "error": _error_dict(self.error),
            "seconds": round(self.seconds, 4),
            "cost": self.cost,
        }


_FIX = "see each of Outcome.attempts; put the problem more plainly, or set TEACHER_MODE"


def problem_dict(problem: Problem) -> dict[str, Any]:
    """Return a problem as JSON-ready data; assumptions are in it when there are any."""
    data: dict[str, Any] = {
        "objective": problem.objective,
        "expression": problem.expression,
        "variables": list(problem.variables),
    }
    return data | ({"assume": dict(problem.assume)} if problem.assume else {})


def verdict_dict(verdict: Verdict | None) -> dict[str, Any] | None:
    """Return a verdict as JSON-ready data."""
    return asdict(verdict) if verdict else None


def _error_dict(error: StudentError | None) -> dict[str, str] | None:
    return {"type": type(error).__name__, "message": str(error)} if error else None
