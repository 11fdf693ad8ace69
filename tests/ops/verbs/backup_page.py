"""The commands of docs/backup.md, as the page has them."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from tests.conftest import ROOT, Stack
from tests.project import own_environment


def block(name: str) -> str:
    """Return the commands of a block of docs/backup.md."""
    found = re.search(rf"```sh {name}\n(.*?)```", (ROOT / "docs" / "backup.md").read_text(), re.DOTALL)
    assert found, name
    return found[1]


def as_written(stack: Stack, name: str, file: Path) -> str:
    """Run a block of the page with the backup in another place."""
    commands = block(name).replace("/mnt/backup/student.backup", str(file))
    assert str(file) in commands
    own_environment(stack.path)
    done = stack.run("bash", "-euo", "pipefail", "-c", commands, PYTHON=sys.executable)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
