"""Judges a plan against its problem, and reads a problem alone, in this process."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._plan import Plan
from .._problem import Problem
from .._reading import readings as ways
from .._reading.formulas.ambiguity import is_plain_number
from .._reading.formulas.sympy_syntax import CONSTANTS
from .._reading.formulas.tree import Node
from .._reading.labels import label
from .._reading.readings import readings
from .._reading.statement import NotRead
from .._verdict import Reading, Verdict
from .answerable import unanswerable
from .case import said, told
from .checkers import answers
from .choice import NOT_READ
from .executor import RunError, answer, run
from .finding import Finding, Truth, unknown
from .interpreting import fix, interpretation
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
    judged = [(reading, answers(with_values(reading, plan), plan, done)) for reading in found]
    finding = _together(judged)
    shared = [name for name in problem.variables if name in CONSTANTS and re.search(rf"\b{name}\b", plan.to_json())]
    if finding.wrong and shared:
        finding = unknown(f"{shared[0]} is a constant in a plan, but a letter of the problem. Fix: use another letter")
    final = not finding.right and (_is_split(judged) or unanswerable(found) is not None)
    text, latex = _written(result)
    return Verdict(finding.truth.value, finding.reason, text, str(found[0]), latex, final)


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
    if len(truths) == 1 or (judged[0][1].right and _is_of_any_base([reading for reading, _ in judged])):
        return judged[0][1]
    if Truth.RIGHT not in truths:
        return next(finding for _, finding in judged if finding.truth is Truth.UNKNOWN)
    text = "; ".join(f"{_worded(finding)} if {_taken(reading)}" for reading, finding in judged)
    topic = next(iter(judged[0][0].picked), None)
    return unknown(f"{text}. Fix: choose one with assume={{{topic!r}: ...}}" if topic else text)


def _is_of_any_base(found: list[ways.Reading]) -> bool:
    r"""Return whether logarithms are only expanded or combined, which is the same for every base of ``\log``.

    A number beside them is not: ``2 + \log x`` is a logarithm of 100x or of e^2 x. Neither is a logarithm of 100, nor
    one beside a natural logarithm.
    """
    usual, other = found[0].statement.expression, found[-1].statement.expression
    bases = [one.picked.get("log") for one in found]
    if bases != ["e", "10"] or not isinstance(usual, Node) or not _is_multiple(usual):
        return False
    tens = any(part.head == "number" and part.value and Fraction(part.value) % 10 == 0 for part in usual.walk())
    natural = isinstance(other, Node) and any(part.head == "log" and len(part.args) == 1 for part in other.walk())
    words = {step.word for question in found[0].questions for step in question}
    return words <= {"condense", "logs"} and not tens and not natural


def _is_multiple(node: Node) -> bool:
    """Return whether an expression is a sum of logarithms, each times or over a number."""
    if node.head in {"add", "neg"}:
        return all(map(_is_multiple, node.args))
    if node.head == "div":
        return _is_multiple(node.args[0]) and is_plain_number(node.args[1])
    if node.head == "mul":
        numbers = [is_plain_number(part) for part in node.args]
        return numbers.count(False) == 1 and _is_multiple(node.args[numbers.index(False)])
    return node.head == "log"


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
