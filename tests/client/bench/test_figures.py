from __future__ import annotations

from typing import Any

import pytest
from student_client import Attempt, Outcome, Plan, RequestTimeout, Verdict
from student_client._bench.figures import figures, samples, spread
from student_client._bench.load import Load, Sample
from student_client._bench.problems import Item
from student_client._bench.stream import Timing

from ..api import GOOD, PROBLEM

RIGHT = Verdict("accepted", "by heart", "x**2")


def attempt(verdict: Verdict | None = RIGHT, author: Any = "student", **more: Any) -> Attempt:
    return Attempt(author, 0.0, GOOD, Plan.parse(GOOD), verdict, tokens_in=10, tokens_out=5, cost=0.0, **more)


def sample(start: float, end: float, *attempts: Attempt) -> Sample:
    accepted = bool(attempts) and attempts[-1].verdict is RIGHT
    plan = Plan.parse(GOOD) if accepted else None
    outcome = Outcome(PROBLEM, plan, attempts[-1].verdict if attempts else None, "student", attempts)
    timing = Timing(start, [start + 0.1, start + 0.2, start + 0.4], start + 0.5, 200, 10, 5)
    return Sample(Item(PROBLEM), start, end, outcome, [timing for _ in attempts])


def load(*made: Sample) -> Load:
    return Load("concurrent", 2, None, 100.0, 110.0, list(made), (1.0, 2.0))


def test_figures_have_vllms_names() -> None:
    found = figures(load(sample(100, 101, attempt()), sample(101, 103, attempt())), {})
    assert found["request_throughput"] == 0.2
    assert found["output_throughput"] == 1.0
    assert found["total_output_tokens"] == 10
    assert found["median_ttft_ms"] == pytest.approx(100)
    assert found["median_tpot_ms"] == pytest.approx(75)
    assert found["p99_itl_ms"] == pytest.approx(200)
    assert found["mean_e2el_ms"] == pytest.approx(500)
    assert found["median_plan_ms"] == pytest.approx(1500)


def test_figures_count_plans() -> None:
    """Each by its result."""
    wrong = attempt(Verdict("rejected", "no"))
    late = Attempt("student", 0.0, error=RequestTimeout("late"))
    made = [
        sample(100, 101, attempt()),
        sample(100, 102, wrong, attempt()),
        sample(100, 103, wrong, attempt(Verdict("undecided", "who knows"), "teacher")),
        sample(100, 104, late),
        sample(100, 105),
    ]
    found = figures(load(*made), {})
    told = (
        "problems",
        "not_asked",
        "accepted",
        "rejected",
        "undecided",
        "no_answer",
        "attempts",
        "valid",
        "escalations",
    )
    assert [found[name] for name in told] == [5, 1, 2, 0, 1, 1, 6, 5, 1]
    assert found["attempts_per_plan"] == 1.5
    assert found["tokens_per_verified_plan"] == 75 / 2
    assert found["verified_throughput"] == 0.2
    assert found["plan_throughput"] == 0.5


def test_figures_at_the_cutoff() -> None:
    """Rates count problems that ended before it, latency counts all."""
    found = figures(load(sample(100, 101, attempt()), sample(109, 115, attempt())), {})
    assert found["verified_throughput"] == 0.1
    assert found["mean_plan_ms"] == pytest.approx(3500)


@pytest.mark.parametrize(("goal", "good"), [({"plan": 1500}, 0.1), ({"ttft": 50}, 0.0), ({"e2el": 500.1}, 0.2)])
def test_figures_goodput(goal: dict[str, float], good: float) -> None:
    """Plans that are verified in time."""
    assert figures(load(sample(100, 101, attempt()), sample(101, 103, attempt())), goal)["plan_goodput"] == good


def test_spread_of_none_and_of_one() -> None:
    assert set(spread("ttft", []).values()) == {None}
    assert spread("ttft", [0.5])["p99_ttft_ms"] == 500


def test_samples_have_each_rate() -> None:
    made = samples(load(*(sample(100, 100.5 + number, attempt()) for number in range(10))))
    assert made["verified_throughput"] == [1.0] * 10
