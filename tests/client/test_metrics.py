"""Metrics: what is counted, how it reads in Prometheus's format, and the file that a batch keeps."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import prometheus_client
import pytest
from student_client import ConnectionFailed, InvalidPlan, Metrics, Outcome, Plan, Verdict
from student_client import _metrics as module
from student_client._outcome import Attempt

from .api import GOOD, PROBLEM

PLAN = Plan.parse(GOOD)
MINI = "gpt-4o-mini"
PROMTOOL = ("docker", "run", "--rm", "-i", "--network=none", "--entrypoint=promtool", "student-llm/prometheus:local")


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


def test_attempts_are_counted_by_author_and_verdict() -> None:
    away = Attempt("student", 0.0, error=ConnectionFailed("down"))
    no_plan = Attempt("student", 0.3, text="?", error=InvalidPlan("not JSON", text="?"), tokens_in=7)
    read = counted(
        [
            outcome(attempt(), no_plan, attempt("teacher", "accepted")),
            outcome(attempt(status="accepted")),
            outcome(attempt(status="undecided"), attempt("teacher")),
            outcome(away, error=away.error),
        ]
    )
    assert read['attempts_total{author="student",verdict="rejected"}'] == 1
    assert read['attempts_total{author="student",verdict="no_plan"}'] == 1
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
    assert read['attempt_seconds_count{author="student"}'] == 5
    assert read['attempt_seconds_sum{author="student"}'] == 1.5


PRICE = (1000 * 0.15 + 100 * 0.60) / 1e6


def test_cost_and_saved_cost_are_what_the_teacher_would_take() -> None:
    read = counted(
        [
            outcome(attempt(status="accepted")),  # one accepted plan of the student's
            outcome(attempt(), attempt(), attempt(status="accepted")),  # its failed attempts would not have been asked
            outcome(attempt(), attempt("teacher", "accepted", cost=PRICE)),
            outcome(attempt()),  # nobody was helped
            outcome(attempt(status="accepted", tokens_out=None)),  # nobody knows how long it was
        ]
    )
    assert read['saved_dollars_total{teacher="gpt-4o-mini"}'] == pytest.approx(2 * PRICE)
    assert read['cost_dollars_total{teacher="gpt-4o-mini"}'] == pytest.approx(PRICE)


def test_where_the_price_is_not_known_there_is_no_money() -> None:
    read = counted([outcome(attempt(status="accepted"))], teacher="student-nano")
    assert not [name for name in read if "dollars" in name]


def test_every_series_is_there_from_the_start() -> None:
    before, after = counted([]), counted([outcome(attempt(), attempt("teacher", "accepted"))])
    assert before.keys() == after.keys()
    assert not any(before.values())


def test_it_is_a_collector_of_prometheus_client() -> None:
    registry = prometheus_client.CollectorRegistry()
    registry.register(Metrics(MINI))
    assert registry.get_sample_value("student_client_escalations_total") == 0


@pytest.mark.docker
def test_promtool_finds_nothing_to_say() -> None:
    metrics = Metrics(MINI)
    metrics(outcome(attempt(), attempt("teacher", "accepted")))
    done = subprocess.run(
        [*PROMTOOL, "check", "metrics"], input=metrics.text(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_a_file_is_whole_and_anybody_may_read_it(tmp_path: Path) -> None:
    file = tmp_path / "student.prom"
    metrics = Metrics(MINI)
    with module.MetricsFile(metrics, file) as kept:
        assert "student_client_escalations_total 0.0" in file.read_text()
        kept(outcome(attempt(), attempt("teacher", "accepted")))
        assert "student_client_escalations_total 0.0" in file.read_text()
    assert file.read_text() == metrics.text()
    assert [path.name for path in tmp_path.iterdir()] == ["student.prom"]
    assert file.stat().st_mode & 0o444


def test_a_file_is_kept_fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WRITE_SECONDS", 0.0)
    with module.MetricsFile(Metrics(MINI), tmp_path / "student.prom") as kept:
        kept(outcome(attempt(), attempt("teacher", "accepted")))
        assert "student_client_escalations_total 1.0" in (tmp_path / "student.prom").read_text()


def test_without_the_library_the_fix_is_said(tmp_path: Path) -> None:
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
    assert re.fullmatch(r"ERROR .*Fix: pip install 'student-client\[metrics\]'\n", done.stderr), done.stderr
