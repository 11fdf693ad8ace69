r"""Compares a plan's result with the answer in a file of problems; the verifier calculates it, in its child."""

from __future__ import annotations

import json
import re

from .._errors import InvalidPlan, InvalidProblem
from .._outcome import Outcome
from .._plan import Plan
from .._problem import Problem
from .._verdict import Verifier
from .._verifying.choice import ask

_INDEFINITE = re.compile(r"\\int(?!\s*_)|integra|antideriv|primitive", re.IGNORECASE)


def agrees(verifier: Verifier, outcome: Outcome, answers: tuple[str, ...]) -> bool | None:
    """Tell whether an outcome's last result is the known answer; None if that is not known.

    Args:
        verifier: the symbolic verifier.
        outcome: the problem's outcome; a result that was not verified also counts.
        answers: the answer, or each of several.
    """
    verdicts = [attempt.verdict for attempt in outcome.attempts if attempt.verdict is not None]
    result = verdicts[-1].result if verdicts else None
    if result is None:
        return None
    results = _members(result)
    if len(results) != len(answers):
        return False if len(answers) > 1 else None
    left = list(results)
    for answer in answers:
        compared = [(one, _same(verifier, outcome.problem, one, answer)) for one in left]
        match = next((one for one, same in compared if same), None)
        if match is None:
            return None if any(same is None for _, same in compared) else False
        left.remove(match)
    return True


def _same(verifier: Verifier, problem: Problem, result: str, answer: str) -> bool | None:
    names = list(problem.variables)
    other = next(name for name in ("q", "w", "h", "k") if name not in names)
    # Multiply each by (q + 1): the verifier accepts no plan without work.
    same = _accepts(verifier, rf"\left({answer}\right) ({other}+1)", f"({result})*({other} + 1)", [*names[:7], other])
    antiderivative = _INDEFINITE.search(f"{problem.objective} {problem.expression}")
    return None if same is False and antiderivative else same  # both may be right and differ by a constant


def _accepts(verifier: Verifier, asked: str, expression: str, names: list[str]) -> bool | None:
    try:
        problem = Problem("expand", asked, names)
        step = {"type": "tool", "tool": "expand", "args": {"expr": expression}}
        plan = Plan.parse(json.dumps({"steps": [step, {"type": "final", "payload": {"result": "R1"}}]}))
    except (InvalidProblem, InvalidPlan):
        return None
    return {"accepted": True, "rejected": False}.get(ask(verifier, problem, plan).status)


def _members(result: str) -> list[str]:
    """Return the members of a list or set as SymPy prints it, or the one result.

    >>> _members("[2, Max(1, 2)]"), _members("x**2")
    (['2', 'Max(1, 2)'], ['x**2'])
    """
    if result[:1] + result[-1:] not in {"[]", "{}"}:
        return [result]
    parts, depth, start = [], 0, 1
    for place, character in enumerate(result[1:-1], start=1):
        depth += (character in "([{") - (character in ")]}")
        if character == "," and depth == 0:
            parts.append(result[start:place].strip())
            start = place + 1
    return [part for part in (*parts, result[start:-1].strip()) if part]
