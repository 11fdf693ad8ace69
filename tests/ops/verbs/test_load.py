"""A bundle made here starts a stack on a host without any network, and a bad one changes nothing."""

from __future__ import annotations

import io
import json
import os
import platform
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ops.lib import archive, bundles, env_file, wheels
from tests import here
from tests.conftest import Stack
from tests.ops.verbs.air_gap import AirGap
from tests.project import PATIENT

pytestmark = [
    pytest.mark.docker,
    pytest.mark.skipif(os.getuid() != 0, reason="only root may make a network namespace; .ci/run is root"),
]
GIT = ("git", "-c", "user.name=t", "-c", "user.email=t@example.com")


@pytest.fixture(scope="module")
def connected(new_stack: Callable[..., Stack]) -> Stack:
    """A clone on this host that was set up and never started."""
    stack = new_stack("bundle", COMPOSE_FILE=here.compose_file())
    for arguments in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message=one")):
        assert stack.run(*GIT, *arguments).returncode == 0
    return stack


@pytest.fixture(scope="module")
def bundle(connected: Stack, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("stick") / "student.bundle"
    done = connected.make("bundle", f"FILE={file}")
    assert done.returncode == 0, done.stdout + done.stderr
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    tags = subprocess.run(["docker", "image", "ls"], check=True, capture_output=True, text=True).stdout
    assert head(connected)[:12] not in tags
    return file


def head(stack: Stack) -> str:
    return stack.run("git", "rev-parse", "HEAD").stdout.strip()


@pytest.fixture
def air_gap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AirGap]:
    host = AirGap(tmp_path_factory.mktemp("gap"))  # is short: containerd's sockets allow 108 characters
    try:
        host.start()
        yield host
    finally:
        host.remove()


@pytest.mark.slow
def test_starts_without_network(bundle: Path, air_gap: AirGap, tmp_path: Path) -> None:
    assert air_gap.run(tmp_path, "tar", "-xf", str(bundle), bundles.PROJECT).returncode == 0
    assert air_gap.run(tmp_path, "git", "clone", "--quiet", bundles.PROJECT, "student-llm").returncode == 0
    folder = tmp_path / "student-llm"
    python = {"PYTHON": sys.executable}
    load = air_gap.run(folder, "make", "load", f"FILE={bundle}", **python)
    assert load.returncode == 0, load.stdout + load.stderr
    assert not (folder / ".cache" / "load").exists()
    env_file.update(PATIENT, folder / "env" / "student.env")
    up = air_gap.run(folder, "make", "up", **python)
    assert up.returncode == 0, up.stdout + up.stderr
    try:
        assert "verified" in up.stdout.split("== 5")[1]
        assert "installing" not in up.stdout
        assert "building" not in up.stdout
        running = air_gap.run(folder, "docker", "compose", "ps", "--format={{.Image}}").stdout.split()
        assert running
        assert all(image.endswith(":loaded") for image in running)
        verify = air_gap.run(folder, "make", "verify", **python)
        assert verify.returncode == 0, verify.stdout + verify.stderr
        out = air_gap.run(folder, "curl", "--silent", "--max-time", "5", "http://192.0.2.1")
        assert out.returncode == 7, "this host has no egress"
    finally:
        air_gap.run(folder, "docker", "compose", "down", "--timeout=5")


class Crafted:
    """A small bundle with a test's header and content."""

    def __init__(self, stack: Stack, file: Path) -> None:
        self.stack, self.file = stack, file
        machine = {"x86_64": "amd64", "aarch64": "arm64"}[platform.machine()]
        self.facts: dict[str, Any] = {
            "commit": head(stack),
            "machine": machine,
            "pythons": wheels.PYTHONS,
            "bytes": {"images": 1, "rest": 1},
            "services": ["gateway"],
            "overlays": [],
            "settings": {},
            "files": [],
        }

    def write(self, images: bytes = b"no images", **facts: Any) -> None:
        with self.file.open("wb") as stream:
            entries = [archive.Entry(bundles.PROJECT, b"x"), archive.Entry(bundles.IMAGES, images)]
            archive.write(stream, bundles.KIND, self.facts | facts, entries)

    def refused(self, *words: str) -> None:
        """Assert that it is refused in one line with these words, and that nothing changes."""
        before = self._all()
        done = self.stack.make("load", f"FILE={self.file}")
        errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        assert (done.returncode, len(errors)) == (2, 1), done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        for word in (*words, "Fix: "):
            assert word in errors[0]
        assert self._all() == before

    def _all(self) -> tuple[str, str, list[Path]]:
        env = (self.stack.path / "env" / "student.env").read_text()
        images = self.stack.run("docker", "image", "ls", "--format={{json .Repository}}{{.Tag}}{{.ID}}").stdout
        names = [line for line in images.splitlines() if "loaded" in line]
        return env, json.dumps(names), sorted((self.stack.path / "models").rglob("*"))


@pytest.fixture
def crafted(connected: Stack, tmp_path: Path) -> Crafted:
    return Crafted(connected, tmp_path / "student.bundle")


def test_damaged_bundle(crafted: Crafted) -> None:
    crafted.write(b"an image " * 999)
    content = crafted.file.read_bytes()
    crafted.file.write_bytes(content.replace(b"an image", b"no image", 1))
    crafted.refused("is damaged", "nothing here has changed")
    crafted.file.write_bytes(content[: len(content) // 2])
    crafted.refused("is damaged")


def test_refused_images_leave_nothing(crafted: Crafted) -> None:
    crafted.write(b"an image " * 999)
    crafted.refused("docker load failed")
    assert not (crafted.stack.path / ".cache" / "load").exists()


def test_no_bundle(crafted: Crafted) -> None:
    crafted.file.write_text("no tar")
    crafted.refused("is not a student-llm bundle")
    with tarfile.open(crafted.file, "w") as tar:
        tar.addfile(tarfile.TarInfo("archive.json"), io.BytesIO())
    crafted.refused("is not a student-llm bundle")
    crafted.file.unlink()
    crafted.refused("cannot be read")


def test_other_processor(crafted: Crafted) -> None:
    crafted.write(machine="riscv64")
    crafted.refused("is for riscv64, and Docker runs on")


def test_other_pythons(crafted: Crafted) -> None:
    crafted.write(pythons=["2.7"])
    crafted.refused("has no packages for Python 3.")


def test_no_room(crafted: Crafted) -> None:
    crafted.write(bytes={"images": 10**15, "rest": 0})
    crafted.refused("GB free, and", "docker system prune")


def test_other_commit(crafted: Crafted) -> None:
    """The fix checks out the bundle's commit."""
    crafted.write(commit="0" * 40)
    crafted.refused("is of commit 000000000000", f"tar -xf {crafted.file} {bundles.PROJECT}, then git pull")


def test_foreign_model_is_kept(crafted: Crafted) -> None:
    crafted.write(files=["student-nano/other.gguf"])
    crafted.refused("models/student-nano exists and its files are not the bundle's")
