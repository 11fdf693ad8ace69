"""Judge a plan against its problem, in this process."""

from __future__ import annotations

import sympy  # type: ignore[import-untyped]

from .._plan import Plan
from .._problem import Problem
from .._reading.lexer import LatexError
from .._reading.notation import parse_statement
from .._reading.objective import operations
from .._verdict import Verdict
from .checkers import check
from .executor import RunError, answer, run_plan


def judge(problem: Problem, plan: Plan) -> Verdict:
    """Run the plan, read the problem, and compare.

    Whatever SymPy raises on the way leaves the plan undecided.
    """
    try:
        return _judged(problem, plan)
    except MemoryError:
        raise
    except Exception as error:
        return Verdict("undecided", f"SymPy failed: {type(error).__name__}")


def _judged(problem: Problem, plan: Plan) -> Verdict:
    try:
        result = answer(plan, run_plan(plan))
    except RunError as error:
        return Verdict("rejected" if error.wrong else "undecided", str(error))
    text = sympy.sstr(result)
    try:
        statement = parse_statement(problem.expression, problem.variables)
        todo = operations(problem, statement)
    except LatexError as error:
        return Verdict("undecided", f"the problem's expression is not understood: {error}", text)
    if not todo:
        return Verdict("undecided", f"the objective is not understood: {problem.objective!r}", text)
    right, reason = check(statement.expression, todo, result)
    return Verdict("undecided" if right is None else "accepted" if right else "rejected", reason, text)
