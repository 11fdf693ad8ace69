"""Reads this host's loopback addresses, ports, memory and user. Changes nothing."""

from __future__ import annotations

import os
import socket
from pathlib import Path

LOOPBACK, LOOPBACK_6 = "127.0.0.1", "::1"
MEMORY = Path("/proc/meminfo")
SERVICE_USER = 65532  # is 'nonroot' in distroless images


def stack_user() -> str:
    """Return the containers' uid:gid for a stack that this user sets up; never root."""
    uid, gid = (os.getuid(), os.getgid()) if os.getuid() else (SERVICE_USER, SERVICE_USER)
    return f"{uid}:{gid}"


def home() -> Path:
    """Return this user's home folder; / for a user without one, as Docker's client takes it."""
    try:
        return Path.home()
    except RuntimeError:
        return Path("/")


def memory() -> int:
    """Return the bytes of memory that are available to programs."""
    return _memory("MemAvailable")


def all_memory() -> int:
    """Return the bytes of memory that this host has."""
    return _memory("MemTotal")


def _memory(field: str) -> int:
    fields = dict(line.split(":", 1) for line in MEMORY.read_text().splitlines())
    return int(fields[field].split()[0]) * 1024


def has_ipv6_loopback() -> bool:
    """Does this host have ::1? Some programs try it first for localhost."""
    return socket.has_ipv6 and not taken(LOOPBACK_6, 0)


def taken(address: str, port: int) -> bool:
    """Does a program listen on a port, or is the address not this host's? An empty address means all addresses."""
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except PermissionError:
            return False  # skips a low port, which Docker may bind although this user may not
        except OSError:
            return True
    return False
