"""Requests that two programs could read differently, and other protocols: none passes the gateway."""

from __future__ import annotations

import pytest

from tests.caddy.conftest import ALICE
from tests.caddy.gateway_box import Gateway
from tests.caddy.scripted_engine import ScriptedEngine
from tests.security.wire import HEAD, nothing_else_reached, request, send, statuses

pytestmark = pytest.mark.docker

CHAT = f"POST /v1/chat/completions HTTP/1.1\r\n{HEAD}"
HIDDEN = f"GET /tokenize HTTP/1.1\r\n{HEAD}\r\n"
CHUNKED = f"{len(HIDDEN):x}\r\n{HIDDEN}\r\n0\r\n\r\n"

# each hides a request for /tokenize, visible only to a reader that parses it differently from the gateway
SMUGGLED = {
    "a length and chunks": CHAT + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + HIDDEN,
    "chunks and a length": CHAT + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" + HIDDEN,
    "chunks in an engine's length": CHAT + f"Content-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n{CHUNKED}",
    "two lengths": CHAT + "Content-Length: 0\r\nContent-Length: 60\r\n\r\n" + HIDDEN,
    "two lengths in one": CHAT + f"Content-Length: 0, {len(HIDDEN)}\r\n\r\n{HIDDEN}",
    "a signed length": CHAT + f"Content-Length: +0\r\n\r\n{HIDDEN}",
    "a negative length": CHAT + f"Content-Length: -1\r\n\r\n{HIDDEN}",
    "a length in hexadecimal": CHAT + f"Content-Length: 0x0\r\n\r\n{HIDDEN}",
    "a space before the colon": CHAT + f"Transfer-Encoding : chunked\r\nContent-Length: 0\r\n\r\n{HIDDEN}",
    "an unknown encoding": CHAT + f"Transfer-Encoding: xchunked\r\nContent-Length: 0\r\n\r\n{HIDDEN}",
    "two encodings": CHAT + f"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n{CHUNKED}",
    "two encodings in one": CHAT + f"Transfer-Encoding: gzip, chunked\r\n\r\n{CHUNKED}",
    "an encoding in quotes": CHAT + f'Transfer-Encoding: "chunked"\r\nContent-Length: 0\r\n\r\n{HIDDEN}',
    "an encoding after a tab": CHAT + f"Transfer-Encoding:\tchunked\r\nContent-Length: 0\r\n\r\n0\r\n\r\n{HIDDEN}",
    "a vertical tab": CHAT + f"Transfer-Encoding: \x0bchunked\r\nContent-Length: 0\r\n\r\n{HIDDEN}",
    "a folded header": CHAT + f"X: y\r\n Transfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n{HIDDEN}",
    "a folded encoding": CHAT + f"Transfer-Encoding:\r\n chunked\r\nContent-Length: 0\r\n\r\n0\r\n\r\n{HIDDEN}",
    "a folded first header": f"GET /v1/models HTTP/1.1\r\n X: y\r\n{HEAD}\r\n{HIDDEN}",
    "lines that end in a line feed": CHAT.replace("\r\n", "\n") + f"Content-Length: 0\n\n{HIDDEN}",
    "lines that end in a carriage return": CHAT
    + f"X: y\rTransfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n{HIDDEN}",
    "a null in a header": CHAT + f"X: y\x00z\r\nContent-Length: 0\r\n\r\n{HIDDEN}",
    "an underscore": CHAT + f"Transfer_Encoding: chunked\r\nContent_Length: 5\r\nContent-Length: 0\r\n\r\n{HIDDEN}",
    "a chunk's size that wraps": CHAT + f"Transfer-Encoding: chunked\r\n\r\n10000000000000000\r\n{HIDDEN}\r\n0\r\n\r\n",
    "a chunk's size with a sign": CHAT + f"Transfer-Encoding: chunked\r\n\r\n-1\r\n{HIDDEN}\r\n0\r\n\r\n",
    "a chunk's size with junk": CHAT + f"Transfer-Encoding: chunked\r\n\r\n0 x\r\n\r\n{HIDDEN}",
    "a chunk that ends in a line feed": CHAT + f"Transfer-Encoding: chunked\r\n\r\n0;\n\n{HIDDEN}",
    "a chunk's extension over a line": CHAT + f"Transfer-Encoding: chunked\r\n\r\n2;\nxx\r\n4\r\n0\r\n\r\n{HIDDEN}",
    "a trailer": CHAT + f"Transfer-Encoding: chunked\r\nTrailer: X\r\n\r\n0\r\nContent-Length: 60\r\n\r\n{HIDDEN}",
    "a body of a read": f"GET /v1/models HTTP/1.1\r\n{HEAD}Content-Length: {len(HIDDEN)}\r\n\r\n{HIDDEN}",
    "an expectation": CHAT + f"Expect: 100-continue\r\nContent-Length: {len(HIDDEN)}\r\n\r\n{HIDDEN}",
    "an old version with chunks": CHAT.replace("1.1", "1.0") + f"Transfer-Encoding: chunked\r\n\r\n{CHUNKED}",
    "a request in the target": f"GET /v1/models HTTP/1.1\r\n{HIDDEN}",
    "a header in the target": f"GET /v1/models\r\nX: y HTTP/1.1\r\n{HEAD}\r\n{HIDDEN}",
    "a connection header that strips": CHAT
    + f"Connection: Content-Length\r\nContent-Length: {len(HIDDEN)}\r\n\r\n{HIDDEN}",
}


