"""The project's Python environment, and the command 'student' in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ops.lib import venv
from ops.lib.console import Failure

MAIN = "import sys\n\n\ndef main():\n    print(sys.argv[1:])\n    return 3\n"


@pytest.mark.parametrize("folder", ["plain", "with a space", "it's $HOME", "long" * 50])
def test_command_runs_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    root = tmp_path / folder
    package = root / "client" / "src" / "student_client" / "_command"
    package.mkdir(parents=True)
    for name in (package.parent / "__init__.py", package / "__init__.py"):
        name.touch()
    (package / "main.py").write_text(MAIN)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(root / ".venv")], check=True)
    monkeypatch.setattr(venv, "ROOT", root)
    monkeypatch.setattr(venv, "VENV", root / ".venv")
    venv.add_client()
    done = subprocess.run([root / ".venv" / "bin" / "student", "a b"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (3, "['a b']\n"), done.stderr


def test_no_ensurepip_names_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Ubuntu, whose package sources name no Debian mirror; nothing is made that a later run would stumble over."""
    no = subprocess.CompletedProcess([], 1, "", "No module named ensurepip")
    monkeypatch.setattr(venv, "capture", lambda *_, **__: no)
    monkeypatch.setattr(venv, "CACHE", tmp_path / "cache")
    monkeypatch.setattr("ops.install.debian.KEYRING", tmp_path / "none")
    with pytest.raises(Failure, match=r"has no ensurepip.*apt-get install -y python3-venv"):
        venv.pip(tmp_path / "made")
    assert not (tmp_path / "made").exists()


def test_pip_is_added_later(tmp_path: Path) -> None:
    """An environment that was made while the host had no ensurepip gets its pip once the host has it."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "made")], check=True)
    assert subprocess.run([*venv.pip(tmp_path / "made"), "--version"], check=False).returncode == 0
