"""The real engine crashes, hangs, moves, is flooded and left alone: what clients see, and that it serves again."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager

import httpx2
import pytest

from tests.caddy.gateway_box import docker, refusal
from tests.conftest import wait_until
from tests.faults.fault import COMPLETIONS, ENDLESS, SHORT, TOOLS, FaultyStack

pytestmark = pytest.mark.docker

PROCESSING = "sum(llamacpp:requests_processing) + sum(llamacpp:requests_deferred)"


@contextmanager
def open_stream(client: httpx2.Client) -> Iterator[Iterator[str]]:
    """Have the engine write without end; the first event has arrived."""
    with client.stream("POST", COMPLETIONS, json=ENDLESS) as response:
        assert response.status_code == 200
        lines = response.iter_lines()
        assert next(lines).startswith("data: {")
        yield lines


def test_an_engine_that_crashes_amid_a_stream_breaks_it_and_comes_back(
    stack: FaultyStack, client: httpx2.Client
) -> None:
    gateway = stack.inspect("gateway")["State"]["StartedAt"]
    seen: list[str] = []
    with open_stream(client) as lines:
        stack.crash("llamacpp")
        with pytest.raises(httpx2.TransportError):
            seen.extend(lines)

    assert "data: [DONE]" not in seen
    wait_until(lambda: stack.serves(client), 60, "the engine is back without anyone's help")
    assert stack.inspect("gateway")["State"]["StartedAt"] == gateway, "the gateway did not notice"


def test_an_engine_that_is_told_to_end_amid_a_stream_keeps_nobody_waiting(
    stack: FaultyStack, client: httpx2.Client
) -> None:
    """llama-server computes no more then, and would keep the stream open in silence."""
    with open_stream(client) as lines, ThreadPoolExecutor(1) as other:
        start = time.monotonic()
        stop = other.submit(stack.compose, "stop", "llamacpp")
        with pytest.raises(httpx2.TransportError):
            list(lines)
        assert time.monotonic() - start < 25, "its stop_grace_period is 10 s; in silence it is 30"
        assert stop.result().returncode == 0
    stack.up()
    assert stack.serves(client)


def test_an_engine_is_restarted_five_times_and_then_left_until_it_is_started_by_hand(
    stack: FaultyStack, client: httpx2.Client
) -> None:
    docker("restart", "--time=1", stack.container("llamacpp"))  # counts anew
    for crash in range(6):
        wait_until(
            lambda: stack.inspect("llamacpp")["State"]["Status"] == "running", 30, f"running before crash {crash}"
        )
        stack.crash("llamacpp")
    wait_until(lambda: stack.inspect("llamacpp")["State"]["Status"] == "exited", 30, "the sixth crash is the last")
    assert stack.inspect("llamacpp")["RestartCount"] == 5

    wait_until(lambda: stack.fires("EngineDown"), 60, "the alert fires")
    response = client.post(COMPLETIONS, json=SHORT)
    assert response.status_code == 503
    refusal(response, "engine_unavailable")

    stack.up()
    assert stack.serves(client)
    wait_until(lambda: not stack.fires("EngineDown"), 60, "the alert ends")


def test_a_hanging_engine_is_a_504_and_an_alert(stack: FaultyStack, client: httpx2.Client) -> None:
    with stack.paused("llamacpp"):
        start = time.monotonic()
        response = client.post(COMPLETIONS, json=SHORT)
        assert response.status_code == 504
        refusal(response, "engine_timeout")
        assert time.monotonic() - start < 30, "bounded by GATEWAY_FIRST_BYTE, which is 5 s here"
        assert client.get("/health").status_code in {503, 504}
        wait_until(lambda: stack.fires("EngineDown"), 60, "the alert fires")

    wait_until(lambda: stack.serves(client), 60, "it goes on where it stood")


def test_clients_that_leave_free_the_engine(stack: FaultyStack) -> None:
    with ExitStack() as streams:
        for _ in range(4):
            streams.enter_context(open_stream(streams.enter_context(stack.client())))
        wait_until(lambda: stack.number(PROCESSING) == 4, 30, "four requests run")

    wait_until(lambda: stack.number(PROCESSING) == 0, 30, "none runs")


def test_ten_times_the_load_is_refused_in_order_and_forgotten(stack: FaultyStack, client: httpx2.Client) -> None:
    limit = int(stack.env_file()["ENGINE_MAX_REQUESTS"])
    most = f"max_over_time(({PROCESSING})[1m:1s])"

    def one(_: int) -> httpx2.Response:
        # longer than refusals take: where one ends and the next begins, the engine counts both for a moment
        return client.post(COMPLETIONS, json=SHORT | {"max_tokens": 500, "ignore_eos": True})

    with ThreadPoolExecutor(10 * limit) as pool:
        responses = list(pool.map(one, range(10 * limit)))

    counts = Counter(response.status_code for response in responses)
    assert set(counts) == {200, 503}, counts
    assert counts[200] >= limit
    assert {response.headers.get("Retry-After") for response in responses if response.status_code == 503} == {"10"}
    assert 0 <= stack.number(most) <= limit, "the engine's queue is bounded"
    assert stack.serves(client), "and the next client is served"


def test_a_pause_as_long_as_the_engines_keep_alive_costs_no_request(stack: FaultyStack) -> None:
    """Engines close a connection that was idle for five seconds; a POST must not race into that."""

    def ask_again_after(seconds: float) -> int:
        with stack.client() as client:
            assert client.post(COMPLETIONS, json=SHORT).status_code == 200
            time.sleep(seconds)  # the fault itself
            return client.post(COMPLETIONS, json=SHORT).status_code

    gaps = [4.6, 4.8, 4.9, 5.0, 5.1, 5.2, 5.5, 6.0]  # as many as ENGINE_MAX_REQUESTS lets in at once
    with ThreadPoolExecutor(len(gaps)) as pool:
        assert set(pool.map(ask_again_after, gaps)) == {200}


def test_an_engine_that_came_back_with_another_address_is_found(stack: FaultyStack, client: httpx2.Client) -> None:
    def address() -> tuple[str, str]:
        networks = stack.inspect("llamacpp")["NetworkSettings"]["Networks"]
        return next((name, network["IPAddress"]) for name, network in networks.items())

    network, before = address()
    stack.compose("rm", "--stop", "--force", "llamacpp")
    squatter = f"{stack.settings['COMPOSE_PROJECT_NAME']}-squatter"  # takes the next address, whichever that is
    docker("run", "-d", "--rm", "--name", squatter, "--network", network, "--entrypoint=sleep", TOOLS, "600")
    try:
        stack.up()
        assert address() != (network, before)
        assert stack.serves(client)
    finally:
        docker("rm", "-f", squatter, check=False)


def test_an_engine_cut_off_from_the_network_is_a_504_or_503_and_found_again(
    stack: FaultyStack, client: httpx2.Client
) -> None:
    assert stack.serves(client)  # so that a connection is open, and half of it goes
    network = next(iter(stack.inspect("llamacpp")["NetworkSettings"]["Networks"]))
    docker("network", "disconnect", network, stack.container("llamacpp"))
    try:
        start = time.monotonic()
        statuses = [client.post(COMPLETIONS, json=SHORT).status_code for _ in range(2)]
        assert set(statuses) <= {502, 503, 504}, statuses
        assert time.monotonic() - start < 30
    finally:
        docker("network", "connect", "--alias=engine", "--alias=llamacpp", network, stack.container("llamacpp"))
    wait_until(lambda: stack.serves(client), 60, "it is found again")
