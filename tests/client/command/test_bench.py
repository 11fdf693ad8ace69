"""``student bench`` from the command line to its files, against a server that streams."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from student_client import Plan, Problem, Verdict
from student_client._bench import comparing
from student_client._command.main import main

from ..bench.server import Engine, serving

QUICK = ("--seconds", "0.2", "--warmup", "2", "--concurrency", "1,3", "--rate", "30")


def accept(problem: Problem, plan: Plan) -> Verdict:
    return Verdict("accepted", "by heart", "x**2")


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Engine]:
    for name in list(os.environ):
        if name.startswith(("STUDENT_", "TEACHER_")):
            monkeypatch.delenv(name)
    monkeypatch.setattr("student_client._bench.running.verifier_for", lambda _: contextlib.nullcontext(accept))
    monkeypatch.chdir(tmp_path)
    with serving() as state:
        monkeypatch.setenv("STUDENT_API_BASE", state.base)
        monkeypatch.setenv("STUDENT_MODEL_NAME", "student-nano")
        yield state


def bench(*arguments: str) -> dict[str, Any]:
    assert main(["bench", *QUICK, "--json", "a.json", *arguments]) == 0
    report: dict[str, Any] = json.loads(Path("a.json").read_text())
    return report


def test_bench_writes_reports(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    report = bench("--html", "a.html", "--metadata", "engine=by value")
    shown = capsys.readouterr().out
    assert [load["profile"] for load in report["loads"]] == ["synchronous", "concurrent", "poisson"]
    assert all(load["accepted"] == load["problems"] > 0 for load in report["loads"])
    assert report["metadata"] == {"engine": "by value"}
    assert report["machine"]["cores"] >= 1
    for words in ("verified plans/s", "TTFT P50/90/95/99, ms", "stated in the brief, not measured", "no cost: set"):
        assert words in shown
    page = Path("a.html").read_text()
    assert "uPlot" in page
    assert "by value" in page
    assert all(body["stream"] for body in engine.asked)


def test_bench_works_out_costs(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"HOST_WATTS": "200", "POWER_PRICE": "0.3", "HOST_PRICE": "1", "UTILISATION": "0.5"}.items():
        monkeypatch.setenv(f"STUDENT_{name}", value)
    for load in (one for one in bench()["loads"] if one["concurrency"]):  # on a busy host no arrival may end in time
        hour = 0.06 + 2.0
        assert load["dollars_per_1000_verified_plans"] == pytest.approx(
            1000 * hour / 3600 / load["verified_throughput"], rel=1e-3
        )


def test_bench_compares(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    old = bench()
    for load in old["loads"]:
        load["samples"]["plan"] = [10_000.0 + number for number in range(50)]
    Path("old.json").write_text(json.dumps(old))
    new = bench("--against", "old.json", "--html", "a.html")
    assert {one.word for one in comparing.changes(old, new) if one.figure == "median_plan_ms"} == {"better"}
    assert "better" in capsys.readouterr().out
    assert "Before and now" in Path("a.html").read_text()


def test_bench_counts_answers(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    line = {"objective": "integrate", "expression": r"\int 2x\,dx", "variables": ["x"], "answer": "x^2"}
    Path("asked.jsonl").write_text(json.dumps(line) + "\n")
    load = bench("--problems", "asked.jsonl")["loads"][0]
    assert load["answers"]["right"] == load["problems"]  # the verifier of this test accepts everything
    assert "answers right / wrong / not compared" in capsys.readouterr().out


def test_bench_warns_of_limits(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    fresh, answers = engine.answer, iter(range(10**9))
    engine.answer = lambda: fresh() if next(answers) % 5 else (429, "application/json", [b"{}"])
    assert any(load["rate_limited"] for load in bench()["loads"])
    assert "the key's limit of requests slowed this down" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--against", "no.json"), "no.json"),
        (("--against", "b.json"), "b.json is not a report of this version"),
        (("--goodput", "speed:3"), "'speed:3' is not WHAT:MS"),
        (("--concurrency", "1,x"), "is not a list of whole numbers"),
        (("--problems", "b.json"), "b.json line 1"),
    ],
)
def test_bench_refuses(
    engine: Engine, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    Path("b.json").write_text("[]\n")
    with contextlib.suppress(SystemExit):
        assert main(["bench", *arguments]) != 0
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("ERROR")
    assert words in line
    assert engine.asked == []


def test_bench_ends_without_an_engine(
    engine: Engine, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STUDENT_API_BASE", "http://127.0.0.1:9/v1")
    assert main(["bench", *QUICK]) == 3
    assert "nothing answers at http://127.0.0.1:9/v1" in capsys.readouterr().err
