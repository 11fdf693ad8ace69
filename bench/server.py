"""Serve one fixed chat completion, in a process of its own so that its CPU time is not the client's."""

from __future__ import annotations

import asyncio
import json
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

PLAN = (
    '{"steps":[{"type":"tool","tool":"integrate","args":{"expr":"x**2*sin(x)","var":"x"}},'
    '{"type":"final","payload":{"result":"R1"}}]}'
)
ANSWER = json.dumps(
    {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1731368630,
        "model": "student-nano",
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": PLAN, "refusal": None},
                "logprobs": None,
                "finish_reason": "stop",
            }
        ],
        "usage": {"prompt_tokens": 400, "completion_tokens": 50, "total_tokens": 450},
    }
).encode()
MESSAGE = (
    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-request-id: 1\r\n"
    + f"content-length: {len(ANSWER)}\r\n\r\n".encode()
    + ANSWER
)


async def _serve(told: Connection) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length"))
                await reader.readexactly(int(length.partition(b":")[2]))
                writer.write(MESSAGE)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    told.send(server.sockets[0].getsockname()[1])
    await server.serve_forever()


def _run(told: Connection) -> None:
    asyncio.run(_serve(told))


@contextmanager
def server() -> Iterator[str]:
    """Yield the address of the API, with /v1."""
    context = multiprocessing.get_context("spawn")
    heard, told = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(told,), daemon=True)
    process.start()
    told.close()  # makes a server that does not start an error here, not a wait
    try:
        yield f"http://127.0.0.1:{heard.recv()}/v1"
    finally:
        process.terminate()
        process.join()
