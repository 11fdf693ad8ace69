"""The gateway's benchmark runs and reports; only a quiet machine can show whether its bars are met."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bench.gateway import images
from bench.gateway.boxes import answer, key_file, request_body
from bench.gateway.load import Sample
from bench.gateway.report import markdown, rows
from tests.conftest import ROOT

TINY = ["--rounds=1", "--seconds=1", "--streams=8", "--stream-seconds=1", "--peers", "nginx"]
SMALL = ["--keys", "2", "100", "--bodies", "2000"]


def requests(target: str, clients: str, turn: int, p50_ms: float, rps: float) -> Sample:
    values = {"rps": rps, "p50_ms": p50_ms, "p99_ms": p50_ms, "cpu_us": 1e6 / rps}
    return Sample("requests", clients, target, turn, values, load=1.0, steal=0.0)


def test_rows_compare_within_a_round() -> None:
    samples = []
    for turn, slow in enumerate((1, 10, 2)):  # a busy host slows both alike
        for clients in ("1 client", "32 clients"):
            samples.append(requests("direct", clients, turn, 0.1 * slow, 9000 / slow))
            samples.append(requests("gateway", clients, turn, 0.1 * slow + 0.2, 1000 / slow))
            samples.append(requests("nginx", clients, turn, 0.2 * slow, 5000 / slow))
    table = {(row.what, row.target): row for row in rows(samples, ["gateway"])}
    added = table["added P50, 1 client", "gateway"]
    assert (round(added.median, 6), added.bar, added.missed) == (0.2, 0.3, False)
    share = table["throughput at 32 clients / nginx", "gateway"]
    assert (round(share.median, 6), share.bar, share.missed) == (0.2, 0.25, True)
    assert table["added P50, 1 client", "nginx"].bar is None
    assert "| throughput at 32 clients / nginx | gateway | 0.2 times | 0.2 to 0.2 | 0.2 | 0.25 missed | 1.0 | 0% |" in (
        markdown(list(table.values())).splitlines()
    )


def test_bodies_have_their_size() -> None:
    for size in (1024, 100 * 1024):
        body = request_body(size)
        assert len(body) == size
        assert json.loads(body)["messages"][1]["content"]
    assert len(answer()) == 617
    assert key_file(3).count("\n") == 3


@pytest.fixture(scope="module")
def tools() -> str:
    """The image of wrk and nginx; its first build takes longer than the test."""
    return images.build(images.TOOLS)


@pytest.mark.docker
@pytest.mark.usefixtures("tools")
def test_main_reports_each_group(tmp_path: Path) -> None:
    result = tmp_path / "result.json"
    command = [sys.executable, "-m", "bench.gateway", *TINY, *SMALL, "--json", str(result)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    for what in (
        "added P50, 1 client",
        "throughput at 32 clients / nginx",
        "100 keys against 2, P50",
        "100 keys against 2, a wrong key, P50",
        "added P50, 2,000 B",
        "CPU a chunk, 8 streams",
    ):
        assert re.search(rf"^\| {re.escape(what)} \| gateway:", done.stdout, re.MULTILINE), what
    written = json.loads(result.read_text())
    assert {sample["group"] for sample in written["samples"]} == {"requests", "keys", "bodies", "streams"}
    broken = [row["median"] for row in written["rows"] if row["what"] == "broken of 8 streams"]
    assert broken == [0, 0, 0]
