"""The promises of compose.yaml, checked in the rendered configuration: requires the docker command alone."""

from __future__ import annotations

import itertools
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.compose.conftest import USER, Render
from tests.conftest import ROOT, Stack, copy_project
from tests.project import users

ENGINES = ["vllm", "tgi", "llamacpp"]
OVERLAYS = sorted(f"compose/{path.name}" for path in (ROOT / "compose").glob("*.yaml"))
# are in upper and lower case; NO_PROXY too, since Docker's client sets its own if it is empty
PROXIES = {f"{kind}_PROXY" for kind in ("HTTP", "HTTPS", "FTP", "ALL", "NO")}
ACME_PROXY = "http://proxy.test:3128"


@pytest.mark.proves("security/container-takeover")
@pytest.mark.parametrize("profile", ENGINES)
def test_containers_are_hardened(render: Render, profile: str) -> None:
    """Containers are hardened, and their processes, memory and logs are limited."""
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


@pytest.mark.proves("reliability/proxy-of-dockers-client")
@pytest.mark.parametrize("profile", ENGINES)
@pytest.mark.parametrize("overlay", ["", *OVERLAYS])
def test_no_proxy_of_dockers_client(render: Render, profile: str, overlay: str) -> None:
    services = render(*filter(None, [overlay]), profile=profile, GATEWAY_ACME_PROXY=ACME_PROXY)["services"]
    for name, service in services.items():
        told = {variable: service["environment"].get(variable) for kind in PROXIES for variable in (kind, kind.lower())}
        if (name, overlay) == ("gateway", "compose/public.yaml"):  # is for the CA
            assert told.pop("HTTPS_PROXY") == ACME_PROXY
        if overlay == "compose/download.yaml" and name in {"model", "gguf"}:  # has egress
            assert told == {variable: users(os.environ).get(variable) for variable in told}, "the shell's"
        else:
            assert set(told.values()) == {""}, name


@pytest.mark.parametrize("profile", ENGINES)
def test_health_check_is_cheap(render: Render, profile: str) -> None:
    """It uses no proxy, and runs rarely after a success."""
    for name, service in render(profile=profile)["services"].items():
        check = service["healthcheck"]
        if name == "gateway":  # has no shell, and Go uses no proxy for loopback
            assert (check["test"][1], check["interval"]) == ("caddy", "5s")
        else:
            assert check["test"][:3] == ["CMD", "sh", "/check.sh"]
            assert check["timeout"] == "40s", "longer than check.sh waits, plus its program's time"
        assert "curl" not in check["test"] or "--noproxy *" in " ".join(check["test"])
        assert "wget" not in check["test"] or "-Y off" in " ".join(check["test"])


@pytest.mark.proves("security/gateway-bypass")
@pytest.mark.parametrize("profile", ENGINES)
def test_engine_has_no_port(render: Render, profile: str) -> None:
    """It has no port and no egress."""
    model = render(profile=profile)
    engine = model["services"][profile]
    assert "ports" not in engine
    assert list(engine["networks"]) == ["serving"]
    assert engine["networks"]["serving"]["aliases"] == ["engine"]
    assert model["networks"]["serving"]["internal"] is True


@pytest.mark.proves("security/admin-planes")
def test_only_tls_beyond_loopback(render: Render) -> None:
    published = {
        (name, port["target"]): port.get("host_ip", "every address")
        for name, service in render()["services"].items()
        for port in service.get("ports", [])
    }
    assert published.pop(("gateway", 443)) == "every address"
    assert set(published.values()) == {"127.0.0.1"}


def test_secrets_are_files_only(render: Render) -> None:
    for name, service in render()["services"].items():
        words = " ".join(service.get("command") or []).replace("=", " ").split()
        arguments = [(flag, value) for flag, value in itertools.pairwise(words) if flag.startswith("--")]
        for setting, value in [*service.get("environment", {}).items(), *arguments]:
            if re.search(r"(?i)key|password|token(?!s)", setting):
                assert value.startswith("/run/secrets/"), f"{name}: {setting}"


