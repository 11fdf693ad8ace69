"""'make bench' on the running stack: a report of real figures, a page that a browser draws, a comparison."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.browser import SCHEMES, build, drawn
from tests.conftest import Stack

pytestmark = pytest.mark.docker
QUICK = ("CONCURRENCY=1,2", "SECONDS=2", "WARMUP=2", "RATE=2")


def reports(stack: Stack) -> list[Path]:
    return sorted((stack.path / "state" / "bench").glob("*.json"))


@pytest.fixture(scope="module")
def report(started: tuple[Stack, str]) -> dict[str, Any]:
    stack = started[0]
    done = stack.make("bench", *QUICK)
    assert done.returncode == 0, done.stdout + done.stderr
    found: dict[str, Any] = json.loads(reports(stack)[-1].read_text())
    return found


def test_bench_measures_each_load(report: dict[str, Any]) -> None:
    assert [load["profile"] for load in report["loads"]] == ["synchronous", "concurrent", "poisson"]
    for load in report["loads"]:
        assert load["problems"] > 0
        assert load["failed"] == load["no_answer"] == load["rate_limited"] == 0
        assert 0 < load["median_ttft_ms"] <= load["median_e2el_ms"] <= load["p99_plan_ms"]
        assert load["accepted"] > 0.8 * load["problems"]  # names the bundled model's own family
        assert load["tokens_per_verified_plan"] > load["output_tokens_per_verified_plan"] > 10


def test_bench_tells_the_engine(report: dict[str, Any]) -> None:
    assert report["metadata"]["engine"] == "llamacpp"
    assert report["metadata"]["LLAMACPP_THREADS"] == "1"


def test_bench_leaves_no_key(report: dict[str, Any], started: tuple[Stack, str]) -> None:
    assert "bench-" not in (started[0].path / "state" / "gateway" / "keys").read_text()


def test_bench_compares(report: dict[str, Any], started: tuple[Stack, str]) -> None:
    stack = started[0]
    done = stack.make("bench", *QUICK, f"AGAINST={reports(stack)[0]}")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "now / before" in done.stdout
    assert "median plan ms" in done.stdout


def test_browser_draws_the_page(report: dict[str, Any], started: tuple[Stack, str], tmp_path: Path) -> None:
    build()
    tmp_path.chmod(0o777)
    page = Path(shutil.copy(reports(started[0])[-1].with_suffix(".html"), tmp_path / "bench.html"))
    page.chmod(0o644)
    for scheme in SCHEMES:
        assert drawn(page, scheme) == 8
    assert (tmp_path / "dark.png").read_bytes() != (tmp_path / "light.png").read_bytes()
