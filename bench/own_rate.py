"""Verified plans a second against the engine's own rate, on the running stack: `make bench-peers ONLY=own_rate`.

Bare httpx2 asks for as many plans, with the same prompts and schema and as many requests at once, and does nothing
with them: that is what the engine gives through the gateway. So does openai's client. ``plan_many`` reads, asks and
verifies. The engine's own tool is its maximum without the gateway and the schema. All take turns with new problems of
the bundled family, and only the ratios within a round count. On a host with no core to spare, the verifier takes its
time from the engine.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice

import httpx2
import openai
from pydantic import SecretStr
from student_client import AsyncStudent, Problem, Settings
from student_client._asking.endpoint import Endpoint, student
from student_client._bench.family import family

from bench import llama_bench, vllm_client
from bench.ratios import ratio, report, turns
from ops.lib import compose
from ops.lib.console import guard
from ops.verbs.bench import own_key

BAR = 0.8
"""Share of the engine's own rate, at least, if a core is free for the verifier."""
TOOLS: dict[str, tuple[str, Callable[[int, int], float], float | None]] = {
    "llamacpp": ("llama-bench", llama_bench.maximum, None),  # does less than an engine, so it sets no bar
    "vllm": ("vLLM's own benchmark client", vllm_client.maximum, BAR),
}
"""Each engine's own tool: its name; the requests a second it gets of so many, so many at once; the bar."""


async def own(http: httpx2.AsyncClient, endpoint: Endpoint, problems: Iterator[Problem], concurrency: int) -> None:
    """Ask for a plan of each problem, and do nothing with it."""

    async def client() -> None:
        for problem in problems:
            reply = await http.post(f"{endpoint.base}/chat/completions", content=endpoint.body(problem, 0.0))
            reply.raise_for_status()

    await asyncio.gather(*(client() for _ in range(concurrency)))


async def by_openai(
    peer: openai.AsyncOpenAI, endpoint: Endpoint, problems: Iterator[Problem], concurrency: int
) -> None:
    """Ask for the same with openai's client."""

    async def client() -> None:
        for problem in problems:
            body = json.loads(endpoint.body(problem, 0.0))
            await peer.chat.completions.create(model=body.pop("model"), messages=body.pop("messages"), extra_body=body)

    await asyncio.gather(*(client() for _ in range(concurrency)))


async def verified(client: AsyncStudent, problems: Iterator[Problem], concurrency: int) -> int:
    """Return how many plans were accepted."""
    return sum([outcome.accepted async for outcome in client.plan_many(problems, concurrency)])


async def measure(settings: Settings, engine: str, options: argparse.Namespace) -> dict[str, list[float]]:
    """Return plans a second by round: the engine's "own", by "openai", "verified", and those of the own "tool"."""
    problems, endpoint, found = family(options.seed), student(settings), dict[str, list[float]]()
    limits = httpx2.Limits(max_connections=None, max_keepalive_connections=None)
    carrier = httpx2.AsyncClient(headers=endpoint.headers(), limits=limits, timeout=120, trust_env=False)
    tool = TOOLS[engine][1] if engine in TOOLS else None
    key = settings.api_key.get_secret_value() if settings.api_key else ""
    names = ["own", "openai", "verified", *(["tool"] if tool else [])]
    peer = openai.AsyncOpenAI(base_url=settings.api_base, api_key=key, timeout=120, max_retries=0)
    async with carrier as http, peer, AsyncStudent(settings) as client:
        for number in range(-1, options.rounds):
            for name in turns(names, number):
                start, count = time.perf_counter(), options.problems
                if name == "own":
                    await own(http, endpoint, islice(problems, count), options.concurrency)
                elif name == "openai":
                    await by_openai(peer, endpoint, islice(problems, count), options.concurrency)
                elif name == "verified":
                    count = await verified(client, islice(problems, count), options.concurrency)
                rate = count / (time.perf_counter() - start)
                if name == "tool" and tool:
                    rate = await asyncio.to_thread(tool, count, options.concurrency)
                if number >= 0:  # the first round is the warm-up
                    found.setdefault(name, []).append(rate)
    return found


def main() -> None:
    """Measure and print; exit with 1 if the bar is missed.

    Raises:
        Failure: the engine's own tool did not run.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--problems", type=int, default=100, help="in each round, by each")
    parser.add_argument("--concurrency", type=int, default=4, help="requests at once: the engine's own limit")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--keep", action="store_true", help="keep the figures for docs/performance.md")
    options = parser.parse_args()
    load, engine = os.getloadavg()[0], compose.running_engine() or "engine"
    with own_key() as key:  # without it the gateway's limit would be measured
        settings = Settings.from_env().model_copy(update={"api_key": SecretStr(key)})
        rates = asyncio.run(measure(settings, engine, options))
    what = "verified plans/s, `plan_many` /"
    rows = [ratio(f"{what} {engine}'s own", rates["verified"], rates["own"], BAR, least=True)]
    rows.append(ratio(f"{what} openai at {engine}, nothing verified", rates["verified"], rates["openai"], least=True))
    middle = {name: statistics.median(each) for name, each in rates.items()}
    told = (
        f"the engine's own {middle['own']:.1f}/s, openai {middle['openai']:.1f}/s, verified {middle['verified']:.1f}/s"
    )
    if "tool" in rates:
        name, _, bar = TOOLS[engine]
        rows.append(ratio(f"{what} {name}", rates["verified"], rates["tool"], bar, least=True))
        told += f", {name} {middle['tool']:.1f}/s"
    about = f"{options.rounds} rounds of {options.problems} problems, {options.concurrency} requests at once: {told}"
    sys.exit(report(f"own_rate_{engine}", about, rows, load, options.keep))


if __name__ == "__main__":
    guard(main)
