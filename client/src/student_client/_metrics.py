"""Counts outcomes for Prometheus."""

from __future__ import annotations

import importlib.util
import threading
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import inf
from pathlib import Path
from typing import Any

from ._asking.teacher import teacher_model
from ._errors import ConfigurationError, RequestFailed, TruncatedPlan
from ._outcome import Attempt, Outcome
from ._verdict import Verdict

VERDICT_BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0, inf)
"""Upper bounds of the histogram of verdicts, in seconds; the verifier stops at 10 s, not counting its wait."""
WRITE_SECONDS = 10.0
"""Interval at which a file of metrics is rewritten: shorter than Prometheus's usual one (15 s)."""


@dataclass
class Counts:
    """The counts so far.

    Args:
        teacher: the teacher's model.
        attempts: by author and verdict: "accepted", "rejected", "undecided", "no_plan", "cut" or "no_answer".
        undecided: plans that were not judged, by reason: "limits" (time, memory), "problem" (it allows none),
            "verifier" (it failed) or "plan".
        budget: US dollars that the teacher may cost a day, or None.
        problems: by result: "accepted", "not_accepted", "no_answer", or "unreadable" if no model was asked.
        tokens: by author and direction, "in" or "out".
        seconds: of all attempts, by author.
        verdicts: plans that the verifier was asked about, by the bucket that their time falls into.
        verdict_seconds: the sum of these times.
        escalations: problems for which the teacher was asked.
        cost: US dollars for the teacher's answers, or None if its price is not known.
        saved: US dollars that the teacher would have cost for the student's accepted plans, or None.
    """

    teacher: str
    attempts: Counter[tuple[str, str]] = field(default_factory=Counter)
    undecided: Counter[str] = field(default_factory=Counter)
    budget: float | None = None
    problems: Counter[str] = field(default_factory=Counter)
    tokens: Counter[tuple[str, str]] = field(default_factory=Counter)
    seconds: dict[str, float] = field(default_factory=lambda: {"student": 0.0, "teacher": 0.0})
    verdicts: Counter[float] = field(default_factory=Counter)
    verdict_seconds: float = 0.0
    escalations: int = 0
    cost: float | None = None
    saved: float | None = None


