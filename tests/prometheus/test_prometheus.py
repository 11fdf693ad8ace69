"""The real promtool reads the configuration and plays the rules: each alert fires when it should, and only then."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.prometheus.promtool import RULES, RUNBOOKS, play, promtool, world
from tests.prometheus.worlds import FIRES, HEALTHY, RECORDED

pytestmark = pytest.mark.docker

ALERTS = re.findall(r"^ +- alert: (\w+)$", (RULES / "alerts.yml").read_text(), re.MULTILINE)
FIRING = "count(ALERTS{alertstate='firing',severity!='none'%s}) or vector(0)"


def test_promtool_accepts_the_rules() -> None:
    # --syntax-only: this container does not have the file of the engine's key
    promtool("check", "config", "--syntax-only", "/etc/prometheus/prometheus.yml")
    promtool("check", "rules", "--lint=all", "--lint-fatal", "/etc/prometheus/rules/alerts.yml")


def test_healthy_stack_has_no_alert(tmp_path: Path) -> None:
    times = ["1m", "5m", "15m", "30m"]
    play(tmp_path, *(world(name, series, *((at, FIRING % "", 0) for at in times)) for name, series in HEALTHY.items()))


def test_alert_fires_after_its_time(tmp_path: Path) -> None:
    tests = []
    for alert, engine, series, quiet, loud in FIRES:
        query = FIRING % f",alertname='{alert}'"
        tests.append(world(f"{alert} {engine}", HEALTHY[engine] | series, (quiet, query, 0), (loud, query, 1)))
    play(tmp_path, *tests, evaluation="30s")


def test_every_alert_is_fired() -> None:
    assert {alert for alert, *_ in FIRES} | {"Watchdog"} == set(ALERTS)


def test_watchdog_always_fires(tmp_path: Path) -> None:
    """It names its page."""
    test = world("an idle llamacpp", HEALTHY["an idle llamacpp"])
    told = {
        "summary": "Alerts arrive",
        "description": "This alert always fires. If an outside service stops receiving it, this host or its alerting "
        "is down.",
        "runbook_url": f"{RUNBOOKS}#watchdog",
    }
    expected = [{"exp_labels": {"severity": "none"}, "exp_annotations": told}]
    test["alert_rule_test"] = [{"eval_time": "1m", "alertname": "Watchdog", "exp_alerts": expected}]
    play(tmp_path, test)


def test_one_vocabulary(tmp_path: Path) -> None:
    tests = []
    for engine, expected in RECORDED.items():
        exact = [("20m", f"round(sum(student:{name}), 0.001) or vector(-1)", value) for name, value in expected.items()]
        tests.append(world(engine, HEALTHY[engine], *exact))
    play(tmp_path, *tests)
