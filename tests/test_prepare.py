"""'make test' prints what it needs, gets it, and does not touch the settings of its checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ops.lib.console import Failure
from tests import here, prepare
from tests.conftest import ROOT
from tests.project import copy_files, users


def test_full_disk_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(here, "image", lambda service: service)
    monkeypatch.setattr(here, "has", lambda image: image == "llamacpp")
    monkeypatch.setattr(prepare, "DISK_GB", {"llamacpp": 10**6, "vllm": 10**6})
    prepare.disk(["llamacpp"])
    assert capsys.readouterr().out == ""
    with pytest.raises(Failure, match=r"1000000 GB is needed. Fix: free some"):
        prepare.disk(["llamacpp", "vllm"])
    assert "to be pulled or built first: vllm (1000000 GB" in capsys.readouterr().out


@pytest.mark.docker
def test_checkout_is_left_as_it_is(tmp_path: Path) -> None:
    copy = copy_files(tmp_path / "checkout")
    subprocess.run(["git", "init", "--quiet"], cwd=copy, check=True)

    def files() -> set[Path]:
        return {path for path in copy.rglob("*") if not {"__pycache__", ".git"} & set(path.parts)}

    before = files()
    command = [sys.executable, "-m", "tests.prepare", "llamacpp"]
    done = subprocess.run(
        command, cwd=copy, env=users(os.environ), capture_output=True, text=True, timeout=500, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("== the tests take 30 minutes on two processors, Docker, and vLLM's image alone 7 GB")
    assert here.image("llamacpp").partition("@")[0] in done.stdout
    assert files() == before


@pytest.mark.parametrize(("option", "ending"), [("--download", ":compose/download.yaml"), ("--", "compose/cpu.yaml")])
def test_download_is_an_image_more(monkeypatch: pytest.MonkeyPatch, option: str, ending: str) -> None:
    got: list[str] = []
    monkeypatch.setattr(sys, "argv", ["prepare", option, "llamacpp"])
    monkeypatch.setattr(prepare, "images", lambda compose_file, wanted: got.append(compose_file))
    for name in ("disk", "kubectl"):
        monkeypatch.setattr(prepare, name, lambda *arguments: None)
    monkeypatch.setattr(prepare.install_docker, "ensure", lambda: None)
    prepare.main()
    assert [each.endswith(ending) for each in got] == [True]


@pytest.mark.docker
def test_no_gpu_fetches_no_image() -> None:
    command = [sys.executable, "-m", "tests.prepare", "--gpu", "llamacpp"]
    done = subprocess.run(command, cwd=ROOT, env=users(os.environ), capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "failed gpu      nvidia-smi shows none. Fix: install NVIDIA's driver" in done.stdout
    assert "image" not in done.stdout.partition("failed gpu")[2]


@pytest.mark.parametrize("verb", ["test-registry", "test-slow", "test-kubernetes"])
def test_root_is_required_first(tmp_path: Path, verb: str) -> None:
    """Another user's tests would all be skipped, and 'make' would end well."""
    user = tmp_path / "id"
    user.write_text("#!/bin/sh\necho 1000\n")
    user.chmod(0o755)
    environment = users(os.environ) | {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run(["make", verb], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"ERROR 'make {verb}' needs root. Fix: run it as root\n")


def test_ci_runs_the_readmes_command() -> None:
    assert (ROOT / ".ci" / "run").read_text().splitlines()[-1] == "make test"
    assert "\nmake test " in (ROOT / "README.md").read_text()
