"""compose/loaded.yaml: every service runs an image of a bundle, and none is pulled or built."""

from __future__ import annotations

import json
import os
import subprocess

import pytest

from tests import here
from tests.project import ROOT, users

pytestmark = pytest.mark.docker


@pytest.mark.parametrize("below", [here.PULLED, here.BUILT])
@pytest.mark.parametrize("profile", ["llamacpp", "vllm"])
def test_nothing_pulled_or_built(below: str, profile: str) -> None:
    own = {"COMPOSE_FILE": f"{below}:compose/loaded.yaml", "STACK_USER": "65532:65532"}
    command = ["docker", "compose", "--env-file=env/student.example.env", f"--profile={profile}", "config"]
    done = subprocess.run(
        [*command, "--format=json"], cwd=ROOT, env=users(os.environ) | own, capture_output=True, text=True, check=True
    )
    services = json.loads(done.stdout)["services"]
    assert set(services) == set(here.services(below, profile))
    for name, spec in services.items():
        assert spec["image"] == f"student-llm/{name}:loaded"
        assert "build" not in spec
        assert spec["pull_policy"] == "never"
