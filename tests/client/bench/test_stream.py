from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator

import httpx2
import pytest
from student_client import AsyncStudent, Outcome
from student_client._bench.stream import StreamingTransport, Timing, timings

from ..api import GOOD, PROBLEM, error_body, judge, settings
from .server import Engine, chunks, serving


@pytest.fixture
def engine() -> Iterator[Engine]:
    with serving() as state:
        yield state


def ask(engine: Engine, **fields: object) -> tuple[Outcome, list[Timing]]:
    async def run() -> tuple[Outcome, list[Timing]]:
        noted: list[Timing] = []
        timings.set(noted)
        carrier = StreamingTransport(httpx2.AsyncHTTPTransport())
        async with AsyncStudent(settings(api_base=engine.base, **fields), carrier, judge) as student:
            return await student._run(student._policy.solve(PROBLEM)), noted

    return asyncio.run(run())


def test_streamed_is_the_plain_answer(engine: Engine) -> None:
    outcome, (timing,) = ask(engine)
    assert outcome.accepted
    (attempt,) = outcome.attempts
    assert (attempt.text, attempt.tokens_in, attempt.tokens_out, attempt.request_id) == (GOOD, 400, 50, "r1")
    (body,) = engine.asked
    assert body["stream"] is True
    assert body["stream_options"] == {"include_usage": True}
    assert body["response_format"]["json_schema"]["strict"] is True
    assert (timing.status, timing.tokens_out, len(timing.tokens)) == (200, 50, len(chunks()) - 4)


def test_streamed_times_are_in_order(engine: Engine) -> None:
    _, (timing,) = ask(engine)
    assert timing.done
    assert 0 < timing.ttft < timing.e2el
    assert sum(timing.itl) == pytest.approx(timing.tokens[-1] - timing.tokens[0])
    assert timing.tpot == pytest.approx(sum(timing.itl) / 49)


def test_streamed_passes_cuts(engine: Engine) -> None:
    engine.answer = lambda: (200, "text/event-stream", chunks(GOOD[:30], "length"))
    outcome, noted = ask(engine, retry_temperatures=())
    assert "cut after 50 tokens" in str(outcome.attempts[0].error)
    assert noted[0].done


Case = Callable[[], tuple[int, str, list[bytes]]]


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (lambda: (400, "application/json", [error_body("no such field")]), 400),
        (
            lambda: (
                200,
                "text/event-stream",
                [*chunks()[:3], b'data: {"error": {"message": "lost", "code": 400}}\n\n'],
            ),
            400,
        ),
    ],
    ids=["refused", "mid-stream"],
)
def test_streamed_passes_errors(engine: Engine, answer: Case, status: int) -> None:
    engine.answer = answer
    outcome, (timing,) = ask(engine)
    assert f"HTTP {status}" in str(outcome.error)
    assert timing.status == status
    assert not timing.done


def test_streamed_ends_in_time(engine: Engine) -> None:
    """At the request's own time, when the answer continues."""
    endless = json.dumps({"choices": [{"delta": {"content": " "}}]})

    class Endless(list[bytes]):
        def __iter__(self) -> Iterator[bytes]:
            while True:
                yield f"data: {endless}\n\n".encode()

    engine.answer = lambda: (200, "text/event-stream", Endless())
    outcome, (timing,) = ask(engine, timeout_seconds=0.3, retry_temperatures=())
    assert "no answer from" in str(outcome.error)
    assert not timing.done
