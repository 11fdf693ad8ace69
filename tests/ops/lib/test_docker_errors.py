"""Docker's messages, each with the operator's line for it. The last test makes Docker print some of them."""

from __future__ import annotations

import os
import socket
import subprocess

import pytest

from ops.lib import docker_errors
from tests import here
from tests.conftest import free_port

DAEMON = "Error response from daemon: "
KNOWN = [
    (
        DAEMON + "could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the "
        "network",
        "no free address range",
        "docker network prune",
    ),
    (DAEMON + "all predefined address pools have been fully subnetted", "no free address range", "docker network"),
    (
        DAEMON + "invalid pool request: Pool overlaps with other one on this address space",
        "the same address range",
        "prune",
    ),
    (
        DAEMON + "driver failed programming external connectivity on endpoint a (0): Bind for 127.0.0.1:9090 failed: "
        "port is already allocated",
        "port 9090 is in use",
        "sport = :9090",
    ),
    (
        DAEMON + "failed to set up container networking: driver failed programming external connectivity on endpoint "
        "a (0): failed to bind host port for 0.0.0.0:443:172.18.0.2:443/tcp: address already in use",
        "port 443 is in use",
        "sport = :443",
    ),
    (
        DAEMON + "Ports are not available: exposing port TCP 127.0.0.1:8001 -> 127.0.0.1:0: listen tcp "
        "127.0.0.1:8001: bind: address already in use",
        "port 8001 is in use",
        "sport = :8001",
    ),
    (
        DAEMON + "failed to expose port: cannot expose privileged port 443, you can add "
        "'net.ipv4.ip_unprivileged_port_start=443'",
        "port 443 is for root alone",
        "another port",
    ),
    ("listen tcp6 [::1]:3000: bind: cannot assign requested address", "does not have", "compose/ipv6.yaml"),
    ("write /var/lib/docker/tmp/x: no space left on device", "the disk is full", "docker system prune"),
    (
        "permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock",
        "may not use Docker",
        "usermod -aG docker",
    ),
    ("Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?", "not answer", "make docker"),
    (
        DAEMON + 'Conflict. The container name "/student-llm-one-engine-only" is already in use by container "0a"',
        "another engine runs",
        "make up PROFILE=",
    ),
    (
        DAEMON + 'Conflict. The container name "/mine" is already in use by container "0a"',
        "a container called mine exists",
        "docker rm mine",
    ),
    (
        DAEMON
        + "nvidia-container-cli: requirement error: unsatisfied condition: cuda>=12.8, please update your driver",
        "requires CUDA 12.8",
        "compose/cuda12.yaml",
    ),
    (DAEMON + 'could not select device driver "nvidia" with capabilities: [[gpu]]', "a GPU", "nvidia-ctk"),
    (
        DAEMON + "Failed to Setup IP tables: Unable to enable SKIP DNAT rule: (iptables failed: iptables --wait -t nat "
        "-I DOCKER -i br-0 -j RETURN: iptables: No chain/target/match by that name.",
        "firewall deleted",
        "systemctl restart docker",
    ),
    (DAEMON + "invalid volume specification: '/a:b:/c:ro'", "mount a folder with such a name", "without ':'"),
    (
        DAEMON + 'invalid mount config for type "bind": bind source path does not exist: /srv/x/caddy',
        "Docker does not find /srv/x/caddy",
        "DOCKER_HOST",
    ),
    (
        "no matching manifest for linux/arm64/v8 in the manifest list entries",
        "not available for linux/arm64",
        "IMAGES=",
    ),
    ("exec /usr/bin/caddy: exec format error", "another processor", "make images"),
    ("toomanyrequests: You have reached your pull rate limit.", "limit of pulls", "docker login"),
    (DAEMON + 'Head "https://hub.example/v2/x/manifests/1": unauthorized', "refuses this user", "docker login"),
    (DAEMON + "pull access denied for x, repository does not exist or may require 'docker login'", "refuses", "login"),
    (DAEMON + "manifest for hub.example/x:1 not found: manifest unknown", "not have an image", "the registry"),
]


@pytest.mark.parametrize(("said", "cause", "command"), KNOWN)
def test_explained_is_one_line(said: str, cause: str, command: str) -> None:
    failure = str(docker_errors.explained(f" Container x  Starting\n{said}\n"))
    what, _, fix = failure.partition(". Fix: ")
    assert cause in what
    assert command in fix
    assert "\n" not in failure


@pytest.mark.parametrize("said", ["", "something new", "container student-llm-llamacpp-1 is unhealthy"])
def test_explained_is_none_if_unknown(said: str) -> None:
    assert docker_errors.explained(said) is None


def docker(*arguments: str) -> str:
    return subprocess.run(["docker", *arguments], capture_output=True, text=True, check=False).stderr


@pytest.mark.docker
def test_explained_knows_this_docker() -> None:
    name, image = f"student-test-errors-{os.getpid()}", here.image("gateway")
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        try:
            said = docker("run", "--name", name, "-p", f"127.0.0.1:{port}:1", image)
            again = docker("create", "--name", name, image)
        finally:
            docker("rm", "-f", name)
    assert f"port {port} is in use" in str(docker_errors.explained(said)), said
    assert f"a container called {name} exists" in str(docker_errors.explained(again)), again
    away = docker("pull", f"localhost:{free_port()}/a:1")
    assert docker_errors.explained(away) is None, "images.py decides whether there is a registry"
