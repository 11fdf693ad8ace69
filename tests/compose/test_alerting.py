from __future__ import annotations

import stat
from typing import Any

from tests.compose.conftest import Render
from tests.conftest import ROOT

ALERTING = "compose/alerting.yaml"
MASQUERADE = "com.docker.network.bridge.enable_ip_masquerade"


def changed(render: Render) -> dict[str, tuple[dict[str, Any], dict[str, Any]]]:
    base, alerting = render()["services"], render(ALERTING)["services"]
    return {name: (base[name], alerting[name]) for name in base if base[name] != alerting[name]}


def test_adds_alertmanager(render: Render) -> None:
    """It changes only Prometheus."""
    assert render(ALERTING)["services"].keys() - render()["services"].keys() == {"alertmanager"}
    assert changed(render).keys() == {"prometheus"}
    before, after = changed(render)["prometheus"]
    assert {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)} == {"networks", "volumes"}


def test_only_alertmanager_has_egress(render: Render) -> None:
    """Of the stack's services it reaches only Prometheus."""
    model = render(ALERTING)
    members = {
        network: {name for name, service in model["services"].items() if network in service["networks"]}
        for network in ("alerts", "way-out")
    }
    assert members == {"alerts": {"alertmanager", "prometheus"}, "way-out": {"alertmanager"}}
    assert set(model["services"]["alertmanager"]["networks"]) == {"alerts", "way-out"}
    assert model["networks"]["alerts"]["internal"] is True
    assert "ports" not in model["services"]["alertmanager"]


def test_least_privilege(render: Render) -> None:
    service = render(ALERTING)["services"]["alertmanager"]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["user"] == render()["services"]["gateway"]["user"]
    assert [volume["target"] for volume in service["volumes"] if not volume["read_only"]] == []


def test_receivers_and_proxy(render: Render) -> None:
    """The receivers are a secret, and messages have their own proxy."""
    model = render(ALERTING, ALERT_PROXY="http://proxy.test:3128")
    service = model["services"]["alertmanager"]
    assert [secret["source"] for secret in service["secrets"]] == ["alert_receivers"]
    assert model["secrets"]["alert_receivers"]["file"].endswith("/state/secrets/alert_receivers.yml")
    with_proxy = {name for name, value in service["environment"].items() if "proxy.test" in (value or "")}
    assert with_proxy == {"HTTPS_PROXY", "HTTP_PROXY"}


def test_example_has_each_receiver() -> None:
    """The example has no secret."""
    example = ROOT / "prometheus" / "alertmanager" / "receivers.example.yml"
    text = example.read_text()
    for kind in ("email_configs", "slack_configs", "webhook_configs", "pagerduty_configs"):
        assert f"{kind}:" in text
    assert {"people", "heartbeat"} <= {line.partition("name: ")[2].split(" ")[0] for line in text.splitlines()}
    assert not example.stat().st_mode & stat.S_IXUSR
