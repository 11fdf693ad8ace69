"""Is a result the limit, from each side that is asked?"""

from __future__ import annotations

from .._reading.formulas.tree import Node, neg
from .._reading.statement import Operation
from .case import Case
from .equivalence import equal
from .finding import Finding, every, right, unknown, wrong
from .limits import approach, infinite
from .pieces import POSITIVE, letters_at
from .stages import Stage


def limit(case: Case, stage: Stage, step: Operation, result: Node) -> Finding:
    """Judge a limit.

    Args:
        case: the question and its answer.
        stage: the expression whose limit is asked.
        step: the operation, with its point and side.
        result: the answer.
    """
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
            f"the limit is two-sided, but the expression has real values only {there} the point. "
            "Fix: assume={'limit': 'one-sided'}"
        )
    judged = [_approached(stage, made.goal, made.confirmed, result) for made in inside.values()]
    if step.word == "asymptote":
        judged.append(_on_both_ends(stage, name, point, result))
    return every(judged)


def _on_both_ends(stage: Stage, name: str, point: Node, result: Node) -> Finding:
    """Judge the height of a horizontal asymptote on the other side, on which there may be another one."""
    other = approach(stage.node, name, neg(point), 1, [{}])
    if infinite(result) or stage.node.names() != {name}:
        return unknown("it cannot be decided whether there is one horizontal asymptote")
    if not other.known:
        return right("there are no values on the other side")
    same = _approached(stage, other.goal, other.confirmed, result)
    return same if same.right else unknown("the expression does not go to the same number on the other side")


def _approached(stage: Stage, goal: Node | None, confirmed: bool, result: Node) -> Finding:
    if goal is None or not confirmed:
        return unknown("the values near the point do not decide the limit")
    if infinite(goal) or infinite(result):
        if infinite(goal) == infinite(result):
            return right("the problem's expression approaches the result")
        return wrong("the problem's expression does not approach the result")
    found = equal(goal, result, stage.names)
    word = "is" if found.right else "is not" if found.wrong else "is not known to be"
    return found.because(f"the result {word} what the problem's expression approaches")
