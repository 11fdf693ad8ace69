from __future__ import annotations

import asyncio
import threading
import time

from student_client._asking.aside import HELD_SECONDS, STREAK, Aside


def here() -> bool:
    return threading.current_thread() is threading.main_thread()


def test_quick_runs_in_the_loop() -> None:
    async def run() -> list[bool]:
        aside = Aside()
        return [await aside(here) for _ in range(20 * STREAK)]

    seen = asyncio.run(run())
    assert not any(seen[:STREAK])
    assert any(seen[STREAK:])  # a busy host may delay some of them


def test_slow_goes_back_to_threads() -> None:
    async def run() -> tuple[bool, list[bool]]:
        aside, slow = Aside(), False

        def call() -> bool:
            if slow:
                time.sleep(HELD_SECONDS * 1.5)
            return here()

        while not await aside(call):
            pass
        slow = True
        while await aside(call):
            pass
        return True, [await aside(call) for _ in range(3)]

    assert asyncio.run(run()) == (True, [False, False, False])


def test_always_uses_threads() -> None:
    async def run() -> list[bool]:
        aside = Aside(always=True)
        return [await aside(here) for _ in range(3 * STREAK)]

    assert not any(asyncio.run(run()))


def test_failure_is_raised() -> None:
    async def run() -> str:
        try:
            await Aside()(int, "x")
        except ValueError as error:
            return str(error)
        return ""

    assert "invalid literal" in asyncio.run(run())
