"""Run a plan's steps with SymPy: letters are real numbers, and odd roots of negative numbers are real."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._plan import ExprStep, Plan, PointStep, VarStep
from .._reading.sympy_printed import parse_printed
from .._reading.sympy_syntax import ExpressionError, defined, parse_expression, symbol
from .._reading.tree import Equation, Node
from .convert import printed
from .derivative import NoRule, derivative
from .equivalence import equal
from .real_solutions import Interval
from .solver import solve, within


class RunError(Exception):
    """A step has no result. One line says which step and why.

    Args:
        message: what happened.
        wrong: True when the plan itself is at fault, False when SymPy found no answer.
    """

    def __init__(self, message: str, *, wrong: bool) -> None:
        super().__init__(message)
        self.wrong = wrong


@dataclass(frozen=True)
class Done:
    """One step that was run.

    Args:
        tool: the tool.
        given: the expression or equation it was done on, earlier results put in.
        variable: the variable's name, for the tools that take one.
        point: the place of a limit or a substitution.
        result: an expression, or a list of solutions after ``solve``.
        text: the expression as the plan wrote it.
        point_text: the point as the plan wrote it.
        printed: the expression as the plan wrote it, nothing cancelled; None when it has no tree.
    """

    tool: str
    given: Any
    variable: str | None
    point: Any
    result: Any
    text: str
    point_text: str = ""
    printed: Node | Equation | None = None


@dataclass(frozen=True)
class Assumptions:
    """What the person said that the tools take into account.

    Args:
        positive: whether the letters stand for positive numbers, not only for real ones.
        interval: where solutions are asked.
    """

    positive: bool = False
    interval: Interval | None = None


NOTHING = Assumptions()
"""Nothing was said."""


def run(plan: Plan, asked: Assumptions = NOTHING, *, known: Sequence[Done] = ()) -> list[Done]:
    """Run the steps in order.

    Args:
        plan: the plan; its expressions are built by :func:`parse_expression`.
        asked: what the person said that the tools take into account.
        known: the first steps, run already.

    Raises:
        RunError: a step cannot be run, or SymPy finds no closed form.
    """
    done = [*known]
    for number, step in enumerate(plan.steps[len(known) : -1], start=len(known) + 1):
        assert step.type != "final"  # noqa: S101 - Plan has checked it; this tells mypy
        try:
            done.append(_run_step(step, [made.result for made in done], asked))
        except ExpressionError as error:
            raise RunError(f"step {number} ({step.tool}): {error}", wrong=error.wrong) from None
        except NotImplementedError:
            raise RunError(f"step {number} ({step.tool}): SymPy has no method for it", wrong=False) from None
        except RunError as error:
            raise RunError(f"step {number} ({step.tool}): {error}", wrong=error.wrong) from None
    return done


def uses(plan: Plan, done: Sequence[Done], step: int, answer_step: int, asked: Assumptions = NOTHING) -> bool:
    """Tell whether what an answer is made of changes when the result of a step is replaced by another one.

    Args:
        plan: the plan.
        done: its steps, run.
        step: the number of the step whose result is replaced.
        answer_step: the number of the step whose result is the answer.
        asked: as for :func:`run`.
    """
    last = done[answer_step - 1]
    endless = not isinstance(last.result, list) and (last.given.has(sympy.oo) or last.result.has(sympy.oo))
    if step == answer_step or endless:  # infinity takes in whatever is added to it
        return True
    between = plan.model_copy(update={"steps": (*plan.steps[: answer_step - 1], plan.steps[-1])})
    try:
        other = run(between, asked, known=[*done[: step - 1], _another(done[step - 1])])
        results = [made.result for made in other]
        given = [parse_expression(text, results) for text in (last.text, last.point_text) if text]
    except (RunError, ExpressionError):
        return True
    return bool(given != [part for part in (last.given, last.point) if part is not None])


def _another(made: Done) -> Done:
    """Return the step with another result, which no later step can mistake for the right one."""
    if isinstance(made.result, list):
        return replace(made, result=[*made.result, sympy.Integer(1009)])
    extra = sympy.Integer(1) if made.variable is None else sympy.Symbol(made.variable)
    return replace(made, result=3 * made.result + extra)


def run_plan(plan: Plan) -> list[Any]:
    """Run the steps in order and return one result for each; see :func:`run`."""
    return [made.result for made in run(plan)]


def answer(plan: Plan, results: list[Any]) -> Any:
    """Return the result that the plan's final step names; a list of results when it names several."""
    found = [results[number - 1] for number in plan.answers]
    return found[0] if len(found) == 1 else found


def _letters(expression: Any, **assumptions: bool) -> Any:
    """Return the expression with letters of which this is known; of those in results nothing is."""
    return expression.xreplace({name: sympy.Symbol(name.name, **assumptions) for name in expression.free_symbols})


