"""Judges the solutions of the problem's equation: numbers of an interval, critical ones, or families in n."""

from __future__ import annotations

from dataclasses import replace

from .._reading.formulas.smooth import is_entire, is_smooth
from .._reading.formulas.tree import ZERO, Equation
from .._reading.statement import Operation
from .case import Case, among, said
from .critical import critical, inflection, poles, preimage
from .finding import Finding, unknown
from .periodic import GENERAL, LETTER, general
from .polynomial_roots import Asked
from .real_solutions import Interval
from .solutions import all_solutions
from .stages import Stage

_POSITIVE = Interval(ZERO, None, (False, False), "(0, oo)")


def solutions(case: Case, stage: Stage, step: Operation) -> Finding:
    """Judge the solutions of an equation, all of them or those that are asked.

    Args:
        case: the question, with the plan's answer.
        stage: the equation, or the expression whose zeros are asked.
        step: the operation that asks for them.
    """
    chosen = case.reading.assumed | case.reading.picked
    printed = stage.equation
    equation = printed if isinstance(printed, Equation) else Equation(printed, ZERO)
    numbers = {chosen.get("domain"), step.word, "real" if step.real else None}
    field = "complex" if "complex" in numbers else "real" if numbers & {"real", "positive"} else "either"
    interval = said(chosen).interval
    if step.within is not None and interval is not None:
        return unknown("the problem names numbers, but more are assumed. Fix: leave out one of them")
    positive = _POSITIVE if chosen.get("domain") == "positive" else None
    within = interval or among(step.within) or positive
    asked = Asked(equation, str(step.variable), stage.domain, field, within)
    if case.done[case.number - 1].words.get("domain") == GENERAL:
        return _general(case, stage, asked, step)
    return _worded(case, stage, step, asked)


def _worded(case: Case, stage: Stage, step: Operation, asked: Asked) -> Finding:
    """Judge a list of solutions by the person's word for them."""
    if stage.smooth and step.word in {"critical", "stationary"}:
        return critical(stage.smooth[-1], step.word, asked, case.result)
    if step.word == "inflection":
        return inflection(case.start.node, asked, case.result)
    if step.word == "preimage":
        return preimage(asked, case.result)
    if step.word == "vertical" and step.value is not None:
        return poles(step.value, asked, case.result)
    return all_solutions(asked, case.result)


def _general(case: Case, stage: Stage, asked: Asked, step: Operation) -> Finding:
    """Judge a general solution, which is asked if no words limit the numbers.

    It may be of critical numbers if the function has a derivative wherever it has a value.
    """
    limited = asked.interval is not None and (asked.interval.low, asked.interval.high) != (None, None)
    critical_ones = step.word in {"critical", "stationary"} and bool(stage.smooth) and is_smooth(stage.smooth[-1])
    if limited or asked.field == "complex" or not (step.word is None or critical_ones):
        return unknown("a general solution is not what the problem asks for")
    if not case.reading.for_all:
        return unknown("the words could ask for fewer than all solutions. Fix: 'find all solutions'")
    if LETTER in case.reading.variables:
        return unknown(f"the problem has a letter {LETTER}, with which a general solution is written")
    limits = tuple(part for part in asked.domain if not is_entire(part))
    return general(replace(asked, domain=limits), case.result)
