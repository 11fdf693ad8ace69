"""Judges a plan against its problem, and reads a problem alone, in this process."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._plan import Plan
from .._problem import Problem
from .._reading import readings as ways
from .._reading.formulas.sympy_syntax import CONSTANTS
from .._reading.labels import label
from .._reading.readings import readings
from .._reading.statement import NotRead
from .._verdict import Reading, Verdict
from .answerable import unanswerable
from .any_base import is_of_any_base
from .case import said, told
from .checkers import answers
from .choice import NOT_READ
from .executor import Done, RunError, answer, run
from .finding import Finding, Truth, unknown
from .interpreting import fix, interpretation
from .line_equations import with_lines
from .linear import with_values


def judge(problem: Problem, plan: Plan) -> Verdict:
    """Read the problem, run the plan, and compare under every reading.

    Any exception leaves the plan undecided.
    """
    try:
        return _judged(problem, plan)
    except MemoryError:
        raise
    except Exception as error:
        return Verdict("undecided", f"the verifier failed: {type(error).__name__}")


_SAYS_RANGE = re.compile(
    r"[<>≤≥[]|\\(?:leq?|geq?|lt|gt|in)(?![a-z])|\b(?:between|interval|inclusive)",
    re.IGNORECASE,
)
_OUTSIDE = "the plan keeps solutions that the words leave out. Fix: say the interval, as in solve(expr, var, (0, oo))"


def _keeps_all(plan: Plan) -> bool:
    """Return whether a step names all real or complex solutions, in place of those that the words ask for."""
    return any(step.type == "tool" and step.args.domain in {"real", "complex"} for step in plan.steps)


def _says_range(problem: Problem) -> bool:
    return bool(_SAYS_RANGE.search(f"{problem.objective} {problem.expression}"))


def read(problem: Problem) -> Reading:
    """Return the question as understood, or the part that is not understood and how to word it."""
    try:
        found = _readings(problem)
    except NotRead as error:
        return Reading(False, f"{NOT_READ}: {error}{fix(problem, str(error))}")
    why = unanswerable(found)
    text = " / ".join(map(str, found)) if why is None else f"no plan can be accepted: {why}"
    return Reading(why is None, text, tuple(map(interpretation, found)))


@lru_cache(maxsize=64)
def _readings(problem: Problem) -> tuple[ways.Reading, ...]:
    """Return all readings; those of the last problems are kept, since a problem is read before its plan is judged."""
    return readings(problem)


def _judged(problem: Problem, plan: Plan) -> Verdict:
    try:
        found = _readings(problem)
    except NotRead as error:
        return _unread(plan, f"{NOT_READ}: {error}")
    try:
        asked = told(found)
        done = run(plan, asked)
    except RunError as error:
        final = unanswerable(found) is not None
        return Verdict("rejected" if error.wrong else "undecided", str(error), reading=str(found[0]), final=final)
    result = answer(plan, [made.result for made in done])
    given = said(problem.assume)
    if _keeps_all(plan) and asked.interval != given.interval and not _says_range(problem):
        kept = run(plan, given)
        if answer(plan, [made.result for made in kept]) != result:
            text, latex = _written(result)
            return Verdict("undecided", _OUTSIDE, text, str(found[0]), latex)
    judged = [(reading, _found(with_values(reading, plan), plan, done)) for reading in found]
    finding = _together(judged)
    shared = [name for name in problem.variables if name in CONSTANTS and re.search(rf"\b{name}\b", plan.to_json())]
    if finding.wrong and shared:
        finding = unknown(f"{shared[0]} is a constant in a plan, but a letter of the problem. Fix: use another letter")
    final = not finding.right and (_is_split(judged) or unanswerable(found) is not None)
    text, latex = _written(result)
    return Verdict(finding.truth.value, finding.reason, text, str(found[0]), latex, final)


def _found(reading: ways.Reading, plan: Plan, done: Sequence[Done]) -> Finding:
    made = with_lines(reading, plan, done)
    return unknown("the line has not the form that is asked") if made is None else answers(reading, plan, made)


def _unread(plan: Plan, reason: str) -> Verdict:
    try:
        text, latex = _written(answer(plan, [made.result for made in run(plan)]))
    except RunError as error:
        return Verdict("rejected" if error.wrong else "undecided", str(error), final=True)
    return Verdict("undecided", reason, text, None, latex, final=True)


def _written(result: Any) -> tuple[str, str]:
    """Return a result in SymPy's syntax and as LaTeX."""
    return sympy.sstr(result).replace("\n", ""), sympy.latex(result, ln_notation=True)


def _together(judged: list[tuple[ways.Reading, Finding]]) -> Finding:
    """Return the finding that holds under every reading; if they differ, it is undecided."""
    truths = {finding.truth for _, finding in judged}
    if len(truths) == 1 or (judged[0][1].right and is_of_any_base([reading for reading, _ in judged])):
        return judged[0][1]
    if Truth.RIGHT not in truths:
        return next(finding for _, finding in judged if finding.truth is Truth.UNKNOWN)
    text = "; ".join(f"{_worded(finding)} if {_taken(reading)}" for reading, finding in judged)
    topic = next(iter(judged[0][0].picked), None)
    return unknown(f"{text}. Fix: choose one with assume={{{topic!r}: ...}}" if topic else text)


def _is_split(judged: list[tuple[ways.Reading, Finding]]) -> bool:
    """Return whether a plan is right under one reading and wrong under another, so that the problem must say more.

    Right plans of a reading have equal answers, so none is right under both. Readings that differ in the variable are
    left out: if a plan is wrong because it has no step in the other variable, another plan may be right.
    """
    if any("variable" in reading.picked for reading, _ in judged):
        return False
    return {Truth.RIGHT, Truth.WRONG} <= {finding.truth for _, finding in judged}


def _worded(finding: Finding) -> str:
    return {Truth.RIGHT: "right", Truth.WRONG: "wrong", Truth.UNKNOWN: "undecided"}[finding.truth]


def _taken(reading: ways.Reading) -> str:
    """Return the options that a reading takes, or the whole reading if it takes none."""
    taken = " and ".join(label(topic, option) for topic, option in reading.picked.items())
    return taken or f"it is read as {reading}"
