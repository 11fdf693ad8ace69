"""Carrying requests: what the sync and the async client share around httpx2."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterator
from functools import lru_cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

import httpx2

from .._errors import BadResponse, ConfigurationError, ConnectionFailed, RequestTimeout, StudentError
from .protocol import Endpoint, Reply

MAX_BODY = 8 * 1024 * 1024
"""Longest answer read, in bytes: a plan has some hundred."""
CONNECT_SECONDS = 10.0
LOOPBACK = ("all://localhost", "all://127.0.0.1", "all://[::1]")


def client_options() -> dict[str, Any]:
    """Return what both kinds of httpx2 client are made with."""
    return {
        # As many connections as there are requests at once: plan_many bounds those.
        "limits": httpx2.Limits(max_connections=None, max_keepalive_connections=None),
        # This host is never reached through a proxy of the environment.
        "mounts": dict.fromkeys(LOOPBACK),
        # No cookie is kept: one of the student's could reach a teacher on the same host.
        "cookies": CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        "headers": {"user-agent": "student-client", "accept": "application/json"},
    }


@lru_cache(maxsize=16)
def address(base: str, path: str) -> httpx2.URL:
    """Return an address, read once: httpx2 would read it again for each request."""
    return httpx2.URL(base + path)


def timeouts(seconds: float) -> httpx2.Timeout:
    """Return time-outs for a request that may take ``seconds``."""
    return httpx2.Timeout(seconds, connect=min(seconds, CONNECT_SECONDS))


class Body:
    """Collects an answer's body within a length and a time."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._parts: list[bytes] = []
        self._length = 0

    def add(self, part: bytes) -> None:
        """Take the next part.

        Raises:
            httpx2.ReadTimeout: the time is over; httpx2 itself only bounds the time between two parts.
            ValueError: it is too long.
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
"""What :func:`translate` takes."""


def translate(error: Exception, endpoint: Endpoint, seconds: float) -> StudentError:
    """Turn a failure of the transport into the exception a caller meets."""
    base, prefix = endpoint.base, endpoint.prefix
    start = "start the stack with 'make up', or set" if endpoint.author == "student" else "check"
    if isinstance(error, httpx2.InvalidURL):
        return ConfigurationError(f"{prefix}_API_BASE is {base!r}, which is no address. Fix: correct it")
    if isinstance(error, httpx2.TimeoutException) and not isinstance(error, httpx2.ConnectTimeout):
        fix = "raise STUDENT_TIMEOUT_SECONDS or lower STUDENT_MAX_TOKENS; the engine may be busy"
        return RequestTimeout(f"no answer from {base} within {seconds:g} s. Fix: {fix}")
    if isinstance(error, ValueError | httpx2.DecodingError):
        return BadResponse(
            f"the answer of {base} is damaged or longer than {MAX_BODY} bytes. Fix: check {prefix}_API_BASE"
        )
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in _causes(error)):
        fix = "trust the gateway's own authority (SSL_CERT_FILE), or use the name that is in its certificate"
        return ConnectionFailed(f"the certificate of {base} is not trusted. Fix: {fix}")
    return ConnectionFailed(f"nothing answers at {base} ({_reason(error)}). Fix: {start} {prefix}_API_BASE")


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
    """Walk what led to an error, members of groups too."""
    seen: set[int] = set()
    queue: list[BaseException | None] = [error]
    while queue:
        current = queue.pop()
        if current is not None and id(current) not in seen:
            seen.add(id(current))
            yield current
            queue += [current.__cause__, current.__context__, *getattr(current, "exceptions", ())]
