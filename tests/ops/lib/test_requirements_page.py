"""docs/requirements.md has the checks' figures, and the hosts that the files name."""

from __future__ import annotations

import re

from ops.lib import env_file, readiness

from ...conftest import ROOT

PAGE = (ROOT / "docs" / "requirements.md").read_text()
ROWS = {cells[0]: cells[1:] for cells in (line.strip("| ").split(" | ") for line in PAGE.splitlines() if "|" in line)}


def test_page_has_memory_and_disk() -> None:
    assert ROWS["memory"][0] == f"{readiness.MEMORY_GB} GB free"
    assert ROWS["disk, free"][0] == f"{readiness.DISK_GB} GB"


def test_page_has_the_ports() -> None:
    example = env_file.defaults()
    https, *loopback = re.findall(r"\d+", ROWS["ports"][0])
    assert https == example["GATEWAY_HTTPS_PORT"]
    assert loopback == [example[name] for name in ("GATEWAY_HTTP_PORT", "PROMETHEUS_PORT", "GRAFANA_PORT")]


def test_page_has_every_registry() -> None:
    files = [
        ROOT / "compose.yaml",
        *ROOT.glob("compose/*.yaml"),
        *ROOT.glob("images/*/Dockerfile"),
        ROOT / "caddy/Dockerfile",
    ]
    hosts = set(re.findall(r"(?:image: |=)([a-z.]+\.[a-z]+)/\S+[:@]", "\n".join(path.read_text() for path in files)))
    assert hosts
    assert all(f"`{host}`" in PAGE for host in hosts), hosts
