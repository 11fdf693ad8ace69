"""Measure the gateway against its peers, in one interleaved run: `python -m bench.gateway`.

Peers and tools are packages in images of their own (images/bench): wrk and nginx from Debian, LiteLLM from the Python
package index. The same server is behind all peers. Compare ratios only, because the host is shared.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from bench.gateway import images, streams
from bench.gateway.boxes import HERE, KEY, Lab, Target, request_body
from bench.gateway.load import Entry, Load, Sample, interleave, wrk
from bench.gateway.report import markdown, rows
from bench.gateway.stream_engine import PACE
from ops.lib.console import ROOT, Failure, guard, say

GROUPS = ("requests", "keys", "bodies", "streams")
BODIES = {1024: "1 KB", 100 * 1024: "100 KB", 1024 * 1024: "1 MB", 5 * 1024 * 1024: "5 MB"}


class Bench:
    """One run; each group has a lab of its own."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.notes: list[str] = []
        self.images: dict[str, str] = {}
        for image in options.image:
            name = image.removeprefix("student-llm/")
            again = sum(known.startswith(name) for known in self.images)
            self.images[f"{name} ({again + 1})" if again else name] = image

    def load(self, lab: Lab, target: Target, clients: int, size: int = 1024, wrong: bool = False) -> Entry:
        """Return a measurement of plain requests; ``wrong``: each with an unknown key."""
        names = (f"sk-wrong-{i}" for i in range(1000)) if wrong else (KEY.format(i) for i in range(target.keys))
        kind = "wrong" if wrong else f"{target.keys}"
        script = lab.file("load.lua", (HERE / "load.lua").read_bytes())
        body = lab.file(f"body-{size}", request_body(size))
        keys = lab.file(f"keys-{kind}", "".join(f"{name}\n" for name in names))
        load = Load(lab.wrk(target.network), script, body, keys)
        # measures a slow server for longer: it answers few requests a second, and unfinished ones do not count
        seconds = self.options.seconds * (3 if target.slow else 1)
        case = "1 client" if clients == 1 else f"{clients} clients"
        return Entry(case, target, lambda: wrk(load, target, clients, seconds, refused=wrong))

    def requests(self, lab: Lab) -> Iterator[Sample]:
        """Measure plain requests of one client and of 32."""
        gateways = [lab.gateway(*named) for named in self.images.items()]
        name, image = list(self.images.items())[-1]
        silent = lab.gateway(f"{name}, no access log of successes", f"{image},LOG_LEVEL=warn")
        targets = [lab.upstream(), *gateways, silent, lab.published(gateways[-1])]
        if "nginx" in self.options.peers:
            targets.append(lab.nginx_proxy())
        if "litellm" in self.options.peers:
            images.build(images.LITELLM)
            targets += [lab.litellm(workers) for workers in sorted({1, os.cpu_count() or 1})]
        for target in targets:
            lab.wait(target, 600)  # LiteLLM takes minutes to load on a busy host
        entries = [self.load(lab, target, clients) for clients in (1, 32) for target in targets]
        yield from interleave("requests", entries, self.options.rounds, self.options.rounds > 1)

    def keys(self, lab: Lab) -> Iterator[Sample]:
        """Measure right and wrong keys with key files of several lengths."""
        lab.wait(lab.upstream())
        entries = []
        for name, image in self.images.items():
            for count in self.options.keys:
                target = lab.gateway(name, image, keys=count)
                try:
                    lab.wait(target)
                except Failure as failure:
                    self.notes.append(f"{target.name} with {count:,} keys: {failure}")
                    continue
                for wrong in (False, True):
                    entry = self.load(lab, target, 1, wrong=wrong)
                    case = f"{count:,} keys{', a wrong key' if wrong else ''}"
                    entries.append(Entry(case, target, entry.measure))
        yield from interleave("keys", entries, self.options.rounds, self.options.rounds > 1)

    def bodies(self, lab: Lab) -> Iterator[Sample]:
        """Measure requests of several sizes."""
        targets = [lab.upstream(), *(lab.gateway(*named) for named in self.images.items())]
        for target in targets:
            lab.wait(target)
        entries = []
        for size in self.options.bodies:
            for target in targets:
                measure = self.load(lab, target, 1, size).measure
                entries.append(Entry(BODIES.get(size, f"{size:,} B"), target, measure))
        yield from interleave("bodies", entries, self.options.rounds, self.options.rounds > 1)

    def streams(self, lab: Lab) -> Iterator[Sample]:
        """Measure many streams at once."""
        count, seconds = self.options.streams, self.options.stream_seconds
        chunks = seconds * PACE
        targets = [lab.stream_engine(chunks)]
        targets += [lab.gateway(*named, engine="streams") for named in self.images.items()]
        if "nginx" in self.options.peers:
            lab.wait(targets[0])  # nginx resolves the name once, when it starts
            targets.append(lab.nginx_proxy("streams"))

        def entry(target: Target) -> Entry:
            return Entry(f"{count} streams", target, lambda: streams.read(target, count, chunks, seconds * 3 + 10))

        for target in targets:
            lab.wait(target)
        entries = [entry(target) for target in targets]
        yield from interleave("streams", entries, min(self.options.rounds, 3), warm_up=False)


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.gateway", description=__doc__)
    image = os.environ.get("GATEWAY_IMAGE", "student-llm/gateway:local")
    told = "IMAGE[,NAME=VALUE…]: a gateway with settings GATEWAY_NAME; several times to compare"
    parser.add_argument("--image", action="append", help=f"{told} (default {image})")
    parser.add_argument("--only", nargs="+", choices=GROUPS, default=GROUPS, help="these groups of measurements")
    parser.add_argument("--peers", nargs="*", choices=("nginx", "litellm"), default=("nginx", "litellm"))
    parser.add_argument("--rounds", type=int, default=7, help="after one that does not count; 1: a trial without it")
    parser.add_argument("--seconds", type=int, default=2, help="of each measurement of plain requests")
    parser.add_argument("--keys", type=int, nargs="+", default=[2, 1000, 10_000, 100_000], help="lengths of key files")
    parser.add_argument("--bodies", type=int, nargs="+", default=list(BODIES), help="bytes")
    parser.add_argument("--streams", type=int, default=256)
    parser.add_argument("--stream-seconds", type=int, default=20)
    parser.add_argument("--json", type=Path, default=ROOT / "build" / "bench-gateway.json", help="file of all samples")
    options = parser.parse_args()
    options.image = options.image or [image]
    return options


def main() -> int:
    """Measure and print, group by group; return 1 when the last image misses a bar."""
    options = arguments()
    bench = Bench(options)
    judged = list(bench.images)
    host = f"{platform.machine()}, {os.cpu_count()} processors, Linux {platform.release()}"
    say(f"{time.strftime('%Y-%m-%d %H:%M:%S')}, {host}, {options.rounds} rounds")
    options.json.parent.mkdir(parents=True, exist_ok=True)
    images.build(images.TOOLS)
    samples: list[Sample] = []
    missed = False
    for group in options.only:
        measure: Callable[[Lab], Iterator[Sample]] = getattr(bench, group)
        with Lab() as lab:
            found = list(measure(lab))
        samples += found
        table = rows(found, judged)
        missed = missed or any(row.missed and row.target == judged[-1] for row in table)
        say(f"\n{markdown(table)}")
        written = {"host": host, "rows": rows(samples, judged), "samples": samples, "notes": bench.notes}
        options.json.write_text(json.dumps(written, default=asdict, indent=1) + "\n")
    for note in bench.notes:
        say(note)
    say(f"\nall samples: {options.json}")
    return int(missed)


if __name__ == "__main__":
    guard(main)
