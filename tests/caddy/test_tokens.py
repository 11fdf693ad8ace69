"""What a request may ask for, and what is counted of its answer: on a scripted engine and on a real one."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import httpx2
import pytest

from tests.caddy.conftest import ALICE, KEYS
from tests.caddy.gateway_box import ENGINE_KEY, Gateway, Network, docker, line, refusal, wait_for
from tests.caddy.scripted_engine import ScriptedEngine
from tests.conftest import ROOT

pytestmark = pytest.mark.docker

BOB = "sk-bob-fedcba9876543210"
CHAT, COMPLETIONS = "/v1/chat/completions", "/v1/completions"
LLAMACPP = "student-llm/llamacpp:local"


def spent(box: Gateway, name: str = "alice") -> tuple[float, float]:
    into, out = (box.metric(f'gateway_key_tokens_total{{direction="{way}",key="{name}"}}') for way in ("in", "out"))
    return into, out


def difference(after: tuple[float, float], before: tuple[float, float]) -> tuple[float, float]:
    return after[0] - before[0], after[1] - before[1]


@pytest.mark.parametrize("path", [CHAT, COMPLETIONS])
def test_a_body_that_needs_nothing_reaches_the_engine_byte_for_byte(
    alice: httpx2.Client, engine: ScriptedEngine, path: str
) -> None:
    body = b'{ "max_tokens" : 5,"temperature":0.10, "x": "\\u00e9", "x": [ {"max_tokens": 99999} ] }\n'

    assert alice.post(path, content=body).status_code == 200
    assert engine.only().body == body
    assert engine.only().headers["Content-Length"] == str(len(body))


def test_a_body_in_chunks_is_sent_on_whole(alice: httpx2.Client, engine: ScriptedEngine) -> None:
    assert alice.post(CHAT, content=iter([b'{"max_to', b'kens":5}'])).status_code == 200
    assert engine.only().body == b'{"max_tokens":5}'
    assert "Transfer-Encoding" not in engine.only().headers


def test_a_request_without_a_length_gets_the_bound(alice: httpx2.Client, engine: ScriptedEngine) -> None:
    assert alice.post(CHAT, content=b'{"a": 1}').status_code == 200
    assert engine.only().body == b'{"max_tokens":2048,"a": 1}'


@pytest.mark.parametrize(
    ("body", "param", "code"),
    [
        (b'{"max_tokens":2049}', "max_tokens", "integer_above_max_value"),
        (b'{"max_completion_tokens":1e99}', "max_completion_tokens", "integer_above_max_value"),
        (b'{"max_tokens":5,"n_predict":-1}', "n_predict", "integer_below_min_value"),
        (b'{"n":5}', "n", "integer_above_max_value"),
        (b'{"max_tokens":5,"max_token\\u0073":9999}', "max_tokens", "duplicate"),
        (b'{"stream":"yes"}', "stream", "invalid_type"),
        (b"[]", None, "invalid_json"),
        (b"", None, "invalid_json"),
        (b'{"max_tokens":5', None, "invalid_json"),
        ('{"max_tokens":5}'.encode("utf-16"), None, "invalid_json"),
    ],
)
def test_what_asks_for_too_much_or_cannot_be_read_goes_no_further(
    alice: httpx2.Client, engine: ScriptedEngine, body: bytes, param: str | None, code: str
) -> None:
    response = alice.post(CHAT, content=body)

    assert response.status_code == 400
    error = refusal(response, code)
    assert (error["type"], error["param"]) == ("invalid_request_error", param)
    assert response.headers["X-Request-Id"]
    assert engine.seen == []


def test_an_answer_is_counted_and_passes_unchanged(
    gateway: Gateway, alice: httpx2.Client, engine: ScriptedEngine
) -> None:
    before = spent(gateway)

    response = alice.post(CHAT, json={"script": "usage 25 12"}, headers={"Accept-Encoding": "gzip"})

    assert response.json()["usage"] == {"prompt_tokens": 25, "completion_tokens": 12}
    assert "Accept-Encoding" not in engine.only().headers, "a compressed answer would hide its usage"
    assert difference(spent(gateway), before) == (25, 12)


@pytest.mark.parametrize("asked", [True, False])
def test_a_stream_is_counted_and_shows_its_usage_only_to_those_who_asked(
    gateway: Gateway, alice: httpx2.Client, engine: ScriptedEngine, asked: bool
) -> None:
    before = spent(gateway)

    body = {"script": "usage_stream 7 2", "stream": True} | (
        {"stream_options": {"include_usage": True}} if asked else {}
    )
    seen = alice.post(CHAT, json=body).text

    assert json.loads(engine.only().body)["stream_options"] == {"include_usage": True}
    assert seen.count('"content"') == 2
    assert ("prompt_tokens" in seen) == asked
    assert seen.endswith("data: [DONE]\n\n")
    assert difference(spent(gateway), before) == (7, 2)


def test_a_stream_that_breaks_is_counted_by_its_events(
    gateway: Gateway, alice: httpx2.Client, engine: ScriptedEngine
) -> None:
    before = spent(gateway)

    with pytest.raises(httpx2.TransportError):
        alice.post(CHAT, json={"script": "broken_stream", "stream": True})

    wait_for("the count", lambda: difference(spent(gateway), before) == (0, 1) or None)


def test_tokens_a_minute_by_default_and_by_key(make_gateway: Callable[..., Gateway], engine: ScriptedEngine) -> None:
    box = make_gateway(KEYS + line("bob", BOB, "tpm=100"), TOKENS_PER_MINUTE="30").start()

    def statuses(token: str, times: int, script: str) -> list[int]:
        with box.client(token) as client:
            return [client.post(CHAT, json={"script": script, "stream": True}).status_code for _ in range(times)]

    assert statuses(ALICE, 3, "usage 20 10") == [200, 429, 429], "the default"
    assert statuses(BOB, 4, "usage_stream 45 5") == [200, 200, 429, 429], "a key's own limit, streams too"
    assert len(engine.seen) == 3, "a refused request goes no further"
    assert box.metric('gateway_key_tokens_limited_total{key="alice"}') == 2

    with box.client(ALICE) as client:
        response = client.post(CHAT, json={})
        assert refusal(response, "rate_limit_exceeded")["type"] == "rate_limit_error"
        assert 1 <= int(response.headers["Retry-After"]) <= 60
        assert client.get("/v1/models").status_code == 200, "what costs no tokens goes on"

    box.reload()
    wait_for("the reload", lambda: "successfully reloaded" in box.logs() or None)
    assert statuses(ALICE, 1, "usage 1 1") == [429], "a reload gives nobody a new allowance"


@dataclass(frozen=True)
class LlamaServer:
    """A real llama-server with the bundled model; ``address`` is its own on the tests' network."""

    name: str
    address: str
    port: int = 8000


