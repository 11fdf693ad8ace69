"""Who is asked, how often, and when to stop: decisions without input or output.

:meth:`Policy.solve` is a generator. It yields what it wants done (:class:`Send`, :class:`Sleep`,
:class:`Verify`), is sent what came of it, and returns the :class:`Outcome`. The sync and the async
client only carry out its wishes, so both decide alike.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias, TypeVar

from .._errors import (
    ConnectionFailed,
    EngineNotReady,
    InvalidPlan,
    RateLimited,
    RequestFailed,
    RequestTimeout,
)
from .._outcome import Attempt, Outcome
from .._plan import Plan
from .._problem import Problem
from .._settings import Settings
from .._verdict import Verdict
from .breaker import FAILURES, Breaker
from .protocol import Completion, Endpoint, Form, Reply, read_completion, student, teacher, wants_tgi_form

RETRIES = 2
"""Most repeats of one attempt's request after failures of the transport."""
BACKOFF_SECONDS = 0.5
"""Longest wait before the first repeat; it doubles each time, and chance takes any part of it (full jitter)."""


@dataclass(frozen=True)
class Send:
    """Post ``body`` to the endpoint's chat completions. Comes back: a :class:`Reply`, or RequestFailed thrown in."""

    endpoint: Endpoint
    body: bytes
    timeout: float


@dataclass(frozen=True)
class Sleep:
    """Wait."""

    seconds: float


@dataclass(frozen=True)
class Verify:
    """Have the verifier judge a plan. Comes back: a :class:`Verdict`."""

    problem: Problem
    plan: Plan


Effect: TypeAlias = Send | Sleep | Verify
T = TypeVar("T")
Flow: TypeAlias = Generator[Effect, Any, T]


@dataclass(frozen=True)
class Call:
    """What holds for one whole call: when it must end, whether it waits for a dead engine, what was judged."""

    problem: Problem
    deadline: float
    patient: bool
    judged: dict[Plan, Verdict] = field(default_factory=dict)


