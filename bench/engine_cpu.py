"""CPU time that the running engine needs for a plan, and plans a second: what a setting of the engine does.

    python -m bench.engine_cpu --json before.json    # then change a setting, 'make up', and again into after.json
    python -m bench.performance change TITLE before.json after.json

Asks for plans of the bundled family, without a verifier, through the gateway. The CPU time is meaningful on a crowded
host too. A file that exists gets further samples, so that settings can take turns. It reads the engine's processes from
/proc, so it needs Linux.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import time
from itertools import islice
from pathlib import Path
from typing import Any

import httpx2
from pydantic import SecretStr
from student_client import Settings
from student_client._asking.endpoint import student
from student_client._bench.family import family
from student_client._bench.machine import machine

from bench.own_rate import own
from ops.lib import compose
from ops.verbs.bench import own_key

TICKS = os.sysconf("SC_CLK_TCK")


def cpu_seconds(first: int) -> float:
    """Return the CPU time that a process and its children have used so far."""
    waiting, ticks = [first], 0
    while waiting:
        pid = waiting.pop()
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            children = [task.read_text().split() for task in Path(f"/proc/{pid}/task").glob("*/children")]
        except OSError:  # ended in between
            continue
        ticks += int(fields[11]) + int(fields[12])
        waiting += [int(child) for found in children for child in found]
    return ticks / TICKS


async def measure(settings: Settings, pid: int, options: argparse.Namespace) -> dict[str, list[float]]:
    """Return the engine's CPU milliseconds for a plan, and plans a second: one of each for each group of problems."""
    problems, endpoint = family(options.seed), student(settings)
    found: dict[str, list[float]] = {"engine_cpu": [], "plan_throughput": []}
    async with httpx2.AsyncClient(headers=endpoint.headers(), timeout=300, trust_env=False) as http:
        await own(http, endpoint, islice(problems, options.problems), options.concurrency)  # warm-up
        for _ in range(options.groups):
            before, start = cpu_seconds(pid), time.perf_counter()
            await own(http, endpoint, islice(problems, options.problems), options.concurrency)
            found["plan_throughput"].append(options.problems / (time.perf_counter() - start))
            found["engine_cpu"].append(1000 * (cpu_seconds(pid) - before) / options.problems)
    return found


def main() -> int:
    """Measure, print, and add to the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--groups", type=int, default=5)
    parser.add_argument("--problems", type=int, default=20, help="of a group")
    parser.add_argument("--concurrency", type=int, default=4)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--json", type=Path, required=True)
    options = parser.parse_args()
    engine = compose.containers(compose.running_engine())[0]
    with own_key() as key:  # without it the gateway's limit would end the run
        settings = Settings.from_env().model_copy(update={"api_key": SecretStr(key)})
        found = asyncio.run(measure(settings, engine.inspected["State"]["Pid"], options))
    load: dict[str, Any] = {"profile": "concurrent", "concurrency": options.concurrency, "host_load": 0.0}
    load["samples"] = {}
    report: dict[str, Any] = {"date": time.strftime("%Y-%m-%d"), "machine": machine(), "loads": [load]}
    if options.json.exists():
        report = json.loads(options.json.read_text())
        load = report["loads"][0]
    for name, samples in found.items():
        load["samples"][name] = load["samples"].get(name, []) + samples
    load["host_load"] = max(load["host_load"], round(os.getloadavg()[0], 1))
    options.json.write_text(json.dumps(report) + "\n")
    each, rates = (" ".join(f"{one:.1f}" for one in samples) for samples in found.values())
    print(f"{each} ms of CPU a plan, {rates} plans/s, load {os.getloadavg()[0]:.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
