"""Children shared by threads and by asyncio."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from student_client._plan import Plan
from student_client._problem import Problem
from student_client._verifying import pool as pools
from student_client._verifying import sandbox
from student_client._verifying.child import Limits
from student_client._verifying.pool import Pool
from student_client._verifying.symbolic import SymbolicVerifier

from tests.conftest import wait_until

from ..plans import problem
from .children import all_true, gone, pids
from .standin import PLAN, echo, use_stand_in

__all__ = ["use_stand_in"]

PAGE = os.sysconf("SC_PAGESIZE")


def posed(text: str) -> tuple[Problem, Plan]:
    return problem("echo", text), PLAN


# threads


def test_threads_share_the_children(verify: SymbolicVerifier) -> None:
    assert all_true(verify, "t", 200) == {str(pid) for pid in pids(verify)}
    assert len(pids(verify)) == 2


def test_threads_read_and_judge(verify: SymbolicVerifier) -> None:
    def read(text: str) -> str:
        return verify.read(problem("echo", text)).text

    with ThreadPoolExecutor(8) as pool:
        texts = [f"r{number}" for number in range(100)]
        readings = pool.map(read, texts)
        verdicts = pool.map(lambda text: echo(verify, text).reason, texts)
        assert list(readings) == [f"echo {text}" for text in texts]
        assert list(verdicts) == texts


def test_started_child_is_preferred(verify: SymbolicVerifier) -> None:
    first = echo(verify).result
    assert {echo(verify).result for _ in range(20)} == {first}
    assert len(pids(verify)) == 1


def test_start_waits_for_none(verify: SymbolicVerifier, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    wait = f"import os, time\nwhile not os.path.exists({str(gate)!r}): time.sleep(0.01)\n"
    monkeypatch.setattr(sandbox, "PROGRAM", wait + sandbox.PROGRAM)
    verify.start()  # returns, though no child can be ready yet
    assert len(pids(verify)) == 2
    gate.touch()
    started = pids(verify)
    verify.start()
    assert all_true(verify, "s", 50) <= {str(pid) for pid in started}


def test_close_ends_a_verdict(verify: SymbolicVerifier) -> None:
    with ThreadPoolExecutor(1) as pool:
        awaited = pool.submit(echo, verify, "x", "sleep 60")
        wait_until(lambda: bool(pids(verify)) and not verify._pool._idle[1:], 5, "a thread waits for a verdict")
        busy = pids(verify)
        verify.close()
        assert awaited.result(60).reason == "the verifier was closed"
    assert all(gone(pid) for pid in busy)
    assert echo(verify, "again").reason == "again"


def test_lost_child_is_replaced(verify: SymbolicVerifier) -> None:
    first = pids(verify)
    assert echo(verify, objective="die").reason == "the verifier's process ended: exit code 7"
    wait_until(lambda: any(worker.warmth == 2 for worker in verify._pool.workers), 10, "another child has started")
    assert pids(verify).isdisjoint(first)


# wear


def replaced(limits: Limits, objective: str, count: int) -> list[int]:
    """Have one worker judge, and return the ids of the children that did, in their order."""
    verifier = SymbolicVerifier()
    verifier._pool = Pool(limits, 1)
    used: list[int] = []
    with verifier:
        for number in range(count):
            verdict = echo(verifier, f"w{number}", objective)
            assert verdict.reason == f"w{number}"
            if int(str(verdict.result)) not in used:
                used.append(int(str(verdict.result)))
            if used[-1] in pids(verifier):
                assert int(Path(f"/proc/{used[-1]}/statm").read_text().split()[1]) * PAGE < limits.memory_mb << 20
    assert all(gone(pid) for pid in used)
    return used


def test_worn_child_is_replaced() -> None:
    used = replaced(Limits(10, 8, 1024, replies=20), "sleep 0.01", 200)
    assert 2 <= len(used) <= 10


def test_old_child_judges_meanwhile() -> None:
    """Until the next one is ready."""
    worker = pools.Worker(Limits(10, 8, 1024, replies=1))
    try:
        for number in range(3):
            assert worker.judge(*posed(f"o{number}")).reason == f"o{number}"
        first = worker.pid
        following = worker._next
        assert following is not None
        wait_until(following.is_ready, 10, "the next child is ready")
        worker.judge(*posed("x"))
        assert worker.pid == following.pid != first
    finally:
        worker.close()


def test_memory_is_bounded() -> None:
    """Over thousands of verdicts."""
    # Each verdict leaks a megabyte of the 200: without replacement none would come after the first hundred odd.
    used = replaced(Limits(10, 8, 200), "leak 1", 2000)
    assert len(used) >= 5


# asyncio


def test_tasks_get_their_own_verdicts(verify: SymbolicVerifier) -> None:
    async def many() -> list[str]:
        verdicts = await asyncio.gather(*(asyncio.to_thread(echo, verify, f"a{number}") for number in range(200)))
        return [verdict.reason for verdict in verdicts]

    assert asyncio.run(many()) == [f"a{number}" for number in range(200)]


def test_cancelled_task_leaves_nothing(verify: SymbolicVerifier) -> None:
    async def cancel() -> list[str]:
        tasks = [asyncio.create_task(asyncio.to_thread(echo, verify, f"c{n}", "sleep 0.2")) for n in range(6)]
        await asyncio.sleep(0.3)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        verdicts = await asyncio.gather(*(asyncio.to_thread(echo, verify, f"d{number}") for number in range(50)))
        return [verdict.reason for verdict in verdicts]

    assert asyncio.run(cancel()) == [f"d{number}" for number in range(50)]


def test_interrupt_leaves_nothing(verify: SymbolicVerifier) -> None:
    echo(verify)

    def interrupt() -> None:
        wait_until(lambda: not verify._pool._idle[1:], 10, "the verdict has begun")
        os.kill(os.getpid(), signal.SIGINT)

    other = threading.Thread(target=interrupt)
    other.start()
    with pytest.raises(KeyboardInterrupt):
        echo(verify, "interrupted", "sleep 60")
    other.join()
    assert echo(verify, "next").reason == "next"


def test_pool_takes_the_last_used() -> None:
    """Its caches are warm, and the other's child need not start."""
    pool = Pool(Limits(10, 8, 1024), 2)
    last = pool.use(lambda one: pool.use(lambda other: other) and one)
    assert [pool.use(lambda worker: worker) for _ in range(3)] == [last] * 3
