"""The result of a check of the host or of the running stack, and its lines for the screen."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Check:
    """One check's result: ``status`` is ok, failed or n/a; ``fix`` is the command to type after a failure."""

    name: str
    status: str
    found: str
    fix: str = ""

    def line(self, width: int = 8) -> str:
        """Return the check as one line for the screen, its name padded to ``width`` characters."""
        return f"   {self.status:<6} {self.name:<{width}} {self.found}" + (f". Fix: {self.fix}" if self.fix else "")


def failures(checks: Iterable[Check]) -> list[str]:
    """Return the names of the checks that failed."""
    return [check.name for check in checks if check.status == "failed"]


def as_json(checks: Iterable[Check]) -> str:
    """Return ``{"ok": …, "checks": [{"name", "status", "found", "fix"}]}`` as one line."""
    checks = list(checks)
    return json.dumps({"ok": not failures(checks), "checks": [asdict(check) for check in checks]})
