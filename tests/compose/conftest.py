from __future__ import annotations

import functools
import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Stack
from tests.project import copy_files

Render = Callable[..., dict[str, Any]]

USER = "4242:4242"


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark the tests of this folder as docker: they run Compose."""
    item.add_marker(pytest.mark.docker)


@pytest.fixture(scope="session")
def render(tmp_path_factory: pytest.TempPathFactory) -> Render:
    """Let Compose render the configuration, with the example's settings and some overlays."""
    stack = Stack(copy_files(tmp_path_factory.mktemp("compose")), {})
    example = (stack.path / "env" / "student.example.env").read_text()
    (stack.path / "env" / "student.env").write_text(example.replace("STACK_USER=", f"STACK_USER={USER}"))

    def rendered(*overlays: str, profile: str = "llamacpp", **settings: str) -> dict[str, Any]:
        options = [part for name in ("compose.yaml", *overlays) for part in ("-f", name)]
        options += [part for name in profile.split(",") for part in ("--profile", name)]
        result: dict[str, Any] = json.loads(asked(tuple(options), tuple(settings.items())))
        return result

    @functools.cache  # caches a configuration for many tests
    def asked(options: tuple[str, ...], settings: tuple[tuple[str, str], ...]) -> str:
        done = stack.run("docker", "compose", *options, "config", "--format", "json", **dict(settings))
        assert done.returncode == 0, done.stderr
        return done.stdout

    return rendered
