"""The gateway's routes and its refusals; tests/security has the routes that must not exist."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import httpx2
import pytest

from tests.caddy.conftest import ALICE
from tests.caddy.gateway_box import ENGINE_KEY, Gateway, refusal
from tests.caddy.scripted_engine import ScriptedEngine

pytestmark = pytest.mark.docker

READ, WRITE = ["/v1/models", "/health"], ["/v1/chat/completions", "/v1/completions"]
ALLOWED = [("GET", path) for path in READ] + [("HEAD", path) for path in READ] + [("POST", path) for path in WRITE]

# spellings of /v1/models
SYNONYMS = [
    *("/v1/models?", "/v1/models?a=1&api_key=x", "//v1//models", "/v1/./models", "/x/../v1/models", "/v1/mod%65ls"),
    *(
        "/v1%2fmodels",
        "/tokenize/..%2fv1/models",
        "http://elsewhere/v1/models",
        "/v1/models?/../tokenize",
        "/v1/models/",
    ),
]


def request(method: str, target: str, token: str = ALICE) -> str:
    return f"{method} {target} HTTP/1.1\nHost: x\nAuthorization: Bearer {token}\nContent-Length: 0\nConnection: close\n"


@pytest.mark.parametrize(("method", "path"), ALLOWED)
def test_allowed_routes_reach_engine(alice: httpx2.Client, engine: ScriptedEngine, method: str, path: str) -> None:
    response = alice.request(method, path, json={} if method == "POST" else None)

    assert response.status_code == 200
    asked = "GET" if path == "/v1/models" else method  # leaves out HEAD, which not every engine accepts
    assert (engine.only().method, engine.only().target) == (asked, path)
    assert "Access-Control-Allow-Origin" not in response.headers
    assert not {"Server", "Via"} & set(response.headers)


@pytest.mark.parametrize("target", SYNONYMS)
def test_engine_sees_literal_path(gateway: Gateway, engine: ScriptedEngine, target: str) -> None:
    """It gets no query."""
    status, _ = gateway.raw(request("GET", target))

    assert status == 200
    assert engine.only().target == "/v1/models"


def test_models_have_openais_shape(alice: httpx2.Client) -> None:
    nano = {"id": "nano", "object": "model", "created": 0, "owned_by": "engine"}

    assert alice.get("/v1/models").json() == {"object": "list", "data": [nano]}
    assert alice.get("/v1/models/nano").json() == nano
    response = alice.get("/v1/models/gpt-4")
    assert response.status_code == 404
    assert refusal(response, "model_not_found")["param"] == "model"


@pytest.mark.parametrize(
    ("path", "says"), [("/v1/responses", "Use POST /v1/chat/completions"), ("/v1/embeddings", "has no embeddings")]
)
def test_absent_route_names_another(anyone: httpx2.Client, path: str, says: str) -> None:
    response = anyone.post(path, json={})

    assert response.status_code == 404
    assert says in refusal(response, "unknown_url")["message"]


@pytest.mark.parametrize("offer", ["h2c", "H2C"])
def test_h2c_offer_is_ignored(gateway: Gateway, engine: ScriptedEngine, offer: str) -> None:
    """Java's client and curl --http2 make it with every request (RFC 9110, 7.8)."""
    head = request("GET", "/v1/models").replace("Connection: close\n", "")
    offered = (
        f"Connection: close, Upgrade, HTTP2-Settings\nUpgrade: {offer}\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\n"
    )

    assert gateway.raw(head + offered)[0] == 200
    assert not {"Upgrade", "Http2-Settings", "HTTP2-Settings"} & set(engine.only().headers)


def test_websocket_is_refused(gateway: Gateway, engine: ScriptedEngine) -> None:
    head = request("GET", "/v1/models").replace(
        "Connection: close\n", "Connection: close, Upgrade\nUpgrade: websocket\n"
    )

    assert gateway.raw(head)[0] == 400
    assert engine.seen == []


def test_stream_closes_its_connection(alice: httpx2.Client, engine: ScriptedEngine) -> None:
    """This engine keeps connections open, so the test checks that the gateway asks it to close them."""
    for body, connection in (({"model": "usage_stream 1 1", "stream": True}, "close"), ({"model": "echo"}, None)):
        engine.seen.clear()
        assert alice.post("/v1/chat/completions", json=body).status_code == 200
        assert engine.only().headers.get("Connection") == connection


