"""What exists for the outside, and how each refusal reads; tests/security has what does not exist."""

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
