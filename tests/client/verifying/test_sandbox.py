"""The verifier's child process: kept between plans, held to its limits, replaced when it is lost."""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from student_client._verdict import Reading, Verdict
from student_client._verifying import choice, sandbox
from student_client._verifying.symbolic import SymbolicVerifier

from tests.conftest import wait_until

from ..plans import plan, problem

pytestmark = pytest.mark.proves("security/model-output")

POSED, RIGHT, WRONG = problem("expand", "(x+1)^2"), plan("expand | (x+1)**2"), plan("expand | (x+2)**2")
ENDLESS = plan("expand | (a+b+c+u+v+w+x+y+z)**60")


@pytest.fixture
def verify() -> Iterator[SymbolicVerifier]:
    with SymbolicVerifier(workers=1) as verifier:
        yield verifier


def pid(verifier: SymbolicVerifier) -> int:
    found = verifier._pool.workers[0].pid
    assert found is not None
    return found


def gone(process: int) -> bool:
    return not Path(f"/proc/{process}").exists()


def test_one_child_judges_many(verify: SymbolicVerifier) -> None:
    assert verify(POSED, RIGHT).status == "accepted"
    first = pid(verify)
    assert [verify(POSED, tried).status for tried in (WRONG, RIGHT, WRONG)] == ["rejected", "accepted", "rejected"]
    assert pid(verify) == first


def test_child_starts_when_needed() -> None:
    with SymbolicVerifier(workers=3) as verifier:
        assert [worker.pid for worker in verifier._pool.workers] == [None] * 3
        verifier(POSED, RIGHT)
        assert sum(worker.pid is not None for worker in verifier._pool.workers) == 1


def test_slow_plan_is_undecided() -> None:
    """The next one is judged."""
    with SymbolicVerifier(workers=1, wall_seconds=3) as verifier:
        verifier(POSED, RIGHT)
        first = pid(verifier)
        verdict = verifier(POSED, ENDLESS)
        assert (verdict.status, verdict.reason) == ("undecided", "no verdict within 3 s")
        wait_until(lambda: gone(first), 5, "the child that took too long is ended")
        assert verifier(POSED, RIGHT).status == "accepted"


def test_kernel_ends_a_busy_child() -> None:
    """It has used up its processor time."""
    with SymbolicVerifier(workers=1, wall_seconds=60, cpu_seconds=1) as verifier:
        verdict = verifier(POSED, ENDLESS)
    assert verdict.status == "undecided"
    assert "used up its processor time" in verdict.reason


def test_large_plan_is_undecided() -> None:
    with SymbolicVerifier(workers=1, wall_seconds=60, cpu_seconds=50, memory_mb=230) as verifier:
        verdict = verifier(POSED, plan("substitute | 2**(3**x) | x | 25"))
        assert verdict.status == "undecided"
        assert verifier(POSED, RIGHT).status == "accepted"


def test_killed_child_is_replaced(verify: SymbolicVerifier) -> None:
    verify(POSED, RIGHT)
    first = pid(verify)
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    assert verify(POSED, RIGHT).status == "accepted"
    assert pid(verify) != first


