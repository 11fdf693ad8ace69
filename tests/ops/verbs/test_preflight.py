from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.conftest import Stack, copy_project


@pytest.mark.docker
def test_gpu_settings_require_a_gpu(tmp_path: Path) -> None:
    stack = Stack(copy_project(tmp_path / "clone"), {})
    stack.run(sys.executable, "-m", "ops.verbs.init", "COMPOSE_FILE=compose.yaml")
    done = stack.run(sys.executable, "-m", "ops.verbs.preflight")
    assert done.returncode == 1
    assert "failed gpu      nvidia-smi shows none. Fix: install NVIDIA's driver" in done.stdout
    assert done.stderr == "ERROR the host is not ready (gpu). Fix: see the lines above, then run it again\n"
