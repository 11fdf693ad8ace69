"""The API's messages: requests, answers, and the text of each error."""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace
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
from student_client._asking.endpoint import student, teacher
from student_client._asking.protocol import Reply, read_completion, read_models
from student_client._asking.retry_after import retry_after
from student_client._prompt import GENERAL

from ..api import GOOD, KEY, PROBLEM, WRONG, completion, error_body, settings

STUDENT = student(settings())


def reply(body: Any, status: int = 200, **headers: str) -> Reply:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Reply(status, {name.replace("_", "-"): value for name, value in headers.items()}, content)


def sent(endpoint: Any) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(endpoint.body(PROBLEM, 0.3))
    return data


def test_request_has_all_fields() -> None:
    body = sent(STUDENT)
    assert body == {
        "model": "student-nano",
        "messages": PROBLEM.messages(),
        "temperature": 0.3,
        "max_tokens": 512,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "plan", "strict": True, "schema": plan_schema()},
        },
    }


def test_key_is_in_the_header_alone() -> None:
    """It is not in the repr."""
    assert STUDENT.headers()["authorization"] == f"Bearer {KEY}"
    assert KEY not in repr(STUDENT)
    assert "authorization" not in student(settings(api_key=None)).headers()


def test_teacher_is_asked_its_way() -> None:
    """The same, with the fields that its model requires."""
    on: dict[str, Any] = {"teacher_mode": "openai", "teacher_api_key": KEY}
    mini = teacher(settings(**on))
    luna = teacher(settings(**on, teacher_model="gpt-6-luna"))
    assert mini is not None
    assert luna is not None
    general = student(settings(model_name="qwen"))
    body = sent(mini)
    assert body["messages"] == sent(general)["messages"] == GENERAL.messages(PROBLEM)
    assert body["response_format"]["json_schema"]["schema"] == plan_schema()
    assert (body["model"], body["max_tokens"]) == ("gpt-4o-mini", 2048)
    assert body.keys() == sent(STUDENT).keys()
    assert sent(teacher(settings(**on, teacher_prompt="nano"))) == sent(STUDENT) | {
        "model": "gpt-4o-mini",
        "max_tokens": 2048,
    }
    body = sent(luna)
    assert body["reasoning_effort"] == "none"
    assert body["max_completion_tokens"] == 2048
    assert not {"temperature", "max_tokens"} & set(body)


def test_general_model_is_bound() -> None:
    """The request turns thinking off, and bounds the strings."""
    body = sent(student(settings(model_name="qwen3-8b")))
    assert body["chat_template_kwargs"] == {"enable_thinking": False}
    assert body["response_format"]["json_schema"]["schema"] == plan_schema(lengths=True)
    tgi = json.loads(student(settings(model_name="qwen3-8b")).body(PROBLEM, 0.3, "tgi"))
    assert "chat_template_kwargs" not in tgi
    assert tgi["response_format"]["value"]["schema"] == plan_schema()


@pytest.mark.parametrize(
    "text",
    [
        f"<think>\nx**2? {WRONG}\n</think>\n\n{GOOD}",
        f"Integrate {WRONG}.</think>{GOOD}",
        f"<think></think>{GOOD}",
        GOOD,
    ],
)
def test_thinking_is_not_the_plan(text: str) -> None:
    read = read_completion(reply(completion(text, reasoning_content=WRONG)), STUDENT)
    assert read.plan_text(STUDENT) == GOOD


@pytest.mark.parametrize(
    ("content", "message"), [(f"<think>{GOOD}", {}), (None, {"reasoning_content": GOOD}), ("", {"reasoning": GOOD})]
)
def test_thinking_alone_is_no_plan(content: str | None, message: dict[str, Any]) -> None:
    with pytest.raises(InvalidPlan, match="it only thought aloud"):
        read_completion(reply(completion(content, **message)), STUDENT).plan_text(STUDENT)


def test_completion_has_tokens() -> None:
    read = read_completion(reply(completion(GOOD)), STUDENT)
    assert (read.plan_text(STUDENT), read.tokens_in, read.tokens_out) == (GOOD, 400, 50)


@pytest.mark.parametrize("usage", [None, [], {"prompt_tokens": "many", "completion_tokens": -1}, {}])
def test_uncounted_tokens_are_none(usage: Any) -> None:
    read = read_completion(reply(completion(GOOD) | {"usage": usage}), STUDENT)
    assert (read.tokens_in, read.tokens_out) == (None, None)


