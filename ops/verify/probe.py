"""What a check of the running stack is made of, and how a list of them is worked through."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ops.check import Check

BUDGET_SECONDS = 55.0  # 'make verify' promises a minute


class Wrong(Exception):
    """A check failed.

    Args:
        found: what was found, with the value that was expected.
        fix: what to type, where it is another fix than the probe's own.
    """

    def __init__(self, found: str, fix: str = "") -> None:
        super().__init__(found)
        self.fix = fix


class NotApplicable(Exception):
    """There is nothing to check; the message says why."""


@dataclass
class Target:
    """The stack that is looked at.

    Args:
        settings: of env/student.env.
        model: the configuration that Compose renders from it.
        engine: the name of the service that serves the model.
        began: ``time.monotonic()`` at the start.
        notes: what an earlier check measured and a later one compares with.
    """

    settings: Mapping[str, str]
    model: Mapping[str, Any]
    engine: str
    began: float = field(default_factory=time.monotonic)
    notes: dict[str, float] = field(default_factory=dict)

    def left(self, most: float) -> float:
        """Return the seconds a check may still take: ``most``, or less where the minute is nearly over."""
        return max(1.0, min(most, self.began + BUDGET_SECONDS - time.monotonic()))

    def port(self, setting: str) -> int:
        """Return a port of the settings as a number."""
        return int(self.settings[setting])


@dataclass(frozen=True)
class Probe:
    """One check.

    Args:
        name: what is checked; a row's name.
        look: returns what it found; raises Wrong or NotApplicable.
        fix: what to type when it failed.
        needs: names of probes that must be ok first, so that one fault is reported once.
    """

    name: str
    look: Callable[[Target], str]
    fix: str
    needs: tuple[str, ...] = ()


def run(probes: Iterable[Probe], target: Target) -> Iterator[Check]:
    """Work through ``probes`` in their order.

    Yields:
        One check for each probe, as soon as it is known.
    """
    fine: set[str] = set()
    for probe in probes:
        lacking = next((name for name in probe.needs if name not in fine), None)
        check = _one(probe, target) if lacking is None else _blocked(probe, lacking)
        if check.status == "ok":
            fine.add(probe.name)
        yield check


def _blocked(probe: Probe, by: str) -> Check:
    return Check(probe.name, "n/a", f"not looked at: it needs '{by}'")


def _one(probe: Probe, target: Target) -> Check:
    try:
        return Check(probe.name, "ok", probe.look(target))
    except NotApplicable as reason:
        return Check(probe.name, "n/a", str(reason))
    except Wrong as wrong:
        return Check(probe.name, "failed", str(wrong), wrong.fix or probe.fix)
    except OSError as error:
        return Check(probe.name, "failed", str(error) or type(error).__name__, probe.fix)
