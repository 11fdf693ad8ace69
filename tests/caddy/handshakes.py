"""Clients that ask for a name which resolves to the gateway."""

from __future__ import annotations

import socket
import ssl

import httpx2

from tests.caddy.gateway_box import Gateway

NAME = "student.example.com"
YEAR = "max-age=31536000"


def by_name(box: Gateway, trust: ssl.SSLContext, token: str | None = None) -> httpx2.Client:
    """A client for which the name resolves to the gateway."""
    client = box.client(token, base_url=f"https://127.0.0.1:{box.port[443]}", verify=trust)
    client.headers["Host"] = NAME
    client.event_hooks["request"] = [lambda request: request.extensions.update(sni_hostname=NAME)]
    return client


def handshake(box: Gateway, context: ssl.SSLContext, name: str) -> tuple[str | None, str]:
    """Return the version of TLS and the serial number of the certificate."""
    with (
        socket.create_connection(("127.0.0.1", box.port[443]), timeout=60) as plain,
        context.wrap_socket(plain, server_hostname=name) as wrapped,
    ):
        return wrapped.version(), str((wrapped.getpeercert() or {}).get("serialNumber"))
