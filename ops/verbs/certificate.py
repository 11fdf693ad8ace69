"""Waits until the running gateway serves the certificate of state/certs, or reports why it does not."""

from __future__ import annotations

import os
import socket
import ssl
import time
from pathlib import Path

from ops.lib import compose, env_file
from ops.lib.console import ROOT, STATE, Failure, guard, say
from ops.lib.gateway import SETTLED, metric, wait

FILE = STATE / "certs" / "cert.pem"
# name the metric that is 1 while the certificate is refused, and the log's message then (caddy/watch/watch.go)
REFUSED = ("gateway_certificate_refused", "certificate refused, the one in force stays")


def _shown(host: str, port: int) -> bytes:
    """Return the certificate that the gateway serves for a name, in DER; empty if it serves none."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # leaves the question of trust to 'make verify'
    try:
        with (
            socket.create_connection(("127.0.0.1", port), timeout=5) as plain,
            context.wrap_socket(plain, server_hostname=host) as wrapped,
        ):
            return wrapped.getpeercert(binary_form=True) or b""
    except OSError:
        return b""


def wait_for_certificate(settings: dict[str, str]) -> str:
    """Wait until the gateway serves the certificate of state/certs.

    Args:
        settings: the stack's, by name.

    Returns:
        The time when it expires.

    Raises:
        Failure: the gateway does not run, uses another kind of certificate, or refuses this one.
    """
    if settings.get("GATEWAY_TLS") != "files":
        raise Failure("GATEWAY_TLS is not files, so state/certs is not read", "docs/tls.md, 'Your own certificate'")
    if not compose.runs("gateway"):
        raise Failure("the gateway does not run", "make up")
    expected = _certificate(FILE)
    port = int(settings["GATEWAY_HTTPS_PORT"])
    written = max((path.stat().st_mtime for path in FILE.parent.glob("*.pem")), default=0.0)

    def shown() -> bool:
        looked = time.time() > written + SETTLED  # waits, since a handshake does not show a new private key
        return looked and _shown(settings["GATEWAY_HOST"], port) == expected and metric(REFUSED[0]) == 0

    wait(shown, REFUSED)
    end = time.gmtime(metric("gateway_certificate_not_after_timestamp_seconds"))
    return time.strftime("%Y-%m-%d %H:%M UTC", end)


def _certificate(path: Path) -> bytes | None:
    """Return a file's first certificate in DER; None if it cannot be read: the gateway then reports why."""
    try:
        _, begin, rest = path.read_text(errors="replace").partition("-----BEGIN CERTIFICATE-----")
        return ssl.PEM_cert_to_DER_cert(begin + rest.partition("-----END")[0] + "-----END CERTIFICATE-----")
    except (OSError, ValueError):
        return None


def main() -> None:
    """Wait until the gateway serves the user's own certificate.

    Raises:
        Failure: the gateway does not run, or refuses the certificate.
    """
    end = wait_for_certificate(env_file.read())
    say(f"   ok     the gateway serves the certificate of state/certs, which expires on {end}")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
