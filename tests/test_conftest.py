"""Tests run in parallel: those that need Docker in two processes. A copy has its own environment."""

from __future__ import annotations

import inspect
import subprocess
import sys
import sysconfig
from pathlib import Path

from tests.conftest import ROOT, STACKS, Stack, copy_project, pytest_itemcollected

MODULE = """
import os, pathlib, pytest

@pytest.mark.docker
@pytest.mark.parametrize("number", range(4))
def test_with(number):
    write("with", number)

@pytest.mark.parametrize("number", range(4))
def test_without(number):
    write("without", number)

def write(kind, number):
    pathlib.Path(kind).open("a").write(f"{os.environ['PYTEST_XDIST_WORKER']} {__name__} {number}\\n")
"""
FOLDERS = {"caddy": "stacks", "client": "stacks", "ops": "host", "security": "host"}


def test_groups_have_one_process_each(tmp_path: Path) -> None:
    """A group's tests run in one process in order, and tests without Docker stay with their module."""
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = docker: needs it\n")
    for folder in FOLDERS:
        (tmp_path / "tests" / folder).mkdir(parents=True)
        (tmp_path / "tests" / folder / f"test_{folder}.py").write_text(MODULE)
    hook = f"import pytest\nSTACKS = {STACKS}\n{inspect.getsource(pytest_itemcollected)}"
    (tmp_path / "tests" / "conftest.py").write_text(hook)
    spread = (ROOT / "Makefile").read_text().split("\nSPREAD = ")[1].splitlines()[0].split()
    command = [sys.executable, "-m", "pytest", *spread, "--import-mode=importlib", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    for group in ("stacks", "host"):
        folders = [folder for folder in FOLDERS if FOLDERS[folder] == group]
        runs = [run for run in ran(tmp_path / "with") if run[1].rpartition("_")[2] in folders]
        assert len({process for process, *_ in runs}) == 1
        assert [(module.rpartition("_")[2], int(number)) for _, module, number in runs] == [
            (folder, number) for folder in folders for number in range(4)
        ]
    assert len({(process, module) for process, module, _ in ran(tmp_path / "without")}) == len(FOLDERS)


def ran(file: Path) -> list[list[str]]:
    return [line.split() for line in file.read_text().splitlines()]


def test_make_in_a_copy_keeps_to_its_own(tmp_path: Path) -> None:
    """A copy's client must not get into the tests' environment, in which other tests run."""
    copy = Stack(copy_project(tmp_path / "copy"), {})
    paths = Path(sysconfig.get_path("purelib"))
    before = {path: path.read_bytes() for path in [*paths.glob("*.pth"), *Path(sys.prefix).glob(".*")]}
    assert copy.make("init").returncode == 0
    done = copy.run(sys.executable, "-m", "ops.lib.venv", "client")
    assert done.returncode == 0, done.stderr
    found = copy.run(".venv/bin/python", "-c", "import student_client; print(student_client.__file__)").stdout
    assert found.startswith(f"{copy.path}/client/src/")
    assert {path: path.read_bytes() for path in [*paths.glob("*.pth"), *Path(sys.prefix).glob(".*")]} == before


def test_background_shell_lets_interrupts(tmp_path: Path) -> None:
    """A shell lets what it runs in the background ignore them, unless it has job control."""
    one = "tests/client/verifying/test_pool.py::test_interrupt_leaves_nothing"
    pytest = f"{sys.executable} -m pytest -q -n0 -p no:cacheprovider --basetemp={tmp_path / 'own'} {one}"
    done = subprocess.run(["sh", "-c", f"{pytest} & wait $!"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


STALE = """
import pytest
from tests import here

here.stale = lambda: ["gateway"]

@pytest.mark.docker
def test_with(): pass

def test_without(): pass
"""


def test_stale_images_fail_docker_tests(tmp_path: Path) -> None:
    copy = copy_project(tmp_path / "copy")
    (copy / "tests" / "test_stale.py").write_text(STALE)
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", "tests/test_stale.py"]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert "built from other files: gateway. Fix: python3 -m tests.prepare llamacpp" in done.stdout
    assert "1 passed, 1 error" in done.stdout
