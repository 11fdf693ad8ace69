"""Who may ask: keys by name, their limits, and what the log, the metrics and the engine learn of them."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

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
def test_without_a_valid_key_there_is_nothing(
    anyone: httpx2.Client, engine: ScriptedEngine, header: str | None
) -> None:
    response = anyone.get("/v1/models", headers={"Authorization": header} if header is not None else {})

    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"].startswith("Bearer")
    assert refusal(response, "invalid_api_key")["type"] == "authentication_error"
    assert engine.seen == []


def test_a_key_elsewhere_than_in_the_header_does_not_count(anyone: httpx2.Client, engine: ScriptedEngine) -> None:
    response = anyone.get(f"/v1/models?api_key={ALICE}", headers={"X-Api-Key": ALICE, "Cookie": f"key={ALICE}"})

    assert response.status_code == 401
    assert engine.seen == []


@pytest.mark.parametrize("connection", ["keep-alive", "Authorization", "Authorization, keep-alive"])
def test_the_engine_gets_its_own_key_and_never_the_clients(
    alice: httpx2.Client, engine: ScriptedEngine, connection: str
) -> None:
    headers = {"Connection": connection, "Cookie": f"key={ALICE}", "X-Forwarded-For": "1.2.3.4"}
    response = alice.post("/v1/chat/completions", headers=headers, json={"script": "echo"})

    assert response.status_code == 200
    seen = engine.only()
    assert seen.headers["Authorization"] == f"Bearer {ENGINE_KEY}"
    assert ALICE not in str(seen)
    assert not any(name.lower().startswith("x-forwarded") for name in seen.headers)


def test_the_log_has_the_name_and_the_request_id_and_no_key(
    gateway: Gateway, alice: httpx2.Client, engine: ScriptedEngine
) -> None:
    body = {"script": "status 500", "messages": [{"role": "user", "content": "a prompt of my own"}]}
    response = alice.post(f"/v1/chat/completions?key={ALICE}", json=body)
    request_id = response.headers["X-Request-Id"]

    assert engine.only().headers["X-Request-Id"] == request_id
    entry = gateway.access_log(request_id)
    assert entry["user_id"] == "alice"
    assert entry["status"] == 500
    assert entry["request"]["uri"] == "/v1/chat/completions"
    assert "headers" not in entry["request"]
    everything = gateway.logs()
    assert not [secret for secret in (ALICE, ENGINE_KEY, "a prompt of my own") if secret in everything]


def test_the_adapted_configuration_holds_no_secret(gateway: Gateway) -> None:
    adapted = docker("exec", gateway.name, "/usr/bin/caddy", "adapt", "--config", "/etc/caddy/Caddyfile").stdout

    assert "/run/secrets/engine_key" in adapted
    assert ENGINE_KEY not in adapted


def test_requests_are_counted_by_name_and_status(gateway: Gateway, alice: httpx2.Client) -> None:
    ok, broken = (f'gateway_key_requests_total{{code="{code}",key="alice"}}' for code in (200, 502))
    before = gateway.metric(ok), gateway.metric(broken)

    alice.get("/v1/models")
    alice.post("/v1/completions", json={"script": "hangup"})

    assert (gateway.metric(ok), gateway.metric(broken)) == (before[0] + 1, before[1] + 1)


def test_failures_are_counted_by_reason(gateway: Gateway, anyone: httpx2.Client) -> None:
    series = 'gateway_auth_failures_total{reason="unknown"}'
    before = gateway.metric(series)

    anyone.get("/v1/models", headers={"Authorization": "Bearer wrong"})

    assert gateway.metric(series) == before + 1


def test_limits_by_name_and_by_address(make_gateway: MakeGateway) -> None:
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
    assert refusal(response, "rate_limit_exceeded")["type"] == "rate_limit_error"
    assert 1 <= int(response.headers["Retry-After"]) <= 60
    with box.client("sk-wrong") as client:
        assert 1 <= int(client.get("/v1/models").headers["Retry-After"]) <= 60

    box.reload()
    wait_for("the reload", lambda: "successfully reloaded" in box.logs() or None)
    assert statuses(BOB, 1) == [429], "a reload gives nobody a new allowance"


def test_the_projects_client_waits_as_long_as_the_gateway_says_and_asks_again(
    make_gateway: MakeGateway, engine: ScriptedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = make_gateway(KEYS + line("bob", BOB, "rpm=1")).start()
    with box.client(BOB) as raw:
        assert raw.get("/v1/models").status_code == 200
        announced = int(raw.get("/v1/models").headers["Retry-After"])
        slept: list[float] = []

        def sleep(seconds: float) -> None:
            """Instead of a minute's wait, a higher limit."""
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

    assert not isinstance(failed.value, RateLimited), "the scripted engine's answer is no plan, and it was reached"
    assert engine.only().target == "/v1/chat/completions"
    assert len(slept) == 1
    assert announced - 5 <= slept[0] <= announced + 2, "the machine may be busy; the client adds a little at random"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "no key in it"),
        (KEYS + "bob\n", "line 2: bob has no hash"),
        (KEYS.rstrip("\n"), "the last line does not end, the file is half-written"),
        (KEYS + f"bob {BOB}\n", "line 2: the hash of bob is not 64 hexadecimal digits"),
    ],
)
def test_a_bad_key_file_stops_the_start(make_gateway: MakeGateway, content: str, says: str) -> None:
    last = make_gateway(content).refuse_to_start()

    assert f"key file: /run/gateway/keys: {says}" in last
    assert "Fix:" in last
    assert BOB not in last


