"""Problems of authors who did not see the verifier: no wrong plan is accepted, right ones are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from student_client import SymbolicVerifier, Verdict

from ..problems import load


@pytest.fixture(scope="module")
def verify() -> Iterator[SymbolicVerifier]:
    with SymbolicVerifier(wall_seconds=120, workers=2) as verifier:
        yield verifier


def judged(name: str, verify: SymbolicVerifier) -> list[tuple[str, Verdict]]:
    cases = load(name)
    shown = [
        f"{label}: {problem.objective} ; {problem.expression} ; {plan.to_json()}" for label, problem, plan in cases
    ]
    return list(zip(shown, (verify(problem, plan) for _, problem, plan in cases), strict=True))


@pytest.mark.parametrize("name", ["subtle", "traps", "attacked"])
def test_no_wrong_plan_is_accepted(name: str, verify: SymbolicVerifier) -> None:
    found = judged(name, verify)
    assert [(case, verdict.reason) for case, verdict in found if verdict.status == "accepted"] == []
    assert {verdict.status for _, verdict in found} == {"rejected", "undecided"}


@pytest.mark.parametrize(("name", "share"), [("textbook", 0.88), ("right_traps", 0.88)])
def test_right_plans_are_accepted(name: str, share: float, verify: SymbolicVerifier) -> None:
    found = judged(name, verify)
    counts = Counter(verdict.status for _, verdict in found)
    assert [(case, verdict.reason) for case, verdict in found if verdict.status == "rejected"] == []
    assert counts["accepted"] >= share * len(found), counts


def test_an_accepted_verdict_says_what_was_read(verify: SymbolicVerifier) -> None:
    found = [verdict for _, verdict in judged("textbook", verify) if verdict.status == "accepted"]
    assert all(verdict.reading and verdict.latex for verdict in found)
