"""Metrics: the counts, their text in Prometheus's format, and the file that a batch writes."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import prometheus_client
import pytest
from student_client import (
    ConfigurationError,
    ConnectionFailed,
    InvalidPlan,
    Metrics,
    Outcome,
    Plan,
    Reading,
    TruncatedPlan,
    Verdict,
)
from student_client import _metrics as module
from student_client._outcome import Attempt

from tests import here

from .api import GOOD, PROBLEM

PLAN = Plan.parse(GOOD)
MINI = "gpt-4o-mini"
PROMTOOL = ("docker", "run", "--rm", "-i", "--network=none", "--entrypoint=promtool")


def attempt(author: str = "student", status: Any = "rejected", **fields: Any) -> Attempt:
    known = {"tokens_in": 1000, "tokens_out": 100, "seconds": 0.5}
    return Attempt(author, 0.0, verdict=Verdict(status, "so"), plan=PLAN, **known | fields)  # type: ignore[arg-type]


def outcome(*attempts: Attempt, **fields: Any) -> Outcome:
    last = attempts[-1]
    if last.verdict is not None and last.verdict.status == "accepted":
        fields |= {"plan": PLAN, "author": last.author}
    return Outcome(PROBLEM, verdict=last.verdict, attempts=attempts, **fields)


def counted(outcomes: Iterable[Outcome], teacher: str = MINI) -> dict[str, float]:
    metrics = Metrics(teacher)
    for one in outcomes:
        metrics(one)
    lines = [line.rpartition(" ") for line in metrics.text().splitlines() if not line.startswith("#")]
    return {name.removeprefix("student_client_"): float(value) for name, _, value in lines}


def test_unasked_is_counted_apart() -> None:
    """No model was asked about the problem."""
    unread = Reading(False, "the problem is not understood")
    asked = attempt(status="undecided")
    read = counted([Outcome(PROBLEM, reading=unread), outcome(asked, reading=unread), outcome(asked)])
    assert read['problems_total{result="unreadable"}'] == 1
    assert read['problems_total{result="not_accepted"}'] == 2
    assert read['attempts_total{author="student",verdict="undecided"}'] == 2


def test_attempts_by_author_verdict() -> None:
    away = Attempt("student", 0.0, error=ConnectionFailed("down"))
    no_plan = Attempt("student", 0.3, text="?", error=InvalidPlan("not JSON", text="?"), tokens_in=7)
    cut = Attempt("student", 0.3, text="{", error=TruncatedPlan("cut", text="{"))
    read = counted(
        [
            outcome(attempt(), no_plan, cut, attempt("teacher", "accepted")),
            outcome(attempt(status="accepted")),
            outcome(attempt(status="undecided"), attempt("teacher")),
            outcome(away, error=away.error),
        ]
    )
    assert read['attempts_total{author="student",verdict="rejected"}'] == 1
    assert read['attempts_total{author="student",verdict="no_plan"}'] == 1
    assert read['attempts_total{author="student",verdict="cut"}'] == 1
    assert read['attempts_total{author="student",verdict="no_answer"}'] == 1
    assert read['attempts_total{author="student",verdict="accepted"}'] == 1
    assert read['attempts_total{author="student",verdict="undecided"}'] == 1
    assert read['attempts_total{author="teacher",verdict="accepted"}'] == 1
    assert read['attempts_total{author="teacher",verdict="rejected"}'] == 1
    assert read['problems_total{result="accepted"}'] == 2
    assert read['problems_total{result="not_accepted"}'] == 1
    assert read['problems_total{result="no_answer"}'] == 1
    assert read["escalations_total"] == 2
    assert read['tokens_total{author="student",direction="in"}'] == 3007
    assert read['tokens_total{author="teacher",direction="out"}'] == 200
    assert read['attempt_seconds_count{author="student"}'] == 6
    assert read['attempt_seconds_sum{author="student"}'] == 1.5


def test_verdicts_have_a_histogram() -> None:
    read = counted([outcome(*(attempt(verdict_seconds=seconds) for seconds in (0.004, 0.01, 0.3, 11.0, 60.0, None)))])
    bounds = {name: value for name, value in read.items() if name.startswith("verdict_seconds_bucket")}
    assert len(bounds) == len(module.VERDICT_BUCKETS)
    for bound, number in {"0.01": 2, "0.25": 2, "0.5": 3, "10.0": 3, "20.0": 4, "+Inf": 5}.items():
        assert bounds[f'verdict_seconds_bucket{{le="{bound}"}}'] == number
    assert read["verdict_seconds_count"] == 5
    assert read["verdict_seconds_sum"] == pytest.approx(71.314)


@pytest.mark.parametrize(
    ("reason", "final", "counted_as"),
    [
        ("no verdict within 5 s", False, "limits"),
        ("more than 512 MB are needed", False, "limits"),
        ("the verifier failed: ValueError", False, "verifier"),
        ("the problem is not understood", True, "problem"),
        ("its sign could not be decided", False, "plan"),
    ],
)
def test_undecided_by_reason(reason: str, final: bool, counted_as: str) -> None:
    unsure = Attempt("student", 0.0, plan=PLAN, verdict=Verdict("undecided", reason, final=final))
    read = counted([outcome(unsure)])
    assert {name for name, value in read.items() if name.startswith("undecided") and value} == {
        f'undecided_total{{reason="{counted_as}"}}'
    }


def test_budget_if_there_is_one() -> None:
    assert "student_client_budget_dollars 5.0" in Metrics(MINI, budget=5).text()
    assert "budget" not in Metrics(MINI).text()


PRICE = (1000 * 0.15 + 100 * 0.60) / 1e6


def test_cost_and_saved_cost() -> None:
    """The teacher's price for the same tokens."""
    read = counted(
        [
            outcome(attempt(status="accepted")),  # one accepted plan of the student's
            outcome(attempt(), attempt(), attempt(status="accepted")),  # its failed attempts would not have been asked
            outcome(attempt(), attempt("teacher", "accepted", cost=PRICE)),
            outcome(attempt()),  # no plan was accepted
            outcome(attempt(status="accepted", tokens_out=None)),  # its length is not known
        ]
    )
    assert read['saved_dollars_total{teacher="gpt-4o-mini"}'] == pytest.approx(2 * PRICE)
    assert read['cost_dollars_total{teacher="gpt-4o-mini"}'] == pytest.approx(PRICE)


