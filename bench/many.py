"""How many plans a second many requests at once give, against openai's and bare httpx2's: `make bench-peers ONLY=many`.

``AsyncStudent.plan_many``, ``AsyncOpenAI`` and a bare ``httpx2.AsyncClient`` ask the same server for the same plans, so
many at once. Ours reads each plan and checks its structure; its verifier takes no time, so that the client itself is
measured. They take turns, and only the ratios within a round count.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from itertools import repeat
from typing import Any

import httpx2
import openai
from student_client import AsyncStudent, Settings, Verdict

from bench.client_cpu import KEY, MODEL, PROBLEM, request
from bench.ratios import ratio, report, turns
from bench.server import server

BARS = {"httpx2": 0.95, "openai": 2.2}
"""Plans a second of ours as a share of theirs, at least."""
OURS = "student_client"
Send = Callable[[int], Awaitable[None]]


async def clients(base: str, concurrency: int, stack: AsyncExitStack) -> dict[str, Send]:
    """Return what sends so many requests, by client."""
    settings = Settings.model_validate({"model_name": MODEL, "api_base": base, "api_key": KEY})
    accepted = Verdict("accepted", "not verified here", "")
    student = await stack.enter_async_context(AsyncStudent(settings, verifier=lambda problem, plan: accepted))
    peer = await stack.enter_async_context(openai.AsyncOpenAI(base_url=base, api_key=KEY))
    limits = httpx2.Limits(max_connections=None, max_keepalive_connections=None)
    headers = {"authorization": f"Bearer {KEY}"}
    bare = await stack.enter_async_context(httpx2.AsyncClient(headers=headers, limits=limits))
    body = request()

    async def ours(count: int) -> None:
        async for outcome in student.plan_many(repeat(PROBLEM, count), concurrency):
            outcome.require()

    async def at_once(count: int, send: Callable[[], Awaitable[Any]]) -> None:
        left = iter(range(count))

        async def client() -> None:
            for _ in left:
                await send()

        await asyncio.gather(*(client() for _ in range(concurrency)))

    async def theirs() -> None:
        json.loads((await peer.chat.completions.create(**body)).choices[0].message.content or "")

    async def plain() -> None:
        json.loads((await bare.post(f"{base}/chat/completions", json=body)).json()["choices"][0]["message"]["content"])

    return {OURS: ours, "openai": lambda count: at_once(count, theirs), "httpx2": lambda count: at_once(count, plain)}


async def measure(options: argparse.Namespace) -> dict[str, list[dict[str, float]]]:
    """Return plans a second and the CPU time of each, by client and round."""
    rounds: dict[str, list[dict[str, float]]] = {}
    with server() as base:
        async with AsyncExitStack() as stack:
            sending = await clients(base, options.concurrency, stack)
            for send in sending.values():
                await send(options.requests)  # warm-up
            for number in range(options.rounds):
                for name in turns(sending, number):
                    await sending[name](options.concurrency)  # does not count: it finds another's code in the caches
                    start, cpu = time.perf_counter(), time.process_time()
                    await sending[name](options.requests)
                    seconds, used = time.perf_counter() - start, time.process_time() - cpu
                    found = {"rate": options.requests / seconds, "cpu": used / options.requests}
                    rounds.setdefault(name, []).append(found)
    return rounds


def main() -> int:
    """Measure and print; return 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--requests", type=int, default=300, help="by each client in each round")
    parser.add_argument("--concurrency", type=int, default=8)
    parser.add_argument("--keep", action="store_true", help="keep the figures for docs/performance.md")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    rounds = asyncio.run(measure(options))
    rows = []
    for peer, bar in BARS.items():
        columns = [[each[what] for each in rounds[name]] for what in ("rate", "cpu") for name in (OURS, peer)]
        rows.append(ratio(f"plans/s, `plan_many` / {peer}", columns[0], columns[1], bar, least=True))
        rows.append(ratio(f"CPU a plan, `plan_many` / {peer}", columns[2], columns[3]))
    about = f"{options.rounds} rounds of {options.requests} requests by each client, {options.concurrency} at once"
    return report("many", about, rows, load, options.keep)


if __name__ == "__main__":
    sys.exit(main())
