"""Does a plan do the work: is what was asked among the steps that lead to its answer, done on what was asked?"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from .._plan import Plan, references
from .._reading.statement import Operation
from .._reading.tree import Node, add
from .balls import Unclear, Undefined, ball, value
from .convert import Unreadable, expression, printed, tree
from .equivalence import agrees_between, cover, equal
from .executor import Assumptions, Done, uses
from .finding import Finding, every, right, unknown, wrong
from .pieces import inner_breaks
from .solved import solves
from .stages import Stage

NEAR_BREAK = 1e-9
"""Distance within which a plan's point is taken for a break that is found by numbers."""
REWRITING = frozenset({"simplify", "expand", "factor"})
_VERBS = {
    "integrate": "integrates",
    "differentiate": "differentiates",
    "solve": "solves",
    "limit": "takes the limit",
    "substitute": "puts the value in",
    "simplify": "rewrites",
    "expand": "rewrites",
    "factor": "rewrites",
}


def does_the_work(question: Sequence[Operation], stages: Sequence[Stage], done: Sequence[Done], number: int) -> Finding:
    """Judge whether the steps that lead to an answer do what was asked.

    Args:
        question: the operations asked, in order.
        stages: what each of them is to be done on.
        done: the plan's steps, run.
        number: the number of the step whose result is the answer.
    """
    leading = _leading(done, number)
    return every(
        _does(step, stage, leading, done[number - 1].result)
        for step, stage in zip(question, stages, strict=False)
        if step.tool not in REWRITING or len(question) == 1
    )


def is_used(
    plan: Plan, done: Sequence[Done], number: int, question: Sequence[Operation], asked: Assumptions
) -> Finding:
    """Judge whether the answer would be another one, had the operations asked given another result.

    Args:
        plan: the plan.
        done: its steps, run.
        number: the number of the step whose result is the answer.
        question: the operations asked.
        asked: what the person said that the tools take into account.
    """
    leading = _leading(done, number)
    for tool in {step.tool for step in question} - REWRITING:
        steps = [index for index, made in enumerate(done, start=1) if made in leading and _is_kind(made.tool, tool)]
        if steps and not any(uses(plan, done, index, number, asked) for index in steps):
            return wrong("the plan states an answer: its answer does not depend on what it works out")
    return right("the answer depends on the work")


def _leading(done: Sequence[Done], number: int) -> list[Done]:
    """Return the steps whose results lead to the answer, in order."""
    wanted = {number}
    for index in range(number, 0, -1):
        if index in wanted:
            wanted.update(references(done[index - 1].text))
            wanted.update(references(done[index - 1].point_text))
    return [done[index - 1] for index in sorted(wanted)]


def _is_kind(tool: str, asked: str) -> bool:
    if asked in REWRITING:
        return tool in REWRITING
    return tool == asked or (asked == "limit" and tool == "substitute") or (asked == "substitute" and tool == "limit")


def _does(step: Operation, stage: Stage, leading: Sequence[Done], result: Any) -> Finding:
    """Judge one operation: which steps do it, in the variable and at the point that are asked."""
    verb = _VERBS[step.tool]
    tried = [made for made in leading if _is_kind(made.tool, step.tool)]
    named = [made for made in tried if step.variable is None or made.variable == step.variable]
    placed = [made for made in named if step.point is None or _same_point(made.point, step.point)]
    if step.tool in REWRITING and tried:
        if leading[-1].tool not in REWRITING:
            return unknown("what the plan rewrites is changed afterwards")
        return _rewrites(stage, tried, result)
    if not tried:
        return _not_done(step, verb)
    if not placed:
        return wrong(f"no step {verb} {f'at {step.variable} = {step.point}' if named else f'in {step.variable}'}")
    if step.tool == "solve":
        return solves(stage, named, none_given=not result)
    done_on = _done_on(stage, placed, verb, step.bounds)
    return done_on.then(lambda: _ends_used(stage, leading, str(step.variable), step.bounds))


