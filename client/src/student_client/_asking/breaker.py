"""A circuit breaker: after several failures in a row, no request is sent for a while."""

from __future__ import annotations

import threading

FAILURES = 5
"""Failures in a row that open the circuit: more than one plan's requests (three), fewer than two plans'."""
OPEN_SECONDS = 10.0
"""How long it stays open: as long as the gateway's Retry-After while the engine is down."""


class Breaker:
    """Counts failures in a row; safe to share between threads. Times are a monotonic clock's."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._failures = 0
        self._open_until = 0.0
        self.last = ""

    def wait(self, now: float) -> float:
        """Return the seconds until a request may be sent; 0 permits this one.

        When the time is over, one request is sent as a probe and the others keep waiting.
        """
        with self._lock:
            if self._failures < FAILURES:
                return 0.0
            if now < self._open_until:
                return self._open_until - now
            self._open_until = now + OPEN_SECONDS
            return 0.0

    def succeeded(self) -> None:
        """Close the circuit."""
        with self._lock:
            self._failures = 0

    def failed(self, now: float, message: str) -> None:
        """Count a failure; open the circuit after :data:`FAILURES` of them."""
        with self._lock:
            self._failures += 1
            self._open_until = now + OPEN_SECONDS
            self.last = message
