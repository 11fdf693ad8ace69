"""Tab completion in a real bash, on a terminal of its own."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from student_client._command.completion import FILES, SHELLS
from student_client._command.main import main

STUDENT = Path(sys.prefix) / "bin" / "student"


class Bash:
    """An interactive bash, whose output is read as it comes."""

    def __init__(self, folder: Path) -> None:
        ours, theirs = pty.openpty()
        self._terminal = ours
        environment = {"PATH": f"{STUDENT.parent}:/usr/bin:/bin", "HOME": str(folder), "TERM": "dumb", "PS1": "ready> "}
        self._shell = subprocess.Popen(
            ["bash", "--norc", "--noprofile", "-i"],
            stdin=theirs, stdout=theirs, stderr=theirs, cwd=folder, env=environment, start_new_session=True,
        )  # fmt: skip
        os.close(theirs)
        self.until("ready> ")

    def type(self, text: str) -> None:
        os.write(self._terminal, text.encode())

    def until(self, *wanted: str) -> None:
        """Read the output until all of these are in it; fail if they do not come."""
        shown, deadline = "", time.monotonic() + 60
        while missing := [words for words in wanted if words not in shown]:
            left = deadline - time.monotonic()
            assert left > 0, f"no {missing} in {shown!r}"
            if select.select([self._terminal], [], [], left)[0]:
                shown += os.read(self._terminal, 4096).decode()

    def close(self) -> None:
        self._shell.kill()
        self._shell.wait()
        os.close(self._terminal)


@pytest.fixture
def bash(tmp_path: Path) -> Iterator[Bash]:
    (tmp_path / "problems.jsonl").touch()
    shell = Bash(tmp_path)
    shell.type('eval "$(student completion bash)" && echo do""ne\n')
    shell.until("done")
    yield shell
    shell.close()


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("student ba", "batch "),
        ("student conf", "config "),
        ("student plan --obj", "--objective "),
        ("student batch --conc", "--concurrency "),
        ("student batch prob", "problems.jsonl"),
        ("student batch problems.jsonl out.jsonl --metrics prob", "problems.jsonl"),
        ("student check prob", "problems.jsonl"),
        ("student completion zs", "zsh "),
    ],
)
def test_tab_completes(bash: Bash, typed: str, completed: str) -> None:
    bash.type(f"{typed}\t")
    bash.until(typed.rpartition(" ")[0] + " " + completed)


def test_two_tabs_list_commands(bash: Bash) -> None:
    bash.type("student \t\t")
    bash.until("batch", "check", "completion", "config", "models", "plan")


@pytest.mark.parametrize("shell", SHELLS)
def test_script_knows_every_option(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    text = capsys.readouterr().out
    for word in ("plan", "check", "batch", "models", "config", "completion", "objective", "concurrency", "metrics"):
        assert word in text


def test_every_file_is_known() -> None:
    usages = subprocess.run([STUDENT, "batch", "--help"], capture_output=True, text=True, check=True).stdout
    usages += subprocess.run([STUDENT, "check", "--help"], capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"FILE|\w+\.jsonl", usages)) == set(FILES)


def test_no_shtab_has_a_fix(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert main(["completion", "bash"]) == 2
    assert "Fix: pip install shtab" in capsys.readouterr().err


def test_unknown_shell(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["completion", "cmd.exe"])
    assert capsys.readouterr().err.startswith("ERROR ")
