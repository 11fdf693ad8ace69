"""Shared by the tests: a copy of the project as a newcomer gets it, and waiting with a deadline."""

from __future__ import annotations

import functools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import hypothesis
import pytest

from ops.lib import checkouts
from ops.lib.docker_errors import COLLISION
from tests import here
from tests.nvidia_smi import put_nvidia_smi
from tests.project import KUBECTL, PATIENT, PROXIES, ROOT, copy_project, free_port, own_environment, own_settings, users

STACKS = {"bench", "caddy", "client", "clients", "compose", "e2e", "faults", "grafana", "prometheus"}

__all__ = ["ROOT", "Stack", "copy_project", "free_port", "make_stacks", "wait_until"]

os.environ["PATH"] += f":{KUBECTL}"

# sets no deadline on a shared machine; CI tries the same examples each time, developers new ones
hypothesis.settings.register_profile("here", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("here")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let one process run all tests of a group in order, so that a stack is made once.

    Of the tests that need Docker, the group "host" has those that start a second Docker or check the whole host, such
    as the addresses that a container reaches. The group "stacks" has the folders whose tests check their containers.
    Any process runs whole modules of the rest. A folder's own hook marks its tests first.
    """
    if item.get_closest_marker("vllm") and not item.get_closest_marker("timeout"):
        item.add_marker(pytest.mark.timeout(1800))  # a busy host takes minutes to start it
    if item.get_closest_marker("xdist_group"):
        return
    group = item.path.stem
    if item.get_closest_marker("docker"):
        folder = item.path.relative_to(item.config.rootpath).parts[1]
        group = "stacks" if folder in STACKS else "host"
    item.add_marker(pytest.mark.xdist_group(group))


@functools.cache
def _stale() -> list[str]:
    return here.stale()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Refuse images of other files, such as an old clone's or those before the last edit; GATEWAY_IMAGE names its own.

    It asks before any fixture, since some take the place of the host's Docker.
    """
    if item.get_closest_marker("docker") and "GATEWAY_IMAGE" not in os.environ and _stale():
        pytest.fail(f"built from other files: {', '.join(_stale())}. Fix: python3 -m tests.prepare llamacpp")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show the figures that tests recorded with ``record_property("measured", line)``, from all processes."""
    reports = terminalreporter.getreports("passed")
    lines = [str(line) for report in reports for name, line in report.user_properties if name == "measured"]
    if lines:
        terminalreporter.section("measured")
    for line in lines:
        terminalreporter.write_line(line)


@pytest.fixture(scope="session", autouse=True)
def any_host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Make tests independent of the shell and of a GPU of this host: a test that needs a GPU simulates it."""
    before, mask = dict(os.environ), os.umask(0o022)
    interrupts = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores them
    os.environ.clear()
    os.environ.update(users(before))
    if before.get("TEST_HARDWARE") != "GPU":
        os.environ["PATH"] = f"{put_nvidia_smi(tmp_path_factory.mktemp('no-gpu'))}:{before['PATH']}"
    yield
    made = tmp_path_factory.getbasetemp().resolve()
    for folder in (folder for folder in checkouts.others() if Path(folder).is_relative_to(made)):
        checkouts.forget(folder)
    os.environ.clear()
    os.environ.update(before)
    os.umask(mask)
    signal.signal(signal.SIGINT, interrupts)


@pytest.fixture(scope="session")
def without_docker(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for PATH, with which docker is not installed."""
    folder = tmp_path_factory.mktemp("without-docker")
    program = folder / "docker"
    program.write_text("#!/bin/sh\necho \"docker: not found; this test has no mark 'docker'\" >&2\nexit 127\n")
    program.chmod(0o755)
    return folder


@pytest.fixture(autouse=True)
def _docker_for_its_mark_alone(request: pytest.FixtureRequest, without_docker: Path) -> Iterator[None]:
    """Let 'make test-unit' run without Docker and proxies: hide them from tests without the mark."""
    before = dict(os.environ)
    if request.node.get_closest_marker("docker") is None:
        os.environ["PATH"] = f"{without_docker}:{before['PATH']}"
        for name in PROXIES & before.keys():
            del os.environ[name]
    yield
    for name in PROXIES & before.keys() | {"PATH"}:
        os.environ[name] = before[name]


def wait_until(condition: Callable[[], bool], seconds: float, what: str) -> None:
    """Poll a condition until it holds; fail with ``what`` when the deadline passes.

    The deadline only ends a test that hangs, so it is at least three minutes, for a busy host. A test of a promised
    time measures the time itself.
    """
    deadline = time.monotonic() + max(seconds, 180)
    while not condition():
        assert time.monotonic() < deadline, f"not within {seconds:g} s: {what}"
        time.sleep(0.05)


@dataclass(frozen=True)
class Stack:
    """A copy of the project with its own name and ports, so that no running stack is touched."""

    path: Path
    settings: dict[str, str]

    def run(self, *command: str, timeout: float = 600, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a command in the copy as from a user's shell, without variables of the tests or of their runner."""
        return subprocess.run(
            command,
            cwd=self.path,
            env=users(os.environ) | environment,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )

    def make(self, *arguments: str, timeout: float = 900, **environment: str) -> subprocess.CompletedProcess[str]:
        own_environment(self.path)
        return self.run("make", *arguments, timeout=timeout, PYTHON=sys.executable, **environment)

    def compose(self, *arguments: str, timeout: float = 300) -> subprocess.CompletedProcess[str]:
        done = self.run("docker", "compose", *arguments, timeout=timeout)
        if done.returncode and COLLISION in done.stderr:  # another test made a network at the same moment
            done = self.run("docker", "compose", *arguments, timeout=timeout)
        return done

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


def make_stacks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Stack]]:
    """Make copies of the project, each set up with its own name and ports, and remove them at the end."""
    made: list[Stack] = []

    def new(name: str, **settings: str) -> Stack:
        own = own_settings(name) | PATIENT | settings
        stack = Stack(copy_project(tmp_path_factory.mktemp(name)), own)
        made.append(stack)
        init = stack.run(sys.executable, "-m", "ops.verbs.init", *(f"{key}={value}" for key, value in own.items()))
        assert init.returncode == 0, init.stdout + init.stderr
        return stack

    yield new
    for stack in made:
        stack.compose("down", "--remove-orphans", "--volumes", "--timeout=5")


# removes stacks after each module: Docker has room for about 30 networks, and a stack needs four
new_stack = pytest.fixture(scope="module", name="new_stack")(make_stacks)
