"""The API's messages: what is sent, what is read, and what each error says."""

from __future__ import annotations

import contextlib
import json
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from student_client import (
    AuthenticationFailed,
    BadResponse,
    EngineNotReady,
    InvalidPlan,
    RateLimited,
    RequestFailed,
    RequestTimeout,
    TruncatedPlan,
    plan_schema,
)
from student_client._asking.protocol import Reply, read_completion, read_models, retry_after, student, teacher

from ..api import GOOD, KEY, PROBLEM, completion, error_body, settings

STUDENT = student(settings())


def reply(body: Any, status: int = 200, **headers: str) -> Reply:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Reply(status, {name.replace("_", "-"): value for name, value in headers.items()}, content)


def sent(endpoint: Any) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(endpoint.body(PROBLEM, 0.3))
    return data


def test_a_request_has_all_that_the_engines_need() -> None:
    body = sent(STUDENT)
    assert body == {
        "model": "student-nano",
        "messages": PROBLEM.messages(),
        "temperature": 0.3,
        "max_tokens": 2048,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "plan", "strict": True, "schema": plan_schema()},
        },
    }


def test_the_key_is_in_the_header_and_not_in_repr() -> None:
    assert STUDENT.headers()["authorization"] == f"Bearer {KEY}"
    assert KEY not in repr(STUDENT)
    assert "authorization" not in student(settings(api_key=None)).headers()


def test_the_teacher_is_asked_the_same_in_the_way_its_model_wants() -> None:
    on: dict[str, Any] = {"teacher_mode": "openai", "teacher_api_key": KEY}
    mini = teacher(settings(**on))
    luna = teacher(settings(**on, teacher_model="gpt-6-luna"))
    assert mini is not None
    assert luna is not None
    assert sent(mini) == sent(STUDENT) | {"model": "gpt-4o-mini"}
    body = sent(luna)
    assert body["messages"] == sent(STUDENT)["messages"]
    assert body["reasoning_effort"] == "none"
    assert body["max_completion_tokens"] == 2048
    assert not {"temperature", "max_tokens"} & set(body)


def test_a_completion_is_read_with_its_tokens() -> None:
    read = read_completion(reply(completion(GOOD)), STUDENT)
    assert (read.plan_text(), read.tokens_in, read.tokens_out) == (GOOD, 400, 50)


@pytest.mark.parametrize("usage", [None, [], {"prompt_tokens": "many", "completion_tokens": -1}, {}])
def test_tokens_that_are_not_counted_are_unknown(usage: Any) -> None:
    read = read_completion(reply(completion(GOOD) | {"usage": usage}), STUDENT)
    assert (read.tokens_in, read.tokens_out) == (None, None)


def test_a_cut_text_is_truncated_even_if_it_looks_whole() -> None:
    with pytest.raises(TruncatedPlan, match="STUDENT_MAX_TOKENS") as caught:
        read_completion(reply(completion(GOOD, "length")), STUDENT).plan_text()
    assert caught.value.text == GOOD


@pytest.mark.parametrize("content", [None, ""])
def test_no_text_is_no_plan(content: str | None) -> None:
    with pytest.raises(InvalidPlan, match="wrote no text"):
        read_completion(reply(completion(content)), STUDENT).plan_text()


def test_a_refusal_is_said() -> None:
    with pytest.raises(InvalidPlan, match=r"it refused: not today"):
        read_completion(reply(completion(None, refusal="not\ntoday")), STUDENT).plan_text()


def test_half_a_surrogate_pair_becomes_text_that_can_be_printed() -> None:
    body = json.dumps(completion("\ud800")).encode()
    assert read_completion(reply(body), STUDENT).text == "?"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html><body>It works!</body></html>",
        b"{",
        b"[" * 100_000,
        b"[]",
        b"1" * 10_000,
        b"{}",
        b'{"choices":[]}',
        b'{"choices":{"0":1}}',
        b'{"choices":[{"message":null}]}',
        b'{"choices":[{"message":{"content":[]}}]}',
        b'{"choices":[3]}',
    ],
)
def test_a_body_that_is_no_completion_is_a_bad_response(body: bytes) -> None:
    with pytest.raises(BadResponse, match="Fix: ") as caught:
        read_completion(reply(body, x_request_id="r-1"), STUDENT)
    assert caught.value.request_id == "r-1"
    assert "\n" not in str(caught.value)


KEYS = st.sampled_from(["choices", "message", "content", "usage", "data", "id", "error"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


@given(JSON)
def test_any_json_is_read_or_refused_but_never_crashes(data: Any) -> None:
    for read in (read_completion, read_models):
        with contextlib.suppress(RequestFailed):
            read(reply(data), STUDENT)


@given(st.binary(max_size=200), st.integers(100, 599), st.text(max_size=20))
def test_any_error_body_gives_one_printable_line_with_a_fix(body: bytes, status: int, wait: str) -> None:
    if status == 200:
        return
    with pytest.raises(RequestFailed) as caught:
        read_completion(reply(body, status, retry_after=wait, location=wait), STUDENT)
    assert str(caught.value).isprintable()
    assert "Fix: " in str(caught.value)


@pytest.mark.parametrize(
    ("status", "kind", "words"),
    [
        (401, AuthenticationFailed, "Fix: check STUDENT_API_KEY in env/student.env"),
        (403, AuthenticationFailed, "Fix: check STUDENT_API_KEY in env/student.env"),
        (408, RequestTimeout, "try again"),
        (429, RateLimited, "Fix: wait 7 s"),
        (424, EngineNotReady, "docker compose"),
        (502, EngineNotReady, "docker compose"),
        (503, EngineNotReady, "wait 7 s"),
        (504, EngineNotReady, "docker compose"),
        (500, BadResponse, "docker compose"),
        (404, BadResponse, "student models"),
        (301, BadResponse, "redirects"),
        (400, BadResponse, "Fix: correct the setting it speaks of"),
        (413, BadResponse, "Fix: correct the setting it speaks of"),
    ],
)
def test_each_status_has_its_error_and_fix(status: int, kind: type[RequestFailed], words: str) -> None:
    with pytest.raises(kind) as caught:
        read_completion(reply(error_body("the server's words."), status, x_request_id="r", retry_after="7"), STUDENT)
    error = caught.value
    assert (type(error), error.status, error.request_id, error.retry_after) == (kind, status, "r", 7.0)
    assert words in str(error)
    assert "http://localhost:8001/v1" in str(error)
    if status != 301:
        assert "the server's words" in str(error)


def test_a_server_that_repeats_the_key_does_not_get_it_into_a_message() -> None:
    for body, status in ((error_body(f"bad key {KEY}"), 401), (f"your key is {KEY}".encode(), 200)):
        with pytest.raises(RequestFailed) as caught:
            read_completion(reply(body, status), STUDENT)
        assert KEY not in str(caught.value)


def test_models_are_listed_by_name() -> None:
    assert read_models(reply({"data": [{"id": "a"}, {"id": "b"}]}), STUDENT) == ["a", "b"]


def test_retry_after_may_be_a_date() -> None:
    soon = datetime.now(timezone.utc) + timedelta(seconds=60)
    wait = retry_after({"retry-after": format_datetime(soon, usegmt=True)})
    assert wait is not None
    assert 55 < wait <= 60


@pytest.mark.parametrize("value", [None, "", "soon", "-1", "nan", "inf", "1e9", "0\x1f", "Mon, 99 Foo 2026"])
def test_a_retry_after_without_sense_is_none(value: str | None) -> None:
    headers = {} if value is None else {"retry-after": value, "retry-after-ms": value}
    assert retry_after(headers) is None
