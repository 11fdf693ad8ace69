"""Clients that send slowly, flood, or disconnect: the limits of the shipped Caddyfile, shortened for a test."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from tests.caddy.conftest import ALICE
from tests.caddy.gateway_box import Gateway, wait_for
from tests.caddy.scripted_engine import ScriptedEngine
from tests.security.conftest import SHORTER
from tests.security.wire import HEAD, connect

pytestmark = pytest.mark.docker

CHAT = f"POST /v1/chat/completions HTTP/1.1\r\n{HEAD}"
# is what a client sends at once, then byte by byte without end
SLOW = {
    "says nothing": ("", ""),
    "never ends its head": ("GET /v1/models HTTP/1.1\r\nHost: x\r\n", "X"),
    "trickles its body": (CHAT + "Content-Length: 1000\r\n\r\n", "x"),
    "stops in its body": (CHAT + "Content-Length: 1000\r\n\r\nx", ""),
    "trickles chunks": (CHAT + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"),
    "keeps an idle connection": (f"GET /health HTTP/1.1\r\n{HEAD}\r\n", ""),
}


def test_shipped_limits() -> None:
    """The shipped limits are those that these tests shorten."""
    assert list(SHORTER) == ["read_header 10s", "read_body_idle 15s 1024", "write_idle 60s", "idle 2m"]


@pytest.mark.proves("security/slow-clients")
@pytest.mark.parametrize("how", SLOW)
def test_held_connection_is_cut_off(gateway: Gateway, how: str) -> None:
    first, drip = SLOW[how]
    with connect(gateway, seconds=0.2) as connection:
        connection.sendall(first.encode())

        def closed() -> bool | None:
            try:
                connection.sendall(drip.encode())
                return not connection.recv(65536) or None
            except TimeoutError:
                return None
            except OSError:
                return True

        wait_for("the gateway closes it", closed, seconds=20)


@pytest.mark.proves("security/slow-clients")
def test_silent_stream_stays_open(gateway: Gateway, engine: ScriptedEngine) -> None:
    """It may be silent for longer than every limit."""
    with (
        gateway.client(ALICE) as client,
        client.stream("POST", "/v1/chat/completions", json={"model": "stream 2"}) as response,
    ):
        chunks = response.iter_raw()
        assert next(chunks) == b"data: 0\n\n"
        quiet_until = time.monotonic() + 4  # each limit is one second here
        while time.monotonic() < quiet_until:
            time.sleep(0.1)
        engine.go_on.release()
        assert b"".join(chunks) == b"data: 1\n\ndata: [DONE]\n\n"


@pytest.mark.proves("security/key-guessing")
def test_flood_of_wrong_keys(make_gateway: Callable[..., Gateway], engine: ScriptedEngine) -> None:
    """It gets 401, then 429; a right key from the same address is still accepted."""
    box = make_gateway(AUTH_FAILURES_PER_MINUTE="30").start()
    codes: list[int] = []

    def guess(who: int) -> None:
        with box.client() as client:
            for i in range(60):
                headers = {"Authorization": f"Bearer sk-{who}-{i:032x}"}
                codes.append(client.get("/v1/models", headers=headers).status_code)

    threads = [threading.Thread(target=guess, args=[who]) for who in range(4)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    with box.client(ALICE) as alice:
        during = alice.get("/v1/models").status_code
    for thread in threads:
        thread.join()
    minutes = (time.monotonic() - began) // 60 + 1  # allows for a busy host
    with box.client(ALICE) as alice:
        after = alice.get("/v1/models").status_code

    assert codes.count(401) + codes.count(429) == len(codes) == 240
    assert 30 <= codes.count(401) <= 30 * minutes
    assert (during, after) == (200, 200), "the same address, with a right key"
    assert len(engine.seen) == 2
