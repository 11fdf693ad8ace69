"""The rules that dashboards follow; that each panel draws is looked at on a running stack (test_panels.py)."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

DASHBOARDS = sorted((ROOT / "grafana" / "dashboards").glob("*.json"))
RULES = "".join(path.read_text() for path in (ROOT / "prometheus" / "rules").glob("*.yml"))
UIDS = {
    "engine": "student-engine",
    "gateway": "student-gateway",
    "host": "student-host",
    "overview": "student-overview",
    "plans": "student-plans",
}
"""Links and bookmarks of operators have them: they never change."""

every_dashboard = pytest.mark.parametrize("path", DASHBOARDS, ids=lambda path: path.stem)


def panels(path: Path) -> list[dict[str, Any]]:
    """Return a dashboard's panels without the rows' titles."""
    return [panel for panel in json.loads(path.read_text())["panels"] if panel["type"] != "row"]


def test_committed_is_written() -> None:
    pytest.importorskip("grafana_foundation_sdk", reason="it needs Python 3.11")
    from grafana.code.__main__ import written  # noqa: PLC0415 - with what may not be there

    assert {path.name: path.read_text() for path in DASHBOARDS} == written(), "run 'make dashboards'"


def test_dashboard_keeps_its_uid() -> None:
    assert {path.stem: json.loads(path.read_text())["uid"] for path in DASHBOARDS} == UIDS


@every_dashboard
def test_dashboard_is_read_only(path: Path) -> None:
    """It leads to the others."""
    dashboard = json.loads(path.read_text())
    assert dashboard["editable"] is False
    assert dashboard["description"].endswith("?"), "the question that it answers"
    assert [variable["type"] for variable in dashboard["templating"]["list"]] == ["datasource"]
    assert [link["tags"] for link in dashboard["links"]] == [dashboard["tags"]]
    assert {event["name"] for event in dashboard["annotations"]["list"]} == {"Engine away", "Keys changed"}


@every_dashboard
def test_panel_has_question_and_unit(path: Path) -> None:
    titles = [panel["title"] for panel in panels(path)]
    assert len(titles) == len(set(titles))
    for panel in panels(path):
        assert panel["description"].endswith("."), panel["title"]
        assert panel["fieldConfig"]["defaults"]["unit"], panel["title"]
        assert panel["datasource"]["uid"] == "${datasource}", panel["title"]
        for target in panel["targets"]:
            assert target["legendFormat"], f"{panel['title']}: raw labels"


@every_dashboard
def test_query_reads_rules_alone(path: Path) -> None:
    recorded = set(re.findall(r"record: (\S+)", RULES))
    for panel in panels(path):
        for target in panel["targets"]:
            bare = re.sub(r'"[^"]*"|\{[^}]*\}', "", target["expr"])
            read = set(re.findall(r"student:[\w:]+|ALERTS", bare))
            assert read, panel["title"]
            assert read <= recorded | {"ALERTS"}, panel["title"]
            assert not re.search(r"\b(rate|increase|irate)\(", bare), "rates are the rules' matter"


def test_page_lists_every_panel() -> None:
    page = (ROOT / "docs" / "monitoring.md").read_text()
    listed = set(re.findall(r"^\| \*(.+?)\* \| (.+?) \|$", page, re.MULTILINE))
    assert listed == {(panel["title"], panel["description"]) for path in DASHBOARDS for panel in panels(path)}
