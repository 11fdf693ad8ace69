"""The outcome of a problem: every attempt, and the accepted plan, if there is one."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from ._errors import PlanRejected, StudentError
from ._plan import Plan
from ._problem import Problem
from ._verdict import Reading, Verdict

Author = Literal["student", "teacher"]


@dataclass(frozen=True)
class Attempt:
    """One request for a plan, and its result.

    Args:
        author: "student" or "teacher".
        temperature: the temperature of the request; None if the model accepts none.
        text: the model's text as received; None if no answer came.
        plan: the plan read from the text; None if the text is not a plan.
        verdict: the verifier's verdict on the plan; None if there is no plan.
        error: the reason why there is no plan.
        tokens_in: tokens of the prompt, as the engine counted them.
        tokens_out: tokens of the answer, as the engine counted them.
        seconds: time from the first request to the verdict, including retries of the transport.
        verdict_seconds: the verifier's part of these, including its wait for a free process; None if it was not
            asked, since there is no plan or an earlier attempt wrote the same one.
        cost: US dollars; 0 for the student, None if not known.
        request_id: the gateway's id for the request.

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
    verdict_seconds: float | None = None
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
            "verdict_seconds": None if self.verdict_seconds is None else round(self.verdict_seconds, 4),
            "cost": self.cost,
            "request_id": self.request_id,
        }


@dataclass(frozen=True)
class Outcome:
    """The outcome of one problem.

    Args:
        problem: the problem.
        plan: the plan that the verifier accepted, or None; never another plan.
        verdict: the verifier's verdict on that plan, or its last verdict if it accepted none.
        author: the model that wrote the accepted plan, "student" or "teacher".
        attempts: every attempt in order; none if no model was asked, as the verdict then says.
        reading: how the problem was read before a model was asked; None if the verifier reads nothing.
        error: the failure that ended the attempts early, such as a lost connection; None if all were made.
        seconds: duration of the whole call.

    >>> outcome = Outcome(Problem("integrate", "x", ["x"]), attempts=(Attempt("student", 0.0, text="?"),))
    >>> outcome.accepted, outcome.result
    (False, None)
    >>> outcome.require()
    Traceback (most recent call last):
    student_client._errors.PlanRejected: no plan was accepted in 1 attempt, the last reason: no text was a plan. Fix: \
see each of Outcome.attempts; word the problem more plainly, or set TEACHER_MODE
    """

    problem: Problem
    plan: Plan | None = None
    verdict: Verdict | None = None
    author: Author | None = None
    attempts: tuple[Attempt, ...] = ()
    reading: Reading | None = None
    error: StudentError | None = None
    seconds: float = 0.0

    def __post_init__(self) -> None:
        if self.plan is not None and (self.verdict is None or self.verdict.status != "accepted"):
            raise ValueError("an outcome may only hold an accepted plan")

    @property
    def accepted(self) -> bool:
        """Whether the verifier accepted a plan."""
        return self.plan is not None

    @property
    def unreadable(self) -> bool:
        """Whether no model was asked, because no plan for the problem as worded could be accepted."""
        return not self.attempts and self.reading is not None and self.reading.understood is False

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
        """US dollars for all attempts, or None if one of their costs is not known."""
        costs = [attempt.cost for attempt in self.attempts]
        return None if None in costs else sum(cost for cost in costs if cost is not None)

    def require(self) -> Plan:
        """Return the accepted plan.

        Raises:
            PlanRejected: there is none.
        """
        if self.plan is None and self.unreadable and self.verdict is not None:
            raise PlanRejected(self.verdict.reason)
        if self.plan is None:
            last = self.verdict.reason if self.verdict else "no text was a plan"
            count = f"{len(self.attempts)} attempt{'s' if len(self.attempts) != 1 else ''}"
            text = f"no plan was accepted in {count}, the last reason: {last}"
            raise PlanRejected(text if "Fix: " in last else f"{text}. Fix: {_FIX}")
        return self.plan

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready data, as ``student plan --json`` prints it."""
        return {
            "problem": problem_dict(self.problem),
            "reading": {"understood": self.reading.understood, "text": self.reading.text} if self.reading else None,
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


_FIX = "see each of Outcome.attempts; word the problem more plainly, or set TEACHER_MODE"


def problem_dict(problem: Problem) -> dict[str, Any]:
    """Return a problem as JSON-ready data, with its assumptions if there are any."""
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
