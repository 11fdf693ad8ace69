"""The policy's decisions, with a clock and answers by value: no network, no waiting."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from student_client import (
    AuthenticationFailed,
    BadResponse,
    ConnectionFailed,
    EngineNotReady,
    Outcome,
    PlanRejected,
    RateLimited,
    Reading,
    RequestFailed,
    RequestTimeout,
    Settings,
    TruncatedPlan,
    Verdict,
    Verifier,
)
from student_client._asking.breaker import FAILURES, OPEN_SECONDS, Breaker
from student_client._asking.policy import Policy, Read, Send, Sleep, Verify
from student_client._asking.protocol import Reply

from ..api import GOOD, PROBLEM, UNSURE, WRONG, completion, judge, settings

TEACHER: dict[str, Any] = {"teacher_mode": "openai", "teacher_api_key": "t"}
DOWN = ConnectionFailed("nothing there")
SLOW = RequestTimeout("no answer")
ANSWER_SECONDS = 1.0
VERDICT_SECONDS = 0.25


class World:
    """Answers the policy's effects from a list, and keeps time: a second for an answer, a quarter for a verdict."""

    def __init__(
        self,
        configured: Settings,
        answers: Iterable[str | int | RequestFailed],
        reading: Reading | None = None,
        verify: Verifier = judge,
        **options: Any,
    ) -> None:
        self.now = 1000.0
        self.reading = reading
        self.verify = verify
        self.policy = Policy(configured, clock=lambda: self.now, dice=lambda: 1.0, **options)
        self.answers = list(answers)
        self.asked: list[tuple[str, float | None, float]] = []
        self.lengths: list[int] = []
        self.slept: list[float] = []
        self.judged: list[str] = []

    def solve(self, **options: Any) -> Outcome:
        flow = self.policy.solve(PROBLEM, **options)
        try:
            effect = next(flow)
            while True:
                if isinstance(effect, Sleep):
                    self.slept.append(effect.seconds)
                    self.now += effect.seconds
                    effect = flow.send(None)
                elif isinstance(effect, Read):
                    effect = flow.send(self.reading)
                elif isinstance(effect, Verify):
                    self.judged.append(effect.plan.to_json())
                    self.now += VERDICT_SECONDS
                    effect = flow.send(self.verify(effect.problem, effect.plan))
                else:
                    effect = self._answer(flow, effect)
        except StopIteration as stop:
            outcome: Outcome = stop.value
            return outcome

    def _answer(self, flow: Any, send: Send) -> Any:
        self.asked.append((send.endpoint.author, json.loads(send.body).get("temperature"), send.timeout))
        self.lengths.append(json.loads(send.body)["max_tokens"])
        answer = self.answers.pop(0)
        self.now += send.timeout if isinstance(answer, RequestTimeout) else ANSWER_SECONDS
        if isinstance(answer, RequestFailed):
            return flow.throw(answer)
        if isinstance(answer, int):
            return flow.send(Reply(answer, {"retry-after": "4"} if answer in {429, 503} else {}, b""))
        finish = "length" if answer == "cut" else "stop"
        return flow.send(Reply(200, {"x-request-id": "r"}, json.dumps(completion(answer, finish)).encode()))

    @property
    def authors(self) -> list[tuple[str, float | None]]:
        return [(author, temperature) for author, temperature, _ in self.asked]


def test_accepted_first_is_all() -> None:
    world = World(settings(), [GOOD])
    outcome = world.solve()
    assert outcome.accepted
    assert (outcome.author, outcome.result, outcome.cost) == ("student", "x**2", 0.0)
    assert outcome.require().to_json() == GOOD
    attempt = outcome.attempts[0]
    assert (attempt.text, attempt.tokens_in, attempt.tokens_out, attempt.request_id) == (GOOD, 400, 50, "r")
    assert (attempt.seconds, attempt.verdict_seconds) == (ANSWER_SECONDS + VERDICT_SECONDS, VERDICT_SECONDS)
    assert world.authors == [("student", 0.0)]


def test_rejections_warm_then_end() -> None:
    """Rejected plans lead to warmer attempts, and then to none."""
    world = World(settings(), [WRONG, WRONG, WRONG])
    outcome = world.solve()
    assert world.authors == [("student", 0.0), ("student", 0.3), ("student", 0.3)]
    assert not outcome.accepted
    assert (outcome.plan, outcome.result, outcome.author, outcome.error) == (None, None, None, None)
    assert outcome.verdict is not None
    assert outcome.verdict.status == "rejected"
    assert len(outcome.attempts) == 3
    with pytest.raises(PlanRejected, match=r"in 3 attempts, the last reason: not as it should be"):
        outcome.require()


def test_no_plan_is_a_failed_attempt() -> None:
    """Even a plan that was cut."""
    outcome = World(settings(), ["no plan", "cut", GOOD]).solve()
    assert outcome.accepted
    assert [type(attempt.error).__name__ for attempt in outcome.attempts] == [
        "InvalidPlan",
        "TruncatedPlan",
        "NoneType",
    ]
    assert isinstance(outcome.attempts[1].error, TruncatedPlan)


def test_same_plan_is_judged_once() -> None:
    world = World(settings(**TEACHER), [WRONG, UNSURE, WRONG, WRONG, GOOD])
    outcome = world.solve()
    assert world.judged == [WRONG, UNSURE]
    verdicts = [attempt.verdict.status for attempt in outcome.attempts if attempt.verdict]
    assert verdicts == ["rejected", "undecided", "rejected", "rejected"]
    world.answers = [WRONG, GOOD]
    assert world.solve().accepted
    assert world.judged == [WRONG, UNSURE, WRONG, GOOD]
    asked = [attempt.verdict_seconds is not None for attempt in outcome.attempts]
    assert asked == [True, True, False, False]


