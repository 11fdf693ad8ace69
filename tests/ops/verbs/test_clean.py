from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.conftest import Stack
from tests.ops.verbs.fake_docker import FakeDocker

IGNORED_AND_KEPT = {"env/student.env", "env/.student.env.x", "state", "student-ca.crt", "models/x"}


@pytest.fixture
def docker(tmp_path: Path) -> FakeDocker:
    named = "student-llm/gateway:local\\nstudent-llm/vllm:local\\n"
    answers = {
        "image ls --quiet": "sha256:0123\\n",
        "image ls --filter reference=student-llm/*": named,
        "image rm student-llm/vllm:local": None,
    }
    return FakeDocker(tmp_path / "bin", answers)


def run(stack: Stack, docker: FakeDocker, verb: str = "clean", **environment: str) -> str:
    own = {"PATH": f"{docker.path}:{os.environ['PATH']}", "PYTHON": sys.executable}
    done = stack.run("make", verb, **own, **environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


def ignored_things(stack: Stack) -> set[str]:
    """Make one thing for each line of .gitignore; return their names."""
    made = set()
    for line in (stack.path / ".gitignore").read_text().splitlines():
        if line.startswith("!"):
            continue
        folder = "client/src/" if line == "*.egg-info/" else ""
        name = folder + line.strip("/").replace(".*", ".x").replace("coverage*", "coverage").replace("*", "x")
        path = stack.path / name
        if line.endswith("/") or name == ".venv":  # a link to one is ignored, too
            path.mkdir(exist_ok=True)
            (path / "x").touch()
        else:
            path.touch()
        made.add(name)
    (stack.path / ".venv" / "pyvenv.cfg").touch()
    return made


def test_removes_what_is_remade(stack: Stack, docker: FakeDocker) -> None:
    """It removes the files that can be made again, of all that git ignores."""
    made = ignored_things(stack)
    assert made > IGNORED_AND_KEPT
    output = run(stack, docker, VENV=".venv")
    assert {name for name in made if (stack.path / name).exists()} == IGNORED_AND_KEPT
    assert "kept   settings, keys, certificates, metrics, models, containers" in output
    assert run(stack, docker, VENV=".venv", KEEP_IMAGES="1").count("removed") <= 1  # skips compiled Python of this run


def test_users_files_are_kept(stack: Stack, docker: FakeDocker) -> None:
    """Settings, keys and other files are kept."""
    (stack.path / "mine.txt").write_text("mine")
    before = {path: path.read_bytes() for path in stack.path.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    run(stack, docker)
    after = {path: path.read_bytes() for path in stack.path.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    assert after == before
    assert not docker.asked("compose")
    assert not docker.asked("rm")


def test_built_images_go(stack: Stack, docker: FakeDocker) -> None:
    """Images are removed unless they are in use, or KEEP_IMAGES is set."""
    output = run(stack, docker)
    assert docker.asked("image rm") == ["sha256:0123", "student-llm/gateway:local", "student-llm/vllm:local"]
    assert "removed image student-llm/gateway:local" in output
    assert "kept   image student-llm/vllm:local: Error: it is in use" in output
    run(stack, docker, KEEP_IMAGES="1")
    assert len(docker.asked("image rm")) == 3


def test_another_checkouts_images_stay(stack: Stack, tmp_path: Path) -> None:
    """All checkouts share the images' names, and a stopped container counts: its stack starts from that image again."""
    used = "student-llm/gateway:local\\tsha256:45\\t/first-gateway-1\\t/srv/first\\n"
    answers = {
        "image ls --quiet": "sha256:0123\\n",
        "image ls --filter": "student-llm/gateway:local\\nstudent-llm/model:local\\n",
        "container ls --all": "c1 c2\\n",
        "container inspect": f"{used}sha256:0123\\tsha256:0123\\t/alone\\t\\n",
    }
    docker = FakeDocker(tmp_path / "docker", answers)
    output = run(stack, docker)
    assert docker.asked("image rm") == ["student-llm/model:local"]
    kept = "sha256:0123 (alone), student-llm/gateway:local (first-gateway-1 of /srv/first)\n"
    assert f"kept   images that containers use: {kept}" in output


def test_down_stacks_images_stay(stack: Stack, tmp_path: Path) -> None:
    """A stack that is down has no container, and starts from these images again; images without a name go."""
    first = tmp_path / "first"
    (first / "env").mkdir(parents=True)
    (first / "env" / "student.env").touch()
    answers = {
        "image ls --quiet": "sha256:0123\\n",
        "image ls --filter": "student-llm/gateway:local\\n",
        "volume ls": f"{first}\\n{stack.path}\\n/gone\\n",
    }
    docker = FakeDocker(tmp_path / "docker", answers)
    assert f"kept   images that are used in {first} too: student-llm/gateway:local\n" in run(stack, docker)
    assert docker.asked("image rm") == ["sha256:0123"]
    assert len(docker.asked("volume rm")) == 2, "its own note, and that of the folder that is gone"
    (first / "env" / "student.env").unlink()
    run(stack, docker)
    assert docker.asked("image rm")[1:] == ["sha256:0123", "student-llm/gateway:local"]


def test_own_stack_stays_noted(stack: Stack, tmp_path: Path) -> None:
    """It runs, so it uses the images."""
    used = f"student-llm/gateway:local\\tsha256:45\\t/first-gateway-1\\t{stack.path}\\n"
    docker = FakeDocker(tmp_path / "docker", {"container ls": "c1\\n", "container inspect": used})
    run(stack, docker)
    assert not docker.asked("volume rm")


def test_foreign_venv_is_kept(stack: Stack, docker: FakeDocker, tmp_path: Path) -> None:
    """VENV may name any folder; one outside the project, or one that is not an environment, is kept."""
    for folder in (tmp_path / "elsewhere", stack.path / "docs"):
        folder.mkdir(exist_ok=True)
        (folder / "kept").touch()
        (folder / "pyvenv.cfg").touch() if folder.name == "elsewhere" else None
        run(stack, docker, VENV=str(folder))
        assert (folder / "kept").exists()
    (stack.path / ".cache").symlink_to(tmp_path / "elsewhere")
    run(stack, docker)
    assert not (stack.path / ".cache").exists()
    assert (tmp_path / "elsewhere" / "kept").exists()


def test_without_docker(stack: Stack, tmp_path: Path) -> None:
    docker = FakeDocker(tmp_path / "none", {"": None})
    (stack.path / "build").mkdir()
    assert "removed build" in run(stack, docker)
    assert not docker.asked("image rm")


def test_second_run(stack: Stack, docker: FakeDocker) -> None:
    for _ in range(2):
        run(stack, docker)
