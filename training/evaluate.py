"""Measure the model through the running stack: `python -m training.evaluate --fresh 1000`.

A plan is right if, run with SymPy, it gives the ground truth. Fresh problems have expressions that training never sees.
"""

from __future__ import annotations

import argparse
import collections
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from student_client import SymbolicVerifier
from student_client._errors import InvalidPlan
from student_client._plan import Plan
from student_client._problem import Problem
from student_client._settings import Settings
from student_client._verifying.executor import RunError

from tests.client.problems import load
from training.ask import PROJECT, ask
from training.generate import HANDWRITTEN, bare, handwritten, held_out
from training.problems import sample
from training.truth import NotComparable, TooSlow, agrees_with_answer, agrees_with_plan, answered

BUCKETS = (10, 20, 30, 45, 60, 80, 1000)


@dataclass(frozen=True)
class Case:
    """A problem, its kind, and its ground truth: the right plan, or an answer, or neither."""

    problem: Problem
    kind: str
    plan: Plan | None = None
    answer: str | list[str] | None = None
    outcome: str = ""
    text: str = ""
    seconds: float = 0.0


def fresh(count: int, seed: int) -> Iterator[Case]:
    """Yield new problems of the generator with held-out expressions, each with an answer that its plan gives."""
    rng, taboo = random.Random(seed), handwritten()
    seen: set[str] = set()
    while len(seen) < count:
        drawn = sample(rng, longest=80)
        name = bare(drawn.expression)
        if held_out(drawn.expression) and name not in seen and name not in taboo and answered(drawn.plan):
            seen.add(name)
            yield Case(Problem(drawn.objective, drawn.expression, drawn.variables), drawn.kind, plan=drawn.plan)


def from_file(path: Path) -> Iterator[Case]:
    """Yield the problems of a JSON Lines file, with or without an answer."""
    for line in path.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        problem = Problem(data["objective"], data["expression"], data["variables"])
        yield Case(problem, data.get("kind", "?"), answer=data.get("answer"))


def from_set(name: str) -> Iterator[Case]:
    """Yield the problems of a set of the verifier's tests, with their right plans."""
    yield from (Case(problem, label, plan=plan) for label, problem, plan in load(name))


def judge(case: Case, text: str, verify: SymbolicVerifier | None = None) -> str:
    """Return "right", "wrong", "invalid", "unknown" (SymPy gives no result), or "valid" if there is no truth.

    A plan that a verifier accepts is right, too, as another way to the answer.
    """
    try:
        plan = Plan.parse(text)
    except InvalidPlan:
        return "invalid"
    outcome = _compared(case, plan)
    other = verify is not None and outcome not in ("right", "valid") and verify(case.problem, plan).status == "accepted"
    return "right" if other else outcome


def _compared(case: Case, plan: Plan) -> str:
    """Compare a plan with the truth."""
    try:
        if case.plan is not None:
            return "right" if agrees_with_plan(plan, case.plan) else "wrong"
        if case.answer is not None:
            return "right" if agrees_with_answer(plan, case.kind, case.answer) else "wrong"
    except RunError as error:
        return "wrong" if error.wrong else "unknown"
    except (TooSlow, NotComparable, ValueError, TypeError, NotImplementedError, RecursionError):
        return "unknown"
    return "valid"


def table(title: str, cases: Iterable[Case], key: Any) -> str:
    """Return a Markdown table of the outcomes by ``key``."""
    rows: dict[Any, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for case in cases:
        for name in (key(case), "all"):
            rows[name][case.outcome] += 1
    lines = [f"| {title} | problems | right | share | wrong | invalid | unknown |", "|---|---|---|---|---|---|---|"]
    for name in sorted(rows, key=lambda name: (name == "all", name if isinstance(name, int) else -rows[name].total())):
        row = rows[name]
        good = row["right"] + row["valid"]
        label = f"to {name} characters" if isinstance(name, int) else name
        counts = " | ".join(str(row[outcome]) for outcome in ("wrong", "invalid", "unknown"))
        lines.append(f"| {label} | {row.total()} | {good} | {good / row.total():.1%} | {counts} |")
    return "\n".join(lines)


def _family(kind: str) -> str:
    """Return a kind's row in the table."""
    told = kind.startswith("told: ")
    return "told in sentences" if told else "two tools in a row" if ", " in kind else kind


def main() -> None:
    """Ask, judge, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stack", type=Path, default=PROJECT, help="the stack's folder (default: this one)")
    parser.add_argument("--fresh", type=int, default=0, help="ask this many fresh problems of the generator")
    parser.add_argument("--seed", type=int, default=20_261)
    parser.add_argument(
        "--file", type=Path, default=HANDWRITTEN, help="ask the problems of this file (default: the handwritten ones)"
    )
    parser.add_argument("--set", help="ask the problems of a set of the verifier's tests, such as textbook")
    parser.add_argument("--free", action="store_true", help="do not constrain the answer by the schema")
    parser.add_argument("--show", action="store_true", help="print what is not right")
    parser.add_argument("--save", type=Path, help="write every problem with the answer, as JSON Lines")
    options = parser.parse_args()
    settings, done = Settings.from_env({}, options.stack), []
    source = from_set(options.set) if options.set else from_file(options.file)
    verify = SymbolicVerifier() if options.set or options.fresh else None
    for case in fresh(options.fresh, options.seed) if options.fresh else source:
        got = ask(settings, case.problem, constrained=not options.free)
        outcome = judge(case, got.text, verify)
        done.append(replace(case, outcome=outcome, text=got.text, seconds=got.seconds))
        if options.show and done[-1].outcome not in ("right", "valid"):
            problem = case.problem
            asked = f"{problem.objective} | {problem.expression} | {list(problem.variables)}"
            print(f"{done[-1].outcome}: {case.kind} | {asked}\n    {got.text}")
    if options.save:
        rows = ({**vars(c.problem), "kind": c.kind, "outcome": c.outcome, "text": c.text} for c in done)
        options.save.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    print(table("kind", done, lambda c: _family(c.kind)), end="\n\n")
    print(table("expression", done, lambda c: next(b for b in BUCKETS if len(c.problem.expression) <= b)))
    times = sorted(case.seconds * 1000 for case in done)
    middle, high = times[len(times) // 2], times[len(times) * 95 // 100]
    print(f"\none request, the gateway included: {middle:.0f} ms (median), {high:.0f} ms (95 %)")


if __name__ == "__main__":
    main()
