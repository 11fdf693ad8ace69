"""Chooses the verifier, and calls it."""

from __future__ import annotations

import importlib.util
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

from .._plan import Plan
from .._problem import Problem
from .._verdict import Reading, Verdict, Verifier

Reader: TypeAlias = Callable[[Problem], object]
NOT_READ = "the problem is not understood"
"""The start of a line that says why a problem has no reading."""


def structure_only(problem: Problem, plan: Plan) -> Verdict:
    """Leave every plan undecided: its structure was checked when it was parsed, which proves no result.

    >>> plan = Plan.parse('{"steps":[{"type":"tool","tool":"expand","args":{"expr":"x*(x+1)"}},'
    ...                   '{"type":"final","payload":{"result":"R1"}}]}')
    >>> structure_only(Problem("expand", "x(x+1)", ["x"]), plan).status
    'undecided'
    """
    reason = "the plan is well formed, but its result is not checked. Fix: pip install sympy python-flint"
    return Verdict("undecided", reason, final=True)


def missing() -> str | None:
    """Return the package that the symbolic verifier needs and does not find, with the fix; None if it has all."""
    for module, name in (("sympy", "SymPy"), ("flint", "python-flint")):
        if importlib.util.find_spec(module) is None:
            return f"{name} is not installed. Fix: pip install sympy python-flint"
    return None


@contextmanager
def verifier_for(given: Verifier | None) -> Iterator[Verifier]:
    """Yield the given verifier, else the symbolic one, else (without its packages) the one that decides nothing.

    Only a verifier made here is closed here.
    """
    if given is not None:
        yield given
    elif missing():
        yield structure_only
    else:
        from .symbolic import SymbolicVerifier  # noqa: PLC0415 - only if it can be used

        with SymbolicVerifier() as verifier:
            yield verifier


def ask(verifier: Verifier, problem: Problem, plan: Plan) -> Verdict:
    """Return the verifier's verdict; one that fails has decided nothing."""
    try:
        verdict: object = verifier(problem, plan)
    except Exception as error:
        return Verdict("undecided", f"the verifier failed: {type(error).__name__}: {error}")
    if not isinstance(verdict, Verdict):
        return Verdict("undecided", f"the verifier returned {type(verdict).__name__}, expected a Verdict")
    return verdict


def reader(verifier: Verifier) -> Reader | None:
    """Return the verifier's method that reads a problem; None if it has none that can be called here."""
    try:
        found = getattr(verifier, "read", None)
    except Exception:
        return None  # the plans will show the fault
    return found if callable(found) and not inspect.iscoroutinefunction(found) else None


def read(reads: Reader, problem: Problem) -> Reading | None:
    """Return the reading; None from a reader that fails, or returns something else."""
    try:
        reading: object = reads(problem)
    except Exception:
        return None  # as above
    return reading if isinstance(reading, Reading) else None
