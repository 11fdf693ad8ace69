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
from .cost import BRIEF_FIGURES, costs, mean, power
from .figures import figures, samples
from .load import Load
from .machine import machine, recorded_settings, versions
from .problems import Source
from .stream import StreamingTransport, clock

FORM = 1
"""The version of the report's form; reports of different versions cannot be compared."""
ARRIVAL_SHARE = 0.7
"""Arrivals per second as a share of the sweep's best rate: busy, but not overloaded."""


@dataclass(frozen=True)
class Options:
    """The options of a measurement.

    Args:
        source: the problems.
        concurrencies: problems at once, one load each.
        rate: arrivals per second; None for a share of the sweep's best, 0 for none.
        seconds: how long each load starts new problems.
        warmup: problems before, which are not counted.
        goals: the most milliseconds, by latency.
        metadata: what else is in the report.
        on_progress: called with words about the load, its length, and the load as it grows.
    """

    source: Source
    concurrencies: Sequence[int]
    rate: float | None
    seconds: float
    warmup: int
    goals: dict[str, float]
    metadata: dict[str, str] = field(default_factory=dict)
    on_progress: Callable[[str, float, Load], None] = lambda words, seconds, load: None


async def measure(settings: Settings, options: Options) -> dict[str, Any]:
    """Measure, and return the report as JSON-ready data.

    Args:
        settings: the client's settings.
        options: its loads and problems.

    Raises:
        RequestFailed: the warm-up got no answer, so there is nothing to measure.
    """
    if options.source.answered:
        # Ask also about problems that the verifier does not understand: their answers can be compared.
        settings = settings.model_copy(update={"on_unreadable": "ask"})
    found: list[dict[str, Any]] = []
    with verifier_for(None) as verifier:
        carrier = httpx2.AsyncHTTPTransport(limits=client_options()["limits"])
        async with AsyncStudent(settings, StreamingTransport(carrier), verifier) as student:
            run = _Run(student, verifier, options)
            await run.warm_up()
            found += [await run.load(concurrency=concurrency) for concurrency in options.concurrencies]
            rate = options.rate
            if rate is None:
                rate = ARRIVAL_SHARE * max((load["plan_throughput"] for load in found), default=0)
            if rate > 0:
                found.append(await run.load(rate=round(rate, 2)))
    source = options.source
    return {
        "form": FORM,
        "date": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "machine": machine(),
        "versions": versions(),
        "settings": recorded_settings(settings),
        "metadata": options.metadata,
        "problems": {"from": source.name, "in_file": len(source.items) or None, "skipped": source.skipped},
        "seconds": options.seconds,
        "warmup": options.warmup,
        "goals": options.goals,
        "loads": found,
        "stated": list(BRIEF_FIGURES),
    }


class _Run:
    """The loads of one measurement, each with problems of its own."""

    def __init__(self, student: AsyncStudent, verifier: Verifier, options: Options) -> None:
        self._student, self._verifier, self._options = student, verifier, options
        self._part = 0

    async def warm_up(self) -> None:
        """Ask some problems that do not count, so that connections, children and caches are as in a long run."""
        self._part += 1
        items = self._options.source.endless(self._part)
        at_once = max([1, *self._options.concurrencies])
        load = Load("warm-up", at_once, None, clock())

        async def client(count: int) -> None:
            for _ in range(count):
                await loads.run_problem(self._solve, next(items), clock(), load, self._progress("warm-up", 0))

        share = -(-self._options.warmup // at_once)
        await asyncio.gather(*(client(share) for _ in range(at_once)))
        errors = [sample.outcome.error for sample in load.samples]
        if errors and all(isinstance(error, RequestFailed) for error in errors):
            raise errors[-1] or AssertionError

    async def load(self, concurrency: int | None = None, rate: float = 0.0) -> dict[str, Any]:
        """Run one load and return its figures with their samples."""
        self._part += 1
        options, items = self._options, self._options.source.endless(self._part)
        words = f"concurrency {concurrency}" if concurrency else f"poisson, {rate:g} a second"
        on_progress = self._progress(words, options.seconds)
        async with power() as watts:
            if concurrency:
                done = await loads.concurrent(self._solve, items, concurrency, options.seconds, on_progress)
            else:
                rng = random.Random(options.source.seed)  # noqa: S311 - not for secrets
                done = await loads.poisson(self._solve, items, rate, options.seconds, on_progress, rng)
        settings = self._student.settings
        found = figures(done, options.goals)
        # Ignore this host's GPUs if the engine is on another host.
        found |= costs(found, mean(watts) if is_loopback(settings.api_base) else None, settings)
        found["answers"] = await self._answers(done) if options.source.answered else None
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

    def _progress(self, words: str, seconds: float) -> Callable[[Load], None]:
        return lambda load: self._options.on_progress(words, seconds, load)
