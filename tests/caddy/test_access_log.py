"""The access log: one line for each request, its fields, and the data that it must and must not have."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from tests.caddy.conftest import ALICE
from tests.caddy.gateway_box import Gateway, docker, refusal, wait_for
from tests.caddy.scripted_engine import ScriptedEngine

pytestmark = pytest.mark.docker

CHAT = "/v1/chat/completions"
MakeGateway = Callable[..., Gateway]


def lines(box: Gateway) -> list[dict[str, Any]]:
    return [json.loads(line) for line in docker("logs", box.name).stdout.splitlines()]


def ask(client: httpx2.Client, script: str, **fields: Any) -> httpx2.Response:
    body = {"model": script, "messages": [{"role": "user", "content": "1+1"}], **fields}
    return client.post(CHAT, json=body)


def test_line_has_request_and_cost(gateway: Gateway, alice: httpx2.Client, engine: ScriptedEngine) -> None:
    response = ask(alice, "usage_stream 7 2", stream=True, n=2)
    entry = gateway.access_log(response.headers["X-Request-Id"])

    assert {name: type(value) for name, value in entry.items() if name in ("time", "ms", "first_byte_ms")} == {
        "time": str,
        "ms": float,
        "first_byte_ms": float,
    }
    assert 0 < entry.pop("first_byte_ms") <= entry.pop("ms")
    assert entry.pop("time").endswith("Z")
    assert entry == {
        "level": "info",
        "id": response.headers["X-Request-Id"],
        "remote_ip": entry["remote_ip"],
        "method": "POST",
        "path": CHAT,
        "status": 200,
        "key": "alice",
        "bytes": len(response.content),
        "stream": True,
        "texts": 2,
        "tokens_in": 7,
        "tokens_out": 2,
        "upstream": f"{engine.address}:{engine.port}",
    }


def test_engine_failure_has_cause(gateway: Gateway, alice: httpx2.Client, engine: ScriptedEngine) -> None:
    """The line names the cause and the engine's address."""
    response = ask(alice, "hangup")
    entry = gateway.access_log(response.headers["X-Request-Id"])

    refusal(response, "engine_failed")
    assert (entry["level"], entry["status"], entry["code"]) == ("error", 502, "engine_failed")
    assert entry["upstream"] == f"{engine.address}:{engine.port}"
    assert "EOF" in entry["cause"] or "reset" in entry["cause"]


def test_broken_stream_is_an_error(gateway: Gateway, alice: httpx2.Client) -> None:
    """Its status is 200, since it broke after the head."""
    series = 'gateway_engine_failures_total{cause="broke_off"}'
    before = gateway.metric(series)

    body = {"model": "broken_stream", "messages": [{"role": "user", "content": "1+1"}], "stream": True}
    with alice.stream("POST", CHAT, json=body) as response, pytest.raises(httpx2.TransportError):
        response.read()

    entry = gateway.access_log(response.headers["X-Request-Id"])
    assert (entry["level"], entry["status"]) == ("error", 200)
    assert entry["cause"]
    assert gateway.metric(series) == before + 1


def test_every_site_writes_lines(gateway: Gateway) -> None:
    for port, scheme, status in ((80, "http", 426), (443, "https", 404), (8001, "http", 401)):
        url = f"{scheme}://127.0.0.1:{gateway.port[port]}/v1/models"
        response = httpx2.get(url, headers={"Host": "unknown.example"}, verify=False, timeout=60)

        assert response.status_code == status
        entry = gateway.access_log(response.headers["X-Request-Id"])
        assert (entry["status"], entry["level"], entry["path"]) == (status, "warn", "/v1/models")
        assert not {"server", "via"} & set(response.headers)


@pytest.mark.parametrize("path", ["%1b%5b31mred%0a%7b%22level%22%3a", "%ff%c3", "%e2%80%ae%c2%9b", "a" * 9000])
def test_hostile_path_stays_in_line(gateway: Gateway, anyone: httpx2.Client, path: str) -> None:
    response = anyone.get(f"/{path}")

    entry = gateway.access_log(response.headers["X-Request-Id"])
    assert entry["path"].startswith("/")
    raw = next(line for line in docker("logs", gateway.name).stdout.splitlines() if entry["id"] in line)
    assert raw.isascii()
    assert raw.isprintable()
    assert len(raw) < 2048


def test_sample_keeps_refusals(make_gateway: MakeGateway) -> None:
    box = make_gateway(LOG_SAMPLE="5").start()
    with box.client(ALICE) as client, box.client() as nobody:
        for _ in range(20):
            assert client.get("/health").status_code == 200
            assert nobody.get("/v1/models").status_code == 401

    docker("stop", box.name)
    assert [entry["sample"] for entry in lines(box) if entry["status"] == 200] == [5] * 4
    assert sum(entry["status"] == 401 for entry in lines(box)) == 20


@pytest.mark.parametrize(("level", "statuses"), [("warn", {404, 502}), ("error", {502}), ("off", set())])
def test_level_leaves_out_lower(make_gateway: MakeGateway, level: str, statuses: set[int]) -> None:
    box = make_gateway(LOG_LEVEL=level).start()
    with box.client(ALICE) as client:
        client.get("/health")
        client.get("/nothing")
        ask(client, "hangup")

    docker("stop", box.name)
    assert {entry["status"] for entry in lines(box)} == statuses


@pytest.mark.parametrize(("setting", "value"), [("LOG_LEVEL", "loud"), ("LOG_SAMPLE", "0"), ("LOG_SAMPLE", "half")])
def test_wrong_setting_stops_start(make_gateway: MakeGateway, setting: str, value: str) -> None:
    said = make_gateway(**{setting: value}).refuse_to_start()

    assert value in said
    assert setting.partition("_")[2].lower() in said


def test_stop_loses_no_line(make_gateway: MakeGateway, engine: ScriptedEngine) -> None:
    box = make_gateway().start()
    with box.client(ALICE) as client:
        body = {"model": "stream 2", "messages": [{"role": "user", "content": "1+1"}], "stream": True}
        with client.stream("POST", CHAT, json=body) as response:
            chunks = response.iter_raw()
            next(chunks)
            for _ in range(300):
                client.get("/health")
            docker("kill", "-s", "TERM", box.name)
            wait_for("the stop begins", lambda: "servers shutting down" in box.logs() or None)
            engine.go_on.release()  # the stream ends within the grace period
            rest = b"".join(chunks)
    wait_for("the end", lambda: docker("inspect", "-f", "{{.State.Running}}", box.name).stdout == "false\n" or None)

    assert b"[DONE]" in rest
    assert docker("inspect", "-f", "{{.State.ExitCode}}", box.name).stdout == "0\n"
    assert sum(entry["path"] == "/health" for entry in lines(box)) == 300
    assert [entry["level"] for entry in lines(box) if entry["path"] == CHAT] == ["info"]
