"""Judges answers that are not expressions: for an inequality, a system, a differential equation, or matrices."""

from __future__ import annotations

import re
from collections.abc import Callable

import sympy  # type: ignore[import-untyped]

from .._reading.formulas.tree import ZERO, Differential, Equation, Inequality, Node, Printed, System, add, neg, symbol
from .._reading.questions.clauses import REWRITING
from .._reading.statement import Operation
from .case import Case, among, said
from .convert import printed
from .differential import solves_differential
from .equivalence import equal
from .executor import Done
from .finding import Finding, unknown, wrong
from .first_order import solves_as_equation
from .forms import expanded
from .inequalities import solves_inequality
from .linear import LINEAR, NULLITY, judge_linear
from .matrices import NoMatrix, judge, worked_out
from .reworking import rewrites
from .same_formula import formula, same_formula
from .sets import SETS, of_set
from .solved import same, solves_statement
from .stages import first
from .systems import solves_system
from .trace import is_used, led_by
from .word_checker import of_word


def of_statement(case: Case) -> Finding:
    """Judge the solutions of an inequality or a system, and whether the plan solves the problem's."""
    step, printed = case.question[-1], case.start.expression
    tried = [made for made in case.done[: case.number] if made.tool == step.tool]
    if step.word in SETS:
        return of_set(case)
    if len(case.question) > 1 or (step.within is not None and not isinstance(printed, Inequality)):
        return unknown("a question besides the solutions is not judged")
    if isinstance(printed, Inequality):
        where = said(case.reading.assumed | case.reading.picked).interval
        if where is not None and step.within is not None:
            return unknown("the problem names numbers, but more are assumed. Fix: leave out one of them")
        found = solves_inequality(printed, str(step.variable), case.result, where or among(step.within))
    elif isinstance(printed, System):
        chosen = case.reading.assumed.get("domain", "")
        field = "complex" if "complex" in {chosen, step.word} else "real" if step.real or chosen else "either"
        found = solves_system(printed, step.names, case.result, field=field)
    else:
        return unknown("the question is neither an inequality nor a system")
    return found.then(lambda: solves_statement(case.start, tried, case.done[case.number - 1])).then(lambda: found)


def of_differential(case: Case) -> Finding:
    """Judge the solution of a differential equation, and whether the plan solves it."""
    asked = case.start.expression
    if isinstance(asked, Differential) and isinstance(case.result, sympy.Equality):
        return solves_as_equation(asked, case.result)
    return _of_function(case, asked, printed(case.result))


def _of_function(case: Case, asked: Printed, result: Node | None) -> Finding:
    """Judge the solution as a function."""
    if not isinstance(asked, Differential) or result is None:
        return unknown("the question is not a differential equation, or the result cannot be read")
    found = solves_differential(asked, result, case.reading.variables)
    if not found.right:
        return found
    tried = [made for made in case.done[: case.number] if made.tool == "dsolve"]
    if any(_is_asked(made, asked) for made in tried):
        return is_used(case.plan, case.done, case.number, case.question, case.asked).then(lambda: found)
    if tried:
        return unknown("the plan solves another differential equation")
    if not _transforms(case) and not any(made.tool == "integrate" for made in case.done[: case.number]):
        return wrong("the plan states an answer")
    other = unknown("the plan integrates instead of using dsolve, and that is not judged")
    return found if _transforms(case) or _integrates(case, asked) else other


def _transforms(case: Case) -> bool:
    """Return whether the answer is transformed back from an earlier step's transform or solution."""
    led = led_by(case.done, case.number)
    back = any(made.tool == "inverse_laplace" and re.search(r"\bR\d", made.texts[0]) for made in led)
    return back and any(made.tool in {"laplace", "solve"} for made in led)


def _integrates(case: Case, asked: Differential) -> bool:
    """Return whether the answer depends on an integral of the right side of ``f' = g(x)``."""
    function, shown = asked.function, asked.equation
    alone = shown.left.name in {function + "'" * order for order in range(1, 4)}
    if not alone or any(name.rstrip("'") == function for name in shown.right.names()):
        return False
    made = next((made for made in led_by(case.done, case.number) if made.tool == "integrate"), None)
    if made is None or made.variable != asked.variable or len(made.texts) > 1 or not isinstance(made.printed, Node):
        return False
    done = (Operation("integrate", asked.variable),)
    used = is_used(case.plan, case.done, case.number, done, case.asked)
    return used.right and equal(shown.right, made.printed, case.reading.variables).right


