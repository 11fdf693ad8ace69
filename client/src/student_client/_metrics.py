"""Counts what became of problems, for Prometheus."""

from __future__ import annotations

import importlib.util
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ._asking.teacher import teacher_model
from ._errors import ConfigurationError, RequestFailed
from ._outcome import Attempt, Outcome

WRITE_SECONDS = 10.0
"""How often a file of metrics is written anew: more often than Prometheus usually reads it (15 s)."""


@dataclass
class Counts:
    """What was counted so far.

    Args:
        teacher: the teacher's model.
        attempts: by author and verdict: "accepted", "rejected", "undecided", "no_plan" or "no_answer".
        problems: by result: "accepted", "not_accepted" or "no_answer".
        tokens: by author and direction, "in" or "out".
        seconds: of all attempts, by author.
        escalations: problems for which the teacher was asked.
        cost: US dollars of the teacher's answers, or None where its price is not known.
        saved: US dollars the teacher would have taken for the plans that the student got accepted, or None.
    """

    teacher: str
    attempts: Counter[tuple[str, str]] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    tokens: Counter[tuple[str, str]] = field(default_factory=Counter)
    seconds: dict[str, float] = field(default_factory=lambda: {"student": 0.0, "teacher": 0.0})
    escalations: int = 0
    cost: float | None = None
    saved: float | None = None


class Metrics:
    r"""Counts outcomes; safe to share between threads and clients. Needs the extra ``metrics``.

    It is a collector: ``prometheus_client.REGISTRY.register(metrics)`` adds its series to those of your program.

    Args:
        teacher: the teacher's model, ``settings.teacher_model``: its list prices say what the student saved.
            Where they are not known, cost and saved cost have no series.

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

    def __init__(self, teacher: str) -> None:
        if importlib.util.find_spec("prometheus_client") is None:
            raise ConfigurationError("metrics need prometheus_client. Fix: pip install 'student-client[metrics]'")
        self._prices = teacher_model(teacher)
        known = None if self._prices.cost(0, 0) is None else 0.0
        self._counts = Counts(teacher, cost=known, saved=known)
        self._lock = threading.Lock()

    def __call__(self, outcome: Outcome) -> None:
        """Count one problem: the ``on_outcome`` of a client."""
        with self._lock:
            counts = self._counts
            counts.problems[_result(outcome)] += 1
            counts.escalations += any(attempt.author == "teacher" for attempt in outcome.attempts)
            for attempt in outcome.attempts:
                counts.attempts[attempt.author, _verdict(attempt)] += 1
                counts.tokens[attempt.author, "in"] += attempt.tokens_in or 0
                counts.tokens[attempt.author, "out"] += attempt.tokens_out or 0
                counts.seconds[attempt.author] += attempt.seconds
                if counts.cost is not None:
                    counts.cost += attempt.cost or 0.0
            if counts.saved is not None and outcome.author == "student":
                accepted = outcome.attempts[-1]
                counts.saved += self._prices.cost(accepted.tokens_in, accepted.tokens_out) or 0.0

    def collect(self) -> Iterator[Any]:
        """Yield the series, as prometheus_client asks a collector for them."""
        from ._exposition import families  # noqa: PLC0415 - with what only the extra has

        with self._lock:
            made = list(families(self._counts))
        yield from made

    def text(self) -> str:
        """Return the series in Prometheus's text format."""
        from ._exposition import text  # noqa: PLC0415 - as above

        return text(self)

    def write(self, path: Path) -> None:
        """Write the series to a file for node_exporter's textfile collector, whole or not at all.

        Raises:
            OSError: the file cannot be written.
        """
        from ._exposition import write  # noqa: PLC0415 - as above

        write(self, path)


class MetricsFile:
    """Keeps a file of metrics fresh while problems are solved: an ``on_outcome``, and a context."""

    def __init__(self, metrics: Metrics, path: Path) -> None:
        self._metrics = metrics
        self._path = path
        self._written = time.monotonic()

    def __call__(self, outcome: Outcome) -> None:
        """Count one problem, and write the file when it is time."""
        self._metrics(outcome)
        if time.monotonic() - self._written > WRITE_SECONDS:
            self._metrics.write(self._path)
            self._written = time.monotonic()

    def __enter__(self) -> MetricsFile:
        self._metrics.write(self._path)  # one that cannot be written is said before anything is asked
        return self

    def __exit__(self, failure: object, *_: object) -> None:
        try:
            self._metrics.write(self._path)
        except OSError:
            if failure is None:  # else that is what is told
                raise


def _result(outcome: Outcome) -> str:
    if outcome.accepted:
        return "accepted"
    return "not_accepted" if outcome.error is None else "no_answer"


def _verdict(attempt: Attempt) -> str:
    if attempt.verdict is not None:
        return attempt.verdict.status
    return "no_answer" if isinstance(attempt.error, RequestFailed) else "no_plan"
