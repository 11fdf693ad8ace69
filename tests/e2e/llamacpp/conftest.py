from __future__ import annotations

import pytest

from tests.conftest import Stack
from tests.e2e.conftest import MakeUp


@pytest.fixture(scope="package")
def started(make_up: MakeUp) -> tuple[Stack, str]:
    """The stack that 'make up' started, and its output."""
    return make_up("llamacpp")


@pytest.fixture(scope="package")
def stack(started: tuple[Stack, str]) -> Stack:
    return started[0]
