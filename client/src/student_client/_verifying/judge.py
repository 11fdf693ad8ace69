"""Judge a plan against its problem, in this process."""

from __future__ import annotations

from typing import Any

import sympy  # type: ignore[import-untyped]

from .._plan import Plan
from .._problem import Problem
from .._reading.readings import Reading, label, readings
from .._reading.statement import NotRead
from .._verdict import Verdict
from .case import said
from .checkers import answers
from .choice import NOT_READ
from .executor import RunError, answer, run
from .finding import Finding, Truth, unknown


def judge(problem: Problem, plan: Plan) -> Verdict:
    """Read the problem, run the plan, and compare under every reading.

    Whatever is raised on the way leaves the plan undecided.
    """
    try:
        return _judged(problem, plan)
    except MemoryError:
        raise
    except Exception as error:
        return Verdict("undecided", f"the verifier failed: {type(error).__name__}")


def describe(problem: Problem) -> str:
    """Return one line: what the problem is understood to ask, or what is not understood."""
    try:
        return " / ".join(str(reading) for reading in readings(problem))
    except NotRead as error:
        return f"{NOT_READ}: {error}"


def _judged(problem: Problem, plan: Plan) -> Verdict:
    try:
        found = readings(problem)
    except NotRead as error:
        return _unread(plan, f"{NOT_READ}: {error}")
    try:
        done = run(plan, said(problem.assume))
    except RunError as error:
        return Verdict("rejected" if error.wrong else "undecided", str(error), reading=str(found[0]))
    result = answer(plan, [made.result for made in done])
    judged = [(reading, answers(reading, plan, done)) for reading in found]
    finding = _together(judged)
    text, latex = _written(result)
    return Verdict(finding.truth.value, finding.reason, text, str(found[0]), latex)


def _unread(plan: Plan, reason: str) -> Verdict:
    try:
        text, latex = _written(answer(plan, [made.result for made in run(plan)]))
    except RunError as error:
        return Verdict("rejected" if error.wrong else "undecided", str(error))
    return Verdict("undecided", reason, text, None, latex)


def _written(result: Any) -> tuple[str, str]:
    """Return a result in SymPy's syntax and as LaTeX."""
    return sympy.sstr(result), sympy.latex(result, ln_notation=True)


def _together(judged: list[tuple[Reading, Finding]]) -> Finding:
    """Return what holds under every reading; if they differ it cannot be told."""
    truths = {finding.truth for _, finding in judged}
    if len(truths) == 1:
        return judged[0][1]
    if Truth.RIGHT not in truths:
        return next(finding for _, finding in judged if finding.truth is Truth.UNKNOWN)
    told = "; ".join(f"{_told(finding)} if {_taken(reading)}" for reading, finding in judged)
    topic = next(iter(judged[0][0].picked))
    return unknown(f"{told}. Fix: say which by assume={{{topic!r}: ...}}")


def _told(finding: Finding) -> str:
    return {Truth.RIGHT: "right", Truth.WRONG: "wrong", Truth.UNKNOWN: "undecided"}[finding.truth]


def _taken(reading: Reading) -> str:
    return " and ".join(label(topic, option) for topic, option in reading.picked.items())