def _not_done(step: Operation, verb: str) -> Finding:
    if step.tool == "substitute":
        return unknown("no step of the plan puts the value in, so how it came to the answer is not seen")
    return wrong(f"the plan states an answer: no step {verb}")


def _done_on(stage: Stage, placed: Sequence[Done], verb: str, bounds: tuple[Node, Node] | None = None) -> Finding:
    """Judge whether one of the steps is done on what is asked, or all of them on its parts."""
    found = [_on(stage, made, bounds) for made in placed]
    if any(one.right for one in found) or (len(placed) > 1 and _in_parts(stage, placed, bounds)):
        return right("the plan does what is asked")
    if all(one.wrong for one in found):
        return unknown(f"the step that {verb} does so on another expression than the problem's")
    return unknown(f"whether the plan {verb} on what is asked cannot be told")


def _same_point(made: Any, asked: Node) -> bool:
    if made is None:
        return False
    try:
        point = tree(made)
    except Unreadable:
        return False
    return point == asked or str(made) == str(_plain(asked)) or equal(asked, point, ()).right


def _on(stage: Stage, made: Done, bounds: tuple[Node, Node] | None) -> Finding:
    """Compare what a step was done on with what it should be done on, between bounds if there are any."""
    try:
        given = tree(made.given)
    except Unreadable as error:
        return unknown(f"the step has {error} in it")
    if bounds is not None and agrees_between(stage.node, given, str(made.variable), bounds):
        return right("it is what is asked between the bounds")
    return equal(stage.node, given, stage.names, domain=stage.domain)


def _in_parts(stage: Stage, placed: Sequence[Done], bounds: tuple[Node, Node] | None) -> bool:
    """Tell whether steps are done on terms that add up to what is asked, or on its pieces between the bounds."""
    given = [part for made in placed if (part := printed(made.given)) is not None]
    if len(given) < len(placed):
        return False
    if equal(stage.node, add(*given), stage.names, domain=stage.domain).right:
        return True
    return bounds is not None and cover(stage.node, given, str(placed[0].variable), bounds)


def _ends_used(stage: Stage, tried: Sequence[Done], name: str, bounds: tuple[Node, Node] | None) -> Finding:
    """Judge whether an antiderivative is taken at the bounds, or at breaks between them, and nowhere else."""
    if bounds is None:
        return right("there are no bounds")
    cuts = inner_breaks(stage.node, name)
    points = [made.point for made in tried if made.point is not None and made.variable == name]
    strange = [one for one in points if not any(_same_point(one, end) for end in bounds) and not _is_cut(one, cuts)]
    if strange:
        return unknown(f"the plan takes the antiderivative at {strange[0]}, which is no bound")
    if not any(_same_point(point, end) for point in points for end in bounds):
        return unknown("the plan does not take the antiderivative at a bound")
    return right("the antiderivative is taken at the bounds")


def _is_cut(point: Any, cuts: Sequence[Fraction]) -> bool:
    """Tell whether a point is one of the numbers, each of which is close to a break."""
    made = printed(point)
    try:
        at = None if made is None else value(made, {})
    except (Undefined, Unclear):
        return False
    return at is not None and any(abs(at - ball(cut)) < NEAR_BREAK for cut in cuts)


def _rewrites(stage: Stage, tried: Sequence[Done], result: Any) -> Finding:
    """Judge whether what is asked was rewritten, and was not the answer already."""
    if all(made.given == result for made in tried) and _plain(stage.node) != result:
        return wrong("the plan states an answer: what it rewrites is the answer already")
    given = [part for made in tried if (part := printed(made.given)) is not None]
    if not any(equal(stage.node, part, stage.names, domain=stage.domain).right for part in given):
        return unknown("the plan rewrites another expression than the problem's")
    return right("the plan does what is asked")


def _plain(node: Node) -> Any:
    try:
        return expression(node, real=False)
    except Unreadable:
        return None
