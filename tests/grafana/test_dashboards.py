"""The rules that dashboards follow; that their metrics exist is asked of the running stack."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.conftest import ROOT

DASHBOARDS = sorted((ROOT / "grafana" / "dashboards").glob("*.json"))


def panels(path: Any) -> list[dict[str, Any]]:
    return list(json.loads(path.read_text())["panels"])


@pytest.mark.parametrize("path", DASHBOARDS, ids=lambda path: path.stem)
def test_a_dashboard_is_stable_and_not_edited_by_hand(path: Any) -> None:
    dashboard = json.loads(path.read_text())
    assert dashboard["uid"]
    assert dashboard["editable"] is False
    assert [variable["name"] for variable in dashboard["templating"]["list"]] == ["datasource"]


@pytest.mark.parametrize("path", DASHBOARDS, ids=lambda path: path.stem)
def test_every_panel_says_what_it_shows_and_in_which_unit(path: Any) -> None:
    for panel in panels(path):
        assert panel["title"]
        assert panel["description"].endswith(".")
        assert panel["fieldConfig"]["defaults"]["unit"]
        assert panel["datasource"]["uid"] == "${datasource}"
        for target in panel["targets"]:
            assert "[$__rate_interval]" in target["expr"] or "rate(" not in target["expr"]
