"""What is said on a host without an engine; that one is really installed is seen on a fresh machine by .ci/run."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.conftest import Stack, copy_project


@pytest.fixture
def bare(tmp_path: Path) -> Stack:
    """A copy of the project on a host whose PATH has no docker."""
    for name in ("apt-get", "sh"):
        (tmp_path / "bin").mkdir(exist_ok=True)
        (tmp_path / "bin" / name).symlink_to(shutil.which(name) or "/bin/sh")
    return Stack(copy_project(tmp_path / "clone"), {"PATH": str(tmp_path / "bin")})


def ensure(stack: Stack, **environment: str) -> str:
    done = stack.run(sys.executable, "-m", "ops.install_docker", **stack.settings | environment)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return done.stderr


def test_no_install_prints_the_commands_and_installs_nothing(bare: Stack) -> None:
    message = ensure(bare, NO_INSTALL="1")
    assert message.startswith("ERROR docker is not installed, and NO_INSTALL is set. Fix: 'apt-get install docker.io")


def test_an_unreachable_docker_host_is_named_and_nothing_is_installed(bare: Stack) -> None:
    message = ensure(bare, DOCKER_HOST="tcp://127.0.0.1:9")
    assert "no Docker engine answers at DOCKER_HOST=tcp://127.0.0.1:9" in message


def test_another_distribution_is_told_what_to_install(bare: Stack) -> None:
    (Path(bare.settings["PATH"]) / "apt-get").unlink()
    assert "only Debian and Ubuntu hosts are set up by this command" in ensure(bare)


def test_a_user_outside_the_docker_group_is_told_the_group(bare: Stack) -> None:
    docker = Path(bare.settings["PATH"]) / "docker"
    docker.write_text(
        "#!/bin/sh\necho 'Got permission denied while trying to connect to the Docker daemon' >&2; exit 1\n"
    )
    docker.chmod(0o755)
    message = ensure(bare)
    assert message.startswith("ERROR Got permission denied")
    assert "usermod -aG docker" in message
