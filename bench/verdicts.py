"""Measure the time of a verdict and count the verdicts of each kind: `make bench-peers`.

It judges the problem sets of ``tests/client/problems`` one after the other with one child of the verifier, as a program
does. The bars are for an idle core.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections import Counter

from student_client import Plan, Problem, SymbolicVerifier

from tests.client.problems import load

SETS = ("textbook", "right_traps", "subtle", "traps")
BARS = {50: 0.030, 95: 0.250, 99: 1.0}
"""Longest time in seconds of so many per cent of the verdicts."""
START_BAR = 1.0
"""Longest time in seconds until a new verifier gives its first verdict."""


def percentile(times: list[float], share: int) -> float:
    """Return the percentile of the times."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]


def measure(cases: list[tuple[str, Problem, Plan]], verify: SymbolicVerifier) -> tuple[list[float], Counter[str]]:
    """Judge all cases.

    Args:
        cases: label, problem and plan.
        verify: the verifier, with its child started.

    Returns:
        Seconds for each verdict, and the number of each kind.
    """
    times, kinds = [], Counter[str]()
    for _, problem, plan in cases:
        start = time.perf_counter()
        verdict = verify(problem, plan)
        times.append(time.perf_counter() - start)
        kinds[verdict.status] += 1
    return times, kinds


def main() -> int:
    """Print the figures; return 1 if a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=0, help="how many of each set; 0 for all")
    arguments = parser.parse_args()
    print(f"{platform.machine()}, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}")
    every: list[float] = []
    with SymbolicVerifier(workers=1) as verify:
        first, *_ = load("textbook")
        start = time.perf_counter()
        verify(*first[1:])
        started = time.perf_counter() - start
        for name in SETS:
            cases = load(name)[: arguments.cases or None]
            times, kinds = measure(cases, verify)
            every += times
            counts = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
            print(f"{name:12} {len(cases):4} plans: {counts}")
    missed = started > START_BAR
    print(f"first verdict, start of the child included  {started:6.3f} s  (bar {START_BAR:g})")
    for share, bar in BARS.items():
        found = percentile(every, share)
        missed = missed or found > bar
        print(f"verdict P{share}  {found * 1000:7.1f} ms  (bar {bar * 1000:g})")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
