"""Clients over a transport that answers by value."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import httpx2
from student_client import AsyncStudent, Outcome, Problem, Student

from .api import PROBLEM, completion, judge, settings

Handler = Callable[[httpx2.Request], httpx2.Response]
PROBLEMS = [Problem("integrate", rf"\int {n}x\,dx", ["x"]) for n in range(40)]


def answers(*contents: str) -> Handler:
    left = list(contents)
    return lambda _: httpx2.Response(200, json=completion(left.pop(0)))


def student(handler: Handler, **options: Any) -> Student:
    fields = options.pop("fields", {})
    made = Student(settings(**fields), transport=httpx2.MockTransport(handler), **{"verifier": judge} | options)
    made._sleep = lambda _: None
    return made


def both(handler: Handler, **options: Any) -> Iterator[Outcome]:
    """Ask with either client, so that a test holds for both."""
    fields = options.pop("fields", {})
    with Student(settings(**fields), transport=httpx2.MockTransport(handler), **{"verifier": judge} | options) as one:
        one._sleep = lambda _: None
        yield one.plan(PROBLEM)

    async def ask() -> Outcome:
        transport = httpx2.MockTransport(handler)
        async with AsyncStudent(settings(**fields), transport=transport, **{"verifier": judge} | options) as two:
            two._sleep = no_sleep
            return await two.plan(PROBLEM)

    yield asyncio.run(ask())


async def no_sleep(_: float) -> None:
    return None


def failing(error: Exception) -> Handler:
    def handler(_: httpx2.Request) -> httpx2.Response:
        raise error

    return handler


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error
