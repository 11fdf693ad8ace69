from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Stack, copy_project

Render = Callable[..., dict[str, Any]]

USER = "4242:4242"


@pytest.fixture(scope="session")
def render(tmp_path_factory: pytest.TempPathFactory) -> Render:
    """Render the configuration as Compose does, with the example's settings and some overlays."""
    stack = Stack(copy_project(tmp_path_factory.mktemp("compose")), {})
    example = (stack.path / "env" / "student.example.env").read_text()
    (stack.path / "env" / "student.env").write_text(example.replace("STACK_USER=", f"STACK_USER={USER}"))

    def rendered(*overlays: str, profile: str = "llamacpp", **settings: str) -> dict[str, Any]:
        options = [part for name in ("compose.yaml", *overlays) for part in ("-f", name)]
        options += [part for name in profile.split(",") for part in ("--profile", name)]
        done = stack.run("docker", "compose", *options, "config", "--format", "json", **settings)
        assert done.returncode == 0, done.stderr
        result: dict[str, Any] = json.loads(done.stdout)
        return result

    return rendered
