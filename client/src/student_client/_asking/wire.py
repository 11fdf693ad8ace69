"""HTTP/1.1 without input or output, by h11, which httpx2 uses too; and the connections that wait for another use."""

from __future__ import annotations

import os
import threading
import time
from collections import defaultdict, deque
from typing import Generic, Protocol, TypeVar

import h11
import httpx2

from .protocol import Reply
from .transport import Body, Target

MAX_HEAD = 100 * 1024
"""Longest head of an answer, in bytes; httpx2 has the same bound."""
IDLE_SECONDS = 5.0
"""A connection that was not used for so long is closed, since the other end may forget it; httpx2 does the same."""


class Wire:
    """The state of one connection, for one request after the other."""

    def __init__(self) -> None:
        self._state = h11.Connection(h11.CLIENT, max_incomplete_event_size=MAX_HEAD)
        self._body: Body
        self._head: h11.Response

    def ask(self, target: Target, method: str, content: bytes, body: Body) -> bytes:
        """Return the bytes of a request.

        Args:
            target: where it goes, with its headers.
            method: GET or POST.
            content: its content.
            body: collects the answer.

        Raises:
            httpx2.LocalProtocolError: a header is not valid.
        """
        self._body = body
        length = [(b"content-length", b"%d" % len(content))] if content else []
        try:
            head = self._state.send(h11.Request(method=method, target=target.path, headers=target.headers + length))
        except h11.LocalProtocolError as error:
            raise httpx2.LocalProtocolError(str(error)) from error
        parts = head, self._state.send(h11.Data(data=content)), self._state.send(h11.EndOfMessage())
        return b"".join(part for part in parts if part)

    def receive(self, data: bytes) -> Reply | None:
        """Take a part of the answer; empty if the other end closed the connection.

        Returns:
            The answer once it is whole, else None.

        Raises:
            httpx2.RemoteProtocolError: this is not an answer, or it ends too early.
            httpx2.ReadTimeout: see :meth:`Body.add`.
            ValueError: see :meth:`Body.add`.
        """
        try:
            self._state.receive_data(data)
            while (event := self._state.next_event()) is not h11.NEED_DATA:
                if isinstance(event, h11.Data):
                    self._body.add(bytes(event.data))
                elif isinstance(event, h11.EndOfMessage):
                    headers = {name.decode("ascii"): value.decode("latin-1") for name, value in self._head.headers}
                    return self._body.reply(self._head.status_code, headers)
                elif isinstance(event, h11.Response):
                    self._head = event
        except h11.RemoteProtocolError as error:
            raise httpx2.RemoteProtocolError(str(error)) from error
        return None

    def renew(self) -> bool:
        """Get ready for another request; return False if this connection allows none."""
        state = self._state
        if state.our_state is not h11.DONE or state.their_state is not h11.DONE or state.trailing_data[0]:
            return False
        state.start_next_cycle()
        return True


class Connection(Protocol):
    """What :class:`Idle` keeps."""

    def is_open(self) -> bool:
        """Return whether it can carry another request."""
        ...

    def close(self) -> None:
        """Close it."""
        ...


C = TypeVar("C", bound=Connection)


class Idle(Generic[C]):
    """Connections that wait to be used again. Threads share them; a fork does not share them with its copy."""

    def __init__(self) -> None:
        self._closed = False
        self._forget()

    def _forget(self) -> None:
        self._process = os.getpid()
        self._lock = threading.Lock()
        self._waiting: defaultdict[Target, deque[tuple[float, C]]] = defaultdict(deque)

    def take(self, target: Target) -> C | None:
        """Return the connection that was used last, or None.

        Raises:
            RuntimeError: all were closed, with their client.
        """
        if self._process != os.getpid():
            self._forget()  # in a copy of the process: an answer to it could reach the original
        with self._lock:
            if self._closed:
                raise RuntimeError("Cannot send a request, as the client has been closed.")
            waiting = self._waiting[target]
            oldest = time.monotonic() - IDLE_SECONDS
            while waiting and waiting[0][0] < oldest:
                waiting.popleft()[1].close()
            while waiting:
                _, connection = waiting.pop()
                if connection.is_open():
                    return connection
                connection.close()
            return None

    def give(self, target: Target, connection: C) -> None:
        """Keep a connection for the next request."""
        with self._lock:
            if not self._closed:
                self._waiting[target].append((time.monotonic(), connection))
                return
        connection.close()

    def close(self) -> None:
        """Close all, and keep none any more."""
        with self._lock:
            self._closed = True
            for waiting in self._waiting.values():
                while waiting:
                    waiting.pop()[1].close()
