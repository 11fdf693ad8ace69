"""The wheel: built from client/ alone, installed alone into a fresh environment, and used there."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest
from student_client import __version__

from ..conftest import ROOT
from .api import GOOD

PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
BARE = {"PATH": "/usr/bin:/bin", "STUDENT_MODEL_NAME": "student-nano"}


def run(*command: str | Path, code: int = 0, cwd: Path | None = None) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, env=BARE)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    source = shutil.copytree(ROOT / "client", folder / "client", ignore=shutil.ignore_patterns("__pycache__"))
    run(*PIP, "wheel", "--no-build-isolation", "--no-deps", "--no-index", "--wheel-dir", folder, source)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def fresh(wheel: Path) -> Path:
    """An environment with the wheel and nothing else in it."""
    home = wheel.parent / "fresh"
    venv.create(home)
    run(*PIP, f"--python={home}/bin/python", "install", "--no-deps", "--no-index", wheel)
    return home


@pytest.fixture(scope="module")
def complete(fresh: Path) -> Path:
    """The same with what the client depends on: the packages of the tests, without the tree the tests run on."""
    site = next((fresh / "lib").glob("python*/site-packages"))
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return fresh


def test_wheel_has_the_package_alone(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        metadata = message_from_bytes(archive.read(f"student_client-{__version__}.dist-info/METADATA"))
    source = ROOT / "client/src"
    files = (path for path in source.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    package = {path.relative_to(source).as_posix() for path in files}
    assert "student_client/py.typed" in names
    assert {name for name in names if ".dist-info/" not in name} == package
    assert metadata["Version"] == __version__
    assert set(metadata.get_all("Provides-Extra", [])) == {"completion", "metrics", "verify"}
    assert str(metadata.get_payload()).startswith("# student-client")


def test_alone_it_gives_help(fresh: Path) -> None:
    assert "exit codes:" in run(fresh / "bin" / "student", "--help")
    assert run(fresh / "bin" / "student", "--version") == f"student {__version__}\n"
    where = run(fresh / "bin" / "python", "-c", "import student_client; print(student_client.__file__)")
    assert Path(where.strip()).is_relative_to(fresh)


def test_complete_it_verifies(complete: Path, tmp_path: Path) -> None:
    problem = ("--objective", "integrate", "--expression", r"\int 2x\,dx", "--variable", "x")
    file = tmp_path / "plan.json"
    file.write_text(GOOD)
    assert "verified" in run(complete / "bin" / "student", "check", file, *problem)
    file.write_text(GOOD.replace("2*x", "3*x"))
    run(complete / "bin" / "student", "check", file, *problem, code=1)


SCRIPT = r"""
import httpx2, student_client
from student_client import Problem, Settings, Student

reply = {"choices": [{"message": {"content": TEXT}, "finish_reason": "stop"}]}
api = httpx2.MockTransport(lambda request: httpx2.Response(200, json=reply))
if __name__ == "__main__":
    with Student(Settings(model_name="student-nano"), transport=api) as student:
        print(student.plan(Problem("integrate", r"\int 2x\,dx", ["x"])).result, student_client.__file__)
"""


def test_complete_it_plans(complete: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(f"TEXT = {GOOD!r}\n{SCRIPT}")
    result, where = run(complete / "bin" / "python", script, cwd=tmp_path).split()
    assert result == "x**2"
    assert Path(where).is_relative_to(complete)
