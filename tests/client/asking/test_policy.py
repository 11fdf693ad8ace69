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
    RequestFailed,
    RequestTimeout,
    Settings,
    TruncatedPlan,
)
from student_client._asking.breaker import FAILURES, OPEN_SECONDS, Breaker
from student_client._asking.policy import Policy, Send, Sleep, Verify
from student_client._asking.protocol import Reply

from ..api import GOOD, PROBLEM, UNSURE, WRONG, completion, judge, settings

TEACHER: dict[str, Any] = {"teacher_mode": "openai", "teacher_api_key": "t"}
DOWN = ConnectionFailed("nothing there")
SLOW = RequestTimeout("no answer")
ANSWER_SECONDS = 1.0


class World:
    """Answers the policy's wishes from a list, and keeps time: an answer takes a second, a time-out its time."""

    def __init__(self, configured: Settings, answers: Iterable[str | int | RequestFailed], **options: Any) -> None:
        self.now = 1000.0
        self.policy = Policy(configured, clock=lambda: self.now, dice=lambda: 1.0, **options)
        self.answers = list(answers)
        self.asked: list[tuple[str, float | None, float]] = []
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
                elif isinstance(effect, Verify):
                    self.judged.append(effect.plan.to_json())
                    effect = flow.send(judge(effect.problem, effect.plan))
                else:
                    effect = self._answer(flow, effect)
        except StopIteration as stop:
            outcome: Outcome = stop.value
            return outcome

    def _answer(self, flow: Any, send: Send) -> Any:
        self.asked.append((send.endpoint.author, json.loads(send.body).get("temperature"), send.timeout))
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


def test_an_accepted_first_attempt_is_all_there_is() -> None:
    world = World(settings(), [GOOD])
    outcome = world.solve()
    assert outcome.accepted
    assert (outcome.author, outcome.result, outcome.cost) == ("student", "x**2", 0.0)
    assert outcome.require().to_json() == GOOD
    attempt = outcome.attempts[0]
    assert (attempt.text, attempt.tokens_in, attempt.tokens_out, attempt.request_id) == (GOOD, 400, 50, "r")
    assert attempt.seconds == ANSWER_SECONDS
    assert world.authors == [("student", 0.0)]


def test_rejected_plans_lead_to_warmer_attempts_and_then_to_none() -> None:
    world = World(settings(), [WRONG, WRONG, WRONG])
    outcome = world.solve()
    assert world.authors == [("student", 0.0), ("student", 0.3), ("student", 0.3)]
    assert not outcome.accepted
    assert (outcome.plan, outcome.result, outcome.author, outcome.error) == (None, None, None, None)
    assert outcome.verdict is not None
    assert outcome.verdict.status == "rejected"
    assert len(outcome.attempts) == 3
    with pytest.raises(PlanRejected, match=r"in 3 attempts, the last word: not as it should be"):
        outcome.require()


def test_a_text_that_is_no_plan_or_cut_is_an_attempt_that_failed() -> None:
    outcome = World(settings(), ["no plan", "cut", GOOD]).solve()
    assert outcome.accepted
    assert [type(attempt.error).__name__ for attempt in outcome.attempts] == [
        "InvalidPlan",
        "TruncatedPlan",
        "NoneType",
    ]
    assert isinstance(outcome.attempts[1].error, TruncatedPlan)


def test_the_same_plan_is_judged_once_in_a_call() -> None:
    world = World(settings(**TEACHER), [WRONG, UNSURE, WRONG, WRONG, GOOD])
    outcome = world.solve()
    assert world.judged == [WRONG, UNSURE]
    verdicts = [attempt.verdict.status for attempt in outcome.attempts if attempt.verdict]
    assert verdicts == ["rejected", "undecided", "rejected", "rejected"]
    world.answers = [WRONG, GOOD]
    assert world.solve().accepted
    assert world.judged == [WRONG, UNSURE, WRONG, GOOD]


