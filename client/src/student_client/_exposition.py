"""Counts as Prometheus's series, by prometheus_client: names, labels, help texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, generate_latest, write_to_textfile
from prometheus_client.core import CounterMetricFamily, Metric, SummaryMetricFamily

if TYPE_CHECKING:
    from ._metrics import Counts, Metrics

AUTHORS = ("student", "teacher")
VERDICTS = ("accepted", "rejected", "undecided", "no_plan", "no_answer")


def families(counts: Counts) -> Iterator[Metric]:
    """Yield each series with all its labels, those that are still zero too."""
    by_verdict = [((author, verdict), counts.attempts[author, verdict]) for author in AUTHORS for verdict in VERDICTS]
    yield _counter(
        "attempts",
        "Requests for a plan, by who was asked and what came: a verdict, no plan, or no answer.",
        ("author", "verdict"),
        by_verdict,
    )
    results = ("accepted", "not_accepted", "no_answer")
    yield _counter(
        "problems",
        "Problems by what became of them.",
        ("result",),
        [((result,), counts.problems[result]) for result in results],
    )
    yield _counter("escalations", "Problems for which the teacher was asked.", (), [((), counts.escalations)])
    by_direction = [((author, way), counts.tokens[author, way]) for author in AUTHORS for way in ("in", "out")]
    yield _counter(
        "tokens",
        "Tokens of prompts (in) and answers (out), as the engines counted them.",
        ("author", "direction"),
        by_direction,
    )
    seconds = SummaryMetricFamily(
        "student_client_attempt_seconds", "Time from an attempt's first request to its verdict.", labels=("author",)
    )
    for author in AUTHORS:
        done = sum(count for (who, _), count in by_verdict if who == author)
        seconds.add_metric((author,), done, counts.seconds[author])
    yield seconds
    if counts.cost is not None:
        yield _counter(
            "cost_dollars",
            "What the teacher's answers cost by their tokens and its list price.",
            ("teacher",),
            [((counts.teacher,), counts.cost)],
        )
    if counts.saved is not None:
        yield _counter(
            "saved_dollars",
            "What the teacher would have cost for the tokens of each plan that the student got accepted.",
            ("teacher",),
            [((counts.teacher,), counts.saved)],
        )


def _counter(
    name: str, text: str, labels: tuple[str, ...], values: Iterable[tuple[tuple[str, ...], float]]
) -> CounterMetricFamily:
    family = CounterMetricFamily(f"student_client_{name}", text, labels=labels)
    for label_values, value in values:
        family.add_metric(label_values, value)
    return family


def text(metrics: Metrics) -> str:
    """Return the series in Prometheus's text format."""
    return generate_latest(_registry(metrics)).decode()


def write(metrics: Metrics, path: Path) -> None:
    """Write the series to a file by renaming a whole one.

    Raises:
        OSError: the file cannot be written.
    """
    try:
        write_to_textfile(str(path), _registry(metrics))
    except OSError as error:
        error.filename = str(path)  # not the passing file's
        raise


def _registry(metrics: Metrics) -> CollectorRegistry:
    registry = CollectorRegistry()
    registry.register(metrics)
    return registry
