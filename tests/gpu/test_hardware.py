"""The differences on a GPU, tested without one: memory comes from nvidia-smi, and no stack has the CPU overlay."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import ROOT, Stack
from tests.gpu import hardware
from tests.nvidia_smi import put_nvidia_smi


def test_gpu_memory_is_summed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the sum of all GPUs."""
    put_nvidia_smi(tmp_path, "1200", "300")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert hardware.gpu_memory(Stack(tmp_path, {}), "vllm") == 1500


def test_make_test_gpu_chooses_it() -> None:
    recipe = (ROOT / "Makefile").read_text().split("\ntest-gpu:")[1].split("\n\n")[0]
    assert recipe.count("TEST_HARDWARE=GPU") == 2
    assert hardware.KINDS["GPU"].compose_file() == "compose.yaml"
    assert hardware.HARDWARE is hardware.KINDS[os.environ.get("TEST_HARDWARE", "CPU")]
