"""Compares two reports of the same measurement: the changes, with the interval in which each lies."""

from __future__ import annotations

import random
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

RESAMPLES = 1000
CONFIDENCE = 0.95
"""The share of cases in which the true change lies within the interval."""
MAX_SAMPLES = 2000
"""Most samples that are drawn from, so that a comparison takes seconds."""


def _p95(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[94]


FIGURES: dict[str, tuple[str, Callable[[Sequence[float]], float], bool]] = {
    "verified_throughput": ("verified_throughput", statistics.fmean, True),
    "plan_throughput": ("plan_throughput", statistics.fmean, True),
    "median_plan_ms": ("plan", statistics.median, False),
    "p95_plan_ms": ("plan", _p95, False),
    "median_ttft_ms": ("ttft", statistics.median, False),
    "median_tpot_ms": ("tpot", statistics.median, False),
    "median_e2el_ms": ("e2el", statistics.median, False),
    "engine_cpu_ms": ("engine_cpu", statistics.fmean, False),
}
"""A figure to compare: its samples, its formula, and whether a higher value is better."""


@dataclass(frozen=True)
class Change:
    """The change of one figure of one load.

    Args:
        load: the load's name by :func:`title`.
        figure: the figure's name.
        old: the earlier value.
        new: the new value.
        ratio: new / old.
        low: lower end of the ratio's interval.
        high: its upper end.
        word: "better", "worse", or "no change seen" if the interval contains 1.
    """

    load: str
    figure: str
    old: float
    new: float
    ratio: float
    low: float
    high: float
    word: str


def title(load: Mapping[str, Any]) -> str:
    """Return a load's name, which identifies it in another report."""
    if load["profile"] == "poisson":
        return "poisson"
    return f"concurrency {load['concurrency']}"


def changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """Compare the loads that both reports have.

    The intervals are bootstrapped: the samples are drawn again and again, and the middle of the results is kept.
    """
    before = {title(load): load for load in old["loads"]}
    rng = random.Random(0)  # noqa: S311 - equal reports give equal intervals
    found = []
    for load in new["loads"]:
        name = title(load)
        if name not in before:
            continue
        for figure, (source, statistic, higher_is_better) in FIGURES.items():
            pair = before[name]["samples"].get(source, []), load["samples"].get(source, [])
            if min(map(len, pair)) > 1 and statistic(pair[0]) > 0:
                found.append(_change(name, figure, pair, statistic, higher_is_better, rng))
    return found


def _change(
    load: str,
    figure: str,
    pair: tuple[Sequence[float], Sequence[float]],
    statistic: Callable[[Sequence[float]], float],
    higher_is_better: bool,
    rng: random.Random,
) -> Change:
    old, new = (statistic(values) for values in pair)
    drawn = []
    for _ in range(RESAMPLES):
        old_value, new_value = (statistic(rng.choices(values, k=min(len(values), MAX_SAMPLES))) for values in pair)
        if old_value > 0:
            drawn.append(new_value / old_value)
    ordered = sorted(drawn)
    edge = int(len(ordered) * (1 - CONFIDENCE) / 2)
    low, high = ordered[edge], ordered[-1 - edge]
    word = "no change seen" if low <= 1 <= high else "better" if (low > 1) == higher_is_better else "worse"
    return Change(load, figure, old, new, new / old, low, high, word)
