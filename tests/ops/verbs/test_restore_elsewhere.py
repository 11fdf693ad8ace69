"""A backup is restored on another host, by the commands of docs/backup.md."""

from __future__ import annotations

import os
import re
import ssl
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest

from tests import here
from tests.conftest import Stack, copy_project, wait_until
from tests.faults.own_docker import OwnDocker
from tests.ops.verbs.backup_page import as_written


@pytest.fixture
def second_host(tmp_path: Path) -> Iterator[OwnDocker]:
    """A host that has only the images."""
    if here.compose_file() != here.BUILT:
        pytest.skip("images that were pulled by digest cannot be copied to another engine")
    engine = OwnDocker(tmp_path / "docker")
    engine.start()
    try:
        engine.load(*(here.image(service) for service in here.stack_services()))
        yield engine
    finally:
        engine.remove()


@pytest.mark.docker
@pytest.mark.skipif(os.getuid() != 0, reason="only root may start dockerd; .ci/run is root")
def test_second_host_serves(
    new_stack: Callable[..., Stack], second_host: OwnDocker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = new_stack("backup", COMPOSE_FILE=here.compose_file())
    assert first.compose("up", "-d", "--wait").returncode == 0
    made = first.make("key-add", "NAME=alice")
    alice = re.findall(r"^   key    (\S{44})$", made.stdout, re.MULTILINE)[0]
    trust = ssl.create_default_context(cadata=authority(first))
    https = f"https://localhost:{first.settings['GATEWAY_HTTPS_PORT']}/v1/models"

    def status(key: str) -> int:
        return httpx2.get(https, verify=trust, headers={"Authorization": f"Bearer {key}"}, timeout=30).status_code

    def keys_in_force(moment: float) -> list[object]:
        query = {"query": "gateway_keys", "time": str(moment)}
        address = f"http://localhost:{first.settings['PROMETHEUS_PORT']}/api/v1/query"
        found: list[object] = httpx2.get(address, params=query, timeout=30).json()["data"]["result"]
        return found

    assert [status(alice), status(first.key), status("another")] == [200, 200, 401]
    wait_until(lambda: bool(keys_in_force(time.time())), 60, "a scrape")
    then = time.time()

    file = tmp_path / "backup"
    refused = first.make("restore", f"FILE={file}", "YES=1")
    assert "ERROR the stack runs (" in refused.stderr
    shown = as_written(first, "backup", file)
    assert "stopped" not in shown
    shown = first.make("backup", f"FILE={file}", "METRICS=1").stdout
    assert re.search(r"stopped \S*prometheus.*\n.*started \S*prometheus", shown), shown
    assert status(alice) == 200
    assert first.compose("down").returncode == 0

    monkeypatch.setenv("DOCKER_HOST", second_host.host)
    second = Stack(copy_project(tmp_path / "second host"), first.settings)
    shown = as_written(second, "restore", file)
    assert "verified" in shown
    try:
        assert authority(second) == authority(first)
        assert [status(alice), status(first.key), status("another")] == [200, 200, 401]
        assert keys_in_force(then)
    finally:
        assert second.compose("down", "--timeout=5").returncode == 0


def authority(stack: Stack) -> str:
    """Return the certificate of the gateway's own authority."""
    return (stack.path / "state/data/gateway/caddy/pki/authorities/local/root.crt").read_text()
