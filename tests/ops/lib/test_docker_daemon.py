"""Kinds of Docker that are refused, by their own description."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ops.install import docker as install_docker
from ops.lib import docker_daemon

DOCKER = {"Version": "28.5.1", "Components": [{"Name": "Engine"}, {"Name": "containerd"}]}
PLAIN = {"OSType": "linux", "SecurityOptions": ["name=apparmor", "name=seccomp,profile=builtin", "name=cgroupns"]}


@pytest.mark.parametrize(
    ("version", "info", "what"),
    [
        ({"Components": [{"Name": "Podman Engine", "Version": "5.6.2"}]}, PLAIN, "this is Podman's socket"),
        (DOCKER, PLAIN | {"SecurityOptions": ["name=seccomp,profile=builtin", "name=rootless"]}, "runs rootless"),
        (DOCKER, PLAIN | {"SecurityOptions": ["name=userns"]}, "userns-remap"),
        (DOCKER, PLAIN | {"OSType": "windows"}, "Docker runs windows containers"),
    ],
)
def test_obstacle_names_the_cause(version: dict[str, Any], info: dict[str, Any], what: str) -> None:
    """A Docker that cannot run the stack is refused with its reason."""
    found = docker_daemon.obstacle(version, info)
    assert found is not None
    assert what in found[0]
    assert found[1]


@pytest.mark.parametrize("info", [PLAIN, {}, {"SecurityOptions": None}, PLAIN | {"SecurityOptions": ["name=selinux"]}])
def test_obstacle_passes_docker(info: dict[str, Any]) -> None:
    assert docker_daemon.obstacle(DOCKER, info) is None
    assert docker_daemon.obstacle({}, info) is None


@pytest.mark.parametrize(
    ("place", "elsewhere"),
    [
        ("", False),
        ("unix:///run/user/1000/docker.sock", False),
        ("tcp://127.0.0.1:2375", False),
        ("tcp://[::1]:2375", False),
        ("ssh://me@localhost", False),
        ("tcp://far.example:2376", True),
        ("ssh://me@far.example", True),
        ("tcp://10.0.0.7:2375", True),
    ],
)
def test_is_elsewhere(place: str, elsewhere: bool) -> None:
    assert docker_daemon.is_elsewhere(place) is elsewhere


@pytest.mark.docker
def test_check_passes_here() -> None:
    assert docker_daemon.check().status == "ok"


@pytest.mark.docker
def test_check_refuses_remote_docker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install_docker, "endpoint", lambda: "ssh://me@far.example")
    check = docker_daemon.check()
    assert check.status == "failed"
    assert check.found.startswith("Docker at ssh://me@far.example is another host's, and its containers cannot read ")


@pytest.mark.parametrize(("kind", "status"), [("container_file_t", "ok"), ("user_home_t", "failed")])
def test_selinux_reads_labels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, status: str) -> None:
    (tmp_path / "state" / "secrets").mkdir(parents=True)
    (tmp_path / "state" / "secrets" / "engine_key").touch()
    monkeypatch.setattr(docker_daemon, "ROOT", tmp_path)
    monkeypatch.setattr(docker_daemon, "STATE", tmp_path / "state")
    monkeypatch.setattr(docker_daemon, "_asked", lambda _: {"SecurityOptions": ["name=seccomp", "name=selinux"]})
    monkeypatch.setattr(docker_daemon, "label", lambda _: f"system_u:object_r:{kind}:s0")
    check = docker_daemon.selinux()
    assert check.status == status
    assert (check.fix == "chcon -R -t container_file_t state/secrets") is (status == "failed")


def test_selinux_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docker_daemon, "_asked", lambda _: PLAIN)
    assert docker_daemon.selinux().status == "n/a"


def test_label_is_empty_without_one(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert docker_daemon.label(tmp_path / "file") == ""
    assert docker_daemon.label(tmp_path / "none") == ""
