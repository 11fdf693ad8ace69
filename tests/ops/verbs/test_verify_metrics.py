"""'make verify' asks scripted servers: Grafana about its dashboards, Prometheus about its targets."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ops.verbs.verify import metrics, probe
from tests.conftest import ROOT
from tests.ops.tampering import Answered, Asked, Tampering

ANSWERS = ROOT / "tests" / "registry" / "grafana"
"""The documented answers of Grafana's HTTP API."""
SEARCH, DATA_SOURCE, QUERY = "/api/search", "/api/datasources/uid/prometheus", "/api/ds/query"
REFUSED = b'{"results": {"A": {"error": "dial tcp: lookup prometheus: no such host", "status": 500, "frames": []}}}'


@pytest.fixture
def grafana(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., probe.Target]]:
    """A scripted Grafana, since packages have none; its tree has one dashboard and a password."""
    (tmp_path / "state" / "secrets").mkdir(parents=True)
    (tmp_path / "state" / "secrets" / "grafana_password").write_text("its-password\n")
    (tmp_path / "grafana" / "dashboards").mkdir(parents=True)
    (tmp_path / "grafana" / "dashboards" / "student.json").write_text('{"uid": "student"}')
    monkeypatch.setattr(metrics, "ROOT", tmp_path)
    answers: dict[str, Answered] = {}
    login = "Basic " + base64.b64encode(b"admin:its-password").decode()

    def answer(asked: Asked) -> Answered:
        if asked.headers.get("Authorization") != login:
            return Answered(401)
        path = asked.path.partition("?")[0]
        if path == QUERY:
            (query,) = json.loads(asked.body)["queries"]
            assert (asked.method, query["datasource"]["uid"]) == ("POST", metrics.SOURCE)
        return answers[path]

    with Tampering(None, instead=answer) as server:

        def target(boards: Any = ({"uid": "student"},), **others: Answered) -> probe.Target:
            answers[SEARCH] = Answered(200, json.dumps(boards).encode())
            answers[DATA_SOURCE] = others.get("source", Answered(200, (ANSWERS / "datasource.json").read_bytes()))
            answers[QUERY] = others.get("query", Answered(200, (ANSWERS / "query.json").read_bytes()))
            return probe.Target({"GRAFANA_PORT": str(server.port)}, {"services": {"grafana": {}}}, "llamacpp")

        yield target


def test_dashboards_have_data(grafana: Callable[..., probe.Target]) -> None:
    found = metrics.dashboards(grafana([{"uid": "student"}, {"uid": "own"}]))
    assert found == "1 provisioned, and a query through Grafana has data"


@pytest.mark.parametrize("content", [[], [{"uid": "own"}], {"message": "an error"}])
def test_dashboards_missing(grafana: Callable[..., probe.Target], content: Any) -> None:
    with pytest.raises(probe.Wrong, match="not in Grafana: student"):
        metrics.dashboards(grafana(content))


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"source": Answered(404, b'{"message": "Data source not found"}')}, r"prometheus is not there \(404\)"),
        ({"source": Answered(200, b'{"type": "loki"}')}, "is loki, expected prometheus"),
        ({"source": Answered(502, b"<html>")}, r"not there \(502\)"),
        ({"query": Answered(400, REFUSED)}, r"cannot ask Prometheus \(400: dial tcp: lookup prometheus"),
        ({"query": Answered(200, REFUSED)}, r"cannot ask Prometheus \(200: dial tcp: lookup prometheus"),
        ({"query": Answered(500, b'{"message": "Query data error"}')}, r"\(500: Query data error\)"),
        ({"query": Answered(200, b'{"results": {"A": {"status": 200, "frames": []}}}')}, "has no data"),
        ({"query": Answered(200, b'{"results": {"A": {"frames": [{"data": {"values": [[], []]}}]}}}')}, "has no data"),
    ],
)
def test_dashboards_without_data(grafana: Callable[..., probe.Target], answers: dict[str, Answered], said: str) -> None:
    with pytest.raises(probe.Wrong, match=said):
        metrics.dashboards(grafana(**answers))


def test_dashboards_new_password(grafana: Callable[..., probe.Target]) -> None:
    target = grafana()
    (metrics.ROOT / "state" / "secrets" / "grafana_password").write_text("another\n")
    with pytest.raises(probe.Wrong, match="Grafana refuses the password"):
        metrics.dashboards(target)


def test_data_source_uid() -> None:
    provisioned = (ROOT / "grafana" / "provisioning" / "datasources").glob("*.yaml")
    assert f"uid: {metrics.SOURCE}\n" in "".join(path.read_text() for path in provisioned)


def scraped(health: str, number: int, job: str = "engine") -> dict[str, Any]:
    last = f"2026-11-26T00:00:{number:02}Z"
    labels = {"job": job}
    return {"labels": labels, "health": health, "lastError": "", "lastScrape": last, "scrapeUrl": f"http://{job}/"}


@pytest.mark.parametrize("becomes_up", [True, False])
def test_targets_waits_for_the_next_scrapes(becomes_up: bool) -> None:
    asked = 0

    def answer(_: Asked) -> Answered:
        nonlocal asked
        asked += 1
        health = "up" if becomes_up and asked == metrics.SCRAPES - 1 else "down"
        engine = scraped(health, asked)
        others = [scraped("up", asked, job) for job in metrics.WANTED_JOBS - {"engine"}]
        return Answered(200, json.dumps({"status": "success", "data": {"activeTargets": [engine, *others]}}).encode())

    with Tampering(None, instead=answer) as server:
        target = probe.Target({"PROMETHEUS_PORT": str(server.port)}, {}, "llamacpp")
        if becomes_up:
            assert metrics.targets(target) == "3 up"
        else:
            with pytest.raises(probe.Wrong, match=r"not up: engine \(down\)"):
                metrics.targets(target)
            assert asked == metrics.SCRAPES
