"""Where requests go, what is read of an answer, and which error a failure becomes: for both kinds of client."""

from __future__ import annotations

import select
import socket
import ssl
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from errno import ECONNREFUSED
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any
from urllib.request import getproxies

import httpx2

from .._errors import BadResponse, ConfigurationError, ConnectionFailed, RequestTimeout, StudentError
from . import hints
from .endpoint import Endpoint
from .protocol import Reply

MAX_BODY = 8 * 1024 * 1024
"""Longest answer that is read, in bytes; a plan has a few hundred."""
CONNECT_SECONDS = 10.0
LOOPBACK = ("localhost", "127.0.0.1", "::1")
HEADERS = {"user-agent": "student-client", "accept": "application/json"}


def client_options() -> dict[str, Any]:
    """Return the arguments that both kinds of httpx2 client are made with."""
    return {
        # Open as many connections as there are requests at once; plan_many bounds them.
        "limits": httpx2.Limits(max_connections=None, max_keepalive_connections=None),
        # Bypass the environment's proxies for addresses of this host.
        "mounts": {f"all://{f'[{host}]' if ':' in host else host}": None for host in LOOPBACK},
        # Keep no cookie: one of the student's could reach a teacher on the same host.
        "cookies": CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        "headers": HEADERS,
    }


def request_options(endpoint: Endpoint, content: bytes, seconds: float) -> dict[str, Any]:
    """Return the arguments of an httpx2 request besides its method and address."""
    timeout = httpx2.Timeout(seconds, connect=min(seconds, CONNECT_SECONDS))
    return {"headers": endpoint.headers(), "content": content or None, "timeout": timeout}


@dataclass(frozen=True, eq=False)
class Target:
    """Where requests go straight, parsed once.

    Args:
        host: the host's name or address.
        port: its port.
        path: the path and the query.
        headers: those of each request.
        tls: settings of an encrypted connection; None for a plain one.
    """

    host: str
    port: int
    path: bytes
    headers: list[tuple[bytes, bytes]]
    tls: ssl.SSLContext | None


class Targets:
    """Finds out which requests go straight, and where.

    Args:
        direct: False to send none straight, since the caller handed in a transport.
    """

    def __init__(self, *, direct: bool) -> None:
        self._direct = direct
        self._known: dict[tuple[str, str], Target | None] = {}

    def __call__(self, endpoint: Endpoint, path: str) -> Target | None:
        """Return where an endpoint's requests go, or None if httpx2 must send them.

        Raises:
            httpx2.InvalidURL: the endpoint's base is not an address.
        """
        key = endpoint.author, path
        if key not in self._known:
            url = httpx2.URL(endpoint.base + path)
            self._known[key] = _target(url, endpoint.headers()) if self._direct and is_direct(url) else None
        return self._known[key]


def is_direct(url: httpx2.URL) -> bool:
    """Return whether the way needs no proxy and nothing else that only httpx2 has."""
    if url.scheme not in ("http", "https") or not url.host or url.userinfo or not hasattr(select, "poll"):
        return False
    proxies = getproxies()
    return url.host in LOOPBACK or not any(proxies.get(kind) for kind in ("http", "https", "all"))


def _target(url: httpx2.URL, headers: dict[str, str]) -> Target:
    encrypted = url.scheme == "https"
    # Ask for no compression: an answer has a few hundred bytes.
    sent = {"host": url.netloc.decode("ascii")} | HEADERS | {"accept-encoding": "identity"} | headers
    return Target(
        url.raw_host.decode("ascii"),
        url.port or (443 if encrypted else 80),
        url.raw_path,
        [(name.encode(), value.encode()) for name, value in sent.items()],
        httpx2.create_ssl_context() if encrypted else None,
    )


class Body:
    """Collects an answer's body, with a bound on its length and time."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._parts: list[bytes] = []
        self._length = 0

    def add(self, part: bytes) -> None:
        """Add the next part.

        Raises:
            httpx2.ReadTimeout: the time is over; httpx2 itself bounds only the time between two parts.
            ValueError: the body is too long.
        """
        self._parts.append(part)
        self._length += len(part)
        if self._length > MAX_BODY:
            raise ValueError
        if time.monotonic() > self._end:
            raise httpx2.ReadTimeout("the answer trickles")

    def reply(self, status: int, headers: Mapping[str, str]) -> Reply:
        """Return the whole answer."""
        return Reply(status, headers, b"".join(self._parts))


FAILURES = (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, ValueError, OSError)
"""The exceptions that :func:`translate` accepts."""


def translate(error: Exception, endpoint: Endpoint, seconds: float) -> StudentError:
    """Return the exception that a caller sees for a failure of the transport."""
    base, prefix = endpoint.base, endpoint.prefix
    if isinstance(error, httpx2.InvalidURL):
        return ConfigurationError(f"{prefix}_API_BASE is {base!r}, which is not an address. Fix: correct it")
    if isinstance(error, httpx2.TimeoutException) and not isinstance(error, httpx2.ConnectTimeout):
        fix = "raise STUDENT_TIMEOUT_SECONDS or lower STUDENT_PLAN_TOKENS; the engine may be busy"
        return RequestTimeout(f"no answer from {base} within {seconds:g} s. Fix: {fix}")
    if isinstance(error, ValueError | httpx2.DecodingError):
        return BadResponse(
            f"the answer of {base} is damaged or longer than {MAX_BODY} bytes. Fix: check {prefix}_API_BASE"
        )
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in _causes(error)):
        fix = "trust the gateway's own authority (SSL_CERT_FILE), or use the name that is in its certificate"
        return ConnectionFailed(f"the certificate of {base} is not trusted. Fix: {fix}")
    if not hints.is_loopback(base):
        fix = f"check {prefix}_API_BASE and this host's network, or {hints.ask(base)}"
    elif endpoint.author == "student":
        fix = f"start the stack with 'make up', or set {prefix}_API_BASE"
    else:
        fix = f"check {prefix}_API_BASE"
    return ConnectionFailed(f"nothing answers at {base} ({_reason(error)}). Fix: {fix}")


def _reason(error: Exception) -> str:
    causes = list(_causes(error))
    # Look at the words, too: asyncio reports failures of several addresses in no other way.
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes) or f"[Errno {ECONNREFUSED}]" in str(error):
        return "connection refused"
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return "no such host"
    if isinstance(error, httpx2.ConnectTimeout):
        return f"no connection within {CONNECT_SECONDS:g} s"
    if isinstance(error, httpx2.RemoteProtocolError | httpx2.ReadError | httpx2.WriteError):
        return "the connection broke"
    return " ".join(str(error).split())[:120] or type(error).__name__


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and all its causes, including those in exception groups."""
    seen: set[int] = set()
    queue: list[BaseException | None] = [error]
    while queue:
        current = queue.pop()
        if current is not None and id(current) not in seen:
            seen.add(id(current))
            yield current
            queue += [current.__cause__, current.__context__, *getattr(current, "exceptions", ())]
