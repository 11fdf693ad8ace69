"""The real gateway image in a container, with files of the test's own."""

from __future__ import annotations

import hashlib
import json
import os
import re
import socket
import ssl
import subprocess
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import httpx2

from tests.caddy.scripted_engine import ScriptedEngine
from tests.conftest import ROOT

IMAGE = os.environ.get("GATEWAY_IMAGE", "student-llm/gateway:local")
ENGINE_KEY = "engine-key-of-the-tests"
PORTS = (80, 443, 8001, 9180)
T = TypeVar("T")


def docker(*args: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["docker", *args], check=check, capture_output=True, text=True, timeout=120)


def go_build(*options: str) -> None:
    """Build an image with the Go toolchain that the gateway is built with."""
    local = "student-llm/go:local"  # made where no image registry answers
    go = local
    if docker("image", "inspect", local, check=False).returncode:
        go = re.findall(r"^ARG GO_IMAGE=(\S+)$", (ROOT / "caddy" / "Dockerfile").read_text(), re.MULTILINE)[0]
    command = ["docker", "build", "--secret=id=ca,src=/etc/ssl/certs/ca-certificates.crt", f"--build-arg=GO_IMAGE={go}"]
    done = subprocess.run([*command, "--progress=plain", *options], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


class Network:
    """A network of the tests' own; ``address`` is the host's on it, where a scripted engine can listen."""

    def __init__(self) -> None:
        self.name = f"student-gateway-test-{uuid.uuid4().hex[:8]}"
        docker("network", "create", self.name)
        form = "{{(index .IPAM.Config 0).Gateway}}"
        self.address = docker("network", "inspect", self.name, "-f", form).stdout.strip()

    def remove(self) -> None:
        docker("network", "rm", self.name, check=False)


def wait_for(what: str, probe: Callable[[], T | None], seconds: float = 15.0) -> T:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if (value := probe()) is not None:
            return value
        time.sleep(0.05)
    raise AssertionError(f"{what}: not within {seconds} s")


def line(name: str, token: str, *options: str) -> str:
    return " ".join([name, hashlib.sha256(token.encode()).hexdigest(), *options]) + "\n"


class Gateway:
    """One container; ``plain`` and ``public`` are its addresses."""

    def __init__(self, folder: Path, network: Network, engine: ScriptedEngine, keys: str, **settings: str) -> None:
        self.keys, self.data, self.certs = folder / "run", folder / "data", folder / "certs"
        self.engine_key = folder / "engine_key"
        for directory in (self.keys, self.data, self.certs):
            directory.mkdir(parents=True)
        self.engine_key.write_text(ENGINE_KEY + "\n")
        self.write_keys(keys)
        self.name = f"student-gateway-test-{uuid.uuid4().hex[:8]}"
        # as compose runs it: no rights, nothing writable but /data
        self.options = [
            *("--name", self.name, "--network", network.name),
            *("--user", f"{os.getuid()}:{os.getgid()}", "--read-only", "--cap-drop", "ALL"),
            *("--security-opt", "no-new-privileges", "--tmpfs", "/config:mode=1777"),
            *("--add-host", f"engine:{engine.address}", "-e", f"GATEWAY_ENGINE_PORT={engine.port}"),
            # a host whose name service is dead, with the settings that keep its questions short
            *("--dns", "192.0.2.1", "--dns-opt", "timeout:1", "--dns-opt", "attempts:1"),
            *("-v", f"{self.keys}:/run/gateway:ro", "-v", f"{self.data}:/data", "-v", f"{self.certs}:/certs:ro"),
            *("-v", f"{self.engine_key}:/run/secrets/engine_key:ro"),
            *(arg for port in PORTS for arg in ("-p", f"127.0.0.1::{port}")),
            *(arg for key, value in settings.items() for arg in ("-e", f"GATEWAY_{key}={value}")),
        ]
        self.port: dict[int, int] = {}

    def write_keys(self, content: str, mode: int = 0o600) -> None:
        """Replace the file the way an operator's tool does: whole, by renaming."""
        fresh = self.keys / "keys.new"
        fresh.touch(mode)
        fresh.write_text(content)
        fresh.chmod(mode)
        fresh.rename(self.keys / "keys")

    def refuse_to_start(self) -> str:
        """Start a gateway that must not come up, and return its last words."""
        done = docker("run", "--rm", *self.options, IMAGE, check=False)
        assert done.returncode == 1, done
        return done.stderr.strip().splitlines()[-1]

    def start(self) -> Gateway:
        docker("run", "-d", *self.options, IMAGE)
        form = "{{json .NetworkSettings.Ports}}"
        ports = json.loads(docker("inspect", "-f", form, self.name).stdout)
        self.port = {port: int(ports[f"{port}/tcp"][0]["HostPort"]) for port in PORTS}
        wait_for("the gateway is ready", self._ready)
        return self

    def _ready(self) -> bool | None:
        if docker("inspect", "-f", "{{.State.Running}}", self.name).stdout.strip() != "true":
            raise AssertionError("the gateway ended:\n" + self.logs())
        try:
            return httpx2.get(f"http://127.0.0.1:{self.port[9180]}/ready").status_code == 200 or None
        except httpx2.TransportError:
            return None

    def stop(self) -> None:
        print(docker("logs", self.name, check=False))  # pytest shows it when a test fails
        docker("rm", "-f", self.name, check=False)

    def reload(self) -> None:
        docker("kill", "-s", "USR1", self.name)

    def logs(self) -> str:
        done = docker("logs", self.name)
        return done.stdout + done.stderr

    def access_log(self, request_id: str) -> dict[str, Any]:
        def find() -> dict[str, Any] | None:
            lines = docker("logs", self.name).stdout.splitlines()
            return next((json.loads(entry) for entry in lines if request_id in entry), None)

        return wait_for(f"an access log line of {request_id}", find)

    def metric(self, series: str) -> float:
        text = httpx2.get(f"http://127.0.0.1:{self.port[9180]}/metrics").text
        return next((float(row.rpartition(" ")[2]) for row in text.splitlines() if row.startswith(series + " ")), 0.0)

    def client(self, token: str | None = None, **options: Any) -> httpx2.Client:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        options.setdefault("base_url", f"http://127.0.0.1:{self.port[8001]}")
        return httpx2.Client(headers=headers, timeout=20, trust_env=False, **options)

    def trusted(self) -> ssl.SSLContext:
        """Trust of the gateway's own CA and of nothing else."""
        wait_for("a certificate", lambda: "certificate obtained successfully" in self.logs() or None)
        root = self.data / "caddy/pki/authorities/local/root.crt"
        return ssl.create_default_context(cafile=str(wait_for("a CA root", lambda: root if root.exists() else None)))

    def raw(self, head: str, body: bytes = b"", port: int = 8001) -> tuple[int, bytes]:
        """Send a request exactly as written; return status and body."""
        with socket.create_connection(("127.0.0.1", self.port[port]), timeout=20) as connection:
            connection.sendall(head.replace("\n", "\r\n").encode("latin-1") + b"\r\n" + body)
            answer = b""
            while part := connection.recv(65536):
                answer += part
        top, _, content = answer.partition(b"\r\n\r\n")
        return int(top.split(b" ", 2)[1]), content


def refusal(response: httpx2.Response, code: str) -> dict[str, Any]:
    """Assert the error shape that OpenAI clients read."""
    assert response.headers["Content-Type"] == "application/json"
    error = response.json()["error"]
    assert set(error) == {"message", "type", "param", "code"}
    assert error["message"]
    assert error["code"] == code
    return error
