"""Prints a report as text: one column per load, one row per figure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .comparing import Change, title

Row = tuple[str, Callable[[Mapping[str, Any]], str]]


def number(value: float | None, unit: str = "") -> str:
    """Return a figure with three digits, or a dash for none.

    >>> number(0.12345, " ms"), number(1234.5), number(999.7), number(None, " J")
    ('0.123 ms', '1,234', '1,000', '-')
    """
    if value is None:
        return "-"
    shown = f"{value:,.0f}" if abs(value) >= 999.5 else f"{value:.3g}"
    return shown + unit


def _plain(name: str, unit: str = "") -> Callable[[Mapping[str, Any]], str]:
    return lambda load: number(load[name], unit)


def _joined(*names: str) -> Callable[[Mapping[str, Any]], str]:
    return lambda load: " / ".join(number(load[name]) for name in names)


def _latency(name: str) -> Row:
    words = {"ttft": "TTFT", "tpot": "TPOT", "itl": "ITL", "e2el": "E2E", "plan": "plan"}[name]
    names = (f"median_{name}_ms", f"p90_{name}_ms", f"p95_{name}_ms", f"p99_{name}_ms")
    return f"{words} P50/90/95/99, ms", _joined(*names)


def _share(name: str) -> Row:
    def share(load: Mapping[str, Any]) -> str:
        return f"{load[name]} ({load[name] / load['problems']:.1%})" if load["problems"] else "-"

    return name.replace("_", " "), share


ROWS: tuple[Row, ...] = (
    ("plans/s", _plain("plan_throughput")),
    ("verified plans/s", _plain("verified_throughput")),
    ("goodput, verified plans/s", _plain("plan_goodput")),
    ("requests/s", _plain("request_throughput")),
    ("output tokens/s", _plain("output_throughput")),
    *(_latency(name) for name in ("plan", "ttft", "tpot", "itl", "e2el")),
    ("problems", _plain("problems")),
    *(_share(name) for name in ("accepted", "rejected", "undecided", "no_plan", "cut", "no_answer", "not_asked")),
    ("attempts a plan", _plain("attempts_per_plan")),
    ("valid plans of attempts", lambda load: f"{load['valid']} of {load['attempts']}"),
    ("escalations", _plain("escalations")),
    ("tokens a verified plan, of them output", _joined("tokens_per_verified_plan", "output_tokens_per_verified_plan")),
    ("joules a verified plan", _plain("joules_per_verified_plan")),
    ("$ for 1,000 verified plans", _plain("dollars_per_1000_verified_plans")),
    ("load of this host", _plain("host_load")),
)


def cells(report: Mapping[str, Any]) -> list[list[str]]:
    """Return the table with its head: one column per load."""
    loads = report["loads"]
    rows = [["", *(_head(load) for load in loads)]]
    rows += [[name, *(shown(load) for load in loads)] for name, shown in ROWS]
    if any(load["answers"] for load in loads):
        counts = [" / ".join(map(str, (load["answers"] or {}).values())) or "-" for load in loads]
        rows.append(["answers right / wrong / not compared", *counts])
    return rows


def stated(report: Mapping[str, Any]) -> list[list[str]]:
    """Return the table of latency and price: those measured here, and those in the brief of this project."""
    rows = [["", "P50, ms", "P95, ms", "$ for 1,000", "from"]]
    for load in report["loads"]:
        figures = (load["median_plan_ms"], load["p95_plan_ms"], load["dollars_per_1000_verified_plans"])
        rows.append([f"{report['settings']['model_name']}, {_head(load)}", *map(number, figures), "measured here"])
    for one in report["stated"]:
        figures = (one["p50_ms"], one["p95_ms"], one["dollars_per_1000"])
        rows.append([one["name"], *map(number, figures), "stated in the brief, not measured"])
    return rows


def changed(changes: Sequence[Change]) -> list[list[str]]:
    """Return the table of a comparison."""
    rows = [["load", "figure", "before", "now", "now / before", "95 % interval", ""]]
    for one in changes:
        interval = f"{one.low:.2f} to {one.high:.2f}"
        shown = (number(one.old), number(one.new), f"{one.ratio:.2f}")
        rows.append([one.load, one.figure.replace("_", " "), *shown, interval, one.word])
    return rows


def lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return a table's lines, with aligned columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def notes(report: Mapping[str, Any]) -> list[str]:
    """Return the notes that a reader of the figures needs, one per line."""
    loads = report["loads"]
    goals = ", ".join(f"{name} <= {most:g} ms" for name, most in report["goals"].items())
    remarks = [f"goodput counts verified plans with {goals}; latency is counted from the scheduled start"]
    if any(load["rate_limited"] for load in loads):
        remarks.append(
            "WARNING the key's limit of requests slowed this down (429). Fix: 'make bench', or a key with a high limit"
        )
    if any(load["failed"] or load["no_answer"] for load in loads):
        remarks.append("WARNING some requests got no answer: the figures are of those that did")
    if all(load["dollars_per_1000_verified_plans"] is None for load in loads):
        remarks.append(
            "no cost: set STUDENT_POWER_PRICE with STUDENT_HOST_WATTS (or GPUs that report it), or STUDENT_HOST_PRICE"
        )
    if report["problems"]["skipped"]:
        remarks.append(f"{report['problems']['skipped']} problems of the file are too long to be sent")
    return remarks


def _head(load: Mapping[str, Any]) -> str:
    return f"poisson {load['request_rate']:g}/s" if load["profile"] == "poisson" else title(load)
