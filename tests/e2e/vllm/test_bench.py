"""'make bench' with vLLM: the same report."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.conftest import Stack

pytestmark = [pytest.mark.docker, pytest.mark.vllm]


def test_bench_measures_vllm(started: tuple[Stack, str]) -> None:
    stack = started[0]
    done = stack.make("bench", "CONCURRENCY=2", "SECONDS=2", "WARMUP=2", "RATE=1")
    assert done.returncode == 0, done.stdout + done.stderr
    (file,) = (stack.path / "state" / "bench").glob("*.json")
    report: dict[str, Any] = json.loads(file.read_text())
    assert report["metadata"]["engine"] == "vllm"
    assert [load["profile"] for load in report["loads"]] == ["concurrent", "poisson"]
    for load in report["loads"]:
        assert load["failed"] == load["rate_limited"] == 0
        assert load["accepted"] > 0
        assert 0 < load["median_ttft_ms"] <= load["median_e2el_ms"] <= load["p99_plan_ms"]