@pytest.fixture(scope="module")
def llama(network: Network) -> Iterator[LlamaServer]:
    if docker("image", "inspect", LLAMACPP, check=False).returncode:
        pytest.fail(f"no image {LLAMACPP}. Fix: make images")
    name = f"student-gateway-test-{uuid.uuid4().hex[:8]}"
    docker(
        *("run", "-d", "--name", name, "--network", network.name, "-v", f"{ROOT / 'models'}:/models:ro", LLAMACPP),
        *("--model", "/models/student-nano/student-nano.gguf", "--alias", "student-nano", "--ctx-size", "4096"),
        *("--host", "0.0.0.0", "--port", "8000", "--api-key", ENGINE_KEY, "--jinja", "--no-slots", "--no-ui"),
    )
    try:
        form = f'{{{{(index .NetworkSettings.Networks "{network.name}").IPAddress}}}}'
        yield LlamaServer(name, docker("inspect", "-f", form, name).stdout.strip())
    finally:
        docker("rm", "-f", name, check=False)


@pytest.fixture(scope="module")
def real(
    network: Network, llama: LlamaServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Gateway, httpx2.Client]]:
    box = Gateway(tmp_path_factory.mktemp("real"), network, llama, KEYS, MAX_TOKENS="6", MAX_N="2")
    try:
        with box.start().client(ALICE) as client:
            wait_for("the model", lambda: client.get("/health").status_code == 200 or None, seconds=60)
            yield box, client
    finally:
        box.stop()


QUESTION = "<problem>\nObjective: expand\nExpression: x(x+1)\nVariables: [x]\n</problem>"
REQUESTS = [(CHAT, {"messages": [{"role": "user", "content": QUESTION}]}), (COMPLETIONS, {"prompt": QUESTION})]


@pytest.mark.parametrize(("path", "body"), REQUESTS, ids=["chat", "completions"])
def test_a_real_engines_tokens_are_counted_streamed_or_not(
    real: tuple[Gateway, httpx2.Client], path: str, body: dict[str, object]
) -> None:
    box, client = real
    body = body | {"model": "student-nano", "temperature": 0, "max_tokens": 5}
    before = spent(box)
    usage = client.post(path, json=body).json()["usage"]
    whole = difference(spent(box), before)

    assert whole == (usage["prompt_tokens"], usage["completion_tokens"])
    assert whole[1] == 5
    for options in ({}, {"stream_options": {"include_usage": True}}):
        before = spent(box)
        seen = client.post(path, json=body | {"stream": True} | options).text
        assert difference(spent(box), before) == whole
        assert ('"choices":[]' in seen) == (bool(options) and path == CHAT)
        assert seen.endswith("data: [DONE]\n\n")


@pytest.mark.parametrize(("path", "body"), REQUESTS, ids=["chat", "completions"])
@pytest.mark.parametrize("length", [{}, {"max_tokens": None}, {"max_completion_tokens": 6}, {"n_predict": 6}])
def test_a_real_engine_keeps_to_the_bound(
    real: tuple[Gateway, httpx2.Client], path: str, body: dict[str, object], length: dict[str, object]
) -> None:
    _, client = real
    answer = client.post(path, json=body | {"temperature": 0} | length).json()

    assert answer["choices"][0]["finish_reason"] == "length"
    assert answer["usage"]["completion_tokens"] == 6


@pytest.mark.parametrize("name", ["n", "n_cmpl"])
def test_a_real_engine_gives_as_many_answers_as_the_bound_allows(
    real: tuple[Gateway, httpx2.Client], name: str
) -> None:
    _, client = real
    path, body = REQUESTS[0]

    assert len(client.post(path, json=body | {name: 2}).json()["choices"]) == 2
    assert client.post(path, json=body | {name: 3}).status_code == 400
