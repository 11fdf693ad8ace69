"""The end of 'make up': an accepted plan, no accepted plan, or no answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from ops.lib import student
from ops.lib.console import Failure
from ops.verbs import up

MODEL = {"STUDENT_MODEL_NAME": "a-model"}


@pytest.fixture
def answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fake of the client's command."""
    command = tmp_path / "student"
    monkeypatch.setattr(student, "COMMAND", command)
    return command


def ends_with(command: Path, code: int) -> None:
    command.write_text(f"#!/bin/sh\nexit {code}\n")
    command.chmod(0o755)


def test_solve_after_acceptance(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It prints nothing more."""
    ends_with(answers, 0)
    up.solve(MODEL)
    assert capsys.readouterr().out == ""


def test_solve_without_acceptance(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It succeeds."""
    ends_with(answers, student.NOT_ACCEPTED)
    up.solve(MODEL)
    out = capsys.readouterr().out
    assert "the stack is up, and no plan of a-model for this problem was accepted" in out
    assert "docs/your-own-model.md" in out


@pytest.mark.parametrize("code", [2, 3, 4])
def test_solve_without_answer(answers: Path, code: int) -> None:
    ends_with(answers, code)
    with pytest.raises(Failure, match=rf"the stack runs, and a-model gave no answer \(exit code {code}\). Fix: see"):
        up.solve(MODEL)
