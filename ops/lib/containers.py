"""Finds the containers of Compose projects by their labels, even if the settings are broken or gone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ops.lib import docker_errors
from ops.lib.console import ROOT, capture

LABEL = "com.docker.compose."
STOPPED = ("exited", "created", "dead")


@dataclass(frozen=True)
class Container:
    """One container of a stack.

    Args:
        name: of the container.
        project: the stack's name.
        service: of compose.yaml.
        folder: the project folder in which it was started.
        state: running, exited, restarting, created and so on.
        health: healthy, unhealthy or starting; empty when it has no health check.
        exit_code: of its last end.
        inspected: Docker's full description of it.
    """

    name: str
    project: str
    service: str
    folder: Path
    state: str
    health: str
    exit_code: int
    inspected: Mapping[str, Any]

    @property
    def ours(self) -> bool:
        """Was it started in this folder?"""
        return self.folder.resolve() == ROOT.resolve()

    @property
    def status(self) -> str:
        """Return its state for the screen."""
        code = f" ({self.exit_code})" if self.state == "exited" else ""
        return f"{self.state}{code}" + (f", {self.health}" if self.health else "")

    def ports(self) -> list[str]:
        """Return the ports of this host that it publishes."""
        published = self.inspected["NetworkSettings"]["Ports"] or {}
        return [binding["HostPort"] for bindings in published.values() for binding in bindings or ()]


def every(project: str = "") -> list[Container]:
    """Return the containers of all folders, running or not; none if no Docker answers.

    Args:
        project: the stack's name; empty for all of this host.

    Raises:
        Failure: Docker answers others, and not this user.
    """
    label = f"label={LABEL}project" + (f"={project}" if project else "")
    listed = capture(["docker", "ps", "--all", "--quiet", "--filter", label])
    docker_errors.refuse_forbidden(listed.stderr)
    ids = listed.stdout.split() if listed.returncode == 0 else []
    found = json.loads(capture(["docker", "inspect", *ids]).stdout or "[]") if ids else []
    return [
        _container(entry)
        for entry in found
        if entry["Config"]["Labels"].get(f"{LABEL}project.working_dir")  # other programs than Compose set none
    ]


def _container(entry: Mapping[str, Any]) -> Container:
    labels, state = entry["Config"]["Labels"], entry["State"]
    return Container(
        entry["Name"].lstrip("/"),
        labels[f"{LABEL}project"],
        labels.get(f"{LABEL}service", ""),
        Path(labels[f"{LABEL}project.working_dir"]),
        state["Status"],
        state.get("Health", {}).get("Status", ""),
        state["ExitCode"],
        entry,
    )


def running() -> list[Container]:
    """Return this folder's containers that are not stopped, of stacks of any name."""
    return [each for each in every() if each.ours and each.state not in STOPPED]
