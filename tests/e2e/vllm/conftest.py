from __future__ import annotations

import pytest

from tests.conftest import Stack
from tests.e2e.conftest import MakeUp
from tests.e2e.llamacpp.test_keys import made_key


@pytest.fixture(scope="package")
def started(make_up: MakeUp) -> tuple[Stack, str]:
    """The stack that 'make up PROFILE=vllm' started, and its output."""
    return make_up("vllm", PROFILE="vllm")


@pytest.fixture(scope="package")
def load_key(started: tuple[Stack, str]) -> str:
    """A key for loads, so that they do not use up the requests a minute of the stack's own."""
    return made_key(started[0], "key-add", "NAME=load", "RPM=100000")
