"""The policy's decisions when plans are accepted, rejected, undecided, or their problem is not read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from student_client import Outcome, PlanRejected, Reading, RequestFailed, TruncatedPlan, Verdict

from ..api import GOOD, UNSURE, WRONG, settings
from .policy_world import ANSWER_SECONDS, DOWN, SLOW, TEACHER, VERDICT_SECONDS, World


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
