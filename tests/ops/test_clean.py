from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from tests.conftest import Stack

pytestmark = pytest.mark.docker


def test_what_was_made_is_removed_and_nothing_else(new_stack: Callable[..., Stack]) -> None:
    stack = new_stack("clean")
    before = {path.relative_to(stack.path) for path in stack.path.rglob("*") if "__pycache__" not in path.parts}
    images = stack.make("images")  # finds out whether a registry answers
    assert images.returncode == 0, images.stdout + images.stderr
    assert stack.compose("create").returncode == 0
    project = stack.settings["COMPOSE_PROJECT_NAME"]
    (stack.path / "mine.txt").write_text("kept")
    # its own VENV: the tests' environment must not go with it
    done = stack.run("make", "clean", KEEP_IMAGES="1", PYTHON=sys.executable)
    assert done.returncode == 0, done.stdout + done.stderr
    for kind in ("container", "network"):
        left = stack.run("docker", kind, "ls", "--quiet", "--filter", f"label=com.docker.compose.project={project}")
        assert left.stdout == "", kind
    after = {path.relative_to(stack.path) for path in stack.path.rglob("*") if "__pycache__" not in path.parts}
    gone = {path.parts[0] for path in before - after}
    assert gone <= {"state", "env", ".cache"}
    assert not (stack.path / "env" / "student.env").exists()
    assert not (stack.path / "state").exists()
    assert (stack.path / "mine.txt").read_text() == "kept"


def test_a_second_clean_has_nothing_to_do(new_stack: Callable[..., Stack]) -> None:
    stack = new_stack("clean-twice")
    for _ in range(2):
        done = stack.run("make", "clean", KEEP_IMAGES="1", PYTHON=sys.executable)
        assert done.returncode == 0, done.stdout + done.stderr
