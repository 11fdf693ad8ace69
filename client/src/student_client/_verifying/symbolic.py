"""The symbolic verifier: the plan is judged against the problem by SymPy, in a child process."""

from __future__ import annotations

import os
from types import TracebackType

from .._plan import Plan
from .._problem import Problem
from .._verdict import Verdict
from .child import Limits
from .choice import missing
from .pool import Pool
from .sandbox import WorkerLost


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

    Threads may share one verifier: each call takes an idle child, or waits for one. A process that
    forks may have used it already: the copy starts children of its own. A child is started when it is
    first needed, which takes about half a second; :meth:`start` does it ahead. One that is lost, has
    given many verdicts or has grown is replaced by another, started while it still works.

    Args:
        wall_seconds: longest time for a verdict, as the clock on the wall tells it.
        cpu_seconds: longest processor time for a verdict.
        memory_mb: most memory (address space) of a child.
        workers: most children at once. None means one a processor, at most four.

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
        limits = Limits(wall_seconds=wall_seconds, cpu_seconds=cpu_seconds, memory_mb=memory_mb)
        self._missing = missing()  # looked for once: it walks the search path
        self._pool = Pool(limits, workers or min(4, os.cpu_count() or 1))

    def __call__(self, problem: Problem, plan: Plan) -> Verdict:
        """Judge ``plan`` against ``problem``; what takes too long or cannot be told is undecided."""
        if self._missing:
            return Verdict("undecided", self._missing)
        with self._pool.worker() as worker:
            try:
                return worker.judge(problem, plan)
            except WorkerLost as error:
                return Verdict("undecided", str(error))

    def read(self, problem: Problem) -> str:
        """Say in one line how ``problem`` is read, or why it cannot be; there is no plan in it."""
        if self._missing:
            return self._missing
        with self._pool.worker() as worker:
            try:
                return worker.read(problem)
            except WorkerLost as error:
                return f"the problem was not read: {error}"

    def start(self) -> None:
        """Start all children now, without waiting for them: a first verdict then takes no start.

        A server that forks calls it in each of its processes, after the fork. Where a child cannot be
        started, the verdicts will say so.
        """
        if not self._missing:
            self._pool.start()

    def close(self) -> None:
        """End the children; a verdict that is awaited becomes undecided. A later call starts them again."""
        self._pool.close()

    def __enter__(self) -> SymbolicVerifier:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
