"""Writes a snapshot of the dashboards into one file that needs neither Grafana nor a server."""

from __future__ import annotations

import argparse
import json
import math
import re
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from ops.lib import env_file
from ops.lib.ask import ask
from ops.lib.console import ROOT, Failure, guard, say

DASHBOARDS = ROOT / "grafana" / "dashboards"
PAGE = ROOT / "client" / "src" / "student_client" / "_page"  # is also the template of 'student bench'
FIRST = ("overview", "engine", "gateway", "plans", "host")
POINTS = 240  # of each line: fills the width of a graph
NOT_SHOWN = ("__name__", "alertname", "alertstate")
LEAST_STEP = 15  # seconds: prometheus.yml's own


class Prometheus:
    """Queries the stack's Prometheus about a period.

    Args:
        port: of this host.
        end: the last moment, seconds since 1970.
        hours: length of the period.
    """

    def __init__(self, port: int, end: float, hours: float) -> None:
        self.port = port
        self.step = max(LEAST_STEP, math.ceil(hours * 3600 / POINTS))
        self.times = [round(end - self.step * back) for back in range(int(hours * 3600 // self.step), -1, -1)]

    def lines(self, expression: str) -> list[dict[str, Any]]:
        """Return the series of an expression over the period: labels, and a value or None for each moment."""
        span = {"start": self.times[0], "end": self.times[-1], "step": self.step}
        found = self._ask("query_range", {"query": expression, **span})
        made = []
        for one in found:
            values = {round(float(at)): _number(text) for at, text in one["values"]}
            made.append({"labels": one["metric"], "values": [values.get(at) for at in self.times]})
        return made

    def now(self, expression: str) -> list[dict[str, Any]]:
        """Return the series of an expression at the last moment: labels, and a value or None."""
        found = self._ask("query", {"query": expression, "time": self.times[-1]})
        return [{"labels": one["metric"], "last": _number(one["value"][1])} for one in found]

    def _ask(self, kind: str, query: Mapping[str, Any]) -> list[dict[str, Any]]:
        try:
            answer = ask(self.port, f"/api/v1/{kind}?{urlencode(query)}", timeout=30).json()
        except OSError as error:
            raise Failure(f"Prometheus does not answer ({error})", "docker compose up -d --wait prometheus") from None
        if not isinstance(answer, dict) or answer.get("status") != "success":
            said = answer.get("error") if isinstance(answer, dict) else "no JSON"
            raise Failure(
                f"port {self.port} refuses {query['query']!r} ({said})", "set PROMETHEUS_PORT to Prometheus' port"
            )
        result: list[dict[str, Any]] = answer["data"]["result"]
        return result


def _number(text: str) -> float | None:
    value = float(text)
    return value if math.isfinite(value) else None


def named(legend: str, labels: Mapping[str, str]) -> str:
    """Return a series' name as Grafana writes it: '{{code}}' is the label's value."""
    return re.sub(r"\{\{\s*(\w+)\s*}}", lambda match: labels.get(match[1], ""), legend).strip()


def panel_data(prometheus: Prometheus, panel: Mapping[str, Any]) -> dict[str, Any]:
    """Return a panel with its data; series without any value are left out."""
    series = []
    for target in panel["targets"]:
        found = prometheus.now(target["expr"]) if target.get("instant") else prometheus.lines(target["expr"])
        for one in found:
            values = one.get("values", [one.get("last")])
            if any(value is not None for value in values):
                name = named(target["legendFormat"], one["labels"])
                labels = {key: value for key, value in one["labels"].items() if key not in NOT_SHOWN}
                series.append({**one, "labels": labels, "name": name})
    defaults = panel["fieldConfig"]["defaults"]
    return {
        "title": panel["title"],
        "description": panel["description"],
        "kind": panel["type"],
        "width": panel["gridPos"]["w"],
        "unit": defaults["unit"],
        "steps": defaults.get("thresholds", {}).get("steps", []),
        "lines": "thresholdsStyle" in defaults.get("custom", {}),
        "series": series,
    }


def page_data(prometheus: Prometheus, dashboard: Mapping[str, Any]) -> dict[str, Any]:
    """Return a dashboard with its data: its rows of panels, and the events of the period."""
    rows: list[dict[str, Any]] = []
    for panel in dashboard["panels"]:
        if panel["type"] == "row":
            rows.append({"title": panel["title"], "panels": []})
        else:
            rows[-1]["panels"].append(panel_data(prometheus, panel))
    events = [
        {"time": at, "name": kind["name"], "color": kind["iconColor"]}
        for kind in dashboard["annotations"]["list"]
        for one in prometheus.lines(kind["expr"])
        for at, value in zip(prometheus.times, one["values"], strict=True)
        if value is not None
    ]
    about = {key: dashboard[key] for key in ("uid", "title", "description")}
    return {**about, "rows": rows, "events": events}


def written(data: Mapping[str, Any]) -> str:
    """Return the page: the template filled with styles, scripts and data."""
    parts = {
        "/*uplot.css*/": (PAGE / "uPlot.min.css").read_text(),
        "/*page.css*/": (PAGE / "page.css").read_text(),
        "/*uplot.js*/": (PAGE / "uPlot.iife.min.js").read_text(),
        "/*page.js*/": (PAGE / "page.js").read_text(),
        "/*data*/": json.dumps(data, separators=(",", ":")).replace("<", "\\u003c"),  # no label ends the script
    }
    template = (PAGE / "page.html").read_text()
    return re.sub("|".join(map(re.escape, parts)), lambda match: parts[match[0]], template)


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the report.

    Args:
        arguments: the command line's; None reads them from there.
    """
    parser = argparse.ArgumentParser(prog="make report", description=__doc__)
    parser.add_argument("--hours", type=float, default=1.0, help="how far to look back")
    parser.add_argument("--file", type=Path, default=ROOT / "state" / "report.html")
    chosen = parser.parse_args(arguments)
    if not 0 < chosen.hours <= 24 * 15:
        raise Failure(f"HOURS={chosen.hours:g} is not between 0 and 360", "make report HOURS=24")
    prometheus = Prometheus(int(env_file.read()["PROMETHEUS_PORT"]), time.time(), chosen.hours)
    pages = [page_data(prometheus, json.loads((DASHBOARDS / f"{name}.json").read_text())) for name in FIRST]
    source = f"Prometheus on port {prometheus.port}"
    env_file.write_private(chosen.file, written({"pages": pages, "times": prometheus.times, "source": source}))
    panels = [panel for page in pages for row in page["rows"] for panel in row["panels"]]
    drawn = sum(bool(panel["series"]) for panel in panels)
    say(f"   ok     {chosen.file}: {drawn} of {len(panels)} panels have data. Open it in a browser")


if __name__ == "__main__":
    guard(main)
