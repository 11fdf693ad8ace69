"""The workflows that run elsewhere for every change. This host cannot run them, so the tests check their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
VERBS = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def read(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text())


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in read(path)["jobs"].values():
        yield from job["steps"]


def test_there_is_a_workflow() -> None:
    assert WORKFLOWS


@each_workflow
def test_commands_exist(path: Path) -> None:
    """Each command is a verb, or a file here."""
    for command in filter(None, (step.get("run") for step in steps(path))):
        program, *arguments = command.split()
        assert program != "make" or set(arguments) <= set(VERBS), command
        assert program == "make" or (ROOT / program).stat().st_mode & 0o100, command


@each_workflow
def test_actions_are_pinned(path: Path) -> None:
    """Each is pinned by a commit."""
    for action in filter(None, (step.get("uses") for step in steps(path))):
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action)


@each_workflow
def test_workflow_may_only_read(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    assert not any("permissions" in job for job in workflow["jobs"].values())
    assert "secrets." not in path.read_text()


def test_unit_tests_on_every_python() -> None:
    """The versions are those that the client's package names."""
    project = (ROOT / "client" / "pyproject.toml").read_text()
    named = re.findall(r'"Programming Language :: Python :: (3\.\d+)"', project)
    assert read(ROOT / ".github/workflows/test.yml")["jobs"]["unit"]["strategy"]["matrix"]["python"] == named
