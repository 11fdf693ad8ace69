"""Makes calls that may be slow from a coroutine: in a thread, or in the event loop once they prove quick."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")

QUICK_SECONDS = 0.0005
"""A call up to this long is quick: handing it to a thread and back costs about as much."""
HELD_SECONDS = 0.02
"""A longer call leaves the loop: a busy host alone delays a call for less, and a call that waits takes longer."""
STREAK = 8
"""After so many more quick calls than others, the next one is made in the loop."""


class Aside:
    """Calls functions from a coroutine without blocking the others. Serves one event loop.

    Args:
        always: always call in a thread, even a quick function: it may wait for a lock that another call holds.

    >>> asyncio.run(Aside()(max, 1, 2))
    2
    """

    def __init__(self, *, always: bool = False) -> None:
        self._always = always
        self._streaks: dict[Any, int] = {}

    async def __call__(self, function: Callable[..., T], *arguments: Any) -> T:
        """Return what the function returns."""
        if not self._always and self._streaks.get(function, 0) >= STREAK:
            return self._timed(function, *arguments)
        return await asyncio.to_thread(self._timed, function, *arguments)

    def _timed(self, function: Callable[..., T], *arguments: Any) -> T:
        start = time.perf_counter()
        try:
            return function(*arguments)
        finally:
            seconds = time.perf_counter() - start
            streak = self._streaks.get(function, 0) + (1 if seconds < QUICK_SECONDS else -1)
            self._streaks[function] = 0 if seconds > HELD_SECONDS else max(0, min(streak, 2 * STREAK))
