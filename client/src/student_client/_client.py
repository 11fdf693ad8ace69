"""The two clients: they carry out what the policy decides, one with threads, one with asyncio."""

from __future__ import annotations

import asyncio
import time
import warnings
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import AbstractAsyncContextManager, AbstractContextManager, ExitStack, nullcontext
from threading import BoundedSemaphore
from typing import Any, TypeAlias, TypeVar

import httpx2

from ._asking.aside import Aside
from ._asking.carrier import Carrier
from ._asking.carrier_async import AsyncCarrier
from ._asking.many import checked, in_order, in_order_async
from ._asking.policy import Effect, Flow, Policy, Read, Send, Sleep
from ._asking.protocol import Reply, read_models
from ._asking.teacher import end_notice
from ._errors import RequestFailed
from ._outcome import Attempt, Outcome
from ._problem import Problem
from ._settings import Settings
from ._verdict import Reading, Verdict, Verifier
from ._verifying.choice import ask, read, reader, verifier_for

T = TypeVar("T")
Answer: TypeAlias = Reply | Reading | Verdict | None
ALWAYS = nullcontext()
"""The slots of a call that does not share them."""


class _Base:
    """The parts of both clients."""

    def __init__(
        self,
        settings: Settings,
        verifier: Verifier | None,
        on_attempt: Callable[[Attempt], None] | None,
        on_outcome: Callable[[Outcome], None] | None,
    ) -> None:
        self.settings = settings
        self._own = ExitStack()
        self._verifier = self._own.enter_context(verifier_for(verifier))
        self._reader = reader(self._verifier)
        self._policy = Policy(settings, on_attempt=on_attempt, on_outcome=on_outcome)
        if settings.teacher_mode != "off" and (notice := end_notice(settings.teacher_model)):
            warnings.warn(notice, stacklevel=3)


class Student(_Base):
    """Asks for plans and returns none that was not verified. Safe to share between threads.

    Args:
        settings: what to ask, and how often.
        transport: an httpx2 transport, for tests; None for the network.
        verifier: judges plans; None for the symbolic one.
        on_attempt: called with each attempt as it ends, for progress.
        on_outcome: called with each outcome, such as a :class:`Metrics`.

    >>> import httpx2
    >>> api = httpx2.MockTransport(lambda request: httpx2.Response(200, json={"data": [{"id": "student-nano"}]}))
    >>> with Student(Settings(model_name="student-nano"), transport=api) as student:
    ...     student.models()
    ['student-nano']
    """

    def __init__(
        self,
        settings: Settings,
        transport: httpx2.BaseTransport | None = None,
        verifier: Verifier | None = None,
        on_attempt: Callable[[Attempt], None] | None = None,
        on_outcome: Callable[[Outcome], None] | None = None,
    ) -> None:
        super().__init__(settings, verifier, on_attempt, on_outcome)
        self._carrier = Carrier(transport)
        self._sleep: Callable[[float], None] = time.sleep

    @classmethod
    def from_env(
        cls,
        verifier: Verifier | None = None,
        on_attempt: Callable[[Attempt], None] | None = None,
        on_outcome: Callable[[Outcome], None] | None = None,
    ) -> Student:
        """Return a client with the settings of :meth:`Settings.from_env`."""
        return cls(Settings.from_env(), verifier=verifier, on_attempt=on_attempt, on_outcome=on_outcome)

    def models(self) -> list[str]:
        """Return the names of the models the API serves.

        Raises:
            RequestFailed: no usable answer came.
        """
        endpoint = self._policy.student
        return read_models(self._carrier(endpoint, "GET", "/models", b"", self.settings.timeout_seconds), endpoint)

    def plan(self, problem: Problem) -> Outcome:
        """Ask for a plan until the verifier accepts one; no model is asked if it could never accept one.

        Args:
            problem: the problem.

        Returns:
            The outcome: the accepted plan or none, and every attempt.

        Raises:
            RequestFailed: the attempts ended early because no usable answer came.
        """
        outcome = self._run(self._policy.solve(problem))
        if outcome.error is not None:
            raise outcome.error
        return outcome

    def plan_many(self, problems: Iterable[Problem], concurrency: int = 8) -> Iterator[Outcome]:
        """Ask for many plans at once.

        A failure is in its outcome's ``error`` and does not end the rest. While the engine is away,
        problems wait for it until their deadline.

        Args:
            problems: read as needed, so they may be endless.
            concurrency: most requests at once, while other plans are judged; the engine's own limit is a good value.

        Yields:
            One outcome per problem, in the order of the problems, as soon as it is ready.
        """
        slots = BoundedSemaphore(checked(concurrency))
        return in_order(
            lambda problem: self._run(self._policy.solve(problem, patient=True), slots), problems, concurrency
        )

    def close(self) -> None:
        """Close connections, and the verifier if it was not handed in."""
        self._carrier.close()
        self._own.close()

    def __enter__(self) -> Student:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _run(self, flow: Flow[T], slots: AbstractContextManager[Any] = ALWAYS) -> T:
        """Carry out a flow.

        Args:
            flow: the effects to carry out.
            slots: held while a request is under way, and not while a plan is judged.
        """
        try:
            effect = next(flow)
            while True:
                try:
                    answer = self._perform(effect, slots)
                except RequestFailed as error:  # noqa: PERF203 - the flow decides what a failure means
                    effect = flow.throw(error)
                else:
                    effect = flow.send(answer)
        except StopIteration as stop:
            result: T = stop.value
            return result

    def _perform(self, effect: Effect, slots: AbstractContextManager[Any]) -> Answer:
        if isinstance(effect, Send):
            with slots:
                return self._carrier(effect.endpoint, "POST", "/chat/completions", effect.body, effect.timeout)
        if isinstance(effect, Sleep):
            return self._sleep(effect.seconds)
        if isinstance(effect, Read):
            return read(self._reader, effect.problem) if self._reader else None
        return ask(self._verifier, effect.problem, effect.plan)


