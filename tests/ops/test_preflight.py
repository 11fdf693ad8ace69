from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from ops import env_file, preflight
from tests.conftest import Stack, copy_project

SETTINGS = env_file.parse(env_file.EXAMPLE.read_text())


def test_a_taken_port_names_its_setting_and_the_fix() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        check = preflight.ports(SETTINGS | {"GATEWAY_HTTP_PORT": str(port)})
    assert check.status == "failed"
    assert check.found == f"port {port} is taken (GATEWAY_HTTP_PORT)"
    assert "set GATEWAY_HTTP_PORT in env/student.env" in check.fix


def test_a_public_name_wants_the_port_of_plain_http_too() -> None:
    public = SETTINGS | {"COMPOSE_FILE": "compose.yaml:compose/public.yaml", "GATEWAY_PUBLIC_HTTP_PORT": "http"}
    assert preflight.ports(public).found == "GATEWAY_PUBLIC_HTTP_PORT is 'http'"
    assert preflight.ports(public | {"COMPOSE_FILE": "compose.yaml"}).status == "ok"


@pytest.mark.parametrize("value", ["", "http", "0", "70000", "80 80"])
def test_a_port_that_is_no_port_is_refused(value: str) -> None:
    check = preflight.ports(SETTINGS | {"PROMETHEUS_PORT": value})
    assert (check.status, check.found) == ("failed", f"PROMETHEUS_PORT is {value!r}")


def test_a_full_disk_names_what_is_there_and_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "DISK_GB", 10**6)
    check = preflight.disk()
    assert check.status == "failed"
    assert "1000000 GB are needed" in check.found


def test_little_memory_names_what_is_there_and_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "MEMORY_GB", 10**6)
    assert preflight.memory().status == "failed"


def test_settings_that_want_a_gpu_fail_on_a_host_without_one(tmp_path: Path) -> None:
    stack = Stack(copy_project(tmp_path / "clone"), {})
    stack.run(sys.executable, "-m", "ops.init", "COMPOSE_FILE=compose.yaml")
    done = stack.run(sys.executable, "-m", "ops.preflight")
    assert done.returncode == 1
    assert "failed gpu      nvidia-smi shows none. Fix: install NVIDIA's driver" in done.stdout
    assert done.stderr == "ERROR the host is not ready (gpu). Fix: see the lines above, then run it again\n"
