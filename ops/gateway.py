"""Waits until the running gateway has taken a change of its files; tells it to read those that it does not watch."""

from __future__ import annotations

import json
import math
import os
import re
import time
from pathlib import Path

from ops.console import ROOT, Failure, capture, guard, say

SECONDS = 15  # a reload takes a tenth of one on an idle host
METRICS = "http://127.0.0.1:9180/metrics"
LOADED = "caddy_config_last_reload_success_timestamp_seconds"
KEYS_WRITTEN = "gateway_key_file_modified_timestamp_seconds"
# as caddy and caddy/keys/watch.go say it
REFUSED = ("failed to reload config from file", "key file refused, the keys in force stay")


def _metric(name: str) -> float:
    """Return one of the gateway's metrics."""
    done = capture(["docker", "compose", "exec", "-T", "gateway", "caddy", "healthcheck", METRICS])
    found = re.search(rf"^{name} (\S+)$", done.stdout, re.MULTILINE)
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
        if entry.get("msg") in REFUSED:
            return str(entry["error"])
    return ""


def _running() -> bool:
    return bool(capture(["docker", "compose", "ps", "--quiet", "--status=running", "gateway"]).stdout.strip())


def _wait_for(metric: str, least: float, began: float) -> None:
    """Wait until a metric, a time, has come to a value.

    Raises:
        Failure: the gateway refuses what it reads, and goes on with what it has.
    """
    while _metric(metric) < least:
        complaint = _complaint(began)
        if complaint or time.time() > began + SECONDS:
            what = f"the gateway refuses its files: {complaint}" if complaint else f"no change within {SECONDS} s"
            raise Failure(what, "mend what it names; until then it goes on with what it had")


def takes_keys(file: Path, began: float) -> bool:
    """Wait until the gateway has the key file, which it looks at by itself: no connection notices.

    Args:
        file: the key file as it was written.
        began: when that was begun, in seconds since 1970.

    Returns:
        Whether a gateway runs; without one there is nothing to wait for.

    Raises:
        Failure: it refuses the file, and the keys it had stay in force.
    """
    if not _running():
        return False
    _wait_for(KEYS_WRITTEN, file.stat().st_mtime - 0.001, began)  # a metric is a float, a file's time is not
    return True


def reload() -> bool:
    """Have the gateway read all its files anew: certificate, engine key, keys. Open streams go on.

    Returns:
        Whether a gateway runs; without one there is nothing to do.

    Raises:
        Failure: it refuses what it reads, and goes on with what it has.
    """
    if not _running():
        return False
    before, began = _metric(LOADED), time.time()
    capture(["docker", "compose", "kill", "--signal=SIGUSR1", "gateway"])
    _wait_for(LOADED, math.nextafter(before, math.inf), began)
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
