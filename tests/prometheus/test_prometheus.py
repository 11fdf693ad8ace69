"""The real promtool reads the configuration and plays the rules: each alert fires when it should, and only then."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.prometheus.worlds import FIRES, HEALTHY, RECORDED

pytestmark = pytest.mark.docker

RULES = ROOT / "prometheus" / "rules"
ALERTS = re.findall(r"^ +- alert: (\w+)$", (RULES / "alerts.yml").read_text(), re.MULTILINE)
FIRING = "count(ALERTS{alertstate='firing'%s}) or vector(0)"


def promtool(*arguments: str, folder: Path | None = None) -> str:
    command = ["docker", "run", "--rm", "--network=none", "-v", f"{ROOT}/prometheus:/etc/prometheus:ro"]
    command += ["-v", f"{folder}:/tests:ro"] if folder else []
    command += ["--entrypoint=promtool", "student-llm/prometheus:local", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def world(name: str, series: dict[str, str], *expected: tuple[str, str, float]) -> dict[str, Any]:
    """Return one test of promtool's: series, and what expressions are worth at a time."""
    return {
        "name": name,
        "interval": "15s",
        "input_series": [{"series": key, "values": values} for key, values in series.items()],
        "promql_expr_test": [
            {"expr": expr, "eval_time": at, "exp_samples": [{"labels": "{}", "value": value}]}
            for at, expr, value in expected
        ],
    }


def play(folder: Path, *tests: dict[str, Any]) -> None:
    rules = [f"/etc/prometheus/rules/{path.name}" for path in RULES.glob("*.yml")]
    folder.chmod(0o755)
    (folder / "tests.yml").write_text(json.dumps({"rule_files": rules, "evaluation_interval": "15s", "tests": tests}))
    promtool("test", "rules", "/tests/tests.yml", folder=folder)


def test_promtool_accepts_the_configuration_and_its_rules() -> None:
    # --syntax-only: the engine's key is no file of this container
    promtool("check", "config", "--syntax-only", "/etc/prometheus/prometheus.yml")
    promtool("check", "rules", "--lint=all", "--lint-fatal", "/etc/prometheus/rules/alerts.yml")


def test_a_healthy_stack_with_any_engine_raises_no_alert(tmp_path: Path) -> None:
    times = ["1m", "5m", "15m", "30m"]
    play(tmp_path, *(world(name, series, *((at, FIRING % "", 0) for at in times)) for name, series in HEALTHY.items()))


def test_each_alert_fires_after_its_time_and_not_before(tmp_path: Path) -> None:
    tests = []
    for alert, engine, series, quiet, loud in FIRES:
        query = FIRING % f",alertname='{alert}'"
        tests.append(world(f"{alert} {engine}", HEALTHY[engine] | series, (quiet, query, 0), (loud, query, 1)))
    play(tmp_path, *tests)


def test_every_alert_is_made_to_fire() -> None:
    assert {alert for alert, *_ in FIRES} == set(ALERTS)


def test_one_vocabulary_for_every_engine(tmp_path: Path) -> None:
    tests = []
    for engine, expected in RECORDED.items():
        exact = [("20m", f"round(sum(student:{name}), 0.001) or vector(-1)", value) for name, value in expected.items()]
        tests.append(world(engine, HEALTHY[engine], *exact))
    play(tmp_path, *tests)
