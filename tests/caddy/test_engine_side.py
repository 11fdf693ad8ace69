"""What a client sees of an engine that streams, breaks, is busy, silent or away, and what it sees of a client."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest

from tests.caddy.conftest import ALICE
from tests.caddy.gateway_box import Gateway, Network, refusal, wait_for
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


def test_a_stream_passes_chunk_by_chunk(streaming: httpx2.Client, engine: ScriptedEngine) -> None:
    with streaming.stream("POST", CHAT, json={"script": "stream 3"}) as response:
        assert response.headers["Content-Type"] == "text/event-stream"
        chunks = response.iter_raw()
        # the engine sends the next chunk only after this one has arrived
        for i in range(2):
            assert next(chunks) == f"data: {i}\n\n".encode()
            engine.go_on.release()
        assert b"".join(chunks) == b"data: 2\n\ndata: [DONE]\n\n"


@pytest.mark.parametrize("after_first_chunk", [True, False])
def test_a_client_that_leaves_cancels_the_engines_work(
    make_gateway: Callable[..., Gateway], engine: ScriptedEngine, after_first_chunk: bool
) -> None:
    box = make_gateway().start()
    body = b'{"script": "endless"}' if after_first_chunk else b'{"script": "silence"}'
    head = f"POST {CHAT} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {ALICE}\r\nContent-Length: {len(body)}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", box.port[8001]), timeout=10) as connection:
        connection.sendall(head.encode() + body)
        wait_for("the request", lambda: engine.seen or None)
        while after_first_chunk and b"data: 0" not in connection.recv(4096):
            pass
        assert not engine.client_gone.is_set()

    assert engine.client_gone.wait(5), "the promise is a second; the machine may be busy"


def test_a_stream_that_breaks_is_no_clean_end(streaming: httpx2.Client, engine: ScriptedEngine) -> None:
    with streaming.stream("POST", CHAT, json={"script": "broken_stream"}) as response:
        assert response.status_code == 200
        with pytest.raises(httpx2.TransportError):
            response.read()
    assert len(engine.seen) == 1


@pytest.mark.parametrize(
    ("script", "status", "code", "retry"),
    [
        ("hangup", 502, "engine_failed", "10"),
        ("status 401", 502, "engine_failed", "10"),
        ("status 403", 502, "engine_failed", "10"),
        ("status 424", 502, "engine_failed", "10"),
        ("status 503", 503, "engine_unavailable", "10"),
        ("status 429", 503, "engine_unavailable", "10"),
        ("silence", 504, "engine_timeout", None),
    ],
)
def test_the_engines_troubles_are_not_the_clients(
    alice: httpx2.Client, engine: ScriptedEngine, script: str, status: int, code: str, retry: str | None
) -> None:
    response = alice.post(CHAT, json={"script": script})

    assert response.status_code == status
    assert refusal(response, code)["type"] == "server_error"
    assert response.headers.get("Retry-After") == retry
    assert len(engine.seen) == 1, "a POST that reached the engine is never sent again"


@pytest.mark.parametrize("status", [400, 404, 422, 500])
def test_the_engines_own_words_pass(alice: httpx2.Client, engine: ScriptedEngine, status: int) -> None:
    response = alice.post(CHAT, json={"script": f"status {status}"})

    assert response.status_code == status
    assert response.json() == {"error": f"the engine's own words for {status}"}
    assert len(engine.seen) == 1


def test_more_than_the_engine_may_hold_is_503(make_gateway: Callable[..., Gateway], engine: ScriptedEngine) -> None:
    box = make_gateway(MAX_IN_FLIGHT="1", ENGINE_RETRY="100ms").start()
    with (
        box.client(ALICE) as first,
        box.client(ALICE) as second,
        first.stream("POST", CHAT, json={"script": "stream 2"}) as held,
    ):
        chunks = held.iter_raw()
        next(chunks)
        response = second.get("/v1/models")
        assert response.status_code == 503
        assert response.headers["Retry-After"] == "10"
        refusal(response, "engine_unavailable")
        engine.go_on.release()
        list(chunks)


@pytest.fixture
def absent_port(network: Network) -> int:
    """A port of the host where nobody listens."""
    with socket.socket() as probe:
        probe.bind((network.address, 0))
        return int(probe.getsockname()[1])


def test_an_engine_that_is_away_is_503_within_a_second_and_found_again(
    make_gateway: Callable[..., Gateway], network: Network, absent_port: int
) -> None:
    box = make_gateway(ENGINE_PORT=str(absent_port)).start()
    with box.client(ALICE) as client:
        for method, path in (("GET", "/v1/models"), ("POST", CHAT), ("GET", "/health")):
            start = time.monotonic()
            response = client.request(method, path, json={} if method == "POST" else None)
            assert time.monotonic() - start < 2, "the promise is a second; the machine may be busy"
            assert response.status_code == 503
            assert response.headers["Retry-After"] == "10"
            refusal(response, "engine_unavailable")

        back = ScriptedEngine(network.address, absent_port)
        try:
            assert client.post(CHAT, json={"script": "echo"}).status_code == 200
        finally:
            back.close()


def test_an_engine_that_is_away_for_a_moment_is_waited_for(
    make_gateway: Callable[..., Gateway], network: Network, absent_port: int
) -> None:
    box = make_gateway(ENGINE_PORT=str(absent_port), ENGINE_RETRY="15s").start()
    with box.client(ALICE) as client, ThreadPoolExecutor() as pool:
        waiting = pool.submit(client.post, CHAT, json={"script": "echo"})
        wait_for("a waiting request", lambda: box.metric(IN_FLIGHT) or None)
        assert not waiting.done()
        back = ScriptedEngine(network.address, absent_port)
        try:
            assert waiting.result(20).status_code == 200
            assert b'"script"' in back.only().body, "sent once, and whole"
        finally:
            back.close()


def test_a_name_that_does_not_resolve_is_503_too(make_gateway: Callable[..., Gateway]) -> None:
    box = make_gateway(ENGINE_HOST="no-such-engine").start()
    with box.client(ALICE) as client:
        start = time.monotonic()
        response = client.get("/v1/models")

    assert time.monotonic() - start < 3, "the promise is a second; the machine may be busy"
    assert response.status_code == 503
    refusal(response, "engine_unavailable")


def test_a_stream_whose_engine_hangs_is_broken_off(
    make_gateway: Callable[..., Gateway], engine: ScriptedEngine
) -> None:
    box = make_gateway(STREAM_IDLE="1s").start()
    with box.client(ALICE) as client, client.stream("POST", CHAT, json={"script": "stream 3"}) as response:
        chunks = response.iter_raw()
        assert next(chunks) == b"data: 0\n\n"
        with pytest.raises(httpx2.RemoteProtocolError):  # never a clean end
            next(chunks)
    engine.go_on.release(2)
