from __future__ import annotations

import pytest

from ops.lib import state_parts
from ops.lib.console import Failure


def test_touching_names_who_may() -> None:
    with (
        pytest.raises(
            Failure, match=r"this user may not change /state/x\. Fix: sudo make backup with the same settings"
        ),
        state_parts.touching("backup"),
    ):
        raise PermissionError(13, "Permission denied", "/state/x")


def test_part_of_a_file() -> None:
    assert state_parts.part_of("env/student.env") == "env/student.env"
    assert state_parts.part_of("state/data/gateway/caddy/x") == "state/data/gateway"
    for name in ("env/student.env.old", "state/gateway", "state/gatewayx/y", "state/data/engine/tries", "compose.yaml"):
        assert state_parts.part_of(name) is None, name
