"""The decimal of a definite integral, which needs no closed form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._reading.formulas.tree import ZERO, Equation, Node
from .._reading.statement import Operation
from .case import Case, among
from .convert import Unreadable, printed, tree
from .executor import Done
from .finding import Finding, right, unknown, wrong
from .integrals import Area, enclosure
from .polynomial_roots import Asked
from .rounding import digits_of, rounded, rounded_ball
from .solutions import all_solutions
from .solved import solves
from .stages import NoStage
from .trace import does_the_work, is_used


def decimal_of_integral(case: Case) -> Finding:
    """Judge the decimal of a definite integral, and whether the plan integrates."""
    try:
        found = _rounded(case, tree(case.result))
    except Unreadable as error:
        return unknown(f"the result has {error} in it")
    first = case.question[:1]
    works = found.then(lambda: does_the_work(first, [case.start], case.done, case.number))
    return works.then(lambda: is_used(case.plan, case.done, case.number, first, case.asked)).then(lambda: found)


def decimals_of_solutions(cases: Sequence[Case]) -> Finding:
    """Judge the decimals of all real solutions of an equation, one for each answer of the plan.

    Args:
        cases: the question, "solve" and "numeric", once for each answer.
    """
    case, step, last = cases[0], cases[0].question[0], cases[0].question[-1]
    try:
        claims = [
            (tree(one.result), digits_of(one.done[one.number - 1]))
            for one in cases
            if isinstance(one.result, sympy.Expr)
        ]
        printed = case.start.equation
        equation = printed if isinstance(printed, Equation) else Equation(printed, ZERO)
        asked = Asked(equation, str(step.variable), case.start.domain, "real", among(step.within))
        solved = [made for made in case.done if made.tool == "solve" and made.variable == step.variable]
        given = [made for made in solved if all_solutions(asked, _real(made)).right]
        exact = [tree(one) for one in _real(given[-1])] if given else []
    except (Unreadable, NoStage) as error:
        return unknown(f"the solutions cannot be read: {error}")
    if not given or len(claims) < len(cases):
        return unknown("no step of the plan gives all real solutions, or an answer is not a decimal")
    if len(exact) != len(claims):
        return wrong(f"the equation has {len(exact)} real solutions, but the plan gives {len(claims)}")
    for one in exact:
        fits = [claim for claim in claims if _fits(one, claim, last)]
        if not fits:
            return unknown(f"no answer is known to be {one}, rounded to {last.degree} {last.word}")
        claims.remove(fits[0])
    return solves(case.start, given, none_given=False).then(lambda: right("each real solution, rounded as asked"))


def _real(made: Done) -> list[Any]:
    return [one for one in made.result if one.is_real]


def _fits(exact: Node, claim: tuple[Node, int | None], last: Operation) -> bool:
    made, given = claim
    return rounded(exact, made, last.degree or 0, places=last.word == "places", given=given).right


def _rounded(case: Case, result: Node) -> Finding:
    """Judge the decimal of a definite integral: by an enclosure, which needs no closed form."""
    step, last = case.question[0], case.question[-1]
    if step.bounds is None or case.start.node.names() - {step.variable} or any(end.names() for end in step.bounds):
        return unknown("the decimal of an integral with other letters is not judged")
    own = (printed(made.result) for made in case.done if made.tool == "integrate" and "lower" not in made.values)
    found = tuple(made for made in own if made is not None)
    enclosed = enclosure(Area(case.start, str(step.variable), step.bounds, found))
    if isinstance(enclosed, Finding):
        return enclosed
    given = digits_of(case.done[case.number - 1])
    return rounded_ball(enclosed, result, last.degree or 0, places=last.word == "places", given=given)
