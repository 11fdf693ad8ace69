"""Judges answers that are a word: the verifier decides it by a proof of its own, or not at all."""

from __future__ import annotations

from collections.abc import Callable

from .._reading.formulas.tree import Node
from .._reading.statement import Operation
from .case import Case
from .convert import printed
from .equivalence import equal
from .executor import Done
from .finding import Finding, right, unknown, wrong
from .parity import parity
from .stages import Stage
from .stationary import is_only_one, stationary
from .words import Word


def of_word(case: Case) -> Finding:
    """Judge the word that a plan tells, and whether the plan tells it of the problem's expression."""
    step, last = case.question[-1], case.done[case.number - 1]
    if len(case.question) > 1 or not isinstance(case.result, Word):
        return unknown("a word that follows from other questions is not judged")
    if case.reading.assumed.get("domain", "real") != "real":
        return unknown("a word is only judged for real numbers, without an assumption on the letters")
    name = str(step.word)
    if last.words["property"] != name:
        return wrong(f"the plan tells the {last.words['property']}, but the problem asks for the {name}")
    found = _compared(name, _DECIDED[name](case.start, step, last), case.result)
    if found.right and not _of_the_asked(case, step, last):
        return unknown("the plan classifies another expression than the problem's")
    return found


def _compared(name: str, truth: str | None, claim: Word) -> Finding:
    if truth is None:
        return unknown(f"the {name} cannot be proved")
    if truth != claim.name:
        return wrong(f"the result is {claim}, but it is proved to be {truth}")
    return right(f"it is proved to be {truth}")


def _of_the_asked(case: Case, step: Operation, last: Done) -> bool:
    """Return whether a step classifies the problem's expression, in its variable and at its point."""
    if last.variable != step.variable or (step.point is not None and not _is_at(last, step.point)):
        return False
    return isinstance(last.printed, Node) and equal(case.start.node, last.printed, case.reading.variables).right


def _is_at(made: Done, point: Node) -> bool:
    own = printed(made.point)
    return own is not None and equal(point, own, ()).right


def _parity(stage: Stage, step: Operation, _: Done) -> str | None:
    return parity(stage.node, str(step.variable))


def _stationary(stage: Stage, step: Operation, last: Done) -> str | None:
    """Return the kind of the stationary point that is asked, or of the only one."""
    name, point = str(step.variable), step.point or printed(last.point)
    if point is None or (step.point is None and not is_only_one(stage.node, name, last.point)):
        return None
    return stationary(stage.node, name, point)


_DECIDED: dict[str, Callable[[Stage, Operation, Done], str | None]] = {
    "parity": _parity,
    "stationary point": _stationary,
}
"""The decision on each property; None if there is no proof."""
