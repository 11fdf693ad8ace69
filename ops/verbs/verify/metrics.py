"""Checks of the monitoring: does Prometheus see every target, do counters count, are the dashboards provisioned?"""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from ops.lib.ask import Answer, ask
from ops.lib.console import ROOT
from ops.verbs.verify.containers import container_name
from ops.verbs.verify.probe import NotApplicable, Probe, Target, Wrong

WANTED_JOBS = {"engine", "gateway", "prometheus"}
SCRAPE_SECONDS = 35  # two scrapes of prometheus.yml and a rest: a busy host misses one
SCRAPES = 4  # counts one before this check, and a DNS refresh (prometheus.yml) between the others
TARGETS_SECONDS = 60
SOURCE = "prometheus"  # is the uid of grafana/provisioning/datasources
COUNTER = "sum(gateway_key_requests_total)"


def _prometheus(target: Target, path: str) -> Any:
    data = ask(target.port("PROMETHEUS_PORT"), path, timeout=5).json()
    if not isinstance(data, dict) or data.get("status") != "success":
        raise OSError("the answer is not one of Prometheus")
    return data["data"]


def _counter(target: Target) -> float:
    result = _prometheus(target, f"/api/v1/query?query={quote(COUNTER)}")["result"]
    return float(result[0]["value"][1]) if result else 0.0


def remember_counter(target: Target) -> None:
    """Store the counter before the other checks; store nothing if Prometheus does not answer."""
    try:
        target.notes["counter"] = _counter(target)
    except OSError:
        return


def targets(target: Target) -> str:
    """Is every target up?

    A target counts as down after a few more scrapes: the engine may have started since the last one, and the address
    of a removed container stays until the next DNS refresh.
    """
    scrapes: dict[str, set[str]] = {}
    end = time.monotonic() + TARGETS_SECONDS
    while True:
        active = _prometheus(target, "/api/v1/targets?state=active")["activeTargets"]
        down = [each for each in active if each["health"] != "up"]
        missing = WANTED_JOBS - {each["labels"]["job"] for each in active}
        if not down and not missing:
            return f"{len(active)} up"
        for each in down:
            scrapes.setdefault(each["scrapeUrl"], set()).add(each["lastScrape"])
        certain = any(len(scrapes[each["scrapeUrl"]]) >= SCRAPES for each in down)
        if certain or time.monotonic() > end:
            said = [f"{each['labels']['job']} ({each['lastError'] or each['health']})" for each in down]
            raise Wrong(f"not up: {', '.join([*said, *sorted(missing)])}")
        time.sleep(0.5)


def counted(target: Target) -> str:
    """Did the other checks' requests raise the gateway's counter of requests?

    A lower value means that the gateway restarted after the first value was stored.
    """
    before = target.notes.get("counter", 0.0)
    end = time.monotonic() + SCRAPE_SECONDS
    while (now := _counter(target)) in (before, 0.0):
        if time.monotonic() > end:
            raise Wrong(f"{COUNTER} stayed at {before:g}, it should have risen")
        time.sleep(0.5)
    return f"{COUNTER} {'rose' if now > before else 'started again and went'} from {before:g} to {now:g}"


def alerts(target: Target) -> str:
    """Are all critical alerts, which mean that clients fail now, silent? Others are named."""
    found = _prometheus(target, "/api/v1/alerts")["alerts"]
    firing = {
        each["labels"]["alertname"]: each["labels"].get("severity")
        for each in found
        if each["state"] == "firing" and each["labels"].get("severity") != "none"  # skips Watchdog
    }
    if critical := sorted(name for name, severity in firing.items() if severity == "critical"):
        raise Wrong(f"firing: {', '.join(critical)}")
    return f"none is critical; firing: {', '.join(sorted(firing)) or 'none'}"


def _grafana(target: Target, path: str, body: Mapping[str, Any] | None = None) -> Answer:
    password = (ROOT / "state" / "secrets" / "grafana_password").read_text().strip()
    login = base64.b64encode(f"admin:{password}".encode()).decode()
    answer = ask(
        target.port("GRAFANA_PORT"),
        path,
        method="GET" if body is None else "POST",
        headers={"Authorization": f"Basic {login}"},
        body=body,
        timeout=10,
    )
    if answer.status == 401:
        fix = "the password was changed in Grafana: write it into state/secrets/grafana_password"
        raise Wrong("Grafana refuses the password of state/secrets/grafana_password", fix)
    return answer


def dashboards(target: Target) -> str:
    """Does Grafana have every dashboard of the tree and their data source, and does it answer a query?"""
    if "grafana" not in target.model["services"]:
        raise NotApplicable("this stack has no Grafana (compose/packages.yaml leaves it out)")
    found = _grafana(target, "/api/search?type=dash-db").json()
    uids = {entry.get("uid") for entry in found} if isinstance(found, list) else set()
    files = sorted((ROOT / "grafana" / "dashboards").glob("*.json"))
    if missing := [path.stem for path in files if json.loads(path.read_text())["uid"] not in uids]:
        raise Wrong(f"not in Grafana: {', '.join(missing)}")
    source = _grafana(target, f"/api/datasources/uid/{SOURCE}")
    kind = (source.json() or {}).get("type")
    if source.status != 200 or kind != "prometheus":
        raise Wrong(f"the data source {SOURCE} is {kind or f'not there ({source.status})'}, expected prometheus")
    _query(target)
    return f"{len(files)} provisioned, and a query through Grafana has data"


def _query(target: Target) -> None:
    """Query one figure as a panel does.

    Raises:
        Wrong: there is no figure in the answer.
    """
    query = {"refId": "A", "datasource": {"uid": SOURCE}, "expr": 'max(up{job="engine"})', "instant": True}
    answer = _grafana(target, "/api/ds/query", {"queries": [query], "from": "now-5m", "to": "now"})
    data = answer.json() or {}
    result = data.get("results", {}).get("A", {})
    if answer.status != 200 or "error" in result:
        said = result.get("error") or data.get("message") or "no reason given"
        raise Wrong(f"Grafana cannot ask Prometheus ({answer.status}: {said})")
    columns = [column for frame in result.get("frames", []) for column in frame["data"]["values"]]
    if not any(columns):
        raise Wrong("Grafana's answer to a query has no data, expected one figure of Prometheus")


def probes(engine: str, services: set[str]) -> list[Probe]:
    """Return the checks of the monitoring.

    Args:
        engine: the engine's service.
        services: every service of the stack.
    """
    watched = tuple(container_name(name) for name in ("gateway", engine, "prometheus"))
    grafana = (container_name("grafana"), "Prometheus targets") if "grafana" in services else ()
    logs = "docker compose logs --tail=50"
    return [
        Probe("Prometheus targets", targets, f"{logs} prometheus", watched),
        Probe(
            "counters",
            counted,
            "make prometheus/prometheus.yml scrape the gateway, then make up",
            ("key accepted", "Prometheus targets"),
        ),
        Probe("alerts", alerts, "see docs/monitoring.md under the alert's name", ("Prometheus targets",)),
        Probe("dashboards", dashboards, f"{logs} grafana", grafana),
    ]
