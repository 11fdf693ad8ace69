"""Waits until the running gateway has taken a changed file, which it looks at by itself: no connection notices."""

from __future__ import annotations

import json
import os
import re
import socket
import ssl
import time
from collections.abc import Callable
from pathlib import Path

from ops import env_file
from ops.console import ROOT, Failure, capture, guard, say

SECONDS = 15  # the gateway looks four times a second
SETTLED = 1.0  # what the gateway says this long after a change is of the files as they are
METRICS = "http://127.0.0.1:9180/metrics"
KEYS_WRITTEN = "gateway_key_file_modified_timestamp_seconds"
# metric that is 1 while a file is refused, and the log's message then, as caddy/watch/watch.go says it
KEY_FILE = ("gateway_key_file_refused", "key file refused, the one in force stays")
CERTIFICATE = ("gateway_certificate_refused", "certificate refused, the one in force stays")
CERTIFICATE_FILE = ROOT / "state" / "certs" / "cert.pem"


def _metric(name: str) -> float:
    """Return one of the gateway's metrics."""
    done = capture(["docker", "compose", "exec", "-T", "gateway", "caddy", "healthcheck", METRICS])
    found = re.search(rf"^{name} (\S+)$", done.stdout, re.MULTILINE)
    if not found:
        raise Failure(f"the gateway does not tell its metrics: {done.stderr.strip()[-200:]}", "make up")
    return float(found[1])


def _complaint(message: str) -> str:
    """Return the gateway's own words on why it refused, the last it said."""
    done = capture(["docker", "compose", "logs", "--no-log-prefix", "gateway"])
    for line in reversed(done.stdout.splitlines()):
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        if entry.get("msg") == message:
            return str(entry["error"])
    return "its log does not say why"


def _running() -> bool:
    return bool(capture(["docker", "compose", "ps", "--quiet", "--status=running", "gateway"]).stdout.strip())


def _wait(taken: Callable[[], bool], refusal: tuple[str, str]) -> None:
    """Wait until a file is in force.

    Raises:
        Failure: the gateway refuses it, and goes on with what it has.
    """
    began = time.monotonic()
    while not taken():
        spent = time.monotonic() - began
        refused = spent > SETTLED and _metric(refusal[0]) == 1
        if refused or spent > SECONDS:
            what = (
                f"the gateway refuses its files: {_complaint(refusal[1])}" if refused else f"no change in {SECONDS} s"
            )
            raise Failure(what, "mend what it names; until then it goes on with what it had")
        time.sleep(0.1)


def takes_keys(file: Path) -> bool:
    """Wait until the gateway has the key file as it is now.

    Args:
        file: the key file.

    Returns:
        Whether a gateway runs; without one there is nothing to wait for.

    Raises:
        Failure: it refuses the file, and the keys it had stay in force.
    """
    if not _running():
        return False
    written = file.stat().st_mtime - 0.001  # a metric is a float, a file's time is not
    _wait(lambda: _metric(KEYS_WRITTEN) >= written, KEY_FILE)
    return True


def _served(host: str, port: int) -> bytes:
    """Return the certificate that the gateway shows to whoever asks for a name, in DER; empty where it shows none."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # whether clients can trust it is asked by 'make verify'
    try:
        with (
            socket.create_connection(("127.0.0.1", port), timeout=5) as plain,
            context.wrap_socket(plain, server_hostname=host) as wrapped,
        ):
            return wrapped.getpeercert(binary_form=True) or b""
    except OSError:
        return b""


def takes_certificate(settings: dict[str, str]) -> str:
    """Wait until the gateway shows the certificate of state/certs.

    Args:
        settings: the stack's, by name.

    Returns:
        The time when it ends.

    Raises:
        Failure: the gateway does not run or has another kind of certificate, or it refuses this one.
    """
    if settings.get("GATEWAY_TLS") != "files":
        raise Failure("GATEWAY_TLS is not files, so state/certs is not read", "docs/tls.md, 'Your own certificate'")
    if not _running():
        raise Failure("no gateway runs", "make up")
    wanted = _certificate(CERTIFICATE_FILE)
    port = int(settings["GATEWAY_HTTPS_PORT"])
    written = max((path.stat().st_mtime for path in CERTIFICATE_FILE.parent.glob("*.pem")), default=0.0)

    def shown() -> bool:
        looked = time.time() > written + SETTLED  # a key alone may have changed, which no handshake shows
        return looked and _served(settings["GATEWAY_HOST"], port) == wanted and _metric(CERTIFICATE[0]) == 0

    _wait(shown, CERTIFICATE)
    end = time.gmtime(_metric("gateway_certificate_not_after_timestamp_seconds"))
    return time.strftime("%Y-%m-%d %H:%M UTC", end)


def _certificate(path: Path) -> bytes | None:
    """Return a file's first certificate in DER; None, which nobody serves, where the gateway says what is wrong."""
    try:
        _, begin, rest = path.read_text(errors="replace").partition("-----BEGIN CERTIFICATE-----")
        return ssl.PEM_cert_to_DER_cert(begin + rest.partition("-----END")[0] + "-----END CERTIFICATE-----")
    except (OSError, ValueError):
        return None


def main() -> None:
    """Wait until the gateway shows the user's own certificate.

    Raises:
        Failure: no gateway runs, or it refuses the certificate.
    """
    end = takes_certificate(env_file.read())
    say(f"   ok     the gateway shows the certificate of state/certs, which ends on {end}")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
