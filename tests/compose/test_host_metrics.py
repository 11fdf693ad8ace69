from __future__ import annotations

from tests.compose.conftest import Render

HOST = "compose/host-metrics.yaml"


def test_adds_node_exporter(render: Render) -> None:
    """It adds one service, which Prometheus scrapes."""
    base, host = render()["services"], render(HOST)["services"]
    assert host.keys() - base.keys() == {"node-exporter"}
    assert [name for name in base if base[name] != host[name]] == ["prometheus"]


def test_mounts_one_folder_only(render: Render) -> None:
    """The service mounts a folder for metrics, and nothing else of the host."""
    service = render(HOST)["services"]["node-exporter"]
    assert [(volume["target"], volume["read_only"]) for volume in service["volumes"]] == [("/state", True)]
    assert service["volumes"][0]["source"].endswith("/state/data/metrics")
    assert not service.keys() & {"pid", "network_mode", "privileged", "cap_add", "ports"}
    assert set(service["networks"]) == {"metrics"}
    assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"])