def _run_step(step: VarStep | ExprStep | PointStep, results: list[Any], asked: Assumptions) -> Done:
    expression = parse_expression(step.args.expr, results)
    name = None if isinstance(step, ExprStep) else step.args.var
    point, point_text = None, ""
    written = parse_printed(step.args.expr, [printed(result) for result in results])
    if isinstance(step, VarStep) and step.tool == "solve":
        found = _solutions(expression, symbol(step.args.var), written)
        if asked.positive:
            found = [made for made in found if not _is_never_positive(made)]
        if asked.interval is not None:
            found = within(expression, symbol(step.args.var), written, found, asked.interval)
        return Done(step.tool, expression, name, None, found, step.args.expr, printed=written)
    if not isinstance(expression, sympy.Expr):
        raise ExpressionError("an equation can only be solved")
    if isinstance(step, PointStep):
        point_text = step.args.point
        point = parse_expression(point_text, results)
        if not isinstance(point, sympy.Expr):
            raise ExpressionError("a point cannot be an equation")
    given = [
        None if part is None else _letters(part, **{"positive" if asked.positive else "real": True})
        for part in (expression, None if name is None else symbol(name), point)
    ]
    made = _letters(_real_roots(_TOOLS[step.tool](*given)))
    return Done(step.tool, expression, name, point, made, step.args.expr, point_text, written)


def _is_never_positive(made: Any) -> bool:
    """Tell whether a solution is known not to be positive when all letters are."""
    put = _letters(made, positive=True)
    return put.is_positive is False


def _solutions(equation: Any, variable: Any, written: Node | Equation | None) -> list[Any]:
    found = solve(equation, variable, written)
    if found is None:
        raise RunError("SymPy gives no list of solutions", wrong=False)
    return found


def _real_roots(expression: Any) -> Any:
    """Return the expression with real odd roots: of negative numbers, and of powers, such as the third root of x^3."""

    def is_odd_root(part: Any) -> bool:
        return bool(part.is_Pow and part.exp.is_Rational and part.exp.q % 2 and part.exp.q > 1)

    def is_of_negative(part: Any) -> bool:
        return is_odd_root(part) and bool(part.base.is_negative and part.base.is_number)

    def is_of_power(part: Any) -> bool:
        inner = part.base if is_odd_root(part) else None
        return bool(inner is not None and inner.is_Pow and inner.exp.is_Integer and inner.exp % part.exp.q == 0)

    made = expression.replace(is_of_negative, lambda part: (-1) ** part.exp.p * (-part.base) ** part.exp)
    return made.replace(is_of_power, lambda part: part.base.base ** (part.base.exp * part.exp))


def integrate(expression: Any, variable: Any) -> Any:
    """Return an antiderivative in closed form, put back by its derivative."""
    result = sympy.integrate(expression, variable)
    if _is_wrong(expression, variable, result):
        plain = _letters(expression), _letters(variable)
        result = sympy.integrate(*plain).xreplace({plain[1]: variable})
        if _is_wrong(expression, variable, result):
            raise RunError("SymPy's antiderivative is wrong", wrong=False)
    if result.has(sympy.Integral):
        raise RunError("SymPy finds no closed form", wrong=False)
    return result


def _is_wrong(expression: Any, variable: Any, result: Any) -> bool:
    """Tell whether an antiderivative is proved to be none."""
    given, made = printed(expression), printed(result)
    if given is None or made is None:
        return False
    try:
        return equal(given, derivative(made, variable.name), [variable.name]).wrong
    except NoRule:
        return False


def simplify(expression: Any) -> Any:
    """Return the shortest of SymPy's simplified form and the same as one fraction in lowest terms."""
    made = sympy.simplify(expression)
    if not made.is_rational_function(*made.free_symbols):
        return made
    return min((made, sympy.cancel(made), sympy.factor(made)), key=sympy.count_ops)


def limit(expression: Any, variable: Any, point: Any) -> Any:
    """Return the limit from both sides, or from the one side on which there are real values."""
    try:
        result = sympy.limit(expression, variable, point, "+-" if point.is_finite else "-")
    except ValueError:
        return _one_sided(expression, variable, point)
    if point.is_finite and (result is sympy.zoo or result.has(sympy.I)):
        return _one_sided(expression, variable, point)
    if result.has(sympy.Limit, sympy.AccumBounds, sympy.nan, sympy.zoo):
        raise RunError("SymPy finds no limit", wrong=False)
    return result


def _one_sided(expression: Any, variable: Any, point: Any) -> Any:
    """Return the limit from the side on which it is real, when it is on one side only."""
    both = [sympy.limit(expression, variable, point, side) for side in "+-"]
    found = [made for made in both if made.is_extended_real and not made.has(sympy.nan, sympy.AccumBounds)]
    if len(found) != 1:
        raise RunError("the limits from the two sides differ", wrong=False)
    return found[0]


def substitute(expression: Any, variable: Any, point: Any) -> Any:
    """Return the expression with the point in the variable's place."""
    return defined(expression.subs(variable, point))


_TOOLS: dict[str, Callable[[Any, Any, Any], Any]] = {
    "integrate": lambda expression, variable, _: integrate(expression, variable),
    "differentiate": lambda expression, variable, _: sympy.diff(expression, variable),
    "simplify": lambda expression, *_: simplify(expression),
    "expand": lambda expression, *_: sympy.expand(expression),
    "factor": lambda expression, *_: sympy.factor(expression),
    "limit": limit,
    "substitute": substitute,
}
