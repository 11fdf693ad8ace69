"""The host restarts, or loses its power: what runs again by itself, and what the documented command does."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest

from tests.conftest import ROOT, Stack, wait_until
from tests.faults.conftest import SETTINGS
from tests.faults.fault import FaultyStack
from tests.faults.own_docker import OwnDocker

pytestmark = [
    pytest.mark.docker,
    pytest.mark.skipif(os.getuid() != 0, reason="only root may start a Docker engine; .ci/run is root"),
]


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OwnDocker]:
    bridge = Path("/sys/class/net/docker0").exists()
    engine = OwnDocker(tmp_path)
    engine.start()
    try:
        engine.load("student-llm/gateway:local", "student-llm/llamacpp:local")
        monkeypatch.setenv("DOCKER_HOST", engine.host)
        yield engine
    finally:
        engine.remove()
        assert Path("/sys/class/net/docker0").exists() == bridge, "the host's own engine has lost its bridge"


def test_after_a_reboot_the_engine_is_started_by_hand_and_after_a_power_cut_by_docker(
    host: OwnDocker, new_stack: Callable[..., Stack]
) -> None:
    plain = new_stack("reboot", **SETTINGS)
    stack = FaultyStack(plain.path, plain.settings)
    command = re.search(r"^ExecStart=(docker compose up -d)$", (ROOT / "docs" / "reliability.md").read_text(), re.M)
    assert command, "the page has no command for the boot"

    def start() -> None:
        done = stack.run(*command[1].split(), "--wait", "gateway", "llamacpp")
        assert done.returncode == 0, done.stderr

    start()
    with stack.client() as client:
        assert stack.serves(client)

        host.shut_down()
        host.start()
        wait_until(lambda: status(stack) == 503, 60, "the gateway runs again and says that the engine is away")
        start()
        assert stack.serves(client)

        host.cut_power()
        host.start()
        wait_until(lambda: stack.serves(client), 60, "everything runs again by itself")
    assert stack.compose("down", "--timeout=5").returncode == 0


def status(stack: FaultyStack) -> int:
    try:
        return httpx2.get(f"{stack.api}/health", timeout=10, trust_env=False).status_code
    except httpx2.TransportError:
        return 0
