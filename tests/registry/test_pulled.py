"""The README's commands on a host whose registry answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import here
from tests.conftest import Stack
from tests.faults.own_docker import OwnDocker
from tests.project import PATIENT, own_settings, users
from tests.registry.registry import Registry
from tests.registry.world import pull_go, pull_vllm, pulled_copy

pytestmark = [
    pytest.mark.docker,
    pytest.mark.skipif(os.getuid() != 0, reason="only root may start dockerd; .ci/run is root"),
]

SUITES = ["tests/e2e", "tests/conformance", "tests/faults"]


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registry]:
    made = Registry(tmp_path_factory.mktemp("registry") / "own")
    yield made
    made.close()


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory, registry: Registry) -> Path:
    return pulled_copy(tmp_path_factory.mktemp("pulled") / "project", registry)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnDocker]:
    """A Docker without any image."""
    made = OwnDocker(tmp_path_factory.mktemp("engine") / "docker")
    try:
        made.start()
        yield made
    finally:
        made.remove()


def test_up_pulls_what_it_runs(copy: Path, engine: OwnDocker) -> None:
    gateway = here.image("gateway")  # is built only by 'make test-registry', as the build takes minutes
    engine.load(gateway)
    stack = Stack(copy, {"DOCKER_HOST": engine.host})
    own = [f"{name}={value}" for name, value in (own_settings("pulled") | PATIENT).items()]
    assert stack.run(sys.executable, "-m", "ops.verbs.init", *own).returncode == 0
    done = stack.make("up", **stack.settings)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "verified" in done.stdout.split("== 5")[1]
    assert "packages" not in stack.env_file()["COMPOSE_FILE"]
    listed = stack.run("docker", "compose", "images", "--format=json", **stack.settings).stdout
    pulled = {image["Repository"] for image in json.loads(listed)} - {gateway.partition(":")[0]}
    assert len(pulled) == 3
    assert all(name.startswith("localhost:") for name in pulled), pulled
    verified = stack.make("verify", **stack.settings)
    assert verified.returncode == 0, verified.stdout + verified.stderr
    assert stack.run("docker", "compose", "down", "--timeout=5", **stack.settings).returncode == 0


@pytest.mark.registry
@pytest.mark.timeout(10800)
def test_suites_pass_when_pulled(copy: Path, registry: Registry, engine: OwnDocker) -> None:
    """The suites of 'make test' pass there, with vLLM's image, too."""
    pull_go(copy, registry)
    pull_vllm(copy, registry)
    engine.docker("rmi", "--force", here.image("gateway"))
    environment = users(os.environ) | {"DOCKER_HOST": engine.host}

    def run(*command: str) -> None:
        done = subprocess.run([sys.executable, "-m", *command], cwd=copy, env=environment, check=False)
        assert done.returncode == 0, command

    run("tests.prepare", "llamacpp", "vllm")
    names = engine.docker("image", "ls", "--format={{.Repository}}").split()
    assert [name for name in names if name.startswith("student-llm/")] == ["student-llm/gateway"], "no engine is built"
    run("pytest", "-m", "not registry", "--durations=15", *SUITES)
