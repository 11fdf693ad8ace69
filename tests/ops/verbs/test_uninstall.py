from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ops.verbs import uninstall
from tests import here
from tests.conftest import Stack, copy_project
from tests.faults.own_docker import OwnDocker
from tests.ops.verbs.fake_docker import FakeDocker
from tests.ops.verbs.test_clean import ignored_things


@pytest.fixture
def docker(tmp_path: Path) -> FakeDocker:
    return FakeDocker(tmp_path / "bin", {"image ls --filter": "student-llm/gateway:local\\n", "compose": None})


def run(stack: Stack, *arguments: str, docker: FakeDocker | None = None, **more: str) -> tuple[int, str]:
    path = f"{docker.path}:{os.environ['PATH']}" if docker else os.environ["PATH"]
    done = stack.run("make", "uninstall", *arguments, PYTHON=sys.executable, PATH=path, **more)
    return done.returncode, done.stdout + done.stderr


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def test_lists_unless_yes(stack: Stack, docker: FakeDocker) -> None:
    before = files(stack.path)
    for arguments in ([], ["YES=0"], ["YES="]):
        code, output = run(stack, *arguments, docker=docker)
        assert code
        assert "goes   files: state, env/student.env" in output
        assert "goes   images: student-llm/gateway:local" in output
        assert "clients' keys, secrets, certificates, their authority, metrics" in output
        assert (
            "ERROR nothing was removed. Fix: make backup FILE=<path> to keep the keys, then make uninstall YES=1"
            in output
        )
    assert files(stack.path) == before
    assert not docker.asked("image rm")


def test_git_files_are_kept(stack: Stack, docker: FakeDocker, tmp_path: Path) -> None:
    ignored_things(stack)
    fetched = stack.path / "models" / "fetched"
    mixed = stack.path / "models" / "mixed"
    for folder in (fetched, mixed):
        folder.mkdir()
        (folder / "model.gguf").touch()
        (folder / ".download.json").write_text(json.dumps({"files": {"model.gguf": 0}}))
    (mixed / "my-notes.txt").touch()
    (stack.path / "models" / ".incomplete").mkdir()
    code, output = run(stack, "YES=1", docker=docker)
    assert code == 0, output
    assert "stays  models/mixed, which holds more than was fetched" in output
    assert docker.asked("image rm") == ["student-llm/gateway:local"]
    kept = {"models/x", "models/mixed/model.gguf", "models/mixed/my-notes.txt", "models/mixed/.download.json"}
    assert files(stack.path).keys() == files(copy_project(tmp_path / "fresh")).keys() | kept
    code, output = run(stack, docker=FakeDocker(tmp_path / "none", {"": None}))
    assert code == 0
    assert "nothing of the stack is here" in output


def test_images_may_stay(stack: Stack, docker: FakeDocker) -> None:
    assert run(stack, "YES=1", "KEEP_IMAGES=1", docker=docker)[0] == 0
    assert not docker.asked("image rm")


def test_link_goes_target_stays(stack: Stack, docker: FakeDocker, tmp_path: Path) -> None:
    (stack.path / "state").rename(tmp_path / "elsewhere")
    (stack.path / "state").symlink_to(tmp_path / "elsewhere")
    assert run(stack, "YES=1", docker=docker)[0] == 0
    assert not (stack.path / "state").is_symlink()
    assert (tmp_path / "elsewhere" / "gateway" / "keys").exists()


def test_broken_settings(stack: Stack, docker: FakeDocker) -> None:
    (stack.path / "env" / "student.env").write_bytes(b"\xff = '")
    code, output = run(stack, "YES=1", docker=docker)
    assert code == 0, output
    assert not (stack.path / "env" / "student.env").exists()


