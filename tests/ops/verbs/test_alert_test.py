from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ops.lib.console import Failure
from ops.verbs import alert_test
from tests.conftest import Stack, copy_project


def test_risen_names_receivers() -> None:
    assert alert_test.risen({"email": 3, "slack": 1}, {"email": 3, "slack": 2, "webhook": 1}) == ["slack", "webhook"]


def test_other_alerts_are_waited_for(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A message that another alert sent meanwhile is not this one's: a refusal that follows is reported."""
    now = [0.0]
    monkeypatch.setattr(alert_test.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(alert_test.time, "sleep", lambda seconds: now.__setitem__(0, now[0] + seconds))
    monkeypatch.setattr(
        alert_test.env_file, "read", lambda: {"COMPOSE_FILE": alert_test.overlays.ALERTING, "PROMETHEUS_PORT": "1"}
    )
    monkeypatch.setattr(alert_test, "send", lambda: None)
    monkeypatch.setattr(alert_test, "results", lambda *_: [{"metric": {"alertname": "HostOverloaded"}}])
    refused_at = alert_test.SENT_AND_SEEN - 5

    def counts(_: int, metric: str) -> dict[str, float]:
        if metric == alert_test.REFUSED:
            return {"webhook": 1} if now[0] >= refused_at else {}
        return {"webhook": 1 if now[0] > 0 else 0}

    monkeypatch.setattr(alert_test, "counts", counts)
    with pytest.raises(Failure, match="webhook refused the test alert"):
        alert_test.main()
    assert "accepted" not in capsys.readouterr().out


def test_no_alertmanager(tmp_path: Path) -> None:
    stack = Stack(copy_project(tmp_path / "clone"), {})
    stack.run(sys.executable, "-m", "ops.verbs.init")
    done = stack.make("alert-test")
    assert done.returncode != 0
    assert "has no Alertmanager, so alerts reach nobody. Fix: add compose/alerting.yaml" in done.stderr


def test_no_receivers(tmp_path: Path) -> None:
    """The error of 'make init' says how to make them."""
    stack = Stack(copy_project(tmp_path / "clone"), {})
    done = stack.run(sys.executable, "-m", "ops.verbs.init", "COMPOSE_FILE=compose.yaml:compose/alerting.yaml")
    assert done.returncode != 0
    assert "no state/secrets/alert_receivers.yml" in done.stderr
    assert "Traceback" not in done.stderr
