"""What compose.yaml promises, read from what Compose renders: needs the docker command, and no engine."""

from __future__ import annotations

import itertools
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.compose.conftest import USER, Render
from tests.conftest import ROOT, Stack, copy_project

ENGINES = ["vllm", "tgi", "llamacpp"]


@pytest.mark.parametrize("profile", ENGINES)
def test_every_container_is_hardened_and_limited(render: Render, profile: str) -> None:
    for name, service in render(profile=profile)["services"].items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert "cap_add" not in service, name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert service["user"] == USER, name
        assert service["pids_limit"] > 0, name
        assert int(service["mem_limit"]) > 0, name
        assert service["logging"]["options"].keys() == {"max-size", "max-file"}, name
        assert service["init"] is True, name
        assert service["healthcheck"]["test"], name
        assert not service.get("privileged"), name


@pytest.mark.parametrize("profile", ENGINES)
def test_the_engine_has_no_port_and_no_way_out(render: Render, profile: str) -> None:
    model = render(profile=profile)
    engine = model["services"][profile]
    assert "ports" not in engine
    assert list(engine["networks"]) == ["serving"]
    assert engine["networks"]["serving"]["aliases"] == ["engine"]
    assert model["networks"]["serving"]["internal"] is True


def test_only_tls_is_published_beyond_loopback(render: Render) -> None:
    published = {
        (name, port["target"]): port.get("host_ip", "every address")
        for name, service in render()["services"].items()
        for port in service.get("ports", [])
    }
    assert published.pop(("gateway", 443)) == "every address"
    assert set(published.values()) == {"127.0.0.1"}


def test_secrets_reach_a_container_as_files_only(render: Render) -> None:
    for name, service in render()["services"].items():
        words = " ".join(service.get("command") or []).replace("=", " ").split()
        arguments = [(flag, value) for flag, value in itertools.pairwise(words) if flag.startswith("--")]
        for setting, value in [*service.get("environment", {}).items(), *arguments]:
            if re.search(r"(?i)key|password|token(?!s)", setting):
                assert value.startswith("/run/secrets/"), f"{name}: {setting}"


def test_no_container_gets_the_docker_socket(render: Render) -> None:
    for name, service in render()["services"].items():
        for volume in service.get("volumes", []):
            assert "docker.sock" not in volume["source"], name


@pytest.mark.parametrize("profile", ENGINES)
def test_every_pulled_image_is_pinned_by_tag_and_digest(render: Render, profile: str) -> None:
    for overlays in ((), ("compose/cpu.yaml",)):
        for name, service in render(*overlays, profile=profile)["services"].items():
            # no source gives the digest of TGI's image; 'make lock' records it where it is pulled
            digest = "" if name == "tgi" else "@sha256:[0-9a-f]{64}"
            pinned = rf"[a-z.]+/[\w./-]+:[\w.-]+{digest}"
            assert "build" in service or re.fullmatch(pinned, service["image"]), f"{name}: {service['image']}"


@pytest.mark.parametrize("profile", ENGINES)
@pytest.mark.parametrize(("gpus", "count"), [("all", -1), ("2", 2)])
def test_the_engine_reserves_the_gpu(render: Render, profile: str, gpus: str, count: int) -> None:
    engine = render(profile=profile, ENGINE_GPUS=gpus)["services"][profile]
    devices = engine["deploy"]["resources"]["reservations"]["devices"]
    assert devices == [{"driver": "nvidia", "capabilities": ["gpu"], "count": count}]


def test_two_engines_at_once_are_refused_with_the_reason(render: Render) -> None:
    with pytest.raises(AssertionError, match=r'container name "student-llm-one-engine-only" is already in use'):
        render(profile="vllm,tgi")


@pytest.mark.parametrize("profile", ENGINES)
def test_an_engine_survives_a_long_load_and_ends_its_crash_loop(render: Render, profile: str) -> None:
    engine = render(profile=profile, ENGINE_START_PERIOD="40m")["services"][profile]
    assert engine["healthcheck"]["start_period"] == "40m0s"
    assert engine["restart"] == "on-failure:5"
    # vllm and tgi let their streams end; llama-server would only keep them waiting
    assert engine["stop_grace_period"] == ("10s" if profile == "llamacpp" else "5m30s")
    assert engine["init"] is True


