"""The benchmark of verdicts runs and reports; only a quiet machine can show whether its bars are met."""

from __future__ import annotations

import re
import subprocess
import sys

from tests.conftest import ROOT


def test_main_reports_sets_and_bars() -> None:
    command = [sys.executable, "-m", "bench.verdicts", "--cases=2"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    for name in ("textbook", "right_traps", "subtle", "traps"):
        assert re.search(rf"^{name} +2 plans: ", done.stdout, re.MULTILINE)
    for share in (50, 95, 99):
        assert re.search(rf"^verdict P{share} +\d+\.\d ms  \(bar ", done.stdout, re.MULTILINE)
