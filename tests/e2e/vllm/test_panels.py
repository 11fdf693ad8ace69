"""Every panel of the stack's own dashboards has data with vLLM under load."""

from __future__ import annotations

import httpx2
import pytest

from bench.soak import Load
from tests.conftest import Stack, wait_until
from tests.grafana.test_dashboards import DASHBOARDS, panels
from tests.prometheus.test_vocabulary import CLAIMS, GATEWAYS

pytestmark = [pytest.mark.docker, pytest.mark.vllm]

OWN = {"overview", "engine", "gateway"}
NOT_HERE = {
    *("Refused or failed, by key", "Refusals", "Alerts"),  # nothing is wrong
    *("Accepted plans", "Cost of 1,000 plans"),  # have no source: no client reports plans
}


def has_data(stack: Stack, expression: str) -> bool:
    """Return whether Prometheus has a number for an expression."""
    url = f"http://localhost:{stack.settings['PROMETHEUS_PORT']}/api/v1/query"
    found = httpx2.get(url, params={"query": expression}, timeout=60).json()["data"]["result"]
    return any(one["value"][1] != "NaN" for one in found)


def load(stack: Stack, key: str) -> None:
    """Put the engine under load for some seconds."""
    Load(f"{stack.api}/v1", key, "student-nano", max_tokens=4).run(seconds=5, clients=4)


def test_panels_draw(started: tuple[Stack, str], load_key: str) -> None:
    stack = started[0]

    def empty() -> set[str]:
        load(stack, load_key)
        shown = [panel for path in DASHBOARDS if path.stem in OWN for panel in panels(path)]
        return {
            panel["title"] for panel in shown if not any(has_data(stack, target["expr"]) for target in panel["targets"])
        }

    wait_until(lambda: empty() <= NOT_HERE, 120, f"not empty: {empty() - NOT_HERE}")


def test_rules_have_data(started: tuple[Stack, str], load_key: str) -> None:
    """All rules that the page claims for vLLM and the gateway have data."""
    stack = started[0]
    claimed = {name for name, marks in CLAIMS.items() if marks["vllm"] == "✓"} | set(GATEWAYS)

    def empty() -> set[str]:
        load(stack, load_key)
        return {name for name in claimed if not has_data(stack, name)}

    wait_until(lambda: not empty(), 120, f"empty: {empty()}")
