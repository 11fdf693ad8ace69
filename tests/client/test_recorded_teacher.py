"""The teacher over real sockets, with answers that the OpenAI API really gave."""

from __future__ import annotations

import json
from typing import Any

import pytest
from student_client import (
    AuthenticationFailed,
    BadResponse,
    ConnectionFailed,
    EngineNotReady,
    Outcome,
    RateLimited,
    RequestFailed,
    Student,
)
from student_client._prompt import GENERAL

from .api import GOOD, PROBLEM, UNSURE, WRONG, judge, settings
from .replay import RECORDED, Recording, Replay, replay

TEACHER_KEY = "sk-teacher-0123456789"
OWN_WORDS = Recording.read("success")
PLAN = Recording.read("success", content=GOOD)
LIMITED = Recording.read("rate_limited")


def asked(
    *teacher: Recording, student: str = WRONG, **fields: Any
) -> tuple[Outcome | RequestFailed, Replay, list[float]]:
    """Ask a student that answers with ``student``, then the recorded teacher; return what came, and the waits."""
    slept: list[float] = []
    with replay(Recording.read("success", content=student)) as pupil, replay(*teacher) as master:
        configured = settings(
            api_base=pupil.base,
            retry_temperatures=(),
            teacher_mode="openai",
            teacher_model="gpt-4o-mini",
            teacher_api_base=master.base,
            teacher_api_key=TEACHER_KEY,
            **fields,
        )
        with pytest.warns(UserWarning, match="gpt-6-luna"):
            one = Student(configured, verifier=judge)
        with one:
            one._sleep = slept.append
            try:
                return one.plan(PROBLEM), master, slept
            except RequestFailed as error:
                return error, master, slept


def accepted(outcome: Outcome | RequestFailed) -> Outcome:
    assert isinstance(outcome, Outcome), outcome
    assert (outcome.accepted, outcome.author, outcome.result) == (True, "teacher", "x**2")
    return outcome


def test_completion_has_cost_and_id() -> None:
    """It has its tokens too."""
    outcome, master, _ = asked(PLAN)
    last = accepted(outcome).attempts[-1]
    assert (last.tokens_in, last.tokens_out) == (12, 5)
    assert last.cost == pytest.approx((12 * 0.15 + 5 * 0.60) / 1e6)
    assert last.request_id == "req_58cff97afd0e7c0bba910ccf0b044a6f"
    head, body = master.asked[0]
    assert head.startswith("POST /v1/chat/completions HTTP/1.1")
    assert f"authorization: bearer {TEACHER_KEY}" in head.lower()
    assert body["model"] == "gpt-4o-mini"
    assert body["messages"] == GENERAL.messages(PROBLEM)


def test_cookie_is_not_sent_back() -> None:
    """Nor is it sent to the student."""
    outcome, master, _ = asked(Recording.read("server_error", "Set-Cookie: a=b"), PLAN)
    accepted(outcome)
    assert len(master.asked) == 2
    assert not [head for head, _ in master.asked if "cookie:" in head.lower()]


@pytest.mark.parametrize("text", [RECORDED, WRONG, UNSURE])
def test_no_plan_is_not_returned(text: str) -> None:
    outcome, _, _ = asked(Recording.read("success", content=text))
    assert isinstance(outcome, Outcome)
    assert (outcome.accepted, outcome.plan, outcome.author) == (False, None, None)
    assert outcome.attempts[-1].text == text


def test_refused_key_names_setting() -> None:
    """The teacher's. It is not retried."""
    error, master, slept = asked(Recording.read("unauthorized"), PLAN)
    assert isinstance(error, AuthenticationFailed)
    assert (error.status, len(master.asked), slept) == (401, 1, [])
    assert "TEACHER_API_KEY" in str(error)
    assert "Incorrect API key provided" in str(error)
    assert TEACHER_KEY not in str(error)


def test_unknown_model_is_final() -> None:
    error, master, _ = asked(Recording.read("no_such_model"), PLAN)
    assert isinstance(error, BadResponse)
    assert (error.status, len(master.asked)) == (404, 1)
    assert error.request_id == "req_e08854c4f7d5104af6fdc755caed30fc"
    assert "does not exist or you do not have access to it" in str(error)


def test_recorded_429_is_retried() -> None:
    """After a short wait of the client's own."""
    outcome, master, slept = asked(LIMITED, PLAN)
    accepted(outcome)
    assert len(master.asked) == 2
    assert len(slept) == 1
    assert 0 <= slept[0] <= 0.5


# No recording with these two was found; OpenAI's own client reads both, the first one first.
@pytest.mark.parametrize(
    ("headers", "seconds"),
    [(["retry-after: 7"], 7), (["retry-after-ms: 1500"], 1.5), (["retry-after: 7", "retry-after-ms: 1500"], 1.5)],
)
def test_retry_after_is_waited(headers: list[str], seconds: float) -> None:
    outcome, _, slept = asked(Recording.read("rate_limited", *headers), PLAN)
    accepted(outcome)
    assert seconds <= slept[0] <= seconds + 0.5


def test_limited_is_asked_three_times() -> None:
    error, master, _ = asked(LIMITED, LIMITED, LIMITED, PLAN)
    assert isinstance(error, RateLimited)
    assert (error.status, len(master.asked)) == (429, 3)
    assert "Rate limit reached for gpt-4o" in str(error)


def test_wait_beyond_the_deadline() -> None:
    error, master, slept = asked(Recording.read("rate_limited", "retry-after: 3600"), PLAN, deadline_seconds=5)
    assert isinstance(error, RateLimited)
    assert (len(master.asked), slept, error.retry_after) == (1, [], 3600)


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [("server_error", BadResponse, "Internal server error"), ("bad_gateway", EngineNotReady, "HTTP 502")],
)
def test_server_error_is_retried(name: str, kind: type[RequestFailed], words: str) -> None:
    """Then it is raised."""
    fault = Recording.read(name)
    outcome, _, _ = asked(fault, fault, PLAN)
    accepted(outcome)
    error, master, _ = asked(fault, fault, fault, PLAN)
    assert isinstance(error, kind)
    assert len(master.asked) == 3
    assert words in str(error)
    assert error.request_id == ("592b4cb57132fa43332fa570de93fb21" if name == "server_error" else None)


@pytest.mark.parametrize("length", [0, 1, 200, 700])
def test_cut_body_is_bad_response(length: int) -> None:
    error, master, _ = asked(PLAN.cut(length, broken=False), PLAN)
    assert isinstance(error, BadResponse)
    assert len(master.asked) == 1
    assert "is not JSON" in str(error)
    assert "TEACHER_API_BASE" in str(error)


def test_broken_body_is_retried() -> None:
    outcome, _, _ = asked(PLAN.cut(200, broken=True), PLAN)
    accepted(outcome)
    broken = PLAN.cut(200, broken=True)
    error, master, _ = asked(broken, broken, broken, PLAN)
    assert isinstance(error, ConnectionFailed)
    assert len(master.asked) == 3


def test_right_student_asks_no_teacher() -> None:
    outcome, master, _ = asked(PLAN, student=GOOD)
    assert isinstance(outcome, Outcome)
    assert (outcome.author, master.asked) == ("student", [])


def test_recording_is_valid_json() -> None:
    data = json.loads(OWN_WORDS.body)
    assert data["choices"][0]["message"]["content"] == RECORDED
    for name in ("unauthorized", "rate_limited", "server_error", "no_such_model"):
        assert set(json.loads(Recording.read(name).body)["error"]) == {"message", "type", "param", "code"}
