"""Shared by the attacks: the real gateway before a scripted engine that records requests, and the real stack."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import here
from tests.caddy.conftest import KEYS, engine, make_gateway, network, shared_engine
from tests.caddy.gateway_box import Gateway, Network
from tests.caddy.scripted_engine import ScriptedEngine
from tests.conftest import ROOT, Stack, make_stacks

__all__ = ["engine", "make_gateway", "network", "shared_engine"]

# maps the shipped time limits to the tests' shorter ones; the rest of the Caddyfile is unchanged
SHORTER = {
    "read_header 10s": "read_header 1s",
    "read_body_idle 15s 1024": "read_body_idle 1s 1024",
    "write_idle 60s": "write_idle 1s",
    "idle 2m": "idle 1s",
}


new_stack = pytest.fixture(scope="package", name="new_stack")(make_stacks)  # lasts for all tests of this folder


@pytest.fixture(scope="session")
def gateway(
    network: Network, shared_engine: ScriptedEngine, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Gateway]:
    """A gateway without limits of requests, and with short time limits."""
    folder = tmp_path_factory.mktemp("gateway")
    box = Gateway(
        folder, network, shared_engine, KEYS, REQUESTS_PER_MINUTE="100000", AUTH_FAILURES_PER_MINUTE="100000",
        MAX_BODY="100KB",
    )  # fmt: skip
    shorter(box, folder)
    try:
        yield box.start()
    finally:
        box.stop()


def shorter(box: Gateway, folder: Path) -> None:
    """Give a gateway the shipped Caddyfile with shorter time limits."""
    text = (ROOT / "caddy" / "Caddyfile").read_text()
    for shipped, short in SHORTER.items():
        assert text.count(shipped) == 1, shipped
        text = text.replace(shipped, short)
    (folder / "Caddyfile").write_text(text)
    box.options += ["-v", f"{folder}/Caddyfile:/etc/caddy/Caddyfile:ro"]


@pytest.fixture(scope="package")
def stack(new_stack: Callable[..., Stack]) -> Stack:
    """The real stack with the real llama-server."""
    made = new_stack("security", COMPOSE_FILE=here.compose_file())
    started = made.compose("up", "-d", "--wait", "--wait-timeout=240")
    assert started.returncode == 0, started.stderr
    return made
