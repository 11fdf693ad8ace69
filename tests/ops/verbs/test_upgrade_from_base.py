"""A stack of an old commit, with its layout and settings, is upgraded to this version."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ops.lib import env_file
from tests import here
from tests.conftest import ROOT
from tests.ops.verbs.release import Clients, Release
from tests.project import PATIENT, copy_files, own_settings

pytestmark = [pytest.mark.docker, pytest.mark.slow, pytest.mark.timeout(3600)]  # allows for the builds of two gateways

BASE = "0b85c1f20629a0e61811132782f505ce72cb02e3"  # before ops/ had rooms, and the last without 'make upgrade'
IMAGE = f"student-test/gateway-{os.getpid()}:local"
OWN = f"services: {{gateway: {{image: '{IMAGE}'}}}}\n"  # or the old version's would take the name of this host's


@pytest.fixture
def stack(tmp_path: Path) -> Iterator[Release]:
    """The old version, running with its own gateway; this version is the branch 'new'."""
    if here.compose_file() != here.BUILT:
        pytest.skip("the old version's images would have to be pulled")
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(tmp_path / "clone")], check=True)
    settings = own_settings("base")
    made = Release(tmp_path / "clone", settings)
    if made.run("git", "cat-file", "-e", BASE).returncode:
        pytest.skip(f"this clone has no history back to {BASE[:7]}")
    made.git("checkout", "--quiet", "-B", "new")
    made.git("rm", "-r", "--quiet", ".")
    copy_files(made.path)
    made.git("add", "--all")
    made.git("commit", "--quiet", "--allow-empty", "--message=new")
    made.git("checkout", "--quiet", "-B", "main", BASE)
    (made.path / "own.yaml").write_text(OWN)
    known = env_file.parse((made.path / "env" / "student.example.env").read_text())
    own = settings | PATIENT | {"COMPOSE_FILE": f"{here.BUILT}:own.yaml"}
    arguments = [f"{name}={value}" for name, value in own.items() if name in known]
    try:
        for command in (
            [sys.executable, "-m", "ops.init", *arguments],
            ["docker", "compose", "build", "gateway"],
            ["docker", "compose", "up", "--detach", "--wait", "--wait-timeout=240", "--no-build"],
        ):
            done = made.run(*command, timeout=1800)
            assert done.returncode == 0, done.stdout + done.stderr
        yield made
    finally:
        made.compose("down", "--timeout=5")
        subprocess.run(["docker", "image", "rm", IMAGE], capture_output=True, check=False)
    assert not here.stale(), "later tests would run the old version"


def test_upgrade_from_base(stack: Release) -> None:
    """Streams end complete, the key stays valid, and every setting is there."""
    key, before = stack.key, stack.containers()
    stack.git("merge", "--quiet", "--ff-only", "new")
    with Clients(stack) as clients:
        done = stack.make("upgrade", timeout=1800)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"from {BASE[:12]} to {stack.head()[:12]}" in done.stdout
    assert (stack.key, stack.answers(key)) == (key, 200)
    assert not set(before.values()) & set(stack.containers().values())
    example = env_file.parse((stack.path / "env" / "student.example.env").read_text())
    assert stack.env_file().keys() == example.keys()
    assert not {end for end in clients.ends if end.startswith("cut")}, clients.ends
    assert clients.ends["whole"] > 0, clients.ends
