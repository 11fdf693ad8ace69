"""Runs work for many items: a bounded number in flight, results in the order of the input, as they come."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

AHEAD = 8
"""Work runs ahead of the oldest unfinished item by so many times the concurrency, so that a slow item blocks none."""
BEGUN = 3
"""Items that are begun for each request in flight: while one is asked, others are read, judged, or ready to ask."""


def checked(concurrency: int) -> int:
    """Return the concurrency if it is valid.

    Raises:
        ValueError: it is less than 1.
    """
    if concurrency < 1:
        raise ValueError(f"concurrency is {concurrency}, expected 1 or more")
    return concurrency


def in_order(work: Callable[[A], B], items: Iterable[A], concurrency: int) -> Iterator[B]:
    """Yield ``work(item)`` for each item, with threads; ``work`` itself bounds what it does at once."""
    waiting: deque[Future[B]] = deque()
    pool = ThreadPoolExecutor(checked(concurrency) * BEGUN, thread_name_prefix="student")
    try:
        for item in items:
            waiting.append(pool.submit(work, item))
            while waiting and (waiting[0].done() or len(waiting) >= concurrency * AHEAD):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


async def in_order_async(work: Callable[[A], Awaitable[B]], items: Iterable[A], concurrency: int) -> AsyncIterator[B]:
    """Yield ``await work(item)`` for each item, with tasks; see :func:`in_order`."""
    slots = asyncio.Semaphore(checked(concurrency) * BEGUN)
    waiting: deque[asyncio.Task[B]] = deque()

    async def run(item: A) -> B:
        async with slots:
            return await work(item)

    try:
        for item in items:
            waiting.append(asyncio.ensure_future(run(item)))
            await asyncio.sleep(0)  # lets it start, even if the next item takes long
            while waiting and (waiting[0].done() or len(waiting) >= concurrency * AHEAD):
                yield await waiting.popleft()
        while waiting:
            yield await waiting.popleft()
    finally:
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
