"""Both carriers against a real socket, whose answers are given byte by byte."""

from __future__ import annotations

import asyncio
import os
import re
import socket
import ssl
import threading
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from student_client import BadResponse, ConnectionFailed, RequestTimeout, StudentError
from student_client._asking.carrier import Carrier
from student_client._asking.carrier_async import AsyncCarrier
from student_client._asking.endpoint import Endpoint, student
from student_client._asking.protocol import Reply
from student_client._asking.transport import MAX_BODY

from tests.caddy.authority import Authority
from tests.client.api import settings
from tests.conftest import wait_until

from .socket_server import OK, Script, Server, says, serving


def asked(kind: str, endpoint: Endpoint, times: int = 1, seconds: float = 60, between: Any = lambda: None) -> list[Any]:
    """Return replies, or the errors in their place, of one carrier."""
    found: list[Any] = []
    if kind == "threads":
        carrier = Carrier(None)
        for number in range(times):
            if number:
                between()
            try:
                found.append(carrier(endpoint, "POST", "/chat/completions", b"{}", seconds))
            except StudentError as error:
                found.append(error)
        carrier.close()
        return found

    async def ask() -> None:
        carrier = AsyncCarrier(None)
        for number in range(times):
            if number:
                await asyncio.to_thread(between)
                await asyncio.sleep(0)  # lets the loop read what has arrived
            try:
                found.append(await carrier(endpoint, "POST", "/chat/completions", b"{}", seconds))
            except StudentError as error:
                found.append(error)
        await carrier.close()

    asyncio.run(ask())
    return found