def test_a_key_file_that_others_can_read_stops_the_start(make_gateway: MakeGateway) -> None:
    box = make_gateway()
    box.write_keys(KEYS, mode=0o644)

    assert "mode 0644" in box.refuse_to_start()


@pytest.mark.parametrize(
    ("content", "says"), [("", "is empty"), ("two words\n", "has white space"), ("a\nb\n", "has white space")]
)
def test_a_bad_engine_key_stops_the_start(make_gateway: MakeGateway, content: str, says: str) -> None:
    box = make_gateway()
    box.engine_key.write_text(content)

    assert f"engine key: /run/secrets/engine_key {says}" in box.refuse_to_start()


def test_an_unreadable_engine_key_stops_the_start(make_gateway: MakeGateway) -> None:
    box = make_gateway()
    box.engine_key.chmod(0)
    if os.getuid() == 0:
        # the container's root has no right to pass over file modes, as long as the owner is someone else
        os.chown(box.engine_key, 12345, 12345)

    assert "engine key: open /run/secrets/engine_key: permission denied" in box.refuse_to_start()


def test_keys_come_and_go_by_themselves_and_streams_go_on(make_gateway: MakeGateway, engine: ScriptedEngine) -> None:
    box = make_gateway().start()
    with box.client(ALICE) as alice, box.client(BOB) as bob:
        with alice.stream("POST", "/v1/chat/completions", json={"script": "stream 4"}) as stream:
            chunks = stream.iter_raw()
            assert next(chunks) == b"data: 0\n\n"

            box.write_keys(line("bob", BOB))
            wait_for("bob's key", lambda: bob.get("/v1/models").status_code == 200 or None, seconds=5)
            assert alice.get("/v1/models").status_code == 401, "revoked at the same moment"

            box.write_keys("half-writ")
            wait_for("the refusal", lambda: "half-written" in box.logs() or None, seconds=5)
            assert bob.get("/v1/models").status_code == 200, "the old keys stay in force"
            assert box.metric("gateway_key_file_refused") == 1

            engine.go_on.release(3)
            rest = b"".join(chunks)
        assert rest == b"data: 1\n\ndata: 2\n\ndata: 3\n\ndata: [DONE]\n\n"


def test_a_changed_key_file_drops_no_connection(make_gateway: MakeGateway) -> None:
    """A reload would: Go's server closes a connection that was accepted before and asks after."""
    box = make_gateway(REQUESTS_PER_MINUTE="100000", AUTH_FAILURES_PER_MINUTE="100000").start()
    changing, asked = threading.Event(), 0

    def ask() -> int:
        nonlocal asked
        while not changing.is_set():
            with box.client(ALICE) as alice:
                assert alice.get("/v1/models").status_code == 200
            asked += 1
        return asked

    with ThreadPoolExecutor(3) as pool:
        asking = [pool.submit(ask) for _ in range(3)]
        with box.client(BOB) as bob:
            for known in (True, False) * 8:
                box.write_keys(KEYS + (line("bob", BOB) if known else ""))
                wanted = 200 if known else 401
                wait_for(f"bob gets {wanted}", lambda code=wanted: bob.get("/v1/models").status_code == code or None)
        changing.set()
        for one in asking:
            one.result()
    assert asked > 50


BAD_KEYS = {
    "empty": "",
    "half-written": KEYS.rstrip("\n"),
    "no hash": KEYS + "bob\n",
    "no name": KEYS + f"{'0' * 64}\n",
}


def test_a_bad_file_is_refused_at_a_reload_and_the_old_state_stays_in_force(
    make_gateway: MakeGateway, engine: ScriptedEngine
) -> None:
    box = make_gateway().start()
    keys, refusals = box.keys / "keys", 0

    def refused_and_unchanged(what: str) -> None:
        nonlocal refusals
        box.reload()
        refusals += 1
        wait_for(what, lambda: box.logs().count("failed to reload config from file") == refusals or None)
        engine.seen.clear()
        with box.client(ALICE) as client:
            assert client.get("/v1/models").status_code == 200, what
        assert engine.only().headers["Authorization"] == f"Bearer {ENGINE_KEY}", what

    for what, content in BAD_KEYS.items():
        box.write_keys(content)
        refused_and_unchanged(f"a key file: {what}")
    for what, mode in (("readable by all", 0o644), ("readable by nobody", 0)):
        box.write_keys(KEYS, mode)
        if os.getuid() == 0 and not mode:
            os.chown(keys, 12345, 12345)  # the container's root has no right to pass over modes, but it is the owner
        refused_and_unchanged(f"a key file: {what}")
    keys.unlink()
    refused_and_unchanged("no key file")

    box.write_keys(KEYS)
    for content in ("", "two words\n", "a\nb\n"):
        box.engine_key.write_text(content)
        refused_and_unchanged(f"the engine's key: {content!r}")
    if os.getuid() == 0:
        os.chown(box.engine_key, 12345, 12345)
    box.engine_key.chmod(0)
    refused_and_unchanged("the engine's key: readable by nobody")
