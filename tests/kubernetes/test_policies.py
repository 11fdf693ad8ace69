"""Network policies on a real cluster, enforced by kube-router: who reaches whom, and that nothing else decides it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import pytest

from tests.conftest import wait_until
from tests.kubernetes.control_plane import ADDRESS
from tests.kubernetes.node import NAMES
from tests.kubernetes.world import NAMESPACE, PAGE, World

pytestmark = pytest.mark.kubernetes

API = "198.19.0.1"  # its Service
CONNECT = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 3)"
LOOK_UP = (  # asks for the root's name servers, to which any answer will do
    "import socket, sys; asking = socket.socket(type=socket.SOCK_DGRAM); asking.settimeout(3); "
    "asking.connect((sys.argv[1], int(sys.argv[2]))); "
    "asking.send(bytes.fromhex('1234010000010000000000000000020001')); asking.recv(512)"
)
# from whom to whom; the engine's own come first
DENIED = {
    "engine": (
        *("api:443", "node:6443", "dns:53", "dns:53/udp", "answers:8080", "gateway:443", "gateway:8001"),
        *("gateway:9180", "other engine:8000", "prometheus:9090"),
    ),
    "gateway": ("api:443", "answers:8080", "prometheus:9090"),
    "prometheus": ("api:443", "answers:8080", "gateway:8001"),
    "client": ("engine:8000", "gateway:9180", "prometheus:9090", "api:443", "answers:8080"),
    "idle": ("engine:8000", "gateway:8001", "api:443", "dns:53/udp"),
    "stranger": ("engine:8000", "gateway:8001", "gateway:9180", "prometheus:9090"),
}
ALLOWED = {
    "gateway": ("engine:8000", "other engine:8000", "dns:53", "dns:53/udp"),
    "prometheus": ("engine:8000", "gateway:9180", "dns:53/udp"),
    "client": ("gateway:443", "gateway:8001", "dns:53/udp"),
    "stranger": ("api:443", "node:6443", "dns:53/udp", "answers:8080", "gateway:443"),
}


def reached(world: World, paths: dict[str, tuple[str, ...]]) -> list[str]:
    """Try paths, and return those that lead there."""
    addresses = {"api": API, "node": ADDRESS, "dns": NAMES}
    pods = {"client": "client", "idle": "idle", "stranger": "stranger"}
    for name in ("gateway", "prometheus"):
        pods[name], addresses[name] = next(iter(world.pods(name).items()))
    engines = world.pods("engine")
    pods["engine"], addresses["engine"] = engines.popitem()
    addresses["other engine"] = engines.popitem()[1]
    form = ("get", "pod", "answers", "-o", "jsonpath={.status.podIP}")
    addresses["answers"] = world.cluster.kubectl("-n", "elsewhere", *form)
    found = []
    for source, targets in paths.items():
        place = world.within(pods[source], "elsewhere" if source == "stranger" else NAMESPACE)
        for target in targets:
            name, _, port = target.partition(":")
            script = LOOK_UP if port.endswith("/udp") else CONNECT
            command = (sys.executable, "-c", script, addresses[name], port.removesuffix("/udp"))
            if place.run(*command, check=False).returncode == 0:
                found.append(f"{source} -> {target}")
    return found


def every(*many: dict[str, tuple[str, ...]]) -> list[str]:
    return [f"{source} -> {target}" for paths in many for source, targets in paths.items() for target in targets]


def page(world: World) -> str:
    """Run what docs/kubernetes.md says to check; return what it prints."""
    section = PAGE.read_text().partition("## What to check")[2]
    (commands,) = re.findall(r"```sh\n(.*?)```", section.partition("\n## ")[0], re.DOTALL)
    return world.cluster.run("sh", "-c", commands, check=False).stdout


def test_nobody_reaches_more_than_allowed(world: World) -> None:
    assert reached(world, DENIED) == []
    assert reached(world, ALLOWED) == every(ALLOWED)
    assert page(world) == ""


@pytest.fixture
def no_policies(world: World) -> Iterator[None]:
    """Take the policies away, and put them back."""
    world.kubectl("delete", "networkpolicy", "--all")
    yield
    world.apply()
    wait_until(lambda: not reached(world, DENIED), 60, "the policies are enforced again")


@pytest.mark.usefixtures("no_policies")
def test_policies_alone_deny(world: World) -> None:
    wait_until(lambda: reached(world, DENIED) == every(DENIED), 60, "every path leads there")
    assert page(world) == "the engine has egress\na policy is not enforced\n"
