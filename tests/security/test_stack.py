"""The real stack as an attacker sees it: reachable addresses, containers' rights, places of secrets."""

from __future__ import annotations

import json
import re
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests import here
from tests.caddy.gateway_box import Network
from tests.conftest import Stack, wait_until

pytestmark = pytest.mark.docker

PROMPT = "the canary of this test sings at 4711 o'clock"
GATEWAY_PORTS = {80, 443, 8001, 9180}
LISTEN = "0A"  # the state in /proc/net/tcp


@pytest.fixture(scope="module")
def containers(stack: Stack) -> list[dict[str, Any]]:
    ids = stack.compose("ps", "--quiet").stdout.split()
    found: list[dict[str, Any]] = json.loads(stack.run("docker", "inspect", *ids).stdout)
    assert {service(container) for container in found} == here.stack_services()
    return found


def service(container: dict[str, Any]) -> str:
    return str(container["Config"]["Labels"]["com.docker.compose.service"])


@pytest.mark.proves("security/container-takeover")
def test_containers_are_hardened(stack: Stack, containers: list[dict[str, Any]]) -> None:
    for container in containers:
        name, host = service(container), container["HostConfig"]
        assert host["ReadonlyRootfs"] is True, name
        assert host["CapDrop"] == ["ALL"], name
        assert not host["CapAdd"], name
        assert "no-new-privileges:true" in host["SecurityOpt"], name
        assert host["Privileged"] is False, name
        assert host["PidsLimit"] > 0, name
        assert host["Memory"] > 0, name
        assert {"max-size", "max-file"} <= host["LogConfig"]["Config"].keys(), name
        assert not {host["PidMode"], host["UTSMode"], host["NetworkMode"]} & {"host"}, name
        assert host["IpcMode"] in ("private", "shareable"), name
        assert not host["Devices"], name
        assert container["Config"]["User"] == stack.env_file()["STACK_USER"], name
        assert not [mount for mount in container["Mounts"] if "docker.sock" in mount["Source"]], name


@pytest.mark.proves("security/container-takeover")
def test_processes_have_no_rights(containers: list[dict[str, Any]]) -> None:
    """They have a plain user's rights."""
    for container in containers:
        status = (Path("/proc") / str(container["State"]["Pid"]) / "status").read_text()
        fields = dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)
        assert "0" not in fields["Uid"].split(), service(container)
        assert {fields[name] for name in ("CapEff", "CapPrm", "CapBnd", "CapAmb")} == {"0" * 16}, service(container)
        assert fields["NoNewPrivs"] == "1", service(container)
        assert fields["Seccomp"] == "2", service(container)


@pytest.mark.proves("security/admin-planes")
def test_gateway_listens_on_four_ports(containers: list[dict[str, Any]]) -> None:
    """Caddy's admin interface listens on none."""
    gateway = next(container for container in containers if service(container) == "gateway")
    listening = set()
    for table in ("tcp", "tcp6"):
        rows = (Path("/proc") / str(gateway["State"]["Pid"]) / "net" / table).read_text().splitlines()[1:]
        for row in rows:
            address, state = row.split()[1], row.split()[3]
            if state == LISTEN and not address.startswith("0B00007F"):  # 127.0.0.11 is Docker's own name service
                listening.add(int(address.rpartition(":")[2], 16))
    assert listening == GATEWAY_PORTS


@pytest.mark.proves("security/gateway-bypass")
def test_outsider_reaches_tls_only(stack: Stack, containers: list[dict[str, Any]], network: Network) -> None:
    ports = {name: int(stack.settings[name]) for name in stack.settings if name.endswith("_PORT")}
    inside = [
        f"{network['IPAddress']} {port}"
        for container in containers
        for name, network in container["NetworkSettings"]["Networks"].items()
        if not name.endswith("_serving")  # this host has no address there, so no packet is routed there
        for port in (80, 443, 2019, 3000, 8000, 8001, 9090, 9180)
    ]
    scan = """
    for target in "$@"; do
      (timeout 5 bash -c "</dev/tcp/${target/ //}" 2>/dev/null && echo "open $target") &
    done
    wait
    """
    targets = [f"{network.address} {port}" for port in ports.values()] + inside
    run = ["docker", "run", "--rm", f"--network={network.name}", "--entrypoint=bash", here.image("llamacpp")]
    done = stack.run(*run, "-c", scan, "scan", *targets)
    assert done.stdout.splitlines() == [f"open {network.address} {ports['GATEWAY_HTTPS_PORT']}"], done.stderr
    engine = next(container for container in containers if service(container) == "llamacpp")
    assert [name.rpartition("_")[2] for name in engine["NetworkSettings"]["Networks"]] == ["serving"]


@pytest.fixture
def trap() -> Iterator[tuple[int, list[str]]]:
    """A program of this host that listens on every address, and its callers."""
    callers: list[str] = []
    with socket.socket() as server:
        server.bind(("0.0.0.0", 0))
        server.listen()

        def catch() -> None:
            try:
                while True:
                    connection, address = server.accept()
                    callers.append(address[0])
                    connection.close()
            except OSError:
                return

        threading.Thread(target=catch, daemon=True).start()
        yield server.getsockname()[1], callers
        server.shutdown(socket.SHUT_RDWR)


