"""Can any plan for a problem be accepted? The question must have a rule, and readings must not exclude each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .._reading.formulas.tree import Node
from .._reading.labels import label
from .._reading.questions.of_parametric import PARAMETRIC
from .._reading.readings import Reading
from .._reading.statement import Operation, Question
from .any_base import is_of_any_base
from .balls import Unclear, Undefined
from .case import absent_variable, lacks_derivative
from .equivalence import equal
from .known import is_known, no_answer
from .limits import infinite
from .linear import LINEAR
from .quadrature import NoValue, integral
from .stages import NoStage, after, first, stages
from .taylor import HIGHEST, coefficients

_COMPARED = frozenset({"simplify", "expand", "factor", "differentiate", "substitute", "integrate"})
"""Tools whose right results are all equal, or equal up to a constant for an antiderivative."""

_WITHOUT_RULE = frozenset(
    {"limit", "integrate", "sum", "product", "taylor", "numeric", "inverse", "laplace", "inverse_laplace"}
)
"""Tools of which only the argument is known before a plan has run."""


def unanswerable(found: Sequence[Reading]) -> str | None:
    """Return why no plan at all can be accepted, and how to word the problem; None if one may be.

    Args:
        found: the problem's readings, the usual one first.
    """
    for reading in found:
        if is_known(reading) and (why := no_answer(reading)) is not None:
            return f"{why} ({reading}). Fix: ask for something that it has"
        for question in reading.questions:
            try:
                _last(reading, question)
            except NoStage as error:
                return f"{error} ({reading}). Fix: leave that part out, or ask one question at a time"
            if (absent := absent_variable(reading, question)) is not None:
                return f"the variable {absent} is not in the expression. Fix: name one that is"
            if lacks_derivative(reading, question):
                return "y depends on the variable, and no plan can name its derivative. Fix: assume={'y': 'constant'}"
    for other in () if is_of_any_base(found) else found[1:]:
        if _apart(found[0], other):
            ways = " or ".join(" and ".join(label(*pair) for pair in one.picked.items()) for one in (found[0], other))
            topic = next(name for name, option in other.picked.items() if option != found[0].picked[name])
            return f"the answer depends on whether {ways}. Fix: choose one with assume={{{topic!r}: ...}}"
    return None


def _apart(one: Reading, other: Reading) -> bool:
    """Return whether no answer is right under both readings, because the number of answers or their values differ."""
    if len(one.questions) != len(other.questions):
        return True
    pairs = zip(one.questions, other.questions, strict=True)
    return any(_differ(one, asked, other, also) for asked, also in pairs)


def _differ(one: Reading, asked: Question, other: Reading, also: Question) -> bool:
    ours, theirs = _last(one, asked), _last(other, also)
    if asked[-1].tool != also[-1].tool or ours is None or theirs is None:
        return False
    if asked[-1].bounds or also[-1].bounds or asked[-1].tool == "taylor":
        try:
            pairs = zip(_numbers(ours, asked[-1]), _numbers(theirs, also[-1]), strict=True)
            return any(not left.overlaps(right) for left, right in pairs)
        except (NoValue, Undefined, Unclear, ValueError):
            return False
    if asked[-1].tool not in _COMPARED:
        return False
    return equal(ours, theirs, one.variables, domain=(*one.domain, *other.domain)).wrong


def _numbers(node: Node, step: Operation) -> list[Any]:
    """Return the integral between two numbers, or the coefficients of a Taylor polynomial, as balls.

    Raises:
        NoValue, Undefined, Unclear, ValueError: they are not known, or more than one letter is in them.
    """
    name, places = str(step.variable), (*(step.bounds or ()), *((step.point,) if step.point else ()))
    if step.word or not node.names() <= {name} or any(place.names() for place in places):
        raise ValueError(f"not of {name} alone")
    if step.tool == "integrate" and step.bounds is not None and not any(map(infinite, step.bounds)):
        return [integral(node, name, *step.bounds)]
    if step.tool == "taylor" and step.point is not None and step.degree is not None:
        return coefficients(node, name, step.point, min(step.degree, HIGHEST) + 1, {})
    raise ValueError("no numbers are known")


def _last(reading: Reading, question: Question) -> Node | None:
    """Return the result of a question's last operation, or its integrand; None if it follows an antiderivative.

    Raises:
        NoStage: there is no rule for the question.
    """
    tools = [step.tool for step in question]
    free = any(step.tool == "integrate" and step.bounds is None for step in question[:-1])
    if (
        free
        or question[0].word == PARAMETRIC
        or tools in (["integrate", "numeric"], ["solve", "numeric"], ["solve", "simplify"])
    ):
        return None
    start = first(reading.statement.expression, reading.domain, reading.variables)
    stage = stages(start, question)[-1]
    if question[-1].tool in {
        "solve",
        "solve_inequality",
        "solve_system",
        "dsolve",
        "matrix",
        "determinant",
        "eigenvalues",
        "classify",
        *LINEAR,
    }:
        return None
    if question[-1].tool in _WITHOUT_RULE:
        return stage.node
    return after(stage, question[-1]).node
