"""'student batch': its order, its end, its counts, and how it continues what a batch before it began."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from student_client._command.main import main
from student_client._verifying.choice import verifier_for

from ..api import GOOD, completion
from .conftest import SYMBOLIC, Answer, Api, fails, outcomes, problems


def test_batch_counts_unreadable(
    api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SYMBOLIC, verifier_for)
    source, target = problems(tmp_path, 3), tmp_path / "out.jsonl"
    source.write_text(source.read_text() + '{"objective": "frobnicate", "expression": "x", "variables": ["x"]}\n')
    assert main(["batch", str(source), str(target)]) == 0
    assert ", 1 not understood and not asked" in capsys.readouterr().out
    last = outcomes(target)[-1]
    assert (last["attempts"], last["reading"]["understood"]) == ([], False)
    assert last["verdict"]["reason"].startswith("no model was asked: ")


def test_batch_takes_operations(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    lines = [
        {"operation": "limit", "expression": "x", "variable": "x", "at": 0, "side": "+"},
        {"operation": "differentiate", "expression": "x^3", "variables": ["x"], "order": 2, "at": "1/2"},
        {"operation": "integrate", "expression": "x", "variables": ["x", "k"], "variable": "k", "lower": 0, "upper": 1},
    ]
    source.write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert main(["batch", str(source), str(target)]) == 0
    assert [line["problem"]["objective"] for line in outcomes(target)] == [
        "limit as x approaches 0 from the right",
        "second derivative with respect to x at x = 1/2",
        "integrate with respect to k from 0 to 1",
    ]


def test_batch_keeps_the_order(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """It writes one outcome per problem."""
    source, target = problems(tmp_path, 12), tmp_path / "out.jsonl"
    assert main(["batch", str(source), str(target), "--concurrency", "3"]) == 0
    out, error = capsys.readouterr()
    written = outcomes(target)
    assert [line["id"] for line in written] == list(range(1, 13))
    assert [line["id"] for line in written if line["verified"]] == [3]
    assert out.startswith("12 problems: 1 accepted, 11 rejected in ")
    assert error == ""


def test_batch_resumes(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """It continues at the end of the file, and repairs a torn line."""
    source, target = problems(tmp_path, 6), tmp_path / "out.jsonl"
    assert main(["batch", str(source), str(target)]) == 0
    whole = target.read_bytes().splitlines(keepends=True)
    target.write_bytes(b"".join(whole[:4]) + whole[4][:40])
    api.asked.clear()
    assert main(["batch", str(source), str(target)]) == 0
    assert [line["id"] for line in outcomes(target)] == [1, 2, 3, 4, 5, 6]
    assert {body["messages"][1]["content"].split(r"\int ")[1][0] for body in api.asked} == {"4", "5"}
    assert "4 were there before" in capsys.readouterr().out


def test_batch_without_engine_resumes(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """It keeps what it has, and says how to continue."""
    source, target = problems(tmp_path, 30), tmp_path / "out.jsonl"

    def dies(body: Any) -> Answer:
        gone = any(rf"\int {n}x" in body["messages"][1]["content"] for n in range(4, 30))
        return (400, {}, b"") if gone else (200, {}, json.dumps(completion(GOOD)).encode())

    api.answer = dies
    assert "run the same command again" in fails(capsys, 3, "batch", str(source), str(target), "--concurrency", "1")
    assert [line["id"] for line in outcomes(target)] == [1, 2, 3, 4]
    api.says(200, completion(GOOD))
    assert main(["batch", str(source), str(target)]) == 0
    assert len(outcomes(target)) == 30


def test_batch_ends_at_a_wrong_key(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    api.says(401, b"")
    fails(capsys, 4, "batch", str(problems(tmp_path, 30)), str(tmp_path / "out.jsonl"), "--concurrency", "1")
    assert len(api.asked) <= 8
    assert outcomes(tmp_path / "out.jsonl") == []


def test_failure_does_not_end_batch(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    good = json.dumps(completion(GOOD)).encode()
    api.answer = lambda body: (400, {}, b"") if r"\int 3x" in body["messages"][1]["content"] else (200, {}, good)
    fails(capsys, 3, "batch", str(problems(tmp_path, 8)), str(tmp_path / "out.jsonl"))
    assert [line["id"] for line in outcomes(tmp_path / "out.jsonl")] == [1, 2, 3, 5, 6, 7, 8]


def test_batch_writes_metrics(
    api: Api, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("TEACHER_BUDGET_DOLLARS", "2.5")
    source, target, counts = problems(tmp_path, 12), tmp_path / "out.jsonl", tmp_path / "student.prom"
    assert main(["batch", str(source), str(target), "--metrics", str(counts)]) == 0
    written = counts.read_text().splitlines()
    assert 'student_client_problems_total{result="accepted"} 1.0' in written
    assert 'student_client_problems_total{result="not_accepted"} 11.0' in written
    assert 'student_client_attempts_total{author="student",verdict="rejected"} 33.0' in written
    assert "student_client_budget_dollars 2.5" in written
    saved = (400 * 0.15 + 50 * 0.60) / 1e6
    assert f'student_client_saved_dollars_total{{teacher="gpt-4o-mini"}} {saved!r}' in written


def test_failed_batch_writes_metrics(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    api.says(401, b"")
    counts = tmp_path / "student.prom"
    fails(capsys, 4, "batch", str(problems(tmp_path, 3)), str(tmp_path / "out"), "--metrics", str(counts))
    assert 'student_client_attempts_total{author="student",verdict="no_answer"}' in counts.read_text()


def test_unwritable_metrics_first(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Before anything is asked."""
    counts = tmp_path / "absent" / "student.prom"
    error = fails(capsys, 5, "batch", str(problems(tmp_path, 3)), str(tmp_path / "out"), "--metrics", str(counts))
    assert f"({counts})" in error
    assert api.asked == []


def test_progress_on_a_terminal_alone(api: Api, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from student_client._command.batch import Progress  # noqa: PLC0415

    class Terminal:
        text = ""

        def isatty(self) -> bool:
            return True

        def write(self, text: str) -> int:
            self.text += text
            return len(text)

        def flush(self) -> None:
            pass

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    started = time.monotonic()
    monkeypatch.setattr("time.monotonic", lambda: started)
    progress = Progress(4)
    monkeypatch.setattr("time.monotonic", lambda: started + 2)
    progress.add("accepted")
    progress.end()
    assert "1/4  0.5/s  0:06 left  1 accepted" in terminal.text
