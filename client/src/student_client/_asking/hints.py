"""Hints for a failure: to read the logs if the API is on this host, or else to ask its operator."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

LOGS = "see 'docker compose ps' and 'docker compose logs gateway'"


def is_loopback(base: str) -> bool:
    """Return whether an address is on this host, so that its operator reads the hint.

    >>> is_loopback("http://localhost:8001/v1"), is_loopback("http://[::1]/v1"), is_loopback("https://llm.example/v1")
    (True, True, False)
    """
    try:
        host = urlsplit(base).hostname or ""
    except ValueError:
        return False
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def ask(base: str, request_id: str | None = None) -> str:
    """Return the hint for a client that cannot fix the fault itself."""
    reference = f", with the request id {request_id}" if request_id else ""
    return f"ask the operator of {base}{reference}"


def look(base: str, request_id: str | None = None) -> str:
    """Return how to find the cause of a failure: read the logs of this host, or ask the operator of another."""
    return LOGS if is_loopback(base) else ask(base, request_id)
