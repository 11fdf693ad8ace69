"""What exists for the outside and what does not, and how each refusal reads."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import httpx2
import pytest

from tests.caddy.conftest import ALICE
from tests.caddy.gateway_box import Gateway, refusal
from tests.caddy.scripted_engine import ScriptedEngine

pytestmark = pytest.mark.docker

READ, WRITE = ["/v1/models", "/health"], ["/v1/chat/completions", "/v1/completions"]
ALLOWED = [("GET", path) for path in READ] + [("HEAD", path) for path in READ] + [("POST", path) for path in WRITE]

DENIED = [
    *("/", "/tokenize", "/detokenize", "/invocations", "/generative_scoring", "/scale_elastic_ep", "/load", "/ping"),
    *("/is_scaling_elastic_ep", "/metrics", "/version", "/docs", "/openapi.json", "/kv_event_sources", "/slots"),
    *(
        "/props",
        "/info",
        "/generate",
        "/chat_tokenize",
        "/api-doc/openapi.json",
        "/completion",
        "/health/",
        "/health/x",
    ),
    *(
        "/v1",
        "/v1/",
        "/v1/embeddings",
        "/v1/responses",
        "/v1/models/x",
        "/v1/models/",
        "/v1/chat/completions/",
        "/v1/chat",
    ),
]
# spellings of a way to /tokenize; {} is a path that is allowed
DETOURS = [
    *("//tokenize", "/v1/../tokenize", "/%74okenize", "/TOKENIZE", "/tokenize;x", "/tokenize/", "/tokenize?x"),
    *("/./tokenize", "{}/../../tokenize", "{}/../../../tokenize", "{}%2f..%2f..%2ftokenize", "{}/..;/tokenize"),
    *("{}/%2e%2e/%2e%2e/tokenize", "{};x/../../tokenize", "{};x", "{};/tokenize", "{}%00", "{}%20", "{}%3f", "{}%23"),
    *("{}.json", "{}\\..\\..\\tokenize", "{}/.../tokenize", "/tokenize/..{}x", "{}%252e%252e/tokenize"),
    *("http://engine/tokenize", "http://engine:8000/tokenize", "/..{}/../../tokenize", "{}%0d%0aX:%20y"),
    *("/%2e%2e/%2e%2e/tokenize", "/v1%2f..%2ftokenize", "///engine/tokenize"),
]
# spellings that do mean /v1/models
SYNONYMS = [
    *("/v1/models?", "/v1/models?a=1&api_key=x", "//v1//models", "/v1/./models", "/x/../v1/models", "/v1/mod%65ls"),
    *(
        "/V1/Models",
        "/v1%2fmodels",
        "/tokenize/..%2fv1/models",
        "http://elsewhere/v1/models",
        "/v1/models?/../tokenize",
    ),
]


def request(method: str, target: str, token: str = ALICE) -> str:
    return f"{method} {target} HTTP/1.1\nHost: x\nAuthorization: Bearer {token}\nContent-Length: 0\nConnection: close\n"


@pytest.mark.parametrize(("method", "path"), ALLOWED)
def test_allowed_routes_reach_the_engine(alice: httpx2.Client, engine: ScriptedEngine, method: str, path: str) -> None:
    response = alice.request(method, path, json={} if method == "POST" else None)

    assert response.status_code == 200
    assert (engine.only().method, engine.only().target) == (method, path)
    assert "Access-Control-Allow-Origin" not in response.headers
    assert not {"Server", "Via"} & set(response.headers)


@pytest.mark.parametrize("path", DENIED)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_other_route_is_not_found(alice: httpx2.Client, engine: ScriptedEngine, method: str, path: str) -> None:
    response = alice.request(method, path)

    assert response.status_code == 404
    refusal(response, "unknown_url")
    assert engine.seen == []


@pytest.mark.parametrize("detour", DETOURS)
@pytest.mark.parametrize(("method", "allowed"), [("GET", "/v1/models"), ("POST", "/v1/chat/completions")])
def test_no_spelling_leads_round(
    gateway: Gateway, engine: ScriptedEngine, method: str, allowed: str, detour: str
) -> None:
    status, _ = gateway.raw(request(method, detour.format(allowed)))

    assert status in {400, 404}
    assert engine.seen == []


@pytest.mark.parametrize("target", SYNONYMS)
def test_the_engine_sees_the_literal_path_and_no_query(gateway: Gateway, engine: ScriptedEngine, target: str) -> None:
    status, _ = gateway.raw(request("GET", target))

    assert status == 200
    assert engine.only().target == "/v1/models"


WRONG = [
    *itertools.product(["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "FOO"], READ, ["GET, HEAD"]),
    *itertools.product(["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "FOO"], WRITE, ["POST"]),
]


@pytest.mark.parametrize(("method", "path", "allow"), WRONG)
def test_wrong_methods_are_told_the_right_ones(
    anyone: httpx2.Client, engine: ScriptedEngine, method: str, path: str, allow: str
) -> None:
    response = anyone.request(method, path)

    assert response.status_code == 405
    assert response.headers["Allow"] == allow
    if method != "HEAD":
        refusal(response, "method_not_allowed")
    assert engine.seen == []


@pytest.mark.parametrize(
    "head",
    [
        "GET /v1/models HTTP/1.1\nHost: x\nUpgrade: websocket\nConnection: Upgrade\n",
        "GET /v1/models HTTP/1.1\nHost: x\nHost: y\n",
        "GET /v1/models HTTP/1.1\nHost: x/health?\nConnection: close\n",
        "POST /v1/completions HTTP/1.1\nHost: x\nContent-Length: 5\nContent-Length: 6\n",
        "POST /v1/completions HTTP/1.1\nHost: x\nContent-Length : 5\nConnection: close\n",
        "GET /v1/models\x00 HTTP/1.1\nHost: x\nConnection: close\n",
    ],
)
def test_ambiguous_requests_are_bad_requests(gateway: Gateway, engine: ScriptedEngine, head: str) -> None:
    lines = head.rstrip("\n") + f"\nAuthorization: Bearer {ALICE}\nConnection: close\n"
    status, _ = gateway.raw(lines)

    assert status == 400
    assert engine.seen == []


def test_a_header_beyond_the_limit_is_431(gateway: Gateway) -> None:
    status, _ = gateway.raw("GET /v1/models HTTP/1.1\nHost: x\nX-Big: " + "a" * 40_000 + "\n")

    assert status == 431


@pytest.mark.parametrize("chunked", [False, True])
def test_a_body_beyond_the_limit_is_413(alice: httpx2.Client, chunked: bool) -> None:
    big = b"x" * 150_000
    response = alice.post("/v1/chat/completions", content=iter([big]) if chunked else big)

    assert response.status_code == 413
    refusal(response, "request_too_large")


def test_health_needs_no_key_and_gets_none(anyone: httpx2.Client, engine: ScriptedEngine) -> None:
    assert anyone.get("/health", headers={"Authorization": f"Bearer {ALICE}"}).status_code == 200
    assert "Authorization" not in engine.only().headers


def test_metrics_are_on_the_inner_port_alone(gateway: Gateway, alice: httpx2.Client) -> None:
    inner = f"http://127.0.0.1:{gateway.port[9180]}"

    assert "caddy_http_requests_total" in alice.get(f"{inner}/metrics").text
    assert alice.get(f"{inner}/v1/models").status_code == 404
    assert alice.get("/metrics").status_code == 404


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
def test_a_wrong_setting_is_refused_at_start(
    make_gateway: Callable[..., Gateway], settings: dict[str, str], names: str
) -> None:
    assert names in make_gateway(**settings).refuse_to_start()


def test_an_empty_setting_is_the_default(make_gateway: Callable[..., Gateway]) -> None:
    box = make_gateway(HOST="", TLS="", REQUESTS_PER_MINUTE="").start()

    with box.client(ALICE) as client:
        assert client.get("/v1/models").status_code == 200