class AsyncStudent(_Base):
    """The same as :class:`Student` for asyncio; the verifier runs in a thread unless it is quick.

    Args:
        settings: what to ask, and how often.
        transport: an httpx2 transport, for tests; None for the network.
        verifier: judges plans; None for the symbolic one.
        on_attempt: called with each attempt as it ends, for progress.
        on_outcome: called with each outcome, such as a :class:`Metrics`.

    >>> import httpx2
    >>> api = httpx2.MockTransport(lambda request: httpx2.Response(200, json={"data": [{"id": "student-nano"}]}))
    >>> async def names():
    ...     async with AsyncStudent(Settings(model_name="student-nano"), transport=api) as student:
    ...         return await student.models()
    >>> asyncio.run(names())
    ['student-nano']
    """

    def __init__(
        self,
        settings: Settings,
        transport: httpx2.AsyncBaseTransport | None = None,
        verifier: Verifier | None = None,
        on_attempt: Callable[[Attempt], None] | None = None,
        on_outcome: Callable[[Outcome], None] | None = None,
    ) -> None:
        super().__init__(settings, verifier, on_attempt, on_outcome)
        self._carrier = AsyncCarrier(transport)
        self._aside = Aside(always=getattr(self._verifier, "waits", False))
        self._sleep: Callable[[float], Any] = asyncio.sleep

    @classmethod
    def from_env(
        cls,
        verifier: Verifier | None = None,
        on_attempt: Callable[[Attempt], None] | None = None,
        on_outcome: Callable[[Outcome], None] | None = None,
    ) -> AsyncStudent:
        """Return a client with the settings of :meth:`Settings.from_env`."""
        return cls(Settings.from_env(), verifier=verifier, on_attempt=on_attempt, on_outcome=on_outcome)

    async def models(self) -> list[str]:
        """Return the names of the models the API serves; see :meth:`Student.models`."""
        endpoint = self._policy.student
        reply = await self._carrier(endpoint, "GET", "/models", b"", self.settings.timeout_seconds)
        return read_models(reply, endpoint)

    async def plan(self, problem: Problem) -> Outcome:
        """Ask for a plan until the verifier accepts one; see :meth:`Student.plan`."""
        outcome = await self._run(self._policy.solve(problem))
        if outcome.error is not None:
            raise outcome.error
        return outcome

    def plan_many(self, problems: Iterable[Problem], concurrency: int = 8) -> AsyncIterator[Outcome]:
        """Ask for many plans at once; see :meth:`Student.plan_many`."""
        slots = asyncio.Semaphore(checked(concurrency))
        return in_order_async(
            lambda problem: self._run(self._policy.solve(problem, patient=True), slots), problems, concurrency
        )

    async def close(self) -> None:
        """Close connections, and the verifier if it was not handed in."""
        await self._carrier.close()
        self._own.close()

    async def __aenter__(self) -> AsyncStudent:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def _run(self, flow: Flow[T], slots: AbstractAsyncContextManager[Any] = ALWAYS) -> T:
        """Carry out a flow; see :meth:`Student._run`."""
        try:
            effect = next(flow)
            while True:
                try:
                    answer = await self._perform(effect, slots)
                except RequestFailed as error:  # noqa: PERF203 - the flow decides what a failure means
                    effect = flow.throw(error)
                else:
                    effect = flow.send(answer)
        except StopIteration as stop:
            result: T = stop.value
            return result

    async def _perform(self, effect: Effect, slots: AbstractAsyncContextManager[Any]) -> Answer:
        if isinstance(effect, Send):
            async with slots:
                return await self._carrier(effect.endpoint, "POST", "/chat/completions", effect.body, effect.timeout)
        if isinstance(effect, Sleep):
            await self._sleep(effect.seconds)
            return None
        if isinstance(effect, Read):
            return await self._aside(read, self._reader, effect.problem) if self._reader else None
        return await self._aside(ask, self._verifier, effect.problem, effect.plan)
