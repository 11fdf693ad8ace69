"""Waits until the running gateway has loaded a changed file. It does so by itself, and keeps connections open."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from pathlib import Path

from ops.lib import compose
from ops.lib.console import STATE, Failure

SECONDS = 15  # allows for the gateway, which looks four times a second
SETTLED = 1.0  # after this time the gateway's metrics are those of the changed files
METRICS = "http://127.0.0.1:9180/metrics"
KEYS_WRITTEN = "gateway_key_file_modified_timestamp_seconds"
# name the metric that is 1 while the file is refused, and the log's message then (caddy/watch/watch.go)
KEY_FILE = ("gateway_key_file_refused", "key file refused, the one in force stays")
CA_FILE = "student-ca.crt"  # is the copy for clients that 'make ca' writes
ROOT_CERTIFICATE = STATE / "data" / "gateway" / "caddy" / "pki" / "authorities" / "local" / "root.crt"


def metric(name: str) -> float:
    """Return one of the gateway's metrics."""
    found = re.search(rf"^{name} (\S+)$", compose.output_of("gateway", "caddy", "healthcheck", METRICS), re.MULTILINE)
    if not found:
        raise Failure(f"the gateway has no metric {name}: it is older than this project", "make up")
    return float(found[1])


def _complaint(message: str) -> str:
    """Return the gateway's last logged reason for refusing."""
    for line in reversed(compose.log("gateway").splitlines()):
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        if entry.get("msg") == message:
            return str(entry["error"])
    return "its log does not say why"


def wait(taken: Callable[[], bool], refusal: tuple[str, str]) -> None:
    """Wait until a file is in force.

    Args:
        taken: is the file in force?
        refusal: the metric that is 1 while the file is refused, and the log's message then.

    Raises:
        Failure: the gateway refuses the file, and keeps the one in force.
    """
    began = time.monotonic()
    while not taken():
        spent = time.monotonic() - began
        refused = spent > SETTLED and metric(refusal[0]) == 1
        if refused or spent > SECONDS:
            what = (
                f"the gateway refuses its files: {_complaint(refusal[1])}"
                if refused
                else f"the gateway did not load the change within {SECONDS} s"
            )
            raise Failure(what, "see 'docker compose logs gateway'; until then the previous files stay in force")
        time.sleep(0.1)


def wait_for_keys(file: Path) -> bool:
    """Wait until the gateway has loaded the key file.

    Args:
        file: the key file.

    Returns:
        Whether a gateway runs. There is no wait without one.

    Raises:
        Failure: it refuses the file, and the previous keys stay in force.
    """
    if not compose.runs("gateway"):
        return False
    written = file.stat().st_mtime - 0.001  # allows for a float's rounding
    wait(lambda: metric(KEYS_WRITTEN) >= written, KEY_FILE)
    return True
