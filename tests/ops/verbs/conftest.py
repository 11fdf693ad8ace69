from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.conftest import Stack, copy_project


@pytest.fixture
def stack(tmp_path: Path) -> Stack:
    """A clone with settings and secrets that was never started."""
    made = Stack(copy_project(tmp_path / "a clone"), {})
    done = made.run(sys.executable, "-m", "ops.verbs.init")
    assert done.returncode == 0, done.stderr
    return made
