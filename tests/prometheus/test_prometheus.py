from __future__ import annotations

import subprocess

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.docker


def test_promtool_accepts_the_configuration() -> None:
    command = ["docker", "run", "--rm", "--network=none", "-v", f"{ROOT}/prometheus:/etc/prometheus:ro"]
    # --syntax-only: the engine's key is no file of this container
    command += ["--entrypoint=promtool", "student-llm/prometheus:local", "check", "config", "--syntax-only"]
    done = subprocess.run([*command, "/etc/prometheus/prometheus.yml"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
