"""Which verifier is used, and how it is asked."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager

from .._plan import Plan
from .._problem import Problem
from .._verdict import Verdict, Verifier

NOT_READ = "the problem is not understood"
"""How a line begins that says why a problem has no reading."""


def structure_only(problem: Problem, plan: Plan) -> Verdict:
    """Leave every plan undecided: its structure was checked when it was read, and that proves no result.

    >>> plan = Plan.parse('{"steps":[{"type":"tool","tool":"expand","args":{"expr":"x*(x+1)"}},'
    ...                   '{"type":"final","payload":{"result":"R1"}}]}')
    >>> structure_only(Problem("expand", "x(x+1)", ["x"]), plan).status
    'undecided'
    """
    return Verdict(
        "undecided", "the plan is well formed; its result is not checked. Fix: pip install 'student-client[verify]'"
    )


def missing() -> str | None:
    """Return which package the symbolic verifier lacks, with the fix; None if it lacks none."""
    for module, name in (("sympy", "SymPy"), ("flint", "python-flint")):
        if importlib.util.find_spec(module) is None:
            return f"{name} is not installed. Fix: pip install 'student-client[verify]'"
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
