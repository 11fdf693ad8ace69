from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import Stack

MakeUp = Callable[..., tuple[Stack, str]]


@pytest.fixture(scope="session")
def make_up(new_stack: Callable[..., Stack]) -> MakeUp:
    """Return a call of 'make up' in a new copy: the stack and what was said; its logs are shown where it failed."""

    def started(name: str, **environment: str) -> tuple[Stack, str]:
        stack = new_stack(name)
        done = stack.make("up", **environment)
        output = done.stdout + done.stderr
        if done.returncode:
            shown = stack.compose("ps", "--all").stdout + stack.compose("logs", "--tail=50").stdout
            pytest.fail(f"'make up' ended with {done.returncode}\n{output}\n{shown}")
        return stack, output

    return started
