from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator

import pytest
from student_client import Outcome, Problem
from student_client._bench import load as loads
from student_client._bench.problems import Item

from ..api import PROBLEM


def items() -> Iterator[Item]:
    while True:
        yield Item(PROBLEM)


class Engine:
    """Answers each problem after the same time, and counts how many run at once."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.now, self.most = seconds, 0, 0

    async def solve(self, problem: Problem) -> Outcome:
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(self.seconds)
        self.now -= 1
        return Outcome(problem)


def test_concurrent_keeps_so_many() -> None:
    engine = Engine(0.005)
    load = asyncio.run(loads.concurrent(engine.solve, items(), 5, 0.2, lambda _: None))
    assert engine.most == 5
    assert len(load.samples) >= 10
    assert load.profile == "concurrent"
    assert load.cutoff >= load.started + 0.2


def test_concurrent_of_a_slow_engine() -> None:
    """It asks two rounds."""
    engine = Engine(0.05)
    load = asyncio.run(loads.concurrent(engine.solve, items(), 3, 0.001, lambda _: None))
    assert 6 <= len(load.samples) <= 9
    assert sum(sample.ended <= load.cutoff for sample in load.samples) >= 3


def test_poisson_latency_is_scheduled() -> None:
    """It counts from the scheduled start."""
    lag = 0.2

    async def solve(problem: Problem) -> Outcome:
        time_lost = loads.clock() + lag
        while loads.clock() < time_lost:  # a client that is busy starts nothing on time
            pass
        return Outcome(problem)

    load = asyncio.run(loads.poisson(solve, items(), 50, 0.3, lambda _: None, random.Random(1)))
    late = [sample.seconds for sample in load.samples]
    assert len(late) > 5
    assert max(late) > 3 * lag
    assert [sample.scheduled for sample in load.samples] == sorted(sample.scheduled for sample in load.samples)


def test_poisson_goes_by_the_seed() -> None:
    def arrivals() -> list[float]:
        load = asyncio.run(loads.poisson(Engine(0).solve, items(), 100, 0.2, lambda _: None, random.Random(5)))
        return [sample.scheduled - load.started for sample in load.samples]

    assert arrivals() == pytest.approx(arrivals())