def test_child_is_shut_in(verify: SymbolicVerifier, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has no environment and cannot write."""
    monkeypatch.setenv("STUDENT_API_KEY", "secret")
    verify(POSED, RIGHT)
    names = {entry.split(b"=")[0] for entry in Path(f"/proc/{pid(verify)}/environ").read_bytes().split(b"\0") if entry}
    assert names <= {b"PYTHONHASHSEED", b"PYDANTIC_DISABLE_PLUGINS", b"SYMPY_GROUND_TYPES"}
    limits = Path(f"/proc/{pid(verify)}/limits").read_text()
    values = {line[:25].strip(): line[26:].split()[0] for line in limits.splitlines()[1:]}
    assert values["Max file size"] == "0"
    assert values["Max address space"] == str(1024 << 20)


def test_child_leads_a_session(verify: SymbolicVerifier) -> None:
    verify(POSED, RIGHT)
    assert os.getsid(pid(verify)) == pid(verify) != os.getsid(0)


def test_close_ends_the_child(verify: SymbolicVerifier) -> None:
    """A later call starts another."""
    verify(POSED, RIGHT)
    first = pid(verify)
    verify.close()
    assert gone(first)
    assert verify(POSED, RIGHT).status == "accepted"


def test_forgotten_verifier_ends_it() -> None:
    verifier = SymbolicVerifier(workers=1)
    verifier(POSED, RIGHT)
    first = pid(verifier)
    del verifier
    wait_until(lambda: gone(first), 5, "the child is ended with its verifier")


@pytest.mark.parametrize(("module", "name"), [("sympy", "SymPy"), ("flint", "python-flint")])
def test_no_packages_has_a_fix(module: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda sought: None if sought == module else sought)
    text = f"{name} is not installed. Fix: pip install sympy python-flint"
    with SymbolicVerifier(workers=1) as verifier:
        verifier.start()
        assert verifier(POSED, RIGHT) == Verdict("undecided", text, final=True)
        assert verifier.read(POSED) == Reading(None, text)
        assert verifier._pool.workers[0].pid is None
    with choice.verifier_for(None) as chosen:
        assert chosen is choice.structure_only


def test_started_child_judges() -> None:
    with SymbolicVerifier(workers=2) as verifier:
        verifier.start()
        wait_until(
            lambda: all(worker.warmth == 2 for worker in verifier._pool.workers), 60, "the children have started"
        )
        started = {worker.pid for worker in verifier._pool.workers}
        assert verifier(POSED, RIGHT).status == "accepted"
        assert {worker.pid for worker in verifier._pool.workers} == started


def test_child_starts_in_seconds(verify: SymbolicVerifier) -> None:
    verify(POSED, RIGHT)  # the first one may have to compile
    verify.close()
    verify.start()
    wait_until(lambda: verify._pool.workers[0].warmth == 2, 60, "the child has started")
    words = Path(f"/proc/{pid(verify)}/stat").read_text().rpartition(")")[2].split()
    assert (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK") < 2  # half a second is usual


def test_failed_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = "import sys; sys.modules['student_client._verifying.judge'] = None\nmain()"
    with SymbolicVerifier(workers=1) as verifier:
        monkeypatch.setattr(sandbox, "PROGRAM", sandbox.PROGRAM.replace("main()", broken))
        assert verifier(POSED, RIGHT).reason.startswith("the verifier's process cannot start: ModuleNotFoundError: ")
        monkeypatch.setattr(sandbox, "PROGRAM", "raise SystemExit(3)")
        assert verifier(POSED, RIGHT).reason == "the verifier's process ended: exit code 3"
        monkeypatch.setattr(sandbox, "START_SECONDS", 0.2)
        monkeypatch.setattr(sandbox, "PROGRAM", "import time; time.sleep(60)")
        assert verifier(POSED, RIGHT).reason == "no start within 0.2 s"
        monkeypatch.setattr(sandbox, "_interpreter", lambda: "/nonexistent/python")
        verifier.start()
        assert verifier(POSED, RIGHT).reason.startswith("the verifier's process cannot be started: [Errno 2]")


def test_embedding_program(monkeypatch: pytest.MonkeyPatch) -> None:
    real = sandbox._interpreter()
    monkeypatch.setattr(sys, "executable", shutil.which("true"))
    assert Path(sandbox._interpreter()).resolve() == Path(real).resolve()
    monkeypatch.setattr(sys, "prefix", "/nonexistent")
    assert Path(sandbox._interpreter()).resolve() == Path(real).resolve()
    monkeypatch.setattr(sys, "base_prefix", "/nonexistent")
    assert sandbox._interpreter() == sys.executable


def test_bytecode_as_the_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert sandbox._bytecode() == ["-B"]
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", "/tmp/cache")
    assert sandbox._bytecode() == ["-Xpycache_prefix=/tmp/cache"]
    monkeypatch.setattr(sys, "pycache_prefix", None)
    assert sandbox._bytecode() == []
