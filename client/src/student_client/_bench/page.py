"""A report as one HTML file with graphs."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from typing import Any

from .. import _page
from . import table
from .comparing import Change, title

COLORS = {"better": "green", "worse": "red"}
HALF, WHOLE, TILE = 12, 24, 4
"""Widths of panels in twenty-fourths of the page's."""


def render(report: Mapping[str, Any], changes: Sequence[Change]) -> str:
    """Return the page.

    Args:
        report: the measurement.
        changes: the changes since another report; none for no comparison.
    """
    sweep = [load for load in report["loads"] if load["concurrency"]]
    pages = [_page_of("figures", "Figures", "What was measured, and on what.", _figures(report))]
    if changes:
        rows = [{"title": "", "panels": [_rows("Before and now", "", table.changed(changes))]}]
        description = "The true ratio lies within the interval with 95 % confidence."
        pages.append(_page_of("change", "Change", description, rows))
    if len(sweep) > 1:
        pages.append(_page_of("sweep", "Sweep", "Over the number of problems at once.", _sweep(sweep)))
    description = "How many per cent of a load's problems, and of its requests, were faster than a time."
    pages.append(_page_of("spread", "Spread", description, _spread(report["loads"])))
    about = report["machine"]
    made = f"{report['date']}, {report['settings']['model_name']} on {about['processor']}, {about['cores']} cores"
    return _page.written({"pages": pages, "made": made, "times": []})


def _page_of(uid: str, name: str, description: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"uid": uid, "title": name, "description": description, "rows": rows, "events": []}


def _panel(name: str, kind: str, width: int, description: str = "", **more: Any) -> dict[str, Any]:
    plain = {"title": name, "kind": kind, "width": width, "description": description}
    return plain | {"unit": "short", "steps": [], "lines": False, "series": [], "colors": {}} | more


def _rows(name: str, description: str, rows: list[list[str]]) -> dict[str, Any]:
    return _panel(name, "rows", WHOLE, description, rows=rows, colors=COLORS)


def _figures(report: Mapping[str, Any]) -> list[dict[str, Any]]:
    loads = report["loads"]
    best = max(loads, key=lambda load: load["verified_throughput"])
    first = loads[0]
    accepted = best["accepted"] / best["problems"] if best["problems"] else None
    tiles = [
        ("Verified plans a second", best["verified_throughput"], "reqps", title(best)),
        ("Accepted", accepted, "percentunit", "of all problems of that load"),
        ("Plan, P50", _seconds(first["median_plan_ms"]), "s", title(first)),
        ("Plan, P95", _seconds(first["p95_plan_ms"]), "s", title(first)),
        ("Energy of a verified plan", best["joules_per_verified_plan"], "joule", best["watts_from"] or "not known"),
        ("1,000 verified plans", best["dollars_per_1000_verified_plans"], "currencyUSD", title(best)),
    ]
    stats = [_panel(name, "stat", TILE, label, unit=unit, series=_last(value)) for name, value, unit, label in tiles]
    about = {**report["machine"], **report["versions"], **report["settings"], **report["metadata"]}
    about |= {"problems": report["problems"]["from"], "seconds of a load": report["seconds"]}
    shown = [["what", "here"], *([name, _text(value)] for name, value in about.items())]
    return [
        {"title": "", "panels": stats},
        {"title": "Loads", "panels": [_rows("Each load", ". ".join(table.notes(report)), table.cells(report))]},
        {"title": "Latency and price", "panels": [_rows("Here, and as stated", "", table.stated(report))]},
        {"title": "Machine, versions, settings", "panels": [_rows("What was measured", "", shown)]},
    ]


def _last(value: float | None) -> list[dict[str, Any]]:
    return [] if value is None else [{"name": "", "labels": {}, "last": value}]


def _text(value: object) -> str:
    return ", ".join(map(str, value)) or "none" if isinstance(value, list) else str(value)


def _seconds(milliseconds: float | None) -> float | None:
    return None if milliseconds is None else milliseconds / 1000


def _sweep(loads: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    loads = sorted(loads, key=lambda load: int(load["concurrency"]))
    x = {"values": [load["concurrency"] for load in loads], "label": "at once"}

    def graph(name: str, unit: str, lines: Mapping[str, str]) -> dict[str, Any]:
        change = _seconds if unit == "s" else lambda value: value
        series = [{"name": label, "values": [change(load[key]) for load in loads]} for key, label in lines.items()]
        return _panel(name, "timeseries", HALF, unit=unit, x=x, series=series)

    rates = {"plan_throughput": "plans", "verified_throughput": "verified", "plan_goodput": "verified in time"}
    panels = [graph("Plans a second", "reqps", rates)]
    panels.append(graph("Output tokens a second", "short", {"output_throughput": "tokens/s"}))
    names = {
        "plan": "Plan, from its scheduled start",
        "e2el": "Request, end to end",
        "ttft": "Time to first token",
        "itl": "Between tokens",
    }
    for key, name in names.items():
        percentiles = {"median": "P50", "p90": "P90", "p95": "P95", "p99": "P99"}
        panels.append(graph(name, "s", {f"{word}_{key}_ms": label for word, label in percentiles.items()}))
    return [{"title": "", "panels": panels}]


def _spread(loads: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    x = {"values": list(range(1, 100)), "label": "per cent"}

    def graph(name: str, key: str) -> dict[str, Any]:
        series = []
        for load in loads:
            values = load["samples"][key]
            if len(values) > 1:
                cuts = statistics.quantiles(values, n=100, method="inclusive")
                series.append({"name": title(load), "values": [one / 1000 for one in cuts]})
        return _panel(name, "timeseries", HALF, unit="s", x=x, series=series)

    panels = [graph("Plan, from its scheduled start", "plan"), graph("Time to first token", "ttft")]
    return [{"title": "", "panels": panels}]
