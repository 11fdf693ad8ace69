"""Bounds of a request and counts of its answer, with a scripted engine and a real one."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import httpx2
import pytest
from student_client import Problem, Settings
from student_client._asking.endpoint import Form, student

from tests import here
from tests.caddy.conftest import ALICE, KEYS
from tests.caddy.gateway_box import ENGINE_KEY, Gateway, Network, docker, line, refusal, wait_for
from tests.caddy.scripted_engine import ScriptedEngine
from tests.conftest import ROOT
from tests.project import PATIENT

pytestmark = pytest.mark.docker

BOB = "sk-bob-fedcba9876543210"
CHAT, COMPLETIONS = "/v1/chat/completions", "/v1/completions"


def spent(box: Gateway, name: str = "alice") -> tuple[float, float]:
    into, out = (box.metric(f'gateway_key_tokens_total{{direction="{way}",key="{name}"}}') for way in ("in", "out"))
    return into, out


def difference(after: tuple[float, float], before: tuple[float, float]) -> tuple[float, float]:
    return after[0] - before[0], after[1] - before[1]


@pytest.mark.parametrize("path", [CHAT, COMPLETIONS])
def test_bounded_body_is_unchanged(alice: httpx2.Client, engine: ScriptedEngine, path: str) -> None:
    """A body within the bounds reaches the engine byte for byte."""
    body = b'{ "max_tokens" : 5,"temperature":0.10, "model": "\\u00e9", "stop" :[ "max_tokens" ] }\n'

    assert alice.post(path, content=body).status_code == 200
    assert engine.only().body == body
    assert engine.only().headers["Content-Length"] == str(len(body))


@pytest.mark.parametrize("form", ["openai", "tgi"])
@pytest.mark.parametrize("model", ["student-nano", "another"])
def test_clients_body_is_unchanged(alice: httpx2.Client, engine: ScriptedEngine, model: str, form: Form) -> None:
    """The body of the project's own client reaches the engine byte for byte."""
    body = student(Settings(model_name=model)).body(Problem("integrate", "x", ["x"]), 0.0, form)

    answer = alice.post(CHAT, content=body)
    assert answer.status_code == 200, answer.text
    assert "x-gateway-dropped" not in answer.headers
    assert engine.only().body == body


def test_chunked_body_is_sent_whole(alice: httpx2.Client, engine: ScriptedEngine) -> None:
    assert alice.post(CHAT, content=iter([b'{"max_to', b'kens":5}'])).status_code == 200
    assert engine.only().body == b'{"max_tokens":5}'
    assert "Transfer-Encoding" not in engine.only().headers


@pytest.mark.proves("security/greedy-client")
def test_no_length_gets_the_bound(alice: httpx2.Client, engine: ScriptedEngine) -> None:
    assert alice.post(CHAT, content=b'{"model": "x"}').status_code == 200
    assert engine.only().body == b'{"max_tokens":2048,"model": "x"}'


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
def test_bad_body_is_400(
    alice: httpx2.Client, engine: ScriptedEngine, body: bytes, param: str | None, code: str
) -> None:
    """A body that asks for too much, or cannot be read, does not reach the engine."""
    response = alice.post(CHAT, content=body)

    assert response.status_code == 400
    error = refusal(response, code)
    assert (error["type"], error["param"]) == ("invalid_request_error", param)
    assert response.headers["X-Request-Id"]
    assert engine.seen == []


def test_answer_is_counted_unchanged(gateway: Gateway, alice: httpx2.Client, engine: ScriptedEngine) -> None:
    before = spent(gateway)

    response = alice.post(CHAT, json={"model": "usage 25 12"}, headers={"Accept-Encoding": "gzip"})

    assert response.json()["usage"] == {"prompt_tokens": 25, "completion_tokens": 12}
    assert "Accept-Encoding" not in engine.only().headers, "a compressed answer would hide its usage"
    assert difference(spent(gateway), before) == (25, 12)


@pytest.mark.parametrize("asked", [True, False])
def test_stream_is_counted(gateway: Gateway, alice: httpx2.Client, engine: ScriptedEngine, asked: bool) -> None:
    """Its usage is shown only to a client that asked for it."""
    before = spent(gateway)

    body = {"model": "usage_stream 7 2", "stream": True} | (
        {"stream_options": {"include_usage": True}} if asked else {}
    )
    seen = alice.post(CHAT, json=body).text

    assert json.loads(engine.only().body)["stream_options"] == {"include_usage": True}
    assert seen.count('"content"') == 2
    assert ("prompt_tokens" in seen) == asked
    assert seen.endswith("data: [DONE]\n\n")
    assert difference(spent(gateway), before) == (7, 2)


def test_broken_stream_is_counted(gateway: Gateway, alice: httpx2.Client, engine: ScriptedEngine) -> None:
    """Its events are counted."""
    before = spent(gateway)

    with pytest.raises(httpx2.TransportError):
        alice.post(CHAT, json={"model": "broken_stream", "stream": True})

    wait_for("the count", lambda: difference(spent(gateway), before) == (0, 1) or None)