def test_unit_goes_first(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr(uninstall.systemd_unit, "remove", lambda: done.append("unit"))
    monkeypatch.setattr(uninstall.leftovers, "remove_images", lambda _: done.append("images"))
    monkeypatch.setattr(uninstall.leftovers, "remove_caches", lambda: done.append("caches"))
    nothing = uninstall.Belongings([], [], [], [], [Path("/etc/systemd/system/x.service")], [], [], [])
    uninstall.remove(nothing)
    assert done == ["unit", "images", "caches"]


@pytest.mark.docker
def test_own_containers_go(new_stack: Callable[..., Stack]) -> None:
    stack = new_stack("uninstall", COMPOSE_FILE=here.compose_file())
    other = new_stack("uninstall-other", COMPOSE_FILE=here.compose_file())
    for each in (stack, other):
        assert each.make("images").returncode == 0
    assert stack.compose("up", "-d").returncode == 0
    assert other.compose("create").returncode == 0
    project = stack.settings["COMPOSE_PROJECT_NAME"]
    (stack.path / "env" / "student.env").write_text("broken '\n")  # only labels show what is here
    code, output = run(stack, "YES=1", "KEEP_IMAGES=1")
    assert code == 0, output
    for kind in ("container", "network"):
        assert mine(kind, project) == []
        assert mine(kind, other.settings["COMPOSE_PROJECT_NAME"])
    assert f"removed {project}-gateway-1" in output


def mine(kind: str, project: str) -> list[str]:
    every = ["--all"] if kind == "container" else []
    command = ["docker", kind, "ls", *every, "--quiet", "--filter", f"label=com.docker.compose.project={project}"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.docker
def test_other_folder_is_kept(new_stack: Callable[..., Stack]) -> None:
    """Its stack has the same name."""
    first = new_stack("uninstall-twice", COMPOSE_FILE=here.compose_file())
    assert first.make("images").returncode == 0
    assert first.compose("create").returncode == 0
    second = Stack(copy_project(first.path.with_name("second")), first.settings)
    own = [f"{name}={value}" for name, value in first.settings.items()]
    assert second.run(sys.executable, "-m", "ops.verbs.init", *own).returncode == 0
    code, output = run(second, "YES=1", "KEEP_IMAGES=1")
    assert code == 0, output
    assert len(mine("container", first.settings["COMPOSE_PROJECT_NAME"])) == len(here.stack_services())
    assert mine("network", first.settings["COMPOSE_PROJECT_NAME"])
    assert not (second.path / "state").exists()


@pytest.fixture
def own_docker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OwnDocker]:
    engine = OwnDocker(tmp_path / "docker")
    engine.start()
    try:
        monkeypatch.setenv("DOCKER_HOST", engine.host)
        yield engine
    finally:
        engine.remove()


def tiny(name: str, *changes: str) -> None:
    """Make an image of one small file, without a name if ``name`` is empty."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as tar:
        info = tarfile.TarInfo("file")
        info.size = len(name)
        tar.addfile(info, io.BytesIO(name.encode()))
    options = [f"--change={change}" for change in changes]
    command = ["docker", "import", *options, "-", *([name] if name else [])]
    subprocess.run(command, input=stream.getvalue(), check=True, capture_output=True)


@pytest.mark.docker
@pytest.mark.skipif(os.getuid() != 0, reason="only root may start dockerd; .ci/run is root")
def test_images_of_others_stay(stack: Stack, own_docker: OwnDocker, tmp_path: Path) -> None:
    tiny("student-llm/gateway:local")
    tiny("student-llm/used:local")
    tiny("pulled/prometheus:1")
    tiny("others/prometheus:1")
    tiny("", "LABEL student-llm.source=0123")
    tiny("", "LABEL others=1")
    own_docker.docker("create", "--name=user", "student-llm/used:local", "/file")
    own_docker.docker("network", "create", "others")
    own_docker.docker("volume", "create", "others")
    assert len(own_docker.docker("image", "ls", "--quiet").split()) == 6
    (stack.path / "compose" / "mine.yaml").write_text("services: {prometheus: {image: 'pulled/prometheus:1'}}\n")
    settings = stack.path / "env" / "student.env"
    files = re.search(r"^COMPOSE_FILE=(.*)$", settings.read_text(), re.MULTILINE)
    assert files
    settings.write_text(settings.read_text().replace(files[0], f"{files[0]}:compose/mine.yaml"))

    def images() -> list[str]:
        return sorted(own_docker.docker("image", "ls", "--format={{.Repository}}").split())

    down = Stack(copy_project(tmp_path / "down"), {})
    assert down.run(sys.executable, "-m", "ops.verbs.init").returncode == 0
    note = [sys.executable, "-c", "from ops.lib import checkouts; checkouts.note()"]  # as 'make images' does
    assert down.run(*note).returncode == 0
    done = stack.run("make", "clean", PYTHON=sys.executable)
    assert f"kept   images that are used in {down.path} too: student-llm/gateway:local\n" in done.stdout
    assert "student-llm/gateway" in images()
    done = down.run("make", "clean", PYTHON=sys.executable)
    assert "kept   images that containers use: student-llm/used:local (user)" in done.stdout
    assert images() == ["<none>", "others/prometheus", "pulled/prometheus", "student-llm/used"]
    code, output = run(stack, "YES=1")
    assert code == 0, output
    assert "removed image pulled/prometheus:1" in output
    assert images() == ["<none>", "others/prometheus", "student-llm/used"]
    assert "user" in own_docker.docker("ps", "--all", "--format={{.Names}}")
    assert "others" in own_docker.docker("network", "ls", "--format={{.Name}}").split()
    assert own_docker.docker("volume", "ls", "--quiet").split() == ["others"]
