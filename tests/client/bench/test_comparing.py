from __future__ import annotations

import random
from typing import Any

from student_client._bench.comparing import changes


def report(seconds: float, rate: float, profile: str = "concurrent") -> dict[str, Any]:
    dice = random.Random(2)
    times = [1000 * seconds * dice.uniform(0.8, 1.2) for _ in range(300)]
    samples = dict.fromkeys(("ttft", "tpot", "e2el", "plan"), times)
    rates = [rate * dice.uniform(0.9, 1.1) for _ in range(10)]
    samples |= {"verified_throughput": rates, "plan_throughput": rates}
    return {"loads": [{"profile": profile, "concurrency": 4, "samples": samples}]}


def words(old: dict[str, Any], new: dict[str, Any]) -> dict[str, str]:
    return {change.figure: change.word for change in changes(old, new)}


def test_changes_are_better_or_worse() -> None:
    found = words(report(1.0, 5.0), report(0.5, 4.0))
    assert found["median_plan_ms"] == found["median_ttft_ms"] == "better"
    assert found["verified_throughput"] == "worse"


def test_changes_of_the_same() -> None:
    assert set(words(report(1.0, 5.0), report(1.0, 5.0)).values()) == {"no change seen"}


def test_changes_have_an_interval() -> None:
    for change in changes(report(1.0, 5.0), report(1.1, 5.0)):
        assert change.low <= change.ratio <= change.high


def test_changes_need_both_reports() -> None:
    """A load that only one report has is left out."""
    assert changes(report(1.0, 5.0), report(1.0, 5.0, "poisson")) == []
