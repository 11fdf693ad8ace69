from __future__ import annotations

import pytest

from tests.compose.conftest import Render

OVERLAY = "compose/ipv6.yaml"


def published(render: Render, *overlays: str) -> set[tuple[str, str, str]]:
    return {
        (port.get("host_ip", ""), port["published"], name)
        for name, service in render(*overlays)["services"].items()
        for port in service.get("ports", [])
    }


@pytest.mark.proves("reliability/ipv6-loopback")
def test_loopback_ports_are_on_both(render: Render) -> None:
    before, after = published(render), published(render, OVERLAY)
    assert after - before == {("::1", port, name) for address, port, name in before if address == "127.0.0.1"}
    assert len(after - before) == 3


def test_nothing_else_changes(render: Render) -> None:
    before, after = render()["services"], render(OVERLAY)["services"]
    for name, service in after.items():
        assert service | {"ports": None} == before[name] | {"ports": None}, name


def test_no_grafana_by_packages(render: Render) -> None:
    assert "grafana" not in render("compose/cpu.yaml", "compose/packages.yaml", OVERLAY)["services"]
