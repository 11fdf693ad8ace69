"""Is a result the answer? One check a tool, each by another road than the one SymPy took in the plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._reading.notation import Operation
from .._reading.sympy_syntax import ExpressionError
from .equivalence import agree
from .executor import RunError, limit, substitute
from .forms import is_expanded, is_factored, is_simpler
from .limits import approaches, definite_integral
from .roots import all_solutions

Finding = tuple[bool | None, str]
"""True for right, False for wrong, None for undecided; and the reason."""


def check(expression: Any, steps: tuple[Operation, ...], result: Any) -> Finding:
    """Judge a result.

    Args:
        expression: the problem's expression or equation.
        steps: what the problem asks, in order.
        result: what the plan answers.
    """
    *before, last = steps
    if isinstance(result, list) != (last.tool == "solve"):
        found, asked = ("a list of solutions", "one") if isinstance(result, list) else ("an expression", "solutions")
        return False, f"the result is {found}, and the problem asks for {asked}"
    integrals = [step for step in before if step.tool == "integrate"]
    if integrals and not integrals[0].point:
        return _after_integral(expression, steps, result)
    try:
        for step in before:
            expression = _done(expression, step)
    except (ExpressionError, RunError) as error:
        return None, f"the problem's own {step.tool} has no value: {error}"
    return _CHECKS[last.tool](expression, last, result)


def _done(expression: Any, step: Operation) -> Any:
    """Do a step that is not the last. Simplifying changes no value, so it is left out."""
    variable = sympy.Symbol(step.variable)
    if step.tool == "differentiate":
        return sympy.diff(expression, variable)
    if step.tool == "substitute":
        return substitute(expression, variable, step.point)
    if step.tool == "limit":
        return limit(expression, variable, step.point)
    if step.tool == "simplify":
        return expression
    if step.tool in {"expand", "factor"}:
        return sympy.expand(expression) if step.tool == "expand" else sympy.factor(expression)
    raise RunError("nothing follows it", wrong=False)


def _after_integral(expression: Any, steps: tuple[Operation, ...], result: Any) -> Finding:
    """Judge an antiderivative that was rewritten, or differentiated again."""
    tools = [step.tool for step in steps]
    if tools == ["integrate", "differentiate"] and steps[0].variable == steps[1].variable:
        return _equal(agree(expression, result), "the result", "the problem's expression")
    first = tools.index("integrate")
    if any(tool not in {"simplify", "expand", "factor"} for tool in tools[:first] + tools[first + 1 :]):
        return None, "an antiderivative has a free constant, and what follows depends on it"
    right, reason = _integral(expression, steps[first], result)
    forms = {"expand": is_expanded, "factor": lambda made: is_factored(made, made)}
    if right and tools[-1] in forms and not forms[tools[-1]](result):
        return None, f"whether the antiderivative is what '{tools[-1]}' asks cannot be told"
    return right, reason


def _equal(agreement: str, what: str, truth: str) -> Finding:
    if agreement == "unknown":
        return None, f"whether {what} equals {truth} cannot be told"
    if agreement == "equal":
        return True, f"{what} equals {truth}"
    return False, f"{what} does not equal {truth}"


def _real(expression: Any) -> Any:
    """Return the expression with real symbols, so that Abs has a derivative."""
    return expression.xreplace({name: sympy.Symbol(name.name, real=True) for name in expression.free_symbols})


def _integral(integrand: Any, step: Operation, result: Any) -> Finding:
    variable = sympy.Symbol(step.variable)
    if step.point:
        return definite_integral(integrand, variable, step.point, result)
    derivative = sympy.diff(_real(result), sympy.Symbol(step.variable, real=True))
    agreement = agree(_real(integrand), derivative)
    if agreement == "different" and result.has(sympy.hyper, sympy.meijerg):
        agreement = "unknown"  # their branch cuts may lie on the real axis
    return _equal(agreement, "the derivative of the result", "the integrand of the problem")


def _derivative(expression: Any, step: Operation, result: Any) -> Finding:
    derivative = sympy.diff(_real(expression), sympy.Symbol(step.variable, real=True))
    return _equal(agree(derivative, _real(result)), "the result", "the derivative of the problem's expression")


def _substitution(expression: Any, step: Operation, result: Any) -> Finding:
    try:
        truth = substitute(expression, sympy.Symbol(step.variable), step.point)
    except ExpressionError:
        return None, "the problem's expression has no value at the point"
    return _equal(agree(truth, result), "the result", "the problem's expression at the point")


def _rewritten(form: Callable[[Any, Any], bool | None], word: str) -> Callable[[Any, Operation, Any], Finding]:
    def judge(expression: Any, step: Operation, result: Any) -> Finding:
        del step
        right, reason = _equal(agree(expression, result), "the result", "the problem's expression")
        if not right:
            return right, reason
        formed = form(expression, result)
        if formed is None:
            return None, f"whether the result is {word} cannot be told"
        return (True, f"{reason} and is {word}") if formed else (False, f"{reason} and is not {word}")

    return judge


def _solutions(expression: Any, step: Operation, result: Any) -> Finding:
    zero = expression if isinstance(expression, sympy.Expr) else expression.lhs - expression.rhs
    return all_solutions(zero, sympy.Symbol(step.variable), result)


def _limit(expression: Any, step: Operation, result: Any) -> Finding:
    variable = sympy.Symbol(step.variable)
    try:
        truth = limit(expression, variable, step.point)
    except (RunError, NotImplementedError) as error:
        return None, f"the problem's limit: {error}"
    same = truth == result or (truth.is_finite is not False and result.is_finite is not False)
    agreement = agree(truth, result) if same else "different"
    if agreement == "unknown" or not approaches(expression, variable, step.point, truth):
        return None, "the numbers near the point do not decide the limit"
    return _equal(agreement, "the result", "what the problem's expression approaches")


_CHECKS: dict[str, Callable[[Any, Operation, Any], Finding]] = {
    "integrate": _integral,
    "differentiate": _derivative,
    "substitute": _substitution,
    "simplify": _rewritten(is_simpler, "simplified"),
    "expand": _rewritten(lambda before, result: is_expanded(result, before), "expanded"),
    "factor": _rewritten(is_factored, "factored"),
    "solve": _solutions,
    "limit": _limit,
}
