"""Defines a check of the running stack, and runs a list of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ops.lib.check import Check


class Wrong(Exception):
    """A check failed.

    Args:
        found: what was found, with the value that was expected.
        fix: what to type, if it differs from the probe's own fix.
    """

    def __init__(self, found: str, fix: str = "") -> None:
        super().__init__(found)
        self.fix = fix


class NotApplicable(Exception):
    """The check does not apply; the message says why."""


@dataclass
class Target:
    """The checked stack.

    Args:
        settings: of env/student.env.
        model: the configuration that Compose renders from it.
        engine: the name of the service that serves the model.
        notes: measurements of earlier checks, for comparison in later ones.
    """

    settings: Mapping[str, str]
    model: Mapping[str, Any]
    engine: str
    notes: dict[str, float] = field(default_factory=dict)

    def port(self, setting: str) -> int:
        """Return a port of the settings as a number."""
        return int(self.settings[setting])


@dataclass(frozen=True)
class Probe:
    """One check.

    Args:
        name: what is checked; a row's name.
        look: returns its finding; raises Wrong or NotApplicable.
        fix: what to type when it failed.
        needs: names of probes that must pass first, so that one fault is reported once.
    """

    name: str
    look: Callable[[Target], str]
    fix: str
    needs: tuple[str, ...] = ()


def run(probes: Iterable[Probe], target: Target) -> Iterator[Check]:
    """Run ``probes`` in their order.

    Yields:
        One check for each probe, as soon as it ends.
    """
    fine: set[str] = set()
    for probe in probes:
        missing = next((name for name in probe.needs if name not in fine), None)
        check = _one(probe, target) if missing is None else _blocked(probe, missing)
        if check.status == "ok":
            fine.add(probe.name)
        yield check


def _blocked(probe: Probe, by: str) -> Check:
    return Check(probe.name, "n/a", f"not checked: it requires '{by}'")


def _one(probe: Probe, target: Target) -> Check:
    try:
        return Check(probe.name, "ok", probe.look(target))
    except NotApplicable as reason:
        return Check(probe.name, "n/a", str(reason))
    except Wrong as wrong:
        return Check(probe.name, "failed", str(wrong), wrong.fix or probe.fix)
    except OSError as error:
        return Check(probe.name, "failed", str(error) or type(error).__name__, probe.fix)
