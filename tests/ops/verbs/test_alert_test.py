from __future__ import annotations

import sys
from pathlib import Path

from ops.verbs import alert_test
from tests.conftest import Stack, copy_project


def test_risen_names_receivers() -> None:
    assert alert_test.risen({"email": 3, "slack": 1}, {"email": 3, "slack": 2, "webhook": 1}) == ["slack", "webhook"]


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
