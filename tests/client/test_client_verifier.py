"""Student and AsyncStudent with their verifier: it reads first, and accepts nothing when it fails."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import httpx2
import pytest
from student_client import AsyncStudent, Outcome, Plan, Problem, Reading, Verdict, structure_only

from .api import GOOD, PROBLEM, UNSURE, WRONG, completion, judge, settings
from .transports import answers, both, failing, student


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
