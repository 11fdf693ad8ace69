"""The owner of a container, and the engine in use."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ops.lib import compose, docker_errors, env_file
from ops.lib.console import ROOT, Failure
from ops.lib.containers import LABEL, Container
from tests import here

SETTINGS = {"COMPOSE_PROFILES": "llamacpp"}
NAME = f"student-test-labels-{os.getpid()}"
Make = Callable[..., None]


def container(service: str, folder: Path = ROOT, state: str = "running") -> Container:
    return Container(service, NAME, service, folder, state, "", 0, {})


@pytest.fixture
def stack(monkeypatch: pytest.MonkeyPatch) -> Make:
    """Pretend that the host has these containers."""
    return lambda *found: monkeypatch.setattr(compose, "every", lambda _: list(found))


def test_in_use_is_what_runs(stack: Make) -> None:
    stack(container("gateway"), container("vllm"))
    assert compose.running_engine() == "vllm"
    assert compose.in_use(SETTINGS) == {"COMPOSE_PROFILES": "vllm"}


@pytest.mark.parametrize(
    "found",
    [(), (container("vllm", state="exited"),), (container("vllm", Path("/srv/other")),), (container("llamacpp"),)],
)
def test_in_use_is_the_settings(stack: Make, found: tuple[Container, ...]) -> None:
    """The settings' engine is in use if no other engine of this folder runs."""
    stack(*found)
    assert compose.in_use(SETTINGS) == SETTINGS
    assert compose.in_use({"COMPOSE_PROFILES": "llamacpp,more"}) == {"COMPOSE_PROFILES": "llamacpp,more"}


def test_refuse_another_names_it(stack: Make, tmp_path: Path) -> None:
    """The failure names the other folder and the fix."""
    (tmp_path / "compose.yaml").touch()
    stack(container("gateway", tmp_path))
    expected = f"belongs to {tmp_path}. Fix: 'make down' in {tmp_path}; or another COMPOSE_PROJECT_NAME"
    with pytest.raises(Failure, match=re.escape(expected)):
        compose.refuse_another()
    assert compose.containers() == []
    assert not compose.runs("gateway")


def test_refuse_another_of_lost_folder(stack: Make) -> None:
    """The fix stops that stack by its name."""
    stack(container("gateway", Path("/nowhere/at/all")))
    with pytest.raises(Failure, match=r"which is gone\. Fix: docker compose --project-name=\S+ down"):
        compose.refuse_another()


def test_linked_folder_is_the_same(stack: Make, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(ROOT)
    stack(container("gateway", tmp_path / "link"))
    assert compose.another() is None
    stack(container("gateway", tmp_path / "link"))
    assert compose.runs("gateway")


@pytest.fixture
def labelled(monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """Make containers with a stack's labels, like Compose."""
    monkeypatch.setenv("COMPOSE_PROJECT_NAME", NAME)
    ids: list[str] = []

    def make(service: str, folder: str) -> None:
        labels = {"project": NAME, "service": service, "project.working_dir": folder}
        options = [f"--label={LABEL}{name}={value}" for name, value in labels.items()]
        create = ["docker", "create", *options, here.image("gateway")]
        ids.append(subprocess.run(create, check=True, capture_output=True, text=True).stdout.strip())

    yield make
    subprocess.run(["docker", "rm", "-f", *ids], check=False, capture_output=True)


@pytest.mark.docker
def test_containers_by_labels(labelled: Make) -> None:
    labelled("gateway", str(ROOT))
    labelled("prometheus", "")  # imitates a program other than Compose
    labelled("vllm", "/srv/other checkout")
    assert [(each.service, each.status) for each in compose.containers()] == [("gateway", "created")]
    other = compose.another()
    assert other is not None
    assert other[0] == f"the stack {NAME!r} on this host belongs to /srv/other checkout, which is gone"


@pytest.mark.docker
def test_another_gone(labelled: Make, tmp_path: Path) -> None:
    """A folder that Docker made again for a mount is not a stack's."""
    (tmp_path / "state").mkdir()
    labelled("gateway", str(tmp_path))
    other = compose.another()
    assert other is not None
    assert "which is gone" in other[0]


def test_name_precedence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The shell's name comes first, then the file's, then the example's."""
    file, example = tmp_path / "student.env", tmp_path / "example.env"
    example.write_text("COMPOSE_PROJECT_NAME=of-the-example\n")
    monkeypatch.setattr(env_file, "ENV_FILE", file)
    monkeypatch.setattr(env_file, "EXAMPLE", example)
    monkeypatch.delenv("COMPOSE_PROJECT_NAME", raising=False)
    assert compose.name() == "of-the-example"
    file.write_text("COMPOSE_PROJECT_NAME=of-the-file\n")
    assert compose.name() == "of-the-file"
    monkeypatch.setenv("COMPOSE_PROJECT_NAME", "of-the-shell")
    assert compose.name() == "of-the-shell"


def test_run_tries_a_collision_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first call fails as Docker 20.10 does, the second succeeds; another failure is not tried again."""
    docker, calls = tmp_path / "docker", tmp_path / "calls"
    docker.write_text(
        f'#!/bin/sh\necho "$@" >> {calls}\n[ "$(wc -l < {calls})" = 1 ] || exit ${{LATER:-0}}\n'
        f'echo "failed to create network: {docker_errors.COLLISION} rule in FORWARD chain" >&2\nexit 1\n'
    )
    docker.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    compose.run(["up"], what="it failed", fix="nothing")
    assert calls.read_text() == "compose up\n" * 2
    calls.unlink()
    monkeypatch.setenv("LATER", "3")
    with pytest.raises(Failure, match="it failed"):
        compose.run(["up"], what="it failed", fix="nothing")
    assert calls.read_text() == "compose up\n" * 2
