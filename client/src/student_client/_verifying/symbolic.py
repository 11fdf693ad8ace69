"""The symbolic verifier: the plan is judged against the problem by SymPy, in a child process."""

from __future__ import annotations

import importlib.util
import os
import queue
from types import TracebackType

from .._plan import Plan
from .._problem import Problem
from .._verdict import Verdict
from .sandbox import Limits, Worker, WorkerLost

_NO_SYMPY = "SymPy is not installed. Fix: pip install 'student-client[verify]'"


def verify_here(problem: Problem, plan: Plan) -> Verdict:
    """Judge a plan in this process, without limits on time and memory.

    Args:
        problem: the problem; what is right is read from it alone.
        plan: the plan to judge.

    Returns:
        The verdict. For plans nobody has vetted, :class:`SymbolicVerifier` is the one to use.
    """
    from .judge import judge  # noqa: PLC0415 - keeps SymPy out of `import student_client`

    return judge(problem, plan)


class SymbolicVerifier:
    r"""Judges plans against their problems in child processes that are kept between plans.

    Threads may share one verifier: each call takes an idle child, or waits for one.

    Args:
        wall_seconds: longest time for a verdict, as the clock on the wall tells it.
        cpu_seconds: longest processor time for a verdict.
        memory_mb: most memory (address space) of a child.
        workers: most children at once; each is started when first needed. None means one a
            processor, at most four.

    >>> plan = Plan.parse('{"steps":[{"type":"tool","tool":"integrate","args":{"expr":"2*x","var":"x"}},'
    ...                   '{"type":"final","payload":{"result":"R1"}}]}')
    >>> with SymbolicVerifier() as verify:
    ...     verify(Problem("integrate", r"\int 2x\,dx", ["x"]), plan).status
    'accepted'
    """

    def __init__(
        self,
        *,
        wall_seconds: float = 10.0,
        cpu_seconds: int = 8,
        memory_mb: int = 1024,
        workers: int | None = None,
    ) -> None:
        self._limits = Limits(wall_seconds=wall_seconds, cpu_seconds=cpu_seconds, memory_mb=memory_mb)
        self._able = importlib.util.find_spec("sympy") is not None  # looked for once: it walks the search path
        count = workers or min(4, os.cpu_count() or 1)
        self._all = [Worker(self._limits) for _ in range(count)]
        # Last in, first out: children that are not needed at once are never started.
        self._idle: queue.LifoQueue[Worker] = queue.LifoQueue()
        for worker in self._all:
            self._idle.put(worker)

    def __call__(self, problem: Problem, plan: Plan) -> Verdict:
        """Judge ``plan`` against ``problem``; what takes too long or cannot be told is undecided."""
        if not self._able:
            return Verdict("undecided", _NO_SYMPY)
        worker = self._idle.get()
        try:
            return worker.judge(problem, plan)
        except WorkerLost as error:
            return Verdict("undecided", str(error))
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        """End the children. A later call starts them again."""
        for worker in self._all:
            worker.close()

    def __enter__(self) -> SymbolicVerifier:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
