"""Sends HTTP requests to the stack's own ports, past every proxy, with the standard library alone."""

from __future__ import annotations

import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class Answer:
    """An HTTP answer; the names in ``headers`` are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        """Return the body as data, None if it is not JSON."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None


def ask(
    port: int,
    path: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: Mapping[str, Any] | None = None,
    timeout: float = 10,
    address: str = LOOPBACK,
) -> Answer:
    """Send one request to a port of this host and read the whole answer.

    Args:
        port: of this host.
        path: with its query.
        method: of HTTP.
        headers: further ones.
        body: sent as JSON; None for none.
        timeout: seconds to connect, and between two parts of the answer.
        address: of this host: 127.0.0.1 or ::1.

    Returns:
        The answer, with any status.

    Raises:
        OSError: nothing listens, the answer took too long, or it is not HTTP.
    """
    connection = http.client.HTTPConnection(address, port, timeout=timeout)
    content = None if body is None else json.dumps(body).encode()
    kind = {} if body is None else {"Content-Type": "application/json"}
    try:
        connection.request(method, path, body=content, headers={**kind, **(headers or {})})
        response = connection.getresponse()
        names = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, names, response.read())
    except http.client.HTTPException as error:
        raise OSError(f"{address}:{port} closed the connection ({type(error).__name__})") from error
    except TimeoutError as error:
        raise OSError(f"{address}:{port} gave no answer within {timeout:.0f} s") from error
    except ConnectionError as error:
        raise OSError(f"{address}:{port}: {error.strerror or error}") from error
    finally:
        connection.close()