@dataclass
class Policy:
    """The decisions, with the clock and the dice handed in.

    Args:
        settings: attempts, temperatures, times.
        undecided_ends: whether an undecided plan ends the call instead of leading to the next attempt.
        clock: seconds, monotonic.
        dice: a number from 0 up to 1.
        on_attempt: called with each attempt as it ends.
        on_outcome: called with each outcome.
    """

    settings: Settings
    undecided_ends: bool = False
    clock: Callable[[], float] = time.monotonic
    dice: Callable[[], float] = random.random
    on_attempt: Callable[[Attempt], None] | None = None
    on_outcome: Callable[[Outcome], None] | None = None
    forms: dict[str, Form] = field(default_factory=lambda: {"student": "openai", "teacher": "openai"})
    breakers: dict[str, Breaker] = field(default_factory=lambda: {"student": Breaker(), "teacher": Breaker()})

    def __post_init__(self) -> None:
        self.student = student(self.settings)
        self.teacher = teacher(self.settings)
        self.undecided_ends = self.undecided_ends or self.settings.on_undecided == "stop"

    def _rounds(self) -> list[tuple[Endpoint, tuple[float, ...]]]:
        rounds = [(self.student, self.settings.temperatures)]
        if self.teacher is not None:
            rounds.append((self.teacher, (self.settings.temperature,)))
        return rounds

    def solve(self, problem: Problem, *, patient: bool = False) -> Flow[Outcome]:
        """Ask for plans until the verifier accepts one or nobody is left to ask."""
        start = self.clock()
        call = Call(problem, start + self.settings.deadline_seconds, patient)
        attempts: list[Attempt] = []
        error: RequestFailed | None = None

        def outcome(last: Attempt | None = None) -> Outcome:
            verdicts = [attempt.verdict for attempt in attempts if attempt.verdict is not None]
            made = Outcome(
                problem,
                plan=last.plan if last else None,
                verdict=verdicts[-1] if verdicts else None,
                author=last.author if last else None,
                attempts=tuple(attempts),
                error=error,
                seconds=self.clock() - start,
            )
            if self.on_outcome is not None:
                self.on_outcome(made)
            return made

        for endpoint, temperatures in self._rounds():
            error = None
            for temperature in temperatures:
                attempt = yield from self._attempt(call, endpoint, temperature)
                attempts.append(attempt)
                if self.on_attempt is not None:
                    self.on_attempt(attempt)
                status = attempt.verdict.status if attempt.verdict else None
                if status == "accepted":
                    return outcome(attempt)
                if status == "undecided" and self.undecided_ends:
                    return outcome()
                if isinstance(attempt.error, RequestFailed):
                    error = attempt.error
                    break
            if error is not None and not (_is_trouble(error) and self.clock() < call.deadline):
                break
        return outcome()

    def _attempt(self, call: Call, endpoint: Endpoint, temperature: float) -> Flow[Attempt]:
        """Ask once, read the plan and have it judged."""
        start = self.clock()
        attempt = Attempt(endpoint.author, temperature if endpoint.traits.takes_temperature else None)
        try:
            reply, completion = yield from self._request(call, endpoint, temperature)
            tokens_in, tokens_out = completion.tokens_in, completion.tokens_out
            attempt = replace(
                attempt,
                text=completion.text,
                tokens_in=tokens_in,
                tokens_out=tokens_out,
                cost=endpoint.traits.cost(tokens_in, tokens_out) if endpoint.author == "teacher" else 0.0,
                request_id=reply.request_id,
            )
            plan = Plan.parse(completion.plan_text())
            if plan not in call.judged:  # a retry often writes the same plan, and judging it may take seconds
                call.judged[plan] = yield Verify(call.problem, plan)
            attempt = replace(attempt, plan=plan, verdict=call.judged[plan])
        except RequestFailed as error:
            cost = 0.0 if endpoint.author == "student" else None
            attempt = replace(attempt, error=error, request_id=error.request_id, cost=cost)
        except InvalidPlan as error:
            attempt = replace(attempt, error=error)
        return replace(attempt, seconds=self.clock() - start)

    def _request(self, call: Call, endpoint: Endpoint, temperature: float) -> Flow[tuple[Reply, Completion]]:
        """Send one request, again after failures of the transport, until the call's deadline."""
        breaker = self.breakers[endpoint.author]
        retries = 0
        while True:
            yield from self._pass(call, endpoint)
            left = call.deadline - self.clock()
            if left <= 0:
                raise self._too_late()
            try:
                form = self.forms[endpoint.author]
                body = endpoint.body(call.problem, temperature, form)
                reply: Reply = yield Send(endpoint, body, min(self.settings.timeout_seconds, left))
                if form == "openai" and wants_tgi_form(reply):
                    self.forms[endpoint.author] = "tgi"
                    continue
                completion = read_completion(reply, endpoint)
            except RequestFailed as error:
                if _is_down(error):
                    breaker.failed(self.clock(), str(error))
                else:
                    breaker.succeeded()
                if isinstance(error, RequestTimeout) and error.status is None and self.clock() >= call.deadline:
                    raise self._too_late() from error  # it had less than its own time-out
                wait = (error.retry_after or 0.0) + self.dice() * BACKOFF_SECONDS * 2**retries
                if retries == RETRIES or not _is_repeatable(error) or self.clock() + wait >= call.deadline:
                    raise
                retries += 1
                yield Sleep(wait)
            else:
                breaker.succeeded()
                return reply, completion

    def _pass(self, call: Call, endpoint: Endpoint) -> Flow[None]:
        """Go through the circuit breaker: at once, after waiting, or not at all."""
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


def _is_down(error: RequestFailed) -> bool:
    """Whether the failure says that nobody is at work there."""
    return isinstance(error, ConnectionFailed | RequestTimeout | EngineNotReady) or (error.status or 0) >= 500


def _is_trouble(error: RequestFailed) -> bool:
    """Whether another model may do better; a wrong key or address is for a person to correct."""
    return isinstance(error, RateLimited) or _is_down(error)


def _is_repeatable(error: RequestFailed) -> bool:
    """Whether the same request may do better a moment later.

    One that ran into the time-out may not: the engine would only do the same long work twice.
    """
    if isinstance(error, RequestTimeout):
        return error.status == 408
    return error.status == 409 or _is_trouble(error)