WRONG = [
    *itertools.product(["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "FOO"], READ, ["GET, HEAD"]),
    *itertools.product(["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "FOO"], WRITE, ["POST"]),
]


@pytest.mark.parametrize(("method", "path", "allow"), WRONG)
def test_wrong_method_is_405(anyone: httpx2.Client, engine: ScriptedEngine, method: str, path: str, allow: str) -> None:
    """The header Allow has the right ones."""
    response = anyone.request(method, path)

    assert response.status_code == 405
    assert response.headers["Allow"] == allow
    if method != "HEAD":
        refusal(response, "method_not_allowed")
    assert engine.seen == []


@pytest.mark.parametrize("chunked", [False, True])
def test_large_body_is_413(alice: httpx2.Client, chunked: bool) -> None:
    big = b"x" * 150_000
    response = alice.post("/v1/chat/completions", content=iter([big]) if chunked else big)

    assert response.status_code == 413
    refusal(response, "request_too_large")


def test_health_needs_no_key(anyone: httpx2.Client, engine: ScriptedEngine) -> None:
    """No key reaches the engine."""
    assert anyone.get("/health", headers={"Authorization": f"Bearer {ALICE}"}).status_code == 200
    assert "Authorization" not in engine.only().headers


def test_own_metrics_on_inner_port(gateway: Gateway, alice: httpx2.Client) -> None:
    """No other port serves them."""
    inner = f"http://127.0.0.1:{gateway.port[9180]}"

    assert "caddy_http_requests_total" in alice.get(f"{inner}/metrics").text
    assert alice.get(f"{inner}/v1/models").status_code == 404
    assert "caddy_http_requests_total" not in alice.get("/metrics").text


@pytest.mark.parametrize("host", ["localhost:8001", "127.0.0.1", "[::1]:8001", "LOCALHOST"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_engine_metrics_need_no_key(anyone: httpx2.Client, engine: ScriptedEngine, host: str, method: str) -> None:
    """They are served on loopback."""
    response = anyone.request(method, "/metrics", headers={"Host": host, "Authorization": "Bearer wrong"})
    assert response.status_code == 200
    assert (engine.only().target, engine.only().headers["Authorization"]) == ("/metrics", f"Bearer {ENGINE_KEY}")
    assert "Access-Control-Allow-Origin" not in response.headers


@pytest.mark.proves("security/cross-site-requests")
@pytest.mark.parametrize("host", ["rebound.example:8001", "gateway:8001", "localhost.rebound.example", "127.0.0.2"])
def test_engine_metrics_refuse_names(anyone: httpx2.Client, engine: ScriptedEngine, host: str) -> None:
    """A web page could have such a name and reach loopback with it."""
    refusal(anyone.get("/metrics", headers={"Host": host}), "unknown_url")
    assert engine.seen == []


def test_engine_metrics_are_read_only(anyone: httpx2.Client, engine: ScriptedEngine) -> None:
    assert anyone.post("/metrics", content=b"x").status_code == 405
    assert anyone.get("/metrics/all").status_code == 404
    assert engine.seen == []


def test_engine_metrics_not_on_tls(gateway: Gateway, engine: ScriptedEngine) -> None:
    with gateway.client(ALICE, base_url=f"https://localhost:{gateway.port[443]}", verify=gateway.trusted()) as client:
        assert client.get("/metrics").status_code == 404
    assert engine.seen == []


@pytest.mark.parametrize(
    ("settings", "names"),
    [
        ({"REQUESTS_PER_MINUTE": "many"}, "requests_per_minute"),
        ({"AUTH_FAILURES_PER_MINUTE": "0"}, "rate limit zone"),
        ({"TOKENS_PER_MINUTE": "1k"}, "per_minute must be a number"),
        ({"MAX_TOKENS": "-1"}, "max_tokens must be from 0 (off)"),
        ({"MAX_N": "few"}, "max_n must be a number"),
        ({"GRACE": "long"}, "long"),
    ],
)
def test_wrong_setting_stops_start(make_gateway: Callable[..., Gateway], settings: dict[str, str], names: str) -> None:
    assert names in make_gateway(**settings).refuse_to_start()


def test_empty_setting_is_default(make_gateway: Callable[..., Gateway]) -> None:
    box = make_gateway(HOST="", TLS="", REQUESTS_PER_MINUTE="").start()

    with box.client(ALICE) as client:
        assert client.get("/v1/models").status_code == 200
