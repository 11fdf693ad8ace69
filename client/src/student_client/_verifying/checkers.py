"""Is a result what was asked? One check a tool, each by another road than the one SymPy took in the plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from .._plan import Plan
from .._reading.readings import Reading
from .._reading.statement import Operation
from .._reading.tree import ZERO, Equation, Node
from . import balls, forms
from .balls import Unclear, Undefined, is_defined
from .case import Case, said
from .convert import Unreadable, expression, printed, tree
from .critical import critical
from .equivalence import equal
from .executor import Done
from .finding import Finding, every, right, unknown, wrong
from .fitness import readable
from .integrals import Area, antiderivative, definite
from .limits import approach, infinite
from .pieces import POSITIVE, breaking, letters_at
from .polynomial_roots import Asked
from .polynomials import NotRational, quotient
from .solutions import all_solutions
from .stages import NoStage, Stage, after, stages
from .trace import REWRITING, does_the_work, is_used


def check(case: Case) -> Finding:
    """Judge an answer: its kind, its value, its form, and whether the plan did the work."""
    fit = every((_kind(case), _sense(case), _readable(case)))
    if not fit.right:
        return fit
    try:
        at = _stages(case)
    except NoStage as error:
        return unknown(str(error))
    checked = _value(case, at[-1]) if len(at) == len(case.question) else _after_integral(case)
    if not checked.right:
        return checked
    works = does_the_work(case.question, at, case.done, case.number)
    used = works.then(lambda: is_used(case.plan, case.done, case.number, case.question, case.asked))
    return used.then(lambda: checked)


def _kind(case: Case) -> Finding:
    """Judge whether the answer is a list of solutions when solutions are asked, and only then."""
    given, asked = isinstance(case.result, list), case.question[-1].tool == "solve"
    if given == asked:
        return right("the result is of the kind that is asked")
    found, wanted = ("a list of solutions", "an expression") if given else ("an expression", "solutions")
    return wrong(f"the result is {found}, and the problem asks for {wanted}")


def _sense(case: Case) -> Finding:
    """Judge whether the question makes sense for the expression."""
    if (absent := _absent(case)) is not None:
        return unknown(f"the variable {absent} is not in the problem's expression")
    if case.reading.assumed.get("domain") == "complex" and not _is_complex_ready(case):
        return unknown("over the complex numbers only equations and fractions of polynomials are judged")
    if _depends(case):
        return wrong("y depends on the variable, and the derivative of y is missing in the result")
    return right("the question makes sense")


def _is_complex_ready(case: Case) -> bool:
    """Tell whether a question is judged over the complex numbers: an equation, or a fraction of polynomials."""
    printed = case.reading.statement.expression
    if isinstance(printed, Equation) or case.question[-1].tool == "solve":
        return True
    names = sorted(printed.names())
    try:
        quotient(printed, names[0] if names else "", letters_at(names[1:], 1)[0])
    except (NotRational, ZeroDivisionError):
        return False
    return True


def _readable(case: Case) -> Finding:
    if isinstance(case.result, list):
        return right("each solution is looked at on its own")
    return readable(case.result, complex_numbers=case.reading.assumed.get("domain") == "complex")


def _absent(case: Case) -> str | None:
    """Return the first operation's variable when the expression has letters, and it is none of them."""
    names = case.reading.statement.expression.names()
    first_named = next((step.variable for step in case.question if step.variable is not None), None)
    return first_named if names and first_named is not None and first_named not in names else None


def _depends(case: Case) -> bool:
    chosen = case.reading.assumed | case.reading.picked
    derived = any(step.tool == "differentiate" and step.variable != "y" for step in case.question)
    return chosen.get("y") == "function" and derived


def _stages(case: Case) -> list[Stage]:
    """Return what each operation is done on; only as far as an antiderivative when more follows it."""
    integrals = [index for index, step in enumerate(case.question[:-1]) if step.tool == "integrate"]
    if integrals and all(case.question[index].bounds is None for index in integrals):
        return [case.start] * (integrals[0] + 1)  # what only rewrites it before leaves it the same function
    return stages(case.start, case.question)


def _after_integral(case: Case) -> Finding:
    """Judge an antiderivative that was rewritten, or differentiated again."""
    tools = [step.tool for step in case.question]
    variables = {step.variable for step in case.question if step.variable}
    result = tree(case.result)
    if tools == ["integrate", "differentiate"] and len(variables) == 1:
        return _same(case.start, case.start.node, result, "the problem's expression")
    first_integral = tools.index("integrate")
    if any(tool not in REWRITING for tool in tools[:first_integral] + tools[first_integral + 1 :]):
        return unknown("an antiderivative has a free constant, and what follows depends on it")
    found = antiderivative(case.start, str(case.question[first_integral].variable), result)
    if found.right and tools[-1] in {"expand", "factor"}:
        form = _FORMS[tools[-1]](case.result, case.result)
        return found if form.right else unknown(f"the antiderivative is right, but {form.reason}")
    return found


def _value(case: Case, stage: Stage) -> Finding:
    step = case.question[-1]
    if step.tool == "solve":
        return _solutions(case, stage, step)
    try:
        result = tree(case.result)
    except Unreadable as error:
        return unknown(f"the result has {error} in it")
    return _CHECKS[step.tool](case, stage, step, result)


def _same(stage: Stage, truth: Node, result: Node, what: str, *, holes: bool = False) -> Finding:
    found = equal(truth, result, stage.names, domain=stage.domain, holes=holes)
    if found.right:
        return right(f"the result equals {what}: it {found.reason}")
    word = "does not equal" if found.wrong else "is not known to equal"
    return found.because(f"the result {word} {what}: it {found.reason}")


