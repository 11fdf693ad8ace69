"""Student and AsyncStudent over a transport that answers by value."""

from __future__ import annotations

import asyncio
import json
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from errno import ECONNREFUSED
from typing import Any

import httpx2
import pytest
from student_client import (
    AsyncStudent,
    AuthenticationFailed,
    BadResponse,
    ConfigurationError,
    ConnectionFailed,
    Outcome,
    Plan,
    Problem,
    Reading,
    RequestTimeout,
    Student,
    Verdict,
    structure_only,
)
from student_client._asking.transport import MAX_BODY

from .api import GOOD, KEY, PROBLEM, UNSURE, WRONG, completion, judge, settings

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


def test_accepted_plan_has_a_result() -> None:
    for outcome in both(lambda _: httpx2.Response(200, json=completion(GOOD))):
        assert (outcome.accepted, outcome.result, outcome.author) == (True, "x**2", "student")


def test_rejected_plan_is_not_returned() -> None:
    for outcome in both(lambda _: httpx2.Response(200, json=completion(WRONG))):
        assert (outcome.accepted, outcome.plan, outcome.result) == (False, None, None)
        assert len(outcome.attempts) == 3


def test_request_has_path_and_key() -> None:
    seen: list[httpx2.Request] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return httpx2.Response(200, json=completion(GOOD))

    list(both(handler))
    for request in seen:
        assert (request.method, str(request.url)) == ("POST", "http://localhost:8001/v1/chat/completions")
        assert request.headers["authorization"] == f"Bearer {KEY}"
        assert request.headers["content-type"] == "application/json"
    assert len(seen) == 2


def test_failures_are_raised() -> None:
    clients = both(lambda _: httpx2.Response(401))
    with pytest.raises(AuthenticationFailed):
        next(clients)

    async def ask() -> None:
        async with AsyncStudent(settings(), httpx2.MockTransport(lambda _: httpx2.Response(401)), judge) as two:
            await two.plan(PROBLEM)

    with pytest.raises(AuthenticationFailed):
        asyncio.run(ask())


def failing(error: Exception) -> Handler:
    def handler(_: httpx2.Request) -> httpx2.Response:
        raise error

    return handler


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (caused(httpx2.ConnectError("x"), ConnectionRefusedError()), ConnectionFailed, r"\(connection refused\)"),
        (httpx2.ConnectError(f"Multiple: [Errno {ECONNREFUSED}] ..."), ConnectionFailed, r"\(connection refused\)"),
        (httpx2.ConnectTimeout("x"), ConnectionFailed, "no connection within"),
        (httpx2.ReadTimeout("x"), RequestTimeout, "within 30 s. Fix: raise STUDENT_TIMEOUT_SECONDS"),
        (httpx2.RemoteProtocolError("x"), ConnectionFailed, "the connection broke"),
        (httpx2.ReadError(""), ConnectionFailed, "the connection broke"),
        (httpx2.DecodingError("x"), BadResponse, "damaged"),
        (caused(httpx2.ConnectError("x"), ssl.SSLCertVerificationError()), ConnectionFailed, "SSL_CERT_FILE"),
        (httpx2.InvalidURL("x"), ConfigurationError, "STUDENT_API_BASE"),
    ],
)
def test_transport_failure_has_a_fix(error: Exception, kind: type[Exception], words: str) -> None:
    """It names the address."""
    with student(failing(error)) as one, pytest.raises(kind, match=words) as caught:
        one.plan(PROBLEM)
    assert "http://localhost:8001/v1" in str(caught.value)


