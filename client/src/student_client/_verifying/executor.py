"""Runs a plan's steps in order, with earlier results substituted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._plan import Plan, ToolStep
from .._reading.formulas.sympy_classified import parse_classified
from .._reading.formulas.sympy_matrices import node_of, parse_matrices
from .._reading.formulas.sympy_printed import parse_printed
from .._reading.formulas.sympy_statements import parse_differential, parse_equations, parse_inequality
from .._reading.formulas.sympy_syntax import ExpressionError, parse_expression, symbol
from .._reading.formulas.tree import Equation, Node, Printed
from .._reading.questions.clauses import REWRITING
from .calculations import compute
from .call import Assumptions, Call, RunError
from .convert import Unreadable, printed, tree

__all__ = ["Assumptions", "Done", "RunError", "answer", "run", "run_plan", "uses"]

_VALUES = ("point", "lower", "upper")
"""Arguments that are expressions, except the first."""
_WORDS = ("vars", "degree", "form", "space", "function", "digits", "dir", "domain", "to", "property")
"""Arguments that are not expressions."""


@dataclass(frozen=True)
class Done:
    """One step that has run.

    Args:
        tool: the tool.
        given: the expression or equation it was applied to, with earlier results substituted.
        variable: the variable's name, for the tools that have one.
        result: an expression, or an object as in the tool's row of the table.
        texts: its expressions as the plan wrote them, the first one first.
        values: the further expressions by name: point, lower, upper.
        words: the arguments that are not expressions by name: dir, domain.
        printed: the first expression as the plan wrote it, nothing cancelled; None if it has no tree.
    """

    tool: str
    given: Any
    variable: str | None
    result: Any
    texts: tuple[str, ...]
    values: Mapping[str, Any] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    printed: Printed | None = None

    @property
    def point(self) -> Any:
        """The place of a limit or a substitution; None for other tools."""
        return self.values.get("point")


READERS: dict[str, Callable[..., tuple[Any, Printed | None]]] = {
    "solve_inequality": parse_inequality,
    "solve_system": parse_equations,
    "dsolve": parse_differential,
    "matrix": parse_matrices,
    "determinant": parse_matrices,
    "eigenvalues": parse_matrices,
    "classify": parse_classified,
    "row_reduce": parse_matrices,
    "rank": parse_matrices,
    "basis": parse_matrices,
    "eigenvectors": parse_matrices,
}
"""The reader of a tool's first argument if that is neither an expression nor a single equation."""

NOTHING = Assumptions()
"""No assumptions."""


def run(plan: Plan, asked: Assumptions = NOTHING, *, known: Sequence[Done] = ()) -> list[Done]:
    """Run the steps in order.

    Args:
        plan: the plan; its expressions are built by :func:`parse_expression`.
        asked: the person's assumptions that the tools take into account.
        known: the first steps, if they have run already.

    Raises:
        RunError: a step cannot be run, or SymPy finds no closed form.
    """
    done = [*known]
    for number, step in enumerate(plan.steps[len(known) : -1], start=len(known) + 1):
        assert step.type != "final"  # noqa: S101 - checked by Plan; for mypy
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
    """Return whether the ingredients of an answer change if the result of a step is replaced by another one.

    Args:
        plan: the plan.
        done: its steps with their results.
        step: the number of the step whose result is replaced.
        answer_step: the number of the step whose result is the answer.
        asked: as for :func:`run`.
    """
    last = done[answer_step - 1]
    endless = any(isinstance(part, sympy.Expr) and part.has(sympy.oo) for part in (last.given, last.result))
    if step == answer_step or endless:  # infinity absorbs any sum
        return True
    between = plan.model_copy(update={"steps": (*plan.steps[: answer_step - 1], plan.steps[-1])})
    try:
        other = run(between, asked, known=[*done[: step - 1], _another(done[step - 1])])
        results = [made.result for made in other]
        given = [_read(last.tool, last.texts[0], results, [None] * len(results))[0]]
        given += [parse_expression(text, results) for text in last.texts[1:]]
    except (RunError, ExpressionError):
        return True
    return bool(given != [last.given, *last.values.values()])


def _another(made: Done) -> Done:
    """Return the step with another result that no later step can confuse with the right one."""
    if isinstance(made.result, list):
        return replace(made, result=[*made.result, sympy.Integer(1009)])
    if isinstance(made.result, sympy.MatrixBase):
        return replace(made, result=3 * made.result + sympy.ones(*made.result.shape))
    if not isinstance(made.result, sympy.Expr):
        return replace(made, result=sympy.FiniteSet(1009))
    extra = sympy.Integer(1) if made.variable is None else sympy.Symbol(made.variable)
    return replace(made, result=3 * made.result + extra)


def run_plan(plan: Plan) -> list[Any]:
    """Run the steps in order and return one result for each; see :func:`run`."""
    return [made.result for made in run(plan)]


def answer(plan: Plan, results: list[Any]) -> Any:
    """Return the result that the plan's final step names; a list if it names several."""
    found = [results[number - 1] for number in plan.answers]
    return found[0] if len(found) == 1 else found


def _run_step(step: ToolStep, results: list[Any], asked: Assumptions) -> Done:
    given = dict(step.args)
    texts = (given["expr"], *(given[name] for name in _VALUES if name in given))
    shown = [_shown(result) for result in results]
    expression, written = _read(step.tool, given["expr"], results, shown)
    values = {name: _value(given[name], results) for name in _VALUES if name in given}
    words = {name: given[name] for name in _WORDS if name in given}
    name = given.get("var")
    call = Call(expression, None if name is None else symbol(name), values, words, written, asked)
    return Done(step.tool, expression, name, compute(step.tool, call), texts, values, words, written)


def _shown(result: Any) -> Node | None:
    """Return an earlier result, including a matrix, as a printed tree."""
    if not isinstance(result, sympy.MatrixBase):
        return printed(result) if isinstance(result, sympy.Expr) else None
    try:
        return node_of(result, tree)
    except Unreadable:
        return None


def _read(tool: str, text: str, results: list[Any], shown: list[Node | None]) -> tuple[Any, Printed | None]:
    """Return a tool's first argument: as SymPy's object, and as written."""
    if tool in READERS:
        return READERS[tool](text, results, shown)
    made, written = parse_expression(text, results), parse_printed(text, shown)
    if tool in REWRITING and isinstance(made, sympy.Eq) and isinstance(written, Equation):
        letter, value = made.args
        if str(letter) in {"y", "z"} and not value.has(letter):
            return value, written.right
    return made, written


def _value(text: str, results: list[Any]) -> Any:
    value = parse_expression(text, results)
    if not isinstance(value, sympy.Expr):
        raise ExpressionError("a point cannot be an equation")
    return value