@pytest.mark.parametrize("profile", ENGINES)
@pytest.mark.parametrize("overlay", ["", *OVERLAYS])
def test_mounts_are_selinux_labelled(render: Render, profile: str, overlay: str) -> None:
    """The label is z, which containers share; Z would make a file private to the last container."""
    for name, service in render(*filter(None, [overlay]), profile=profile)["services"].items():
        for volume in service.get("volumes", []):
            assert volume["type"] == "bind", (name, volume)
            assert volume["bind"].get("selinux") == "z", (name, volume)


def test_no_docker_socket(render: Render) -> None:
    for name, service in render()["services"].items():
        for volume in service.get("volumes", []):
            assert "docker.sock" not in volume["source"], name


@pytest.mark.proves("security/supply-chain")
@pytest.mark.parametrize("profile", ENGINES)
def test_images_are_pinned(render: Render, profile: str) -> None:
    """All images have a digest but TGI's, which has a tag alone."""
    for overlays in ((), ("compose/cpu.yaml",)):
        for name, service in render(*overlays, profile=profile)["services"].items():
            # no source has the digest of TGI's image; 'make lock' records it after a pull
            digest = "" if name == "tgi" else "@sha256:[0-9a-f]{64}"
            pinned = rf"[a-z.]+/[\w./-]+:[\w.-]+{digest}"
            assert "build" in service or re.fullmatch(pinned, service["image"]), f"{name}: {service['image']}"


@pytest.mark.parametrize("profile", ENGINES)
@pytest.mark.parametrize(("gpus", "count"), [("all", -1), ("2", 2)])
def test_engine_reserves_the_gpu(render: Render, profile: str, gpus: str, count: int) -> None:
    engine = render(profile=profile, ENGINE_GPUS=gpus)["services"][profile]
    devices = engine["deploy"]["resources"]["reservations"]["devices"]
    assert devices == [{"driver": "nvidia", "capabilities": ["gpu"], "count": count}]


def test_two_engines_are_refused(render: Render) -> None:
    with pytest.raises(AssertionError, match=r'container name "student-llm-one-engine-only" is already in use'):
        render(profile="vllm,tgi")


@pytest.mark.parametrize("profile", ENGINES)
def test_engine_start_and_stop(render: Render, profile: str) -> None:
    """A long load does not fail the health check, and a script records the exit code."""
    engine = render(profile=profile, ENGINE_START_PERIOD="40m")["services"][profile]
    assert engine["healthcheck"]["start_period"] == "40m0s"
    assert engine["restart"] == "on-failure"
    assert engine["entrypoint"][:2] == ["sh", "/engine.sh"]
    mounted = {volume["target"]: volume["source"] for volume in engine["volumes"]}
    assert mounted["/engine.sh"].endswith("/images/engine.sh")
    # vllm and tgi finish their streams; llama-server would keep them open without events
    assert engine["stop_grace_period"] == ("10s" if profile == "llamacpp" else "5m30s")
    assert engine["init"] is True


@pytest.mark.proves("reliability/engine-stopped-mid-stream")
def test_gateway_stops_first(render: Render) -> None:
    """The gateway stops before the engine."""
    needed = render()["services"]["gateway"]["depends_on"]
    assert needed["llamacpp"] == {"condition": "service_started", "required": False}


def command(model: dict[str, Any], service: str) -> dict[str, str]:
    """Return a rendered command's flags with their values, empty for a flag without one."""
    words = [*model["services"][service]["command"], "--"]
    pairs = itertools.pairwise(words)
    return {flag: "" if value.startswith("--") else value for flag, value in pairs if flag.startswith("--")}


def test_vllm_has_briefs_settings(render: Render) -> None:
    """The defaults are those of the project's brief; vLLM no longer has --swap-space (docs/engines.md)."""
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


def test_tgi_has_briefs_settings(render: Render) -> None:
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


