"""docs/monitoring.md says which engine has which figure; each claim is held to the engines' recorded metrics."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.prometheus.promtool import RULES, play, world
from tests.prometheus.recordings import AT, ENGINES, engine_world, series

PAGE = (ROOT / "docs" / "monitoring.md").read_text()
RECORDED = re.findall(r"record: (student:\S+)", "".join(path.read_text() for path in sorted(RULES.glob("*.yml"))))
CLAIMS = {
    name: dict(zip(ENGINES, marks.replace(" ", "").split("|"), strict=True))
    for name, marks in re.findall(r"^\| `(student:\S+)` \| ([✓–] \| [✓–] \| [✓–]) \|", PAGE, re.MULTILINE)
}
GATEWAYS = re.findall(r"^\| `(student:\S+)` \|", PAGE.split("### The gateway")[1].split("###")[0], re.MULTILINE)
THERE = "(count({} >= 0) > bool 0) or vector(0)"


def documented() -> set[str]:
    """Return the names of the page's tables; '`student:a:ratio1h`, `ratio1d`' stands for two."""
    names: set[str] = set()
    for row in re.findall(r"^\| (`student:[^|]+)\|", PAGE, re.MULTILINE):
        first, *more = re.findall(r"`([^`]+)`", row)
        stem = re.sub(r"(?<=:)[a-z]*\d\w$|(?<=:)\w+$", "", first)
        names.add(first)
        names |= {part if part.startswith("student:") else f"{stem}{_whole(first, part)}" for part in more}
    return names


def _whole(first: str, part: str) -> str:
    return part if part.startswith("ratio") else "ratio" + part


def test_page_names_every_rule() -> None:
    """Every recording rule, and no other."""
    late = {f"student:late_first_tokens:ratio{window}" for window in ("1h", "2h", "6h", "1d", "3d")}
    assert documented() | late == set(RECORDED)


@pytest.mark.docker
def test_engines_have_what_is_claimed(tmp_path: Path) -> None:
    """They have nothing more."""
    assert len(CLAIMS) >= 18
    tests = []
    for engine in ENGINES:
        expected = [(AT, THERE.format(name), float(marks[engine] == "✓")) for name, marks in CLAIMS.items()]
        expected += [(AT, THERE.format(name), 1.0) for name in GATEWAYS]
        tests.append(world(engine, engine_world(engine), *expected))
    play(tmp_path, *tests, evaluation="1m")


@pytest.mark.docker
def test_quantiles_from_histograms(tmp_path: Path) -> None:
    quantile = "histogram_quantile({}, sum by (le) (student:{}_seconds_bucket:rate5m)) {}"
    expected = [
        (AT, f"({quantile.format(share, name, '> bool 0')})", 1.0)
        for name in ("first_token", "per_token", "first_byte", "request")
        for share in (0.5, 0.95, 0.99)
    ]
    play(tmp_path, world("gateway", series("gateway", "gateway"), *expected), evaluation="1m")


@pytest.mark.docker
def test_gpu_figures_are_measured(tmp_path: Path) -> None:
    names = {name for name in RECORDED if name.startswith("student:gpu_")}
    assert len(names) >= 7
    play(
        tmp_path,
        world("gpu", series("gpu", "gpu"), *((AT, THERE.format(name), 1.0) for name in names)),
        evaluation="1m",
    )
