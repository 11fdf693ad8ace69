from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ops.lib import env_file
from tests.conftest import Stack, copy_project


def test_recipe_keeps_the_rest(tmp_path: Path) -> None:
    stack = Stack(copy_project(tmp_path / "clone"), {})
    stack.run(sys.executable, "-m", "ops.verbs.init")
    before = stack.env_file()
    done = stack.make("low-memory")
    assert done.returncode == 0, done.stderr
    assert "VLLM_MAX_MODEL_LEN: 4096 -> 2048" in done.stdout
    assert "VLLM_MAX_NUM_SEQS: 8 -> 4" in done.stdout
    assert stack.env_file() == before | env_file.read(stack.path / "env" / "low-memory.env")


@pytest.mark.docker
def test_engine_gets_new_values(tmp_path: Path) -> None:
    stack = Stack(copy_project(tmp_path / "clone"), {})
    stack.run(sys.executable, "-m", "ops.verbs.init")
    assert stack.make("low-memory").returncode == 0
    rendered = stack.compose("--profile", "vllm", "config").stdout
    assert '--max-model-len\n      - "2048"' in rendered


def test_no_settings(tmp_path: Path) -> None:
    done = Stack(copy_project(tmp_path / "clone"), {}).make("low-memory")
    assert done.returncode != 0
    assert "no settings file env/student.env. Fix: make init" in done.stderr
