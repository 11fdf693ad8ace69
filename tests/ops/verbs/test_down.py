"""Only a stack's own folder can change the stack."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ops.lib.containers import LABEL
from tests import here
from tests.conftest import Stack, copy_project

pytestmark = pytest.mark.docker


@pytest.fixture
def second(tmp_path: Path) -> Iterator[tuple[Stack, str]]:
    """A second checkout, and the container of the first one's stack, which has the same name."""
    stack = Stack(copy_project(tmp_path / "second"), {})
    done = stack.run(sys.executable, "-m", "ops.verbs.init", f"COMPOSE_FILE={here.compose_file()}")
    assert done.returncode == 0, done.stderr
    (tmp_path / "first").mkdir()
    (tmp_path / "first" / "compose.yaml").touch()
    name = stack.env_file()["COMPOSE_PROJECT_NAME"]
    labels = {"project": name, "service": "gateway", "project.working_dir": tmp_path / "first"}
    options = [f"--label={LABEL}{label}={value}" for label, value in labels.items()]
    create = ["docker", "create", *options, here.image("gateway")]
    container = subprocess.run(create, check=True, capture_output=True, text=True).stdout.strip()
    yield stack, container
    subprocess.run(["docker", "rm", "-f", container], check=False, capture_output=True)


@pytest.mark.parametrize("verb", ["down", "verify", "download"])
def test_other_folders_stack_is_kept(second: tuple[Stack, str], tmp_path: Path, verb: str) -> None:
    stack, container = second
    done = stack.make(verb)
    assert done.returncode == 2, done.stdout
    name = stack.env_file()["COMPOSE_PROJECT_NAME"]
    assert f"ERROR the stack {name!r} on this host belongs to {tmp_path}/first. Fix: 'make down' in" in done.stderr
    assert stack.run("docker", "inspect", container).returncode == 0


def test_preflight_names_other_folder(second: tuple[Stack, str], tmp_path: Path) -> None:
    """'make init' does not wait for the other folder's gateway."""
    stack, _ = second
    assert f"belongs to {tmp_path}/first. Fix: 'make down' in" in stack.make("preflight").stdout
    assert stack.make("init").returncode == 0


def test_no_stack_is_no_failure(tmp_path: Path) -> None:
    stack = Stack(copy_project(tmp_path / "alone"), {})
    assert stack.run(sys.executable, "-m", "ops.verbs.init").returncode == 0
    done = stack.make("down")
    assert done.returncode == 0, done.stderr
