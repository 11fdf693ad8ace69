"""The verifier's child process: kept between plans, held to its limits, replaced when it is lost."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from student_client._verifying import symbolic as _verify
from student_client._verifying.symbolic import SymbolicVerifier

from tests.conftest import wait_until

from .plans import plan, problem

POSED, RIGHT, WRONG = problem("expand", "(x+1)^2"), plan("expand | (x+1)**2"), plan("expand | (x+2)**2")
ENDLESS = plan("expand | (a+b+c+u+v+w+x+y+z)**60")


@pytest.fixture
def verify() -> Iterator[SymbolicVerifier]:
    with SymbolicVerifier(workers=1) as verifier:
        yield verifier


def pid(verifier: SymbolicVerifier) -> int:
    found = verifier._all[0].pid
    assert found is not None
    return found


def gone(process: int) -> bool:
    return not Path(f"/proc/{process}").exists()


def test_one_child_judges_many_plans(verify: SymbolicVerifier) -> None:
    assert verify(POSED, RIGHT).status == "accepted"
    first = pid(verify)
    assert [verify(POSED, tried).status for tried in (WRONG, RIGHT, WRONG)] == ["rejected", "accepted", "rejected"]
    assert pid(verify) == first


def test_no_child_is_started_before_it_is_needed() -> None:
    with SymbolicVerifier(workers=3) as verifier:
        assert [worker.pid for worker in verifier._all] == [None] * 3
        verifier(POSED, RIGHT)
        assert sum(worker.pid is not None for worker in verifier._all) == 1


def test_threads_share_the_children() -> None:
    with SymbolicVerifier(workers=2) as verifier, ThreadPoolExecutor(8) as pool:
        tried = [RIGHT, WRONG] * 12
        verdicts = list(pool.map(lambda made: verifier(POSED, made), tried))
        assert [verdict.status for verdict in verdicts] == ["accepted", "rejected"] * 12
        assert sum(worker.pid is not None for worker in verifier._all) == 2


def test_a_plan_that_takes_too_long_is_undecided_and_the_next_one_is_judged() -> None:
    with SymbolicVerifier(workers=1, wall_seconds=3) as verifier:
        verifier(POSED, RIGHT)
        first = pid(verifier)
        verdict = verifier(POSED, ENDLESS)
        assert (verdict.status, verdict.reason) == ("undecided", "no verdict within 3 s")
        wait_until(lambda: gone(first), 5, "the child that took too long is ended")
        assert verifier(POSED, RIGHT).status == "accepted"


def test_the_kernel_ends_a_child_that_uses_up_its_processor_time() -> None:
    with SymbolicVerifier(workers=1, wall_seconds=60, cpu_seconds=1) as verifier:
        verdict = verifier(POSED, ENDLESS)
    assert verdict.status == "undecided"
    assert "used up its processor time" in verdict.reason


def test_a_plan_that_wants_too_much_memory_is_undecided() -> None:
    with SymbolicVerifier(workers=1, wall_seconds=60, cpu_seconds=50, memory_mb=230) as verifier:
        verdict = verifier(POSED, plan("substitute | 2**(3**x) | x | 25"))
        assert verdict.status == "undecided"
        assert verifier(POSED, RIGHT).status == "accepted"


def test_a_child_that_is_killed_while_it_waits_is_replaced(verify: SymbolicVerifier) -> None:
    verify(POSED, RIGHT)
    first = pid(verify)
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    assert verify(POSED, RIGHT).status == "accepted"
    assert pid(verify) != first


def test_the_child_has_no_environment_and_cannot_write(
    verify: SymbolicVerifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STUDENT_API_KEY", "secret")
    verify(POSED, RIGHT)
    names = {entry.split(b"=")[0] for entry in Path(f"/proc/{pid(verify)}/environ").read_bytes().split(b"\0") if entry}
    assert names <= {b"PYTHONPATH", b"PYTHONHASHSEED"}
    limits = Path(f"/proc/{pid(verify)}/limits").read_text()
    values = {line[:25].strip(): line[26:].split()[0] for line in limits.splitlines()[1:]}
    assert values["Max file size"] == "0"
    assert values["Max address space"] == str(1024 << 20)


def test_the_child_leads_a_session_of_its_own(verify: SymbolicVerifier) -> None:
    verify(POSED, RIGHT)
    assert os.getsid(pid(verify)) == pid(verify) != os.getsid(0)


def test_closing_ends_the_child_and_a_later_call_starts_another(verify: SymbolicVerifier) -> None:
    verify(POSED, RIGHT)
    first = pid(verify)
    verify.close()
    assert gone(first)
    assert verify(POSED, RIGHT).status == "accepted"


def test_a_verifier_that_nobody_closed_leaves_no_child() -> None:
    verifier = SymbolicVerifier(workers=1)
    verifier(POSED, RIGHT)
    first = pid(verifier)
    del verifier
    wait_until(lambda: gone(first), 5, "the child is ended with its verifier")


def test_without_sympy_every_plan_is_undecided_with_the_fix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_verify.importlib.util, "find_spec", lambda name: None)
    with SymbolicVerifier(workers=1) as verifier:
        verdict = verifier(POSED, RIGHT)
    assert verdict.status == "undecided"
    assert verdict.reason == "SymPy is not installed. Fix: pip install 'student-client[verify]'"
