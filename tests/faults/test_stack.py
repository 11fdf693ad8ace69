"""The gateway crashes, Prometheus is gone or has a full disk, logs grow, the load lasts: serving goes on."""

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


def test_a_gateway_that_crashes_is_started_again_and_knows_its_keys(stack: FaultyStack, client: httpx2.Client) -> None:
    authority = stack.path / "state/data/gateway/caddy/pki/authorities/local/root.crt"
    before = authority.read_bytes()
    stack.crash("gateway")
    wait_until(lambda: stack.serves(client), 30, "the gateway is back without anyone's help")
    assert stack.inspect("gateway")["RestartCount"] == 1
    assert client.get("/v1/models", headers={"Authorization": "Bearer wrong"}).status_code == 401
    assert authority.read_bytes() == before, "clients trust it as before"


def test_a_gateway_that_is_gone_is_an_alert(stack: FaultyStack) -> None:
    stack.compose("stop", "--timeout=10", "gateway")
    wait_until(lambda: stack.fires("GatewayDown"), 60, "the alert fires")
    stack.up()
    wait_until(lambda: not stack.fires("GatewayDown"), 60, "the alert ends")


def test_serving_does_not_need_prometheus(stack: FaultyStack, client: httpx2.Client) -> None:
    stack.compose("stop", "--timeout=10", "prometheus")
    assert stack.serves(client)
    assert stack.compose("restart", "--timeout=10", "gateway").returncode == 0
    wait_until(lambda: stack.serves(client), 30, "the gateway starts without it too")


def test_a_full_disk_of_prometheus_stops_no_request_and_is_overcome(stack: FaultyStack, client: httpx2.Client) -> None:
    def on_disk(command: str) -> str:
        return stack.compose("exec", "-T", "prometheus", "sh", "-c", command).stderr

    assert "No space left on device" in on_disk("cat /dev/zero > /prometheus/full")
    wait_until(lambda: "no space left on device" in stack.compose("logs", "prometheus").stdout, 60, "it says so")
    assert stack.serves(client)

    on_disk("rm /prometheus/full")
    began = stack.number("vector(time())")
    wait_until(lambda: stack.number('timestamp(up{job="gateway"})') > began, 60, "it stores what it sees again")


def test_logs_are_bounded(stack: FaultyStack, client: httpx2.Client) -> None:
    for service in ("gateway", "llamacpp", "prometheus"):
        options = stack.inspect(service)["HostConfig"]["LogConfig"]["Config"]
        assert options == {"max-size": "20k" if service == "gateway" else "10m", "max-file": "3"}

    def logged() -> int:
        return len(docker("logs", stack.container("gateway")).stdout)

    line = 300  # and more, for one request
    for _ in range(3 * 20_000 // line + 50):
        client.get("/v1/models")
    assert 20_000 < logged() < 3 * 25_000, "the oldest lines go"


def test_the_rules_find_their_metrics_on_the_running_stack(stack: FaultyStack, client: httpx2.Client) -> None:
    def found(query: str) -> bool:
        return stack.serves(client) and bool(stack.asked(query))  # a rate needs requests in two scrapes

    for name, value in RECORDED["llamacpp"].items():
        if value == -1:
            assert not stack.asked(f"student:{name}"), f"{name} is documented as missing"
        else:
            wait_until(lambda name=name: found(f"student:{name}"), 60, name)


def test_the_page_shows_how_to_see_the_alerts(stack: FaultyStack) -> None:
    block = re.search(r"```sh alerts\n(.*?)```", (ROOT / "docs" / "reliability.md").read_text(), re.DOTALL)
    assert block, "the page has no command"
    done = stack.run("bash", "-euc", block[1].replace("9090", stack.settings["PROMETHEUS_PORT"]))
    assert isinstance(json.loads(done.stdout)["data"]["alerts"], list), done.stderr


def test_a_lasting_load_leaves_memory_and_files_as_they_were(stack: FaultyStack) -> None:
    """Half of it warms up; SOAK_SECONDS=28800 makes it a night's."""
    counts: Counter[int] = Counter()
    over = threading.Event()

    def load(_: int) -> None:
        with stack.client() as client:
            while not over.is_set():
                counts[client.post(COMPLETIONS, json=SHORT | {"max_tokens": 30}).status_code] += 1

    def look() -> dict[str, float]:
        names = ("process_open_fds", "process_resident_memory_bytes", "go_goroutines")
        return {name: stack.number(f'max_over_time({name}{{job="gateway"}}[5s])') for name in names}

    with ThreadPoolExecutor(SOAK_CLIENTS) as pool:
        running = [pool.submit(load, client) for client in range(SOAK_CLIENTS)]
        time.sleep(SOAK_SECONDS / 2)  # the load itself
        warm = look()
        time.sleep(SOAK_SECONDS / 2)
        after = look()
        over.set()
    for future in running:
        future.result()

    assert set(counts) == {200}, counts
    assert counts[200] > SOAK_SECONDS
    assert after["process_open_fds"] <= warm["process_open_fds"] + 10, (warm, after)
    assert after["go_goroutines"] <= warm["go_goroutines"] + 20, (warm, after)
    assert after["process_resident_memory_bytes"] <= warm["process_resident_memory_bytes"] * 1.25 + 8e6, (warm, after)
