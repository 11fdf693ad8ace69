"""The project's folder: its path, the link .env, and the modes of files that containers read."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from ops.lib import checkout
from tests.conftest import ROOT, copy_project

OTHERS = "65532:65532"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "clone")


def test_colon_in_the_path_fails(tmp_path: Path) -> None:
    """Docker cannot mount such a path."""
    assert checkout.path(tmp_path / "a b").status == "ok"
    check = checkout.path(tmp_path / "a:b")
    assert (check.status, check.fix) == ("failed", "move the project to a folder without : in its path")


@pytest.mark.docker
@pytest.mark.parametrize("name", ["50% off", "a%zz", "100%", "a%20b", "plain"])
def test_percent_in_the_path(tmp_path: Path, name: str) -> None:
    """It fails only if Compose would read it as an invalid code."""
    folder = tmp_path / name
    folder.mkdir()
    (folder / "compose.yaml").write_text("services: {one: {image: one}}\n")
    refused = subprocess.run(["docker", "compose", "config"], cwd=folder, capture_output=True, check=False).returncode
    check = checkout.path(folder)
    assert check.status == ("failed" if refused else "ok")
    assert check.fix == ("move the project to a folder without % in its path" if refused else "")


def test_link_before_and_after_init(copy: Path) -> None:
    assert checkout.link(copy).status == "ok"
    (copy / "env" / "student.env").write_text("A=1\n")
    assert checkout.link(copy).status == "ok"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (None, "missing, so that Compose finds no settings"),
        ("env/student.env", "a text file, not the link to env/student.env: git made no links here"),
        ("env/student.env\n", "a text file, not the link to env/student.env: git made no links here"),
        ("A=1\n", "not the link to env/student.env: Compose reads other settings than make"),
    ],
)
def test_missing_link_has_a_fix(copy: Path, content: str | None, found: str) -> None:
    (copy / ".env").unlink()
    if content is not None:
        (copy / ".env").write_text(content)
    check = checkout.link(copy)
    assert (check.status, check.found[: len(found)]) == ("failed", found)
    subprocess.run(check.fix.rpartition("then ")[2].split(), cwd=copy, check=True)
    assert checkout.link(copy).status == "ok"


def test_git_without_links(tmp_path: Path) -> None:
    clone = ["git", "-c", "core.symlinks=false", "clone", "--quiet", "--depth=1", f"file://{ROOT}", str(tmp_path / "c")]
    subprocess.run(clone, check=True)
    assert "core.symlinks" in checkout.link(tmp_path / "c").found


def test_link_elsewhere_fails(copy: Path) -> None:
    (copy / ".env").unlink()
    (copy / ".env").symlink_to("env/student.example.env")
    assert checkout.link(copy).status == "failed"


def test_closed_modes_have_a_fix(copy: Path) -> None:
    """A umask of 077 makes the files unreadable for containers."""
    assert checkout.modes(copy, OTHERS).status == "ok"
    subprocess.run(["chmod", "-R", "go=", "."], cwd=copy, check=True)
    check = checkout.modes(copy, OTHERS)
    assert check.status == "failed"
    assert re.match(
        r"the containers' user 65532:65532 may not read caddy and \d+ more, as after a checkout", check.found
    )
    owner = copy.stat()
    assert checkout.modes(copy, f"{owner.st_uid}:{owner.st_gid}").status == "ok"
    subprocess.run(check.fix.split(), cwd=copy, check=True)
    assert checkout.modes(copy, OTHERS).status == "ok"


def test_closed_file_is_named(copy: Path) -> None:
    (copy / "caddy" / "Caddyfile").chmod(0o600)
    assert "may not read caddy/Caddyfile, as" in checkout.modes(copy, OTHERS).found
    assert checkout.modes(copy, "").status == "n/a"


def test_mounted_files_are_checked() -> None:
    for path in [ROOT / "compose.yaml", *(ROOT / "compose").glob("*.yaml")]:
        text = path.read_text()
        assert yaml.compose(text), path.name
        folders = set(re.findall(r"\./([a-z]+)[/:]", text)) | set(re.findall(r"context: ([a-z]+)", text))
        assert folders <= {*checkout.READ_BY_CONTAINERS, "state"}, path.name
