"""Serve streams as an engine does: `stream_engine.py PORT CHUNKS`. It uses only the standard library.

The answer to each request is a stream of 50 chat completion chunks a second. A chunk's id is the time at which it was
written, in nanoseconds of the monotonic clock, which all containers of a host share.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from typing import cast

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
PACE = 50
MARK = "0" * 20


def _event(choices: list[dict[str, object]], usage: dict[str, int] | None) -> bytes:
    chunk = {
        "id": f"chatcmpl-{MARK}",
        "object": "chat.completion.chunk",
        "created": 1731368630,
        "model": "student-nano",
        "choices": choices,
        "usage": usage,
    }
    return b"data: " + json.dumps(chunk).encode() + b"\n\n"


def _framed(data: bytes) -> bytes:
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


BEFORE, AFTER = _framed(
    _event([{"index": 0, "delta": {"content": " token"}, "finish_reason": None, "logprobs": None}], None)
).split(MARK.encode())
USAGE = {"prompt_tokens": 200, "completion_tokens": 100, "total_tokens": 300}
LAST = _framed(_event([], USAGE)) + _framed(b"data: [DONE]\n\n") + _framed(b"")


class Engine(asyncio.Protocol):
    """One connection."""

    streams = 0

    def __init__(self, chunks: int) -> None:
        self.chunks = chunks
        self.buffer = b""
        self.left = 0
        self.due = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the connection's transport."""
        self.transport = cast(asyncio.Transport, transport)
        self.loop = asyncio.get_running_loop()

    def data_received(self, data: bytes) -> None:
        """Start a stream when the request is whole."""
        self.buffer += data
        head, found, body = self.buffer.partition(b"\r\n\r\n")
        if not found:
            return
        lines = [line.partition(b":") for line in head.lower().split(b"\r\n")]
        length = next((int(value) for name, _, value in lines if name == b"content-length"), 0)
        if len(body) < length:
            return
        self.buffer = b""
        self.left = self.chunks
        Engine.streams += 1
        # spreads the streams' chunks over the interval by the golden ratio, as tokens of many answers are spread
        self.due = self.loop.time() + Engine.streams * 0.618 % 1 / PACE
        self.transport.write(HEAD)
        self.loop.call_at(self.due, self.send)

    def send(self) -> None:
        """Write the next chunk, or the end."""
        if self.transport.is_closing():
            return
        if self.left == 0:
            self.transport.write(LAST)
            return
        self.left -= 1
        self.transport.write(BEFORE + b"%020d" % time.monotonic_ns() + AFTER)
        self.due += 1 / PACE
        self.loop.call_at(self.due, self.send)


async def serve(port: int, chunks: int) -> None:
    """Serve streams until it is killed."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Engine(chunks), None, port, backlog=1024)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), int(sys.argv[2])))
