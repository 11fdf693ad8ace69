"""docs/monitoring.md has a section for each alert, and each alert says where that is."""

from __future__ import annotations

import re

from prometheus.page import PAGE as SERVED
from prometheus.page import written
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "monitoring.md").read_text()
RULES = (ROOT / "prometheus" / "rules" / "alerts.yml").read_text()
EVERY = re.findall(r"- alert: (\w+)\n(.*?)(?=- alert|- name|\Z)", RULES, re.DOTALL)
HEADINGS = re.findall(r"^#+ (.+)$", PAGE, re.MULTILINE)


def test_alerts_are_documented() -> None:
    """Each says what it means, how bad it is, and names its section."""
    assert [heading for heading in HEADINGS if heading in dict(EVERY)] == [alert for alert, _ in EVERY]
    for alert, body in EVERY:
        assert re.search(r"severity: (critical|warning|info|none)}", body), alert
        assert re.search(r"summary: \S.*\n +description: \S", body), alert
        assert f'runbook_url: "{{{{ $externalLabels.runbooks }}}}#{alert.lower()}"\n' in body


def test_links_lead_to_headings() -> None:
    there = {heading.lower().replace(" ", "-") for heading in HEADINGS}
    pages = {path.name: path.read_text() for path in (ROOT / "docs").glob("*.md")}
    links = set(re.findall(r"\]\(#([^)]+)\)", PAGE))
    links |= {link for text in pages.values() for link in re.findall(r"\]\(monitoring\.md#([^)]+)\)", text)}
    assert links
    assert links <= there


def test_page_of_prometheus() -> None:
    """It is this page, and the links in it lead to its headings."""
    served = SERVED.read_text()
    assert served == written(PAGE), "run 'make dashboards'"
    assert set(re.findall(r'href="#([^"]+)"', served)) <= set(re.findall(r' id="([^"]+)"', served))
    assert {alert.lower() for alert, _ in EVERY} <= set(re.findall(r' id="([^"]+)"', served))
    assert re.findall(r'href="(?!#|http|data:)[^"]*', served) == []


def test_settings_and_files_exist() -> None:
    """Those that the page names."""
    settings = (ROOT / "env" / "student.example.env").read_text()
    for name in set(re.findall(r"`((?:GATEWAY|ALERT|PROMETHEUS|TEACHER|GRAFANA|LLAMACPP|VLLM)_[A-Z_]+[A-Z])", PAGE)):
        assert re.search(rf"^{name}=", settings, re.MULTILINE), name
    for name in set(re.findall(r"`((?:compose|prometheus|tests|grafana)/[\w./-]+)`", PAGE)):
        assert (ROOT / name).exists(), name
