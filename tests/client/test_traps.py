"""No wrong plan for a problem with a trap is accepted, and most right ones are.

``TRAPS=20000`` in the environment runs the long form; ``TRAPS_SEED`` makes others, ``TRAPS_FAMILY`` only some.
"""

from __future__ import annotations

import os
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest
from student_client import SymbolicVerifier, Verdict
from student_client._plan import Plan

from .traps import FAMILIES, Trap, traps
from .traps.judge import conflicts

pytestmark = [pytest.mark.timeout(36000), pytest.mark.proves("security/model-output")]

COUNT = int(os.environ.get("TRAPS", "300"))
SEED = int(os.environ.get("TRAPS_SEED", "0"))
FAMILY = os.environ.get("TRAPS_FAMILY", "")
SHOWN = 40


@dataclass(frozen=True)
class Judged:
    family: str
    trap: Trap
    right: Verdict | None
    wrong: tuple[Verdict, ...]

    def accepted(self) -> list[str]:
        verdicts = [verdict for verdict in (self.right, *self.wrong) if verdict and verdict.status == "accepted"]
        return [verdict.result for verdict in verdicts if verdict.result is not None]

    def case(self) -> str:
        problem = self.trap.problem
        assumed = f" {dict(problem.assume)}" if problem.assume else ""
        return f"{self.family}: {problem.objective} ; {problem.expression} ; {', '.join(problem.variables)}{assumed}"


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    made = [(family, trap) for family, trap in traps(COUNT, SEED) if not FAMILY or family in FAMILY.split(",")]
    with SymbolicVerifier(wall_seconds=60, cpu_seconds=20, workers=2) as verify, ThreadPoolExecutor(2) as pool:

        def judge(pair: tuple[str, Trap]) -> Judged:
            family, trap = pair
            right = verify(trap.problem, trap.right) if trap.right else None
            return Judged(family, trap, right, tuple(verify(trap.problem, plan) for plan in trap.wrong))

        return list(pool.map(judge, made))


def steps(plan: Plan | None) -> str:
    if plan is None:
        return ""
    tools = [f"{step.tool} | {' | '.join(text for _, text in step.args)}" for step in plan.steps if step.type == "tool"]
    return " ; ".join([*tools, "final " + ", ".join(f"R{number}" for number in plan.answers)])


def show(judged: list[Judged], failures: list[tuple[str, str]]) -> None:
    """Print the counts by family, and the shortest failure of each kind."""
    print()
    for family in FAMILIES:
        here = [one for one in judged if one.family == family]
        rights = Counter(one.right.status for one in here if one.right)
        wrongs = Counter(verdict.status for one in here for verdict in one.wrong)
        if here:
            print(f"{family:12} {len(here):6} traps; right {dict(rights)}; wrong {dict(wrongs)}")
    for kind, count in Counter(kind for kind, _ in failures).most_common():
        print(f"{count:6} {kind}: {min((text for named, text in failures if named == kind), key=len)}")


def test_no_wrong_plan_is_accepted(judged: list[Judged]) -> None:
    failures = [
        (f"{one.trap.label}/{kind}", f"{one.case()} ; {steps(plan)} -> {verdict.result}: {verdict.reason}")
        for one in judged
        for plan, kind, verdict in zip(one.trap.wrong, one.trap.kinds, one.wrong, strict=True)
        if verdict.status == "accepted"
    ]
    show(judged, failures)
    assert not failures, f"{len(failures)} wrong plans accepted"


def test_right_plans_are_accepted(judged: list[Judged]) -> None:
    rights = [(one, one.right) for one in judged if one.right]
    failures = [
        (f"{one.trap.label} {made.status}", f"{one.case()} ; {steps(one.trap.right)} -> {made.result}: {made.reason}")
        for one, made in rights
        if made.status != "accepted"
    ]
    show(judged, failures)
    rejected = [text for kind, text in failures if kind.endswith("rejected")]
    assert len(failures) <= 0.05 * len(rights), f"{len(failures)} of {len(rights)} right plans not accepted"
    assert len(rejected) <= 0.01 * len(rights), f"{len(rejected)} of {len(rights)} right plans rejected"


def test_no_two_accepted_answers(judged: list[Judged]) -> None:
    found = []
    for one in judged:
        last = one.trap.right.steps[-2] if one.trap.right else None
        integral = last.args.var if last and last.type == "tool" and last.tool == "integrate" else ""
        several = bool(one.trap.right and len(one.trap.right.answers) > 1)
        found += [f"{one.case()}: {pair}" for pair in conflicts(one.accepted(), integral=integral, several=several)]
    assert not found, "\n".join(found[:SHOWN])


def test_understood_has_an_answer(judged: list[Judged]) -> None:
    """A problem with a right plan that was understood is not one whose every answer is refused."""
    refused = [
        f"{one.case()} ; {steps(one.trap.right)} -> {one.right.result}: {one.right.reason}"
        for one in judged
        if one.right and one.right.reading and one.right.status == "rejected"
    ]
    assert not refused, "\n".join(refused[:SHOWN])
