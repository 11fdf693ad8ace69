"""Children when processes fork: each process starts its own, and leaves the others' alone."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from student_client._verifying import sandbox
from student_client._verifying.child import Limits
from student_client._verifying.pool import Pool
from student_client._verifying.symbolic import SymbolicVerifier

from tests.conftest import wait_until

from .children import all_true, gone, pids
from .standin import echo, use_stand_in

__all__ = ["use_stand_in"]

# Python 3.12 and newer warn of a fork beside threads, which is tested here.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")


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
