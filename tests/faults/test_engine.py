"""The real engine crashes, hangs, moves, is flooded and loses its clients: their view, and its recovery."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import datetime

import httpx2
import pytest

from tests.caddy.gateway_box import docker, refusal
from tests.conftest import wait_until
from tests.faults.fault import COMPLETIONS, ENDLESS, SHORT, FaultyStack, tools

pytestmark = pytest.mark.docker

PROCESSING = "sum(llamacpp:requests_processing) + sum(llamacpp:requests_deferred)"


@contextmanager
def open_stream(client: httpx2.Client) -> Iterator[Iterator[str]]:
    """Let the engine write without end; return after the first event."""
    with client.stream("POST", COMPLETIONS, json=ENDLESS) as response:
        assert response.status_code == 200
        lines = response.iter_lines()
        assert next(lines).startswith("data: {")
        yield lines


@pytest.mark.proves("reliability/engine-crashes-mid-stream")
def test_crash_mid_stream(stack: FaultyStack, client: httpx2.Client) -> None:
    """The stream breaks, and the engine comes back."""
    gateway = stack.inspect("gateway")["State"]["StartedAt"]
    seen: list[str] = []
    with open_stream(client) as lines:
        stack.crash("llamacpp")
        with pytest.raises(httpx2.TransportError):
            seen.extend(lines)

    assert "data: [DONE]" not in seen
    wait_until(lambda: stack.serves(client), 60, "the engine is back without anyone's help")
    assert stack.inspect("gateway")["State"]["StartedAt"] == gateway, "the gateway did not notice"


@pytest.mark.proves("reliability/engine-stopped-mid-stream")
def test_stop_mid_stream(stack: FaultyStack, client: httpx2.Client) -> None:
    """llama-server stops computing, and would keep the stream open without events."""
    with open_stream(client) as lines, ThreadPoolExecutor(1) as other:
        stop = other.submit(stack.compose, "stop", "llamacpp")
        with pytest.raises(httpx2.TransportError) as cut:
            list(lines)
        assert not isinstance(cut.value, httpx2.TimeoutException), "cut after its stop_grace_period, which is 10 s"
        assert stop.result().returncode == 0
    stack.up()
    assert stack.serves(client)


@pytest.mark.proves("reliability/engine-crashes-repeatedly")
def test_crash_loop_backs_off(stack: FaultyStack, client: httpx2.Client) -> None:
    """The engine comes back each time, after pauses that Docker doubles from 0.1 s on, unless a run lasts for 10 s."""
    docker("restart", "--time=1", stack.container("llamacpp"))  # Docker's count begins again
    pauses, due = [], 0.0
    for fall in range(1, 8):
        wait_until(lambda: stack.loaded(client), 90, f"the engine serves before fall {fall}")
        began = seconds(stack.inspect("llamacpp")["State"]["StartedAt"])
        stack.fall("llamacpp", "llama-server")
        wait_until(lambda: stack.loaded(client), 90, f"the engine serves after fall {fall}")
        state = stack.inspect("llamacpp")
        assert state["RestartCount"] == fall, "more than the five that a load gets"
        fell = seconds(state["State"]["FinishedAt"])
        due = 2 * due if due and fell - began < 9 else 0.1  # Docker measures the ten seconds a little differently
        pauses.append((seconds(state["State"]["StartedAt"]) - fell, due))

    assert all(pause > 0.9 * wanted for pause, wanted in pauses), pauses
    wait_until(lambda: stack.fires("EngineRestarts"), 30, "the alert fires")
    wait_until(lambda: stack.serves(client), 90, "the engine is back without anyone's help")


def seconds(moment: str) -> float:
    """Return a time of Docker's, which is in nanoseconds, as seconds."""
    whole, _, fraction = moment.rstrip("Z").partition(".")
    return datetime.fromisoformat(whole).timestamp() + float(f"0.{fraction or 0}")


@pytest.mark.proves("reliability/model-does-not-load")
def test_failed_load_stays_down(stack: FaultyStack, client: httpx2.Client) -> None:
    """The last line of the log says what to do."""
    no_model = {"LLAMACPP_MODEL": "student-nano/README.md"}
    assert stack.run("docker", "compose", "up", "-d", "llamacpp", **no_model).returncode == 0
    wait_until(lambda: stack.inspect("llamacpp")["State"]["Status"] == "exited", 60, "it stays down")
    assert stack.inspect("llamacpp")["State"]["ExitCode"] == 0
    assert stack.inspect("llamacpp")["RestartCount"] == 4
    last = stack.compose("logs", "--no-log-prefix", "--tail=1", "llamacpp").stdout
    assert last.startswith("ERROR the engine failed to load 5 times in a row and stays down. Fix:")
    assert "docker compose up -d" in last

    wait_until(lambda: stack.fires("EngineDown"), 60, "the alert fires")
    response = client.post(COMPLETIONS, json=SHORT)
    assert response.status_code == 503
    refusal(response, "engine_unavailable")

    stack.up()
    assert stack.serves(client)
    wait_until(lambda: not stack.fires("EngineDown"), 60, "the alert ends")


@pytest.mark.proves("reliability/engine-hangs-before-the-first-byte")
def test_hang_is_504_and_alert(stack: FaultyStack, client: httpx2.Client) -> None:
    with stack.paused("llamacpp"):
        response = client.post(COMPLETIONS, json=SHORT)  # waits for a minute; GATEWAY_FIRST_BYTE is 15 s here
        assert response.status_code == 504
        refusal(response, "engine_timeout")
        assert client.get("/health").status_code in {503, 504}
        wait_until(lambda: stack.fires("EngineDown"), 60, "the alert fires")

    wait_until(lambda: stack.serves(client), 60, "it continues at the same place")


