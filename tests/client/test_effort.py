from __future__ import annotations

import pytest

from .effort import TRIES, cheap, unit


def test_cheap_refuses_dear_work() -> None:
    tries: list[int] = []

    def work() -> None:
        tries.append(sum(n * n for n in range(300_000)))

    with pytest.raises(AssertionError, match="more than 1"):
        cheap(work, units=1)
    assert len(tries) == TRIES


def test_cheap_takes_the_best_try() -> None:
    """The first one may be dear, such as one that imports."""
    left = [10**6, 10]
    assert cheap(lambda: sum(n * n for n in range(left.pop(0))), units=3) == 285
    assert unit() > 0
