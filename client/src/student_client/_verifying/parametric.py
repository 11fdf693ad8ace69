"""Judges dy/dx and d^2y/dx^2 of a curve by a parameter: quotients of derivatives in it, by our own rules."""

from __future__ import annotations

from .._reading.formulas.derivative import NoRule, derivative
from .._reading.formulas.tree import Node, System, div
from .case import Case
from .comparing import compare
from .convert import Unreadable, tree
from .finding import Finding, right, unknown, wrong
from .solved import same
from .stages import first


def slope_along(case: Case) -> Finding:
    """Judge dy/dx, or d^2y/dx^2, of a curve x = t^2, y = t^3, which the plan must find by derivatives in t."""
    curve, step, last = case.start.expression, case.question[0], case.question[-1]
    if not isinstance(curve, System):
        return unknown("no curve is printed")
    name = str(step.variable)
    across, along = (one.right for one in curve.equations)
    try:
        slope = along
        for _ in range(step.degree or 1):
            slope = div(derivative(slope, name), derivative(across, name))
        claim = tree(case.result)
    except (NoRule, Unreadable) as error:
        return unknown(f"the slope cannot be read: {error}")
    if last.tool == "substitute" and last.point is not None:
        slope = slope.put({name: last.point})
    names = case.reading.variables
    what = "the slope of the curve" if step.degree == 1 else "the second derivative along the curve"
    found = compare(first(slope, (), names), slope, claim, what)
    return found.then(lambda: _is_derived(case, name, across, along)).then(lambda: found)


def _is_derived(case: Case, name: str, across: Node, along: Node) -> Finding:
    derived = [made.printed for made in case.done if made.tool == "differentiate" and made.variable == name]
    given = [made for made in derived if isinstance(made, Node)]
    names = case.reading.variables
    if all(any(same(first(wanted, (), names), one) for one in given) for wanted in (across, along)):
        return right("the plan does what is asked")
    if given:
        return unknown("it cannot be decided whether the plan differentiates both x and y")
    return wrong("the plan states an answer: no step differentiates")
