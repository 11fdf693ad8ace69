"""``plan_many`` of both clients: its order, its concurrency, and streams that are left."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from student_client import AsyncStudent, Outcome, Problem

from .api import GOOD, PROBLEM, completion, judge, settings
from .transports import PROBLEMS, Handler, answers, student


def reversed_engine(total: int) -> Handler:
    """Hold requests until ``total`` are there, then answer; problem 3's request breaks."""
    barrier = threading.Barrier(total)

    def handler(request: httpx2.Request) -> httpx2.Response:
        barrier.wait(60)
        if r"\\int 3x" in request.content.decode():
            return httpx2.Response(400)
        return httpx2.Response(200, json=completion(GOOD))

    return handler


def test_many_keep_the_order() -> None:
    """They are asked at once, and one failure does not end the rest."""
    with student(reversed_engine(8)) as one:
        outcomes = list(one.plan_many(PROBLEMS, concurrency=8))
    assert [outcome.problem for outcome in outcomes] == PROBLEMS
    assert [number for number, outcome in enumerate(outcomes) if outcome.error] == [3]
    assert sum(outcome.accepted for outcome in outcomes) == 39


def test_many_stream_endless_input() -> None:
    """The stream can be left."""

    def endless() -> Iterator[Problem]:
        while True:
            yield PROBLEM

    with student(lambda _: httpx2.Response(200, json=completion(GOOD))) as one:
        stream = one.plan_many(endless(), concurrency=2)
        assert all(next(stream).accepted for _ in range(50))
        stream.close()  # type: ignore[attr-defined]


def test_many_async_keep_the_order() -> None:
    """They stay within the concurrency."""
    running = most = 0

    async def handler(request: httpx2.Request) -> httpx2.Response:
        nonlocal running, most
        running += 1
        most = max(most, running)
        while most < 4:  # the test fails by its time-out if there are never four
            await asyncio.sleep(0.001)
        await asyncio.sleep(0.001 * (hash(request.content) % 5))
        running -= 1
        return httpx2.Response(400 if r"\\int 3x" in request.content.decode() else 200, json=completion(GOOD))

    async def ask() -> list[Outcome]:
        async with AsyncStudent(settings(), httpx2.MockTransport(handler), judge) as two:
            return [outcome async for outcome in two.plan_many(PROBLEMS, concurrency=4)]

    outcomes = asyncio.run(ask())
    assert [outcome.problem for outcome in outcomes] == PROBLEMS
    assert [number for number, outcome in enumerate(outcomes) if outcome.error] == [3]
    assert most == 4


def test_many_async_left_cancels() -> None:
    async def handler(_: httpx2.Request) -> httpx2.Response:
        if len(started) >= 1:
            await asyncio.sleep(3600)
        started.append(1)
        return httpx2.Response(200, json=completion(GOOD))

    started: list[int] = []

    async def ask() -> int:
        async with AsyncStudent(settings(), httpx2.MockTransport(handler), judge) as two:
            stream: Any = two.plan_many(PROBLEMS, concurrency=4)
            async for _ in stream:
                break
            await stream.aclose()
        return len(asyncio.all_tasks())

    assert asyncio.run(ask()) == 1


@pytest.mark.parametrize("concurrency", [0, -1])
def test_concurrency_below_one(concurrency: int) -> None:
    with student(answers()) as one, pytest.raises(ValueError, match="expected 1 or more"):
        list(one.plan_many(PROBLEMS, concurrency=concurrency))


def test_one_client_many_threads() -> None:
    with student(lambda _: httpx2.Response(200, json=completion(GOOD))) as one:
        threads = [threading.Thread(target=lambda: results.append(one.plan(PROBLEM))) for _ in range(16)]
        results: list[Outcome] = []
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert all(outcome.accepted for outcome in results)
    assert len(results) == 16
