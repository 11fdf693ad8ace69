from __future__ import annotations

import subprocess

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.docker


def test_the_gateways_own_modules_pass_their_go_tests() -> None:
    local = "student-llm/go:local"  # made where no image registry answers
    found = subprocess.run(["docker", "image", "inspect", local], capture_output=True, check=False).returncode == 0
    command = ["docker", "build", "--target=test", "--secret=id=ca,src=/etc/ssl/certs/ca-certificates.crt"]
    command += [f"--build-arg=GO_IMAGE={local}"] if found else []
    done = subprocess.run(
        [*command, "--progress=plain", "caddy"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