@pytest.mark.proves("security/request-smuggling")
@pytest.mark.parametrize("how", SMUGGLED)
def test_nothing_is_smuggled(gateway: Gateway, engine: ScriptedEngine, how: str) -> None:
    codes = statuses(send(gateway, SMUGGLED[how].encode("latin-1")))

    # the hidden request is refused by the gateway, is part of a body, or its connection is over
    assert codes == [] or set(codes) <= {100, 200, 400, 404, 413, 415, 499, 501}, codes
    nothing_else_reached(engine)
    assert b"tokenize" not in b"".join(seen.target.encode() for seen in engine.seen)


STRANGE = {
    "no host": ("GET /v1/models HTTP/1.1\r\nAuthorization: Bearer {key}\r\n\r\n", {400}),
    "two hosts": ("GET /v1/models HTTP/1.1\r\nHost: x\r\nHost: engine\r\nAuthorization: Bearer {key}\r\n\r\n", {400}),
    "a host with a path": ("GET /v1/models HTTP/1.1\r\nHost: x/health?\r\nAuthorization: Bearer {key}\r\n\r\n", {400}),
    "an old request line": ("GET /v1/models\r\n\r\n", {400}),
    "a version of its own": (f"GET /v1/models HTTP/3.7\r\n{HEAD}\r\n", {400, 505}),
    "a websocket": (f"GET /v1/models HTTP/1.1\r\n{HEAD}Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n", {400}),
    "a tunnel": (f"CONNECT engine:8000 HTTP/1.1\r\n{HEAD}\r\n", {404, 405}),
    "a tunnel to a path": (f"CONNECT /v1/models HTTP/1.1\r\n{HEAD}\r\n", {400, 404, 405}),
    "a trace": (f"TRACE /v1/models HTTP/1.1\r\n{HEAD}\r\n", {405}),
    "a method in small letters": (f"get /v1/models HTTP/1.1\r\n{HEAD}\r\n", {405}),
    "a purge": (f"PURGE /v1/models HTTP/1.1\r\n{HEAD}\r\n", {405}),
    "a path with a null": (f"GET /v1/models\x00/tokenize HTTP/1.1\r\n{HEAD}\r\n", {400}),
    "many headers": (f"GET /v1/models HTTP/1.1\r\n{HEAD}" + "X: y\r\n" * 20_000 + "\r\n", {431}),
    "a long header": (f"GET /v1/models HTTP/1.1\r\n{HEAD}X: " + "y" * 40_000 + "\r\n\r\n", {431}),
    "a long path": (f"GET /v1/models/{'x' * 40_000} HTTP/1.1\r\n{HEAD}\r\n", {431, 414}),
    "a large body": (CHAT + "Content-Length: 150000\r\n\r\n" + "x" * 150_000, {413}),
    "a body without an end": (CHAT + "Content-Length: 99999999999999999999\r\n\r\nx", {400}),
}


