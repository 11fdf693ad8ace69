"""'make doctor': what it says of hosts with and without room, with an nvidia-smi that replays the real one's CSV."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ops import doctor, env_file
from ops.check import Check
from tests.conftest import Stack, copy_project, free_port
from tests.ops.test_model_memory import LLAMA, QWEN, folder, gguf

EXAMPLE = env_file.parse(env_file.EXAMPLE.read_text())
GPU = EXAMPLE | {"COMPOSE_FILE": "compose.yaml", "COMPOSE_PROFILES": "vllm", "MODEL_DIR": "big"}
# as documented: memory in MiB without its unit, [N/A] for what a GPU does not tell
RTX_3090 = "24576, 24124, 560.35.03, 8.6, NVIDIA GeForce RTX 3090"
NO_NAME = "x" * 64 + ".test"  # a label too long for any name service, so that none is asked
Host = Callable[..., dict[str, Check]]


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Host:
    """Return a look at a host with such GPUs and a model with weights of so many GiB; each check by its name."""
    monkeypatch.setattr(doctor, "ROOT", tmp_path)
    programs = tmp_path / "bin"
    programs.mkdir()
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    (tmp_path / "models" / "big").mkdir(parents=True)

    def look(settings: dict[str, str], *gpus: str, weights: float = 3.2, running: bool = False) -> dict[str, Check]:
        folder(tmp_path / "models" / "big", QWEN, int(weights * 2**30))
        with gguf(tmp_path / "models" / "big.gguf", LLAMA).open("ab") as file:
            file.truncate(int(weights * 2**30))
        for program, lines in (("nvidia-smi", gpus), ("docker", ["a-container"] if running else [])):
            script = "".join(f"echo '{line}'\n" for line in lines)
            ends = "exit 9\n" if program == "nvidia-smi" and not gpus else ""
            (programs / program).write_text(f"#!/bin/sh\n{script}{ends}")
            (programs / program).chmod(0o755)
        return {check.name: check for check in doctor.memory(settings)}

    return look


def test_a_model_with_room_shows_the_sum(host: Host) -> None:
    checks = host(GPU, RTX_3090)
    assert [(check.name, check.status) for check in checks.values()] == [
        ("driver", "ok"),
        ("dtype", "ok"),
        ("VRAM", "ok"),
    ]
    assert checks["VRAM"].found == (
        "weights 3.2 GiB + KV cache 0.4 GiB (4096 tokens of 112.0 KiB) + 1.0 GiB for the rest = 4.6 GiB "
        "of 20.4 GiB on 1 x NVIDIA GeForce RTX 3090 at 0.85: room for 8 of the longest requests at once"
    )


def test_the_room_for_requests_at_once_is_counted(host: Host) -> None:
    # 20.4 GiB less 18.0 and 1.0 leaves 1.4 GiB, and one request takes 0.4375
    assert host(GPU, RTX_3090, weights=18)["VRAM"].found.endswith("room for 3 of the longest requests at once")


@pytest.mark.parametrize(
    ("settings", "weights", "fix"),
    [
        ({}, 19.2, "set VLLM_MAX_MODEL_LEN=1792, or make low-memory"),
        ({}, 24, "set MODEL_DIR to a smaller or a quantized model"),
        ({"COMPOSE_PROFILES": "tgi", "TGI_MAX_TOTAL_TOKENS": "8192"}, 22.4, "set TGI_MAX_TOTAL_TOKENS=5376, or make"),
        (
            {"COMPOSE_PROFILES": "llamacpp", "LLAMACPP_MODEL": "big.gguf", "LLAMACPP_CTX_SIZE": "65536"},
            20,
            "set LLAMACPP_CTX_SIZE=24576, or make low-memory",
        ),
    ],
)
def test_what_does_not_fit_names_the_setting_and_its_value(
    host: Host, settings: dict[str, str], weights: float, fix: str
) -> None:
    check = host(GPU | settings, RTX_3090, weights=weights)["VRAM"]
    assert check.status == "failed"
    assert check.fix.startswith(fix)
    name, _, value = fix.removeprefix("set ").split(",")[0].partition("=")
    if value:
        followed = host(GPU | settings | {name: value}, RTX_3090, weights=weights)["VRAM"]
        assert followed.status == "ok", "the fix, followed, is one"


def test_a_gpu_that_others_use_is_told_unless_it_is_this_stack(host: Host) -> None:
    busy = RTX_3090.replace("24124", "12288")
    check = host(GPU, busy)["VRAM"]
    assert (check.status, check.found) == (
        "failed",
        "12.0 GiB of 24.0 GiB are free on NVIDIA GeForce RTX 3090, 20.4 GiB are asked for",
    )
    assert check.fix == "end what 'nvidia-smi' shows, or set VLLM_GPU_MEMORY_UTILIZATION=0.50"
    assert host(GPU | {"VLLM_GPU_MEMORY_UTILIZATION": "0.50"}, busy)["VRAM"].status == "ok"
    assert host(GPU, busy, running=True)["VRAM"].status == "ok"


def test_several_gpus_count_where_the_engine_is_told_to_use_them(host: Host) -> None:
    two = (RTX_3090, RTX_3090)
    assert host(GPU, *two, weights=30)["VRAM"].status == "failed"
    both = GPU | {"VLLM_EXTRA_ARGS": "--tensor-parallel-size 2"}
    assert host(both, *two, weights=30)["VRAM"].status == "ok"
    assert host(both | {"ENGINE_GPUS": "1"}, *two, weights=30)["VRAM"].status == "failed"


def test_a_gpu_that_is_named_is_the_one_that_counts(host: Host) -> None:
    small = RTX_3090.replace("24576, 24124", "8192, 8000")
    named = GPU | {"COMPOSE_FILE": f"compose.yaml:{doctor.GPU_IDS_OVERLAY}"}
    assert host(named | {"ENGINE_GPU_ID": "0"}, small, RTX_3090, weights=10)["VRAM"].status == "failed"
    assert host(named | {"ENGINE_GPU_ID": "1"}, small, RTX_3090, weights=10)["VRAM"].status == "ok"


@pytest.mark.parametrize(
    ("version", "status", "found"),
    [
        ("470.256.02", "failed", "470.256.02 is older than 525, which CUDA 12 wants"),
        ("560.35.03", "ok", "560.35.03, good for CUDA 12; images with CUDA 13 want 580"),
        ("590.12", "ok", "590.12"),
    ],
)
def test_the_drivers_age(host: Host, version: str, status: str, found: str) -> None:
    check = host(GPU, RTX_3090.replace("560.35.03", version))["driver"]
    assert (check.status, check.found) == (status, found)


def test_an_old_gpu_has_no_bfloat16(host: Host) -> None:
    old = RTX_3090.replace("8.6", "7.5")
    check = host(GPU | {"VLLM_DTYPE": "bfloat16"}, old)["dtype"]
    assert (check.status, check.fix) == ("failed", "set VLLM_DTYPE=float16")
    assert host(GPU, old)["dtype"].status == "ok"


def test_a_gpu_that_shares_the_hosts_memory_tells_no_figure(host: Host) -> None:
    check = host(GPU, "[N/A], [N/A], 580.95.05, 12.1, NVIDIA GB10")["VRAM"]
    assert (check.status, "nvidia-smi shows no figure" in check.found) == ("n/a", True)


def test_without_a_gpu_the_hosts_memory_counts(host: Host) -> None:
    cpu = GPU | {"COMPOSE_FILE": "compose.yaml:compose/cpu.yaml", "ENGINE_MEMORY": "4g"}
    checks = host(cpu)
    assert list(checks) == ["RAM"]
    check = host(cpu, weights=5)["RAM"]
    assert (check.status, "of 4.0 GiB, ENGINE_MEMORY" in check.found) == ("failed", True)


def test_a_model_that_does_not_say_its_size_is_no_failure(host: Host) -> None:
    (doctor.ROOT / "models" / "odd").mkdir()
    (doctor.ROOT / "models" / "odd" / "config.json").write_text("{}")
    check = host(GPU | {"MODEL_DIR": "odd"}, RTX_3090)["model"]
    assert check.status == "n/a"
    assert "config.json has no num_attention_heads" in check.found


@pytest.mark.parametrize(
    ("host_name", "status", "found"),
    [
        ("localhost", "n/a", "localhost: only"),
        ("127.0.0.1", "ok", "127.0.0.1 is 127.0.0.1, this host"),
        ("192.0.2.1", "ok", "192.0.2.1 is 192.0.2.1, not an address of this host"),
        (NO_NAME, "failed", f"GATEWAY_HOST '{NO_NAME}' has no address"),
    ],
)
def test_the_name_in_the_certificate(host_name: str, status: str, found: str) -> None:
    check = doctor.name({"GATEWAY_HOST": host_name})
    assert (check.status, check.found[: len(found)]) == (status, found)


def test_a_clock_before_the_newest_commit_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    assert doctor.clock().status == "ok"
    monkeypatch.setattr(time, "time", lambda: 0.0)
    check = doctor.clock()
    assert (check.status, check.found) == ("failed", "1970-01-01 00:00 UTC is before the newest commit")


@pytest.mark.docker
def test_the_verb_shows_a_line_a_check_and_its_exit_code_tells(tmp_path: Path) -> None:
    stack = Stack(copy_project(tmp_path / "clone"), {})
    stack.run("git", "init", "--quiet")
    ports = [f"{name}={free_port()}" for name in doctor.preflight.PORTS]
    assert stack.run(sys.executable, "-m", "ops.init", *ports).returncode == 0
    good = stack.make("doctor", "JSON=1")
    said = json.loads(good.stdout)
    assert (good.returncode, said["ok"]) == (0, True), good.stdout + good.stderr
    assert {"docker", "compose", "disk", "memory", "ports", "engine", "clock", "name", "RAM"} <= {
        check["name"] for check in said["checks"]
    }
    settings = stack.path / "env" / "student.env"
    env_file.update({"GATEWAY_HOST": NO_NAME}, settings)
    bad = stack.make("doctor")
    assert bad.returncode == 2
    assert "ERROR the host is not ready (name). Fix:" in bad.stderr
    assert f"Fix: make a DNS record for {NO_NAME}" in bad.stdout