def test_llamacpp_has_briefs_settings(render: Render) -> None:
    flags = command(render(), "llamacpp")
    assert (flags["--kv-unified-per-slot"], flags["--parallel"]) == ("4096", "4")
    assert "--ctx-size" not in flags, "it would be divided among concurrent requests"
    assert flags["--threads"] == "8"


@pytest.mark.parametrize("profile", ENGINES)
def test_extra_arguments(render: Render, profile: str) -> None:
    model = render(profile=profile, **{f"{profile.upper()}_EXTRA_ARGS": "--one 1 --two 'a b'"})
    assert model["services"][profile]["command"][-4:] == ["--one", "1", "--two", "a b"]


@pytest.mark.parametrize("profile", ENGINES)
def test_engine_loads_local_files_only(render: Render, profile: str) -> None:
    engine = render(profile=profile)["services"][profile]
    assert engine["environment"]["HF_HUB_OFFLINE"] == "1"
    assert all(volume.get("read_only") or volume["target"] == "/cache" for volume in engine["volumes"])


def test_compose_settings_in_example(render: Render) -> None:
    example = (ROOT / "env" / "student.example.env").read_text()
    read = set()
    for path in [ROOT / "compose.yaml", *(ROOT / "compose").glob("*.yaml")]:
        read |= set(re.findall(r"\$\{([A-Z_]+)", path.read_text()))
    assert read <= set(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE))


def settings_of_the_gateway() -> set[str]:
    """Return the settings that the Caddyfile or a handler reads."""
    read = set(re.findall(r"\{\$(GATEWAY_\w+)", (ROOT / "caddy" / "Caddyfile").read_text()))
    for path in (ROOT / "caddy").rglob("*.go"):
        if not path.name.endswith("_test.go"):
            read |= set(re.findall(r'"(GATEWAY_[A-Z_]*[A-Z])"', path.read_text()))
    return read


def test_gateway_settings_reach_it(render: Render) -> None:
    """The gateway gets each of its settings from the settings file."""
    # leaves out the engine's fixed name and port, compose/public.yaml's setting, and a cluster's authority
    others = {"GATEWAY_ENGINE_HOST", "GATEWAY_ENGINE_PORT", "GATEWAY_PUBLIC", "GATEWAY_AUTHORITY"}
    names = settings_of_the_gateway() - others
    source = {name: "ENGINE_MAX_REQUESTS" if name == "GATEWAY_MAX_IN_FLIGHT" else name for name in names}
    values = {setting: f"value-{number}" for number, setting in enumerate(sorted(source.values()))}
    environment = render("compose/public.yaml", **values)["services"]["gateway"]["environment"]
    assert {name: environment.get(name) for name in names} == {name: values[source[name]] for name in names}
    assert set(values) <= set(re.findall(r"^([A-Z_]+)=", (ROOT / "env/student.example.env").read_text(), re.MULTILINE))


def test_unmade_setting_is_empty(render: Render) -> None:
    environment = render()["services"]["gateway"]["environment"]
    assert not environment["GATEWAY_GRACE"], "empty, which main.go removes"


def test_no_keys_in_environments(render: Render) -> None:
    """No container gets a secret of the settings file."""
    for name, service in render("compose/public.yaml")["services"].items():
        assert not {"STUDENT_API_KEY", "TEACHER_API_KEY"} & service["environment"].keys(), name


def test_stack_fits_one_page() -> None:
    assert len((ROOT / "compose.yaml").read_text().splitlines()) < 200


@pytest.fixture
def unset(tmp_path: Path) -> Stack:
    return Stack(copy_project(tmp_path / "clone"), {})


def test_no_settings_names_make_init(unset: Stack) -> None:
    done = unset.compose("--profile", "llamacpp", "up")
    assert done.returncode != 0
    assert "no env/student.env, or no STACK_USER in it. Fix: make init" in done.stderr


def test_no_profile_starts_nothing(unset: Stack) -> None:
    unset.run(sys.executable, "-m", "ops.verbs.init", "COMPOSE_PROFILES=")
    done = unset.compose("up", "-d")
    assert done.returncode != 0
    assert "no service selected" in done.stderr