def test_teacher_is_asked_last() -> None:
    """It is judged like the student."""
    world = World(settings(**TEACHER), [WRONG, WRONG, WRONG, GOOD])
    outcome = world.solve()
    assert world.authors[-1] == ("teacher", 0.0)
    assert (outcome.accepted, outcome.author) == (True, "teacher")
    assert outcome.cost == pytest.approx((400 * 0.15 + 50 * 0.60) / 1e6)
    assert not World(settings(**TEACHER), [WRONG] * 4).solve().accepted


def test_unknown_price_unknown_cost() -> None:
    outcome = World(settings(**TEACHER, teacher_model="other"), [WRONG, WRONG, WRONG, GOOD]).solve()
    assert outcome.cost is None


def test_undecided_escalates() -> None:
    """It is not accepted."""
    world = World(settings(**TEACHER), [UNSURE] * 4)
    outcome = world.solve()
    assert len(world.asked) == 4
    assert not outcome.accepted


def test_undecided_may_end_the_call() -> None:
    """It is still not accepted."""
    world = World(settings(**TEACHER, on_undecided="stop"), [UNSURE])
    outcome = world.solve()
    assert (len(world.asked), outcome.accepted) == (1, False)
    assert outcome.attempts[0].plan is not None


@pytest.mark.parametrize("status", ["undecided", "rejected"])
def test_final_verdict_ends_the_call(status: Any) -> None:
    final = Verdict(status, "so it is", final=True)
    world = World(settings(**TEACHER), [GOOD], verify=lambda *_: final)
    outcome = world.solve()
    assert (len(world.asked), outcome.accepted, outcome.verdict) == (1, False, final)


UNREAD = Reading(False, "the problem is not understood: 'frob' is not understood. Fix: say it in other words")


def test_unreadable_asks_nobody() -> None:
    told: list[Outcome] = []
    world = World(settings(**TEACHER), [GOOD], UNREAD, on_outcome=told.append)
    outcome = world.solve()
    assert (world.asked, outcome.attempts, outcome.accepted, outcome.cost) == ([], (), False, 0)
    assert (outcome.unreadable, outcome.reading, told) == (True, UNREAD, [outcome])
    assert outcome.verdict == Verdict(
        "undecided",
        f"no model was asked: {UNREAD.text}; 'student read' shows how a problem is read, "
        "STUDENT_ON_UNREADABLE=ask asks for an unverified plan",
        final=True,
    )
    with pytest.raises(PlanRejected, match=r"^no model was asked: the problem is not understood: 'frob' is not"):
        outcome.require()
    assert outcome.to_dict()["reading"] == {"understood": False, "text": UNREAD.text}


@pytest.mark.parametrize("answer", [UNSURE, WRONG, "no plan", "cut", 401, SLOW])
def test_unreadable_may_ask_once(answer: str | int) -> None:
    """Only the student."""
    world = World(settings(**TEACHER, on_unreadable="ask"), [answer], UNREAD)
    outcome = world.solve()
    assert world.authors == [("student", 0.0)]
    assert (len(outcome.attempts), outcome.accepted, outcome.unreadable) == (1, False, False)


def test_unreadable_may_be_accepted() -> None:
    """By a verifier that can judge its plan."""
    assert World(settings(on_unreadable="ask"), [GOOD], UNREAD).solve().accepted


@pytest.mark.parametrize("reading", [None, Reading(None, "the problem was not read"), Reading(True, "2*x")])
def test_readable_is_asked_as_ever(reading: Reading | None) -> None:
    world = World(settings(**TEACHER), [WRONG, UNSURE, "no plan", GOOD], reading)
    outcome = world.solve()
    assert (len(world.asked), outcome.author, outcome.reading) == (4, "teacher", reading)
    assert outcome.to_dict()["reading"] == (reading and {"understood": reading.understood, "text": reading.text})


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


def test_each_attempt_is_told() -> None:
    """The outcome too, as they come."""
    told: list[Any] = []
    outcome = World(settings(), [WRONG, GOOD], on_attempt=told.append, on_outcome=told.append).solve()
    assert tuple(told) == (*outcome.attempts, outcome)


@pytest.mark.parametrize("answers", [[GOOD], [WRONG] * 3, [UNSURE] * 3, [401], [SLOW, SLOW], ["no plan"] * 3])
def test_outcome_is_told_once(answers: list[str | int | RequestFailed]) -> None:
    told: list[Outcome] = []
    outcome = World(settings(), answers, on_outcome=told.append).solve()
    assert told == [outcome]


ANSWERS = st.sampled_from(["no plan", "cut", "", WRONG, UNSURE, GOOD, 400, 401, 408, 429, 500, 503, DOWN, SLOW])


@given(st.lists(ANSWERS, min_size=20, max_size=20), st.booleans(), st.sampled_from([3.0, 30.0, 120.0]), st.booleans())
def test_only_accepted_is_returned(
    answers: list[str | int | RequestFailed], teacher: bool, deadline: float, patient: bool
) -> None:
    """In time, for all answers."""
    world = World(settings(**(TEACHER if teacher else {}), deadline_seconds=deadline), answers)
    outcome = world.solve(patient=patient)
    assert outcome.accepted == (outcome.plan is not None and outcome.plan.to_json() == GOOD)
    assert outcome.accepted or (outcome.plan, outcome.result, outcome.author) == (None, None, None)
    assert not (outcome.accepted and outcome.error)
    assert world.now - 1000 <= deadline + ANSWER_SECONDS
    assert len(outcome.attempts) <= 4
    assert len(world.asked) <= 3 * len(outcome.attempts)
    json.dumps(outcome.to_dict())
