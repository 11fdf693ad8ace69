"""The symbolic verifier: the plan is judged against the problem by SymPy, in a child process."""

from __future__ import annotations

import os
from types import TracebackType

from .._plan import Plan
from .._problem import Problem
from .._verdict import Reading, Verdict
from .child import Limits
from .choice import missing
from .pool import Pool
from .sandbox import WorkerLost


def verify_here(problem: Problem, plan: Plan) -> Verdict:
    """Judge a plan in this process, without limits on time and memory.

    Args:
        problem: the problem, the only source of the right answer.
        plan: the plan to judge.

    Returns:
        The verdict. Use :class:`SymbolicVerifier` for plans that are not trusted.
    """
    from .judge import judge  # noqa: PLC0415 - keeps SymPy out of `import student_client`

    return judge(problem, plan)


class SymbolicVerifier:
    r"""Judges plans against their problems in child processes that are kept between plans.

    Threads may share one verifier: each call uses an idle child, or waits for one. After a fork, even
    of a process that has used it, the copy starts its own children. A child is started when it is first
    needed, which takes about half a second; :meth:`start` does it ahead. A child that is lost, has
    given many verdicts or has grown is replaced by another, which starts while it still works.

    Args:
        wall_seconds: longest elapsed time for a verdict.
        cpu_seconds: longest processor time for a verdict.
        memory_mb: most memory (address space) of a child.
        workers: most children at once. None means one per processor, at most four.

    >>> plan = Plan.parse('{"steps":[{"type":"tool","tool":"integrate","args":{"expr":"2*x","var":"x"}},'
    ...                   '{"type":"final","payload":{"result":"R1"}}]}')
    >>> with SymbolicVerifier() as verify:
    ...     verify(Problem("integrate", r"\int 2x\,dx", ["x"]), plan).status
    'accepted'
    """

    waits = True
    """Whether a call may wait for a child, so that an event loop must always make it in a thread."""

    def __init__(
        self,
        *,
        wall_seconds: float = 10.0,
        cpu_seconds: int = 8,
        memory_mb: int = 1024,
        workers: int | None = None,
    ) -> None:
        limits = Limits(wall_seconds=wall_seconds, cpu_seconds=cpu_seconds, memory_mb=memory_mb)
        self._missing = missing()  # is searched once: that walks the search path
        self._pool = Pool(limits, workers or min(4, os.cpu_count() or 1))

    def __call__(self, problem: Problem, plan: Plan) -> Verdict:
        """Judge ``plan`` against ``problem``; undecided if it takes too long or cannot be decided."""
        if self._missing:
            return Verdict("undecided", self._missing, final=True)
        try:
            return self._pool.use(lambda worker: worker.judge(problem, plan))
        except WorkerLost as error:
            return Verdict("undecided", str(error))

    def read(self, problem: Problem) -> Reading:
        """Read ``problem`` alone: return the question as understood, or the part that is not understood."""
        if self._missing:
            return Reading(None, self._missing)
        try:
            return self._pool.use(lambda worker: worker.read(problem))
        except WorkerLost as error:
            return Reading(None, f"the problem was not read: {error}")

    def start(self) -> None:
        """Start all children now, without waiting for them, so that a first verdict need not wait for a start.

        A server that forks calls it in each of its processes, after the fork. If a child cannot be
        started, the verdicts say so.
        """
        if not self._missing:
            self._pool.start()

    def close(self) -> None:
        """End the children; a pending verdict becomes undecided. A later call starts them again."""
        self._pool.close()

    def __enter__(self) -> SymbolicVerifier:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
