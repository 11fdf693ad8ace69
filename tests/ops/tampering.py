"""A server between a client and the real server, which changes requests and answers for a test."""

from __future__ import annotations

import http.client
import http.server
import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Asked:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Answered:
    status: int
    body: bytes = b"{}"
    kind: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)


class Tampering:
    """Listens on a port of 127.0.0.1 until it is left.

    Args:
        behind: port of the real server; None if there is none, so that ``instead`` must answer everything.
        before: changes a request on its way.
        instead: answers a request itself, or returns None to let it pass.
        hides: headers of the answer that are left out, in lower case.
    """

    def __init__(
        self,
        behind: int | None,
        before: Callable[[Asked], Asked] = lambda asked: asked,
        instead: Callable[[Asked], Answered | None] = lambda asked: None,
        hides: Collection[str] = (),
    ) -> None:
        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                pass

            def do_GET(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                asked = before(Asked(self.command, self.path, dict(self.headers.items()), body))
                answered = instead(asked) or forward(behind, asked)
                self.send_response(answered.status)
                self.send_header("Content-Type", answered.kind)
                self.send_header("Content-Length", str(len(answered.body)))
                for name, value in answered.headers.items():
                    if name.startswith("x-") and name not in hides:
                        self.send_header(name, value)
                self.end_headers()
                self.wfile.write(answered.body)

            do_POST = do_GET  # noqa: N815

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = int(self._server.server_address[1])

    def __enter__(self) -> Tampering:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def forward(behind: int | None, asked: Asked) -> Answered:
    assert behind is not None, f"nobody answers {asked.path}"
    connection = http.client.HTTPConnection("127.0.0.1", behind, timeout=60)
    kept = {name: value for name, value in asked.headers.items() if name.lower() != "content-length"}
    try:
        connection.request(asked.method, asked.path, body=asked.body or None, headers=kept)
        response = connection.getresponse()
        headers = {name.lower(): value for name, value in response.getheaders()}
        return Answered(response.status, response.read(), headers.get("content-type", ""), headers)
    finally:
        connection.close()


def with_header(asked: Asked, name: str, value: str) -> Asked:
    others = {key: old for key, old in asked.headers.items() if key.lower() != name.lower()}
    return replace(asked, headers=others | {name: value})
