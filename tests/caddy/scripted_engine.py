"""An engine that behaves as a request's ``model`` field says, and remembers its requests."""

from __future__ import annotations

import http.server
import json
import socket
import threading
from dataclasses import dataclass, field
from typing import Any

PATIENCE = 180.0
MODELS = {"object": "list", "data": [{"id": "nano", "object": "model", "owned_by": "engine", "meta": {}}], "models": []}
"""The list of models with additions to OpenAI's shape, like llama-server's."""


@dataclass
class Seen:
    """One request as it arrived."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


@dataclass
class ScriptedEngine:
    """Listens on an address of the host that containers reach."""

    address: str
    port: int = 0
    seen: list[Seen] = field(default_factory=list)
    # a stream's next chunk leaves when the test says so: nothing is proved by waiting
    go_on: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    client_gone: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        engine = self

        class Handler(_Handler):
            script = engine

        self._server = _Server((self.address, self.port), Handler)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def only(self) -> Seen:
        assert len(self.seen) == 1, self.seen
        return self.seen[0]


def _usage(value: str) -> dict[str, int]:
    return dict(zip(("prompt_tokens", "completion_tokens"), map(int, value.split()), strict=True))


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128  # the usual 5 drops what a test sends at once

    def handle_error(self, *_: Any) -> None:
        """Print nothing, since tests make clients disconnect on purpose."""


class _Handler(http.server.BaseHTTPRequestHandler):
    script: ScriptedEngine
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        pass

    def do_GET(self) -> None:
        body = self._body()
        self.script.seen.append(Seen(self.command, self.path, dict(self.headers.items()), body))
        try:
            order = json.loads(body).get("model", "") if body else ""
        except ValueError:
            order = ""
        name, _, value = str(order).partition(" ")
        getattr(self, f"_play_{name}", self._play_echo)(value)

    do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_GET  # noqa: N815

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = b""
        while size := int(self.rfile.readline().strip() or b"0", 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def _answer(self, status: int, content: dict[str, Any]) -> None:
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("X-Request-Id", "the engine's own")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _play_echo(self, _: str) -> None:
        self._answer(200, MODELS if self.path == "/v1/models" else {"ok": True})

    def _play_status(self, value: str) -> None:
        self._answer(int(value), {"error": f"the engine's own words for {value}"})

    def _play_silence(self, _: str) -> None:
        self._wait_until_gone()

    def _play_hangup(self, _: str) -> None:
        self.connection.shutdown(socket.SHUT_RDWR)
        self.close_connection = True

    def _play_stream(self, value: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for i in range(int(value)):
            if i and not self.script.go_on.acquire(timeout=PATIENCE):
                return
            self._chunk(f"data: {i}\n\n".encode())
        self._chunk(b"data: [DONE]\n\n")
        self._chunk(b"")

    def _play_usage(self, value: str) -> None:
        self._answer(200, {"choices": [{"message": {"content": "x"}}], "usage": _usage(value)})

    def _play_usage_stream(self, value: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        chunk = {"choices": [{"delta": {"content": "x"}}], "usage": None}
        for content in (chunk, chunk, {"choices": [], "usage": _usage(value)}):
            self._chunk(f"data: {json.dumps(content)}\n\n".encode())
        self._chunk(b"data: [DONE]\n\n")
        self._chunk(b"")

    def _play_broken_stream(self, _: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self._chunk(b"data: 0\n\n")
        self._play_hangup("")

    def _play_endless(self, _: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self._chunk(b"data: 0\n\n")
        self._wait_until_gone()

    def _play_flood(self, _: str) -> None:
        """Write as fast as the gateway reads, until it disconnects."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            while True:
                self._chunk(b"data: " + b"x" * 65536 + b"\n\n")
        except OSError:
            self.script.client_gone.set()
            self.close_connection = True

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def _wait_until_gone(self) -> None:
        """Read until the gateway disconnects, as it does for a cancelled request."""
        self.connection.settimeout(PATIENCE)
        try:
            while self.connection.recv(1024):
                pass
        except TimeoutError:
            return
        except OSError:
            pass  # counts a reset as a disconnection
        self.script.client_gone.set()
        self.close_connection = True
