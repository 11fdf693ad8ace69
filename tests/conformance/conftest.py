from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.conformance.engine import Engine
from tests.conformance.table import CELLS
from tests.conftest import Stack

REPLAYED = "local/tiny-llama"  # the recordings' model


@pytest.fixture(scope="session", params=["llamacpp", pytest.param("vllm", marks=pytest.mark.vllm), "tgi"])
def engine(request: pytest.FixtureRequest, new_stack: Callable[..., Stack]) -> Iterator[Engine]:
    """The stack with one engine after the other behind the gateway; TGI is replayed."""
    name = request.param
    overlays = ["compose/cpu.yaml", "compose/packages.yaml", "tests/conformance/tgi/replay.yaml"]
    settings = {"COMPOSE_FILE": ":".join(["compose.yaml", *(overlays if name == "tgi" else overlays[:2])])}
    if name == "tgi":
        settings["STUDENT_MODEL_NAME"] = REPLAYED
    stack = new_stack(f"conform-{name}", COMPOSE_PROFILES=name, **settings)
    done = stack.compose("up", "-d", "--wait", timeout=580)
    assert done.returncode == 0, done.stderr + stack.compose("logs", "--tail=40").stdout
    yield Engine(name, stack, settings.get("STUDENT_MODEL_NAME", "student-nano"))
    stack.compose("down", "--timeout=5")


@pytest.fixture
def found(request: pytest.FixtureRequest, engine: Engine) -> Callable[[str], None]:
    """Note what this engine does, for the table in the docs."""
    check = request.function.__doc__.strip().rstrip(".")

    def note(what: str) -> None:
        CELLS[check, engine.name] = what

    return note
