from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx2
import pytest

from ops.lib import systemd_unit
from ops.lib.console import Failure
from ops.verbs import boot
from tests import here
from tests.conftest import Stack, copy_project, wait_until

ODD = 'a "clone", 100%n $HOME \\n it\'s'  # systemd would read quotes, specifiers, variables, escapes


def clone(folder: Path) -> Stack:
    stack = Stack(copy_project(folder), {})
    assert stack.make("init").returncode == 0
    return stack


def unit_of(stack: Stack, **environment: str) -> str:
    """Return the unit that the clone makes."""
    script = "from ops.lib import systemd_unit; print(systemd_unit.unit('root', systemd_unit._environment()))"
    done = stack.run(sys.executable, "-c", script, PYTHONPATH=".", **environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


def value(unit: str, name: str) -> str:
    (found,) = [line.partition("=")[2] for line in unit.splitlines() if line.startswith(f"{name}=")]
    return found.replace("%%", "%")


def command(unit: str, name: str) -> list[str]:
    return [word.replace("$$", "$") for word in shlex.split(value(unit, name))]


def carry_out(unit: str, name: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the unit in the folder and the environment that systemd would use."""
    variables = [
        shlex.split(line.partition("=")[2])[0] for line in unit.splitlines() if line.startswith("Environment=")
    ]
    environment = dict(variable.replace("%%", "%").split("=", 1) for variable in variables)
    return subprocess.run(
        command(unit, name),
        cwd=value(unit, "WorkingDirectory"),
        env={"HOME": str(Path.home()), **environment},
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip


def systemd_says(path: Path) -> str:
    done = subprocess.run(["systemd-analyze", "verify", str(path)], capture_output=True, text=True, check=False)
    about_this = [line for line in (done.stdout + done.stderr).splitlines() if path.name in line]
    return "\n".join(about_this)


needs_systemd = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs the package systemd")


@needs_systemd
@pytest.mark.parametrize("name", ["clone", "two words", ODD])
def test_systemd_accepts_the_unit(name: str, tmp_path: Path) -> None:
    unit = tmp_path / "student-llm.service"
    unit.write_text(unit_of(Stack(copy_project(tmp_path / name), {}), DOCKER_HOST="unix:///run/100% mine.sock"))
    assert systemd_says(unit) == ""


@needs_systemd
def test_systemd_rejects_a_bad_unit(tmp_path: Path) -> None:
    unit = tmp_path / "student-llm.service"
    text = unit_of(Stack(copy_project(tmp_path / "clone"), {}))
    unit.write_text(text.replace("ExecStart=", "ExecStart=relative"))
    assert "Unit configuration has fatal error" in systemd_says(unit)


def test_unit_names_its_folder(tmp_path: Path) -> None:
    """The unit's folder and commands are right even with unusual characters."""
    stack = Stack(copy_project(tmp_path / ODD), {})
    unit = unit_of(stack, DOCKER_HOST="unix:///run/mine.sock")
    assert value(unit, "WorkingDirectory") == str(stack.path)
    for name, verb in (("ExecStart", "start"), ("ExecStop", "stop")):
        assert command(unit, name) == [sys.executable, "-m", "ops.verbs.boot", verb]
    assert 'Environment="DOCKER_HOST=unix:///run/mine.sock"' in unit
    assert "After=docker.service" in unit
    assert "WantedBy=multi-user.target" in unit


class Systemd:
    """A folder for units, and a fake systemctl that records its commands."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.units, self.log = folder / "units", folder / "log"
        self.units.mkdir()
        systemctl = folder / "systemctl"
        systemctl.write_text(f"#!/bin/sh\necho \"$*\" >> '{self.log}'\n")
        systemctl.chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
        monkeypatch.setattr(systemd_unit, "UNITS", self.units)
        monkeypatch.setattr(systemd_unit, "SYSTEMD", folder)
        settings = folder / "student.env"
        settings.write_text("COMPOSE_PROJECT_NAME=mine\n")
        monkeypatch.setattr(systemd_unit.env_file, "ENV_FILE", settings)
        monkeypatch.setattr(systemd_unit.env_file, "read", dict)
        monkeypatch.setattr(systemd_unit.compose, "name", lambda: self.name)
        monkeypatch.setattr(systemd_unit.os, "geteuid", lambda: 0)
        self.name = "mine"

    def asked(self) -> list[str]:
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return lines

    def there(self) -> list[str]:
        return sorted(path.name for path in self.units.iterdir())


@pytest.fixture
def systemd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Systemd:
    return Systemd(tmp_path, monkeypatch)


def test_install_and_remove(systemd: Systemd) -> None:
    systemd_unit.install()
    assert systemd.there() == ["mine.service"]
    assert (systemd.units / "mine.service").stat().st_mode & 0o777 == 0o644
    assert systemd.asked() == ["daemon-reload", "enable mine.service", "start mine.service"]
    systemd_unit.install()
    assert systemd.there() == ["mine.service"]
    systemd.name = "renamed"
    systemd.asked()
    systemd_unit.install()
    assert systemd.there() == ["renamed.service"]
    assert systemd.asked()[0] == "disable mine.service"
    systemd_unit.remove()
    assert systemd.there() == []
    assert systemd.asked() == ["disable renamed.service", "daemon-reload"]
    systemd_unit.remove()
    assert systemd.asked() == []


def test_foreign_unit_is_kept(systemd: Systemd) -> None:
    systemd_unit.install()
    unit = systemd.units / "mine.service"
    for text in (
        unit.read_text().replace(f"WorkingDirectory={systemd_unit.ROOT}", "WorkingDirectory=/else"),
        "[Unit]\n",
    ):
        unit.write_text(text)
        with pytest.raises(Failure, match=r"mine\.service exists and is not this folder's"):
            systemd_unit.install()
        systemd_unit.remove()
        assert unit.read_text() == text


def test_no_systemd_is_one_line(systemd: Systemd, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The failure has the fix."""
    monkeypatch.setattr(systemd_unit, "SYSTEMD", tmp_path / "none")
    monkeypatch.setattr(systemd_unit, "OPENRC", tmp_path / "none")
    with pytest.raises(Failure, match=r"not run by systemd; .* Fix: have this host's init system start dockerd"):
        systemd_unit.install()
    monkeypatch.setattr(systemd_unit, "OPENRC", tmp_path)
    with pytest.raises(Failure, match="Fix: rc-update add docker default"):
        systemd_unit.install()
    assert systemd.there() == []


def test_only_root_installs(systemd: Systemd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(systemd_unit.os, "geteuid", lambda: 1000)
    with pytest.raises(Failure, match="Fix: sudo make boot"):
        systemd_unit.install()
    assert systemd.there() == []


def test_start_waits_for_docker(monkeypatch: pytest.MonkeyPatch) -> None:
    answers, commands = iter(["no answer", "no answer", ""]), []
    monkeypatch.setattr(boot.install_docker, "docker_error", lambda: next(answers))
    monkeypatch.setattr(boot, "run", lambda command, **_: commands.append(command))
    monkeypatch.setattr(boot.time, "sleep", lambda _: None)
    boot.start()
    assert next(answers, None) is None
    assert len(commands) == 1
    monkeypatch.setattr(boot.install_docker, "docker_error", lambda: "no answer")
    monkeypatch.setattr(boot, "DOCKER_SECONDS", -1)
    with pytest.raises(Failure, match=r"Docker did not answer within .*: no answer"):
        boot.start()


@pytest.mark.docker
def test_unit_starts_chosen_engine(new_stack: Callable[..., Stack]) -> None:
    """Its stop command stops the stack."""
    stack = new_stack("boot", COMPOSE_FILE=here.compose_file(), COMPOSE_PROFILES="tgi")
    assert stack.make("images", "PROFILE=llamacpp").returncode == 0
    created = stack.compose("--profile=llamacpp", "create")  # chooses an engine beside the settings
    assert created.returncode == 0, created.stderr
    unit = unit_of(stack)

    def running() -> set[str]:
        return set(stack.compose("--profile=llamacpp", "ps", "--services", "--status=running").stdout.split())

    try:
        for _ in range(2):  # imitates two starts of the host
            started = carry_out(unit, "ExecStart")
            assert started.returncode == 0, started.stderr
            assert running() == here.stack_services()
            wait_until(lambda: answers(stack), 90, "the engine that was chosen answers")
            stopped = carry_out(unit, "ExecStop")
            assert stopped.returncode == 0, stopped.stderr
            assert running() == set()
    finally:  # removes the engine that the fixture's 'down' does not know
        assert stack.make("down").returncode == 0
    assert not stack.compose("--profile=*", "ps", "--all", "--quiet").stdout


def answers(stack: Stack) -> bool:
    try:
        return httpx2.get(f"{stack.api}/health", timeout=5).status_code == 200
    except httpx2.TransportError:
        return False


@pytest.mark.docker
def test_start_fetches_no_image(new_stack: Callable[..., Stack]) -> None:
    """The network may be down at boot: a missing image is reported immediately, not pulled."""
    stack = new_stack("boot-away", COMPOSE_FILE=here.compose_file())
    overlay = stack.path / "compose" / "away.yaml"
    overlay.write_text("services: {prometheus: {image: 'registry.invalid/not-here:1', build: !reset null}}\n")
    settings = stack.path / "env" / "student.env"
    files = f"COMPOSE_FILE={here.compose_file()}"
    settings.write_text(settings.read_text().replace(files, f"{files}:compose/away.yaml"))
    done = carry_out(unit_of(stack), "ExecStart")
    assert done.returncode
    assert "not-here:1" in done.stderr
    assert "lookup" not in done.stderr
    assert "ERROR the stack did not start" in done.stderr
