"""Judge a plan against its problem, in this process."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy  # type: ignore[import-untyped]

from ._agree import agree
from ._objective import operations
from ._plan import Plan
from ._problem import Problem
from ._run import RunError, answer, run_plan
from ._statement import Operation, parse_statement
from ._tokens import LatexError
from ._verdict import Verdict

Finding = tuple[bool | None, str]
"""True for right, False for wrong, None for undecided; and the reason."""


def judge(problem: Problem, plan: Plan) -> Verdict:
    """Run the plan, read the problem, and compare."""
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
    right, reason = CHECKS[todo[-1].tool](statement.expression, todo[-1], result)
    return Verdict("undecided" if right is None else "accepted" if right else "rejected", reason, text)


def _integral(integrand: Any, operation: Operation, result: Any) -> Finding:
    verdict = agree(integrand, sympy.diff(result, sympy.Symbol(operation.variable)))
    if verdict == "equal":
        return True, "the derivative of the result equals the integrand of the problem"
    if verdict == "different":
        return False, "the derivative of the result is not the integrand of the problem"
    return None, "whether the derivative of the result is the integrand of the problem cannot be told"


CHECKS: dict[str, Callable[[Any, Operation, Any], Finding]] = {"integrate": _integral}
