"""Decides which model is asked, how often, and when to stop, without input or output.

:meth:`Policy.solve` is a generator. It yields effects (:class:`Read`, :class:`Send`, :class:`Sleep`,
:class:`Verify`), is sent the result of each, and returns the :class:`Outcome`. The sync and the async
client only carry out the effects, so both decide alike.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

from .._errors import (
    ConnectionFailed,
    EngineNotReady,
    InvalidPlan,
    RateLimited,
    RequestFailed,
    RequestTimeout,
    TruncatedPlan,
)
from .._outcome import Attempt, Outcome
from .._plan import Plan
from .._problem import Problem
from .._settings import Settings
from .._verdict import Reading, Verdict
from .breaker import FAILURES, Breaker
from .endpoint import Endpoint, Form, student, teacher
from .protocol import Completion, Reply, read_completion, wants_tgi_form

RETRIES = 2
"""Most repeats of one attempt's request after failures of the transport."""
BACKOFF_SECONDS = 0.5
"""Longest wait before the first repeat. It doubles each time; the actual wait is a random part of it (full jitter)."""


@dataclass(frozen=True)
class Read:
    """Have the verifier read the problem. Its result: a :class:`Reading`, or None if the verifier reads nothing."""

    problem: Problem


@dataclass(frozen=True)
class Send:
    """Post ``body`` to the endpoint's chat completions. Its result: a :class:`Reply`, or RequestFailed is thrown in."""

    endpoint: Endpoint
    body: bytes
    timeout: float


@dataclass(frozen=True)
class Sleep:
    """Wait."""

    seconds: float


@dataclass(frozen=True)
class Verify:
    """Have the verifier judge a plan. Its result: a :class:`Verdict`."""

    problem: Problem
    plan: Plan


Effect: TypeAlias = Read | Send | Sleep | Verify
T = TypeVar("T")
Flow: TypeAlias = Generator[Effect, Any, T]


@dataclass(frozen=True)
class Call:
    """The state of one call: its deadline, whether it waits for an engine that is down, and the plans judged so far."""

    problem: Problem
    deadline: float
    patient: bool
    judged: dict[Plan, Verdict] = field(default_factory=dict)


