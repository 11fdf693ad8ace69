"""Installs the systemd unit that starts the stack with the host; also holds the commands that the unit runs."""

from __future__ import annotations

import argparse
import os
import time

from ops.install import docker as install_docker
from ops.lib import compose, containers, systemd_unit
from ops.lib.console import ROOT, Failure, guard, run

DOCKER_SECONDS = 120


def _profile() -> list[str]:
    """Return the option that selects the engine which has a container here, else none: --profile may have chosen it."""
    found = [each.service for each in containers.every() if each.ours and each.service in compose.ENGINES]
    return compose.option(found[0] if found else None)


def start() -> None:
    """Start the chosen services with the images on this host, since the network may be down.

    Raises:
        Failure: Docker does not answer in time, or the stack does not start.
    """
    deadline = time.monotonic() + DOCKER_SECONDS
    while error := install_docker.docker_error():
        if time.monotonic() > deadline:
            raise Failure(f"Docker did not answer within {DOCKER_SECONDS} s: {error}", "systemctl start docker")
        time.sleep(1)
    command = ["docker", "compose", *_profile(), "up", "--detach", "--no-build", "--pull=never", "--remove-orphans"]
    run(command, what="the stack did not start", fix="make up")


def stop() -> None:
    """Stop the containers, the gateway first so that open streams end; keep the containers and their networks.

    Raises:
        Failure: Docker refuses.
    """
    run(["docker", "compose", *_profile(), "stop"], what="the stack did not stop", fix="see the lines above")


def main() -> None:
    """Run the command line's command; OFF in the environment turns 'install' into the removal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("verb", choices=("install", "start", "stop"))
    verb = parser.parse_args().verb
    {"install": systemd_unit.remove if os.environ.get("OFF") else systemd_unit.install, "start": start, "stop": stop}[
        verb
    ]()


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
