"""What compose.yaml promises, read from what Compose renders: needs the docker command, and no engine."""

from __future__ import annotations

import itertools
import re
import sys
from pathlib import Path

import pytest

from tests.compose.conftest import USER, Render
from tests.conftest import ROOT, Stack, copy_project

ENGINES = ["llamacpp"]


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
            if re.search(r"(?i)key|password|token", setting):
                assert value.startswith("/run/secrets/"), f"{name}: {setting}"


def test_no_container_gets_the_docker_socket(render: Render) -> None:
    for name, service in render()["services"].items():
        for volume in service.get("volumes", []):
            assert "docker.sock" not in volume["source"], name


def test_every_pulled_image_is_pinned_by_tag_and_digest(render: Render) -> None:
    for overlays in ((), ("compose/cpu.yaml",)):
        for name, service in render(*overlays)["services"].items():
            pinned = r"[a-z.]+/[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}"
            assert "build" in service or re.fullmatch(pinned, service["image"]), f"{name}: {service['image']}"


def test_the_engine_reserves_the_gpu(render: Render) -> None:
    devices = render()["services"]["llamacpp"]["deploy"]["resources"]["reservations"]["devices"]
    assert [(device["driver"], device["capabilities"]) for device in devices] == [("nvidia", ["gpu"])]


def test_every_setting_that_compose_reads_is_in_the_example(render: Render) -> None:
    example = (ROOT / "env" / "student.example.env").read_text()
    read = set()
    for path in [ROOT / "compose.yaml", *(ROOT / "compose").glob("*.yaml")]:
        read |= set(re.findall(r"\$\{([A-Z_]+)", path.read_text()))
    assert read - {"BUILD_CA_BUNDLE"} <= set(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE))


def test_the_stack_fits_one_page() -> None:
    assert len((ROOT / "compose.yaml").read_text().splitlines()) < 160


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