def _is_asked(made: Done, asked: Differential) -> bool:
    """Return whether a step solves the problem's equation: the same function, with the same sides."""
    if not isinstance(made.printed, Equation) or (made.variable, made.words["function"]) != (
        asked.variable,
        asked.function,
    ):
        return False
    names = {f"derivative_{order}": symbol(asked.function + "'" * order) for order in range(1, 4)}
    stage = first(asked.equation, (), tuple(asked.equation.names()))
    given = made.printed.put(names)
    return same(stage, add(given.left, neg(given.right)))


def of_matrices(case: Case) -> Finding:
    """Judge a result of matrices, and whether the plan calculates it."""
    asked, tool, word = case.start.node, case.question[-1].tool, case.question[-1].word
    if tool in LINEAR:
        found = judge_linear(asked, tool, word, case.result)
    else:
        found = judge(asked, tool, case.result, case.reading.variables)
    if found.right and word == "expanded" and not expanded(case.result, case.result).right:
        return unknown("perhaps not multiplied out")
    return found.then(lambda: _calculates(case)).then(lambda: found)


def _calculates(case: Case) -> Finding:
    """Judge whether a plan applies the tool to the problem's matrices, in a step or in the last of several."""
    asked, tool, word = case.start.node, case.question[-1].tool, case.question[-1].word
    number = _subtracted(case) if word == NULLITY else _rewritten_from(case)
    if number is None:
        return wrong("no step takes the rank from the number of columns")
    last = case.done[number - 1]
    made = formula(case.done, number, determinants=tool == "matrix")
    if tool == "matrix" and last.tool in REWRITING and made is not None and not made.has("matrix"):
        return _by_coordinates(case)
    composed = tool == "matrix" and last.tool in REWRITING and made is not None and made.has("matrix")
    by_rows = tool == "matrix" and last.tool == "determinant"
    if last.tool != tool and not composed and not by_rows:
        return wrong("the plan states an answer: no step calculates it from the matrices")
    if not by_rows and isinstance(last.printed, Node) and last.printed.head == "matrix" and asked.head != "matrix":
        return wrong("the plan states an answer: the matrix that it starts from is already the answer")
    if last.words.get("space", f"{word} space") != f"{word} space":
        return unknown("the plan finds a basis of another space")
    return same_formula(asked, made, case.reading.variables)


def _by_coordinates(case: Case) -> Finding:
    """Judge a plan that calculates a number of vectors from their entries, without a matrix."""
    try:
        truth = worked_out(case.start.node)
    except NoMatrix as error:
        return unknown(str(error))
    leading = led_by(case.done, case.number)
    vectors = [part for part in case.start.node.walk() if part.head == "matrix"]
    entries = [entry for part in vectors for entry in part.args if entry != ZERO]
    written = [part for made in leading if isinstance(made.printed, Node) for part in made.printed.walk()]
    if sum(part.head in {"number", "symbol"} for part in written) < len(entries):
        return unknown("the plan does not calculate with the entries of the vectors")
    if not isinstance(truth, Node) or any(made.tool not in REWRITING for made in leading):
        return wrong("the plan states an answer: no step calculates it from the matrices")
    stage = first(truth, (), case.reading.variables)
    return rewrites(stage, Operation("simplify"), leading, case.result)


def _subtracted(case: Case) -> int | None:
    """Return the number of the step whose rank the last step takes from the number of columns; None if it does not."""
    last = case.done[case.number - 1]
    taken = re.fullmatch(r"\s*\d+\s*-\s*R(\d)\s*", last.texts[0]) if last.tool in REWRITING else None
    return int(taken[1]) if taken else None


def _rewritten_from(case: Case) -> int:
    """Return the number of the step whose result the last steps only rewrite."""
    number = case.number
    while number > 1 and case.done[number - 1].tool in REWRITING and case.done[number - 1].texts[0] == f"R{number - 1}":
        number -= 1
    return number


STATEMENTS: dict[str, Callable[[Case], Finding]] = {
    "solve_inequality": of_statement,
    "solve_system": of_statement,
    "dsolve": of_differential,
    "matrix": of_matrices,
    "determinant": of_matrices,
    "eigenvalues": of_matrices,
    "classify": of_word,
    **dict.fromkeys(LINEAR, of_matrices),
}
"""The check of each tool whose argument is neither an expression nor a single equation."""
