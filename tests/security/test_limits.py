"""Clients that send slowly, flood, or leave: the limits of the shipped Caddyfile, in seconds that a test can wait."""

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
# what a client sends at once, and then a byte at a time for ever
SLOW = {
    "says nothing": ("", ""),
    "never ends its head": ("GET /v1/models HTTP/1.1\r\nHost: x\r\n", "X"),
    "trickles its body": (CHAT + "Content-Length: 1000\r\n\r\n", "x"),
    "stops in its body": (CHAT + "Content-Length: 1000\r\n\r\nx", ""),
    "trickles chunks": (CHAT + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"),
    "keeps an idle connection": (f"GET /health HTTP/1.1\r\n{HEAD}\r\n", ""),
}


def test_the_shipped_limits_are_those_that_are_shortened_here() -> None:
    assert list(SHORTER) == ["read_header 10s", "read_body_idle 15s 1024", "write_idle 60s", "idle 2m"]


@pytest.mark.parametrize("how", SLOW)
def test_a_client_that_only_holds_a_connection_is_cut_off(gateway: Gateway, how: str) -> None:
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


def test_a_stream_may_be_silent_for_longer_than_every_limit(gateway: Gateway, engine: ScriptedEngine) -> None:
    with (
        gateway.client(ALICE) as client,
        client.stream("POST", "/v1/chat/completions", json={"script": "stream 2"}) as response,
    ):
        chunks = response.iter_raw()
        assert next(chunks) == b"data: 0\n\n"
        quiet_until = time.monotonic() + 4  # each limit is one second here
        while time.monotonic() < quiet_until:
            time.sleep(0.1)
        engine.go_on.release()
        assert b"".join(chunks) == b"data: 1\n\ndata: [DONE]\n\n"


def test_a_flood_of_wrong_keys_gets_401_then_429_and_a_right_key_still_gets_in(
    make_gateway: Callable[..., Gateway], engine: ScriptedEngine
) -> None:
    box = make_gateway(AUTH_FAILURES_PER_MINUTE="30").start()
    codes: list[int] = []

    def guess(who: int) -> None:
        with box.client() as client:
            for i in range(250):
                headers = {"Authorization": f"Bearer sk-{who}-{i:032x}"}
                codes.append(client.get("/v1/models", headers=headers).status_code)

    threads = [threading.Thread(target=guess, args=[who]) for who in range(4)]
    for thread in threads:
        thread.start()
    with box.client(ALICE) as alice:
        during = alice.get("/v1/models").status_code
    for thread in threads:
        thread.join()
    with box.client(ALICE) as alice:
        after = alice.get("/v1/models").status_code

    assert (codes.count(401), codes.count(429), len(codes)) == (30, 970, 1000)
    assert (during, after) == (200, 200), "the same address, with a right key"
    assert len(engine.seen) == 2
