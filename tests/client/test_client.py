"""Student and AsyncStudent over a transport that answers by value."""

from __future__ import annotations

import asyncio
import json
import ssl
import time
from collections.abc import Iterator
from errno import ECONNREFUSED

import httpx2
import pytest
from student_client import (
    AsyncStudent,
    AuthenticationFailed,
    BadResponse,
    ConfigurationError,
    ConnectionFailed,
    RequestTimeout,
)
from student_client._asking.transport import MAX_BODY

from .api import GOOD, KEY, PROBLEM, WRONG, completion, judge, settings
from .transports import answers, both, caused, failing, student


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
