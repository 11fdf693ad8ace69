"""The files of 'student batch': bad lines, foreign files, a full disk, and batches that are interrupted or killed."""

from __future__ import annotations

import resource
import signal
import threading
from pathlib import Path

import pytest
from student_client._command.main import main

from ...conftest import wait_until
from .conftest import Api, fails, outcomes, problems, student


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "{}",
        r'{"objective": "integrate", "expression": "\int", "variables": ["x"]}',
        r'{"objective": "integrate", "expression": "\frac{1}{x}", "variables": ["x"]}',
        '{"objective": "integrate", "expression": "", "variables": ["x"]}',
        '{"objective": "integrate", "expression": "x", "variables": "x"}',
        '{"objective": "integrate", "expression": "x", "variables": [1]}',
        '{"objective": "integrate", "expression": "x", "variables": ["x"], "id": [1]}',
        '{"objective": "integrate", "expression": "x", "variables": ["x"], "id": 1}',
        '{"objective": "integrate", "expression": "x", "variables": ["x"], "at": 1}',
        '{"objective": "integrate", "operation": "integrate", "expression": "x", "variables": ["x"]}',
        '{"operation": "limit", "expression": "x", "variables": ["x"]}',
        '{"operation": ["solve"], "expression": "x", "variables": ["x"]}',
        '{"operation": "solve", "expression": "x"}',
        '{"operation": "evaluate", "expression": "x", "variable": "x", "at": {}}',
        '{"operation": "evaluate", "expression": "x", "variable": 1, "at": 2}',
    ],
)
def test_bad_line_is_named_first(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path, line: str) -> None:
    """Before anything is asked."""
    source = problems(tmp_path, 1)
    source.write_text(source.read_text() + "\n" + line + "\n")
    assert "in.jsonl line 3: " in fails(capsys, 2, "batch", str(source), str(tmp_path / "out.jsonl"))
    assert api.asked == []


def test_foreign_file_is_kept(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    source, target = problems(tmp_path, 2), tmp_path / "out.jsonl"
    for text in ("my notes, no newline", "{}\n", "[1]\nx"):
        target.write_text(text)
        assert "not an outcome" in fails(capsys, 5, "batch", str(source), str(target))
        assert target.read_text() == text
    assert "file of problems" in fails(capsys, 5, "batch", str(source), str(source))
    assert "regular file" in fails(capsys, 5, "batch", str(source), "/dev/full")
    fails(capsys, 5, "batch", str(source), str(tmp_path / "none" / "out.jsonl"))
    fails(capsys, 5, "batch", str(tmp_path / "none.jsonl"), str(tmp_path / "new.jsonl"))


def test_outcomes_of_other_problems(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    assert main(["batch", str(problems(tmp_path, 2)), str(target)]) == 0
    capsys.readouterr()
    other = problems(tmp_path, 2, objective="differentiate")
    assert "another problem's outcome" in fails(capsys, 5, "batch", str(other), str(target))


def test_two_batches_one_file(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    source, target = problems(tmp_path, 1), tmp_path / "out.jsonl"
    gone = threading.Event()
    api.answer = lambda _: (gone.wait(60), (400, {}, b""))[1]
    process = student("batch", str(source), str(target))
    wait_until(lambda: bool(api.asked), 60, "the first batch's request")
    assert "another batch" in fails(capsys, 5, "batch", str(source), str(target))
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=60)
    gone.set()
    assert (process.returncode, error) == (130, "interrupted\n")


def test_full_disk_keeps_whole_lines(api: Api, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)  # 'make coverage' would write its figures there, too
    source, target = problems(tmp_path, 20), tmp_path / "out.jsonl"

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))

    process = student("batch", str(source), str(target), preexec_fn=little_room)
    _, error = process.communicate(timeout=120)
    assert process.returncode == 5
    assert error.startswith("ERROR ")
    assert error.count("\n") == 1
    assert "out.jsonl" in error
    assert "free space" in error
    assert 0 < len(outcomes(target)) < 20


def test_interrupt_keeps_whole_lines(api: Api, tmp_path: Path) -> None:
    source, target = problems(tmp_path, 200), tmp_path / "out.jsonl"
    process = student("batch", str(source), str(target), "--concurrency", "2")
    wait_until(lambda: target.exists() and target.stat().st_size > 3000, 60, "some outcomes")
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=60)
    assert (process.returncode, error) == (130, "interrupted\n")
    assert 0 < len(outcomes(target)) < 200


def test_killed_batch_resumes(api: Api, tmp_path: Path) -> None:
    """Killed twice, it ends whole and rewrites nothing."""
    source, target = problems(tmp_path, 80), tmp_path / "out.jsonl"
    first = killed_batch(source, target, at=5000)
    second = killed_batch(source, target, at=len(first) + 5000)
    assert second.startswith(first)
    assert main(["batch", str(source), str(target)]) == 0
    assert target.read_bytes().startswith(second)
    assert [line["id"] for line in outcomes(target)] == list(range(1, 81))


def killed_batch(source: Path, target: Path, *, at: int) -> bytes:
    """Kill a batch, without a word, when its file has so many bytes; return the file's whole lines."""
    process = student("batch", str(source), str(target))
    wait_until(lambda: target.exists() and target.stat().st_size > at, 60, "some outcomes")
    process.kill()
    process.communicate(timeout=60)
    left = target.read_bytes()
    return left[: left.rfind(b"\n") + 1]
