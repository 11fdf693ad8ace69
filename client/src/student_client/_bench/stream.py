"""Times a client's requests: sends each as a stream, and returns the plain answer that the client reads."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

import httpx2

clock = time.perf_counter
"""The clock of all measurements, in seconds."""


@dataclass
class Timing:
    """The times of one request and of the parts of its answer.

    Args:
        sent: the time of the request.
        tokens: the times of the answer's text parts that are not empty.
        ended: the time of the last byte, or of the failure.
        status: the HTTP status; 0 without an answer.
        tokens_in: tokens of the prompt, as the engine counts them.
        tokens_out: tokens of the answer.
    """

    sent: float
    tokens: list[float] = field(default_factory=list)
    ended: float = 0.0
    status: int = 0
    tokens_in: int = 0
    tokens_out: int = 0

    @property
    def done(self) -> bool:
        """Whether the answer is complete."""
        return self.status == 200 and bool(self.tokens)

    @property
    def ttft(self) -> float:
        """Seconds to the first token."""
        return self.tokens[0] - self.sent

    @property
    def itl(self) -> list[float]:
        """Seconds between two parts of the answer."""
        return [later - earlier for earlier, later in zip(self.tokens, self.tokens[1:], strict=False)]

    @property
    def tpot(self) -> float | None:
        """Seconds for each token after the first; None for an answer of one token."""
        return (self.tokens[-1] - self.tokens[0]) / (self.tokens_out - 1) if self.tokens_out > 1 else None

    @property
    def e2el(self) -> float:
        """Seconds to the end of the answer."""
        return self.ended - self.sent


timings: ContextVar[list[Timing]] = ContextVar("timings")
"""The list that records the requests of the running task."""


class StreamingTransport(httpx2.AsyncBaseTransport):
    """Asks for streams instead of plain answers, and records the time of each part.

    Args:
        inner: the transport for the requests.
    """

    def __init__(self, inner: httpx2.AsyncBaseTransport) -> None:
        self._inner = inner

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request, a completion's as a stream."""
        if request.method != "POST":
            return await self._inner.handle_async_request(request)
        timing = Timing(clock())
        timings.get().append(timing)
        seconds = request.extensions.get("timeout", {}).get("read")
        try:
            return await asyncio.wait_for(self._ask(await _streaming_request(request), timing), seconds)
        except asyncio.TimeoutError:
            raise httpx2.ReadTimeout("the stream does not end", request=request) from None
        finally:
            timing.ended = clock()

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()

    async def _ask(self, request: httpx2.Request, timing: Timing) -> httpx2.Response:
        response = await self._inner.handle_async_request(request)
        response.request = request
        try:
            if response.status_code == 200 and "event-stream" in response.headers.get("content-type", ""):
                status, body = await _read_stream(response.aiter_lines(), timing)
            else:
                status, body = response.status_code, await response.aread()
        finally:
            await response.aclose()
        timing.status = status
        dropped = ("content-length", "content-encoding", "transfer-encoding", "content-type")
        kept = [(name, value) for name, value in response.headers.multi_items() if name not in dropped]
        return httpx2.Response(status, headers=[*kept, ("content-type", "application/json")], content=body)


async def _streaming_request(request: httpx2.Request) -> httpx2.Request:
    body = json.loads(await request.aread()) | {"stream": True, "stream_options": {"include_usage": True}}
    headers = [(name, value) for name, value in request.headers.multi_items() if name != "content-length"]
    content = json.dumps(body).encode()
    return httpx2.Request("POST", request.url, headers=headers, content=content, extensions=request.extensions)


async def _read_stream(lines: AsyncIterator[str], timing: Timing) -> tuple[int, bytes]:
    """Return a stream's status, and the answer as it would be without a stream."""
    parts: list[str] = []
    message: dict[str, Any] = {"role": "assistant", "content": None}
    answer: dict[str, Any] = {"choices": [{"index": 0, "message": message, "finish_reason": None}]}
    async for line in lines:
        if not line.startswith("data:") or line[5:].strip() in {"", "[DONE]"}:
            continue
        chunk = json.loads(line[5:])
        if "error" in chunk:
            code = chunk["error"].get("code") if isinstance(chunk["error"], dict) else None
            return (code if isinstance(code, int) and 400 <= code < 600 else 502), json.dumps(chunk).encode()
        answer["usage"] = chunk.get("usage") or answer.get("usage")
        for choice in chunk.get("choices", ()):
            delta = choice.get("delta") or {}
            answer["choices"][0]["finish_reason"] = choice.get("finish_reason") or answer["choices"][0]["finish_reason"]
            if delta.get("content"):
                timing.tokens.append(clock())
                parts.append(delta["content"])
    usage = answer.get("usage") or {}
    message["content"] = "".join(parts) if parts else None
    timing.tokens_in, timing.tokens_out = usage.get("prompt_tokens") or 0, usage.get("completion_tokens") or 0
    return 200, json.dumps(answer).encode()
