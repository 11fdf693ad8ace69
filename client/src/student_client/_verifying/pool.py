"""Shares child processes between threads: each call uses an idle one. A fork does not share them with its copy."""

from __future__ import annotations

import contextlib
import json
import os
import threading
import weakref
from collections.abc import Callable
from operator import attrgetter
from typing import Any, TypeVar

from .._plan import Plan
from .._problem import Problem
from .._verdict import Interpretation, Reading, Verdict
from .child import Limits
from .sandbox import Child, WorkerLost

T = TypeVar("T")

STARTING = threading.RLock()
"""Held while a child is started and while the process forks, so that a copy knows every pipe that it must close."""


class Worker:
    """Keeps one child running: starts it on first use, and another if it is lost or worn. One thread at a time."""

    def __init__(self, limits: Limits) -> None:
        self.stopped = False
        """Set by any thread to end the wait of the thread that uses the worker."""
        self._limits = limits
        self._child: Child | None = None
        self._next: Child | None = None

    @property
    def pid(self) -> int | None:
        """The child's process id, or None while there is no child."""
        return self._child.pid if self._child else None

    @property
    def warmth(self) -> int:
        """How soon it can work: 2 for at once, 1 if its child is starting, 0 if it has none."""
        return 0 if self._child is None else 2 if self._child.is_ready() else 1

    def judge(self, problem: Problem, plan: Plan) -> Verdict:
        """Have the child judge the plan.

        Raises:
            WorkerLost: it took too long or died; another child starts.
        """
        return Verdict(**self._ask(problem, plan.to_json())["verdict"])

    def read(self, problem: Problem) -> Reading:
        """Have the child read the problem alone.

        Raises:
            WorkerLost: as for :meth:`judge`.
        """
        made = self._ask(problem, None)["reading"]
        found = tuple(Interpretation(**one) for one in made.pop("interpretations"))
        return Reading(**made, interpretations=found)

    def start(self) -> None:
        """Start a child if there is none, without waiting for it.

        Raises:
            WorkerLost: no process can be started.
        """
        if self._child and not self._child.is_alive():
            self.close()  # died between two plans, so the next one is not the cause
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
        """Forget the child, in a copy of the process that started it."""
        for child in (self._child, self._next):
            if child:
                child.leave()
        self._child = self._next = None

    def _ask(self, problem: Problem, plan: str | None) -> dict[str, Any]:
        self._take_next()
        self.start()
        child = self._child
        assert child is not None  # noqa: S101 - just started; for mypy
        started = False
        try:
            child.wait(self._is_stopped)
            started = True
            reply = child.ask(_request(problem, plan), self._limits.wall_seconds, self._is_stopped)
        except BaseException as error:
            self.close()  # avoids that a reply after an interrupt is read as the next plan's
            if started and isinstance(error, WorkerLost) and not self.stopped:
                with contextlib.suppress(WorkerLost):
                    self.start()
            raise
        self._replace(reply.get("end"))
        return reply

    def _is_stopped(self) -> bool:
        return self.stopped

    def _replace(self, when: str | None) -> None:
        """Start another child if this one is worn; this one works until the other is ready, unless it must end now."""
        if when and not self._next:
            with contextlib.suppress(WorkerLost), STARTING:
                self._next = Child(self._limits)
        self._take_next(ready=when != "now")

    def _take_next(self, *, ready: bool = True) -> None:
        if self._next and (self._next.is_ready() or not ready):
            old, self._child, self._next = self._child, self._next, None
            if old:
                old.end()


def _request(problem: Problem, plan: str | None) -> bytes:
    """Return what a child reads: the arguments of :class:`Problem`, and the plan's JSON."""
    told = {
        "objective": problem.objective,
        "expression": problem.expression,
        "variables": problem.variables,
        "assume": dict(problem.assume),
    }
    return json.dumps({"problem": told, "plan": plan}).encode()


class Pool:
    """Workers that threads borrow and return.

    Args:
        limits: each child's limits.
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

    def use(self, work: Callable[[Worker], T]) -> T:
        """Do work with the idle worker that is ready soonest; children that are not needed are never started."""
        with self._freed:
            while not self._idle:
                self._freed.wait()
            worker = max(self._idle, key=_warmth) if len(self._idle) > 1 else self._idle[0]
            self._idle.remove(worker)
        try:
            return work(worker)
        finally:
            with self._freed:
                if worker.stopped:
                    worker.close()
                    worker.stopped = False
                self._idle.insert(0, worker)  # is taken first, since SymPy's caches are warm in it
                self._freed.notify()

    def start(self) -> None:
        """Start the children of all idle workers, without waiting. A failure shows when a worker is used."""
        with self._freed, contextlib.suppress(WorkerLost):
            for worker in self._idle:
                worker.start()

    def close(self) -> None:
        """End all children at once: the idle ones here, the others in the threads that wait for them."""
        with self._freed:
            for worker in self.workers:
                if worker in self._idle:
                    worker.close()
                else:
                    worker.stopped = True

    def leave(self) -> None:
        """Forget the children and the locks, in a copy of the process; the copy starts its own."""
        for worker in self.workers:
            worker.leave()
        self._fill()


_warmth = attrgetter("warmth")
_POOLS: weakref.WeakSet[Pool] = weakref.WeakSet()


def _after_fork() -> None:
    for pool in list(_POOLS):
        pool.leave()
    STARTING.release()


if hasattr(os, "register_at_fork"):  # is missing on Windows
    os.register_at_fork(before=STARTING.acquire, after_in_parent=STARTING.release, after_in_child=_after_fork)