def _integral(case: Case, stage: Stage, step: Operation, result: Node) -> Finding:
    name = str(step.variable)
    if step.bounds is None:
        return antiderivative(stage, name, result)
    own = (printed(made.result) for made in case.done if made.tool == "integrate" and made.variable == name)
    found = tuple(made for made in own if made is not None)
    return definite(Area(stage, name, step.bounds, found, case.positive), result, step.word)


def _derivative(_: Case, stage: Stage, step: Operation, result: Node) -> Finding:
    moved = after(stage, step)
    return _same(moved, moved.node, result, "the derivative of the problem's expression")


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
    found = _same(put, put.node, result, what)
    if found.right or letters or found.wrong:
        return found
    return found if is_defined(put.node, {}) is not False else wrong(f"there is no real value at {step.point}")


def _kink(stage: Stage, step: Operation) -> Finding | None:
    """Tell whether a derivative is taken at a point where its function may have a kink."""
    values = {str(step.variable): step.point} if step.point is not None else {}
    for function in stage.smooth:
        for part in (made.put(values) for made in breaking(function)):
            if part.names():
                continue
            try:
                if balls.value(part, {}).contains(0):
                    return unknown(f"whether there is a derivative at {step.variable} = {step.point} cannot be told")
            except (Undefined, Unclear):
                return unknown(f"whether there is a derivative at {step.variable} = {step.point} cannot be told")
    return None


def _rewritten(case: Case, stage: Stage, step: Operation, result: Node) -> Finding:
    found = _same(stage, stage.node, result, "the problem's expression", holes=True)
    if not found.right:
        return found
    try:
        before = expression(stage.node, real=False)
    except Unreadable as error:
        return unknown(f"the problem has {error} in it")
    form = _FORMS[step.tool](before, case.result)
    further = form.then(lambda: forms.as_word(step.word, case.result))
    form = form if further.right else further
    return form.because(f"{found.reason}, {'and' if form.right else 'but'} is {form.reason}")


_FORMS: dict[str, Callable[[Any, Any], Finding]] = {
    "simplify": forms.simplified,
    "expand": forms.expanded,
    "factor": forms.factored,
}


def _solutions(case: Case, stage: Stage, step: Operation) -> Finding:
    chosen = case.reading.assumed | case.reading.picked
    printed = stage.expression
    equation = printed if isinstance(printed, Equation) else Equation(printed, ZERO)
    numbers = {chosen.get("domain"), step.word, "real" if step.real else None}
    field = "complex" if "complex" in numbers else "real" if numbers & {"real", "positive"} else "either"
    asked = Asked(equation, str(step.variable), stage.domain, field, said(chosen).interval)
    if stage.smooth and step.word in {"critical", "stationary"}:
        return critical(stage.smooth[-1], step.word, asked, case.result)
    return all_solutions(asked, case.result)


def _limit(case: Case, stage: Stage, step: Operation, result: Node) -> Finding:
    name, point = str(step.variable), step.point
    if point is None:
        return unknown("the limit has no point")
    letters = sorted((stage.node.names() | point.names() | result.names()) - {name})
    places = letters_at(letters, POSITIVE) if letters else [{}]
    chosen = case.reading.assumed | case.reading.picked
    sides = [-1 if infinite(point) > 0 else 1] if infinite(point) else {"+": [1], "-": [-1], None: [1, -1]}[step.side]
    found = {side: approach(stage.node, name, point, side, places, positive=case.positive) for side in sides}
    inside = {side: made for side, made in found.items() if made.known}
    if not inside:
        return unknown("the problem's expression has no real values near the point")
    if len(inside) < len(found) and chosen.get("limit") != "one-sided":
        there = "above" if 1 in inside else "below"
        return unknown(
            f"the limit is two-sided, and the expression has real values only {there} the point. "
            "Fix: assume={'limit': 'one-sided'}"
        )
    return every(_approached(stage, made.goal, made.confirmed, result) for made in inside.values())


def _approached(stage: Stage, goal: Node | None, confirmed: bool, result: Node) -> Finding:
    if goal is None or not confirmed:
        return unknown("the values near the point do not decide the limit")
    if infinite(goal) or infinite(result):
        if infinite(goal) == infinite(result):
            return right("the result is what the problem's expression approaches")
        return wrong("the result is not what the problem's expression approaches")
    found = equal(goal, result, stage.names)
    word = "is" if found.right else "is not" if found.wrong else "is not known to be"
    return found.because(f"the result {word} what the problem's expression approaches")


_CHECKS: dict[str, Callable[[Case, Stage, Operation, Node], Finding]] = {
    "integrate": _integral,
    "differentiate": _derivative,
    "substitute": _substitution,
    "simplify": _rewritten,
    "expand": _rewritten,
    "factor": _rewritten,
    "limit": _limit,
}


def answers(reading: Reading, plan: Plan, done: Sequence[Done]) -> Finding:
    """Judge all answers of a plan under one reading, each against its question.

    Args:
        reading: the reading.
        plan: the plan.
        done: its steps, run.
    """
    numbers = plan.answers
    asked = len(reading.questions)
    if len(numbers) < asked:
        return wrong(f"the problem asks for {asked} results, and the plan gives {len(numbers)}")
    if len(numbers) > asked:
        return unknown(f"the plan gives {len(numbers)} results, and the problem asks for {asked}")
    cases = [
        Case(reading, question, plan, tuple(done), number)
        for question, number in zip(reading.questions, numbers, strict=True)
    ]
    return every(check(case) for case in cases)
