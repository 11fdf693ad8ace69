"""Messages on a host without Docker. Only .ci/run on a fresh machine tests the installation itself."""

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
    return Stack(copy_project(tmp_path / "clone"), {"PATH": str(tmp_path / "bin"), "DOCKER_HOST": "", "NO_INSTALL": ""})


def ensure(stack: Stack, **environment: str) -> str:
    done = stack.run(sys.executable, "-m", "ops.install.docker", **stack.settings | environment)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return done.stderr


def test_no_install_shows_commands(bare: Stack) -> None:
    """It installs nothing."""
    message = ensure(bare, NO_INSTALL="1")
    assert message.startswith("ERROR docker is not installed, and NO_INSTALL is set. Fix: 'apt-get install docker.io")


def test_unreachable_docker_host(bare: Stack) -> None:
    """The message names it, and nothing is installed."""
    message = ensure(bare, DOCKER_HOST="tcp://127.0.0.1:9")
    assert "Docker does not answer at tcp://127.0.0.1:9: docker is not installed" in message


def test_no_apt_says_what_to_install(bare: Stack) -> None:
    (Path(bare.settings["PATH"]) / "apt-get").unlink()
    assert "docker is not installed, and 'make docker' supports Debian and Ubuntu, not " in ensure(bare)


def test_user_outside_the_group(bare: Stack) -> None:
    docker = Path(bare.settings["PATH"]) / "docker"
    docker.write_text(
        "#!/bin/sh\necho 'Got permission denied while trying to connect to the Docker daemon' >&2; exit 1\n"
    )
    docker.chmod(0o755)
    message = ensure(bare)
    assert message.startswith("ERROR this user may not use Docker")
    assert "usermod -aG docker" in message
