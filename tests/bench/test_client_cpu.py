"""The benchmark runs and reports; only a quiet machine can show whether its bars are met."""

from __future__ import annotations

import re
import subprocess
import sys

from tests.conftest import ROOT


def test_reports_each_peer() -> None:
    command = [sys.executable, "-m", "bench.client_cpu", "--rounds=2", "--requests=2", "--imports=1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    for peer in ("openai", "httpx2"):
        assert re.search(rf"^CPU a request, student_client / {peer} +\d+\.\d\d  \(bar ", done.stdout, re.MULTILINE)
        assert re.search(rf"'import {peer}' +\d+\.\d\d  \(middle", done.stdout, re.MULTILINE)
