"""An engine by value on this host: it streams a completion, a part at a time, as vLLM and llama.cpp do."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from ..api import GOOD

USAGE = {"prompt_tokens": 400, "completion_tokens": 50}


def chunks(text: str = GOOD, finish: str = "stop", size: int = 20) -> list[bytes]:
    """Return a stream's events."""
    parts = [text[start : start + size] for start in range(0, len(text), size)]
    events: list[dict[str, Any]] = [{"choices": [{"delta": {"role": "assistant", "content": ""}}]}]
    events += [{"choices": [{"delta": {"content": part}, "finish_reason": None}]} for part in parts]
    events += [{"choices": [{"delta": {}, "finish_reason": finish}]}, {"choices": [], "usage": USAGE}]
    return [f"data: {json.dumps(event)}\n\n".encode() for event in events] + [b"data: [DONE]\n\n"]


@dataclass
class Engine:
    base: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    answer: Callable[[], tuple[int, str, list[bytes]]] = lambda: (200, "text/event-stream", chunks())


@contextmanager
def serving() -> Iterator[Engine]:
    engine = Engine()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            engine.asked.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
            status, kind, parts = engine.answer()
            self.send_response(status)
            self.send_header("content-type", kind)
            self.send_header("x-request-id", "r1")
            self.end_headers()
            with suppress(ConnectionError):  # a client may leave
                for part in parts:
                    self.wfile.write(part)
                    self.wfile.flush()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    engine.base = f"http://127.0.0.1:{server.server_port}/v1"
    yield engine
    server.shutdown()
    server.server_close()
