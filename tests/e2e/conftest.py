from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import Stack, make_stacks

MakeUp = Callable[..., tuple[Stack, str]]


new_stack = pytest.fixture(scope="package", name="new_stack")(make_stacks)  # lasts for all tests of this folder


@pytest.fixture(scope="package")
def make_up(new_stack: Callable[..., Stack]) -> MakeUp:
    """Return a function that runs 'make up' in a new copy: the stack and the output; a failure shows the logs."""

    def started(name: str, **environment: str) -> tuple[Stack, str]:
        stack = new_stack(name)
        done = stack.make("up", **environment)
        output = done.stdout + done.stderr
        if done.returncode:
            shown = stack.compose("ps", "--all").stdout + stack.compose("logs", "--tail=50").stdout
            pytest.fail(f"'make up' ended with {done.returncode}\n{output}\n{shown}")
        return stack, output

    return started
