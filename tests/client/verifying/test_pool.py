"""Children shared by threads, by asyncio and by processes that fork."""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
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
from .standin import PLAN, echo, use_stand_in

__all__ = ["use_stand_in"]

PAGE = os.sysconf("SC_PAGESIZE")
# Python 3.12 and newer warn of a fork beside threads, which is tested here.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")


@pytest.fixture
def verify() -> Iterator[SymbolicVerifier]:
    with SymbolicVerifier(workers=2) as verifier:
        yield verifier


def pids(verifier: SymbolicVerifier) -> set[int]:
    return {worker.pid for worker in verifier._pool.workers if worker.pid is not None}


def posed(text: str) -> tuple[Problem, Plan]:
    return problem("echo", text), PLAN


def gone(process: int) -> bool:
    return not Path(f"/proc/{process}").exists()


def all_true(verifier: SymbolicVerifier, name: str, count: int, threads: int = 8) -> set[str]:
    """Have many plans judged at once, check that each got its own verdict, and return the children's ids."""
    texts = [f"{name}{number}" for number in range(count)]
    with ThreadPoolExecutor(threads) as pool:
        verdicts = list(pool.map(lambda text: echo(verifier, text), texts))
    assert [verdict.reason for verdict in verdicts] == texts
    return {str(verdict.result) for verdict in verdicts}


@contextmanager
def hammered(verifier: SymbolicVerifier, threads: int = 4) -> Iterator[list[str]]:
    """Judge in threads within the block; yield the list of failures."""
    stop, wrong = threading.Event(), list[str]()

    def hammer(number: int) -> None:
        count = 0
        while not stop.is_set():
            count += 1
            verdict = echo(verifier, f"h{number}x{count}")
            if verdict.reason != f"h{number}x{count}":
                wrong.append(verdict.reason)

    running = [threading.Thread(target=hammer, args=(number,)) for number in range(threads)]
    for thread in running:
        thread.start()
    try:
        yield wrong
    finally:
        stop.set()
        for thread in running:
            thread.join()


def in_a_fork(check: Callable[[], object], seconds: float = 30) -> None:
    """Run a check in a copy of this process; fail when it fails there or does not end."""
    copy = os.fork()
    if copy == 0:
        code = 1
        try:
            signal.alarm(int(seconds))  # a deadlock ends here
            check()
            code = 0
        finally:
            os._exit(code)
    assert os.waitpid(copy, 0)[1] == 0


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


# forks


def test_fork_starts_its_own(verify: SymbolicVerifier) -> None:
    """It leaves its parent's children alone."""
    all_true(verify, "p", 50)
    ours = pids(verify)

    def check() -> None:
        assert pids(verify) == set()
        theirs = all_true(verify, "f", 50)
        assert theirs.isdisjoint(str(pid) for pid in ours)
        verify.close()
        assert all(gone(int(pid)) for pid in theirs)

    in_a_fork(check)
    assert pids(verify) == ours
    assert all_true(verify, "p", 50) <= {str(pid) for pid in ours}


def test_fork_holds_no_pipe(verify: SymbolicVerifier) -> None:
    verify.start()
    child = verify._pool.workers[0]._child
    assert child is not None
    pipes = {os.readlink(f"/proc/self/fd/{pipe}") for pipe in (child._stdin, child._stdout)}

    def check() -> None:
        held = {os.readlink(entry) for entry in Path("/proc/self/fd").iterdir() if entry.is_symlink()}
        assert held.isdisjoint(pipes)

    in_a_fork(check)


def test_fork_drops_without_ending() -> None:
    verifier = SymbolicVerifier(workers=1)
    echo(verifier)
    (ours,) = pids(verifier)
    kept = [verifier]
    del verifier

    def check() -> None:
        kept.clear()
        gc.collect()

    in_a_fork(check)
    assert not gone(ours)
    assert echo(kept[0], "still").result == str(ours)
    kept[0].close()


def test_early_finalizer_ends_none(verify: SymbolicVerifier) -> None:
    """It runs before the fork knows that it is one."""
    echo(verify)
    (ours,) = pids(verify)
    child = next(worker._child for worker in verify._pool.workers if worker._child)
    sandbox._end(child._process, os.getpid() + 1)
    assert not gone(ours)
    assert echo(verify, "x").result == str(ours)


def test_forks_beside_judging_threads(verify: SymbolicVerifier) -> None:
    """They neither wait nor mix verdicts."""
    with hammered(verify) as wrong:
        for number in range(8):
            in_a_fork(lambda number=number: all_true(verify, f"f{number}x", 20))  # type: ignore[misc]
    assert wrong == []


def test_forks_beside_starting_threads(verify: SymbolicVerifier) -> None:
    verify._pool = Pool(Limits(10, 8, 1024, replies=1), 2)  # a start beside nearly every verdict
    with hammered(verify) as wrong:
        for number in range(6):
            in_a_fork(lambda number=number: all_true(verify, f"g{number}x", 5, threads=2))  # type: ignore[misc]
    assert wrong == []


def test_fork_of_multiprocessing(verify: SymbolicVerifier) -> None:
    fork = multiprocessing.get_context("fork")
    with hammered(verify) as wrong:
        answers = fork.SimpleQueue()
        ours = pids(verify)
        copies = [
            fork.Process(target=lambda name=name: answers.put((name, all_true(verify, name, 30), os.getpid())))
            for name in ("m", "n", "o")
        ]
        for copy in copies:
            copy.start()
        told = [answers.get() for _ in copies]
        for copy in copies:
            copy.join(180)
            assert copy.exitcode == 0
    assert wrong == []
    children = [child for _, used, _ in told for child in used]
    assert len(children) == len(set(children))
    assert {int(child) for child in children}.isdisjoint(ours)
    wait_until(lambda: all(gone(int(child)) for child in children), 10, "the copies' children end with the copies")


def test_fork_of_a_fork(verify: SymbolicVerifier) -> None:
    echo(verify)

    def check() -> None:
        echo(verify)
        in_a_fork(lambda: all_true(verify, "k", 20))
        all_true(verify, "j", 20)

    in_a_fork(check)
    all_true(verify, "i", 20)


def test_pool_takes_the_last_used() -> None:
    """Its caches are warm, and the other's child need not start."""
    pool = Pool(Limits(10, 8, 1024), 2)
    last = pool.use(lambda one: pool.use(lambda other: other) and one)
    assert [pool.use(lambda worker: worker) for _ in range(3)] == [last] * 3
