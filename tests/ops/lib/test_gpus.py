"""The GPUs that are read from an nvidia-smi that replays a real one's output."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ops.lib import gpus, host
from tests.nvidia_smi import GIB, gpu, put_nvidia_smi

Ask = Callable[..., gpus.Look]


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Read the GPUs of a host whose nvidia-smi prints these lines."""

    def look(*lines: str, **how: Any) -> gpus.Look:
        monkeypatch.setenv("PATH", f"{put_nvidia_smi(tmp_path, *lines, **how)}:{os.environ['PATH']}")
        return gpus.look()

    return look


def test_look_one(ask: Ask) -> None:
    (found,) = ask(gpu(free=20 * GIB)).gpus
    assert (found.name, found.total, found.free) == ("NVIDIA GeForce RTX 3090", 24 * 2**30, 20 * 2**30)
    assert (found.driver, found.capability, found.place) == ("580.95.05", 8.6, "0")
    assert (found.shared, found.divided, found.usable) == (False, False, True)


def test_look_reads_an_h100(ask: Ask) -> None:
    """The line is a real one's."""
    (found,) = ask("81559, 81079, 580.159.04, 9.0, Disabled, GPU-956bab8b, NVIDIA H100 80GB HBM3").gpus
    assert (found.name, found.total, found.free) == ("NVIDIA H100 80GB HBM3", 81559 * 2**20, 81079 * 2**20)
    assert (found.driver, found.capability, found.divided, found.usable) == ("580.159.04", 9.0, False, True)


def test_look_without_nvidia_smi(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert gpus.look() == gpus.Look()


@pytest.mark.parametrize(
    ("words", "code", "fix"),
    [
        ("Failed to initialize NVML: Driver/library version mismatch", 18, "restart the host: the driver was updated"),
        ("NVIDIA-SMI has failed because it could not communicate with the NVIDIA driver.", 9, "install or load"),
        ("No devices were found", 0, "install or load"),
    ],
)
def test_look_broken(ask: Ask, words: str, code: int, fix: str) -> None:
    found = ask(words=words, code=code)
    assert (found.gpus, found.words) == ((), words)
    assert found.fix.startswith(fix)


def test_look_broken_without_words(ask: Ask) -> None:
    assert ask(code=3).words == "no message, exit code 3"


def test_look_without_compute_cap(ask: Ask) -> None:
    (found,) = ask(gpu(), unknown="compute_cap").gpus
    assert (found.capability, found.total, found.driver) == (None, 24 * 2**30, "580.95.05")


def test_look_shared_memory(ask: Ask) -> None:
    (found,) = ask(gpu("NVIDIA GB10", "[N/A]", capability="12.1")).gpus
    assert found.shared
    assert found.total == host.all_memory()
    assert found.free <= found.total


def test_look_slices(ask: Ask) -> None:
    divided = gpu("NVIDIA A100-SXM4-40GB", 40960, "[N/A]", capability="8.0", mig="Enabled")
    found = ask(divided, gpu(), slices=(19968, 9728)).gpus
    assert [(each.place, each.total, each.usable) for each in found] == [
        ("MIG-0", 19968 * 2**20, True),
        ("MIG-1", 9728 * 2**20, True),
        ("1", 24 * 2**30, True),
    ]
    assert found[0].name == "NVIDIA A100-SXM4-40GB MIG 19g"
    assert found[0].capability == 8.0


def test_look_divided_without_slices(ask: Ask) -> None:
    (found,) = ask(gpu("NVIDIA A100-SXM4-40GB", 40960, "[N/A]", capability="8.0", mig="Enabled")).gpus
    assert (found.usable, found.divided) == (False, True)
