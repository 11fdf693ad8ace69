"""The real promtool, in the image of the stack's Prometheus."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tests import here
from tests.conftest import ROOT

RULES = ROOT / "prometheus" / "rules"
RUNBOOKS = "https://docs.example.com/monitoring.md"


def promtool(*arguments: str, folder: Path | None = None) -> str:
    """Run promtool with the project's configuration, and with a folder of tests."""
    command = ["docker", "run", "--rm", "--network=none", "-v", f"{ROOT}/prometheus:/etc/prometheus:ro"]
    command += ["-v", f"{folder}:/tests:ro"] if folder else []
    command += ["--entrypoint=promtool", here.image("prometheus"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def world(
    name: str, series: dict[str, str], *expected: tuple[str, str, float], interval: str = "15s"
) -> dict[str, Any]:
    """Return one test of promtool's: series, and what expressions are worth at a time."""
    return {
        "name": name,
        "interval": interval,
        "external_labels": {"runbooks": RUNBOOKS},
        "input_series": [{"series": key, "values": values} for key, values in series.items()],
        "promql_expr_test": [
            {"expr": expr, "eval_time": at, "exp_samples": [{"labels": "{}", "value": value}]}
            for at, expr, value in expected
        ],
    }


def play(folder: Path, *tests: dict[str, Any], evaluation: str = "15s") -> None:
    """Play the rules in some worlds."""
    rules = [f"/etc/prometheus/rules/{path.name}" for path in RULES.glob("*.yml")]
    folder.chmod(0o755)
    written = {"rule_files": rules, "evaluation_interval": evaluation, "tests": tests}
    (folder / "tests.yml").write_text(json.dumps(written))
    promtool("test", "rules", "/tests/tests.yml", folder=folder)
