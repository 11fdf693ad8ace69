"""OpenAI's own client with parts of the API beyond chat."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx2
import openai
import pytest

from tests.clients.conftest import add_key
from tests.conftest import Stack

pytestmark = pytest.mark.docker

MODEL = "student-nano"
ASK: Any = {"model": MODEL, "max_tokens": 8, "messages": [{"role": "user", "content": "expand x*(x + 1)"}]}
LIMITS = {f"x-ratelimit-{what}-{of}" for what in ("limit", "remaining", "reset") for of in ("requests", "tokens")}


@pytest.fixture(scope="module")
def client(stack: Stack) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=f"{stack.api}/v1", api_key=stack.key, max_retries=0) as made:
        yield made


def test_models_have_openais_shape(client: openai.OpenAI) -> None:
    listed = client.models.with_raw_response.list().http_response.json()
    assert set(listed) == {"object", "data"}
    assert [set(model) for model in listed["data"]] == [{"id", "object", "created", "owned_by"}]


def test_model_is_found_by_name(client: openai.OpenAI) -> None:
    assert client.models.retrieve(MODEL) == client.models.list().data[0]


def test_absent_model_is_not_found(client: openai.OpenAI) -> None:
    with pytest.raises(openai.NotFoundError) as refused:
        client.models.retrieve("no-such-model")
    assert (refused.value.code, refused.value.param) == ("model_not_found", "model")


def test_trailing_slash_is_ignored(stack: Stack) -> None:
    with httpx2.Client(base_url=stack.api, headers={"Authorization": f"Bearer {stack.key}"}, timeout=60) as asking:
        assert asking.get("/v1/models/").status_code == 200
        assert asking.post("/v1/chat/completions/", json=ASK).status_code == 200


def test_responses_names_the_route(client: openai.OpenAI) -> None:
    with pytest.raises(openai.NotFoundError, match="Use POST /v1/chat/completions") as refused:
        client.responses.create(model=MODEL, input="x")
    assert refused.value.code == "unknown_url"


def test_embeddings_are_not_there(client: openai.OpenAI) -> None:
    with pytest.raises(openai.NotFoundError, match="no embeddings") as refused:
        client.embeddings.create(model=MODEL, input="x")
    assert refused.value.code == "unknown_url"


def test_answers_tell_limits(stack: Stack, client: openai.OpenAI) -> None:
    chat = client.with_options(api_key=add_key(stack, "NAME=told", "RPM=60", "TPM=10000")).chat.completions
    assert set(chat.with_raw_response.create(**ASK).headers) >= LIMITS
    with chat.with_streaming_response.create(**ASK, stream=True) as streamed:
        assert set(streamed.headers) >= LIMITS
        list(streamed.iter_lines())
    with pytest.raises(openai.BadRequestError) as refused:
        chat.create(**ASK | {"max_tokens": -1})
    assert set(refused.value.response.headers) >= LIMITS


def test_unknown_field_is_named(client: openai.OpenAI) -> None:
    """The gateway removes it and names it in a header."""
    answer = client.chat.completions.with_raw_response.create(**ASK, extra_body={"no_such_field": 1})
    assert "no_such_field" in answer.headers["x-gateway-dropped"]
