"""'make doctor' on hosts with and without room, with an nvidia-smi that replays a real one's CSV."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ops.lib import catalogue, compose, engine_memory, env_file, overlays, readiness
from ops.lib import host as memory
from ops.lib.check import Check
from ops.verbs import doctor
from tests.conftest import Stack, copy_project, free_port
from tests.nvidia_smi import GIB, RTX_3090, gpu, put_nvidia_smi
from tests.ops.lib.test_model_memory import LLAMA, QWEN, folder, gguf

EXAMPLE = env_file.parse(env_file.EXAMPLE.read_text())
GPU = EXAMPLE | {"COMPOSE_FILE": "compose.yaml", "COMPOSE_PROFILES": "vllm", "MODEL_DIR": "big"}
NO_NAME = "x" * 64 + ".test"  # is too long for any name service, so that none is queried
Host = Callable[..., dict[str, Check]]


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Host:
    """Return a function that checks a host with these GPUs and a model of so many GiB; each check by its name."""
    monkeypatch.setattr(engine_memory, "ROOT", tmp_path)
    programs = tmp_path / "bin"
    programs.mkdir()
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    (tmp_path / "models" / "big").mkdir(parents=True)

    def look(settings: dict[str, str], *gpus: str, weights: float = 3.2, running: bool = False) -> dict[str, Check]:
        folder(tmp_path / "models" / "big", QWEN, int(weights * 2**30))
        with gguf(tmp_path / "models" / "big.gguf", LLAMA).open("ab") as file:
            file.truncate(int(weights * 2**30))
        put_nvidia_smi(programs, *gpus)
        monkeypatch.setattr(compose, "runs", lambda _: running)
        return {check.name: check for check in doctor.memory(settings)}

    return look


def test_room_shows_the_sum(host: Host) -> None:
    checks = host(GPU, RTX_3090)
    assert [(check.name, check.status) for check in checks.values()] == [("VRAM", "ok")]
    assert checks["VRAM"].found == (
        "weights 3.2 GiB + KV cache 0.4 GiB (4096 tokens of 112.0 KiB) + 0.8 GiB for the rest = 4.5 GiB "
        "of 20.4 GiB on 1 x NVIDIA GeForce RTX 3090 at 0.85: room for 8 of the longest requests at once"
    )


def test_requests_at_once_are_counted(host: Host) -> None:
    # 20.4 GiB less 18.0 and 0.8 leaves 1.6 GiB, and one request needs 0.4375
    assert host(GPU, RTX_3090, weights=18)["VRAM"].found.endswith("room for 3 of the longest requests at once")


@pytest.mark.parametrize(
    ("settings", "weights", "fix"),
    [
        ({}, 19.2, "set VLLM_MAX_NUM_BATCHED_TOKENS=2048"),
        ({"VLLM_MAX_NUM_BATCHED_TOKENS": "2048"}, 19.6, "set VLLM_MAX_MODEL_LEN=2304, or make low-memory"),
        ({}, 24, "set VLLM_QUANTIZATION=fp8"),
        ({}, 40, "set VLLM_QUANTIZATION=mxfp4"),
        ({}, 90, "make models, which lists the models that fit"),
        ({"COMPOSE_PROFILES": "tgi", "TGI_MAX_TOTAL_TOKENS": "8192"}, 22.2, "set TGI_MAX_TOTAL_TOKENS=4608, or make"),
        (
            {"COMPOSE_PROFILES": "llamacpp", "LLAMACPP_MODEL": "big.gguf", "LLAMACPP_CTX_SIZE": "16384"},
            20,
            "set LLAMACPP_CTX_SIZE=5376, or make low-memory",
        ),
    ],
)
def test_too_large_names_a_setting(host: Host, settings: dict[str, str], weights: float, fix: str) -> None:
    """The fix has the value that fits."""
    check = host(GPU | settings, RTX_3090, weights=weights)["VRAM"]
    assert check.status == "failed"
    assert check.fix.startswith(fix)
    name, _, value = fix.removeprefix("set ").split(",")[0].partition("=")
    if value:
        followed = host(GPU | settings | {name: value}, RTX_3090, weights=weights)["VRAM"]
        assert followed.status == "ok", "the fix works"


def test_llamacpp_counts_requests(host: Host) -> None:
    """Each concurrent request needs memory."""
    chosen = {"COMPOSE_PROFILES": "llamacpp", "LLAMACPP_MODEL": "big.gguf"}
    found = host(GPU | chosen, RTX_3090, weights=20)["VRAM"].found
    assert "KV cache 2.0 GiB (4 x 4096 tokens of 128.0 KiB)" in found
    assert found.endswith("room for 4 of the longest requests at once")
    alone = host(GPU | chosen | {"LLAMACPP_PARALLEL": "1"}, RTX_3090, weights=20)["VRAM"].found
    assert "KV cache 0.5 GiB (4096 tokens of 128.0 KiB)" in alone


def test_busy_gpu_is_reported(host: Host) -> None:
    busy = gpu(free=12 * GIB)
    check = host(GPU, busy)["VRAM"]
    assert (check.status, check.found) == (
        "failed",
        "12.0 GiB of 24.0 GiB is free on NVIDIA GeForce RTX 3090, 20.4 GiB is required",
    )
    assert check.fix == "end the programs that 'nvidia-smi' shows, or set VLLM_GPU_MEMORY_UTILIZATION=0.50"
    assert host(GPU | {"VLLM_GPU_MEMORY_UTILIZATION": "0.50"}, busy)["VRAM"].status == "ok"
    assert host(GPU, busy, running=True)["VRAM"].status == "ok"


def test_busy_gpu_without_room(host: Host) -> None:
    check = host(GPU, gpu(free=4 * GIB), weights=6)["VRAM"]
    assert check.found.endswith("20.4 GiB is required; 7.3 GiB is needed")
    assert check.fix == "end the programs that 'nvidia-smi' shows, or make models, which lists the models that fit"


@pytest.mark.parametrize("engine", ["tgi", "llamacpp"])
def test_busy_gpu_of_other_engines(host: Host, engine: str) -> None:
    chosen = GPU | {"COMPOSE_PROFILES": engine, "LLAMACPP_MODEL": "big.gguf"}
    assert host(chosen, RTX_3090, weights=10)["VRAM"].status == "ok"
    check = host(chosen, gpu(free=4 * GIB), weights=10)["VRAM"]
    assert (check.status, "of 4.0 GiB on 1 x NVIDIA" in check.found) == ("failed", True)
    assert host(chosen, gpu(free=4 * GIB), weights=10, running=True)["VRAM"].status == "ok"


def test_several_gpus_if_set(host: Host) -> None:
    two = (RTX_3090, RTX_3090)
    assert host(GPU, *two, weights=30)["VRAM"].status == "failed"
    for flag in ("--tensor-parallel-size 2", "--tensor-parallel-size=2", "-tp 2", "--seed 1 -tp=2"):
        assert host(GPU | {"VLLM_EXTRA_ARGS": flag}, *two, weights=30)["VRAM"].status == "ok"
    one = host(GPU | {"VLLM_EXTRA_ARGS": "-tp 2", "ENGINE_GPUS": "1"}, *two, weights=30)["VRAM"]
    assert one.found == "the model is to be spread over 2 GPUs, and the engine has 1"
    tgi = GPU | {"COMPOSE_PROFILES": "tgi", "TGI_EXTRA_ARGS": "--num-shard 2"}
    assert host(tgi, *two, weights=30)["VRAM"].status == "ok"


def test_llamacpp_spreads_over_gpus(host: Host) -> None:
    chosen = GPU | {"COMPOSE_PROFILES": "llamacpp", "LLAMACPP_MODEL": "big.gguf"}
    small = gpu("NVIDIA T1000", 4 * GIB, 4 * GIB, capability="7.5")
    check = host(chosen, small, gpu(free=24 * GIB), weights=23)["VRAM"]
    assert (check.status, "28.0 GiB on NVIDIA T1000 and NVIDIA GeForce RTX 3090" in check.found) == ("ok", True)
    assert host(chosen, gpu(free=24 * GIB), weights=23)["VRAM"].status == "failed"


def test_gpus_of_different_size(host: Host) -> None:
    small = gpu("NVIDIA T1000", 4 * GIB, 4 * GIB, capability="7.5")
    check = host(GPU, small, RTX_3090)["VRAM"]
    assert check.status == "failed"
    assert check.fix == (
        "set ENGINE_GPU_ID=1 and COMPOSE_FILE=compose.yaml:compose/gpu-ids.yaml, for the NVIDIA GeForce RTX 3090"
    )
    followed = GPU | {"ENGINE_GPU_ID": "1", "COMPOSE_FILE": "compose.yaml:compose/gpu-ids.yaml"}
    assert host(followed, small, RTX_3090)["VRAM"].status == "ok"


def test_named_gpu_counts(host: Host) -> None:
    small = gpu("NVIDIA GeForce RTX 3070", 8 * GIB)
    named = GPU | {"COMPOSE_FILE": f"compose.yaml:{overlays.GPU_IDS}"}
    assert host(named | {"ENGINE_GPU_ID": "0"}, small, RTX_3090, weights=10)["VRAM"].status == "failed"
    assert host(named | {"ENGINE_GPU_ID": "1"}, small, RTX_3090, weights=10)["VRAM"].status == "ok"
    by_uuid = RTX_3090.split(", ")[5]
    assert host(named | {"ENGINE_GPU_ID": by_uuid}, small, RTX_3090, weights=10)["VRAM"].status == "ok"
    check = host(named | {"ENGINE_GPU_ID": "7"}, small, RTX_3090)["VRAM"]
    assert (check.found, check.fix) == ("ENGINE_GPU_ID is 7, not a GPU here", "set it to 0 or 1")


def test_shared_memory(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = gpu("NVIDIA GB10", "[N/A]", capability="12.1")
    monkeypatch.setattr(memory, "all_memory", lambda: 120 * 2**30)
    monkeypatch.setattr(memory, "memory", lambda: 110 * 2**30)
    check = host(GPU, shared)["VRAM"]
    assert (check.status, "102.0 GiB on 1 x NVIDIA GB10, of the host's memory at 0.85" in check.found) == ("ok", True)
    monkeypatch.setattr(memory, "memory", lambda: 60 * 2**30)
    check = host(GPU, shared)["VRAM"]
    assert (check.status, check.fix) == ("failed", "stop programs, or set VLLM_GPU_MEMORY_UTILIZATION=0.50")


def test_vllm_without_gpu(host: Host) -> None:
    """It allocates its cache of 1 GiB at the start, and has no room for another request."""
    cpu = GPU | {"COMPOSE_FILE": "compose.yaml:compose/cpu.yaml", "ENGINE_MEMORY": "6g"}
    check = host(cpu)["RAM"]
    assert (check.status, "= 5.7 GiB of" in check.found) == ("ok", True)
    assert check.found.endswith("room for 2 of the longest requests at once")
    check = host(cpu | {"VLLM_MAX_MODEL_LEN": "16384"})["RAM"]
    assert check.found == "the longest request takes 1.8 GiB of KV cache, and vLLM has 1.0 GiB on a CPU"
    assert check.fix == "set VLLM_MAX_MODEL_LEN=9216"
    assert host(cpu | {"VLLM_MAX_MODEL_LEN": "9216"})["RAM"].status == "ok"


def test_memory_before_the_download(host: Host) -> None:
    preset = catalogue.find("qwen2.5-math-7b-instruct").settings
    check = host({**GPU, **preset}, RTX_3090)["VRAM"]
    assert check.status == "ok"
    assert check.found.startswith("weights 8.1 GiB (its preset's figure) + KV cache 0.2 GiB")
    small = host({**GPU, **preset}, gpu("NVIDIA GeForce RTX 3070", 8 * GIB))["VRAM"]
    assert (small.status, small.fix) == ("failed", "make models, which lists the models that fit")
    unknown = host({**GPU, **preset, "MODEL_REPO": "some/other"}, RTX_3090)["model"]
    assert unknown.found == "its size is not known: it is not fetched yet, and no preset has these settings"


def test_host_memory_without_gpu(host: Host) -> None:
    cpu = GPU | {"COMPOSE_FILE": "compose.yaml:compose/cpu.yaml", "ENGINE_MEMORY": "4g"}
    checks = host(cpu)
    assert list(checks) == ["RAM"]
    check = host(cpu, weights=5)["RAM"]
    assert (check.status, "of 4.0 GiB, ENGINE_MEMORY" in check.found) == ("failed", True)


def test_host_memory_before_init(host: Host) -> None:
    assert list(host(GPU)) == ["RAM"]


@pytest.mark.parametrize(("text", "shown"), [("4gb", "4.0 GiB"), ("4.5g", "4.5 GiB"), ("4096m", "4.0 GiB")])
def test_engine_memory_as_compose(host: Host, text: str, shown: str) -> None:
    cpu = GPU | {"COMPOSE_FILE": "compose.yaml:compose/cpu.yaml", "ENGINE_MEMORY": text}
    assert f"of {shown}, ENGINE_MEMORY" in host(cpu, weights=5)["RAM"].found


def test_unknown_size_is_no_failure(host: Host) -> None:
    (engine_memory.ROOT / "models" / "odd").mkdir()
    (engine_memory.ROOT / "models" / "odd" / "config.json").write_text("{}")
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
def test_certificate_name(host_name: str, status: str, found: str) -> None:
    check = doctor.name({"GATEWAY_HOST": host_name})
    assert (check.status, check.found[: len(found)]) == (status, found)


def test_old_clock_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    assert doctor.clock().status == "ok"
    monkeypatch.setattr(time, "time", lambda: 0.0)
    check = doctor.clock()
    assert (check.status, check.found) == ("failed", "1970-01-01 00:00 UTC is before the newest commit")


@pytest.mark.docker
def test_verb_shows_lines_and_code(tmp_path: Path) -> None:
    stack = Stack(copy_project(tmp_path / "clone"), {})
    stack.run("git", "init", "--quiet")
    ports = [f"{name}={free_port()}" for name in readiness.PORTS]
    assert stack.run(sys.executable, "-m", "ops.verbs.init", *ports).returncode == 0
    good = stack.make("doctor", "JSON=1")
    said = json.loads(good.stdout)
    assert (good.returncode, said["ok"]) == (0, True), good.stdout + good.stderr
    made = {"docker", "compose", "disk", "memory", "ports", "engine", "clock", "name", "::1", "proxy", "secrets", "RAM"}
    assert made <= {check["name"] for check in said["checks"]}
    (stack.path / "state" / "secrets" / "engine_key").write_text("key\r\n", newline="")
    assert (
        "failed secrets  an editor added characters to state/secrets/engine_key. Fix: make init"
        in stack.make("doctor").stdout
    )
    (stack.path / "state" / "secrets" / "engine_key").write_text("")
    assert "failed secrets  empty in state/secrets: engine_key. Fix: make init" in stack.make("doctor").stdout
    assert stack.run(sys.executable, "-m", "ops.verbs.init").returncode == 0
    settings = stack.path / "env" / "student.env"
    env_file.update({"GATEWAY_HOST": NO_NAME}, settings)
    bad = stack.make("doctor")
    assert bad.returncode == 2
    assert "ERROR the host is not ready (name). Fix:" in bad.stderr
    assert f"Fix: make a DNS record for {NO_NAME}" in bad.stdout
