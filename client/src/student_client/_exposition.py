"""Converts the counts to Prometheus's series with prometheus_client: names, labels, help texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, generate_latest, write_to_textfile
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
    SummaryMetricFamily,
)
from prometheus_client.parser import text_string_to_metric_families

from ._metrics import VERDICT_BUCKETS

if TYPE_CHECKING:
    from ._metrics import Counts, Metrics

AUTHORS = ("student", "teacher")
REASONS = ("limits", "plan", "problem", "verifier")
COUNTERS = {
    "attempts_total": ("attempts", ("author", "verdict")),
    "problems_total": ("problems", ("result",)),
    "tokens_total": ("tokens", ("author", "direction")),
    "undecided_total": ("undecided", ("reason",)),
}
"""A series with several labels: the field that counts it, and the order of its labels."""
SUMS = {
    "cost_dollars_total": "cost",
    "escalations_total": "escalations",
    "saved_dollars_total": "saved",
    "verdict_seconds_sum": "verdict_seconds",
}
VERDICTS = ("accepted", "rejected", "undecided", "no_plan", "cut", "no_answer")


def families(counts: Counts) -> Iterator[Metric]:
    """Yield each series with all its labels, including those that are still zero."""
    by_verdict = [((author, verdict), counts.attempts[author, verdict]) for author in AUTHORS for verdict in VERDICTS]
    yield _counter(
        "attempts",
        "Requests for a plan, by author and result: a verdict, no plan, or no answer.",
        ("author", "verdict"),
        by_verdict,
    )
    yield _counter(
        "undecided",
        "Plans that the verifier could not judge, by reason: its limits, the plan, the problem, or its own failure.",
        ("reason",),
        [((reason,), counts.undecided[reason]) for reason in REASONS],
    )
    if counts.budget is not None:
        yield GaugeMetricFamily(
            "student_client_budget_dollars", "US dollars that the teacher may cost a day.", value=counts.budget
        )
    results = ("accepted", "not_accepted", "no_answer", "unreadable")
    yield _counter(
        "problems",
        "Problems by result; no model was asked about those that are unreadable.",
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
    numbers = accumulate(counts.verdicts[bound] for bound in VERDICT_BUCKETS)
    yield HistogramMetricFamily(
        "student_client_verdict_seconds",
        "Time that the verifier took for a plan, with its wait for a free process.",
        buckets=[
            ("+Inf" if bound == inf else str(bound), number)
            for bound, number in zip(VERDICT_BUCKETS, numbers, strict=True)
        ],
        sum_value=counts.verdict_seconds,
    )
    if counts.cost is not None:
        yield _counter(
            "cost_dollars",
            "US dollars that the teacher's answers cost, by their tokens and its list price.",
            ("teacher",),
            [((counts.teacher,), counts.cost)],
        )
    if counts.saved is not None:
        yield _counter(
            "saved_dollars",
            "US dollars that the teacher would have cost for the tokens of each accepted plan of the student.",
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
        error.filename = str(path)  # instead of the temporary file's
        raise


def add(counts: Counts, written: str) -> None:
    """Add the counts that an earlier program wrote, without the cost of another teacher.

    Raises:
        ValueError, KeyError: the text is not ours.
    """
    cumulative = dict.fromkeys(VERDICT_BUCKETS, 0)
    for sample in (sample for family in text_string_to_metric_families(written) for sample in family.samples):
        name, labels = sample.name.removeprefix("student_client_"), sample.labels
        if name in COUNTERS:
            field, keys = COUNTERS[name]
            key = tuple(labels[key] for key in keys)
            getattr(counts, field)[key if len(key) > 1 else key[0]] += int(sample.value)
        elif name in SUMS and labels.get("teacher", counts.teacher) == counts.teacher:
            before = getattr(counts, SUMS[name])
            setattr(counts, SUMS[name], None if before is None else before + sample.value)
        elif name == "attempt_seconds_sum":
            counts.seconds[labels["author"]] += sample.value
        elif name == "verdict_seconds_bucket":
            cumulative[float(labels["le"])] = int(sample.value)
    for bound, (below, upto) in zip(VERDICT_BUCKETS, pairwise([0, *cumulative.values()]), strict=True):
        counts.verdicts[bound] += upto - below


def _registry(metrics: Metrics) -> CollectorRegistry:
    registry = CollectorRegistry()
    registry.register(metrics)
    return registry
