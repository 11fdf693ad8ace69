"""Child processes shared by threads: each call takes an idle one; a process that forks shares none with its copy."""

from __future__ import annotations

import contextlib
import os
import threading
import weakref
from collections.abc import Iterator
from typing import Any

from .._plan import Plan
from .._problem import Problem
from .._verdict import Verdict
from .child import Limits, plain
from .sandbox import Child, WorkerLost

STARTING = threading.RLock()
"""Held while a child is started, and while the process forks: a copy knows every pipe it must close."""


class Worker:
    """Keeps one child going: starts it when first used, and another when it is lost or worn. One thread at a time."""

    def __init__(self, limits: Limits) -> None:
        self.stopped = False
        """Set by any thread to end the wait of the one that uses the worker."""
        self._limits = limits
        self._child: Child | None = None
        self._next: Child | None = None

    @property
    def pid(self) -> int | None:
        """The child's process id, or None while there is no child."""
        return self._child.pid if self._child else None

    @property
    def warmth(self) -> int:
        """How soon it can work: 2 at once, 1 when its child is starting, 0 when it has none."""
        return 0 if self._child is None else 2 if self._child.is_ready() else 1

    def judge(self, problem: Problem, plan: Plan) -> Verdict:
        """Have the child judge the plan.

        Raises:
            WorkerLost: it took too long or died; another is on its way.
        """
        return Verdict(**self._ask(problem, plan.to_json())["verdict"])

    def read(self, problem: Problem) -> str:
        """Have the child read the problem alone, and return a line that says what was read.

        Raises:
            WorkerLost: as for :meth:`judge`.
        """
        return str(self._ask(problem, None)["text"])

    def start(self) -> None:
        """Start a child if there is none, and do not wait for it.

        Raises:
            WorkerLost: no process can be started.
        """
        if self._child and not self._child.is_alive():
            self.close()  # it died between two plans; the next one is not to blame
        if not self._child:
            with STARTING:
                self._child = Child(self._limits)

    def close(self) -> None:
        """End the child, if there is one."""
        for child in (self._child, self._next):
            if child:
                child.end()
        self._child = self._next = None

    def leave(self) -> None:
        """Let go of the child in a copy of the process that started it."""
        for child in (self._child, self._next):
            if child:
                child.leave()
        self._child = self._next = None

    def _ask(self, problem: Problem, plan: str | None) -> dict[str, Any]:
        self._take_next()
        self.start()
        child = self._child
        assert child is not None  # noqa: S101 - just started; this tells mypy
        started = False
        try:
            child.wait(self._is_stopped)
            started = True
            request = {"problem": plain(problem), "plan": plan}
            reply = child.ask(request, self._limits.wall_seconds, self._is_stopped)
        except BaseException as error:
            self.close()  # a reply that comes after an interrupt would be taken for the next plan's
            if started and isinstance(error, WorkerLost) and not self.stopped:
                with contextlib.suppress(WorkerLost):
                    self.start()
            raise
        self._replace(reply.get("end"))
        return reply

    def _is_stopped(self) -> bool:
        return self.stopped

    def _replace(self, when: str | None) -> None:
        """Start another child if this one is worn, which works until the other is ready, unless it must end now."""
        if when and not self._next:
            with contextlib.suppress(WorkerLost), STARTING:
                self._next = Child(self._limits)
        self._take_next(ready=when != "now")

    def _take_next(self, *, ready: bool = True) -> None:
        if self._next and (self._next.is_ready() or not ready):
            old, self._child, self._next = self._child, self._next, None
            if old:
                old.end()


class Pool:
    """Workers that threads take and give back.

    Args:
        limits: what each child may use.
        count: how many workers.
    """

    def __init__(self, limits: Limits, count: int) -> None:
        self._limits = limits
        self._count = count
        self._fill()
        _POOLS.add(self)

    def _fill(self) -> None:
        self.workers = [Worker(self._limits) for _ in range(self._count)]
        self._idle = [*self.workers]
        self._freed = threading.Condition()

    @contextlib.contextmanager
    def worker(self) -> Iterator[Worker]:
        """Yield an idle worker, the warmest first, so that children that are not needed are never started."""
        with self._freed:
            while not self._idle:
                self._freed.wait()
            worker = max(self._idle, key=lambda idle: idle.warmth)
            self._idle.remove(worker)
        try:
            yield worker
        finally:
            with self._freed:
                if worker.stopped:
                    worker.close()
                    worker.stopped = False
                self._idle.append(worker)
                self._freed.notify()

    def start(self) -> None:
        """Start the children of all idle workers, and do not wait for them; who uses one learns of a failure."""
        with self._freed, contextlib.suppress(WorkerLost):
            for worker in self._idle:
                worker.start()

    def close(self) -> None:
        """End the children: the idle ones here, the others by the threads that wait for them, at once."""
        with self._freed:
            for worker in self.workers:
                if worker in self._idle:
                    worker.close()
                else:
                    worker.stopped = True

    def leave(self) -> None:
        """Forget, in a copy of the process, the children and the locks; the copy starts its own."""
        for worker in self.workers:
            worker.leave()
        self._fill()


_POOLS: weakref.WeakSet[Pool] = weakref.WeakSet()


def _after_fork() -> None:
    for pool in list(_POOLS):
        pool.leave()
    STARTING.release()


if hasattr(os, "register_at_fork"):  # not on Windows
    os.register_at_fork(before=STARTING.acquire, after_in_parent=STARTING.release, after_in_child=_after_fork)
