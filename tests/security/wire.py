"""Sends bytes exactly as written, and reads the answers."""

from __future__ import annotations

import contextlib
import re
import select
import socket
import time

from tests.caddy.conftest import ALICE
from tests.caddy.gateway_box import ENGINE_KEY, Gateway
from tests.caddy.scripted_engine import ScriptedEngine

READ, WRITE = ("/v1/models", "/health"), ("/v1/chat/completions", "/v1/completions")
ALLOWED = {(method, path) for method in ("GET", "HEAD") for path in READ} | {("POST", path) for path in WRITE}
HEAD = f"Host: x\r\nAuthorization: Bearer {ALICE}\r\n"
STATUS = re.compile(rb"HTTP/1\.[01] (\d{3}) ")


def connect(box: Gateway, seconds: float = 60) -> socket.socket:
    return socket.create_connection(("127.0.0.1", box.port[8001]), timeout=seconds)


def until_closed(connection: socket.socket) -> bytes:
    """Read to the end or a reset. A gateway that hangs is a TimeoutError."""
    answer = b""
    try:
        while part := connection.recv(65536):
            answer += part
    except ConnectionError:
        pass
    return answer


def send(box: Gateway, data: bytes) -> bytes:
    """Send, and return all answers until the gateway ends the connection."""
    with connect(box) as connection:
        with contextlib.suppress(OSError):  # was refused before all of it was read
            connection.sendall(data)
        return until_closed(connection)


def send_all(box: Gateway, requests: list[bytes], patience: float) -> list[bytes]:
    """Send each over its own connection, close the sending side, and return the answers.

    Args:
        box: the gateway.
        requests: the bytes to send.
        patience: seconds for all first answers, before the sending side is closed.
    """
    with contextlib.ExitStack() as held:
        connections = [held.enter_context(connect(box)) for _ in requests]
        for connection, data in zip(connections, requests, strict=True):
            with contextlib.suppress(OSError):
                connection.sendall(data)
        waiting, end = connections, time.monotonic() + patience
        while waiting and (left := end - time.monotonic()) > 0:
            answered = select.select(waiting, [], [], left)[0]
            waiting = [connection for connection in waiting if connection not in answered]
        for connection in connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_WR)
        return [until_closed(connection) for connection in connections]


def statuses(answer: bytes) -> list[int]:
    return [int(code) for code in STATUS.findall(answer)]


def request(method: str, target: str, further: str = "Connection: close\r\n") -> bytes:
    return f"{method} {target} HTTP/1.1\r\n{HEAD}{further}Content-Length: 0\r\n\r\n".encode("latin-1")


def nothing_else_reached(engine: ScriptedEngine) -> None:
    """Assert that the engine saw only allowed routes, each with the engine's own key or, for health, none."""
    for seen in engine.seen:
        assert (seen.method, seen.target) in ALLOWED, seen
        wanted = None if seen.target == "/health" else f"Bearer {ENGINE_KEY}"
        assert seen.headers.get("Authorization") == wanted, seen
