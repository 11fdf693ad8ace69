"""A user who may not use Docker: nothing is known of the stack's containers, so nothing is taken for stopped."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.conftest import Stack, copy_project

SAYS = "permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock"
FAULT = "this user may not use Docker. Fix: sudo usermod -aG docker $USER, log in again, and run the same command"


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Stack:
    made = Stack(copy_project(tmp_path_factory.mktemp("forbidden") / "clone"), {})
    assert made.run(sys.executable, "-m", "ops.verbs.init").returncode == 0
    return made


@pytest.fixture
def forbidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A docker that refuses this user."""
    docker = tmp_path / "docker"
    docker.write_text(f"#!/bin/sh\necho '{SAYS}' >&2\nexit 1\n")
    docker.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")


@pytest.mark.usefixtures("forbidden")
@pytest.mark.parametrize(
    "verb",
    ["up", "down", "verify", "key-add NAME=a", "key-rotate NAME=student", "uninstall YES=1", "use MODEL=qwen3-8b"],
)
def test_forbidden_docker_is_one_line(stack: Stack, verb: str) -> None:
    """The verb changes nothing: the stack may run."""

    def files() -> dict[Path, bytes]:
        kept = [*stack.path.glob("state/*/*"), *stack.path.glob("env/*.env")]
        return {path: path.read_bytes() for path in kept if path.is_file()}

    before = files()
    done = stack.make(*verb.split())
    assert [line for line in done.stderr.splitlines() if not line.startswith("make: ")] == [f"ERROR {FAULT}"]
    assert files() == before


@pytest.mark.usefixtures("forbidden")
def test_doctor_of_forbidden_docker(stack: Stack) -> None:
    done = stack.make("doctor")
    assert f"   failed docker   {FAULT}\n" in done.stdout
    assert "   ok     settings" in done.stdout
    assert "the host is not ready (docker" in done.stderr
