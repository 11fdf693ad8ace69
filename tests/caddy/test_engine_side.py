"""A client's view of an engine that streams, breaks, is busy, silent or down, and the engine's view of a client."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import httpx2
import pytest

from tests.caddy.conftest import ALICE
from tests.caddy.gateway_box import Gateway, Network, refusal, shortest, wait_for
from tests.caddy.scripted_engine import ScriptedEngine

pytestmark = pytest.mark.docker

CHAT = "/v1/chat/completions"
IN_FLIGHT = 'caddy_http_requests_in_flight{handler="subroute",server="loopback"}'


@pytest.fixture(params=["plain", "tls"])
def streaming(request: pytest.FixtureRequest, gateway: Gateway) -> Iterator[httpx2.Client]:
    options = {}
    if request.param == "tls":
        options = {"base_url": f"https://localhost:{gateway.port[443]}", "verify": gateway.trusted()}
    with gateway.client(ALICE, **options) as client:
        yield client


@contextmanager
def beside_a_stream(box: Gateway, engine: ScriptedEngine) -> Iterator[httpx2.Client]:
    """Yield a client while the engine is in the middle of another one's stream, which then ends."""
    with (
        box.client(ALICE) as first,
        box.client(ALICE) as second,
        first.stream("POST", CHAT, json={"model": "stream 2"}) as held,
    ):
        chunks = held.iter_raw()
        next(chunks)
        yield second
        engine.go_on.release()
        list(chunks)


def test_stream_passes_by_chunk(streaming: httpx2.Client, engine: ScriptedEngine) -> None:
    with streaming.stream("POST", CHAT, json={"model": "stream 3"}) as response:
        assert response.headers["Content-Type"] == "text/event-stream"
        chunks = response.iter_raw()
        # the engine sends the next chunk only after this one has arrived
        for i in range(2):
            assert next(chunks) == f"data: {i}\n\n".encode()
            engine.go_on.release()
        assert b"".join(chunks) == b"data: 2\n\ndata: [DONE]\n\n"


@pytest.mark.proves("reliability/client-leaves")
@pytest.mark.parametrize("after_first_chunk", [True, False])
def test_client_leaving_cancels_work(
    make_gateway: Callable[..., Gateway], engine: ScriptedEngine, after_first_chunk: bool
) -> None:
    box = make_gateway().start()
    body = b'{"model": "endless"}' if after_first_chunk else b'{"model": "silence"}'
    head = f"POST {CHAT} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {ALICE}\r\nContent-Length: {len(body)}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", box.port[8001]), timeout=60) as connection:
        connection.sendall(head.encode() + body)
        wait_for("the request", lambda: engine.seen or None)
        while after_first_chunk and b"data: 0" not in connection.recv(4096):
            pass
        assert not engine.client_gone.is_set()

    assert engine.client_gone.wait(60)


@pytest.mark.proves("reliability/engine-crashes-mid-stream")
def test_broken_stream_has_no_end(streaming: httpx2.Client, engine: ScriptedEngine) -> None:
    """The client sees an error, never a clean end."""
    with streaming.stream("POST", CHAT, json={"model": "broken_stream"}) as response:
        assert response.status_code == 200
        with pytest.raises(httpx2.TransportError):
            response.read()
    assert len(engine.seen) == 1


@pytest.mark.proves("reliability/engine-crashes-before-the-first-byte")
@pytest.mark.parametrize(
    ("script", "status", "code", "retry", "cause"),
    [
        ("hangup", 502, "engine_failed", "10", "EOF"),
        ("status 401", 502, "engine_failed", "10", "the engine answered 401"),
        ("status 403", 502, "engine_failed", "10", "the engine answered 403"),
        ("status 424", 502, "engine_failed", "10", "the engine answered 424"),
        ("status 503", 503, "engine_unavailable", "10", "the engine answered 503"),
        ("status 429", 503, "engine_unavailable", "10", "the engine answered 429"),
        ("silence", 504, "engine_timeout", None, "timeout"),
    ],
)
def test_engine_failure_is_5xx(
    gateway: Gateway,
    alice: httpx2.Client,
    engine: ScriptedEngine,
    script: str,
    status: int,
    code: str,
    retry: str | None,
    cause: str,
) -> None:
    """The engine's errors are not the client's fault: its 401 becomes a 502, for example."""
    response = alice.post(CHAT, json={"model": script})

    assert response.status_code == status
    assert refusal(response, code)["type"] == "server_error"
    assert response.headers.get("Retry-After") == retry
    assert len(engine.seen) == 1, "a POST that reached the engine is never sent again"
    entry = gateway.access_log(response.headers["X-Request-Id"])
    assert entry["upstream"] == f"{engine.address}:{engine.port}"
    assert cause in entry["cause"]


