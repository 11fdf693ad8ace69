from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.conftest import Stack


@pytest.fixture(scope="session")
def started(new_stack: Callable[..., Stack]) -> Iterator[tuple[Stack, str]]:
    """The stack as 'make up' starts it, and what 'make up' said; its logs are shown where it failed."""
    stack = new_stack("llamacpp")
    done = stack.make("up")
    output = done.stdout + done.stderr
    if done.returncode:
        shown = stack.compose("ps", "--all").stdout + stack.compose("logs", "--tail=50").stdout
        pytest.fail(f"'make up' ended with {done.returncode}\n{output}\n{shown}")
    return stack, output


@pytest.fixture(scope="session")
def stack(started: tuple[Stack, str]) -> Stack:
    return started[0]
