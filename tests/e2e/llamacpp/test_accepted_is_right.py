"""Accepted plans are right: fresh problems through the real gateway and model, judged against ground truth.

PROBLEMS=1000 solves more than the tests' usual number.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections import Counter

import httpx2
import pytest
from student_client import Plan, Settings, Student, SymbolicVerifier
from student_client._verifying.executor import answer, run_plan

from tests.conftest import Stack, wait_until
from training.evaluate import Case, fresh, judge

pytestmark = [pytest.mark.docker, pytest.mark.timeout(3600, method="thread")]

COUNT = int(os.environ.get("PROBLEMS", "100"))
SEED = 7
"""Differs from the seed of the model's own measurement, so that these problems are new."""


@pytest.fixture
def fast_key(stack: Stack) -> str:
    """A key of the test's own, without the usual limit of requests a minute."""
    token = f"sk-{secrets.token_hex(16)}"
    keys = stack.path / "state" / "gateway" / "keys"
    new = keys.with_name("keys.new")
    new.touch(0o600)
    new.write_text(f"{keys.read_text()}truth {hashlib.sha256(token.encode()).hexdigest()} rpm=100000\n")
    os.chown(new, keys.stat().st_uid, keys.stat().st_gid)
    new.rename(keys)
    headers = {"Authorization": f"Bearer {token}"}
    models = f"{stack.api}/v1/models"
    wait_until(lambda: httpx2.get(models, headers=headers, timeout=60).status_code == 200, 10, "the key is known")
    return token


def found(case: Case, plan: Plan) -> str:
    """Return the verdict on an accepted plan; a plan with other tools is right if its answer is the same."""
    word = judge(case, plan.to_json())
    if word == "wrong" and case.plan is not None:
        same = answer(plan, run_plan(plan)) == answer(case.plan, run_plan(case.plan))
        word = "right" if same else "wrong"
    return word


def test_accepted_is_right(stack: Stack, fast_key: str) -> None:
    cases = list(fresh(COUNT, SEED))
    values = {"model_name": "student-nano", "api_base": f"{stack.api}/v1", "api_key": fast_key}
    # Bounds a plan that does not end at temperature 0.3, which would last minutes on a busy host.
    values |= {"max_tokens": 512, "timeout_seconds": 300, "deadline_seconds": 900}
    settings = Settings.model_validate(values)
    counts: Counter[str] = Counter()
    doubtful: list[str] = []
    # Limits processor time, not clock time: a busy host's undecided plans do not measure the client.
    with SymbolicVerifier(wall_seconds=120) as verifier, Student(settings, verifier=verifier) as student:
        outcomes = student.plan_many((case.problem for case in cases), concurrency=4)
        for case, outcome in zip(cases, outcomes, strict=True):
            assert outcome.error is None, outcome.error
            last = outcome.verdict.status if outcome.verdict else "not a plan"
            if outcome.plan is not None:
                last = f"accepted, {found(case, outcome.plan)}"
            counts[last] += 1
            if last not in {"accepted, right", "rejected", "not a plan"}:
                shown = next((one.text for one in reversed(outcome.attempts) if one.plan), None)
                doubtful.append(f"{last}: {case.problem} {shown} {outcome.verdict and outcome.verdict.reason}")
    print(f"{COUNT} problems, seed {SEED}: {dict(counts)}", *doubtful, sep="\n")
    assert not [line for line in doubtful if line.startswith("accepted, wrong")]
    assert counts["accepted, right"] > COUNT / 2
