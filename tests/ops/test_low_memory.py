from __future__ import annotations

import sys
from pathlib import Path

from ops import env_file
from tests.conftest import Stack, copy_project


def test_the_recipe_is_one_command_and_keeps_everything_else(tmp_path: Path) -> None:
    stack = Stack(copy_project(tmp_path / "clone"), {})
    stack.run(sys.executable, "-m", "ops.init")
    before = stack.env_file()
    done = stack.make("low-memory")
    assert done.returncode == 0, done.stderr
    assert "VLLM_MAX_MODEL_LEN: 4096 -> 2048" in done.stdout
    assert "VLLM_MAX_NUM_SEQS: 8 -> 4" in done.stdout
    assert stack.env_file() == before | env_file.read(stack.path / "env" / "low-memory.env")
    rendered = stack.compose("--profile", "vllm", "config").stdout
    assert '--max-model-len\n      - "2048"' in rendered


def test_without_settings_it_names_the_command_that_makes_them(tmp_path: Path) -> None:
    done = Stack(copy_project(tmp_path / "clone"), {}).make("low-memory")
    assert done.returncode != 0
    assert "no settings file env/student.env. Fix: make init" in done.stderr
