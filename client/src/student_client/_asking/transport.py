"""Sends requests by httpx2: the part that the sync and the async client share."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterator
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

import httpx2

from .._errors import BadResponse, ConfigurationError, ConnectionFailed, RequestTimeout, StudentError
from . import hints
from .endpoint import Endpoint
from .protocol import Reply

MAX_BODY = 8 * 1024 * 1024
"""Longest answer that is read, in bytes; a plan has a few hundred."""
CONNECT_SECONDS = 10.0
LOOPBACK = ("all://localhost", "all://127.0.0.1", "all://[::1]")


def client_options() -> dict[str, Any]:
    """Return the arguments that both kinds of httpx2 client are made with."""
    return {
        # Open as many connections as there are requests at once; plan_many bounds them.
        "limits": httpx2.Limits(max_connections=None, max_keepalive_connections=None),
        # Bypass the environment's proxies for addresses of this host.
        "mounts": dict.fromkeys(LOOPBACK),
        # Keep no cookie: one of the student's could reach a teacher on the same host.
        "cookies": CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        "headers": {"user-agent": "student-client", "accept": "application/json"},
    }


class Requests:
    """Makes requests. It parses addresses and headers once; httpx2 would do so for each request.

    Args:
        headers: the httpx2 client's own headers.
    """

    def __init__(self, headers: httpx2.Headers) -> None:
        self._own = headers
        self._known: dict[tuple[str, str], tuple[httpx2.URL, httpx2.Headers]] = {}

    def __call__(self, method: str, path: str, endpoint: Endpoint, content: bytes, seconds: float) -> httpx2.Request:
        """Return a request with a time-out in seconds.

        Raises:
            httpx2.InvalidURL: the endpoint's base is not an address.
        """
        known = self._known.get((endpoint.author, path))
        if known is None:
            headers = self._own.copy()
            headers.update(endpoint.headers())
            known = self._known[endpoint.author, path] = httpx2.URL(endpoint.base + path), headers
        url, headers = known
        timeout = {"connect": min(seconds, CONNECT_SECONDS), "read": seconds, "write": seconds, "pool": seconds}
        return httpx2.Request(method, url, headers=headers, content=content or None, extensions={"timeout": timeout})


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

    def reply(self, response: httpx2.Response) -> Reply:
        """Return the whole answer."""
        return Reply(response.status_code, response.headers, b"".join(self._parts))


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
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
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
