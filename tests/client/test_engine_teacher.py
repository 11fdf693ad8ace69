"""A second real engine as teacher: it is asked when a real student fails, with its own key, and judged alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from student_client import (
    AuthenticationFailed,
    InvalidPlan,
    Problem,
    RequestFailed,
    Settings,
    Student,
    SymbolicVerifier,
)

from ..conftest import free_port
from .engines import KINDS, MODEL, Engine, engine

pytestmark = pytest.mark.docker

PROBLEM = Problem("integrate", r"\int x^2 \sin x\,dx", ["x"])
HARD = Problem(
    "differentiate",
    r"x^{x^{x^{x}}} + \left|\sin\left(\left|x\right|+\left|x^{x}"
    r"-\left|\cos\left(x^{x^{x}}\right)\right|\right|\right)\right|",
    ["x"],
)
"""A problem that is understood, but for which the model writes a wrong plan."""


@pytest.fixture(scope="module", params=KINDS)
def teacher(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with engine(KINDS[request.param], tmp_path_factory.mktemp("teacher")) as running:
        yield running


@pytest.fixture(scope="module")
def poor_student(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The same model behind a chat template that is not its own, an operator's usual mistake: its plans are wrong."""
    folder = tmp_path_factory.mktemp("student")
    with engine(KINDS["llamacpp"], folder, "--chat-template", "chatml") as running:
        yield running


@pytest.fixture(scope="module")
def verifier() -> Iterator[SymbolicVerifier]:
    with SymbolicVerifier() as made:
        yield made


def configured(student: Engine, teacher: Engine, **fields: Any) -> Settings:
    return Settings.model_validate(
        {
            "model_name": MODEL,
            "api_base": student.base,
            "api_key": student.key,
            "timeout_seconds": 300,  # of a busy host
            "deadline_seconds": 900,
            "teacher_mode": "openai",
            "teacher_model": MODEL,
            "teacher_api_base": teacher.base,
            "teacher_api_key": teacher.key,
        }
        | fields
    )


def test_wrong_student_is_helped(poor_student: Engine, teacher: Engine, verifier: SymbolicVerifier) -> None:
    with Student(configured(poor_student, teacher), verifier=verifier) as student:
        outcome = student.plan(PROBLEM)
    *own, last = outcome.attempts
    assert [attempt.author for attempt in own] == ["student"] * 3
    assert all(attempt.text for attempt in own)
    assert not [attempt for attempt in own if attempt.verdict and attempt.verdict.status == "accepted"]
    assert (outcome.accepted, outcome.author, last.author) == (True, "teacher", "teacher")
    assert last.tokens_in
    assert last.tokens_out
    assert outcome.cost is None  # this teacher's price is not known


def test_absent_student_is_helped(teacher: Engine, verifier: SymbolicVerifier) -> None:
    nobody = Engine(f"http://127.0.0.1:{free_port()}/v1", "sk-unused")
    with Student(configured(nobody, teacher), verifier=verifier) as student:
        outcome = student.plan(PROBLEM)
    assert (outcome.accepted, outcome.author, len(outcome.attempts)) == (True, "teacher", 2)
    assert isinstance(outcome.attempts[0].error, RequestFailed)


def test_wrong_teacher_is_rejected(poor_student: Engine, teacher: Engine, verifier: SymbolicVerifier) -> None:
    with Student(configured(poor_student, teacher), verifier=verifier) as student:
        outcome = student.plan(HARD)
    assert (outcome.accepted, outcome.plan, outcome.author) == (False, None, None)
    assert outcome.attempts[-1].author == "teacher"
    assert outcome.attempts[-1].text
    assert not isinstance(outcome.attempts[-1].error, InvalidPlan)


def test_engines_keep_their_own_keys(poor_student: Engine, teacher: Engine, verifier: SymbolicVerifier) -> None:
    settings = configured(poor_student, teacher, teacher_api_key=poor_student.key)
    with Student(settings, verifier=verifier) as student, pytest.raises(AuthenticationFailed) as caught:
        student.plan(PROBLEM)
    assert "TEACHER_API_KEY" in str(caught.value)
    assert poor_student.key not in str(caught.value)
