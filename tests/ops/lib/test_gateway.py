"""The gateway that a change of files waits for."""

from __future__ import annotations

from pathlib import Path

import pytest

from ops.lib import compose, gateway
from ops.lib.console import ROOT
from ops.lib.containers import Container


@pytest.mark.parametrize(("folder", "waits"), [(ROOT, True), (Path("/srv/another-checkout"), False)])
def test_wait_for_keys_of_own_gateway(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path, waits: bool
) -> None:
    """Two checkouts on one host may have stacks of one name, as when 'make test' runs beside a running stack."""
    found = Container("a", "student-llm", "gateway", folder, "running", "healthy", 0, {})
    keys = tmp_path / "keys"
    keys.touch()
    monkeypatch.setattr(compose, "every", lambda _: [found])
    monkeypatch.setattr(gateway, "metric", lambda _: keys.stat().st_mtime)
    assert gateway.wait_for_keys(keys) is waits
