"""Tells the running gateway to read its files anew, and waits until it has."""

from __future__ import annotations

import json
import os
import re
import time

from ops.console import ROOT, Failure, capture, guard, say

SECONDS = 15  # a reload takes a tenth of one on an idle host
METRICS = "http://127.0.0.1:9180/metrics"
LOADED = re.compile(r"^caddy_config_last_reload_success_timestamp_seconds (\S+)$", re.MULTILINE)


def _loaded() -> float:
    """Return when the gateway last took its files, in seconds since 1970."""
    done = capture(["docker", "compose", "exec", "-T", "gateway", "caddy", "healthcheck", METRICS])
    found = LOADED.search(done.stdout)
    if not found:
        raise Failure(f"the gateway does not tell its metrics: {done.stderr.strip()[-200:]}", "make up")
    return float(found[1])


def _complaint(since: float) -> str:
    """Return the gateway's own words on why it refused, if it has said so."""
    done = capture(["docker", "compose", "logs", "--no-log-prefix", f"--since={since:.3f}", "gateway"])
    for line in reversed(done.stdout.splitlines()):
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        if entry.get("msg") == "failed to reload config from file":
            return str(entry["error"])
    return ""


def reload() -> bool:
    """Have the gateway read its files anew: keys, certificates, engine key. Open streams go on.

    Returns:
        Whether a gateway runs; without one there is nothing to do.

    Raises:
        Failure: it refuses what it reads, and goes on with what it has.
    """
    if not capture(["docker", "compose", "ps", "--quiet", "--status=running", "gateway"]).stdout.strip():
        return False
    before, began = _loaded(), time.time()
    capture(["docker", "compose", "kill", "--signal=SIGUSR1", "gateway"])
    while _loaded() == before:
        complaint = _complaint(began)
        if complaint or time.time() > began + SECONDS:
            what = f"the gateway refuses its files: {complaint}" if complaint else f"no reload within {SECONDS} s"
            raise Failure(what, "mend what it names; until then it goes on with what it had")
    return True


def main() -> None:
    """Reload and say so.

    Raises:
        Failure: no gateway runs, or it refuses.
    """
    if not reload():
        raise Failure("no gateway runs", "make up")
    say("   ok     the gateway has read its files anew; open streams went on")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