@pytest.mark.parametrize("status", [400, 404, 422, 500])
def test_engine_refusals_pass(alice: httpx2.Client, engine: ScriptedEngine, status: int) -> None:
    response = alice.post(CHAT, json={"model": f"status {status}"})

    assert response.status_code == status
    assert response.json() == {"error": f"the engine's own words for {status}"}
    assert len(engine.seen) == 1


@pytest.mark.proves("security/greedy-client", "reliability/overload")
def test_full_engine_is_503(make_gateway: Callable[..., Gateway], engine: ScriptedEngine) -> None:
    box = make_gateway(MAX_IN_FLIGHT="1", ENGINE_RETRY="100ms").start()
    with beside_a_stream(box, engine) as client:
        response = client.post(CHAT, json={"model": "echo"})
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "10"
    refusal(response, "engine_unavailable")


@pytest.fixture
def absent_port(network: Network) -> int:
    """A port of the host on which nothing listens."""
    with socket.socket() as probe:
        probe.bind((network.address, 0))
        return int(probe.getsockname()[1])


@pytest.mark.proves("reliability/engine-loading-or-away")
def test_engine_away_is_503(make_gateway: Callable[..., Gateway], network: Network, absent_port: int) -> None:
    """It takes at most a second, and the gateway finds the engine again when it is back."""
    box = make_gateway(ENGINE_PORT=str(absent_port)).start()
    with box.client(ALICE) as client:
        for method, path in (("GET", "/v1/models"), ("POST", CHAT), ("GET", "/health")):
            body = {} if method == "POST" else None
            took, response = shortest(lambda ask=(method, path), body=body: client.request(*ask, json=body), 2)
            assert took < 2, "the promise is a second"
            assert response.status_code == 503
            assert response.headers["Retry-After"] == "10"
            refusal(response, "engine_unavailable")

        back = ScriptedEngine(network.address, absent_port)
        try:
            assert client.post(CHAT, json={"model": "echo"}).status_code == 200
        finally:
            back.close()


def test_engine_away_briefly_is_awaited(
    make_gateway: Callable[..., Gateway], network: Network, absent_port: int
) -> None:
    box = make_gateway(ENGINE_PORT=str(absent_port), ENGINE_RETRY="120s").start()
    with box.client(ALICE) as client, ThreadPoolExecutor() as pool:
        waiting = pool.submit(client.post, CHAT, json={"model": "echo"})
        wait_for("a waiting request", lambda: box.metric(IN_FLIGHT) or None)
        assert not waiting.done()
        back = ScriptedEngine(network.address, absent_port)
        try:
            assert waiting.result(180).status_code == 200
            assert b'"model"' in back.only().body, "sent once and complete"
        finally:
            back.close()


def test_unreachable_replica_is_avoided(make_gateway: Callable[..., Gateway], engine: ScriptedEngine) -> None:
    """It has the fewest requests, so that least_conn would always choose it before the one that serves."""
    box = make_gateway()
    box.options += ["--add-host", "engine:127.0.0.1"]  # nobody listens there
    box.start()
    with beside_a_stream(box, engine) as client:
        answers = [client.post(CHAT, json={"model": "echo"}).status_code for _ in range(10)]
    assert answers == [200] * 10


@pytest.mark.proves("reliability/engine-loading-or-away")
def test_unknown_host_is_503(make_gateway: Callable[..., Gateway]) -> None:
    box = make_gateway(ENGINE_HOST="no-such-engine").start()
    with box.client(ALICE) as client:
        took, response = shortest(lambda: client.get("/v1/models"), 3)

    assert took < 3, "the promise is a second"
    assert response.status_code == 503
    refusal(response, "engine_unavailable")


@pytest.mark.proves("reliability/engine-hangs-mid-stream")
def test_hanging_stream_is_broken_off(make_gateway: Callable[..., Gateway], engine: ScriptedEngine) -> None:
    box = make_gateway(STREAM_IDLE="1s").start()
    with box.client(ALICE) as client, client.stream("POST", CHAT, json={"model": "stream 3"}) as response:
        chunks = response.iter_raw()
        assert next(chunks) == b"data: 0\n\n"
        with pytest.raises(httpx2.RemoteProtocolError):  # never a clean end
            next(chunks)
    engine.go_on.release(2)
