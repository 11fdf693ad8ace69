"""The two clients: they carry out what the policy decides, one with threads, one with asyncio."""

from __future__ import annotations

import asyncio
import time
import warnings
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import ExitStack
from typing import Any, TypeVar

import httpx2

from ._asking.many import in_order, in_order_async
from ._asking.policy import Effect, Flow, Policy, Send, Sleep
from ._asking.protocol import Endpoint, Reply, read_models
from ._asking.teacher import end_notice
from ._asking.transport import FAILURES, Body, address, client_options, timeouts, translate
from ._errors import RequestFailed
from ._outcome import Attempt, Outcome
from ._problem import Problem
from ._settings import Settings
from ._verdict import Verdict, Verifier
from ._verifying.choice import ask, structure_only, verifier_for

T = TypeVar("T")


class _Base:
    """What both clients are made of."""

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
        # Where nothing can be decided, asking again and again would only cost.
        self._policy = Policy(
            settings,
            undecided_ends=self._verifier is structure_only,
            on_attempt=on_attempt,
            on_outcome=on_outcome,
        )
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
        self._http = httpx2.Client(transport=transport, **client_options())
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
        return read_models(self._exchange("GET", "/models", endpoint, b"", self.settings.timeout_seconds), endpoint)

    def plan(self, problem: Problem) -> Outcome:
        """Ask for a plan until the verifier accepts one.

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
            concurrency: most requests at once; the engine's own limit is a good value.

        Yields:
            One outcome a problem, in the order of the problems, as soon as it is there.
        """
        return in_order(lambda problem: self._run(self._policy.solve(problem, patient=True)), problems, concurrency)

    def close(self) -> None:
        """Close connections, and the verifier if it was not handed in."""
        self._http.close()
        self._own.close()

    def __enter__(self) -> Student:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _run(self, flow: Flow[T]) -> T:
        try:
            effect = next(flow)
            while True:
                try:
                    answer = self._perform(effect)
                except RequestFailed as error:  # noqa: PERF203 - the flow decides what a failure means
                    effect = flow.throw(error)
                else:
                    effect = flow.send(answer)
        except StopIteration as stop:
            result: T = stop.value
            return result

    def _perform(self, effect: Effect) -> Reply | Verdict | None:
        if isinstance(effect, Send):
            return self._exchange("POST", "/chat/completions", effect.endpoint, effect.body, effect.timeout)
        if isinstance(effect, Sleep):
            return self._sleep(effect.seconds)
        return ask(self._verifier, effect.problem, effect.plan)

    def _exchange(self, method: str, path: str, endpoint: Endpoint, content: bytes, seconds: float) -> Reply:
        options: dict[str, Any] = {"content": content, "headers": endpoint.headers(), "timeout": timeouts(seconds)}
        body = Body(seconds)
        try:
            with self._http.stream(method, address(endpoint.base, path), **options) as response:
                for part in response.iter_bytes():
                    body.add(part)
                return body.reply(response)
        except FAILURES as error:
            raise translate(error, endpoint, seconds) from error


class AsyncStudent(_Base):
    """The same as :class:`Student` for asyncio; the verifier runs in a thread.

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
        self._http = httpx2.AsyncClient(transport=transport, **client_options())
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
        reply = await self._exchange("GET", "/models", endpoint, b"", self.settings.timeout_seconds)
        return read_models(reply, endpoint)

    async def plan(self, problem: Problem) -> Outcome:
        """Ask for a plan until the verifier accepts one; see :meth:`Student.plan`."""
        outcome = await self._run(self._policy.solve(problem))
        if outcome.error is not None:
            raise outcome.error
        return outcome

    def plan_many(self, problems: Iterable[Problem], concurrency: int = 8) -> AsyncIterator[Outcome]:
        """Ask for many plans at once; see :meth:`Student.plan_many`."""
        return in_order_async(
            lambda problem: self._run(self._policy.solve(problem, patient=True)), problems, concurrency
        )

    async def close(self) -> None:
        """Close connections, and the verifier if it was not handed in."""
        await self._http.aclose()
        self._own.close()

    async def __aenter__(self) -> AsyncStudent:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def _run(self, flow: Flow[T]) -> T:
        try:
            effect = next(flow)
            while True:
                try:
                    answer = await self._perform(effect)
                except RequestFailed as error:  # noqa: PERF203 - the flow decides what a failure means
                    effect = flow.throw(error)
                else:
                    effect = flow.send(answer)
        except StopIteration as stop:
            result: T = stop.value
            return result

    async def _perform(self, effect: Effect) -> Reply | Verdict | None:
        if isinstance(effect, Send):
            return await self._exchange("POST", "/chat/completions", effect.endpoint, effect.body, effect.timeout)
        if isinstance(effect, Sleep):
            await self._sleep(effect.seconds)
            return None
        return await asyncio.to_thread(ask, self._verifier, effect.problem, effect.plan)

    async def _exchange(self, method: str, path: str, endpoint: Endpoint, content: bytes, seconds: float) -> Reply:
        options: dict[str, Any] = {"content": content, "headers": endpoint.headers(), "timeout": timeouts(seconds)}
        body = Body(seconds)
        try:
            async with self._http.stream(method, address(endpoint.base, path), **options) as response:
                async for part in response.aiter_bytes():
                    body.add(part)
                return body.reply(response)
        except FAILURES as error:
            raise translate(error, endpoint, seconds) from error
