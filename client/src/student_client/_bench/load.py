"""The loads: so many problems at once, or problems that arrive by chance, and the result of each."""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field

from .._outcome import Outcome
from .._problem import Problem
from .problems import Item
from .stream import Timing, clock, timings

Solve = Callable[[Problem], Awaitable[Outcome]]
MIN_ROUNDS = 2
"""Fewest problems per place of a load on average, even with a slow engine."""
MAX_IN_FLIGHT = 1000
"""Most arrivals that wait at once; more would mean an engine far beyond its limit."""


@dataclass
class Sample:
    """One problem of a load.

    Args:
        item: the problem.
        scheduled: its scheduled start; waiting for its turn counts.
        ended: the time of its outcome.
        outcome: its outcome.
        requests: its requests.
    """

    item: Item
    scheduled: float
    ended: float
    outcome: Outcome
    requests: list[Timing]

    @property
    def seconds(self) -> float:
        """From the scheduled start to the outcome."""
        return self.ended - self.scheduled


@dataclass
class Load:
    """One load, and its result.

    Args:
        profile: "synchronous", "concurrent" or "poisson", as guidellm calls them.
        concurrency: problems at once; None for arrivals.
        rate: arrivals a second; None for the others.
        started: the time of its start.
        cutoff: when the last problem was started: rates count problems that ended until then.
        samples: every problem.
        host_load: this host's load average of a minute, before and after.
        watts: the GPUs' average power, if reported.
    """

    profile: str
    concurrency: int | None
    rate: float | None
    started: float
    cutoff: float = 0.0
    samples: list[Sample] = field(default_factory=list)
    host_load: tuple[float, float] = (0.0, 0.0)
    watts: float | None = None


Progress = Callable[[Load], None]


async def concurrent(
    solve: Solve, items: Iterator[Item], concurrency: int, seconds: float, on_progress: Progress
) -> Load:
    """Keep so many problems running, each followed by the next.

    Args:
        solve: asks for a plan.
        items: the problems.
        concurrency: how many at once.
        seconds: how long new ones are begun; those that run are awaited.
        on_progress: called with the load as each problem ends.
    """
    profile = "synchronous" if concurrency == 1 else "concurrent"
    load = Load(profile, concurrency, None, clock())
    before = os.getloadavg()[0]

    load.cutoff = load.started + seconds

    async def client() -> None:
        while (now := clock()) < load.cutoff or len(load.samples) < MIN_ROUNDS * concurrency:
            load.cutoff = max(load.cutoff, now)
            await run_problem(solve, next(items), now, load, on_progress)

    await _wait_for_all([asyncio.ensure_future(client()) for _ in range(concurrency)])
    load.host_load = (before, os.getloadavg()[0])
    return load


async def poisson(
    solve: Solve, items: Iterator[Item], rate: float, seconds: float, on_progress: Progress, rng: random.Random
) -> Load:
    """Begin problems at random moments, whether the earlier ones have ended or not.

    Args:
        solve: asks for a plan.
        items: the problems.
        rate: how many per second on average.
        seconds: how long new ones arrive; those that run are awaited.
        on_progress: called with the load as each problem ends.
        rng: random numbers, by a seed.
    """
    load = Load("poisson", None, rate, clock())
    before = os.getloadavg()[0]
    running: list[asyncio.Future[None]] = []
    arrival = load.started
    while (arrival := arrival + rng.expovariate(rate)) < load.started + seconds:
        await asyncio.sleep(max(0.0, arrival - clock()))
        running = [one for one in running if not one.done() or one.result()]
        if len(running) >= MAX_IN_FLIGHT:
            break
        running.append(asyncio.ensure_future(run_problem(solve, next(items), arrival, load, on_progress)))
    load.cutoff = min(clock(), load.started + seconds)
    await _wait_for_all(running)
    load.host_load = (before, os.getloadavg()[0])
    return load


async def _wait_for_all(tasks: list[asyncio.Future[None]]) -> None:
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()


async def run_problem(solve: Solve, item: Item, scheduled: float, load: Load, on_progress: Progress) -> None:
    """Ask for the plan of one problem, and add its outcome to the load."""
    requests: list[Timing] = []
    timings.set(requests)
    outcome = await solve(item.problem)
    load.samples.append(Sample(item, scheduled, clock(), outcome, requests))
    on_progress(load)
