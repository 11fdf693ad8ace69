"""A judge without SymPy, for tests of the processes alone: its children start in a tenth of a second."""

from __future__ import annotations

import pytest
from student_client._plan import Plan
from student_client._verdict import Verdict
from student_client._verifying import sandbox
from student_client._verifying.symbolic import SymbolicVerifier

from ..plans import plan, problem

JUDGE = """\
import os, sys, time, types

def judge(problem, plan):
    from student_client._verdict import Verdict
    match problem.objective.split():
        case ["sleep", seconds]: time.sleep(float(seconds))
        case ["leak", megabytes]: kept.append(bytearray(b"x" * (1 << 20)) * int(megabytes))
        case ["need"]: raise MemoryError
        case ["die"]: os._exit(7)
        case ["print"]: print("noise", flush=True)
        case ["long"]: return Verdict("accepted", "long", "x" * 30_000)
    return Verdict("accepted", problem.expression, str(os.getpid()))

def read(problem):
    from student_client._verdict import Interpretation, Reading
    match problem.objective.split():
        case ["fail"]: raise ValueError("no such\\nthing")
        case ["sleep", seconds]: time.sleep(float(seconds))
        case ["need"]: raise MemoryError
    one = Interpretation("one way", problem.expression, [[{"operation": problem.objective}]], "real", {"log": "e"})
    return Reading(True, f"{problem.objective} {problem.expression}", (one,))

kept = []
stand_in = types.ModuleType("student_client._verifying.judge")
stand_in.judge, stand_in.read = judge, read
sys.modules[stand_in.__name__] = stand_in
sys.modules["sympy.core.cache"] = types.SimpleNamespace(clear_cache=lambda: None)
"""
PLAN = plan("expand | x")


@pytest.fixture(autouse=True)
def use_stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "PROGRAM", sandbox.PROGRAM.replace("main()", JUDGE + "main()"))


def echo(verifier: SymbolicVerifier, text: str = "x", objective: str = "echo", made: Plan = PLAN) -> Verdict:
    """Have a plan judged; the verdict's reason is the problem's expression, its result the child's process id."""
    return verifier(problem(objective, text), made)
