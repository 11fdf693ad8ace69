"""Sends requests, for asyncio; see :mod:`student_client._asking.carrier`."""

from __future__ import annotations

import asyncio

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

SECOND_ADDRESS_SECONDS = 0.25
"""After so long without a connection, a host's next address is tried as well, as RFC 8305 recommends."""


class Connection(asyncio.Protocol):
    """One connection; one request at a time, in the event loop that made it."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._wire = Wire()
        self._transport: asyncio.Transport | None = None
        self._answer: asyncio.Future[Reply] | None = None

    @classmethod
    async def to(cls, target: Target, seconds: float) -> Connection:
        """Return a new connection.

        Args:
            target: where it leads.
            seconds: longest time to connect.

        Raises:
            httpx2.ConnectTimeout: it took longer.
            httpx2.ConnectError: there is no connection.
        """
        connecting = asyncio.get_running_loop().create_connection(
            cls,
            target.host,
            target.port,
            ssl=target.tls,
            server_hostname=target.host if target.tls else None,
            happy_eyeballs_delay=SECOND_ADDRESS_SECONDS,
        )
        try:
            return (await asyncio.wait_for(connecting, min(seconds, CONNECT_SECONDS)))[1]
        except (asyncio.TimeoutError, TimeoutError) as error:
            raise httpx2.ConnectTimeout(str(error)) from error
        except OSError as error:
            raise httpx2.ConnectError(str(error)) from error

    async def ask(self, target: Target, method: str, content: bytes, seconds: float) -> Reply:
        """Return the answer to a request; see :class:`Wire` for the arguments and what is raised.

        Raises:
            httpx2.ReadTimeout: there is no whole answer within the seconds.
            httpx2.ReadError: the connection broke.
        """
        assert self._transport is not None  # noqa: S101 - it is connected; for mypy
        sent = self._wire.ask(target, method, content, Body(seconds))
        self._answer = self._loop.create_future()
        timer = self._loop.call_later(seconds, self._fail, httpx2.ReadTimeout("no answer"))
        try:
            self._transport.write(sent)
            return await self._answer
        finally:
            timer.cancel()
            self._answer = None

    def renew(self) -> bool:
        """Get ready for another request; return False if this connection allows none."""
        return self._wire.renew()

    def is_open(self) -> bool:
        """Return whether it can carry another request here: nothing was received since, and its loop still runs."""
        return self._transport is not None and self._loop is asyncio.get_running_loop()

    def close(self) -> None:
        """Close it."""
        if self._transport is not None and not self._loop.is_closed():
            self._transport.abort()
        self._transport = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport; asyncio calls it."""
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 - for mypy
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Read a part of the answer; asyncio calls it."""
        if self._answer is None or self._answer.done():
            self.close()  # nothing was asked, so what follows would be read as the answer to the next request
            return
        try:
            reply = self._wire.receive(data)
        except (httpx2.HTTPError, ValueError) as error:
            self._answer.set_exception(error)
        else:
            if reply is not None:
                self._answer.set_result(reply)

    def eof_received(self) -> None:
        """Read the end of the answer; asyncio calls it, and closes the connection."""
        self.data_received(b"")

    def connection_lost(self, exc: Exception | None) -> None:
        """End what waits for an answer; asyncio calls it."""
        self._transport = None
        error = httpx2.ReadError(str(exc))
        error.__cause__ = exc
        self._fail(error)

    def _fail(self, error: Exception) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(error)


class AsyncCarrier:
    """The same as :class:`student_client._asking.carrier.Carrier` for asyncio.

    Args:
        transport: an httpx2 transport for all requests; None for the network.
    """

    def __init__(self, transport: httpx2.AsyncBaseTransport | None) -> None:
        # Make httpx2's client only if it is needed: that takes longer than several requests.
        self._http = None if transport is None else httpx2.AsyncClient(transport=transport, **client_options())
        self._targets = Targets(direct=transport is None)
        self._idle: Idle[Connection] = Idle()

    async def __call__(self, endpoint: Endpoint, method: str, path: str, content: bytes, seconds: float) -> Reply:
        """Return the answer to a request."""
        try:
            target = self._targets(endpoint, path)
            if target is not None:
                return await self._straight(target, method, content, seconds)
            if self._http is None:
                self._http = httpx2.AsyncClient(**client_options())
            body, options = Body(seconds), request_options(endpoint, content, seconds)
            async with self._http.stream(method, endpoint.base + path, **options) as response:
                async for part in response.aiter_bytes():
                    body.add(part)
                return body.reply(response.status_code, response.headers)
        except FAILURES as error:
            raise translate(error, endpoint, seconds) from error

    async def close(self) -> None:
        """Close all connections."""
        self._idle.close()
        if self._http is not None:
            await self._http.aclose()

    async def _straight(self, target: Target, method: str, content: bytes, seconds: float) -> Reply:
        connection = self._idle.take(target) or await Connection.to(target, seconds)
        try:
            reply = await connection.ask(target, method, content, seconds)
        except BaseException:
            connection.close()
            raise
        if connection.renew():
            self._idle.give(target, connection)
        else:
            connection.close()
        return reply