@dataclass
class Policy:
    """Makes the decisions; the clock and the dice are passed in.

    Args:
        settings: attempts, temperatures, times.
        clock: seconds, monotonic.
        dice: a random number from 0 up to 1.
        on_attempt: called with each attempt as it ends.
        on_outcome: called with each outcome.
    """

    settings: Settings
    clock: Callable[[], float] = time.monotonic
    dice: Callable[[], float] = random.random
    on_attempt: Callable[[Attempt], None] | None = None
    on_outcome: Callable[[Outcome], None] | None = None
    forms: dict[str, Form] = field(default_factory=lambda: {"student": "openai", "teacher": "openai"})
    breakers: dict[str, Breaker] = field(default_factory=lambda: {"student": Breaker(), "teacher": Breaker()})

    def __post_init__(self) -> None:
        self.student = student(self.settings)
        self.teacher = teacher(self.settings)

    def _rounds(self, *, once: bool) -> list[tuple[Endpoint, tuple[float, ...]]]:
        if once:
            return [(self.student, (self.settings.temperature,))]
        rounds = [(self.student, self.settings.temperatures)]
        if self.teacher is not None:
            rounds.append((self.teacher, (self.settings.temperature,)))
        return rounds

    def solve(self, problem: Problem, *, patient: bool = False) -> Flow[Outcome]:
        """Read the problem, then ask for plans until the verifier accepts one or no attempt is left."""
        start = self.clock()
        attempts: list[Attempt] = []
        error: RequestFailed | None = None
        reading: Reading | None = yield Read(problem)
        call = Call(problem, self.clock() + self.settings.deadline_seconds, patient)  # reading has its own time limit
        unread = reading if reading is not None and reading.understood is False else None

        def outcome(last: Attempt | None = None, not_asked: Verdict | None = None) -> Outcome:
            verdicts = [attempt.verdict for attempt in attempts if attempt.verdict is not None]
            made = Outcome(
                problem,
                plan=last.plan if last else None,
                verdict=verdicts[-1] if verdicts else not_asked,
                author=last.author if last else None,
                attempts=tuple(attempts),
                reading=reading,
                error=error,
                seconds=self.clock() - start,
            )
            if self.on_outcome is not None:
                self.on_outcome(made)
            return made

        if unread is not None and self.settings.on_unreadable == "stop":
            return outcome(not_asked=_not_asked(unread))
        for endpoint, temperatures in self._rounds(once=unread is not None):
            cuts = endless = 0
            for temperature in temperatures:
                error = None
                attempt = yield from self._attempt(call, endpoint, temperature, cuts)
                attempts.append(attempt)
                if self.on_attempt is not None:
                    self.on_attempt(attempt)
                if attempt.verdict is not None and attempt.verdict.status == "accepted":
                    return outcome(attempt)
                if attempt.verdict is not None and self._ends(attempt.verdict):
                    return outcome()
                cuts += isinstance(attempt.error, TruncatedPlan)
                if isinstance(attempt.error, RequestFailed):
                    error = attempt.error
                    endless += _is_endless(error)
                    if not _is_endless(error) or endless > 1 or self.clock() >= call.deadline:
                        break
            if error is not None and not (_is_trouble(error) and self.clock() < call.deadline):
                break
        return outcome()

    def _ends(self, verdict: Verdict) -> bool:
        """Return whether a plan that was not accepted ends the call."""
        return verdict.final or (verdict.status == "undecided" and self.settings.on_undecided == "stop")

    def _attempt(self, call: Call, endpoint: Endpoint, temperature: float, cuts: int) -> Flow[Attempt]:
        """Ask once, read the plan and have it judged."""
        start = self.clock()
        found: dict[str, Any] = {}  # becomes an Attempt only at the end, since that is frozen
        try:
            reply, completion = yield from self._request(call, endpoint, temperature, cuts)
            tokens_in, tokens_out = completion.tokens_in, completion.tokens_out
            found |= {"text": completion.text, "tokens_in": tokens_in, "tokens_out": tokens_out}
            found["cost"] = endpoint.traits.cost(tokens_in, tokens_out) if endpoint.author == "teacher" else 0.0
            found["request_id"] = reply.request_id
            plan = Plan.parse(completion.plan_text(endpoint))
            # Reuse the verdict on the same plan: a retry often writes it again, and judging may take seconds.
            verdict = call.judged.get(plan) if call.judged else None
            if verdict is None:
                asked = self.clock()
                verdict = yield Verify(call.problem, plan)
                found["verdict_seconds"] = self.clock() - asked
            if verdict.status != "accepted":
                call.judged[plan] = verdict
            found |= {"plan": plan, "verdict": verdict}
        except RequestFailed as error:
            cost = 0.0 if endpoint.author == "student" else None
            found |= {"error": error, "request_id": error.request_id, "cost": cost}
        except InvalidPlan as error:
            found["error"] = error
        asked_for = temperature if endpoint.traits.takes_temperature else None
        return Attempt(endpoint.author, asked_for, **found, seconds=self.clock() - start)

    def _request(self, call: Call, endpoint: Endpoint, temperature: float, cuts: int) -> Flow[tuple[Reply, Completion]]:
        """Send one request, and retry after failures of the transport, until the call's deadline."""
        breaker = self.breakers[endpoint.author]
        retries = 0
        while True:
            yield from self._pass(call, endpoint)
            left = call.deadline - self.clock()
            if left <= 0:
                raise self._too_late()
            try:
                form = self.forms[endpoint.author]
                body = endpoint.body(call.problem, temperature, form, cuts)
                reply: Reply = yield Send(endpoint, body, min(self.settings.timeout_seconds, left))
                if form == "openai" and wants_tgi_form(reply):
                    self.forms[endpoint.author] = "tgi"
                    continue
                completion = read_completion(reply, endpoint)
            except RequestFailed as error:
                if _is_endless(error):
                    pass  # says nothing of the engine: it may still be writing, and if not, the gateway reports it
                elif _is_down(error):
                    breaker.failed(self.clock(), str(error))
                else:
                    breaker.succeeded()
                if isinstance(error, RequestTimeout) and error.status is None and self.clock() >= call.deadline:
                    raise self._too_late() from error  # its time was cut by the deadline
                wait = (error.retry_after or 0.0) + self.dice() * BACKOFF_SECONDS * 2**retries
                if retries == RETRIES or not _is_repeatable(error) or self.clock() + wait >= call.deadline:
                    raise
                retries += 1
                yield Sleep(wait)
            else:
                breaker.succeeded()
                return reply, completion

    def _pass(self, call: Call, endpoint: Endpoint) -> Flow[None]:
        """Pass the circuit breaker: at once, or after waiting, or fail."""
        breaker = self.breakers[endpoint.author]
        while (wait := breaker.wait(self.clock())) > 0:
            if not call.patient or self.clock() >= call.deadline:
                raise ConnectionFailed(
                    f"not asked, since the last {FAILURES} requests failed (next try in {wait:.0f} s): {breaker.last}"
                )
            yield Sleep(min(wait, 1.0))

    def _too_late(self) -> RequestTimeout:
        seconds = self.settings.deadline_seconds
        return RequestTimeout(f"no accepted plan within {seconds:g} s. Fix: raise STUDENT_DEADLINE_SECONDS")


def _not_asked(reading: Reading) -> Verdict:
    """Return the verdict on a problem for which no model was asked."""
    more = "'student read' shows how a problem is read, STUDENT_ON_UNREADABLE=ask asks for an unverified plan"
    return Verdict("undecided", f"no model was asked: {reading.text}; {more}", final=True)


def _is_down(error: RequestFailed) -> bool:
    """Return whether the failure means that the API or its engine is down."""
    return isinstance(error, ConnectionFailed | RequestTimeout | EngineNotReady) or (error.status or 0) >= 500


def _is_trouble(error: RequestFailed) -> bool:
    """Return whether another model may succeed. A wrong key or address needs a person."""
    return isinstance(error, RateLimited) or _is_down(error)


def _is_endless(error: RequestFailed) -> bool:
    """Return whether the request timed out while the answer was being written; at a higher temperature one may end."""
    return isinstance(error, RequestTimeout) and error.status is None


def _is_repeatable(error: RequestFailed) -> bool:
    """Return whether the same request may succeed a moment later.

    A request that timed out may not: the engine would only repeat the same long work.
    """
    if isinstance(error, RequestTimeout):
        return error.status == 408
    return error.status == 409 or _is_trouble(error)
