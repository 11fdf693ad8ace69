"""``make verify``: checks each promise of the running stack and reports whether it is kept."""

from __future__ import annotations

import argparse
import os

from ops.lib import compose, env_file
from ops.lib.check import Check, as_json, failures
from ops.lib.console import ROOT, Failure, guard, say
from ops.verbs.verify import api, containers, metrics, probe


def main(arguments: list[str] | None = None) -> None:
    """Run all checks and print one line for each.

    Args:
        arguments: of the command; None reads them from the command line.

    Raises:
        Failure: at least one check failed, or no stack runs.
    """
    parser = argparse.ArgumentParser(prog="make verify", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one line of JSON instead of the table")
    wants_json = parser.parse_args(arguments).json
    compose.refuse_another()
    settings = compose.in_use(env_file.read())
    model = compose.rendered(settings["COMPOSE_PROFILES"])
    engine = compose.engine_service(model)
    target = probe.Target(settings, model, engine)
    probes = [
        *containers.containers(model),
        containers.ISOLATED,
        containers.PORTS,
        containers.PAST_PROXIES,
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
        raise Failure(f"checks failed: {', '.join(failed)}", "see the fixes above, then make verify again")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
