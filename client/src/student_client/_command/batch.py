"""Solves the problems of a file, writes each outcome as it comes, and continues where an earlier run stopped."""

from __future__ import annotations

import sys
import time
from collections import Counter, deque
from collections.abc import Iterator
from pathlib import Path

from .._client import AsyncStudent
from .._errors import AuthenticationFailed, RequestFailed
from .._outcome import Outcome
from .._problem import Problem
from .jsonl import FileFault, Results, read_problems

GIVE_UP = 5
"""So many problems in a row without an answer end a batch. Each has waited for the engine until its deadline."""


class Progress:
    """One line on a terminal that shows the progress of a batch; nothing if there is no terminal."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.counts: Counter[str] = Counter()
        self._start = self._shown = time.monotonic()
        self._terminal = sys.stderr.isatty()

    @property
    def seconds(self) -> float:
        """Time since the start."""
        return max(time.monotonic() - self._start, 1e-3)

    def add(self, kind: str) -> None:
        """Count one more; redraw a few times a second."""
        self.counts[kind] += 1
        done = self.counts.total()
        if self._terminal and (time.monotonic() - self._shown > 0.2 or done == self.total):
            self._shown = time.monotonic()
            rate = done / self.seconds
            left = int((self.total - done) / rate)
            text = f"{done}/{self.total}  {rate:.1f}/s  {left // 60}:{left % 60:02d} left  {self.summary()}"
            print(f"\r\x1b[2K{text}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """End the line."""
        if self._terminal and self.counts:
            print(file=sys.stderr)

    def summary(self) -> str:
        """Return the counts as text."""
        return ", ".join(f"{count} {kind}" for kind, count in sorted(self.counts.items())) or "nothing to do"


async def run(student: AsyncStudent, source: Path, target: Path, concurrency: int) -> str:
    """Solve the problems in ``source`` and append the outcomes to ``target``.

    A problem that got no answer is not written, so that the next run asks again.

    Args:
        student: the client.
        source: the file of problems, one JSON object per line.
        target: the file of outcomes, one JSON object per line, in the same order.
        concurrency: most requests at once.

    Returns:
        A summary in one line.

    Raises:
        RequestFailed: some problems got no answer; the last one's failure.
        InvalidProblem: a line of ``source`` is not a problem; raised before anything is asked.
        FileFault: ``target`` does not hold the outcomes of these problems.
    """
    if target.exists() and target.samefile(source):
        raise FileFault(f"{target} is the file of problems. Fix: name another file for the outcomes")
    with Results(target) as results:
        total, left = 0, 0
        for key, problem in read_problems(source):
            total += 1
            left += not results.has(key, problem)
        progress = Progress(left)
        try:
            failure = await _ask(student, source, results, concurrency, progress) if left else None
        finally:
            progress.end()
    if failure is not None:
        raise _with_count(failure, progress, total)
    before = f", {total - left} were there before" if left < total else ""
    rate = f" in {progress.seconds:.1f} s, {left / progress.seconds:.1f}/s" if left else ""
    return f"{total} problems: {progress.summary()}{rate}{before}"


async def _ask(
    student: AsyncStudent, source: Path, results: Results, concurrency: int, progress: Progress
) -> RequestFailed | None:
    """Write the outcomes; return the last failure, if there was one."""
    keys: deque[str] = deque()
    failure: RequestFailed | None = None
    in_a_row = 0

    def todo() -> Iterator[Problem]:
        for key, problem in read_problems(source):
            if not results.has(key, problem):
                keys.append(key)
                yield problem

    async for outcome in student.plan_many(todo(), concurrency):
        key = keys.popleft()
        if isinstance(outcome.error, RequestFailed):
            failure = outcome.error
            in_a_row += 1
            progress.add("without an answer")
            if in_a_row == GIVE_UP or isinstance(failure, AuthenticationFailed):
                break
            continue
        in_a_row = 0
        results.write(key, outcome)
        progress.add(_kind(outcome))
    return failure


def _kind(outcome: Outcome) -> str:
    if outcome.unreadable:
        return "not understood and not asked"
    if outcome.verdict is None:
        return "not a plan"
    return outcome.verdict.status


def _with_count(failure: RequestFailed, progress: Progress, total: int) -> RequestFailed:
    written = progress.counts.total() - progress.counts["without an answer"]
    text = f"{failure}; then run the same command again; it continues ({written} of {total} written in this run)"
    return type(failure)(text, status=failure.status, request_id=failure.request_id, retry_after=failure.retry_after)
