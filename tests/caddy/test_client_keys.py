"""Clients' keys: names, limits, and their traces in the log, the metrics and at the engine."""

from __future__ import annotations

import re
from collections.abc import Callable

import httpx2
import pytest
from pydantic import SecretStr
from student_client import Problem, RateLimited, RequestFailed, Settings, Student, structure_only

from tests.caddy.conftest import ALICE, KEYS
from tests.caddy.gateway_box import ENGINE_KEY, Gateway, docker, line, refusal, wait_for
from tests.caddy.scripted_engine import ScriptedEngine

pytestmark = pytest.mark.docker

BOB = "sk-bob-fedcba9876543210"
MakeGateway = Callable[..., Gateway]


@pytest.mark.parametrize(
    "header",
    [None, "", "Bearer", ALICE, f"Basic {ALICE}", f"Bearer {BOB}", f"Bearer {ALICE}x", "Bearer {env.HOME}"],
)
def test_no_valid_key_is_401(anyone: httpx2.Client, engine: ScriptedEngine, header: str | None) -> None:
    response = anyone.get("/v1/models", headers={"Authorization": header} if header is not None else {})

    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"].startswith("Bearer")
    assert refusal(response, "invalid_api_key")["type"] == "authentication_error"
    assert engine.seen == []


def test_key_elsewhere_is_401(anyone: httpx2.Client, engine: ScriptedEngine) -> None:
    """A key in the query, a cookie or X-Api-Key does not count."""
    response = anyone.get(f"/v1/models?api_key={ALICE}", headers={"X-Api-Key": ALICE, "Cookie": f"key={ALICE}"})

    assert response.status_code == 401
    assert engine.seen == []


@pytest.mark.parametrize("connection", ["keep-alive", "Authorization", "Authorization, keep-alive"])
def test_engine_gets_own_key(alice: httpx2.Client, engine: ScriptedEngine, connection: str) -> None:
    """It never gets the client's."""
    headers = {"Connection": connection, "Cookie": f"key={ALICE}", "X-Forwarded-For": "1.2.3.4"}
    response = alice.post("/v1/chat/completions", headers=headers, json={"model": "echo"})

    assert response.status_code == 200
    seen = engine.only()
    assert seen.headers["Authorization"] == f"Bearer {ENGINE_KEY}"
    assert ALICE not in str(seen)
    assert not any(name.lower().startswith("x-forwarded") for name in seen.headers)


def test_log_has_name_not_key(gateway: Gateway, alice: httpx2.Client, engine: ScriptedEngine) -> None:
    body = {"model": "status 500", "messages": [{"role": "user", "content": "a prompt of my own"}]}
    response = alice.post(f"/v1/chat/completions?key={ALICE}", json=body)
    request_id = response.headers["X-Request-Id"]

    assert engine.only().headers["X-Request-Id"] == request_id
    entry = gateway.access_log(request_id)
    assert entry["key"] == "alice"
    assert entry["status"] == 500
    assert entry["path"] == "/v1/chat/completions"
    everything = gateway.logs()
    assert not [secret for secret in (ALICE, ENGINE_KEY, "a prompt of my own") if secret in everything]


def test_config_holds_no_secret(gateway: Gateway) -> None:
    adapted = docker("exec", gateway.name, "/usr/bin/caddy", "adapt", "--config", "/etc/caddy/Caddyfile").stdout

    assert "/run/secrets/engine_key" in adapted
    assert ENGINE_KEY not in adapted


def test_requests_counted_by_name(gateway: Gateway, alice: httpx2.Client) -> None:
    """They are counted by status too."""
    ok, broken = (f'gateway_key_requests_total{{code="{code}",key="alice"}}' for code in (200, 502))
    before = gateway.metric(ok), gateway.metric(broken)

    alice.get("/v1/models")
    alice.post("/v1/completions", json={"model": "hangup"})

    assert (gateway.metric(ok), gateway.metric(broken)) == (before[0] + 1, before[1] + 1)


def test_failures_counted_by_reason(gateway: Gateway, anyone: httpx2.Client) -> None:
    series = 'gateway_auth_failures_total{reason="unknown"}'
    before = gateway.metric(series)

    anyone.get("/v1/models", headers={"Authorization": "Bearer wrong"})

    assert gateway.metric(series) == before + 1


