"""One whole stack for all faults of the real engine, and the scripted engine for tests of timing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import httpx2
import pytest

from tests import here
from tests.caddy.conftest import engine, make_gateway, network, shared_engine
from tests.conftest import Stack, make_stacks
from tests.faults.fault import FaultyStack, hurried

__all__ = ["engine", "make_gateway", "network", "shared_engine"]

SETTINGS = {
    "ENGINE_MAX_REQUESTS": "8",
    "GATEWAY_REQUESTS_PER_MINUTE": "100000",
    "GATEWAY_FIRST_BYTE": "15s",  # allows for a busy host, which needs more than 5 s for 500 tokens of each text
    "GATEWAY_GRACE": "5s",
    # lets streams run without end: no bound, and a context beyond the model's own
    "GATEWAY_MAX_TOKENS": "0",
    "LLAMACPP_CTX_SIZE": "32768",
    "LLAMACPP_EXTRA_ARGS": "--override-kv llama.context_length=int:32768",
}


def settings() -> dict[str, str]:
    """Return the settings of the stack under test, with the images of this host."""
    return SETTINGS | {"COMPOSE_FILE": f"{here.compose_file()}:tests/faults/faults.yaml"}


new_stack = pytest.fixture(scope="package", name="new_stack")(make_stacks)  # lasts for all tests of this folder


@pytest.fixture(scope="package")
def whole_stack(new_stack: Callable[..., Stack]) -> FaultyStack:
    plain = new_stack("faults", **settings())
    hurried(plain.path)
    stack = FaultyStack(plain.path, plain.settings)
    stack.up()
    return stack


@pytest.fixture
def stack(whole_stack: FaultyStack) -> Iterator[FaultyStack]:
    """The whole stack, which serves at the beginning and at the end of each test."""
    yield whole_stack
    whole_stack.up()


@pytest.fixture
def client(stack: FaultyStack) -> Iterator[httpx2.Client]:
    with stack.client() as client:
        yield client
