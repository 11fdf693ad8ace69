"""Samples: one measurement of one server, with the host's load at the time."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.gateway.boxes import PATH, Target
from ops.lib.console import Failure, capture


@dataclass(frozen=True)
class Entry:
    """A measurement of each round: a case of a group, on a server."""

    case: str
    target: Target
    measure: Callable[[], dict[str, float]]


@dataclass(frozen=True)
class Sample:
    """One measurement, the host's load average after it, and the share of the time that the hypervisor took."""

    group: str
    case: str
    target: str
    round: int
    values: dict[str, float]
    load: float
    steal: float


@dataclass(frozen=True)
class Load:
    """Files that wrk runs with: paths in its container of its script, a request's body, and keys, one a line."""

    container: str
    script: Path
    body: Path
    keys: Path


def wrk(load: Load, target: Target, clients: int, seconds: int, refused: bool = False) -> dict[str, float]:
    """POST one body again and again over kept connections, with keys that take turns.

    Args:
        load: wrk's container and files.
        target: the server.
        clients: connections, each with one request at a time.
        seconds: how long.
        refused: whether every answer must be a refusal; otherwise no answer may be one.

    Returns:
        ``rps``: requests a second; ``p50_ms`` and ``p99_ms``; ``cpu_us``: the server's CPU time a request.

    Raises:
        Failure: an answer was not as required.
    """
    url = f"http://{target.host}:{target.port}{PATH}"
    options = ["-t1", f"-c{clients}", f"-d{seconds}s", "--timeout=30s", "--latency", "-s", str(load.script)]
    command = ["docker", "exec", load.container, "wrk", *options, url, "--", str(load.body), str(load.keys)]
    before = target.cpu_seconds()
    done = capture(command, timeout=seconds + 90)
    used = target.cpu_seconds() - before
    last = done.stdout.strip().rpartition("\n")[2]
    if done.returncode or not last.startswith("{"):
        raise Failure(f"wrk on {target.name}: {(done.stderr or done.stdout).strip()[-300:]}", "correct what it says")
    found = json.loads(last)
    requests = int(found["requests"])
    if not requests or found["lost"] or found["refused"] != (requests if refused else 0):
        raise Failure(f"{target.name} gave wrong answers: {last}", f"docker logs {target.container}")
    return {
        "rps": requests / found["seconds"],
        "p50_ms": found["p50_ms"],
        "p99_ms": found["p99_ms"],
        "cpu_us": used / requests * 1e6,
    }


def _processor() -> tuple[int, int]:
    """Return the ticks that the hypervisor took from this host, and all ticks."""
    ticks = [int(field) for field in Path("/proc/stat").read_text().partition("\n")[0].split()[1:9]]
    return ticks[7], sum(ticks)


def interleave(group: str, entries: Sequence[Entry], rounds: int, warm_up: bool = True) -> Iterator[Sample]:
    """Measure the entries in turns. Each round starts at another entry, so that none always has the quieter host.

    Args:
        group: the group's name.
        entries: what to measure.
        rounds: how often.
        warm_up: whether to begin with a round that does not count.

    Yields:
        A sample for each entry and round.
    """
    for number in range(-int(warm_up), rounds):
        first = number % len(entries)
        for entry in (*entries[first:], *entries[:first]):
            stolen, total = _processor()
            values = entry.measure()
            stolen_then, total_then = _processor()
            steal = (stolen_then - stolen) / max(total_then - total, 1)
            if number >= 0:
                yield Sample(group, entry.case, entry.target.name, number, values, os.getloadavg()[0], steal)
