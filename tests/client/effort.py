"""Bounds of work that hold on any host: in CPU time of a fixed sum, and for the cheapest of some tries."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
TRIES = 5


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    began = time.thread_time()
    result = work()
    return time.thread_time() - began, result


@functools.cache
def unit() -> float:
    """Return the CPU seconds of a fixed sum on this host, about 5 ms on a usual one."""
    return min(_timed(lambda: sum(n * n for n in range(100_000)))[0] for _ in range(TRIES))


def cheap(work: Callable[[], T], units: float = 100) -> T:
    """Do a piece of work, and return its result.

    A busy host, a garbage collection or a first import only adds to a try: so one try shows that work is cheap, and
    all of them that it is not.

    Raises:
        AssertionError: each try took more than ``units`` times the fixed sum.
    """
    for _ in range(TRIES):
        took, result = _timed(work)
        if took < units * unit():
            return result
    raise AssertionError(f"the last try took {took / unit():.0f} units, more than {units:g}")
