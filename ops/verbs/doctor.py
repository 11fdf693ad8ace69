"""``make doctor``: checks before a start whether the chosen engine and model run on this host. Changes nothing."""

from __future__ import annotations

import argparse
import os
import socket
import time
from collections.abc import Mapping

from ops.lib import (
    checkout,
    compose,
    engine_memory,
    env_file,
    gpu_memory,
    gpus,
    model_memory,
    network,
    overlays,
    readiness,
    secret_file,
    settings_check,
    shell,
)
from ops.lib.check import Check, as_json, failures
from ops.lib.console import ROOT, Failure, capture, guard, say


def clock() -> Check:
    """Is the clock at least as late as the project's last commit? Certificates are invalid otherwise."""
    last = capture(["git", "log", "-1", "--format=%ct"]).stdout.strip()
    now = time.time()
    today = time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime(now))
    if last.isdigit() and now < int(last):
        return Check("clock", "failed", f"{today} is before the newest commit", "timedatectl set-ntp true")
    synchronised = capture(["timedatectl", "show", "--property=NTPSynchronized", "--value"]).stdout.strip()
    how = {"yes": ", kept by NTP", "no": ", not kept by NTP: run 'timedatectl set-ntp true'"}.get(synchronised, "")
    return Check("clock", "ok", today + how)


def name(settings: Mapping[str, str]) -> Check:
    """Does the name in the certificate lead to an address?"""
    host = settings["GATEWAY_HOST"]
    if host == "localhost":
        return Check("name", "n/a", "localhost: only this host's own programs use it")
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        fix = f"make a DNS record for {host}, or set GATEWAY_HOST=localhost in env/student.env"
        return Check("name", "failed", f"GATEWAY_HOST {host!r} has no address", fix)
    address = str(found[0][4][0])
    here = "this host" if _ours(address) else "not an address of this host: right only behind a router that forwards"
    return Check("name", "ok", f"{host} is {address}, {here}")


def _ours(address: str) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as probe:
        try:
            probe.bind((address, 0))
        except OSError:
            return False
    return True


def memory(settings: Mapping[str, str]) -> list[Check]:
    """Return the checks of the model in memory: the GPU's, or the host's if no GPU is used."""
    engine = compose.chosen_engine(settings)
    found = () if overlays.CPU in overlays.used(settings) else gpus.look().gpus
    try:
        wanted = engine_memory.plan(settings)
    except (model_memory.Unreadable, OSError) as error:
        return [Check("model", "n/a", f"its size is not known: {error}")]
    running = compose.runs(engine)
    if not found:  # before 'make init' no overlay is chosen yet
        return [engine_memory.on_host(settings, wanted, running=running)]
    return [gpu_memory.judge(settings, wanted, found, running=running)]


def rendered() -> Check:
    """Does Compose accept the files and settings?"""
    try:
        services = compose.services()
    except Failure as failure:
        return Check("config", "failed", failure.what, failure.fix)
    return Check("config", "ok", f"Compose starts {', '.join(services)}")


def on_this_host() -> list[Check]:
    """Return this host's checks for the current settings.

    Raises:
        Failure: a setting cannot be used or is missing, or the project cannot run here.
    """
    settings = readiness.looked_at()
    checks = readiness.checks(settings)
    known = {check.name: check.status for check in checks}
    if known.get("compose") == "ok" and env_file.ENV_FILE.exists():
        checks.append(rendered())
    checks += [clock(), name(settings), network.localhost(settings), network.proxy(settings), secret_file.check()]
    checks.append(checkout.modes(ROOT, settings["STACK_USER"]))
    if known.get("engine") == "ok" and known.get("gpu") != "failed":
        checks += memory(settings)
    return checks


def main(arguments: list[str] | None = None) -> None:
    """Print one line for each check.

    Args:
        arguments: of the command; None reads them from the command line.

    Raises:
        Failure: at least one check failed.
    """
    parser = argparse.ArgumentParser(prog="make doctor", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one line of JSON instead of the table")
    wants_json = parser.parse_args(arguments).json
    checks = [*settings_check.checks(), shell.check(), checkout.path(ROOT), checkout.link(ROOT)]
    try:
        checks += on_this_host()
    except Failure:
        if not failures(checks):
            raise  # skips the rest, for which a line above gives the reason
    say(as_json(checks) if wants_json else "\n".join(check.line() for check in checks))
    if failed := dict.fromkeys(failures(checks)):
        raise Failure(f"the host is not ready ({', '.join(failed)})", "see the lines above, then make doctor again")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