def test_the_gateway_stops_before_the_engine(render: Render) -> None:
    needed = render()["services"]["gateway"]["depends_on"]
    assert needed["llamacpp"] == {"condition": "service_started", "required": False}


def command(model: dict[str, Any], service: str) -> dict[str, str]:
    """Return a rendered command's flags with their values; a flag without one has an empty value."""
    words = [*model["services"][service]["command"], "--"]
    pairs = itertools.pairwise(words)
    return {flag: "" if value.startswith("--") else value for flag, value in pairs if flag.startswith("--")}


def test_vllm_gets_the_specified_settings(render: Render) -> None:
    """The defaults are the specification's; --swap-space is gone from vLLM (docs/engines.md)."""
    flags = command(render(profile="vllm", VLLM_QUANTIZATION="awq", MODEL_DIR="OpenMath"), "vllm")
    assert flags == {
        "--model": "/models/OpenMath",
        "--served-model-name": "student-nano",
        "--quantization": "awq",
        "--dtype": "float16",
        "--max-model-len": "4096",
        "--gpu-memory-utilization": "0.85",
        "--max-num-seqs": "8",
        "--max-num-batched-tokens": "8192",
        "--block-size": "16",
        "--max-num-queued-reqs": "64",
        "--structured-outputs-config": '{"backend":"guidance","disable_any_whitespace":true}',
        "--generation-config": "vllm",
        "--disable-fastapi-docs": "",
        "--shutdown-timeout": "300",
        "--host": "0.0.0.0",
        "--port": "8000",
    }
    assert "--quantization" not in command(render(profile="vllm"), "vllm")


def test_tgi_gets_the_specified_settings(render: Render) -> None:
    model = render(profile="tgi", TGI_QUANTIZE="awq")
    flags = command(model, "tgi")
    assert flags == {
        "--model-id": "student-nano",
        "--quantize": "awq",
        "--max-input-tokens": "3072",
        "--max-total-tokens": "4096",
        "--max-concurrent-requests": "64",
        "--graceful-termination-timeout": "300",
        "--usage-stats": "off",
        "--hostname": "0.0.0.0",
        "--port": "8000",
    }
    assert model["services"]["tgi"]["shm_size"] == str(2**30)
    assert "secrets" not in model["services"]["tgi"]


def test_llamacpp_gets_the_specified_settings(render: Render) -> None:
    flags = command(render(), "llamacpp")
    assert flags["--ctx-size"] == "4096"
    assert flags["--threads"] == "8"


@pytest.mark.parametrize("profile", ENGINES)
def test_more_arguments_reach_the_engine(render: Render, profile: str) -> None:
    model = render(profile=profile, **{f"{profile.upper()}_EXTRA_ARGS": "--one 1 --two 'a b'"})
    assert model["services"][profile]["command"][-4:] == ["--one", "1", "--two", "a b"]


@pytest.mark.parametrize("profile", ENGINES)
def test_an_engine_loads_only_what_is_there(render: Render, profile: str) -> None:
    engine = render(profile=profile)["services"][profile]
    assert engine["environment"]["HF_HUB_OFFLINE"] == "1"
    assert all(volume.get("read_only") or volume["target"] == "/cache" for volume in engine["volumes"])


def test_every_setting_that_compose_reads_is_in_the_example(render: Render) -> None:
    example = (ROOT / "env" / "student.example.env").read_text()
    read = set()
    for path in [ROOT / "compose.yaml", *(ROOT / "compose").glob("*.yaml")]:
        read |= set(re.findall(r"\$\{([A-Z_]+)", path.read_text()))
    assert read - {"BUILD_CA_BUNDLE"} <= set(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE))


def test_the_stack_fits_one_page() -> None:
    assert len((ROOT / "compose.yaml").read_text().splitlines()) < 200


@pytest.fixture
def unset(tmp_path: Path) -> Stack:
    return Stack(copy_project(tmp_path / "clone"), {})


def test_without_settings_compose_names_the_command_that_makes_them(unset: Stack) -> None:
    done = unset.compose("--profile", "llamacpp", "up")
    assert done.returncode != 0
    assert "no env/student.env, or no STACK_USER in it. Fix: make init" in done.stderr


def test_without_a_profile_nothing_starts(unset: Stack) -> None:
    unset.run(sys.executable, "-m", "ops.init", "COMPOSE_PROFILES=")
    done = unset.compose("up", "-d")
    assert done.returncode != 0
    assert "no service selected" in done.stderr
