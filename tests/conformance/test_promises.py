"""The stack passes 'make verify' with each engine; also measures the engine's speed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conformance.engine import Engine
from tests.conformance.measured import tokens_a_second
from tests.gpu.hardware import HARDWARE

pytestmark = pytest.mark.docker


def test_make_verify(engine: Engine) -> None:
    if engine.replayed:
        pytest.skip("no recording has what 'make verify' asks")
    done = engine.stack.make("verify")
    assert done.returncode == 0, done.stdout + done.stderr


def test_speed_and_memory_are_measured(engine: Engine, record_property: Callable[[str, object], None]) -> None:
    """The run ends with a line of these figures, for 'make test-gpu'."""
    if engine.replayed:
        pytest.skip("a replay has no speed")
    one, eight = (tokens_a_second(engine, clients) for clients in (1, 8))
    memory = HARDWARE.memory(engine.stack, engine.name)
    assert min(one, eight, memory) > 0
    record_property(
        "measured",
        f"{engine.name} on the {HARDWARE.name}: up after {engine.seconds:.0f} s, {one:.0f} tokens/s for one client, "
        f"{eight:.0f} for eight, {memory:.0f} MiB",
    )
