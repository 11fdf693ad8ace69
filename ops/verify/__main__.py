"""``make verify``: looks at the running stack and says of each promise whether it is kept."""

from __future__ import annotations

import argparse
import os

from ops import env_file
from ops.check import Check, as_json, failures
from ops.console import ROOT, Failure, guard, say
from ops.verify import api, containers, metrics, probe


def main(arguments: list[str] | None = None) -> None:
    """Check everything and print one line a check.

    Args:
        arguments: of the command; None takes them from the command line.

    Raises:
        Failure: at least one check failed, or there is nothing to look at.
    """
    parser = argparse.ArgumentParser(prog="make verify", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one line of JSON instead of the table")
    wants_json = parser.parse_args(arguments).json
    settings = env_file.read()
    model = containers.rendered()
    engine = containers.engine_service(model)
    target = probe.Target(settings, model, engine)
    probes = [
        *containers.containers(model),
        containers.SHUT_OFF,
        containers.PORTS,
        containers.MODES,
        *api.probes(engine),
        *metrics.probes(engine, set(model["services"])),
    ]
    metrics.remember_counter(target)
    width = max(len(each.name) for each in probes)
    checks: list[Check] = []
    for check in probe.run(probes, target):
        checks.append(check)
        if not wants_json:
            say(check.line(width))
    if wants_json:
        say(as_json(checks))
    if failed := failures(checks):
        raise Failure(f"not as promised: {', '.join(failed)}", "see these lines above, then make verify again")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