def test_the_teacher_is_asked_last_and_judged_alike() -> None:
    world = World(settings(**TEACHER), [WRONG, WRONG, WRONG, GOOD])
    outcome = world.solve()
    assert world.authors[-1] == ("teacher", 0.0)
    assert (outcome.accepted, outcome.author) == (True, "teacher")
    assert outcome.cost == pytest.approx((400 * 0.15 + 50 * 0.60) / 1e6)
    assert not World(settings(**TEACHER), [WRONG] * 4).solve().accepted


def test_a_teacher_of_unknown_price_has_unknown_cost() -> None:
    outcome = World(settings(**TEACHER, teacher_model="other"), [WRONG, WRONG, WRONG, GOOD]).solve()
    assert outcome.cost is None


def test_an_undecided_plan_is_not_accepted_and_escalates() -> None:
    world = World(settings(**TEACHER), [UNSURE] * 4)
    outcome = world.solve()
    assert len(world.asked) == 4
    assert not outcome.accepted


def test_an_undecided_plan_may_end_the_call_and_is_still_not_accepted() -> None:
    for world in (
        World(settings(**TEACHER, on_undecided="stop"), [UNSURE]),
        World(settings(**TEACHER), [UNSURE], undecided_ends=True),
    ):
        outcome = world.solve()
        assert (len(world.asked), outcome.accepted) == (1, False)
        assert outcome.attempts[0].plan is not None


@pytest.mark.parametrize("failure", [409, 500, 502, 503, 504, 408, 429, DOWN])
def test_failures_of_the_transport_are_repeated_within_the_attempt(failure: int | RequestFailed) -> None:
    world = World(settings(), [failure, failure, GOOD])
    outcome = world.solve()
    assert outcome.accepted
    assert world.authors == [("student", 0.0)] * 3
    assert len(outcome.attempts) == 1


def test_waits_double_and_honour_retry_after() -> None:
    world = World(settings(), [500, 500, GOOD])
    world.solve()
    assert world.slept == [0.5, 1.0]
    world = World(settings(), [429, 503, GOOD])
    world.solve()
    assert world.slept == [4.5, 5.0]


@pytest.mark.parametrize("failure", [401, 403, 400, 404, 422])
def test_what_a_person_must_correct_is_neither_repeated_nor_escalated(failure: int) -> None:
    world = World(settings(**TEACHER), [failure])
    outcome = world.solve()
    assert len(world.asked) == 1
    assert isinstance(outcome.error, AuthenticationFailed | BadResponse)


def test_a_request_that_ran_into_its_time_out_is_not_repeated() -> None:
    world = World(settings(), [SLOW])
    assert world.solve().error is SLOW
    assert len(world.asked) == 1


@pytest.mark.parametrize("failures", [[DOWN] * 3, [429] * 3, [503] * 3, [500] * 3, [SLOW]])
def test_the_teacher_helps_when_the_student_is_away(failures: list[int | RequestFailed]) -> None:
    world = World(settings(**TEACHER), [*failures, GOOD])
    outcome = world.solve()
    assert (outcome.author, outcome.error) == ("teacher", None)
    assert len(outcome.attempts) == 2


def test_attempts_end_when_the_student_goes_away() -> None:
    outcome = World(settings(), [WRONG, 503, 503, 503]).solve()
    assert isinstance(outcome.error, EngineNotReady)
    assert len(outcome.attempts) == 2


def test_one_deadline_holds_for_attempts_waits_and_time_outs() -> None:
    world = World(settings(deadline_seconds=2.5), [WRONG, WRONG, WRONG])
    outcome = world.solve()
    assert [timeout for *_, timeout in world.asked] == [2.5, 1.5, 0.5]
    assert outcome.seconds <= 3.5
    world = World(settings(deadline_seconds=1.2), [DOWN])
    assert world.solve().error is DOWN
    assert world.slept == []


