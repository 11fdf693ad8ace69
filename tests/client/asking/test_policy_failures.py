"""The policy's decisions when requests fail: retries, waits, lengths, the deadline, the circuit."""

from __future__ import annotations

import pytest
from student_client import (
    AuthenticationFailed,
    BadResponse,
    ConnectionFailed,
    EngineNotReady,
    RateLimited,
    RequestFailed,
    RequestTimeout,
    TruncatedPlan,
)
from student_client._asking.breaker import FAILURES, OPEN_SECONDS, Breaker

from ..api import GOOD, WRONG, settings
from .policy_world import DOWN, SLOW, TEACHER, World


@pytest.mark.parametrize("failure", [409, 500, 502, 503, 504, 408, 429, DOWN])
def test_transport_failure_is_retried(failure: int | RequestFailed) -> None:
    """Within the attempt."""
    world = World(settings(), [failure, failure, GOOD])
    outcome = world.solve()
    assert outcome.accepted
    assert world.authors == [("student", 0.0)] * 3
    assert len(outcome.attempts) == 1


def test_waits_double() -> None:
    world = World(settings(), [500, 500, GOOD])
    world.solve()
    assert world.slept == [0.5, 1.0]
    world = World(settings(), [429, 503, GOOD])
    world.solve()
    assert world.slept == [4.5, 5.0]


@pytest.mark.parametrize("failure", [401, 403, 400, 404, 422])
def test_persons_fault_is_final(failure: int) -> None:
    """A fault that a person must correct is neither retried nor escalated."""
    world = World(settings(**TEACHER), [failure])
    outcome = world.solve()
    assert len(world.asked) == 1
    assert isinstance(outcome.error, AuthenticationFailed | BadResponse)


def test_endless_answer_is_retried() -> None:
    """Once, with a higher temperature."""
    world = World(settings(), [SLOW, SLOW])
    assert world.solve().error is SLOW
    assert world.authors == [("student", 0.0), ("student", 0.3)]
    outcome = World(settings(), [SLOW, WRONG, GOOD]).solve()
    assert (outcome.accepted, outcome.error, len(outcome.attempts)) == (True, None, 3)
    assert outcome.attempts[0].error is SLOW


def test_endless_answers_keep_circuit() -> None:
    """It stays closed."""
    world = World(settings(), [SLOW] * 2 * FAILURES)
    for _ in range(FAILURES):
        assert world.solve().error is SLOW
    world.answers = [GOOD]
    assert world.solve().accepted


def test_cut_doubles_the_length() -> None:
    """Up to the setting."""
    world = World(settings(plan_tokens=100, max_tokens=300), ["cut", "cut", "cut"])
    outcome = world.solve()
    assert world.lengths == [100, 200, 300]
    assert [type(attempt.error) for attempt in outcome.attempts] == [TruncatedPlan] * 3
    world = World(settings(plan_tokens=100, max_tokens=300, **TEACHER), [WRONG, WRONG, WRONG, GOOD])
    world.solve()
    assert world.lengths == [100, 100, 100, 300]


def test_cut_answers_keep_circuit() -> None:
    """It stays closed."""
    world = World(settings(), ["cut"] * 3 * FAILURES + [GOOD])
    for _ in range(FAILURES):
        assert not world.solve().accepted
    assert world.solve().accepted


@pytest.mark.parametrize("failures", [[DOWN] * 3, [429] * 3, [503] * 3, [500] * 3])
def test_teacher_helps_absent_student(failures: list[int | RequestFailed]) -> None:
    world = World(settings(**TEACHER), [*failures, GOOD])
    outcome = world.solve()
    assert (outcome.author, outcome.error) == ("teacher", None)
    assert len(outcome.attempts) == 2


def test_attempts_end_if_engine_goes() -> None:
    outcome = World(settings(), [WRONG, 503, 503, 503]).solve()
    assert isinstance(outcome.error, EngineNotReady)
    assert len(outcome.attempts) == 2


def test_one_deadline_for_all() -> None:
    """For attempts, waits and time-outs."""
    world = World(settings(deadline_seconds=2.5), [WRONG, WRONG, WRONG])
    outcome = world.solve()
    assert [timeout for *_, timeout in world.asked] == [2.5, 1.25, 0.25]  # the same plan is judged once
    assert outcome.seconds <= 3.5
    world = World(settings(deadline_seconds=1.2), [DOWN])
    assert world.solve().error is DOWN
    assert world.slept == []


def test_no_time_left_is_a_time_out() -> None:
    """The teacher is not asked."""
    world = World(settings(**TEACHER, deadline_seconds=1), [WRONG])
    outcome = world.solve()
    assert isinstance(outcome.error, RequestTimeout)
    assert "STUDENT_DEADLINE_SECONDS" in str(outcome.error)


def test_cut_request_names_deadline() -> None:
    outcome = World(settings(deadline_seconds=5), [SLOW]).solve()
    assert "no accepted plan within 5 s. Fix: raise STUDENT_DEADLINE_SECONDS" in str(outcome.error)


def test_circuit_opens_and_probes() -> None:
    """It opens after failures in a row, and lets one probe through later."""
    world = World(settings(), [DOWN] * 5)
    assert world.solve().error is DOWN
    error = world.solve().error
    assert isinstance(error, ConnectionFailed)
    assert "not asked" in str(error)
    assert "nothing there" in str(error)
    assert len(world.asked) == FAILURES
    world.solve()
    assert len(world.asked) == FAILURES
    world.now += OPEN_SECONDS
    world.answers = [GOOD, GOOD]
    assert world.solve().accepted
    assert world.solve().accepted


def test_patient_call_waits() -> None:
    world = World(settings(), [DOWN] * 5)
    world.solve()
    world.solve()
    world.answers = [GOOD]
    outcome = world.solve(patient=True)
    assert outcome.accepted
    assert sum(world.slept[-10:]) == pytest.approx(OPEN_SECONDS)


def test_patient_call_has_a_deadline() -> None:
    world = World(settings(deadline_seconds=5), [DOWN] * 5)
    world.solve()
    world.solve()
    assert isinstance(world.solve(patient=True).error, ConnectionFailed)


def test_refusals_keep_the_circuit() -> None:
    """They do not open it."""
    world = World(settings(), [429, 429, 429] * 3)
    for _ in range(3):
        assert isinstance(world.solve().error, RateLimited)
    assert len(world.asked) == 9


def test_half_open_lets_one_through() -> None:
    breaker = Breaker()
    for _ in range(FAILURES):
        breaker.failed(0.0, "down")
    assert breaker.wait(1.0) == OPEN_SECONDS - 1
    assert breaker.wait(OPEN_SECONDS) == 0
    assert breaker.wait(OPEN_SECONDS) == OPEN_SECONDS
    breaker.succeeded()
    assert breaker.wait(OPEN_SECONDS) == 0
