"""One whole stack for all faults of the real engine, and the scripted engine where timing matters."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import httpx2
import pytest

from tests.caddy.conftest import engine, make_gateway, network, shared_engine
from tests.conftest import Stack
from tests.faults.fault import FaultyStack, hurried

__all__ = ["engine", "make_gateway", "network", "shared_engine"]

SETTINGS = {
    "COMPOSE_FILE": "compose.yaml:compose/cpu.yaml:compose/packages.yaml:tests/faults/faults.yaml",
    "ENGINE_MAX_REQUESTS": "8",
    "GATEWAY_REQUESTS_PER_MINUTE": "100000",
    # streams that do not end by themselves: no bound, and a context beyond the model's own
    "GATEWAY_MAX_TOKENS": "0",
    "LLAMACPP_CTX_SIZE": "131072",
    "LLAMACPP_EXTRA_ARGS": "--override-kv llama.context_length=int:32768",
    "LLAMACPP_THREADS": "1",
}


@pytest.fixture(scope="session")
def whole_stack(new_stack: Callable[..., Stack]) -> FaultyStack:
    plain = new_stack("faults", **SETTINGS)
    hurried(plain.path)
    stack = FaultyStack(plain.path, plain.settings)
    stack.up()
    return stack


@pytest.fixture
def stack(whole_stack: FaultyStack) -> Iterator[FaultyStack]:
    """The whole stack, which serves when a test begins and again when it ends."""
    yield whole_stack
    whole_stack.up()


@pytest.fixture
def client(stack: FaultyStack) -> Iterator[httpx2.Client]:
    with stack.client() as client:
        yield client
