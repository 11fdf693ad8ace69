"""One gateway and one scripted engine, shared by all tests that do not change them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest

from tests.caddy.gateway_box import Gateway, Network, docker, image, line
from tests.caddy.scripted_engine import ScriptedEngine

ALICE = "sk-alice-0123456789abcdef"
KEYS = line("alice", ALICE)


@pytest.fixture(scope="session")
def network() -> Iterator[Network]:
    if docker("image", "inspect", image(), check=False).returncode:
        pytest.fail(f"no image {image()}. Fix: docker build -t {image()} caddy")
    made = Network()
    yield made
    made.remove()


@pytest.fixture(scope="session")
def shared_engine(network: Network) -> Iterator[ScriptedEngine]:
    engine = ScriptedEngine(network.address)
    yield engine
    engine.close()


@pytest.fixture
def engine(shared_engine: ScriptedEngine) -> ScriptedEngine:
    shared_engine.seen.clear()
    shared_engine.client_gone.clear()
    while shared_engine.go_on.acquire(blocking=False):
        pass
    return shared_engine


@pytest.fixture(scope="session")
def gateway(
    network: Network, shared_engine: ScriptedEngine, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Gateway]:
    box = Gateway(
        tmp_path_factory.mktemp("gateway"),
        network,
        shared_engine,
        KEYS,
        REQUESTS_PER_MINUTE="10000",
        AUTH_FAILURES_PER_MINUTE="10000",
        MAX_BODY="100KB",
        FIRST_BYTE="3s",
    )
    try:
        yield box.start()
    finally:
        box.stop()


@pytest.fixture
def make_gateway(network: Network, engine: ScriptedEngine, tmp_path: Path) -> Iterator[Callable[..., Gateway]]:
    """A gateway of the test's own, not started yet."""
    boxes: list[Gateway] = []

    def make(keys: str = KEYS, **settings: str) -> Gateway:
        boxes.append(Gateway(tmp_path / str(len(boxes)), network, engine, keys, **settings))
        return boxes[-1]

    yield make
    for box in boxes:
        box.stop()


@pytest.fixture
def alice(gateway: Gateway) -> Iterator[httpx2.Client]:
    with gateway.client(ALICE) as client:
        yield client


@pytest.fixture
def anyone(gateway: Gateway) -> Iterator[httpx2.Client]:
    with gateway.client() as client:
        yield client
