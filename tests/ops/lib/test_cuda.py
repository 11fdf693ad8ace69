"""Drivers and kinds of GPU: the engines that run on them, and the fix for the others."""

from __future__ import annotations

import pytest

from ops.lib import cuda, env_file
from ops.lib.gpus import Gpu

EXAMPLE = env_file.parse(env_file.EXAMPLE.read_text()) | {"COMPOSE_FILE": "compose.yaml", "COMPOSE_PROFILES": "vllm"}
WITH_OVERLAY = "set COMPOSE_FILE=compose.yaml:compose/cuda12.yaml, or install NVIDIA's driver 580 or newer"
NEWER = "install NVIDIA's driver 580 or newer"


def gpu(name: str = "RTX 3090", driver: str = "580.95.05", capability: float | None = 8.6) -> Gpu:
    return Gpu(name, 2**34, 2**34, driver, capability)


@pytest.mark.parametrize(
    ("engine", "version", "capability", "status", "fix"),
    [
        ("vllm", "590.12", 8.6, "ok", ""),
        ("vllm", "580.95.05", 8.6, "ok", ""),
        ("vllm", "575.57.08", 8.6, "failed", WITH_OVERLAY),
        ("vllm", "550.163.01", 8.6, "failed", WITH_OVERLAY),
        ("vllm", "535.247.01", 8.6, "failed", WITH_OVERLAY),
        ("vllm", "470.256.02", 8.6, "failed", NEWER),
        ("vllm", "", 8.6, "failed", NEWER),
        ("llamacpp", "570.86.10", 7.0, "ok", ""),
        ("llamacpp", "550.163.01", 8.6, "ok", ""),
        ("llamacpp", "550.163.01", 7.5, "failed", NEWER),
        ("tgi", "550.163.01", 8.6, "ok", ""),
        ("tgi", "535.247.01", 8.6, "ok", ""),
    ],
)
def test_driver(engine: str, version: str, capability: float, status: str, fix: str) -> None:
    check = cuda.driver(EXAMPLE | {"COMPOSE_PROFILES": engine}, [gpu(driver=version, capability=capability)])
    assert (check.status, check.fix) == (status, fix)


def test_driver_that_docker_may_refuse() -> None:
    check = cuda.driver(EXAMPLE | {"COMPOSE_PROFILES": "llamacpp"}, [gpu(driver="550.163.01")])
    assert check.found.endswith("if Docker refuses it, set COMPOSE_FILE=compose.yaml:compose/cuda12.yaml")


@pytest.mark.parametrize(
    ("engine", "version", "capability", "status"),
    [
        ("vllm", "535.247.01", 8.0, "ok"),
        ("vllm", "575.57.08", 8.6, "ok"),
        ("vllm", "470.256.02", 8.6, "failed"),
        ("llamacpp", "535.247.01", 8.6, "ok"),
        ("llamacpp", "535.247.01", 7.0, "failed"),  # the driver is older than CUDA 12.8, whose code it must compile
    ],
)
def test_driver_with_overlay(engine: str, version: str, capability: float, status: str) -> None:
    settings = EXAMPLE | {"COMPOSE_PROFILES": engine, "COMPOSE_FILE": "compose.yaml:compose/cuda12.yaml"}
    check = cuda.driver(settings, [gpu(driver=version, capability=capability)])
    assert check.status == status
    assert check.fix == ("" if status == "ok" else NEWER)


@pytest.mark.parametrize(
    ("name", "capability", "vllm", "llamacpp"),
    [
        ("Tesla V100-SXM2-32GB", 7.0, "make up PROFILE=llamacpp", ""),
        ("Tesla P40", 6.1, "make up PROFILE=llamacpp", ""),
        ("Tesla K80", 3.7, "use the CPU: compose/cpu.yaml", "use the CPU: compose/cpu.yaml"),
        ("Tesla T4", 7.5, "", ""),
        ("NVIDIA A100", 8.0, "", ""),
    ],
)
def test_capability_of_engine(name: str, capability: float, vllm: str, llamacpp: str) -> None:
    for engine, fix in (("vllm", vllm), ("llamacpp", llamacpp)):
        check = cuda.capability(EXAMPLE | {"COMPOSE_PROFILES": engine}, [gpu(name, capability=capability)])
        assert (check.status, check.fix) == ("failed" if fix else "ok", fix)
        assert f"{name} has compute capability {capability}" in check.found


@pytest.mark.parametrize("quantization", ["", "awq", "gptq", "fp8", "mxfp4", "compressed-tensors"])
def test_capability_of_t4(quantization: str) -> None:
    t4 = [gpu("Tesla T4", capability=7.5)]
    assert cuda.capability(EXAMPLE | {"VLLM_QUANTIZATION": quantization}, t4).status == "ok"


def test_capability_bfloat16() -> None:
    check = cuda.capability(EXAMPLE | {"VLLM_DTYPE": "bfloat16"}, [gpu("Tesla T4", capability=7.5)])
    assert (check.status, check.fix) == ("failed", "set VLLM_DTYPE=float16")


def test_capability_tgi_fp8() -> None:
    tgi = EXAMPLE | {"COMPOSE_PROFILES": "tgi", "TGI_QUANTIZE": "fp8"}
    assert cuda.capability(tgi, [gpu("Tesla T4", capability=7.5)]).status == "failed"
    assert cuda.capability(tgi, [gpu()]).status == "ok"


@pytest.mark.parametrize(
    ("quantization", "says"),
    [("bitsandbytes", "which vLLM no longer has"), ("gguf", "which vLLM no longer has"), ("awk", "vLLM does not know")],
)
def test_capability_unknown_quantization(quantization: str, says: str) -> None:
    check = cuda.capability(EXAMPLE | {"VLLM_QUANTIZATION": quantization}, [gpu()])
    assert (check.status, says in check.found) == ("failed", True)


def test_capability_unknown() -> None:
    assert cuda.capability(EXAMPLE, [gpu(capability=None)]).status == "n/a"


@pytest.mark.parametrize(
    ("version", "expected"), [("470.1", False), ("525.60.13", True), ("579.1", True), ("580.1", False)]
)
def test_needs_overlay(version: str, expected: bool) -> None:
    assert cuda.needs_overlay([gpu(driver=version)]) == expected


def test_needs_overlay_without_gpu() -> None:
    assert not cuda.needs_overlay([])
