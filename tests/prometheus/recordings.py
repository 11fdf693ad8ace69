"""The metrics of real programs under load, as promtool writes series; docs/monitoring.md's claims are held to them.

llamacpp.prom, vllm.prom and gateway.prom: this stack on a CPU, loaded by bench.soak. tgi.prom: TGI 3.3.7 on a CPU after
mixed traffic; tgi-shard-dead.prom: its failures. gpu.prom has the form of dcgm-exporter's page and comes from no GPU.
"""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).with_name("recorded")
ENGINES = ("vllm", "tgi", "llamacpp")
SAMPLE = re.compile(r"^([\w:]+)(?:\{(.*)\})? (\S+)")
SAMPLES = 32
"""Scrapes in a world: 8 minutes, one each 15 s."""
AT = "7m"
"""When a world is looked at: every window of five minutes is full."""


def series(job: str, *files: str) -> dict[str, str]:
    """Return the series of some recordings, as if Prometheus had scraped them again and again.

    Counters and histograms rise by what they had, so that they have a rate; gauges stay.
    """
    made: dict[str, str] = {}
    for file in files:
        kinds: dict[str, str] = {}
        for line in (FOLDER / f"{file}.prom").read_text().splitlines():
            if line.startswith("# TYPE "):
                _, _, name, kind = line.split()
                kinds[name] = kind
            elif found := SAMPLE.match(line):
                name, labels, value = found.groups()
                kind = kinds.get(name) or kinds.get(re.sub(r"_(bucket|sum|count|total)$", "", name)) or "gauge"
                where = ",".join(part for part in (f'job="{job}",instance="{job}:1"', labels) if part)
                rises = kind in ("counter", "histogram")
                made[f"{name}{{{where}}}"] = f"0+{value}x{SAMPLES}" if rises else f"{value}x{SAMPLES}"
    return made


def engine_world(engine: str) -> dict[str, str]:
    """Return what Prometheus sees of a stack with this engine."""
    files = sorted(path.stem for path in FOLDER.glob(f"{engine}*.prom"))
    up = {f'up{{job="{job}",instance="{job}:1"}}': f"1x{SAMPLES}" for job in ("engine", "gateway")}
    return series("engine", *files) | series("gateway", "gateway") | up
