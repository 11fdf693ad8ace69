"""Verified plans a second against the engine's own rate, on the running stack: `make bench-peers ONLY=own_rate`.

Bare httpx2 asks for as many plans, with the same prompts and schema and as many requests at once, and does nothing with
them: that is what the engine gives through the gateway. ``plan_many`` reads, asks and verifies. They take turns with
new problems of the bundled family, and only the ratios within a round count. On a host with no core to spare, the
verifier takes its time from the engine.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys
import time
from collections.abc import Iterator
from itertools import islice

import httpx2
from student_client import AsyncStudent, Problem, Settings
from student_client._asking.endpoint import Endpoint, student
from student_client._bench.family import family

from bench.ratios import ratio, report
from ops.lib import compose

BAR = 0.8
"""Share of the engine's own rate, at least, if a core is free for the verifier."""


async def own(http: httpx2.AsyncClient, endpoint: Endpoint, problems: Iterator[Problem], concurrency: int) -> None:
    """Ask for a plan of each problem, and do nothing with it."""

    async def client() -> None:
        for problem in problems:
            reply = await http.post(f"{endpoint.base}/chat/completions", content=endpoint.body(problem, 0.0))
            reply.raise_for_status()

    await asyncio.gather(*(client() for _ in range(concurrency)))


async def verified(client: AsyncStudent, problems: Iterator[Problem], concurrency: int) -> int:
    """Return how many plans were accepted."""
    return sum([outcome.accepted async for outcome in client.plan_many(problems, concurrency)])


async def measure(settings: Settings, options: argparse.Namespace) -> list[tuple[float, float]]:
    """Return the engine's own rate and that of verified plans, by round."""
    problems, endpoint, found = family(options.seed), student(settings), []
    limits = httpx2.Limits(max_connections=None, max_keepalive_connections=None)
    carrier = httpx2.AsyncClient(headers=endpoint.headers(), limits=limits, timeout=120, trust_env=False)
    async with carrier as http, AsyncStudent(settings) as client:
        await verified(client, islice(problems, 4 * options.concurrency), options.concurrency)  # warm-up
        for number in range(options.rounds):
            rates: dict[str, float] = {}
            for which in ("own", "verified") if number % 2 else ("verified", "own"):
                start, count = time.perf_counter(), options.problems
                if which == "own":
                    await own(http, endpoint, islice(problems, count), options.concurrency)
                else:
                    count = await verified(client, islice(problems, count), options.concurrency)
                rates[which] = count / (time.perf_counter() - start)
            found.append((rates["own"], rates["verified"]))
    return found


def main() -> int:
    """Measure and print; return 1 if the bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--problems", type=int, default=100, help="in each round, by each of the two")
    parser.add_argument("--concurrency", type=int, default=4, help="requests at once: the engine's own limit")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--keep", action="store_true", help="keep the figures for docs/performance.md")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    own_rates, rates = zip(*asyncio.run(measure(Settings.from_env(), options)), strict=True)
    engine = compose.running_engine() or "engine"
    row = ratio(f"verified plans/s, `plan_many` / {engine}'s own", rates, own_rates, BAR, least=True)
    own_rate, rate = statistics.median(own_rates), statistics.median(rates)
    each = f"{options.problems} problems, {options.concurrency} requests at once"
    about = f"{options.rounds} rounds of {each}: the engine's own {own_rate:.1f}/s, verified {rate:.1f}/s"
    return report(f"own_rate_{engine}", about, [row], load, options.keep)


if __name__ == "__main__":
    sys.exit(main())
