"""What several folders of tests share: a copy of the project as a newcomer gets it, and waiting with a deadline."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parent.parent

# no deadline: the machine is shared; CI tries the same examples each time, new ones are for developers
hypothesis.settings.register_profile("here", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("here")


NOT_A_USERS = ("STUDENT_", "COMPOSE_", "MAKE", "MFLAGS")
"""Prefixes of variables that a user's shell has not: settings, and what a make that runs the tests hands down."""


def wait_until(condition: Callable[[], bool], seconds: float, what: str) -> None:
    """Poll a condition until it holds; fail with ``what`` when the deadline passes."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"not within {seconds:g} s: {what}"
        time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def copy_project(target: Path) -> Path:
    """Copy what git would bring: tracked files and new ones, none that git ignores."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    for name in listed.stdout.split("\0"):
        source = ROOT / name
        if name and (source.is_symlink() or source.is_file()):
            destination = target / name
            destination.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, destination, follow_symlinks=False)
    return target


@dataclass(frozen=True)
class Stack:
    """A copy of the project with its own name and ports, so that no running stack is touched."""

    path: Path
    settings: dict[str, str]

    def run(self, *command: str, timeout: float = 600, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a command in the copy as from a user's shell: no setting of the tests leaks in, nor what runs them."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith(NOT_A_USERS)}
        return subprocess.run(
            command,
            cwd=self.path,
            env=clean | environment,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )

    def make(self, *arguments: str, timeout: float = 900, **environment: str) -> subprocess.CompletedProcess[str]:
        # The client's environment is the tests' own: what 'make up' would install is in it.
        venv = {"VENV": str(Path(sys.prefix)), "PYTHON": sys.executable}
        return self.run("make", *arguments, timeout=timeout, **venv, **environment)

    def compose(self, *arguments: str, timeout: float = 300) -> subprocess.CompletedProcess[str]:
        return self.run("docker", "compose", *arguments, timeout=timeout)

    def student(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the command 'student' in the copy, from the tests' environment."""
        return self.run(f"{sys.prefix}/bin/student", *arguments, timeout=180, **environment)

    def env_file(self) -> dict[str, str]:
        lines = (self.path / "env" / "student.env").read_text().splitlines()
        return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))

    @property
    def api(self) -> str:
        return f"http://localhost:{self.settings['GATEWAY_HTTP_PORT']}"

    @property
    def key(self) -> str:
        return self.env_file()["STUDENT_API_KEY"]


@pytest.fixture(scope="session")
def new_stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Stack]]:
    """Make copies of the project, each set up with its own name and ports, and remove them at the end."""
    made: list[Stack] = []
    client = Path(sysconfig.get_path("purelib"), "student_client.pth")
    ours = client.read_text() if client.exists() else None  # 'make up' in a copy makes it name the copy's client

    def new(name: str, **settings: str) -> Stack:
        http = free_port()
        own = {
            "COMPOSE_PROJECT_NAME": f"student-test-{name}-{os.getpid()}",
            "GATEWAY_HTTP_PORT": str(http),
            "STUDENT_API_BASE": f"http://localhost:{http}/v1",
            "GATEWAY_HTTPS_PORT": str(free_port()),
            "PROMETHEUS_PORT": str(free_port()),
            "GRAFANA_PORT": str(free_port()),
        } | settings
        stack = Stack(copy_project(tmp_path_factory.mktemp(name)), own)
        made.append(stack)
        init = stack.run(sys.executable, "-m", "ops.init", *(f"{key}={value}" for key, value in own.items()))
        assert init.returncode == 0, init.stdout + init.stderr
        return stack

    yield new
    for stack in made:
        stack.compose("down", "--remove-orphans", "--volumes", "--timeout=5")
    if ours is not None:
        client.write_text(ours)
