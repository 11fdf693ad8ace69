"""A plan that was changed so that its result is wrong is never accepted.

``MUTATIONS=12000`` in the environment runs the long form: ten thousand of these have a wrong result.
"""

from __future__ import annotations

import os
import random
from concurrent.futures import ThreadPoolExecutor

import pytest
from student_client._plan import Plan
from student_client._problem import Problem
from student_client._verdict import Verdict
from student_client._verifying.symbolic import SymbolicVerifier

from .mutations import differs, mutate
from .pairs import RIGHT

pytestmark = [pytest.mark.timeout(7200), pytest.mark.proves("security/model-output")]

COUNT = int(os.environ.get("MUTATIONS", "300"))


def mutated(count: int) -> list[tuple[Problem, Plan, Plan]]:
    """Return plans with one change or, less often, two or three; none twice."""
    rng = random.Random(20261123)
    made: dict[tuple[int, str], tuple[Problem, Plan, Plan]] = {}
    while len(made) < count:
        index = rng.randrange(len(RIGHT))
        problem, right = RIGHT[index]
        wrong: Plan | None = right
        for _ in range(rng.choice((1, 1, 1, 2, 3))):
            wrong = wrong and mutate(wrong, rng)
        if wrong is not None and wrong != right:
            made[index, wrong.to_json()] = (problem, right, wrong)
    return list(made.values())


def is_wrong(right: Plan, result: str, other: str) -> bool | None:
    last = right.steps[-2]
    variable = last.args.var if last.type == "tool" and last.tool == "integrate" else None
    return differs(result, other, antiderivatives_in=variable)


def test_wrong_mutation_not_accepted() -> None:
    plans = mutated(COUNT)
    with SymbolicVerifier(wall_seconds=60, cpu_seconds=5, workers=2) as verify, ThreadPoolExecutor(2) as pool:
        truths = dict(zip(range(len(RIGHT)), pool.map(lambda pair: verify(*pair), RIGHT), strict=True))
        results = {right.to_json(): truths[index].result or "" for index, (_, right) in enumerate(RIGHT)}
        verdicts: list[Verdict] = list(pool.map(lambda made: verify(made[0], made[2]), plans))
    wrong, unclear, accepted = 0, 0, []
    for (problem, right, changed), verdict in zip(plans, verdicts, strict=True):
        if verdict.result is None:
            continue
        found = is_wrong(right, results[right.to_json()], verdict.result)
        wrong, unclear = wrong + (found is True), unclear + (found is None)
        if verdict.status == "accepted" and found is not False:
            accepted.append((problem, changed.to_json(), verdict))
    states = [verdict.status for verdict in verdicts]
    print(f"\n{len(plans)} plans, {wrong} with a wrong result and {unclear} not compared;", end=" ")
    print(f"{len(accepted)} of these accepted;", {state: states.count(state) for state in sorted(set(states))})
    assert not accepted
    assert wrong > 0.5 * len(plans)
