"""'make init', 'make use' and 'make doctor' on hosts with GPUs, which a fake nvidia-smi imitates."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from ops.lib import catalogue, env_file, gpus, overlays, readiness
from ops.lib import host as this_host
from ops.verbs import doctor, init, use
from tests.nvidia_smi import GIB, gpu, put_nvidia_smi

SEVEN_B = "qwen2.5-math-7b-instruct"
T1000 = gpu("NVIDIA T1000", 4 * GIB, 4 * GIB - 100, capability="7.5")
A100_DIVIDED = gpu("NVIDIA A100-SXM4-40GB", 40 * GIB, "[N/A]", capability="8.0", mig="Enabled")


@dataclass(frozen=True)
class Host:
    """A host with its engine, and the expected results.

    Args:
        name: for the test.
        table: nvidia-smi's lines.
        engine: of COMPOSE_PROFILES.
        takes: the way that 'make use' picks.
        verdicts: checks of 'make doctor' that fail afterwards, with the beginning of their fix.
        overlay: that 'make init' adds.
        how: nvidia-smi's other output.
        memory: GiB of the host, all free.
    """

    name: str
    table: Sequence[str]
    engine: str
    takes: str
    verdicts: dict[str, str] = field(default_factory=dict)
    overlay: str = ""
    how: dict[str, Any] = field(default_factory=dict)
    memory: int = 64


HOSTS = [
    Host("no GPU", (), "llamacpp", "llamacpp Q4_K_M", overlay=overlays.CPU),
    Host("no GPU, vLLM chosen", (), "vllm", "llamacpp Q4_K_M", overlay=overlays.CPU),
    Host("no GPU, little memory", (), "llamacpp", "llamacpp Q4_K_M", {"RAM": "make models"}, overlays.CPU, memory=4),
    Host("24 GB", [gpu()], "vllm", "vllm fp8"),
    Host("24 GB, the default engine", [gpu()], "llamacpp", "llamacpp Q4_K_M"),
    Host("12 GB", [gpu("NVIDIA GeForce RTX 3060", 12 * GIB)], "vllm", "vllm fp8"),
    Host("8 GB", [gpu("NVIDIA GeForce RTX 3070", 8 * GIB)], "vllm", "vllm mxfp4"),
    Host("8 GB, a T4's kind", [gpu("NVIDIA RTX 2070", 8 * GIB, capability="7.5")], "vllm", "vllm mxfp4"),
    Host("4 GB", [T1000], "vllm", "vllm fp8", {"VRAM": "make models"}),
    Host(
        "4 GB and 24 GB",
        [T1000, gpu()],
        "vllm",
        "llamacpp Q4_K_M",
    ),
    Host("driver 535", [gpu(driver="535.247.01")], "vllm", "vllm fp8", overlay=overlays.CUDA_12),
    Host("driver 550", [gpu(driver="550.163.01")], "llamacpp", "llamacpp Q4_K_M", overlay=overlays.CUDA_12),
    Host("driver 470", [gpu(driver="470.256.02")], "vllm", "vllm fp8", {"driver": "install NVIDIA's driver 580"}),
    Host("V100", [gpu("Tesla V100-SXM2-32GB", 32 * GIB, capability="7.0")], "vllm", "llamacpp Q4_K_M"),
    Host("P40", [gpu("Tesla P40", 24 * GIB, capability="6.1")], "vllm", "llamacpp Q4_K_M"),
    Host("T4", [gpu("Tesla T4", 15360, capability="7.5")], "vllm", "vllm fp8"),
    Host("MIG", [A100_DIVIDED], "vllm", "vllm fp8", how={"slices": (20096, 20096)}),
    Host("MIG, small slices", [A100_DIVIDED], "vllm", "vllm mxfp4", how={"slices": (9728, 9728)}),
    Host("MIG without slices", [A100_DIVIDED], "vllm", "vllm fp8", {"VRAM": "sudo nvidia-smi mig -cgi"}),
    Host("unified memory", [gpu("NVIDIA GB10", "[N/A]", capability="12.1")], "vllm", "vllm fp8", memory=120),
    Host(
        "a busy GPU",
        [gpu(free=2 * GIB)],
        "vllm",
        "vllm fp8",
        {"VRAM": "end the programs that 'nvidia-smi' shows, or make models"},
    ),
    Host("half a GPU is free", [gpu(free=12 * GIB)], "llamacpp", "llamacpp Q4_K_M"),
    Host("nvidia-smi without compute_cap", [gpu()], "vllm", "vllm fp8", how={"unknown": "compute_cap"}),
    Host(
        "a broken nvidia-smi",
        (),
        "llamacpp",
        "llamacpp Q4_K_M",
        overlay=overlays.CPU,
        how={"words": "Failed to initialize NVML: Driver/library version mismatch", "code": 18},
    ),
]


@pytest.mark.parametrize("faked", HOSTS, ids=lambda faked: faked.name)
def test_host(faked: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{put_nvidia_smi(tmp_path, *faked.table, **faked.how)}:{os.environ['PATH']}")
    monkeypatch.setattr(this_host, "memory", lambda: faked.memory * 2**30)
    monkeypatch.setattr(this_host, "all_memory", lambda: faked.memory * 2**30)
    settings = env_file.defaults() | init._host_settings() | {"COMPOSE_PROFILES": faked.engine}
    assert {overlays.CPU, overlays.CUDA_12} & set(overlays.used(settings)) == ({faked.overlay} - {""})
    found = () if faked.overlay == overlays.CPU else gpus.look().gpus

    (choice, _), *_ = use.ways(catalogue.find(SEVEN_B), settings, found)
    assert str(choice) == faked.takes

    chosen = settings | choice.settings
    checks = [*readiness.gpu_kind(chosen), *doctor.memory(chosen)]
    failed = {check.name: check.fix for check in checks if check.status == "failed"}
    assert failed.keys() == faked.verdicts.keys(), [check.line() for check in checks]
    for name, fix in faked.verdicts.items():
        assert failed[name].startswith(fix)


def test_init_broken_nvidia_smi(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = "Failed to initialize NVML: Driver/library version mismatch"
    monkeypatch.setenv("PATH", f"{put_nvidia_smi(tmp_path, words=words, code=18)}:{os.environ['PATH']}")
    init._host_settings()
    said = capsys.readouterr().out
    assert f"the CPU is used, as nvidia-smi fails: {words}. Fix: restart the host" in said


def test_fake_nvidia_smi(tmp_path: Path) -> None:
    program = str(put_nvidia_smi(tmp_path, gpu()) / "nvidia-smi")
    done = subprocess.run([program, "--query-gpu=memory.total"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("24576, 24276, 580.95.05, 8.6, [N/A], GPU-")
