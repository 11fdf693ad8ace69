from __future__ import annotations

import re

from tests.compose.conftest import Render
from tests.conftest import ROOT

GPU = "compose/gpu-metrics.yaml"


def test_adds_dcgm_exporter(render: Render) -> None:
    """It adds one service, which Prometheus scrapes."""
    base, gpu = render()["services"], render(GPU)["services"]
    assert gpu.keys() - base.keys() == {"dcgm-exporter"}
    assert [name for name in base if base[name] != gpu[name]] == ["prometheus"]


def test_sees_gpus_only(render: Render) -> None:
    """The service sees every GPU, and has no other privilege."""
    service = render(GPU)["services"]["dcgm-exporter"]
    (device,) = service["deploy"]["resources"]["reservations"]["devices"]
    assert (device["driver"], device["count"], device["capabilities"]) == ("nvidia", -1, ["gpu"])
    assert not service.keys() & {"pid", "network_mode", "privileged", "cap_add", "ports"}
    assert set(service["networks"]) == {"metrics"}
    assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"])


def test_image_is_pinned(render: Render) -> None:
    assert re.search(r"@sha256:[0-9a-f]{64}$", render(GPU)["services"]["dcgm-exporter"]["image"])


def test_rules_fields_are_measured() -> None:
    counters = (ROOT / "prometheus" / "gpu-counters.csv").read_text()
    measured = set(re.findall(r"^(DCGM_\w+),", counters, re.MULTILINE))
    rules = "".join(path.read_text() for path in (ROOT / "prometheus" / "rules").glob("*.yml"))
    assert set(re.findall(r"DCGM_FI_\w+", rules)) == measured
    assert "PROF" not in counters, "profiling requires SYS_ADMIN"
