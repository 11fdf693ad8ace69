"""A server on a real socket that answers with recorded bytes, each answer once, in order."""

from __future__ import annotations

import json
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "openai"
RECORDED = "This is a test."


@dataclass(frozen=True)
class Recording:
    """A recorded answer: status line, header lines, body."""

    status: str
    headers: tuple[str, ...]
    body: bytes
    promised: int | None = None
    """The length that is promised; None for the body's own."""

    @classmethod
    def read(cls, name: str, *more_headers: str, content: str = RECORDED) -> Recording:
        """Read a file of ``openai/``, add headers, and replace the recorded text."""
        head, _, body = (FOLDER / f"{name}.http").read_text(encoding="utf-8").partition("\n\n")
        status, *headers = head.splitlines()
        body = body.replace(json.dumps(RECORDED), json.dumps(content))
        return cls(status, (*headers, *more_headers), body.encode())

    def cut(self, length: int, *, broken: bool) -> Recording:
        """Return it with a body cut short; broken: the length promised is still the whole one's."""
        return Recording(self.status, self.headers, self.body[:length], len(self.body) if broken else None)

    def message(self) -> bytes:
        """Return the bytes for the socket."""
        length = len(self.body) if self.promised is None else self.promised
        lines = [self.status, *self.headers, f"Content-Length: {length}", "Connection: close", "", ""]
        return "\r\n".join(lines).encode() + self.body


@dataclass
class Replay:
    """The server's requests, as (head, body)."""

    base: str
    asked: list[tuple[str, Any]] = field(default_factory=list)


@contextmanager
def replay(*recordings: Recording) -> Iterator[Replay]:
    """Serve the recordings on a free port of this host; one request too many is refused."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        state = Replay(f"http://127.0.0.1:{server.getsockname()[1]}/v1")

        def serve() -> None:
            for recording in recordings:
                try:
                    connection, _ = server.accept()
                except OSError:  # the test is over, and not all was asked for
                    return
                with connection, connection.makefile("rb") as stream:
                    head = b"".join(iter(stream.readline, b"\r\n")).decode()
                    length = re.search(r"(?im)^content-length: (\d+)", head)
                    state.asked.append((head, json.loads(stream.read(int(length[1])) if length else b"null")))
                    connection.sendall(recording.message())

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield state
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
        thread.join(5)
