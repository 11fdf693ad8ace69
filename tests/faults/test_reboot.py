"""The host restarts, or loses its power: the stack runs again by itself."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ops.lib import env_file
from tests import here
from tests.conftest import Stack, wait_until
from tests.faults.conftest import settings
from tests.faults.fault import FaultyStack
from tests.faults.own_docker import OwnDocker, quietly

pytestmark = [
    pytest.mark.docker,
    pytest.mark.xdist_group("host"),  # starts a second Docker
    pytest.mark.skipif(os.getuid() != 0, reason="only root may start dockerd; .ci/run is root"),
]

LOADED = {service: f"student-test/{service}:loaded" for service in ("gateway", "llamacpp")}


@pytest.fixture
def host(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[OwnDocker]:
    bridge = Path("/sys/class/net/docker0").exists()
    table = ("iptables", "--wait", "--table", "nat")
    port = ("DOCKER", "-d", "192.0.2.1", "-j", "RETURN")  # stands for a port that the host's Docker publishes
    noted = subprocess.run([*table, "--append", *port], check=False).returncode == 0  # is not if it uses no iptables
    engine = OwnDocker(tmp_path_factory.mktemp("docker"))  # is short: the path of a socket has 107 bytes at most
    try:
        engine.start()
        for service, tag in LOADED.items():
            quietly("docker", "tag", here.image(service), tag)
        engine.load(*LOADED.values())
        quietly("docker", "rmi", *LOADED.values())
        monkeypatch.setenv("DOCKER_HOST", engine.host)
        yield engine
    finally:
        engine.remove()
        assert Path("/sys/class/net/docker0").exists() == bridge, "the host's own engine has lost its bridge"
        assert not noted or subprocess.run([*table, "--delete", *port], check=False).returncode == 0, "it lost a port"


@pytest.mark.proves("reliability/host-restarts")
def test_host_restart_and_power_cut(host: OwnDocker, new_stack: Callable[..., Stack]) -> None:
    """Everything runs again by itself."""
    plain = new_stack("reboot", **settings())
    stack = FaultyStack(plain.path, plain.settings)
    images = ", ".join(f"{service}: {{image: {tag}}}" for service, tag in LOADED.items())
    (stack.path / "loaded.yaml").write_text(f"services: {{{images}}}\n")
    env_file.update({"COMPOSE_FILE": f"{settings()['COMPOSE_FILE']}:loaded.yaml"}, stack.path / "env" / "student.env")
    started = stack.compose("up", "-d", "--wait", "gateway", "llamacpp")
    assert started.returncode == 0, started.stderr
    with stack.client() as client:
        assert stack.serves(client)
        for end in (host.shut_down, host.cut_power):
            end()
            host.start()
            wait_until(lambda: stack.serves(client), 60, f"everything runs again after {end.__name__}")
    assert stack.compose("down", "--timeout=5").returncode == 0
