from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from ops.lib import env_file
from tests import here
from tests.conformance.engine import Engine
from tests.conformance.table import CELLS
from tests.conftest import Stack, make_stacks
from tests.gpu.hardware import HARDWARE

NANO = "student-nano"
REPLAYED = "local/tiny-llama"  # the recordings' model
REPLAY = "tests/conformance/tgi/replay.yaml"
ENGINES = ["llamacpp", *(pytest.param(name, marks=pytest.mark.vllm) for name in ("vllm", "tgi"))]


new_stack = pytest.fixture(scope="package", name="new_stack")(make_stacks)  # lasts for all tests of this folder


@pytest.fixture(scope="package", params=ENGINES)
def engine(request: pytest.FixtureRequest, new_stack: Callable[..., Stack]) -> Iterator[Engine]:
    """The stack with each engine in turn behind the gateway; without a GPU TGI is replayed."""
    name = request.param
    replayed = name == "tgi" and not HARDWARE.has_tgi
    overlays = [HARDWARE.compose_file(), *([REPLAY] if replayed else [])]
    model = REPLAYED if replayed else NANO
    settings = {"COMPOSE_FILE": ":".join(overlays), "COMPOSE_PROFILES": name, "STUDENT_MODEL_NAME": model}
    stack = new_stack(f"conform-{name}", **settings)
    if replayed:
        env_file.update({"REPLAY_IMAGE": here.image("vllm")}, stack.path / "env" / "student.env")
    began = time.monotonic()
    done = stack.compose("up", "-d", "--wait", timeout=1700)
    assert done.returncode == 0, done.stderr + stack.compose("logs", "--tail=40").stdout
    yield Engine(name, stack, model, replayed, time.monotonic() - began)
    stack.compose("down", "--timeout=5")


@pytest.fixture
def found(request: pytest.FixtureRequest, engine: Engine) -> Callable[[str], None]:
    """Record this engine's behaviour for the table in the docs."""
    check = request.function.__doc__.strip().rstrip(".")

    def note(what: str) -> None:
        CELLS[check, engine.name] = what

    return note