@pytest.mark.proves("security/greedy-client", "reliability/overload")
def test_limits_by_name_and_address(make_gateway: MakeGateway) -> None:
    keys = KEYS + line("bob", BOB, "rpm=2") + line("late", "sk-late", "expires=2020-01-01T00:00:00Z")
    box = make_gateway(keys, REQUESTS_PER_MINUTE="4", AUTH_FAILURES_PER_MINUTE="3").start()

    def statuses(token: str, times: int) -> list[int]:
        with box.client(token) as client:
            return [client.get("/v1/models").status_code for _ in range(times)]

    assert statuses(BOB, 3) == [200, 200, 429], "a key's own limit"
    assert statuses(ALICE, 5) == [200, 200, 200, 200, 429], "the default for the others"
    assert statuses("sk-late", 1) == [401], "an expired key"
    assert statuses("sk-wrong", 3) == [401, 401, 429], "failures from one address"
    assert box.metric('gateway_key_limited_total{key="bob"}') == 1

    with box.client(BOB) as client:
        response = client.get("/v1/models")
    error = refusal(response, "rate_limit_exceeded")
    assert error["type"] == "rate_limit_error"
    assert "requests a minute" in error["message"]
    assert 1 <= int(response.headers["Retry-After"]) <= 60
    with box.client("sk-wrong") as client:
        assert 1 <= int(client.get("/v1/models").headers["Retry-After"]) <= 60

    box.reload()
    wait_for("the reload", lambda: "successfully reloaded" in box.logs() or None)
    assert statuses(BOB, 1) == [429], "a reload does not reset anyone's allowance"


SPAN = re.compile(r"1m0s|[0-9]{1,2}s")


def test_answers_tell_limits(make_gateway: MakeGateway) -> None:
    box = make_gateway(KEYS + line("bob", BOB, "rpm=5 tpm=1000"), FIRST_BYTE="3s").start()
    asked: list[tuple[str, dict[str, str] | None, int, int, int]] = [  # then status, requests and tokens that are left
        ("GET", None, 200, 4, 1000),
        ("POST", {"model": "usage 20 10"}, 200, 3, 1000),
        ("POST", {"model": "usage_stream 20 10"}, 200, 2, 970),
        ("POST", {"model": "silence"}, 504, 1, 940),
        ("POST", {"stream": "yes"}, 400, 0, 940),
        ("GET", None, 429, 0, 940),
    ]
    with box.client(BOB) as client:
        for method, body, status, requests, tokens in asked:
            path = "/v1/models" if method == "GET" else "/v1/chat/completions"
            response = client.request(method, path, json=body)
            assert response.status_code == status, response.text
            told = {name: value for name, value in response.headers.items() if name.startswith("x-ratelimit-")}
            for unit, limit, left in (("requests", 5, requests), ("tokens", 1000, tokens)):
                assert told.pop(f"x-ratelimit-limit-{unit}") == str(limit)
                assert told.pop(f"x-ratelimit-remaining-{unit}") == str(left), (status, unit)
                reset = told.pop(f"x-ratelimit-reset-{unit}")
                assert reset == "0s" if left == limit else SPAN.fullmatch(reset)
            assert not told
    with box.client(ALICE) as client:
        names = [name for name in client.get("/v1/models").headers if name.startswith("x-ratelimit-")]
    assert len(names) == 3, "no limit of tokens, no headers of it"


def test_client_honours_retry_after(
    make_gateway: MakeGateway, engine: ScriptedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The project's client waits as long as the gateway says, then asks again."""
    box = make_gateway(KEYS + line("bob", BOB, "rpm=1")).start()
    with box.client(BOB) as raw:
        assert raw.get("/v1/models").status_code == 200
        announced = int(raw.get("/v1/models").headers["Retry-After"])
        slept: list[float] = []

        def sleep(seconds: float) -> None:
            """Raise the limit instead of waiting for a minute."""
            slept.append(seconds)
            box.write_keys(KEYS + line("bob", BOB, "rpm=1000"))
            wait_for("the new limit", lambda: raw.get("/v1/models").status_code == 200 or None)
            engine.seen.clear()

        base = f"http://127.0.0.1:{box.port[8001]}/v1"
        settings = Settings(api_base=base, api_key=SecretStr(BOB), model_name="student-nano", deadline_seconds=300)
        with Student(settings, verifier=structure_only) as student:
            monkeypatch.setattr(student, "_sleep", sleep)
            with pytest.raises(RequestFailed) as failed:
                student.plan(Problem("integrate", "x", ["x"]))

    assert not isinstance(failed.value, RateLimited), "the scripted engine's answer is not a plan, but it was reached"
    assert engine.only().target == "/v1/chat/completions"
    assert len(slept) == 1
    assert announced - 5 <= slept[0] <= announced + 2, "the machine may be busy; the client adds a little at random"