class Metrics:
    r"""Counts outcomes; safe to share between threads and clients. Needs the extra ``metrics``.

    A collector: ``prometheus_client.REGISTRY.register(metrics)`` adds its series to those of your program.

    Args:
        teacher: the teacher's model, ``settings.teacher_model``. Its list prices give the cost that the student saved.
            If they are not known, cost and saved cost have no series.
        budget: US dollars that the teacher may cost a day, ``settings.teacher_budget_dollars``. Above it, Prometheus's
            alert TeacherSpending fires, and nothing stops. None for no alert.

    Raises:
        ConfigurationError: prometheus_client is not installed.

    >>> import httpx2
    >>> from student_client import Problem, Settings, Student, Verdict
    >>> text = ('{"steps":[{"type":"tool","tool":"integrate","args":{"expr":"2*x","var":"x"}},'
    ...         '{"type":"final","payload":{"result":"R1"}}]}')
    >>> reply = {"choices": [{"message": {"content": text}}], "usage": {"prompt_tokens": 400, "completion_tokens": 50}}
    >>> api = httpx2.MockTransport(lambda request: httpx2.Response(200, json=reply))
    >>> metrics = Metrics("gpt-4o-mini")
    >>> settings = Settings(model_name="student-nano")
    >>> with Student(settings, api, lambda *_: Verdict("accepted", "by heart"), on_outcome=metrics) as student:
    ...     outcome = student.plan(Problem("integrate", r"\int 2x\,dx", ["x"]))
    >>> [line for line in metrics.text().splitlines() if line.startswith("student_client_saved")]
    ['student_client_saved_dollars_total{teacher="gpt-4o-mini"} 9e-05']
    """

    def __init__(self, teacher: str, *, budget: float | None = None) -> None:
        if importlib.util.find_spec("prometheus_client") is None:
            raise ConfigurationError("metrics need prometheus_client. Fix: pip install prometheus-client")
        self._prices = teacher_model(teacher)
        known = None if self._prices.cost(0, 0) is None else 0.0
        self._counts = Counts(teacher, budget=budget, cost=known, saved=known)
        self._lock = threading.Lock()

    def __call__(self, outcome: Outcome) -> None:
        """Count one problem; called as the ``on_outcome`` of a client."""
        with self._lock:
            counts = self._counts
            counts.problems[_result(outcome)] += 1
            counts.escalations += any(attempt.author == "teacher" for attempt in outcome.attempts)
            for attempt in outcome.attempts:
                counts.attempts[attempt.author, _verdict(attempt)] += 1
                if attempt.verdict is not None and attempt.verdict.status == "undecided":
                    counts.undecided[_reason(attempt.verdict)] += 1
                counts.tokens[attempt.author, "in"] += attempt.tokens_in or 0
                counts.tokens[attempt.author, "out"] += attempt.tokens_out or 0
                counts.seconds[attempt.author] += attempt.seconds
                if attempt.verdict_seconds is not None:
                    counts.verdicts[VERDICT_BUCKETS[bisect_left(VERDICT_BUCKETS, attempt.verdict_seconds)]] += 1
                    counts.verdict_seconds += attempt.verdict_seconds
                if counts.cost is not None:
                    counts.cost += attempt.cost or 0.0
            if counts.saved is not None and outcome.author == "student":
                accepted = outcome.attempts[-1]
                counts.saved += self._prices.cost(accepted.tokens_in, accepted.tokens_out) or 0.0

    def collect(self) -> Iterator[Any]:
        """Yield the series, as prometheus_client requires of a collector."""
        from ._exposition import families  # noqa: PLC0415 - with what only the extra has

        with self._lock:
            made = list(families(self._counts))
        yield from made

    def text(self) -> str:
        """Return the series in Prometheus's text format."""
        from ._exposition import text  # noqa: PLC0415 - as above

        return text(self)

    def read(self, path: Path) -> None:
        """Add the counts of a file that an earlier program wrote.

        Without it each program's counts begin at zero, and they are lost unless Prometheus reads that zero.

        Raises:
            ConfigurationError: the file is not one of metrics.
            OSError: the file cannot be read.
        """
        from ._exposition import add  # noqa: PLC0415 - as above

        try:
            with self._lock:
                add(self._counts, path.read_text(encoding="utf-8"))
        except (KeyError, ValueError):
            raise ConfigurationError(f"{path} does not contain the client's metrics. Fix: name another file") from None

    def write(self, path: Path) -> None:
        """Write the series to a file for node_exporter's textfile collector, atomically.

        Raises:
            OSError: the file cannot be written.
        """
        from ._exposition import write  # noqa: PLC0415 - as above

        write(self, path)


class MetricsFile:
    """Keeps a file of metrics up to date while problems are solved: an ``on_outcome``, and a context manager.

    Continues with the counts of an existing file.
    """

    def __init__(self, metrics: Metrics, path: Path) -> None:
        self._metrics = metrics
        self._path = path
        self._written = time.monotonic()

    def __call__(self, outcome: Outcome) -> None:
        """Count one problem, and write the file when the interval is over."""
        self._metrics(outcome)
        if time.monotonic() - self._written > WRITE_SECONDS:
            self._metrics.write(self._path)
            self._written = time.monotonic()

    def __enter__(self) -> MetricsFile:
        if self._path.exists():
            self._metrics.read(self._path)
        self._metrics.write(self._path)  # reports a file that cannot be written before anything is asked
        return self

    def __exit__(self, failure: object, *_: object) -> None:
        try:
            self._metrics.write(self._path)
        except OSError:
            if failure is None:  # otherwise reports that failure
                raise


def _result(outcome: Outcome) -> str:
    if outcome.accepted:
        return "accepted"
    if outcome.unreadable:
        return "unreadable"
    return "not_accepted" if outcome.error is None else "no_answer"


def _verdict(attempt: Attempt) -> str:
    if attempt.verdict is not None:
        return attempt.verdict.status
    if isinstance(attempt.error, RequestFailed):
        return "no_answer"
    return "cut" if isinstance(attempt.error, TruncatedPlan) else "no_plan"


def _reason(verdict: Verdict) -> str:
    """Return why a plan is undecided, as one of a few words, to keep the series few."""
    if verdict.reason.startswith(("the verifier failed", "the verifier returned")):
        return "verifier"
    if verdict.reason.startswith(("no verdict within", "more than ")):
        return "limits"
    return "problem" if verdict.final else "plan"
