"""The gateway crashes, Prometheus is gone or has a full disk, logs grow, the load lasts: serving continues."""

from __future__ import annotations

import json
import os
import re
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest

from tests.caddy.gateway_box import docker
from tests.conftest import ROOT, wait_until
from tests.faults.fault import COMPLETIONS, SHORT, FaultyStack
from tests.prometheus.worlds import RECORDED

pytestmark = pytest.mark.docker

SOAK_SECONDS = float(os.environ.get("SOAK_SECONDS", "30"))
SOAK_CLIENTS = 5  # about 70 % of ENGINE_MAX_REQUESTS


@pytest.mark.proves("reliability/gateway-crashes")
def test_gateway_crash_keeps_keys(stack: FaultyStack, client: httpx2.Client) -> None:
    """Docker starts it again, with the same keys."""
    authority = stack.path / "state/data/gateway/caddy/pki/authorities/local/root.crt"
    before = authority.read_bytes()
    stack.crash("gateway")
    wait_until(lambda: stack.serves(client), 30, "the gateway is back without anyone's help")
    assert stack.inspect("gateway")["RestartCount"] == 1
    assert client.get("/v1/models", headers={"Authorization": "Bearer wrong"}).status_code == 401
    assert authority.read_bytes() == before, "clients trust it as before"


@pytest.mark.proves("reliability/gateway-crashes")
def test_absent_gateway_is_an_alert(stack: FaultyStack) -> None:
    stack.compose("stop", "--timeout=10", "gateway")
    wait_until(lambda: stack.fires("GatewayDown"), 60, "the alert fires")
    stack.up()
    wait_until(lambda: not stack.fires("GatewayDown"), 60, "the alert ends")


@pytest.mark.proves("reliability/prometheus-or-grafana-down")
def test_prometheus_is_not_needed(stack: FaultyStack, client: httpx2.Client) -> None:
    stack.compose("stop", "--timeout=10", "prometheus")
    assert stack.serves(client)
    assert stack.compose("restart", "--timeout=10", "gateway").returncode == 0
    wait_until(lambda: stack.serves(client), 30, "the gateway starts without it too")


@pytest.mark.proves("reliability/disk-full")
def test_full_disk_of_prometheus(stack: FaultyStack, client: httpx2.Client) -> None:
    """It stops no request, and Prometheus stores again when there is room."""

    def on_disk(command: str) -> str:
        return stack.compose("exec", "-T", "prometheus", "sh", "-c", command).stderr

    assert "No space left on device" in on_disk("cat /dev/zero > /prometheus/full")
    wait_until(lambda: "no space left on device" in stack.compose("logs", "prometheus").stdout, 60, "it says so")
    assert stack.serves(client)

    on_disk("rm /prometheus/full")
    began = stack.number("vector(time())")
    wait_until(lambda: stack.number('timestamp(up{job="gateway"})') > began, 60, "it stores what it sees again")


@pytest.mark.proves("reliability/logs-grow")
def test_logs_are_bounded(stack: FaultyStack, client: httpx2.Client) -> None:
    for service in ("gateway", "llamacpp", "prometheus"):
        options = stack.inspect(service)["HostConfig"]["LogConfig"]["Config"]
        assert options == {"max-size": "20k" if service == "gateway" else "10m", "max-file": "3"}

    def logged() -> int:
        return len(docker("logs", stack.container("gateway")).stdout)

    line = 300  # writes more, in one request
    for _ in range(3 * 20_000 // line + 50):
        client.get("/v1/models")
    assert 20_000 < logged() < 3 * 25_000, "the oldest lines go"


def test_rules_find_their_metrics(stack: FaultyStack, client: httpx2.Client) -> None:
    def found(query: str) -> bool:
        return stack.serves(client) and bool(stack.asked(query))  # a rate needs requests in two scrapes

    for name, value in RECORDED["llamacpp"].items():
        if value == -1:
            assert not stack.asked(f"student:{name}"), f"{name} is documented as missing"
        else:
            wait_until(lambda name=name: found(f"student:{name}"), 60, name)


def test_page_shows_the_alerts(stack: FaultyStack) -> None:
    block = re.search(r"```sh alerts\n(.*?)```", (ROOT / "docs" / "reliability.md").read_text(), re.DOTALL)
    assert block, "the page has no command"
    done = stack.run("bash", "-euc", block[1].replace("9090", stack.settings["PROMETHEUS_PORT"]))
    assert isinstance(json.loads(done.stdout)["data"]["alerts"], list), done.stderr


@pytest.mark.proves("reliability/lasting-load")
def test_lasting_load_leaks_nothing(stack: FaultyStack) -> None:
    """Half of the load warms up; SOAK_SECONDS=28800 makes it last a night."""
    counts: Counter[int] = Counter()
    over = threading.Event()

    def lasts(seconds: float) -> None:
        so_far = counts[200]
        time.sleep(seconds)  # runs the load
        wait_until(lambda: counts[200] >= so_far + 10 * SOAK_CLIENTS, 60, "so many answers that it is a load")

    def load(_: int) -> None:
        with stack.client() as client:
            while not over.is_set():
                counts[client.post(COMPLETIONS, json=SHORT | {"max_tokens": 30}).status_code] += 1

    def look() -> dict[str, float]:
        names = ("process_open_fds", "process_resident_memory_bytes", "go_goroutines")
        query = 'max_over_time(%s{job="gateway"}[5s])'
        found: dict[str, float] = {}

        def complete() -> bool:
            found.update({name: stack.number(query % name) for name in names})
            return min(found.values()) >= 0

        wait_until(complete, 60, "Prometheus has looked just now")
        return found

    with ThreadPoolExecutor(SOAK_CLIENTS) as pool:
        running = [pool.submit(load, client) for client in range(SOAK_CLIENTS)]
        try:
            lasts(SOAK_SECONDS / 2)
            warm = look()
            lasts(SOAK_SECONDS / 2)
            after = look()
        finally:
            over.set()
    for future in running:
        future.result()

    assert set(counts) == {200}, counts
    assert after["process_open_fds"] <= warm["process_open_fds"] + 10, (warm, after)
    assert after["go_goroutines"] <= warm["go_goroutines"] + 20, (warm, after)
    assert after["process_resident_memory_bytes"] <= warm["process_resident_memory_bytes"] * 1.25 + 8e6, (warm, after)