@pytest.mark.proves("security/egress")
def test_engine_reaches_nothing(stack: Stack, containers: list[dict[str, Any]], trap: tuple[int, list[str]]) -> None:
    """The engine reaches no address of this host or beyond."""
    port, callers = trap
    hosts = {
        network["Gateway"] or re.sub(r"\d+$", "1", network["IPAddress"])
        for container in containers
        for network in container["NetworkSettings"]["Networks"].values()
    }
    assert len(hosts) == 3
    with socket.create_connection(("127.0.0.1", port)):
        wait_until(lambda: callers == ["127.0.0.1"], 5, "the trap works")
    for host in [*sorted(hosts), "192.0.2.1"]:
        ask = ["curl", "-s", "--max-time", "2", f"http://{host}:{port}/"]
        assert stack.compose("exec", "-T", "llamacpp", *ask).returncode in (7, 28), host
        with httpx2.Client(base_url=stack.api, headers={"Authorization": f"Bearer {stack.key}"}, timeout=60) as client:
            image = {"type": "image_url", "image_url": {"url": f"http://{host}:{port}/image.png"}}
            messages = [{"role": "user", "content": [{"type": "text", "text": "x"}, image]}]
            body = {"model": "student-nano", "max_tokens": 1, "messages": messages}
            answer = client.post("/v1/chat/completions", json=body, timeout=30)
        assert answer.status_code >= 400, answer.text
    assert callers == ["127.0.0.1"]


@pytest.fixture(scope="module")
def used(stack: Stack) -> list[str]:
    """A stack after valid requests and every misuse; returns its refusals."""
    said = []
    body = {"model": "student-nano", "max_tokens": 2, "messages": [{"role": "user", "content": PROMPT}]}
    with httpx2.Client(base_url=stack.api, headers={"Authorization": f"Bearer {stack.key}"}, timeout=30) as client:
        client.post("/v1/chat/completions", json=body).raise_for_status()
        client.post("/v1/chat/completions", json={**body, "stream": True}).raise_for_status()
        client.post("/v1/completions", json={"model": "student-nano", "max_tokens": 2, "prompt": PROMPT})
        for path, content in (
            (f"/v1/chat/completions?key={stack.key}", json.dumps({**body, "max_tokens": 10**9})),
            ("/v1/chat/completions", PROMPT),
            ("/v1/chat/completions", json.dumps({"messages": PROMPT})),
            (f"/tokenize?key={stack.key}", json.dumps({"content": PROMPT})),
        ):
            said.append(client.post(path, content=content, headers={"Cookie": f"key={stack.key}"}).text)
        said.append(client.get("/v1/models", headers={"Authorization": f"Bearer {stack.key}x"}).text)
    return said


@pytest.fixture(scope="module")
def secrets(stack: Stack) -> dict[str, str]:
    folder = stack.path / "state" / "secrets"
    return {"client key": stack.key} | {path.name: path.read_text().strip() for path in folder.iterdir()}


def leaks(where: str, text: str | bytes, secrets: dict[str, str]) -> list[str]:
    """Return the names of the secrets, and of the prompt, that are in a text."""
    data = text.encode() if isinstance(text, str) else text
    return [f"{name} in {where}" for name, secret in {**secrets, "prompt": PROMPT}.items() if secret.encode() in data]


@pytest.mark.proves("security/key-leaks")
def test_no_leak_in_logs_or_metrics(stack: Stack, used: list[str], secrets: dict[str, str]) -> None:
    """No secret and no prompt is in a log, an error or a metric."""
    logs = stack.compose("logs", "--no-color")
    assert '"key":"student"' in logs.stdout
    assert len(secrets) == 3
    metrics = stack.compose("exec", "-T", "gateway", "caddy", "healthcheck", "http://127.0.0.1:9180/metrics").stdout
    assert 'key="student"' in metrics
    own = {name: secret for name, secret in secrets.items() if name != "prompt"}
    found = leaks("the logs", logs.stdout + logs.stderr, secrets) + leaks("the metrics", metrics, secrets)
    # the engine's message may cite the client's prompt to that client, never a secret
    found += [leak for text in used for leak in leaks("an error", text, own) if not leak.startswith("prompt")]
    assert not found


@pytest.mark.proves("security/key-leaks")
def test_no_leak_in_docker_or_ps(
    stack: Stack, used: list[str], secrets: dict[str, str], containers: list[dict[str, Any]]
) -> None:
    ids = [container["Id"] for container in containers]
    images = [container["Image"] for container in containers]
    told = stack.run("docker", "inspect", *ids, *images).stdout
    listed = "".join(stack.run("docker", "top", container, "-eo", "pid,args").stdout for container in ids)
    history = "".join(stack.run("docker", "history", "--no-trunc", image).stdout for image in images)
    assert "caddy" in listed
    assert not [
        *leaks("docker inspect", told, secrets),
        *leaks("a process list", listed, secrets),
        *leaks("an image", history, secrets),
        *leaks("the configuration", stack.compose("config").stdout, secrets),
    ]


@pytest.mark.proves("security/key-leaks")
def test_no_leak_in_files(stack: Stack, used: list[str], secrets: dict[str, str]) -> None:
    """No secret and no prompt is in any file but its own."""
    homes = {stack.path / "env" / "student.env": "client key"}
    homes |= {stack.path / "state" / "secrets" / name: name for name in secrets if name != "client key"}
    found = []
    for path in stack.path.rglob("*"):
        if path.is_file() and not path.is_symlink() and "models" not in path.parts and path.name != "test_stack.py":
            found += [leak for leak in leaks(str(path), path.read_bytes(), secrets)
                      if not leak.startswith(homes.get(path, "-"))]  # fmt: skip
    assert not found
    assert not [path for path in homes if path.stat().st_mode & 0o077]
