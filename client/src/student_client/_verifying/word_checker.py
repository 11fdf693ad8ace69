"""Judges answers that are a word: the verifier decides it by a proof of its own, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .._reading.formulas.tree import Node, symbol
from .._reading.questions.of_kinds import ABSOLUTE
from .._reading.statement import Operation
from .balls import rational
from .case import Case
from .convergence import series
from .convert import printed
from .equivalence import equal
from .executor import Done
from .finding import Finding, right, unknown, wrong
from .limits import infinite
from .parity import parity
from .stages import Stage
from .stationary import is_only_one, stationary
from .sums import same_terms
from .words import Word


def of_word(case: Case) -> Finding:
    """Judge the word that a plan tells, and whether the plan tells it of the problem's expression."""
    step, last = case.question[-1], case.done[case.number - 1]
    if len(case.question) > 1 or not isinstance(case.result, Word):
        return unknown("a word that follows from other questions is not judged")
    if case.reading.assumed.get("domain", "real") != "real":
        return unknown("a word is only judged for real numbers, without an assumption on the letters")
    name = property_of(step)
    if last.words["property"] != name:
        return wrong(f"the plan tells the {last.words['property']}, but the problem asks for the {name}")
    found = _compared(name, _DECIDED[name](case.start, step, last), case.result)
    if found.right and not _of_the_asked(case, step, last):
        return unknown("the plan classifies another expression than the problem's")
    return found


def property_of(step: Operation) -> str:
    """Return the property that a question for a word is about."""
    return "convergence" if step.word == ABSOLUTE else str(step.word)


def by_value(case: Case) -> Case:
    """Return the case with the question for a series' sum, if a plan's sum answers whether the series converges."""
    step = case.question[-1]
    if step.word != "convergence" or isinstance(case.result, Word) or step.bounds is None:
        return case
    return replace(case, question=(Operation("sum", step.variable, bounds=step.bounds),))


def _compared(name: str, truth: str | None, claim: Word) -> Finding:
    if truth is None:
        return unknown(f"the {name} cannot be proved")
    if truth != claim.name:
        return wrong(f"the result is {claim.name!r}, but {truth!r} is proved")
    return right(f"{truth!r} is proved")


def _of_the_asked(case: Case, step: Operation, last: Done) -> bool:
    """Return whether a step classifies the problem's expression, in its variable and at its point."""
    if step.bounds is not None:
        name, given = str(step.variable), last.printed
        if not isinstance(given, Node) or last.variable is None:
            return False
        moved = given.put({last.variable: symbol(name)})
        return same_terms(case.start.node, moved, name, step.bounds[0], case.reading.variables)
    if last.variable != step.variable or (step.point is not None and not _is_at(last, step.point)):
        return False
    return isinstance(last.printed, Node) and equal(case.start.node, last.printed, case.reading.variables).right


def _is_at(made: Done, point: Node) -> bool:
    own = printed(made.point)
    return own is not None and equal(point, own, ()).right


def _parity(stage: Stage, step: Operation, _: Done) -> str | None:
    return parity(stage.node, str(step.variable))


def _convergence(stage: Stage, step: Operation, _: Done) -> str | None:
    low, high = (None, None) if step.bounds is None else (rational(step.bounds[0]), infinite(step.bounds[1]))
    if low is None or low.denominator != 1 or not high or high < 0:
        return None
    return series(stage.node, str(step.variable), int(low))


def _stationary(stage: Stage, step: Operation, last: Done) -> str | None:
    """Return the kind of the stationary point that is asked, or of the only one."""
    name, point = str(step.variable), step.point or printed(last.point)
    if point is None or (step.point is None and not is_only_one(stage.node, name, last.point)):
        return None
    return stationary(stage.node, name, point)


_DECIDED: dict[str, Callable[[Stage, Operation, Done], str | None]] = {
    "parity": _parity,
    "convergence": _convergence,
    "stationary point": _stationary,
}
"""The decision on each property; None if there is no proof."""