@pytest.fixture(params=["threads", "asyncio"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_connection_is_kept(kind: str) -> None:
    with serving(says(OK)) as server:
        replies = asked(kind, server.endpoint(), times=3)
    assert [(reply.status, reply.body, reply.request_id) for reply in replies] == [(200, b"ok", "7")] * 3
    assert server.connections == [0, 0, 0]


def test_request_is_plain_http(kind: str) -> None:
    with serving(says(OK)) as server:
        asked(kind, server.endpoint())
    head, _, content = server.seen[0][1].partition(b"\r\n\r\n")
    first, *lines = head.split(b"\r\n")
    assert first == b"POST /v1/chat/completions HTTP/1.1"
    assert {name.lower(): value.strip() for name, _, value in (line.partition(b":") for line in lines)} == {
        b"host": b"127.0.0.1:%d" % server.port,
        b"user-agent": b"student-client",
        b"accept": b"application/json",
        b"accept-encoding": b"identity",
        b"content-type": b"application/json",
        b"authorization": b"Bearer sk-secret-0123456789",
        b"content-length": b"2",
    }
    assert content == b"{}"


@pytest.mark.parametrize(
    "parts",
    [
        (b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\no\r\n", b"1\r\nk\r\n0\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\n\r\no", b"k"),
        (b"HTTP/1.1 103 Early Hints\r\n\r\n", OK),
        tuple(OK[at : at + 1] for at in range(len(OK))),
    ],
    ids=["chunks", "until it closes", "a hint first", "byte by byte"],
)
def test_answer_is_whole(kind: str, parts: tuple[bytes, ...]) -> None:
    with serving(says(*parts, stays=False)) as server:
        assert [reply.body for reply in asked(kind, server.endpoint())] == [b"ok"]


def test_closed_connection_is_not_used(kind: str) -> None:
    """The server closes it without a word, or says so."""
    for answer in (OK, OK.replace(b"\r\n\r\n", b"\r\nconnection: close\r\n\r\n")):
        with serving(says(answer, stays=False)) as server:
            replies = asked(kind, server.endpoint(), times=3, between=partial(_until_closed, server))
        assert [reply.body for reply in replies] == [b"ok"] * 3
        assert server.connections == [0, 1, 2]


def _until_closed(server: Server) -> None:
    wait_until(lambda: len(server.closed) == len(server.seen), 5, "the server's end of the connection")


def test_second_answer_is_never_read(kind: str) -> None:
    """A server that sends two answers to a request: the second one is not the next request's."""
    late = OK.replace(b"\r\n\r\nok", b"\r\n\r\nno")
    read, sent = threading.Semaphore(0), threading.Semaphore(0)

    def script(connection: socket.socket, number: int) -> bool:
        connection.sendall(OK + late if number % 2 else OK)
        if number < 3 and read.acquire(timeout=60):
            connection.sendall(b"" if number % 2 else late)
            sent.release()
        return True

    def between() -> None:
        read.release()
        assert sent.acquire(timeout=60)

    with serving(script) as server:
        replies = asked(kind, server.endpoint(), times=4, between=between)
    assert [reply.body for reply in replies] == [b"ok"] * 4
    assert server.connections == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("script", "error", "words"),
    [
        (says(b"SSH-2.0-x\r\n\r\n", stays=False), ConnectionFailed, r"\(the connection broke\)"),
        (says(OK[:-1], stays=False), ConnectionFailed, r"\(the connection broke\)"),
        (says(OK[:20], stays=False), ConnectionFailed, r"\(the connection broke\)"),
        (says(b"", stays=False), ConnectionFailed, r"\(the connection broke\)"),
        (says(OK[:-1]), RequestTimeout, "within 0.2 s"),
        (says(b"HTTP/1.1 200 OK\r\n\r\n", *[b"x" * 65536] * (MAX_BODY // 65536 + 1)), BadResponse, "longer than"),
    ],
    ids=["no HTTP", "cut", "cut head", "no answer", "no end", "too long"],
)
def test_failure_is_reported(kind: str, script: Script, error: type[StudentError], words: str) -> None:
    """The connection is not used again."""
    with serving(script) as server:
        found = asked(kind, server.endpoint(), times=2, seconds=0.2 if error is RequestTimeout else 60)
    for one in found:
        assert type(one) is error
        assert re.search(words, str(one))
    assert server.connections == [0, 1]


def test_trickle_is_a_time_out(kind: str) -> None:
    """The time is for the whole answer, not for each part."""

    def script(connection: socket.socket, _: int) -> bool:
        connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 99999\r\n\r\n")
        while True:  # until the client leaves
            time.sleep(0.05)
            connection.sendall(b"x")

    with serving(script) as server:
        (found,) = asked(kind, server.endpoint(), seconds=0.3)
    assert type(found) is RequestTimeout


def test_nothing_listens(kind: str) -> None:
    with serving(says(OK)) as server:
        server.close()
    refused = r"\(connection refused\)"
    for host, words in (("127.0.0.1", refused), ("localhost", refused), ("no.such.invalid", "no such host")):
        (found,) = asked(kind, server.endpoint(host))
        assert type(found) is ConnectionFailed
        assert re.search(words, str(found))


def test_certificate_is_checked(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It must be by a trusted authority, and for the host."""
    authority = Authority(tmp_path / "authority")
    authority.issue("localhost", tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    with serving(says(OK), context) as server:
        (unknown,) = asked(kind, server.endpoint("localhost"))
        monkeypatch.setenv("SSL_CERT_FILE", str(authority.root))
        (other,) = asked(kind, server.endpoint("127.0.0.1"))
        replies = asked(kind, server.endpoint("localhost"), times=3)
    for refused in (unknown, other):
        assert type(refused) is ConnectionFailed
        assert "is not trusted" in str(refused)
    assert [reply.body for reply in replies] == [b"ok"] * 3
    assert len(set(server.connections)) == 1


def test_proxy_is_used(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Except for this host's own addresses."""
    with serving(says(OK)) as proxy, serving(says(OK)) as server:
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{proxy.port}")
        asked(kind, server.endpoint())
        asked(kind, student(settings(api_base="http://student.invalid/v1")))
    assert [request.split(b"\r\n")[0] for _, request in proxy.seen] == [
        b"POST http://student.invalid/v1/chat/completions HTTP/1.1"
    ]
    assert len(server.seen) == 1


def test_closed_client_asks_nothing(kind: str) -> None:
    with serving(says(OK)) as server:
        threads, tasks = Carrier(None), AsyncCarrier(None)
        threads.close()

        async def ask() -> Reply:
            await tasks.close()
            return await tasks(server.endpoint(), "GET", "/models", b"", 60)

        with pytest.raises(RuntimeError, match="closed"):
            threads(server.endpoint(), "GET", "/models", b"", 60) if kind == "threads" else asyncio.run(ask())
    assert not server.seen


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_fork_opens_its_own() -> None:
    """Of two processes on one connection, one could read the other's answer."""
    carrier = Carrier(None)
    with serving(says(OK)) as server:
        carrier(server.endpoint(), "GET", "/models", b"", 60)
        copy = os.fork()
        if copy == 0:
            try:
                carrier(server.endpoint(), "GET", "/models", b"", 60)
                os._exit(0)
            finally:
                os._exit(1)
        assert os.waitpid(copy, 0)[1] == 0
        carrier(server.endpoint(), "GET", "/models", b"", 60)
    carrier.close()
    assert server.connections == [0, 1, 0]


def test_left_request_ends_the_connection() -> None:
    """A request that is cancelled leaves an answer behind, which must not be the next one's."""
    go = threading.Event()

    def script(connection: socket.socket, number: int) -> bool:
        if number == 0:
            go.wait(60)
        connection.sendall(OK)
        return True

    async def ask(server: Server) -> Reply:
        carrier, endpoint = AsyncCarrier(None), server.endpoint()
        left = asyncio.ensure_future(carrier(endpoint, "GET", "/models", b"", 60))
        await asyncio.to_thread(wait_until, lambda: bool(server.seen), 5, "the first request")
        left.cancel()
        await asyncio.gather(left, return_exceptions=True)
        go.set()
        reply = await carrier(endpoint, "GET", "/models", b"", 60)
        await carrier.close()
        return reply

    with serving(script) as server:
        assert asyncio.run(ask(server)).body == b"ok"
    assert server.connections == [0, 1]


def test_event_loops_share_no_connection() -> None:
    carrier, loops = AsyncCarrier(None), [asyncio.new_event_loop() for _ in range(2)]
    with serving(says(OK)) as server:
        for loop in loops:
            reply = loop.run_until_complete(carrier(server.endpoint(), "GET", "/models", b"", 60))
            assert reply.body == b"ok"
        for loop in reversed(loops):
            loop.run_until_complete(carrier.close())
            loop.run_until_complete(asyncio.sleep(0))
            loop.close()
    assert server.connections == [0, 1]
