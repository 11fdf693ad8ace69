"""Judges questions about all solutions of an equation together: their number, their sum, their product."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._reading.formulas.coefficients import NoPolynomial, coefficients
from .._reading.formulas.tree import ONE, ZERO, Equation, Node, add, div, mul, neg, number
from .._reading.questions.of_parametric import PARAMETRIC
from .._reading.questions.of_solutions import HOW_MANY, SUM, TOGETHER
from .._reading.statement import Operation, Statement
from .case import Case, among
from .convert import Unreadable, expression, tree
from .equivalence import equal
from .executor import Done
from .finding import Finding, right, unknown, wrong
from .parametric import slope_along
from .polynomial_roots import Asked
from .solutions import all_solutions
from .solved import solves
from .stages import NoStage


def is_apart(case: Case) -> bool:
    """Return whether a question is judged here: about all solutions, or the slope of a curve by a parameter."""
    return case.question[-1].word in TOGETHER or case.question[0].word == PARAMETRIC


def of_all(case: Case, check: Callable[[Case], Finding]) -> Finding:
    """Judge such a question; ``check`` judges one about an expression."""
    return slope_along(case) if case.question[0].word == PARAMETRIC else _of_solutions(case, check)


def _of_solutions(case: Case, check: Callable[[Case], Finding]) -> Finding:
    """Judge the number, the sum or the product of the solutions, found by the plan or told by coefficients.

    Args:
        case: the question, "solve" and then one about all solutions, with the plan's answer.
        check: judges a question about an expression.
    """
    step, last = case.question[0], case.question[-1]
    try:
        printed = case.start.equation
        equation = printed if isinstance(printed, Equation) else Equation(printed, ZERO)
        claim = tree(case.result)
        solved = [made for made in case.done if made.tool == "solve" and made.variable == step.variable]
        given = [made for made in solved if _are_all(case, equation, made)]
        exact = [tree(one) for one in _asked(step, given[-1])] if given else []
    except (Unreadable, NoStage) as error:
        return unknown(f"the solutions cannot be read: {error}")
    if not given or (last.word != HOW_MANY and not exact):
        return _by_coefficients(case, equation, check)
    counted = step.word == "distinct" or not _has_double_root(equation, str(step.variable))
    if not counted:
        return unknown("the problem does not say whether a double root counts twice")
    expected: Node | None = number(len(exact))
    if last.word != HOW_MANY and all(one.is_real for one in _asked(step, given[-1])):
        expected = add(ZERO, *exact) if last.word == SUM else mul(ONE, *exact)
    elif last.word != HOW_MANY:
        expected = _quotient(case, equation)
    if expected is None:
        return unknown("the complex solutions cannot be added or multiplied")
    found = equal(expected, claim, ())
    if not found.right:
        return wrong(f"the right value is {expected}") if found.wrong else found
    return solves(case.start, given, none_given=not exact).then(
        lambda: right(f"the {TOGETHER[str(last.word)]} of the solutions that the plan finds")
    )


def _asked(step: Operation, made: Done) -> list[Any]:
    return [one for one in made.result if one.is_real] if step.real else list(made.result)


def _are_all(case: Case, equation: Equation, made: Done) -> bool:
    """Return whether a step gives all solutions that are asked; without "real", none may be a complex number.

    The sum and the product of all roots have the complex ones, too.
    """
    step, last = case.question[0], case.question[-1]
    asked = Asked(equation, str(step.variable), case.start.domain, "real", among(step.within))
    if not isinstance(made.result, list):
        return False
    real = [one for one in made.result if one.is_real]
    polynomial = _polynomial(equation, str(step.variable)) is not None
    if step.real or not polynomial or step.within is not None:
        return all_solutions(asked, real).right
    whole = all_solutions(replace(asked, field="complex"), made.result).right
    return whole and (last.word != HOW_MANY or len(real) == len(made.result))


def _polynomial(equation: Equation, name: str) -> Any:
    """Return the sides' difference as SymPy's polynomial; None if it is not a polynomial."""
    try:
        zero = expression(add(equation.left, neg(equation.right)), real=False)
        return sympy.Poly(zero, sympy.Symbol(name))
    except (Unreadable, sympy.PolynomialError):
        return None


def _has_double_root(equation: Equation, name: str) -> bool:
    made = _polynomial(equation, name)
    return made is not None and any(times > 1 for _, times in made.sqf_list()[1])


def _by_coefficients(case: Case, equation: Equation, check: Callable[[Case], Finding]) -> Finding:
    """Judge the sum or the product by the first and last coefficients, if no step solves the equation."""
    step, last = case.question[0], case.question[-1]
    missing = unknown("no step of the plan gives all solutions")
    made = _polynomial(equation, str(step.variable))
    if (
        last.word == HOW_MANY
        or step.within is not None
        or made is None
        or _has_double_root(equation, str(step.variable))
    ):
        return missing
    if step.real and len(made.real_roots()) != made.degree():
        return missing
    asked = _quotient(case, equation)
    if asked is None:
        return missing
    reading = replace(case.reading, statement=Statement(asked), questions=((Operation("simplify"),),))
    found = check(replace(case, reading=reading, question=(Operation("simplify"),)))
    return found if found.right else missing


def _quotient(case: Case, equation: Equation) -> Node | None:
    """Return the sum or the product of a polynomial's roots by its coefficients; None if it is not a polynomial."""
    name = str(case.question[0].variable)
    try:
        parts = coefficients(add(equation.left, neg(equation.right)), name)
    except NoPolynomial:
        return None
    degree, is_sum = max(parts), case.question[-1].word == SUM
    quotient = div(parts.get(degree - 1 if is_sum else 0, ZERO), parts[degree])
    return neg(quotient) if is_sum or degree % 2 else quotient