@pytest.mark.proves("reliability/client-leaves")
def test_leaving_clients_free_engine(stack: FaultyStack) -> None:
    with ExitStack() as streams:
        for _ in range(4):
            streams.enter_context(open_stream(streams.enter_context(stack.client())))
        wait_until(lambda: stack.number(PROCESSING) == 4, 30, "four requests run")

    wait_until(lambda: stack.number(PROCESSING) == 0, 30, "none runs")


@pytest.mark.proves("reliability/overload")
def test_overload_is_refused_in_order(stack: FaultyStack, client: httpx2.Client) -> None:
    """The engine recovers from ten times its load."""
    limit = int(stack.env_file()["ENGINE_MAX_REQUESTS"])
    most = f"max_over_time(({PROCESSING})[1m:1s])"

    def one(_: int) -> httpx2.Response:
        # is longer than a refusal: between two requests the engine counts both for a moment
        return client.post(COMPLETIONS, json=SHORT | {"max_tokens": 500, "ignore_eos": True}, timeout=400)

    # keeps answers short for a busy host: one after GATEWAY_FIRST_BYTE would rightly be a 504
    patient = stack.run("docker", "compose", "up", "-d", "--wait", "gateway", GATEWAY_FIRST_BYTE="5m")
    assert patient.returncode == 0, patient.stderr
    with ThreadPoolExecutor(10 * limit) as pool:
        responses = list(pool.map(one, range(10 * limit)))

    counts = Counter(response.status_code for response in responses)
    assert set(counts) == {200, 503}, counts
    assert counts[200] >= limit
    assert {response.headers.get("Retry-After") for response in responses if response.status_code == 503} == {"10"}
    assert 0 <= stack.number(most) <= limit, "the engine's queue is bounded"
    assert stack.serves(client), "and the next client is served"


@pytest.mark.proves("reliability/idle-connections")
def test_pause_of_keep_alive(stack: FaultyStack) -> None:
    """Engines close a connection after five idle seconds; a POST must not be sent at that moment."""

    def ask_again_after(seconds: float) -> int:
        with stack.client() as client:
            assert client.post(COMPLETIONS, json=SHORT).status_code == 200
            time.sleep(seconds)  # causes the fault
            return client.post(COMPLETIONS, json=SHORT).status_code

    gaps = [4.6, 4.8, 4.9, 5.0, 5.1, 5.2, 5.5, 6.0]  # equals ENGINE_MAX_REQUESTS
    with ThreadPoolExecutor(len(gaps)) as pool:
        assert set(pool.map(ask_again_after, gaps)) == {200}


@pytest.mark.proves("reliability/engines-address-changes")
def test_new_address_is_found(stack: FaultyStack, client: httpx2.Client) -> None:
    def address() -> tuple[str, str]:
        networks = stack.inspect("llamacpp")["NetworkSettings"]["Networks"]
        return next((name, network["IPAddress"]) for name, network in networks.items())

    network, before = address()
    stack.compose("rm", "--stop", "--force", "llamacpp")
    squatter = f"{stack.settings['COMPOSE_PROJECT_NAME']}-squatter"  # gets the next address
    docker("run", "-d", "--rm", "--name", squatter, "--network", network, "--entrypoint=sleep", tools(), "600")
    try:
        stack.up()
        assert address() != (network, before)
        assert stack.serves(client)
    finally:
        docker("rm", "-f", squatter, check=False)


@pytest.mark.proves("reliability/engine-cut-off")
def test_network_cut_is_503_or_504(stack: FaultyStack, client: httpx2.Client) -> None:
    """The engine is found again when it is back."""
    assert stack.serves(client)  # opens a connection, of which the cut breaks one half
    network = next(iter(stack.inspect("llamacpp")["NetworkSettings"]["Networks"]))
    docker("network", "disconnect", network, stack.container("llamacpp"))
    try:
        for _ in range(2):
            # waits for a minute; GATEWAY_FIRST_BYTE is 15 s here
            assert client.post(COMPLETIONS, json=SHORT).status_code in {502, 503, 504}
    finally:
        docker("network", "connect", "--alias=engine", "--alias=llamacpp", network, stack.container("llamacpp"))
    wait_until(lambda: stack.serves(client), 60, "it is found again")


def engine_is_scraped(stack: FaultyStack) -> bool:
    return stack.number('up{job="engine"}') == 1


@pytest.mark.proves("reliability/secret-saved-by-an-editor")
@pytest.mark.parametrize(
    ("before", "after"), [(b"", b"\r\n"), (b"", b" \r\n\n"), (b"\xef\xbb\xbf", b"\r\n")], ids=["CRLF", "empty", "mark"]
)
def test_key_saved_by_an_editor(stack: FaultyStack, client: httpx2.Client, before: bytes, after: bytes) -> None:
    """It is the same key."""
    file = stack.path / "state" / "secrets" / "engine_key"
    clean = file.read_bytes()
    file.write_bytes(before + clean.strip() + after)
    again = ("up", "-d", "--wait", "--force-recreate", "--timeout=10")
    try:
        assert stack.compose(*again).returncode == 0
        assert stack.serves(client)
        if before:  # all programs but Prometheus remove a byte-order mark
            assert "fixed  state/secrets/engine_key" in stack.run(sys.executable, "-m", "ops.verbs.init").stdout
            assert file.read_bytes() == clean
            assert stack.compose(*again).returncode == 0
        wait_until(lambda: engine_is_scraped(stack), 30, "Prometheus gets in")
    finally:
        file.write_bytes(clean)
        stack.compose(*again)
