from __future__ import annotations

import json
import re

import httpx2
import pytest

from tests.conftest import ROOT, Stack, wait_until

pytestmark = pytest.mark.docker


def test_every_panel_shows_something_on_the_running_stack(stack: Stack) -> None:
    prometheus = f"http://localhost:{stack.settings['PROMETHEUS_PORT']}/api/v1/query"
    httpx2.get(f"{stack.api}/health").raise_for_status()
    for path in (ROOT / "grafana" / "dashboards").glob("*.json"):
        for panel in json.loads(path.read_text())["panels"]:
            for target in panel["targets"]:
                # a rate needs two scrapes; that its series are there needs one
                query = re.sub(r"rate\((.*?)\[\$__rate_interval\]\)", r"(\1)", target["expr"])

                def found(query: str = query) -> bool:
                    return bool(httpx2.get(prometheus, params={"query": query}).json()["data"]["result"])

                wait_until(found, 60, f"{panel['title']}: {query}")
