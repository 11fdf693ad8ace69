"""One number for the client, the images and the changelog."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import student_client

from ops.lib import console, version

from ...conftest import ROOT

DOCKERFILES = sorted([*ROOT.glob("images/*/Dockerfile"), ROOT / "caddy/Dockerfile"])


def test_version_is_the_clients() -> None:
    assert version.version() == student_client.__version__


def test_version_is_the_changelogs() -> None:
    released = re.findall(r"^## \[?([0-9.]+)\]?.*$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert released[0] == version.version()


def test_revision_is_the_commit() -> None:
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert version.revision().removesuffix("-dirty") == head.stdout.strip()


def test_revision_without_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(version, "capture", lambda command: console.capture(command, cwd=tmp_path))
    assert version.revision() == "unknown"


@pytest.mark.parametrize("path", DOCKERFILES, ids=lambda path: path.parent.name)
def test_images_have_licences(path: Path) -> None:
    """Images that serve also have the version."""
    text = path.read_text()
    labels = dict(re.findall(r"org\.opencontainers\.image\.(\w+)=(\S+)", text))
    assert {"title", "licenses"} <= labels.keys()
    served = "student-llm.source=" in text
    assert (labels.get("version"), labels.get("revision")) == (("$VERSION", "$REVISION") if served else (None, None))
