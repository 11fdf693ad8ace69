"""Does a result answer the question? One check per tool, each by another method than SymPy's in the plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._plan import Plan
from .._reading.formulas.tree import Node
from .._reading.questions.clauses import REWRITING
from .._reading.readings import Reading
from .._reading.statement import Operation
from . import balls, forms
from .balls import Unclear, Undefined, is_defined
from .case import Case, absent_variable, keeps_letter, lacks_derivative, off_curve
from .comparing import compare
from .convert import Unreadable, expression, printed, tree
from .coordinates import entries_of, one_by_one, together_with_others
from .decimals import decimal_of_integral
from .equivalence import equal
from .executor import Done
from .finding import Finding, every, right, unknown, wrong
from .fitness import readable
from .further_checkers import FURTHER, in_order, kept_form
from .integrals import Area, antiderivative, definite
from .known import by_formula, is_known
from .limit_checker import limit
from .linear import ENTRIES, KINDS
from .pieces import breaking, letters_at
from .points import names_point, of_point
from .polynomials import NotRational, quotient
from .shapes import in_shape, kept
from .solution_checker import solutions
from .stages import NoStage, Stage, after, is_formed_sum, stages
from .statement_checker import STATEMENTS
from .together import is_apart, of_all
from .trace import does_the_work, is_used
from .word_checker import in_other_words
from .words import Word


def check(case: Case) -> Finding:
    """Judge an answer: its kind, its value, its form, and whether the plan did the work."""
    case = in_other_words(case)
    fit = every((_kind(case), _sense(case), _readable(case)))
    if not fit.right or is_apart(case):
        return fit.then(lambda: of_all(case, check))
    if case.question[-1].tool in STATEMENTS:
        return STATEMENTS[case.question[-1].tool](case)
    if [step.tool for step in case.question] == ["integrate", "numeric"]:
        return decimal_of_integral(case)
    try:
        at = _stages(case)
        checked = _value(case, at[-1]) if len(at) == len(case.question) else _after_integral(case)
    except NoStage as error:
        return unknown(str(error))
    kept = checked.then(lambda: kept_form(case))
    if not kept.right:
        return kept
    works = does_the_work(case.question, at, case.done, case.number)
    used = works.then(lambda: is_used(case.plan, case.done, case.number, case.question, case.asked))
    return used.then(lambda: checked)


def _kind(case: Case) -> Finding:
    """Judge whether the answer is of the kind that is asked: solutions, a set, or an expression."""
    asked, given, word = _KINDS.get(case.question[-1].tool, "an expression"), kind(case.result), case.question[-1].word
    if word == "preimage" and given == "an expression":
        return right("the number itself")
    if given == asked or (case.result == [] and asked in {"solutions of a system", "vectors"}):
        return right("the result is of the kind that is asked")
    return (unknown if word == "radius" else wrong)(f"the result is {given}, but the problem asks for {asked}")


def kind(result: Any) -> str:
    """Return the kind of a result, in words."""
    if isinstance(result, list):
        return next((name for made in result for sort, name in ENTRIES if isinstance(made, sort)), "solutions")
    if isinstance(result, sympy.MatrixBase):
        return "an expression"
    if isinstance(result, Word):
        return "a word"
    return "a set of numbers" if isinstance(result, sympy.Set) else "an expression"


_KINDS = {
    "solve": "solutions",
    "eigenvalues": "solutions",
    "solve_inequality": "a set of numbers",
    "solve_system": "solutions of a system",
    **KINDS,
    "classify": "a word",
}


def _sense(case: Case) -> Finding:
    """Judge whether the question makes sense for the expression."""
    if (absent := absent_variable(case.reading, case.question)) is not None:
        return unknown(f"the variable {absent} is not in the problem's expression")
    if (kept := keeps_letter(case)) is not None:
        return unknown(f"the result still has {kept} in it: a point of a curve needs a value for both letters")
    if (off := off_curve(case)) is not None:
        return off
    rectangular = case.question[-1].word == "rectangular"
    if case.reading.assumed.get("domain") == "complex" and not rectangular and not _is_complex_ready(case):
        return unknown("over the complex numbers only equations and fractions of polynomials are judged")
    if lacks_derivative(case.reading, case.question):
        return wrong("y depends on the variable, but the derivative of y is missing in the result")
    return right("the question makes sense")


def _is_complex_ready(case: Case) -> bool:
    """Return whether a question is judged over the complex numbers: an equation, or a fraction of polynomials."""
    printed = case.reading.statement.expression
    if not isinstance(printed, Node) or case.question[-1].tool == "solve":
        return True
    names = sorted(printed.names())
    try:
        quotient(printed, names[0] if names else "", letters_at(names[1:], 1)[0])
    except (NotRational, ZeroDivisionError):
        return False
    return True


def _readable(case: Case) -> Finding:
    if not isinstance(case.result, sympy.Expr) or isinstance(case.result, sympy.MatrixBase):
        return right("each solution is checked on its own")
    return readable(case.result, complex_numbers=case.reading.assumed.get("domain") == "complex")


def _stages(case: Case) -> list[Stage]:
    """Return the expression for each operation; only up to an antiderivative if more follows it."""
    integrals = [index for index, step in enumerate(case.question[:-1]) if step.tool == "integrate"]
    if integrals and all(case.question[index].bounds is None for index in integrals):
        return [case.start] * (integrals[0] + 1)  # skips rewriting before it, which leaves the function the same
    return [case.start] if is_formed_sum(case.question) else stages(case.start, case.question)


def _after_integral(case: Case) -> Finding:
    """Judge an antiderivative that was rewritten, or differentiated again, and a sum in a form."""
    tools = [step.tool for step in case.question]
    result = tree(case.result)
    if tools[0] == "sum":
        value = _CHECKS["sum"](case, case.start, case.question[0], result)
        return value.then(lambda: _FORMS[tools[-1]](case.result, case.result))
    if tools == ["integrate", "differentiate"] and len({step.variable for step in case.question if step.variable}) == 1:
        return compare(case.start, case.start.node, result, "the problem's expression")
    first_integral = tools.index("integrate")
    if any(tool not in REWRITING for tool in tools[:first_integral] + tools[first_integral + 1 :]):
        return unknown("an antiderivative has a free constant, on which the rest depends")
    found = antiderivative(case.start, str(case.question[first_integral].variable), result)
    if found.right and tools[-1] in {"expand", "factor"}:
        form = _FORMS[tools[-1]](case.result, case.result)
        return found if form.right else unknown(f"the antiderivative is right, but {form.reason}")
    return found


def _value(case: Case, stage: Stage) -> Finding:
    step = case.question[-1]
    if step.tool == "solve":
        return solutions(case, stage, step)
    try:
        result = tree(case.result)
    except Unreadable as error:
        return unknown(f"the result has {error} in it")
    return _CHECKS[step.tool](case, stage, step, result)


def _integral(case: Case, stage: Stage, step: Operation, result: Node) -> Finding:
    name = str(step.variable)
    if step.bounds is None:
        made = antiderivative(stage, name, result)
        return made.then(lambda: _passes(step, result)).then(lambda: made) if step.value is not None else made
    own = (printed(made.result) for made in case.done if _is_antiderivative(made, name))
    found = tuple(made for made in own if made is not None)
    return definite(Area(stage, name, step.bounds, found, case.positive), result, step.word)


def _passes(step: Operation, result: Node) -> Finding:
    """Judge whether an antiderivative has the value that is asked at a point."""
    if step.point is None or step.value is None:
        return unknown("no point is given")
    return equal(step.value, result.put({str(step.variable): step.point}), ())


def _is_antiderivative(made: Done, name: str) -> bool:
    return made.tool == "integrate" and made.variable == name and "lower" not in made.values


def _derivative(_: Case, stage: Stage, step: Operation, result: Node) -> Finding:
    moved = after(stage, step)
    return compare(moved, moved.node, result, "the derivative of the problem's expression")


def _substitution(_: Case, stage: Stage, step: Operation, result: Node) -> Finding:
    put = after(stage, step)
    letters = put.node.names()
    for part in put.domain:
        if not part.names() and is_defined(part, {}) is False:
            return wrong(f"the problem's expression has no real value at {step.variable} = {step.point}")
    kink = _kink(stage, step)
    if kink is not None:
        return kink
    what = f"the problem's expression at {step.variable} = {step.point}"
    found = compare(put, put.node, result, what)
    if found.right or letters or found.wrong:
        return found
    return found if is_defined(put.node, {}) is not False else wrong(f"there is no real value at {step.point}")


def _kink(stage: Stage, step: Operation) -> Finding | None:
    """Return whether a derivative is taken at a point at which its function may have a kink."""
    values = {str(step.variable): step.point} if step.point is not None else {}
    for function in stage.smooth:
        for part in (made.put(values) for made in breaking(function)):
            if part.names():
                continue
            try:
                if balls.value(part, {}).contains(0):
                    return unknown(
                        f"it cannot be decided whether there is a derivative at {step.variable} = {step.point}"
                    )
            except (Undefined, Unclear):
                return unknown(f"it cannot be decided whether there is a derivative at {step.variable} = {step.point}")
    return None


def _rewritten(case: Case, stage: Stage, step: Operation, result: Node) -> Finding:
    found = compare(stage, stage.node, result, "the problem's expression", holes=True)
    if not found.right:
        return found
    try:
        before = expression(stage.node, real=False)
    except Unreadable as error:
        return unknown(f"the problem has {error} in it")
    if step.word == "composed":
        return found
    form = _FORMS[step.tool](before, case.result)
    further = form.then(lambda: forms.as_word(step.word, case.result))
    form = form if further.right else further
    form = in_shape(step.shape, case.result) if step.shape else form
    return form.because(f"{found.reason}, {'and' if form.right else 'but'} is {form.reason}")


_FORMS: dict[str, Callable[[Any, Any], Finding]] = {
    "simplify": forms.simplified,
    "expand": forms.expanded,
    "factor": forms.factored,
}


_CHECKS: dict[str, Callable[[Case, Stage, Operation, Node], Finding]] = {
    "integrate": _integral,
    "differentiate": _derivative,
    "substitute": _substitution,
    "simplify": _rewritten,
    "expand": _rewritten,
    "factor": _rewritten,
    "limit": limit,
    **FURTHER,
}


def _of_several(alike: Sequence[Case]) -> Finding | None:
    """Judge several answers to one question; None if they are of another kind."""
    if (found := one_by_one(alike)) is not None or len(alike) == 1:
        return found
    whole = together_with_others(alike)
    return None if whole is None else check(whole)


def answers(reading: Reading, plan: Plan, done: Sequence[Done]) -> Finding:
    """Judge all answers of a plan under one reading, each against its question.

    Args:
        reading: the reading.
        plan: the plan.
        done: its steps with their results.
    """
    if is_known(reading):
        return by_formula(reading, plan, done)
    numbers, asked = plan.answers, len(reading.questions)
    alike = [Case(reading, reading.questions[0], plan, tuple(done), at) for at in numbers]
    if asked == 1 and (found := _of_several(alike)) is not None:
        return found
    if len(numbers) == 1 < asked:
        numbers = entries_of(done, numbers[0], asked) or numbers
    if len(numbers) < asked:
        return wrong(f"the problem asks for {asked} results, but the plan gives {len(numbers)}")
    if names_point(reading, numbers):
        return of_point(reading, plan, done, numbers, check)
    if len(numbers) > asked:
        return unknown(f"the plan gives {len(numbers)} results, but the problem asks for {asked}")
    cases = [
        Case(reading, in_order(question, done, number), plan, tuple(done), number)
        for question, number in zip(reading.questions, numbers, strict=True)
    ]
    return every(kept(case.question[-1].shape, case.result, check(case)) for case in cases)
