"""Checks of the tools after the original eight whose results are expressions."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._reading.formulas.derivative import NoRule, derivative
from .._reading.formulas.tree import ONE, Node, add, div, mul, neg, symbol
from .._reading.questions.clauses import REWRITING
from .._reading.statement import Operation, Question
from . import forms
from .case import Case
from .comparing import compare
from .convert import tree
from .equivalence import same_number
from .executor import Done
from .finding import Finding, every, right, unknown
from .inverses import inverse
from .laplace import judge as laplace
from .rewriting import WORDS, collected, has_form
from .rounding import digits_of, rounded
from .stages import Stage, after
from .sums import Total, total
from .taylor import polynomial


def _total(_: Case, stage: Stage, step: Operation, result: Node) -> Finding:
    if step.bounds is None:
        return unknown("the sum has no bounds")
    asked = Total(stage.node, str(step.variable), step.bounds, product=step.tool == "product", names=stage.names)
    return total(asked, result)


def _taylor(case: Case, stage: Stage, step: Operation, _: Node) -> Finding:
    if step.point is None:
        return unknown("the series has no point")
    if (step.word or "").startswith("normal"):
        return _normal(stage, step, step.point, tree(case.result))
    return polynomial(stage.node, str(step.variable), step.point, case.result, (step.degree, step.terms))


def _normal(stage: Stage, step: Operation, point: Node, result: Node) -> Finding:
    """Judge the line that is perpendicular to a tangent, or its slope."""
    name = str(step.variable)
    try:
        slope = derivative(stage.node, name).put({name: point})
    except NoRule as error:
        return unknown(str(error))
    turned = neg(div(ONE, slope))
    if step.word == "normal slope":
        return compare(stage, turned, result, "the slope of the normal")
    line = add(stage.node.put({name: point}), mul(turned, add(symbol(name), neg(point))))
    return compare(stage, line, result, "the normal")


def _formed(case: Case, stage: Stage, step: Operation, result: Node) -> Finding:
    """Judge another form: partial fractions, a completed square, and the like."""
    form = WORDS.get(step.word or "", "")
    if form == "a+bi":
        found = same_number(stage.node, result)
    else:
        found = compare(stage, stage.node, result, "the problem's expression", holes=True)
    if not found.right:
        return found
    made = _has_form(case.result, step)
    return made.because(f"{found.reason}, {'and' if made.right else 'but'} is {made.reason}")


def kept_form(case: Case) -> Finding:
    """Judge whether a result still has the forms asked before the last one, as in "expand in partial fractions".

    A later form may undo an earlier one on purpose, so a lost one is undecided.
    """
    *before, last = case.question
    if last.tool not in REWRITING:
        return right("the last question is not about a form")
    asked = itertools.takewhile(lambda step: step.tool in REWRITING, reversed(before))
    return every(_has_form(case.result, step) for step in asked)


def _has_form(result: Any, step: Operation) -> Finding:
    variable = None if step.variable is None else sympy.Symbol(step.variable)
    if step.tool == "collect":
        return collected(result, variable)
    if step.tool != "rewrite":
        return forms.as_word(step.word, result)
    return has_form(result, WORDS.get(step.word or "", ""), variable)


def _implicit(_: Case, stage: Stage, step: Operation, result: Node) -> Finding:
    moved = after(stage, step)
    return compare(moved, moved.node, result, "the derivative along the equation")


def _numeric(case: Case, stage: Stage, step: Operation, result: Node) -> Finding:
    given = digits_of(case.done[case.number - 1])
    return rounded(stage.node, result, step.degree or 0, places=step.word == "places", given=given)


def _laplace(case: Case, stage: Stage, step: Operation, _: Node) -> Finding:
    return laplace(case, stage, inverse=step.tool == "inverse_laplace")


def _inverse(_: Case, stage: Stage, step: Operation, result: Node) -> Finding:
    return inverse(stage, str(step.variable), result)


FURTHER: dict[str, Callable[[Case, Stage, Operation, Node], Finding]] = {
    "sum": _total,
    "product": _total,
    "taylor": _taylor,
    "inverse": _inverse,
    "laplace": _laplace,
    "inverse_laplace": _laplace,
    "implicit": _implicit,
    "numeric": _numeric,
    "rewrite": _formed,
    "collect": _formed,
}
"""The check of each tool."""


def in_order(question: Question, done: Sequence[Done], number: int) -> Question:
    """Return integrals over a box in the order of a plan's steps: its value is the same in each order."""
    box = [step for step in question if step.tool == "integrate" and step.bounds]
    if len(box) < 2 or len(box) < len(question) or any(end.names() for step in box for end in step.bounds or ()):
        return question
    places = {made.variable: at for at, made in enumerate(done[:number]) if made.tool == "integrate"}
    return tuple(sorted(question, key=lambda step: places.get(str(step.variable), len(done))))