def test_tokens_a_minute(make_gateway: Callable[..., Gateway], engine: ScriptedEngine) -> None:
    box = make_gateway(KEYS + line("bob", BOB, "tpm=100"), TOKENS_PER_MINUTE="30").start()

    def statuses(token: str, times: int, script: str) -> list[int]:
        with box.client(token) as client:
            return [client.post(CHAT, json={"model": script, "stream": True}).status_code for _ in range(times)]

    assert statuses(ALICE, 3, "usage 20 10") == [200, 429, 429], "the default"
    assert statuses(BOB, 4, "usage_stream 45 5") == [200, 200, 429, 429], "a key's own limit, streams too"
    assert len(engine.seen) == 3, "a refused request does not reach the engine"
    assert box.metric('gateway_key_tokens_limited_total{key="alice"}') == 2

    with box.client(ALICE) as client:
        response = client.post(CHAT, json={})
        assert refusal(response, "rate_limit_exceeded")["type"] == "rate_limit_error"
        assert 1 <= int(response.headers["Retry-After"]) <= 60
        assert client.get("/v1/models").status_code == 200, "a request without tokens is still served"

    box.reload()
    wait_for("the reload", lambda: "successfully reloaded" in box.logs() or None)
    assert statuses(ALICE, 1, "usage 1 1") == [429], "a reload does not reset anyone's allowance"

    with box.client(ALICE) as client:
        response = client.post(CHAT, json={})
    assert int(response.headers["x-ratelimit-remaining-requests"]) >= 598, "a request over a limit is not counted"


def test_list_counts_as_its_length(make_gateway: Callable[..., Gateway], engine: ScriptedEngine) -> None:
    box = make_gateway(KEYS + line("bob", BOB, "rpm=10"), MAX_N="8").start()
    with box.client(BOB) as client:

        def left(path: str, status: int, **body: object) -> int:
            response = client.post(path, json={"model": "echo"} | body)
            assert response.status_code == status, response.text
            return int(response.headers["x-ratelimit-remaining-requests"])

        assert left(CHAT, 200, n=4) == 6
        assert left(COMPLETIONS, 200, prompt=["a", "b"], n=2) == 2
        engine.seen.clear()
        assert left(COMPLETIONS, 429, prompt=["a", "b", "c"]) == 2, "a refused request is not counted"
        assert engine.seen == []
        assert left(COMPLETIONS, 200, prompt=["a", "b"]) == 0


def test_texts_in_flight_are_bounded(make_gateway: Callable[..., Gateway], engine: ScriptedEngine) -> None:
    box = make_gateway(MAX_IN_FLIGHT="3", ENGINE_RETRY="100ms").start()
    with (
        box.client(ALICE) as first,
        box.client(ALICE) as second,
        first.stream("POST", CHAT, json={"model": "stream 2", "n": 2}) as held,
    ):
        chunks = held.iter_raw()
        next(chunks)
        assert box.metric("gateway_texts_in_flight") == 2
        response = second.post(CHAT, json={"model": "echo", "n": 2})
        assert response.status_code == 503
        assert "at its limit of 3 texts at once" in refusal(response, "engine_unavailable")["message"]
        assert int(response.headers["Retry-After"]) > 0
        assert second.post(CHAT, json={"model": "echo"}).status_code == 200, "one more fits"
        never = second.post(CHAT, json={"model": "echo", "n": 4})
        assert refusal(never, "too_many_texts")["param"] == "n"
        assert never.status_code == 400
        assert box.metric('gateway_key_in_flight_limited_total{key="alice"}') == 1

        engine.go_on.release()
        assert b"".join(chunks).endswith(b"data: [DONE]\n\n")
        wait_for("an idle engine", lambda: box.metric("gateway_texts_in_flight") == 0 or None)
        assert second.post(CHAT, json={"model": "echo", "n": 2}).status_code == 200


def test_dropped_fields_are_named(alice: httpx2.Client, engine: ScriptedEngine) -> None:
    response = alice.post(CHAT, json={"model": "echo", "field_of_mine": {"a": 1}, "x\r\ny: z": 1})

    assert response.status_code == 200
    assert response.headers["X-Gateway-Dropped"] == "field_of_mine, x??y??z"
    assert set(json.loads(engine.only().body)) == {"model", "max_tokens"}


@dataclass(frozen=True)
class LlamaServer:
    """A real llama-server with the bundled model; ``address`` is its own on the tests' network."""

    name: str
    address: str
    port: int = 8000


@pytest.fixture(scope="module")
def llama(network: Network) -> Iterator[LlamaServer]:
    image = here.image("llamacpp")
    if not here.has(image):
        pytest.fail(f"no image {image}. Fix: make images")
    name = f"student-gateway-test-{uuid.uuid4().hex[:8]}"
    docker(
        *("run", "-d", "--name", name, "--network", network.name, "-v", f"{ROOT / 'models'}:/models:ro", image),
        *("--model", "/models/student-nano/student-nano.gguf", "--alias", "student-nano", "--ctx-size", "4096"),
        *("--threads", PATIENT["LLAMACPP_THREADS"]),
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
def test_real_tokens_are_counted(real: tuple[Gateway, httpx2.Client], path: str, body: dict[str, object]) -> None:
    """The count is the engine's own, with and without streaming."""
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
def test_real_engine_keeps_the_bound(
    real: tuple[Gateway, httpx2.Client], path: str, body: dict[str, object], length: dict[str, object]
) -> None:
    _, client = real
    answer = client.post(path, json=body | {"temperature": 0} | length).json()

    assert answer["choices"][0]["finish_reason"] == "length"
    assert answer["usage"]["completion_tokens"] == 6


@pytest.mark.parametrize("name", ["n", "n_cmpl"])
def test_real_engine_bounds_answers(real: tuple[Gateway, httpx2.Client], name: str) -> None:
    """The engine gives as many answers as the bound allows."""
    _, client = real
    path, body = REQUESTS[0]

    assert len(client.post(path, json=body | {name: 2}).json()["choices"]) == 2
    assert client.post(path, json=body | {name: 3}).status_code == 400
