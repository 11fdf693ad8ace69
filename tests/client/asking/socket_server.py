"""A server on a real socket, whose answers are given byte by byte."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator

from student_client._asking.endpoint import Endpoint, student

from tests.client.api import settings

Script = Callable[[socket.socket, int], bool]
"""Answers one request of a connection, given with its number; returns whether the connection stays open."""
OK = b"HTTP/1.1 200 OK\r\nX-Request-Id: 7\r\ncontent-length: 2\r\n\r\nok"


class Server:
    """Answers each request by a script.

    Args:
        script: the script.
        context: of an encrypted server.
    """

    def __init__(self, script: Script, context: ssl.SSLContext | None = None) -> None:
        self.script = script
        self.context = context
        self.seen: list[tuple[int, bytes]] = []
        """The number of the connection, and the request."""
        self.closed: list[int] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def connections(self) -> list[int]:
        """The number of the connection of each request."""
        return [number for number, _ in self.seen]

    def endpoint(self, host: str = "127.0.0.1") -> Endpoint:
        scheme = "https" if self.context else "http"
        return student(settings(api_base=f"{scheme}://{host}:{self.port}/v1"))

    def close(self) -> None:
        with contextlib.suppress(OSError):  # was closed before
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        number = 0
        with contextlib.suppress(OSError):
            while True:
                plain, _ = self._listener.accept()
                threading.Thread(target=self._serve, args=(plain, number), daemon=True).start()
                number += 1

    def _serve(self, plain: socket.socket, number: int) -> None:
        with contextlib.suppress(OSError, ValueError), self._secured(plain) as connection:
            while request := _request(connection):
                self.seen.append((number, request))
                if not self.script(connection, number):
                    break
        self.closed.append(number)

    def _secured(self, plain: socket.socket) -> socket.socket:
        return self.context.wrap_socket(plain, server_side=True) if self.context else plain


def _request(connection: socket.socket) -> bytes:
    data = b""
    while b"\r\n\r\n" not in data:
        part = connection.recv(65536)
        if not part:
            return b""
        data += part
    head, _, rest = data.partition(b"\r\n\r\n")
    length = next((int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), 0)
    while len(rest) < length:
        rest += connection.recv(65536)
    return head + b"\r\n\r\n" + rest


def says(*parts: bytes, stays: bool = True) -> Script:
    def script(connection: socket.socket, _: int) -> bool:
        for part in parts:
            connection.sendall(part)
        return stays

    return script


@contextlib.contextmanager
def serving(script: Script, context: ssl.SSLContext | None = None) -> Iterator[Server]:
    server = Server(script, context)
    try:
        yield server
    finally:
        server.close()
