"""images/engine.sh and check.sh by themselves, in an engine's container: the exit codes that Docker gets."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.caddy.gateway_box import docker
from tests.conftest import ROOT, wait_until
from tests.faults.fault import tools

pytestmark = pytest.mark.docker

LEFT_DOWN = "ERROR the engine failed to load 5 times in a row and stays down. Fix: correct what the lines above say"


class Box:
    """A container with engine.sh as its program; an engine is a line of shell here."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.name = f"student-engine-test-{uuid.uuid4().hex[:8]}"
        self.cache = folder / "cache"
        self.cache.mkdir(exist_ok=True)
        self.options = ["--name", self.name, "--init", "--network=none", "--read-only", *options]
        self.options += ["-v", f"{ROOT}/images/engine.sh:/engine.sh:ro", "-v", f"{self.cache}:/cache"]

    def start(self, engine: str) -> Box:
        docker("run", "-d", *self.options, "--entrypoint=sh", tools(), "/engine.sh", "sh", "-c", engine)
        return self

    def state(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(docker("inspect", self.name).stdout)[0]
        return found["State"] | {"RestartCount": found["RestartCount"]}

    def ended(self, engine: str) -> int:
        """Start an engine that ends, and return the container's exit code."""
        self.start(engine)
        return int(docker("wait", self.name).stdout)

    def logs(self) -> str:
        done = docker("logs", self.name)
        return done.stdout + done.stderr

    def tries(self) -> str:
        file = self.cache / "tries"
        return file.read_text() if file.exists() else ""


@pytest.fixture
def box(tmp_path: Path) -> Iterator[Callable[..., Box]]:
    made: list[Box] = []

    def new(*options: str) -> Box:
        made.append(Box(tmp_path, *options))
        return made[-1]

    yield new
    for each in made:
        docker("rm", "-f", each.name, check=False)


@pytest.mark.proves("reliability/model-does-not-load")
def test_fifth_failed_load_is_the_last(box: Callable[..., Box]) -> None:
    """It stays down until someone starts it again."""
    engine = box("--restart=on-failure").start("echo no such model; exit 3")
    for time in (1, 2):
        wait_until(lambda time=time: engine.logs().count(LEFT_DOWN) == time, 30, "it stays down")
        wait_until(lambda: engine.state()["Status"] == "exited", 10, "it has ended")
        assert (engine.state()["ExitCode"], engine.state()["RestartCount"]) == (0, 4)
        assert engine.logs().count("no such model") == 5 * time
        assert LEFT_DOWN in engine.logs().splitlines()[-1]
        docker("start", engine.name)


@pytest.mark.proves("reliability/engine-crashes-repeatedly")
@pytest.mark.parametrize(("code", "told"), [(3, 3), (0, 1), (139, 139)])
def test_engine_exit_is_a_failure(box: Callable[..., Box], code: int, told: int) -> None:
    engine = box()
    assert engine.ended(f"exit {code}") == told
    assert engine.tries().split()[1:] == ["1"]


def test_loads_counted_per_container(box: Callable[..., Box]) -> None:
    first, second = box(), box()
    for engine in (first, second):
        engine.ended("exit 3")
        docker("start", engine.name)
        docker("wait", engine.name)
        container = docker("inspect", "-f", "{{.Config.Hostname}}", engine.name).stdout.strip()
        assert engine.tries().split() == [container, "2"]


@pytest.mark.parametrize("content", ["", "x", "x y z\n", "5\n", "\0\0\0"])
def test_damaged_count_restarts(box: Callable[..., Box], content: str) -> None:
    engine = box()
    (engine.cache / "tries").write_text(content)
    assert engine.ended("exit 3") == 3
    assert engine.tries().split()[1:] == ["1"]


def test_stop_waits_for_the_engine(box: Callable[..., Box]) -> None:
    """That does not count as a failure to load."""
    engine = box().start("trap 'sleep 1; echo drained; exit 0' TERM; echo loading; while :; do sleep 0.1; done")
    wait_until(lambda: "loading" in engine.logs(), 20, "it loads")
    docker("stop", "--time=20", engine.name)
    assert engine.logs().splitlines()[-1] == "drained"
    assert engine.state()["ExitCode"] == 143, "not 0: Docker starts it again after the host has restarted"
    assert engine.tries() == ""


KEY = "9Zq+/o=-key"


@pytest.mark.parametrize(
    "content",
    [KEY, f"{KEY}\n", f"{KEY}\r\n", f"\ufeff{KEY}\r\n\r\n", f"\n{KEY} \t\n\n"],
    ids=["bare", "LF", "CRLF", "byte-order mark", "empty lines"],
)
def test_key_without_editors_marks(box: Callable[..., Box], tmp_path: Path, content: str) -> None:
    (tmp_path / "key").write_text(content, newline="")
    engine = box("-v", f"{tmp_path}/key:/run/secrets/engine_key:ro")
    engine.ended('echo "$VLLM_API_KEY|$LLAMA_API_KEY"')
    assert engine.logs() == f"{KEY}|{KEY}\n"


def test_empty_key_is_one_line(box: Callable[..., Box], tmp_path: Path) -> None:
    """No engine is started then."""
    (tmp_path / "key").write_text("\r\n")
    engine = box("-v", f"{tmp_path}/key:/run/secrets/engine_key:ro")
    assert engine.ended("echo started") == 1
    assert engine.logs() == "ERROR state/secrets/engine_key is empty or cannot be read. Fix: make init\n"


def test_cpu_arguments_come_last(box: Callable[..., Box]) -> None:
    engine = box("-e", "ENGINE_CPU_ARGS=--one 1")
    engine.ended('echo "$@" "$0"')
    assert engine.logs() == "1 --one\n"


def test_health_check_waits_if_good(tmp_path: Path) -> None:
    """It waits only after a success."""
    sleep = tmp_path / "sleep"
    sleep.write_text('#!/bin/sh\necho "slept $1"\n')
    sleep.chmod(0o755)
    mounts = ["-v", f"{ROOT}/images/check.sh:/check.sh:ro", "-v", f"{sleep}:/bin/sleep:ro", "--tmpfs=/tmp"]
    ask = "for program in false true true false true; do sh /check.sh $program && echo good || echo bad; done"
    done = docker("run", "--rm", "--network=none", "--read-only", *mounts, "--entrypoint=sh", tools(), "-c", ask)
    assert done.stdout.split("\n") == ["bad", "good", "slept 28", "good", "slept 28", "bad", "good", ""]