def test_no_time_left_is_a_time_out_and_the_teacher_is_not_asked() -> None:
    world = World(settings(**TEACHER, deadline_seconds=1), [WRONG])
    outcome = world.solve()
    assert isinstance(outcome.error, RequestTimeout)
    assert "STUDENT_DEADLINE_SECONDS" in str(outcome.error)


def test_a_request_that_the_deadline_cut_short_names_the_deadline() -> None:
    outcome = World(settings(deadline_seconds=5), [SLOW]).solve()
    assert "no accepted plan within 5 s. Fix: raise STUDENT_DEADLINE_SECONDS" in str(outcome.error)


def test_the_circuit_opens_after_failures_in_a_row_and_lets_one_probe_through_later() -> None:
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


def test_a_patient_call_waits_for_the_circuit_to_close() -> None:
    world = World(settings(), [DOWN] * 5)
    world.solve()
    world.solve()
    world.answers = [GOOD]
    outcome = world.solve(patient=True)
    assert outcome.accepted
    assert sum(world.slept[-10:]) == pytest.approx(OPEN_SECONDS)


def test_a_patient_call_has_its_deadline() -> None:
    world = World(settings(deadline_seconds=5), [DOWN] * 5)
    world.solve()
    world.solve()
    assert isinstance(world.solve(patient=True).error, ConnectionFailed)


def test_refusals_do_not_open_the_circuit() -> None:
    world = World(settings(), [429, 429, 429] * 3)
    for _ in range(3):
        assert isinstance(world.solve().error, RateLimited)
    assert len(world.asked) == 9


def test_only_one_probe_goes_through_a_half_open_circuit() -> None:
    breaker = Breaker()
    for _ in range(FAILURES):
        breaker.failed(0.0, "down")
    assert breaker.wait(1.0) == OPEN_SECONDS - 1
    assert breaker.wait(OPEN_SECONDS) == 0
    assert breaker.wait(OPEN_SECONDS) == OPEN_SECONDS
    breaker.succeeded()
    assert breaker.wait(OPEN_SECONDS) == 0


def test_each_attempt_and_the_outcome_are_told_as_they_come() -> None:
    told: list[Any] = []
    outcome = World(settings(), [WRONG, GOOD], on_attempt=told.append, on_outcome=told.append).solve()
    assert tuple(told) == (*outcome.attempts, outcome)


@pytest.mark.parametrize("answers", [[GOOD], [WRONG] * 3, [UNSURE] * 3, [401], [SLOW], ["no plan"] * 3])
def test_an_outcome_is_told_once(answers: list[str | int | RequestFailed]) -> None:
    told: list[Outcome] = []
    outcome = World(settings(), answers, on_outcome=told.append).solve()
    assert told == [outcome]


ANSWERS = st.sampled_from(["no plan", "cut", "", WRONG, UNSURE, GOOD, 400, 401, 408, 429, 500, 503, DOWN, SLOW])


@given(st.lists(ANSWERS, min_size=20, max_size=20), st.booleans(), st.sampled_from([3.0, 30.0, 120.0]), st.booleans())
def test_whatever_comes_only_an_accepted_plan_is_returned_in_time(
    answers: list[str | int | RequestFailed], teacher: bool, deadline: float, patient: bool
) -> None:
    world = World(settings(**(TEACHER if teacher else {}), deadline_seconds=deadline), answers)
    outcome = world.solve(patient=patient)
    assert outcome.accepted == (outcome.plan is not None and outcome.plan.to_json() == GOOD)
    assert outcome.accepted or (outcome.plan, outcome.result, outcome.author) == (None, None, None)
    assert not (outcome.accepted and outcome.error)
    assert world.now - 1000 <= deadline + ANSWER_SECONDS
    assert len(outcome.attempts) <= 4
    assert len(world.asked) <= 3 * len(outcome.attempts)
    json.dumps(outcome.to_dict())
