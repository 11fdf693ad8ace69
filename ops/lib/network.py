"""Checks the parts of this host's network that affect the stack: proxies, and ::1 beside 127.0.0.1."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from ops.lib import host, overlays
from ops.lib.check import Check

KINDS = {"httpProxy": "HTTP_PROXY", "httpsProxy": "HTTPS_PROXY", "ftpProxy": "FTP_PROXY", "allProxy": "ALL_PROXY"}
"""A proxy's name in Docker's client configuration, and the container's variable for it, in upper or lower case."""
PROXIES = [name for upper in (*KINDS.values(), "NO_PROXY") for name in (upper, upper.lower())]


def _client_file() -> Path:
    return Path(os.environ.get("DOCKER_CONFIG") or host.home() / ".docker") / "config.json"


def of_docker() -> dict[str, str]:
    """Return the proxies of Docker's client configuration by their variable; none if it cannot be read."""
    try:
        hosts = json.loads(_client_file().read_text()).get("proxies", {})
    except (OSError, ValueError, AttributeError):
        return {}
    chosen = hosts.get(os.environ.get("DOCKER_HOST", "")) or hosts.get("default") or {}
    return {variable: chosen[kind] for kind, variable in KINDS.items() if chosen.get(kind)}


def of_shell() -> dict[str, str]:
    """Return the proxies of this shell's environment by their variable."""
    found = {name: os.environ.get(name) or os.environ.get(name.lower()) or "" for name in KINDS.values()}
    return {name: value for name, value in found.items() if value}


def build_arguments() -> list[str]:
    """Return the arguments that pass the shell's proxies to an image's build: names, as values may have passwords.

    Docker's client passes its own proxies. The image keeps none.
    """
    return [f"--build-arg={name}" for name in PROXIES if os.environ.get(name)]


def _shown(proxies: Mapping[str, str]) -> str:
    """Return proxies for the screen, without user names and passwords."""
    return ", ".join(sorted({urlsplit(value).netloc.rpartition("@")[2] or "unreadable" for value in proxies.values()}))


def proxy(settings: Mapping[str, str]) -> Check:
    """Is a proxy configured, and which programs use it?"""
    places = {str(_client_file()): of_docker(), "this shell": of_shell()}
    found = " and ".join(f"{_shown(proxies)} ({place})" for place, proxies in places.items() if proxies)
    if not found:
        return Check("proxy", "n/a", "none configured")
    uses = "for installs, image builds and the model's download; no service of the stack uses one"
    if overlays.PUBLIC in overlays.used(settings) and settings.get("GATEWAY_TLS") == "acme":
        own = settings.get("GATEWAY_ACME_PROXY")
        uses += f" but the gateway, to ask the CA: {_shown({'': own})}" if own else " (for the CA: GATEWAY_ACME_PROXY)"
    return Check("proxy", "ok", f"{found}: {uses}")


def localhost(settings: Mapping[str, str]) -> Check:
    """Do programs whose localhost is ::1 first reach the stack?"""
    if not host.has_ipv6_loopback():
        return Check("::1", "n/a", "not on this host")
    if overlays.IPV6 in overlays.used(settings):
        return Check("::1", "ok", "published on, as on 127.0.0.1")
    return Check("::1", "n/a", f"not published on; it is with :{overlays.IPV6} in COMPOSE_FILE in env/student.env")
