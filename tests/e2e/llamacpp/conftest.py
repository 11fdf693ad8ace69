from __future__ import annotations

import pytest

from tests.conftest import Stack
from tests.e2e.conftest import MakeUp


@pytest.fixture(scope="session")
def started(make_up: MakeUp) -> tuple[Stack, str]:
    """The stack as 'make up' starts it, and what 'make up' said."""
    return make_up("llamacpp")


@pytest.fixture(scope="session")
def stack(started: tuple[Stack, str]) -> Stack:
    return started[0]