def test_no_price_no_dollars() -> None:
    read = counted([outcome(attempt(status="accepted"))], teacher="student-nano")
    assert not [name for name in read if "dollars" in name]


def test_every_series_from_the_start() -> None:
    before, after = counted([]), counted([outcome(attempt(), attempt("teacher", "accepted"))])
    assert before.keys() == after.keys()
    assert not any(before.values())


def test_is_a_collector() -> None:
    registry = prometheus_client.CollectorRegistry()
    registry.register(Metrics(MINI))
    assert registry.get_sample_value("student_client_escalations_total") == 0


@pytest.mark.docker
def test_promtool_accepts_it() -> None:
    metrics = Metrics(MINI)
    metrics(outcome(attempt(), attempt("teacher", "accepted")))
    done = subprocess.run(
        [*PROMTOOL, here.image("prometheus"), "check", "metrics"],
        input=metrics.text(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_file_is_whole_and_readable(tmp_path: Path) -> None:
    file = tmp_path / "student.prom"
    metrics = Metrics(MINI)
    with module.MetricsFile(metrics, file) as kept:
        assert "student_client_escalations_total 0.0" in file.read_text()
        kept(outcome(attempt(), attempt("teacher", "accepted")))
        assert "student_client_escalations_total 0.0" in file.read_text()
    assert file.read_text() == metrics.text()
    assert [path.name for path in tmp_path.iterdir()] == ["student.prom"]
    assert file.stat().st_mode & 0o444


def test_file_is_kept_fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WRITE_SECONDS", 0.0)
    with module.MetricsFile(Metrics(MINI), tmp_path / "student.prom") as kept:
        kept(outcome(attempt(), attempt("teacher", "accepted")))
        assert "student_client_escalations_total 1.0" in (tmp_path / "student.prom").read_text()


def test_file_is_continued(tmp_path: Path) -> None:
    """Prometheus does not see a short batch's zero, so counts must not begin at zero again."""
    file = tmp_path / "student.prom"
    both = Metrics(MINI, budget=5)
    for name in (MINI, MINI):
        with module.MetricsFile(Metrics(name, budget=5), file) as kept:
            for one in (
                outcome(attempt(verdict_seconds=0.3), attempt("teacher", "accepted", cost=0.01, verdict_seconds=99.0)),
                outcome(attempt(status="undecided")),
                outcome(attempt(status="accepted", verdict_seconds=0.004)),
            ):
                kept(one)
                both(one)
    assert file.read_text() == both.text()
    with module.MetricsFile(Metrics("gpt-6-luna"), file):
        pass
    read = file.read_text()
    assert "student_client_escalations_total 2.0" in read
    assert 'student_client_cost_dollars_total{teacher="gpt-6-luna"} 0.0' in read
    assert MINI not in read


@pytest.mark.parametrize("content", ["my notes", 'student_client_problems_total{other="x"} 1\n', "a 1\nb{ 2\n"])
def test_another_file_is_not_overwritten(tmp_path: Path, content: str) -> None:
    file = tmp_path / "notes.prom"
    file.write_text(content)
    with (
        pytest.raises(ConfigurationError, match="does not contain the client's"),
        module.MetricsFile(Metrics(MINI), file),
    ):
        pass
    assert file.read_text() == content


def test_no_library_has_a_fix(tmp_path: Path) -> None:
    code = (
        "import importlib.util as u, sys; find = u.find_spec\n"
        "u.find_spec = lambda name, *a: None if name == 'prometheus_client' else find(name, *a)\n"
        "from student_client._command.main import main\n"
        "sys.exit(main(['batch', 'in', 'out', '--metrics', 'm.prom']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path,
        env={"STUDENT_MODEL_NAME": "m", "PYTHONPATH": str(Path(module.__file__).parents[1])},
    )  # fmt: skip
    assert done.returncode == 2
    assert re.fullmatch(r"ERROR .*Fix: pip install prometheus-client\n", done.stderr), done.stderr
