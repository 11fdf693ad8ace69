"""Count the right plans of the running stack's model: `make bench-peers ONLY=plans`.

Asks 60 of the textbook problems of ``tests/client/problems``, each once at temperature 0, and counts the results.
It uses the settings of the command ``student``, and never asks the teacher.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from student_client import Outcome, Problem, RequestFailed, Settings, Student, TruncatedPlan
from student_client._bench.machine import machine, versions

from ops.lib import compose, env_file
from ops.verbs.bench import metadata
from tests.client.problems import load

COUNT = 60
KINDS = ("accepted", "rejected", "undecided", "no plan", "cut", "no answer", "not asked")


def problems(count: int) -> list[Problem]:
    """Return ``count`` textbook problems, evenly from all kinds."""
    every = [problem for _, problem, _ in load("textbook")]
    return [every[number * len(every) // count] for number in range(min(count, len(every)))]


def kind(outcome: Outcome) -> str:
    """Return the result of the one attempt."""
    if not outcome.attempts:
        return "not asked"
    attempt = outcome.attempts[0]
    if attempt.verdict is not None:
        return attempt.verdict.status
    if isinstance(attempt.error, RequestFailed):
        return "no answer"
    return "cut" if isinstance(attempt.error, TruncatedPlan) else "no plan"


def measure(student: Student, asked: list[Problem]) -> Iterator[tuple[str, Outcome]]:
    """Ask one problem after the other; yield the result of each."""
    for outcome in student.plan_many(asked, concurrency=1):
        yield kind(outcome), outcome


def record(settings: Settings, found: list[tuple[str, Outcome]], seconds: float) -> dict[str, Any]:
    """Return the measurement, as one line of a history."""
    kinds = Counter(name for name, _ in found)
    tokens = [one.attempts[0].tokens_out for _, one in found if one.attempts and one.attempts[0].tokens_out]
    return {
        "date": time.strftime("%Y-%m-%d"),
        "model": settings.model_name,
        "prompt": settings.prompt,
        "problems": len(found),
        **{name.replace(" ", "_"): kinds[name] for name in KINDS},
        "tokens": {"median": statistics.median(tokens), "most": max(tokens)} if tokens else None,
        "seconds": round(seconds, 1),
        "engine": metadata(compose.in_use(env_file.read())) if compose.running_engine() else {},
        "machine": machine(),
        "versions": versions(),
        "load": round(os.getloadavg()[0], 1),
    }


def main() -> int:
    """Print the counts; return 1 if a problem got no answer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--problems", type=int, default=COUNT, help=f"how many (default {COUNT})")
    parser.add_argument("--history", type=Path, help="file to which the figures are appended as one line of JSON")
    parser.add_argument("--verbose", action="store_true", help="show each problem and its result")
    arguments = parser.parse_args()
    settings = Settings.from_env().model_copy(update={"retry_temperatures": (), "teacher_mode": "off"})
    found, start = [], time.monotonic()
    with Student(settings) as student:
        for name, outcome in measure(student, problems(arguments.problems)):
            found.append((name, outcome))
            if arguments.verbose:
                text = outcome.attempts[0].text if outcome.attempts else ""
                print(f"{name:10} {outcome.problem.objective}; {outcome.problem.expression}\n           {text}")
    made = record(settings, found, time.monotonic() - start)
    print("\n".join(f"{name:10} {value}" for name, value in made.items()))
    if arguments.history:
        with arguments.history.open("a") as file:
            file.write(json.dumps(made) + "\n")
    return int(made["no_answer"] > 0)


if __name__ == "__main__":
    sys.exit(main())
