"""Every panel's query is asked of the real Prometheus, which has scraped the real stack under load."""

from __future__ import annotations

import json

import pytest

from tests.conftest import ROOT, wait_until
from tests.grafana.conftest import Watched
from tests.grafana.test_dashboards import DASHBOARDS, panels
from tests.prometheus.test_vocabulary import CLAIMS, RECORDED

pytestmark = pytest.mark.docker

LLAMACPP_LACKS = {
    "KV cache",
    "Preemptions",
    "Requests by outcome",
    "Time in the queue",
    "Whole requests",
}
"""Panels whose figure llama.cpp does not have; docs/monitoring.md says the same by metric."""

NOT_HERE = {
    *("GPU", "GPU memory", "Temperature", "Power", "Slowed down", "Errors"),  # no GPU
    *("Refused or failed, by key", "Refusals", "Alerts"),  # nothing is wrong
}
"""Panels that show nothing on a healthy stack without a GPU."""


def empty(stack: Watched) -> set[str]:
    """Return the titles of the panels that have no value, by all dashboards."""
    shown = [panel for path in DASHBOARDS for panel in panels(path)]
    return {
        panel["title"]
        for panel in shown
        if not any(one["value"][1] != "NaN" for target in panel["targets"] for one in stack.query(target["expr"]))
    }


def test_panels_draw(stack: Watched) -> None:
    """All but those whose figure is not here."""
    expected = LLAMACPP_LACKS | NOT_HERE
    wait_until(lambda: empty(stack) <= expected, 60, f"not empty: {empty(stack) - expected}")
    assert empty(stack) >= LLAMACPP_LACKS, "it has what is listed as lacking"


def without_data(stack: Watched) -> set[str]:
    """Return the rules that have no value, by all rules."""
    return {name for name in RECORDED if all(one["value"][1] == "NaN" for one in stack.query(name))}


def test_rules_have_data(stack: Watched) -> None:
    """All but the GPUs', and those that the page says llama.cpp lacks."""
    expected = {name for name in RECORDED if name.startswith("student:gpu_")}
    expected |= {name for name, marks in CLAIMS.items() if marks["llamacpp"] == "–"}
    wait_until(lambda: without_data(stack) == expected, 60, f"other than expected: {without_data(stack) ^ expected}")


def test_gateway_and_engine_agree(stack: Watched) -> None:
    """On the time per token."""
    stack.load(5)

    def near() -> bool:
        total, count = (f"sum(rate(gateway_time_per_output_token_seconds_{part}[1m]))" for part in ("sum", "count"))
        both = stack.query(f"({total} / {count}) / scalar(student:engine_per_token_seconds:mean5m)")
        return bool(both) and 0.2 < float(both[0]["value"][1]) < 5

    wait_until(near, 60, "they differ by more than five times")


def test_listed_titles_are_panels() -> None:
    titles = {panel["title"] for path in DASHBOARDS for panel in json.loads(path.read_text())["panels"]}
    assert titles >= LLAMACPP_LACKS | NOT_HERE
    assert (ROOT / "docs" / "monitoring.md").exists()
