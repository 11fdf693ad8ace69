"""Runs one measurement, from the warm-up to the report."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx2

from .._asking.hints import is_loopback
from .._asking.transport import client_options
from .._client import AsyncStudent
from .._errors import RequestFailed
from .._outcome import Outcome
from .._problem import Problem
from .._settings import Settings
from .._verdict import Verifier
from .._verifying.choice import verifier_for
from . import load as loads
from .answers import agrees
from .cost import STATED, costs, mean, power
from .figures import figures, samples
from .load import Load
from .machine import asked, machine, versions
from .problems import Source
from .stream import Streamed, clock

FORM = 1
"""The version of the report's form; reports of different versions cannot be compared."""
OF_BEST = 0.7
"""Arrivals per second as a share of the sweep's best rate: busy, but not overloaded."""


@dataclass(frozen=True)
class Wanted:
    """The options of a measurement.

    Args:
        source: the problems.
        concurrencies: problems at once, one load each.
        rate: arrivals per second; None for a share of the sweep's best, 0 for none.
        seconds: how long each load starts new problems.
        warmup: problems before, which are not counted.
        goals: the most milliseconds, by latency.
        metadata: what else is in the report.
        told: called with words about the load, its length, and the load as it grows.
    """

    source: Source
    concurrencies: Sequence[int]
    rate: float | None
    seconds: float
    warmup: int
    goals: dict[str, float]
    metadata: dict[str, str] = field(default_factory=dict)
    told: Callable[[str, float, Load], None] = lambda words, seconds, load: None


async def measure(settings: Settings, wanted: Wanted) -> dict[str, Any]:
    """Measure, and return the report as JSON-ready data.

    Args:
        settings: the client's settings.
        wanted: the loads.

    Raises:
        RequestFailed: the warm-up got no answer, so there is nothing to measure.
    """
    if wanted.source.answered:
        # Ask also about problems that the verifier does not understand: their answers can be compared.
        settings = settings.model_copy(update={"on_unreadable": "ask"})
    found: list[dict[str, Any]] = []
    with verifier_for(None) as verifier:
        carrier = httpx2.AsyncHTTPTransport(limits=client_options()["limits"])
        async with AsyncStudent(settings, Streamed(carrier), verifier) as student:
            run = _Run(student, verifier, wanted)
            await run.warm_up()
            found += [await run.load(concurrency=concurrency) for concurrency in wanted.concurrencies]
            rate = wanted.rate
            if rate is None:
                rate = OF_BEST * max((load["plan_throughput"] for load in found), default=0)
            if rate > 0:
                found.append(await run.load(rate=round(rate, 2)))
    source = wanted.source
    return {
        "form": FORM,
        "date": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "machine": machine(),
        "versions": versions(),
        "settings": asked(settings),
        "metadata": wanted.metadata,
        "problems": {"from": source.name, "in_file": len(source.items) or None, "skipped": source.skipped},
        "seconds": wanted.seconds,
        "warmup": wanted.warmup,
        "goals": wanted.goals,
        "loads": found,
        "stated": list(STATED),
    }


class _Run:
    """The loads of one measurement, each with problems of its own."""

    def __init__(self, student: AsyncStudent, verifier: Verifier, wanted: Wanted) -> None:
        self._student, self._verifier, self._wanted = student, verifier, wanted
        self._part = 0

    async def warm_up(self) -> None:
        """Ask some problems that do not count, so that connections, children and caches are as in a long run."""
        self._part += 1
        items = self._wanted.source.endless(self._part)
        at_once = max([1, *self._wanted.concurrencies])
        load = Load("warm-up", at_once, None, clock())

        async def client(count: int) -> None:
            for _ in range(count):
                await loads.one(self._solve, next(items), clock(), load, self._told("warm-up", 0))

        share = -(-self._wanted.warmup // at_once)
        await asyncio.gather(*(client(share) for _ in range(at_once)))
        errors = [sample.outcome.error for sample in load.samples]
        if errors and all(isinstance(error, RequestFailed) for error in errors):
            raise errors[-1] or AssertionError

    async def load(self, concurrency: int | None = None, rate: float = 0.0) -> dict[str, Any]:
        """Run one load and return its figures with their samples."""
        self._part += 1
        wanted, items = self._wanted, self._wanted.source.endless(self._part)
        words = f"concurrency {concurrency}" if concurrency else f"poisson, {rate:g} a second"
        told = self._told(words, wanted.seconds)
        async with power() as watts:
            if concurrency:
                done = await loads.concurrent(self._solve, items, concurrency, wanted.seconds, told)
            else:
                dice = random.Random(wanted.source.seed)  # noqa: S311 - not for secrets
                done = await loads.poisson(self._solve, items, rate, wanted.seconds, told, dice)
        settings = self._student.settings
        found = figures(done, wanted.goals)
        # Ignore this host's GPUs if the engine is on another host.
        found |= costs(found, mean(watts) if is_loopback(settings.api_base) else None, settings)
        found["answers"] = await self._answers(done) if wanted.source.answered else None
        return found | {"samples": {name: one for name, one in samples(done).items() if name != "itl"}}

    async def _answers(self, load: Load) -> dict[str, int]:
        """Return how many results are the file's answer, are not, or cannot be compared. Called after the load."""
        same = [
            await asyncio.to_thread(agrees, self._verifier, sample.outcome, sample.item.answers)
            for sample in load.samples
            if sample.item.answers
        ]
        counts = Counter(same)
        return {"right": counts[True], "wrong": counts[False], "not_compared": counts[None]}

    async def _solve(self, problem: Problem) -> Outcome:
        """Ask for a plan; a failure is in the outcome."""
        return await self._student._run(self._student._policy.solve(problem))

    def _told(self, words: str, seconds: float) -> Callable[[Load], None]:
        return lambda load: self._wanted.told(words, seconds, load)
