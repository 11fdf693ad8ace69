"""Calculates the figures of a load, under the names of vLLM's benchmark client if it has them."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .._metrics import _verdict as result_of
from .load import Load, Sample
from .stream import Timing

PERCENTILES = (90, 95, 99)
SLICES = 10
"""Parts of a load, whose rates show how reliable the rate of the whole is."""
RESULTS = ("accepted", "rejected", "undecided", "no_plan", "cut", "no_answer")
"""The results of an attempt, as Prometheus counts them."""
LATENCIES = ("ttft", "tpot", "itl", "e2el", "plan")
"""Time to first token, per output token, between tokens, of a request, and from a problem's scheduled start to its
outcome."""
Goals = Mapping[str, float]
"""The most milliseconds, by latency."""


def spread(name: str, seconds: Sequence[float]) -> dict[str, float | None]:
    """Return mean, median, deviation and percentiles in milliseconds; None if nothing was measured.

    >>> spread("ttft", [0.001, 0.003])["median_ttft_ms"]
    2.0
    """
    if not seconds:
        return {f"{word}_{name}_ms": None for word in ("mean", "median", "std", *(f"p{one}" for one in PERCENTILES))}
    values = [one * 1000 for one in seconds]
    cuts = statistics.quantiles(values, n=100, method="inclusive") if len(values) > 1 else values * 99
    found = {"mean": statistics.fmean(values), "median": statistics.median(values), "std": statistics.pstdev(values)}
    found |= {f"p{one}": cuts[one - 1] for one in PERCENTILES}
    return {f"{word}_{name}_ms": round(value, 3) for word, value in found.items()}


def samples(load: Load) -> dict[str, list[float]]:
    """Return the measured times in milliseconds by latency, and the rates of the load's parts."""
    requests = [one for sample in load.samples for one in sample.requests if one.done]
    times = {
        "ttft": [one.ttft for one in requests],
        "tpot": [one.tpot for one in requests if one.tpot is not None],
        "itl": [gap for one in requests for gap in one.itl],
        "e2el": [one.e2el for one in requests],
        "plan": [sample.seconds for sample in load.samples],
    }
    found = {name: [round(one * 1000, 2) for one in values] for name, values in times.items()}
    return found | {
        "plan_throughput": _rates(load, lambda sample: True),
        "verified_throughput": _rates(load, lambda sample: sample.outcome.accepted),
    }


def figures(load: Load, goals: Goals) -> dict[str, Any]:
    """Return all figures of a load.

    Args:
        load: the measured load.
        goals: the goals for goodput.
    """
    requests = [one for sample in load.samples for one in sample.requests]
    done = [one for one in requests if one.done]
    window = load.cutoff - load.started
    ended = [one for one in done if one.ended <= load.cutoff]
    tokens_in, tokens_out = sum(one.tokens_in for one in ended), sum(one.tokens_out for one in ended)
    times = samples(load)
    good = [sample for sample in load.samples if _meets_goals(sample, goals)]
    found = {
        "profile": load.profile,
        "concurrency": load.concurrency,
        "request_rate": load.rate,
        "duration": window,
        "host_load": max(load.host_load),
        "completed": len(done),
        "failed": len(requests) - len(done),
        "total_input_tokens": sum(one.tokens_in for one in done),
        "total_output_tokens": sum(one.tokens_out for one in done),
        "request_throughput": len(ended) / window,
        "output_throughput": tokens_out / window,
        "total_token_throughput": (tokens_in + tokens_out) / window,
        "request_goodput": sum(_is_fast(one, goals) for one in ended) / window,
        "plan_throughput": _rate(load, load.samples),
        "verified_throughput": _rate(load, [sample for sample in load.samples if sample.outcome.accepted]),
        "plan_goodput": _rate(load, good),
    }
    found = {name: round(value, 4) if isinstance(value, float) else value for name, value in found.items()}
    for name in LATENCIES:
        found |= spread(name, [one / 1000 for one in times[name]])
    return found | _plans(load)


def _plans(load: Load) -> dict[str, Any]:
    """Return the figures that no other tool has: the results of the plans, and the tokens of a verified one."""
    outcomes = [sample.outcome for sample in load.samples]
    attempts = [attempt for outcome in outcomes for attempt in outcome.attempts]
    asked = [outcome for outcome in outcomes if outcome.attempts]
    verified = [outcome for outcome in outcomes if outcome.accepted]
    tokens = sum((one.tokens_in or 0) + (one.tokens_out or 0) for one in attempts)
    written = sum(one.tokens_out or 0 for one in attempts)
    last = Counter(result_of(outcome.attempts[-1]) for outcome in asked)
    teacher = [attempt for attempt in attempts if attempt.author == "teacher"]
    costs = [attempt.cost for attempt in teacher]
    return {
        "problems": len(outcomes),
        "not_asked": len(outcomes) - len(asked),
        **{name: last[name] for name in RESULTS},
        "attempts": len(attempts),
        "valid": sum(attempt.plan is not None for attempt in attempts),
        "attempts_per_plan": _share(len(attempts), len(asked)),
        "escalations": sum(any(one.author == "teacher" for one in outcome.attempts) for outcome in outcomes),
        "tokens_per_verified_plan": _share(tokens, len(verified)),
        "output_tokens_per_verified_plan": _share(written, len(verified)),
        "teacher_dollars": None if None in costs else round(sum(one for one in costs if one is not None), 6),
        "rate_limited": sum(one.status == 429 for sample in load.samples for one in sample.requests),
    }


def _share(part: float, whole: float) -> float | None:
    return round(part / whole, 4) if whole else None


def _rate(load: Load, counted: Sequence[Sample]) -> float:
    return sum(one.ended <= load.cutoff for one in counted) / (load.cutoff - load.started)


def _rates(load: Load, counts: Callable[[Sample], bool]) -> list[float]:
    """Return how many ended per second in each part of a load."""
    width = (load.cutoff - load.started) / SLICES
    parts = Counter(int((one.ended - load.started) / width) for one in load.samples if counts(one))
    return [round(parts[number] / width, 4) for number in range(SLICES)]


def _meets_goals(sample: Sample, goals: Goals) -> bool:
    """Return whether a problem got a verified plan in time."""
    fast = all(_is_fast(one, goals) for one in sample.requests if one.done)
    return sample.outcome.accepted and fast and sample.seconds * 1000 <= goals.get("plan", float("inf"))


def _is_fast(request: Timing, goals: Goals) -> bool:
    """Return whether a request met the goals for requests."""
    found = {"ttft": request.ttft, "tpot": request.tpot or 0.0, "e2el": request.e2el}
    return all(found[name] * 1000 <= most for name, most in goals.items() if name in found)