@pytest.mark.proves("security/override-headers")
@pytest.mark.parametrize("what", STRANGE)
def test_strange_request_is_refused(gateway: Gateway, engine: ScriptedEngine, what: str) -> None:
    text, wanted = STRANGE[what]
    codes = statuses(send(gateway, text.replace("{key}", ALICE).encode("latin-1")))

    assert codes
    assert set(codes) <= wanted
    assert engine.seen == []


def test_h2c_is_not_spoken(gateway: Gateway, engine: ScriptedEngine) -> None:
    settings = b"\x00\x00\x00\x04\x00\x00\x00\x00\x00"

    assert settings not in send(gateway, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + settings)
    assert engine.seen == []


def test_http_1_0_is_closed(gateway: Gateway, engine: ScriptedEngine) -> None:
    answer = send(gateway, f"GET /v1/models HTTP/1.0\r\n{HEAD}\r\n".encode())

    assert statuses(answer) == [200]
    nothing_else_reached(engine)


@pytest.mark.parametrize("path", ["/v1/models", "/health"])
def test_body_of_a_read_is_dropped(gateway: Gateway, engine: ScriptedEngine, path: str) -> None:
    length, chunks = f"Content-Length: {len(HIDDEN)}\r\n\r\n{HIDDEN}", f"Transfer-Encoding: chunked\r\n\r\n{CHUNKED}"
    for body in (length, chunks):
        answer = send(gateway, f"GET {path} HTTP/1.1\r\n{HEAD}Connection: close\r\n{body}".encode())
        assert statuses(answer) == [200]
    assert [seen.body for seen in engine.seen] == [b"", b""]


def test_options_star_is_empty(gateway: Gateway, engine: ScriptedEngine) -> None:
    """The answer reveals nothing."""
    answer = send(gateway, f"OPTIONS * HTTP/1.1\r\n{HEAD}Connection: close\r\n\r\n".encode())

    assert answer.partition(b"\r\n\r\n")[2] == b"", "Go's server answers it itself, with no word"
    assert engine.seen == []


REROUTING = ["X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Path", "X-Forwarded-Prefix", "X-Original-URI"]


@pytest.mark.proves("security/override-headers")
@pytest.mark.parametrize("header", REROUTING)
def test_no_header_overrides_the_path(gateway: Gateway, engine: ScriptedEngine, header: str) -> None:
    """No header overrides the method either."""
    further = f"{header}: /tokenize\r\nX-HTTP-Method-Override: POST\r\nConnection: close\r\n"

    assert statuses(send(gateway, request("GET", "/tokenize", further))) == [404]
    assert statuses(send(gateway, request("GET", "/v1/models", further))) == [200]
    nothing_else_reached(engine)


@pytest.mark.proves("security/override-headers")
@pytest.mark.parametrize("host", ["engine:8000", "127.0.0.1:9180", "prometheus:9090", "localhost", "169.254.169.254"])
def test_host_header_chooses_nothing(gateway: Gateway, engine: ScriptedEngine, host: str) -> None:
    head = f"GET /props HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {ALICE}\r\nConnection: close\r\n\r\n"

    assert statuses(send(gateway, head.encode())) == [404]
    assert statuses(send(gateway, head.replace("/props", "/v1/models").encode())) == [200]
    assert engine.only().headers["Host"] == f"engine:{engine.port}" or host not in str(engine.only())


@pytest.mark.proves("security/cross-site-requests")
@pytest.mark.parametrize("path", ["/v1/models", "/v1/chat/completions", "/health"])
def test_no_cross_site_access(gateway: Gateway, engine: ScriptedEngine, path: str) -> None:
    with gateway.client(ALICE) as client:
        asked = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"}
        preflight = client.options(path, headers=asked)
        assert preflight.status_code == 405
        assert engine.seen == []
        method = "POST" if path in {"/v1/chat/completions"} else "GET"
        answer = client.request(method, path, headers=asked, json={} if method == "POST" else None)
    for response in (preflight, answer):
        assert not [name for name in response.headers if name.lower().startswith("access-control-")]
