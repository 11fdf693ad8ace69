"""What watches the stack: does Prometheus see every target, do counters count, are the dashboards there?"""

from __future__ import annotations

import base64
import json
import time
from typing import Any
from urllib.parse import quote

from ops.ask import ask
from ops.console import ROOT
from ops.verify.containers import container_name
from ops.verify.probe import NotApplicable, Probe, Target, Wrong

WANTED_JOBS = {"engine", "gateway", "prometheus"}
SCRAPE_SECONDS = 20  # prometheus.yml scrapes every 15
COUNTER = "sum(gateway_key_requests_total)"


def _prometheus(target: Target, path: str) -> Any:
    data = ask(target.port("PROMETHEUS_PORT"), path, timeout=target.left(5)).json()
    if not isinstance(data, dict) or data.get("status") != "success":
        raise OSError("Prometheus gave an answer that is not its own")
    return data["data"]


def _counter(target: Target) -> float:
    result = _prometheus(target, f"/api/v1/query?query={quote(COUNTER)}")["result"]
    return float(result[0]["value"][1]) if result else 0.0


def remember_counter(target: Target) -> None:
    """Note the counter before anything is asked; without Prometheus there is nothing to note."""
    try:
        target.notes["counter"] = _counter(target)
    except OSError:
        return


def targets(target: Target) -> str:
    """Is every target up?"""
    end = time.monotonic() + target.left(SCRAPE_SECONDS)
    while True:
        active = _prometheus(target, "/api/v1/targets?state=active")["activeTargets"]
        down = [
            f"{each['labels']['job']} ({each['lastError'] or each['health']})"
            for each in active
            if each["health"] != "up"
        ]
        missing = WANTED_JOBS - {each["labels"]["job"] for each in active}
        if not down and not missing:
            return f"{len(active)} up"
        fresh = all(each["health"] == "down" for each in active if each["health"] != "up") and not missing
        if fresh or time.monotonic() > end:  # one that was just found is neither up nor down yet
            raise Wrong(f"not up: {', '.join([*down, *sorted(missing)])}")
        time.sleep(0.5)


def counted(target: Target) -> str:
    """Did the gateway's counter of requests rise by what was just asked?"""
    before = target.notes.get("counter", 0.0)
    end = time.monotonic() + target.left(SCRAPE_SECONDS)
    while (now := _counter(target)) <= before:
        if time.monotonic() > end:
            raise Wrong(f"{COUNTER} stayed at {before:g}, it should have risen")
        time.sleep(0.5)
    return f"{COUNTER} rose from {before:g} to {now:g}"


def alerts(target: Target) -> str:
    """Does no alert fire that says that clients fail now? Others are named."""
    found = _prometheus(target, "/api/v1/alerts")["alerts"]
    firing = {
        each["labels"]["alertname"]: each["labels"].get("severity") for each in found if each["state"] == "firing"
    }
    if critical := sorted(name for name, severity in firing.items() if severity == "critical"):
        raise Wrong(f"firing: {', '.join(critical)}")
    return f"none is critical; firing: {', '.join(sorted(firing)) or 'none'}"


def dashboards(target: Target) -> str:
    """Has Grafana every dashboard of the tree?"""
    if "grafana" not in target.model["services"]:
        raise NotApplicable("this stack has no Grafana (compose/packages.yaml leaves it out)")
    password = (ROOT / "state" / "secrets" / "grafana_password").read_text().strip()
    login = base64.b64encode(f"admin:{password}".encode()).decode()
    answer = ask(
        target.port("GRAFANA_PORT"),
        "/api/search?type=dash-db",
        headers={"Authorization": f"Basic {login}"},
        timeout=target.left(10),
    )
    if answer.status == 401:
        fix = "the password was changed in Grafana: write it into state/secrets/grafana_password"
        raise Wrong("Grafana refuses the password of state/secrets/grafana_password", fix)
    found = answer.json()
    uids = {entry.get("uid") for entry in found} if isinstance(found, list) else set()
    files = sorted((ROOT / "grafana" / "dashboards").glob("*.json"))
    if missing := [path.stem for path in files if json.loads(path.read_text())["uid"] not in uids]:
        raise Wrong(f"not in Grafana: {', '.join(missing)}")
    return f"{len(files)} provisioned"


def probes(engine: str, services: set[str]) -> list[Probe]:
    """Return the checks of what watches the stack.

    Args:
        engine: the engine's service.
        services: every service of the stack.
    """
    watched = tuple(container_name(name) for name in ("gateway", engine, "prometheus"))
    grafana = (container_name("grafana"),) if "grafana" in services else ()
    logs = "docker compose logs --tail=50"
    return [
        Probe("Prometheus targets", targets, f"{logs} prometheus", watched),
        Probe(
            "counters",
            counted,
            "see that prometheus/prometheus.yml scrapes the gateway",
            ("plan", "Prometheus targets"),
        ),
        Probe("alerts", alerts, "see docs/reliability.md under the alert's name", ("Prometheus targets",)),
        Probe("dashboards", dashboards, f"{logs} grafana", grafana),
    ]