def test_endless_answer_is_cut_off() -> None:
    def handler(_: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, content=(b"x" * 65536 for _ in range(10 * MAX_BODY // 65536)))

    with student(handler) as one, pytest.raises(BadResponse, match="longer than"):
        one.plan(PROBLEM)


def test_trickle_is_a_time_out() -> None:
    def trickle() -> Iterator[bytes]:
        for _ in range(200):
            time.sleep(0.005)
            yield b" "

    with (
        student(lambda _: httpx2.Response(200, content=trickle()), fields={"timeout_seconds": 0.05}) as one,
        pytest.raises(RequestTimeout),
    ):
        one.plan(PROBLEM)


def test_models_are_listed() -> None:
    body = {"data": [{"id": "student-nano"}]}
    with student(lambda _: httpx2.Response(200, json=body)) as one:
        assert one.models() == ["student-nano"]

    async def ask() -> list[str]:
        async with AsyncStudent(settings(), httpx2.MockTransport(lambda _: httpx2.Response(200, json=body))) as two:
            return await two.models()

    assert asyncio.run(ask()) == ["student-nano"]


def test_failed_verifier_is_undecided() -> None:
    def broken(problem: Problem, plan: Plan) -> Verdict:
        raise ZeroDivisionError("oops")

    for outcome in both(lambda _: httpx2.Response(200, json=completion(GOOD)), verifier=broken):
        assert not outcome.accepted
        assert outcome.verdict == Verdict("undecided", "the verifier failed: ZeroDivisionError: oops")


def test_no_verdict_accepts_nothing() -> None:
    careless: Any = lambda problem, plan: True  # noqa: E731
    for outcome in both(lambda _: httpx2.Response(200, json=completion(GOOD)), verifier=careless):
        assert not outcome.accepted


def test_no_sympy_is_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    """The plan is asked for once."""
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    seen: list[httpx2.Request] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return httpx2.Response(200, json=completion(GOOD))

    with student(handler, verifier=None) as one:
        outcome = one.plan(PROBLEM)
    assert not outcome.accepted
    assert outcome.verdict == structure_only(PROBLEM, Plan.parse(GOOD))
    assert "pip install sympy python-flint" in outcome.verdict.reason
    assert len(seen) == 1


def test_sympy_is_used_if_there() -> None:
    pytest.importorskip("sympy")
    with student(answers(WRONG, GOOD), verifier=None) as one:
        outcome = one.plan(PROBLEM)
    assert [attempt.verdict.status for attempt in outcome.attempts if attempt.verdict] == ["rejected", "accepted"]
    assert outcome.result == "x**2"


class Reader:
    """A verifier that reads, too: what ``read`` returns or raises."""

    def __init__(self, reading: Any) -> None:
        self.reading = reading

    def __call__(self, problem: Problem, plan: Plan) -> Verdict:
        return judge(problem, plan)

    def read(self, problem: Problem) -> Any:
        assert problem == PROBLEM
        if isinstance(self.reading, Exception):
            raise self.reading
        return self.reading


def test_problem_is_read_first() -> None:
    """Before anyone is asked."""
    unread = Reading(False, "the problem is not understood: 2. Fix: put it otherwise")
    for outcome in both(failing(AssertionError("asked")), verifier=Reader(unread)):
        assert (outcome.reading, outcome.attempts, outcome.unreadable) == (unread, (), True)
        assert outcome.verdict is not None
        assert outcome.verdict.reason.startswith(f"no model was asked: {unread.text}")


def test_unreadable_may_be_asked_once() -> None:
    unread = Reading(False, "the problem is not understood")
    handler = completion(UNSURE)
    fields = {"on_unreadable": "ask"}
    for outcome in both(lambda _: httpx2.Response(200, json=handler), verifier=Reader(unread), fields=fields):
        assert (len(outcome.attempts), outcome.accepted) == (1, False)


@pytest.mark.parametrize("reading", [None, ZeroDivisionError("oops"), "text", Reading(True, "2*x")])
def test_failed_reader_read_nothing(reading: Any) -> None:
    for outcome in both(lambda _: httpx2.Response(200, json=completion(GOOD)), verifier=Reader(reading)):
        assert outcome.accepted
        assert outcome.reading == (reading if isinstance(reading, Reading) else None)


def test_reading_frees_the_event_loop() -> None:
    ticking = threading.Event()

    class Slow(Reader):
        def read(self, problem: Problem) -> Any:
            assert ticking.wait(60)  # the loop continues while this waits

    async def ask() -> Outcome:
        transport = httpx2.MockTransport(lambda _: httpx2.Response(200, json=completion(GOOD)))
        async with AsyncStudent(settings(), transport, Slow(None)) as two:
            asked = asyncio.ensure_future(two.plan(PROBLEM))
            await asyncio.sleep(0)
            asyncio.get_running_loop().call_later(0.01, ticking.set)
            return await asked

    assert asyncio.run(ask()).accepted


def test_symbolic_reads_first() -> None:
    """Before anyone is asked."""
    pytest.importorskip("sympy")
    unread = Problem("find the marginal cost", "x^2", ["x"])
    with student(failing(AssertionError("asked")), verifier=None) as one:
        outcomes = list(one.plan_many([unread, Problem("simplify", r"\log x", ["x"])], concurrency=2))
    assert [outcome.unreadable for outcome in outcomes] == [True, True]
    with student(answers(GOOD), verifier=None) as one:
        outcome = one.plan(PROBLEM)
    assert outcome.reading is not None
    assert (outcome.accepted, outcome.reading.text) == (True, "the integral in x of 2*x")


def test_own_verifier_is_left_open() -> None:
    class Closing:
        closed = False

        def __call__(self, problem: Problem, plan: Plan) -> Verdict:
            return judge(problem, plan)

        def close(self) -> None:
            self.closed = True

    verifier = Closing()
    with student(answers(GOOD), verifier=verifier) as one:
        one.plan(PROBLEM)
    assert not verifier.closed


def test_retired_teacher_is_a_warning() -> None:
    on = {"teacher_mode": "openai", "teacher_api_key": "k"}
    with (
        pytest.warns(UserWarning, match=r"gpt-4o-mini.*2027-01-14.*TEACHER_MODEL=gpt-6-luna"),
        student(answers(), fields=on),
    ):
        pass


def test_teachers_key_stays_with_it() -> None:
    seen: dict[str, str] = {}

    def handler(request: httpx2.Request) -> httpx2.Response:
        seen[request.url.host] = request.headers["authorization"]
        return httpx2.Response(200, json=completion(WRONG))

    on = {"teacher_mode": "openai", "teacher_api_key": "tk", "teacher_api_base": "http://t/v1", "teacher_model": "m"}
    with student(handler, fields=on) as one:
        one.plan(PROBLEM)
    assert seen == {"localhost": f"Bearer {KEY}", "t": "Bearer tk"}


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


def test_outcome_is_json() -> None:
    with student(answers(WRONG, "no", GOOD)) as one:
        data = json.loads(json.dumps(one.plan(PROBLEM).to_dict()))
    assert data["verified"] is True
    assert data["plan"] == json.loads(GOOD)
    expected = {"status": "accepted", "reason": "as it should be", "result": "x**2", "reading": None, "latex": None}
    assert data["verdict"] == expected | {"final": False}
    assert data["reading"] is None
    assert [attempt["error"] and attempt["error"]["type"] for attempt in data["attempts"]] == [
        None,
        "InvalidPlan",
        None,
    ]
