"""'make lock' and the images: digests come from Docker alone, and only for pulled images."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ops.verbs import pins
from tests import here
from tests.conftest import ROOT

OLD, NEW = "sha256:" + "a" * 64, "sha256:" + "b" * 64
COMPOSE = f"""
services:
  vllm:
    image: docker.io/vllm/vllm-openai:v0.31.0@{OLD}
  tgi:
    image: ghcr.io/huggingface/text-generation-inference:3.3.7
  model:
    image: student-llm/model:local # built here
"""
Docker = Callable[[dict[str, list[str]]], None]


@pytest.fixture
def docker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Docker:
    """Put a fake docker first in PATH that has some images with RepoDigests."""

    def here(images: dict[str, list[str]]) -> None:
        cases = "".join(f"'{name}') echo '{json.dumps(digests)}';;\n" for name, digests in images.items())
        (tmp_path / "docker").write_text(f'#!/bin/sh\ncase "$3" in\n{cases}*) exit 1;;\nesac\n')
        (tmp_path / "docker").chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    return here


def test_digest_beside_the_tag(docker: Docker) -> None:
    name = "ghcr.io/huggingface/text-generation-inference"
    docker({f"{name}:3.3.7": [f"mirror.example/tgi@{OLD}", f"{name}@{NEW}"]})
    assert pins.recorded(COMPOSE) == COMPOSE.replace(":3.3.7", f":3.3.7@{NEW}")


def test_moved_tag_gets_its_digest(docker: Docker) -> None:
    docker({"docker.io/vllm/vllm-openai:v0.31.0": [f"vllm/vllm-openai@{NEW}"]})
    assert pins.recorded(COMPOSE) == COMPOSE.replace(OLD, NEW)


def test_pulled_by_digest_keeps_it(docker: Docker) -> None:
    docker({f"docker.io/vllm/vllm-openai:v0.31.0@{OLD}": [f"vllm/vllm-openai@{OLD}"]})
    assert pins.recorded(COMPOSE) == COMPOSE


@pytest.mark.parametrize("digests", [[], [f"somebody/else@{NEW}"]])
def test_not_pulled_is_kept(docker: Docker, digests: list[str]) -> None:
    docker({"docker.io/vllm/vllm-openai:v0.31.0": digests})
    assert pins.recorded(COMPOSE) == COMPOSE


@pytest.mark.docker
def test_built_image_has_no_digest() -> None:
    """The real Docker reports none."""
    assert pins.digest(here.image("gateway")) is None


def test_all_pulled_images_are_seen() -> None:
    named = [match["tag"] for path in pins.files() for match in pins.NAMED.finditer(path.read_text())]
    lines = "\n".join(path.read_text() for path in pins.files())
    assert len(named) == len(re.findall(r"^ +image: (?!student-llm/)", lines, re.MULTILINE)) > 6


def test_vllm_is_not_below_its_floor() -> None:
    versions = re.findall(r"vllm-openai(?:-cpu)?:v0\.(\d+)", "\n".join(path.read_text() for path in pins.files()))
    assert versions
    assert all(int(version) >= 30 for version in versions), "a constrained request can crash older ones"


def test_make_lock_ends_with_pins() -> None:
    recipe = (ROOT / "Makefile").read_text().split("\nlock:")[1].split("\n\n")[0]
    assert recipe.rstrip().endswith("-m ops.verbs.pins")
