"""Sends requests, for threads: straight over HTTP/1.1, a fraction of httpx2's work, or by httpx2 if that is needed."""

from __future__ import annotations

import contextlib
import select
import socket
import time

import httpx2

from .endpoint import Endpoint
from .protocol import Reply
from .transport import (
    CONNECT_SECONDS,
    FAILURES,
    Body,
    Target,
    Targets,
    client_options,
    request_options,
    translate,
)
from .wire import Idle, Wire


class Connection:
    """One connection; one thread at a time.

    Args:
        target: where it leads.
        seconds: longest time to connect.

    Raises:
        httpx2.ConnectTimeout: it took longer.
        httpx2.ConnectError: there is no connection.
    """

    def __init__(self, target: Target, seconds: float) -> None:
        self._wire = Wire()
        try:
            self._socket = socket.create_connection((target.host, target.port), min(seconds, CONNECT_SECONDS))
            try:
                self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                if target.tls is not None:
                    self._socket = target.tls.wrap_socket(self._socket, server_hostname=target.host)
            except BaseException:
                self._socket.close()
                raise
        except TimeoutError as error:
            raise httpx2.ConnectTimeout(str(error)) from error
        except OSError as error:
            raise httpx2.ConnectError(str(error)) from error
        self._readable = select.poll()
        self._readable.register(self._socket, select.POLLIN)

    def ask(self, target: Target, method: str, content: bytes, seconds: float) -> Reply:
        """Return the answer to a request; see :class:`Wire` for the arguments and what is raised.

        Raises:
            httpx2.ReadTimeout: there is no whole answer within the seconds.
            httpx2.ReadError: the connection broke.
        """
        end = time.monotonic() + seconds
        left = self._wire.ask(target, method, content, Body(seconds))
        try:
            self._socket.settimeout(seconds)
            # Read the answer even if the other end refused the request before it read all of it.
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                self._socket.sendall(left)
            reply = None
            while reply is None:
                self._socket.settimeout(max(0.001, end - time.monotonic()))
                reply = self._wire.receive(self._socket.recv(65536))
        except TimeoutError as error:
            raise httpx2.ReadTimeout(str(error)) from error
        except OSError as error:
            raise httpx2.ReadError(str(error)) from error
        return reply

    def renew(self) -> bool:
        """Get ready for another request; return False if this connection allows none."""
        return self._wire.renew()

    def is_open(self) -> bool:
        """Return whether it can carry another request: an idle one that can be read was closed by the other end."""
        return not self._readable.poll(0)

    def close(self) -> None:
        """Close it."""
        self._socket.close()


class Carrier:
    """Sends requests, over connections that it keeps. Safe to share between threads.

    Args:
        transport: an httpx2 transport for all of them; None for the network.
    """

    def __init__(self, transport: httpx2.BaseTransport | None) -> None:
        # Make httpx2's client only if it is needed: that takes longer than several requests.
        self._http = None if transport is None else httpx2.Client(transport=transport, **client_options())
        self._targets = Targets(direct=transport is None)
        self._idle: Idle[Connection] = Idle()

    def __call__(self, endpoint: Endpoint, method: str, path: str, content: bytes, seconds: float) -> Reply:
        """Return the answer to a request.

        Args:
            endpoint: the API.
            method: GET or POST.
            path: what follows the API's base.
            content: what is sent.
            seconds: longest time to wait.

        Raises:
            StudentError: there is no answer.
        """
        try:
            target = self._targets(endpoint, path)
            if target is not None:
                return self._straight(target, method, content, seconds)
            if self._http is None:
                self._http = httpx2.Client(**client_options())
            body, options = Body(seconds), request_options(endpoint, content, seconds)
            with self._http.stream(method, endpoint.base + path, **options) as response:
                for part in response.iter_bytes():
                    body.add(part)
                return body.reply(response.status_code, response.headers)
        except FAILURES as error:
            raise translate(error, endpoint, seconds) from error

    def close(self) -> None:
        """Close all connections."""
        self._idle.close()
        if self._http is not None:
            self._http.close()

    def _straight(self, target: Target, method: str, content: bytes, seconds: float) -> Reply:
        connection = self._idle.take(target) or Connection(target, seconds)
        try:
            reply = connection.ask(target, method, content, seconds)
        except BaseException:
            connection.close()
            raise
        if connection.renew():
            self._idle.give(target, connection)
        else:
            connection.close()
        return reply
