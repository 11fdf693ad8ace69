"""Folders that use the images are known to each other through the real Docker, even while their stacks are down."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ops.lib import checkouts
from tests.caddy.gateway_box import docker


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Path]]:
    """Make folders with settings, and take the place of each."""
    made = []

    def new(name: str) -> Path:
        path = tmp_path / name
        if path not in made:
            (path / "env").mkdir(parents=True)
            (path / "env" / "student.env").touch()
            made.append(path)
        monkeypatch.setattr(checkouts, "ROOT", path)
        return path

    yield new
    for path in made:
        checkouts.forget(str(path))


def known(folder: Path) -> list[str]:
    """Return the names of the test's folders that are known."""
    return [Path(path).name for path in checkouts.others() if Path(path).parent == folder.parent]


@pytest.mark.docker
def test_others_know_of_each_other(folder: Callable[[str], Path]) -> None:
    folder("the first, of two")
    for _ in range(2):
        checkouts.note()
    second = folder("second")
    assert known(second) == ["the first, of two"]
    checkouts.note()
    assert known(second) == ["the first, of two"], "not itself"
    first = folder("the first, of two")
    assert known(first) == ["second"]
    checkouts.forget()
    folder("second")
    assert known(second) == []


@pytest.mark.docker
@pytest.mark.parametrize("lost", ["env/student.env", "env", "."])
def test_others_forget_what_is_gone(folder: Callable[[str], Path], lost: str) -> None:
    first = folder("first")
    checkouts.note()
    path = first / lost
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    second = folder("second")
    checkouts.note()
    listed = docker("volume", "ls", f"--filter=label={checkouts.LABEL}={first}", "--quiet").stdout
    assert (known(second), listed) == ([], "")


def test_closed_folder_counts_as_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another user's folder may be closed to this one."""

    def closed(_: Path) -> os.stat_result:
        raise PermissionError

    monkeypatch.setattr(Path, "lstat", closed)
    assert not checkouts._is_gone(tmp_path)
