"""Problems of authors who did not see the verifier: no wrong plan is accepted, right ones are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import pytest
from student_client import Problem, SymbolicVerifier, Verdict

from ..problems import load

WORKERS = 2
pytestmark = pytest.mark.proves("security/model-output")


@pytest.fixture(scope="module")
def verify() -> Iterator[SymbolicVerifier]:
    with SymbolicVerifier(wall_seconds=120, workers=WORKERS) as verifier:
        yield verifier


def posed(name: str) -> list[tuple[str, Problem]]:
    return [
        (f"{label}: {problem.objective} ; {problem.expression} ; {plan.to_json()}", problem)
        for label, problem, plan in load(name)
    ]


@cache
def judged(name: str, verify: SymbolicVerifier) -> list[tuple[str, Verdict]]:
    shown = (text for text, _ in posed(name))
    with ThreadPoolExecutor(WORKERS) as both:
        verdicts = both.map(lambda case: verify(case[1], case[2]), load(name))
    return list(zip(shown, verdicts, strict=True))


@pytest.mark.parametrize(
    "name",
    [
        "subtle",
        "traps",
        "attacked",
        "attacked_words",
        "attacked_more",
        "attacked_notation",
        "attacked_today",
        "attacked_concepts",
        "attacked_among",
        "attacked_requests",
        "books_wrong",
        "bench_wrong",
        "four_authors_wrong",
        "fresh_wrong",
        "further_tasks_wrong",
        "remarked_wrong",
        "conditioned_wrong",
        "school_wrong",
        "calculus_wrong",
        "judged_words_wrong",
        "tools_wrong",
        "outsider_wrong",
        "exercises_wrong",
        "homework_wrong",
        "worded_wrong",
        "lectures_wrong",
        "everyday_wrong",
        "unseen_wrong",
        "plainer_wrong",
        "abroad_wrong",
        "campus_wrong",
        "two_authors_wrong",
        "families_wrong",
        "solver_box_wrong",
        "chats_wrong",
        "casual_wrong",
        "courses_wrong",
        "told_wrong",
        "storied_wrong",
        "known_wrong",
        "linear_wrong",
        "vectors_wrong",
        "asked_wrong",
        "sheets_wrong",
        "wide_wrong",
        "newest_wrong",
        "later_wrong",
        "blind_wrong",
        "university_wrong",
    ],
)
def test_no_wrong_plan_is_accepted(name: str, verify: SymbolicVerifier) -> None:
    found = judged(name, verify)
    assert [(case, verdict.reason) for case, verdict in found if verdict.status == "accepted"] == []
    unread = {"attacked_concepts", "attacked_among", "attacked_requests"}
    expected = {"undecided"} if name in unread else {"rejected", "undecided"}
    assert {verdict.status for _, verdict in found} == expected
    assert [(case, verdict.reason) for case, verdict in found if verdict.reason.startswith("the verifier")] == []


@pytest.mark.parametrize(
    ("name", "share"),
    [
        ("textbook", 0.88),
        ("right_traps", 0.88),
        ("judged_words", 0.95),
        ("tools", 0.8),
        ("outsider", 0.9),
        ("exercises", 0.85),
        ("homework", 0.9),
        ("worded", 0.9),
        ("lectures", 0.88),
        ("everyday", 0.95),
        ("unseen", 0.75),
        ("plainer", 0.95),
        ("abroad", 0.95),
        ("campus", 0.95),
        ("two_authors", 0.95),
        ("families", 0.95),
        ("solver_box", 0.65),
        ("chats", 0.9),
        ("casual", 0.4),
        ("courses", 0.7),
        ("told", 0.95),
        ("storied", 0.6),
        ("known", 0.97),
        ("linear", 0.95),
        ("vectors", 0.95),
        ("asked", 0.95),
        ("sheets", 0.95),
        ("school", 0.85),
        ("books", 0.65),
        ("bench", 0.75),
        ("four_authors", 0.74),
        ("fresh", 0.88),
        ("further_tasks", 0.95),
        ("remarked", 0.7),
        ("conditioned", 0.8),
        ("calculus", 0.95),
        ("wide", 0.7),
        ("newest", 0.6),
        ("later", 0.7),
        ("blind", 0.6),
        ("university", 0.95),
    ],
)
def test_right_plans_are_accepted(name: str, share: float, verify: SymbolicVerifier) -> None:
    found = judged(name, verify)
    counts = Counter(verdict.status for _, verdict in found)
    assert [(case, verdict.reason) for case, verdict in found if verdict.status == "rejected"] == []
    assert counts["accepted"] >= share * len(found), counts


def test_accepted_says_what_was_read(verify: SymbolicVerifier) -> None:
    found = [verdict for _, verdict in judged("textbook", verify) if verdict.status == "accepted"]
    assert all(verdict.reading and verdict.latex for verdict in found)


@pytest.mark.parametrize(
    "name",
    [
        "textbook",
        "right_traps",
        "judged_words",
        "outsider",
        "exercises",
        "homework",
        "worded",
        "lectures",
        "everyday",
        "unseen",
        "campus",
        "two_authors",
        "families",
        "solver_box",
        "told",
    ],
)
def test_unreadable_is_known_first(name: str, verify: SymbolicVerifier) -> None:
    """Before anyone is asked."""
    unread = {shown for shown, problem in posed(name) if verify.read(problem).understood is False}
    verdicts = judged(name, verify)
    assert {shown for shown, verdict in verdicts if verdict.status == "accepted"}.isdisjoint(unread)
    assert {shown for shown, verdict in verdicts if verdict.final} == unread
