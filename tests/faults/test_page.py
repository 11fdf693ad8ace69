"""docs/reliability.md and the rules agree with each other and with the tests they name."""

from __future__ import annotations

import re

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "reliability.md").read_text()
RULES = (ROOT / "prometheus" / "rules" / "alerts.yml").read_text()
EVERY = re.findall(r"- alert: (\w+)\n(.*?)(?=- alert|\Z)", RULES, re.DOTALL)


def test_every_test_that_the_page_names_is_there() -> None:
    there = {
        name for path in (ROOT / "tests").rglob("test_*.py") for name in re.findall(r"def (test_\w+)", path.read_text())
    }
    named = set(re.findall(r"`(test_\w+)`", PAGE))
    assert len(named) > 20
    assert named <= there


def test_every_fault_is_proved_or_says_why_not() -> None:
    rows = [line.split(" | ") for line in PAGE.splitlines() if line.startswith("| ") and "---" not in line][1:]
    assert len(rows) >= 23
    for fault, _, proof, *_ in rows:
        assert "`test_" in proof or "not run" in proof, fault


def test_every_alert_says_what_it_means_how_bad_it_is_and_where_its_page_is() -> None:
    headings = re.findall(r"^### (\w+)$", PAGE, re.MULTILINE)
    assert headings == [alert for alert, _ in EVERY]
    for alert, body in EVERY:
        assert re.search(r"severity: (critical|warning|info)}", body), alert
        assert re.search(r"summary: \S.*\n +description: \S", body), alert
        assert f"runbook: docs/reliability.md#{alert.lower()}\n" in body


def test_every_link_within_the_page_leads_to_a_heading() -> None:
    headings = {line.lstrip("# ").lower().replace(" ", "-") for line in PAGE.splitlines() if line.startswith("#")}
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= headings
