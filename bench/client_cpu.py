"""CPU time of the client itself, against openai's and bare httpx2's: `make bench-peers`.

Each client sends the same request for a plan to the same server, over one kept connection. The figure is the CPU time
of the client's process for one request; ours reads the plan and checks its structure too. The bars are for that. The
CPU time of this process with a verification in a child is reported separately.
The clients take turns, so that a busy host slows all of them alike. Each round begins with another client, and the
first requests of each do not count, since another's code was in the processor's caches. Only ratios are compared, each
the median of all rounds.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import httpx2
import openai
from student_client import Problem, Settings, Student, SymbolicVerifier, Verdict, plan_schema

from bench.ratios import ratio, report, turns
from bench.server import PLAN, server

PROBLEM = Problem("integrate", r"\int x^2 \sin x\,dx", ["x"])
MODEL = "student-nano"
KEY = "sk-0123456789abcdef"
BARS = {"openai": 0.4, "httpx2": 1.3}
VERIFIED = "student_client, verified"
PAUSED = "httpx2 after such a pause"
"""Bare httpx2 that waits before each request as long as a verdict takes: its code is then as cold in the processor."""
VERIFIED_BARS = {"openai": None, "httpx2": 1.6, PAUSED: 1.6}
WARM_UP = 5
"""Requests of each client that do not count, before those that do."""
IMPORT = "import student_client"
READY = "from student_client import Student"
"""The import of the first request: the bare import loads neither httpx2 nor pydantic."""
IMPORT_BAR = 0.25


def request() -> dict[str, Any]:
    """Return the body that each client sends."""
    return {
        "model": MODEL,
        "messages": PROBLEM.messages(),
        "max_tokens": 2048,
        "temperature": 0.0,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "plan", "strict": True, "schema": plan_schema()},
        },
    }


def clients(base: str, stack: ExitStack) -> dict[str, Callable[[], Any]]:
    """Return a function that sends one request, for each client."""
    body = request()
    settings = Settings.model_validate({"model_name": MODEL, "api_base": base, "api_key": KEY})
    accepted = Verdict("accepted", "not verified here", "")
    student = stack.enter_context(Student(settings, verifier=lambda problem, plan: accepted))
    symbolic = stack.enter_context(SymbolicVerifier(workers=1))
    verifying = stack.enter_context(Student(settings, verifier=symbolic))
    peer = stack.enter_context(openai.OpenAI(base_url=base, api_key=KEY))
    bare = stack.enter_context(httpx2.Client(headers={"authorization": f"Bearer {KEY}"}))

    def ours() -> Any:
        return student.plan(PROBLEM).require().to_json()

    def verified() -> Any:
        return verifying.plan(PROBLEM).require().to_json()

    def theirs() -> Any:
        return peer.chat.completions.create(**body).choices[0].message.content

    def plain() -> Any:
        return bare.post(f"{base}/chat/completions", json=body).json()["choices"][0]["message"]["content"]

    pause = wall_seconds(verified) - wall_seconds(ours)

    def paused() -> Any:
        time.sleep(max(0.0, pause))
        return plain()

    made = {"student_client": ours, VERIFIED: verified, "openai": theirs, "httpx2": plain, PAUSED: paused}
    for name, send in made.items():
        if json.loads(send()) != json.loads(PLAN):
            raise SystemExit(f"ERROR {name} got another answer")
    return made


def wall_seconds(send: Callable[[], Any], count: int = 20) -> float:
    """Return the time that one request takes, the median of some, after one that does not count."""
    times = []
    for _ in range(count + 1):
        start = time.perf_counter()
        send()
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def cpu_seconds(send: Callable[[], Any], count: int) -> float:
    """Return the CPU seconds of this process for one request."""
    start = time.process_time()
    for _ in range(count):
        send()
    return (time.process_time() - start) / count


def import_seconds(statement: str, count: int) -> float:
    """Return the CPU seconds that an import adds to a fresh interpreter: the lowest of ``count``."""

    def run(code: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return min(run(statement) for _ in range(count)) - min(run("pass") for _ in range(count))


def main() -> int:
    """Measure and print; return 1 if a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--requests", type=int, default=50, help="by each client in each round")
    parser.add_argument("--imports", type=int, default=5, help="fresh interpreters for each import")
    parser.add_argument("--keep", action="store_true", help="keep the figures for docs/performance.md")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    rounds: dict[str, list[float]] = {}
    with server() as base, ExitStack() as stack:
        sending = clients(base, stack)
        for send in sending.values():
            cpu_seconds(send, options.requests)  # warm-up
        gc.freeze()  # leaves what all of them loaded out of the collections
        for number in range(options.rounds):
            for name in turns(sending, number):
                cpu_seconds(sending[name], WARM_UP)
                rounds.setdefault(name, []).append(cpu_seconds(sending[name], options.requests))
    rows = [
        ratio(f"CPU a request, {client} / {peer}", rounds[client], rounds[peer], bars[peer])
        for client, bars in (("student_client", BARS), (VERIFIED, VERIFIED_BARS))
        for peer in bars
    ]
    rows.append(ratio(f"CPU a request, {PAUSED} / httpx2", rounds[PAUSED], rounds["httpx2"]))
    imports = {
        code: import_seconds(code, options.imports) for code in (IMPORT, READY, "import openai", "import httpx2")
    }
    rows += [
        ratio(f"CPU, '{READY}' / 'import {peer}'", [imports[READY]] * 2, [imports[f"import {peer}"]] * 2)
        for peer in BARS
    ]
    about = f"{options.rounds} rounds of {options.requests} requests by each client, one at a time"
    missed = report("client_cpu", about, rows, load, options.keep)
    print(f"CPU of '{IMPORT}'  {imports[IMPORT]:.3f} s  (bar {IMPORT_BAR} s)")
    return int(missed or imports[IMPORT] > IMPORT_BAR)


if __name__ == "__main__":
    sys.exit(main())
