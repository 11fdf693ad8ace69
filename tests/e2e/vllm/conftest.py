from __future__ import annotations

import pytest

from tests.conftest import Stack
from tests.e2e.conftest import MakeUp


@pytest.fixture(scope="session")
def started(make_up: MakeUp) -> tuple[Stack, str]:
    """The stack with vLLM on the CPU as 'make up PROFILE=vllm' starts it, and what it said."""
    return make_up("vllm", PROFILE="vllm")


@pytest.fixture(scope="session")
def stack(started: tuple[Stack, str]) -> Stack:
    return started[0]
