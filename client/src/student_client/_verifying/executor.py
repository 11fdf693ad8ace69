"""Run a plan's steps with SymPy."""

from __future__ import annotations

from typing import Any

import sympy  # type: ignore[import-untyped]

from .._plan import ExprStep, Plan, PointStep, VarStep
from .._reading.sympy_syntax import ExpressionError, defined, parse_expression, symbol


class RunError(Exception):
    """A step has no result. One line says which step and why.

    Args:
        message: what happened.
        wrong: True where the plan itself is at fault, False where SymPy found no answer.
    """

    def __init__(self, message: str, *, wrong: bool) -> None:
        super().__init__(message)
        self.wrong = wrong


def run_plan(plan: Plan) -> list[Any]:
    """Run the steps in order.

    Args:
        plan: the plan; its expressions are built by :func:`parse_expression`.

    Returns:
        One result for each tool step: an expression, or a list of solutions after ``solve``.

    Raises:
        RunError: a step cannot be run, or SymPy finds no closed form.
    """
    results: list[Any] = []
    for number, step in enumerate(plan.steps[:-1], start=1):
        assert step.type != "final"  # noqa: S101 - Plan has checked it; this tells mypy
        try:
            results.append(_run_step(step, results))
        except ExpressionError as error:
            raise RunError(f"step {number} ({step.tool}): {error}", wrong=True) from None
        except NotImplementedError:
            raise RunError(f"step {number} ({step.tool}): SymPy has no method for it", wrong=False) from None
        except RunError as error:
            raise RunError(f"step {number} ({step.tool}): {error}", wrong=error.wrong) from None
    return results


def answer(plan: Plan, results: list[Any]) -> Any:
    """Return the result that the plan's final step names."""
    final = plan.steps[-1]
    assert final.type == "final"  # noqa: S101 - as above
    return results[int(final.payload.result[1:]) - 1]


def _run_step(step: VarStep | ExprStep | PointStep, results: list[Any]) -> Any:
    expression = parse_expression(step.args.expr, results)
    if isinstance(step, VarStep) and step.tool == "solve":
        return solve(expression, symbol(step.args.var))
    if not isinstance(expression, sympy.Expr):
        raise ExpressionError("an equation can only be solved")
    if isinstance(step, ExprStep):
        return REWRITES[step.tool](expression)
    variable = symbol(step.args.var)
    if isinstance(step, PointStep):
        point = parse_expression(step.args.point, results)
        if not isinstance(point, sympy.Expr):
            raise ExpressionError("a point cannot be an equation")
        return (limit if step.tool == "limit" else substitute)(expression, variable, point)
    return integrate(expression, variable) if step.tool == "integrate" else sympy.diff(expression, variable)


REWRITES = {"simplify": sympy.simplify, "expand": sympy.expand, "factor": sympy.factor}


def integrate(expression: Any, variable: Any) -> Any:
    """Return an antiderivative in closed form."""
    result = sympy.integrate(expression, variable)
    if result.has(sympy.Integral):
        raise RunError("SymPy finds no closed form", wrong=False)
    return result


def solve(equation: Any, variable: Any) -> list[Any]:
    """Return the solutions of an equation, or of an expression set equal to zero."""
    solutions = sympy.solve(equation, variable)
    if not isinstance(solutions, list) or not all(isinstance(solution, sympy.Expr) for solution in solutions):
        raise RunError("SymPy gives no list of solutions", wrong=False)
    return solutions


def limit(expression: Any, variable: Any, point: Any) -> Any:
    """Return the two-sided limit; one-sided only at infinity."""
    try:
        result = sympy.limit(expression, variable, point, "+-" if point.is_finite else "-")
    except ValueError:
        raise RunError("the limits from the two sides differ", wrong=False) from None
    if point.is_finite and result is sympy.zoo:
        raise RunError("the limits from the two sides differ", wrong=False)
    if result.has(sympy.Limit, sympy.AccumBounds, sympy.nan, sympy.zoo):
        raise RunError("SymPy finds no limit", wrong=False)
    return result


def substitute(expression: Any, variable: Any, point: Any) -> Any:
    """Return the expression with the point in the variable's place."""
    return defined(expression.subs(variable, point))
