"""The project's Python environment, and the command 'student' in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ops.lib import venv

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