def test_cut_text_is_truncated() -> None:
    """Even if it looks whole."""
    with pytest.raises(TruncatedPlan, match=r"cut after 50 tokens\. Fix: raise STUDENT_PLAN_TOKENS") as caught:
        read_completion(reply(completion(GOOD, "length")), STUDENT).plan_text(STUDENT)
    assert caught.value.text == GOOD


@pytest.mark.parametrize("content", [None, ""])
def test_no_text_is_no_plan(content: str | None) -> None:
    with pytest.raises(InvalidPlan, match="wrote no text"):
        read_completion(reply(completion(content)), STUDENT).plan_text(STUDENT)


def test_refusal_is_said() -> None:
    with pytest.raises(InvalidPlan, match=r"it refused: not today"):
        read_completion(reply(completion(None, refusal="not\ntoday")), STUDENT).plan_text(STUDENT)


def test_surrogate_becomes_printable() -> None:
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
def test_other_body_is_bad_response(body: bytes) -> None:
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
def test_any_json_crashes_nothing(data: Any) -> None:
    for read in (read_completion, read_models):
        with contextlib.suppress(RequestFailed):
            read(reply(data), STUDENT)


@given(st.binary(max_size=200), st.integers(100, 599), st.text(max_size=20))
def test_any_error_is_one_line(body: bytes, status: int, wait: str) -> None:
    """It is printable and has a fix."""
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
        (400, BadResponse, "Fix: correct the setting that it names"),
        (413, BadResponse, "Fix: correct the setting that it names"),
    ],
)
def test_status_has_error_and_fix(status: int, kind: type[RequestFailed], words: str) -> None:
    with pytest.raises(kind) as caught:
        read_completion(reply(error_body("the server's words."), status, x_request_id="r", retry_after="7"), STUDENT)
    error = caught.value
    assert (type(error), error.status, error.request_id, error.retry_after) == (kind, status, "r", 7.0)
    assert words in str(error)
    assert "http://localhost:8001/v1" in str(error)
    if status != 301:
        assert "the server's words" in str(error)


REMOTE = replace(STUDENT, base="https://llm.example/v1")
OPERATORS = ("make ", "docker", "env/student.env")  # commands and files of the stack's own host


@pytest.mark.parametrize("status", [400, 401, 403, 404, 408, 413, 422, 424, 429, 500, 502, 503, 504])
def test_remote_client_gets_own_fixes(status: int) -> None:
    """Nothing that only an operator can do."""
    with pytest.raises(RequestFailed) as caught:
        read_completion(reply(error_body("words"), status, x_request_id="req-7"), REMOTE)
    fix = str(caught.value).partition("Fix: ")[2]
    assert not [word for word in OPERATORS if word in fix], fix
    if status >= 500 or status in {401, 403, 424}:
        assert fix.endswith("ask the operator of https://llm.example/v1, with the request id req-7")


@pytest.mark.parametrize("answer", [completion(GOOD, "length"), completion(None)])
def test_remote_client_after_no_plan(answer: Any) -> None:
    """The hint names the setting."""
    with pytest.raises(InvalidPlan) as caught:
        read_completion(reply(answer), REMOTE).plan_text(REMOTE)
    fix = str(caught.value).partition("Fix: ")[2]
    assert not [word for word in (*OPERATORS, "engine") if word in fix], fix


def test_repeated_key_is_not_shown() -> None:
    """The server repeats it in its message."""
    for body, status in ((error_body(f"bad key {KEY}"), 401), (f"your key is {KEY}".encode(), 200)):
        with pytest.raises(RequestFailed) as caught:
            read_completion(reply(body, status), STUDENT)
        assert KEY not in str(caught.value)


def test_models_by_name() -> None:
    assert read_models(reply({"data": [{"id": "a"}, {"id": "b"}]}), STUDENT) == ["a", "b"]


def test_retry_after_date() -> None:
    soon = datetime.now(timezone.utc) + timedelta(seconds=60)
    wait = retry_after({"retry-after": format_datetime(soon, usegmt=True)})
    assert wait is not None
    assert 55 < wait <= 60


@pytest.mark.parametrize("value", [None, "", "soon", "-1", "nan", "inf", "1e9", "0\x1f", "Mon, 99 Foo 2026"])
def test_retry_after_nonsense(value: str | None) -> None:
    headers = {} if value is None else {"retry-after": value, "retry-after-ms": value}
    assert retry_after(headers) is None
