"""Load of streams: open many at once, read them to the end and measure the delay of their chunks."""

from __future__ import annotations

import asyncio
import statistics
import time
from dataclasses import dataclass, field
from typing import cast

from bench.gateway.boxes import KEY, PATH, POOL, Target, request_body

ID = b'"chatcmpl-'


@dataclass
class Count:
    """Counts over all streams."""

    delays: list[int] = field(default_factory=list)
    whole: int = 0
    reads: int = 0


class Stream(asyncio.Protocol):
    """One stream on a connection of its own."""

    def __init__(self, request: bytes, count: Count) -> None:
        self.request, self.count = request, count
        self.rest = b""
        self.ended = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Send the request."""
        self.transport = cast(asyncio.Transport, transport)
        self.transport.write(self.request)

    def data_received(self, data: bytes) -> None:
        """Note each chunk's delay."""
        now = time.monotonic_ns()
        self.count.reads += 1
        events = (self.rest + data).split(b"\n\n")
        self.rest = events.pop()
        for event in events:
            at = event.find(ID) + len(ID)
            if event.endswith(b"data: [DONE]"):
                self.count.whole += 1
                self.transport.close()
            elif at >= len(ID) and event[at] != 0 and (sent := int(event[at : at + 20])):
                self.count.delays.append(now - sent)

    def connection_lost(self, exc: Exception | None) -> None:
        """Mark the stream as ended."""
        if not self.ended.done():
            self.ended.set_result(None)


async def _read(target: Target, streams: int, seconds: float) -> Count:
    count = Count()
    loop = asyncio.get_running_loop()
    body = request_body(1024, stream=True)

    async def one(number: int) -> None:
        head = (
            f"POST {PATH} HTTP/1.1\r\nHost: {target.host}\r\nAuthorization: Bearer {KEY.format(number % POOL)}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        _, stream = await loop.create_connection(lambda: Stream(head.encode() + body, count), target.host, target.port)
        await asyncio.wait_for(stream.ended, seconds)

    await asyncio.gather(*(one(i) for i in range(streams)), return_exceptions=True)
    return count


def read(target: Target, streams: int, chunks: int, seconds: float) -> dict[str, float]:
    """Read many streams at once.

    Args:
        target: the server.
        streams: how many.
        chunks: how many chunks each of them has.
        seconds: after which a stream counts as broken.

    Returns:
        ``cpu_us``: the server's CPU time a chunk in microseconds; ``p50_ms`` and ``p99_ms`` of the chunks' delay;
        ``broken``: streams that broke or have missing chunks; ``reader``: this process's share of one core;
        ``together``: chunks in one read. A host that is too busy merges chunks, and a merged chunk costs less.
    """
    before, mine, start = target.cpu_seconds(), time.process_time(), time.monotonic()
    count = asyncio.run(_read(target, streams, seconds))
    wall, used, reader = time.monotonic() - start, target.cpu_seconds() - before, time.process_time() - mine
    missing = streams * chunks - len(count.delays)
    percentiles = statistics.quantiles(count.delays, n=100) if len(count.delays) > 1 else [float("nan")] * 99
    return {
        "cpu_us": used / max(len(count.delays), 1) * 1e6,
        "p50_ms": percentiles[49] / 1e6,
        "p99_ms": percentiles[98] / 1e6,
        "broken": max(streams - count.whole, -(-missing // chunks)),
        "reader": reader / wall,
        "together": len(count.delays) / max(count.reads, 1),
    }
