from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ops.lib import console
from ops.lib.console import Failure


@pytest.fixture
def closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A program that this user may not run, as in a folder of root's PATH that is closed to others."""
    (tmp_path / "no-such-program").write_text("#!/bin/sh\n")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return "no-such-program"


def test_closed_program_is_absent(closed: str) -> None:
    """The search of PATH passes it and finds no other."""
    done = console.capture([closed])
    assert (done.returncode, done.stderr) == (127, f"{closed}: not found")
    assert console.follow([closed]) == (127, f"{closed}: not found")
    with pytest.raises(Failure, match=f"{closed} is not installed"):
        console.run([closed], what="it says nothing", fix="install it")


def test_output_need_not_be_utf8(capfd: pytest.CaptureFixture[str]) -> None:
    """A container's log has any bytes."""
    command = [sys.executable, "-c", r"import sys; sys.stdout.buffer.write(b'a\xff\n')"]
    assert console.capture(command).stdout == "a\ufffd\n"
    assert console.follow(command) == (0, "a\ufffd\n")
    assert capfd.readouterr().out == "a\ufffd\n"
