"""Does a plan do the work: do the steps that lead to its answer apply the asked operation to the asked expression?"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from .._plan import Plan, references
from .._reading.formulas.tree import ONE, ZERO, Node, add, call, div, symbol
from .._reading.questions.clauses import REWRITING
from .._reading.statement import Operation
from .balls import Unclear, Undefined, ball, value
from .convert import Unreadable, printed, tree
from .equivalence import agrees_between, cover, equal
from .executor import Assumptions, Done, uses
from .finding import Finding, every, right, unknown, wrong
from .limits import infinite
from .pieces import inner_breaks
from .reworking import plain, puts_together, rewrites
from .shifting import shifted, spans
from .solved import same, solves
from .stages import Stage
from .sums import same_terms
from .ways import by_rule, by_vectors_or_slopes, in_another_way, in_new_letter

NEAR_BREAK = 1e-9
"""Distance within which a plan's point counts as a break that was found numerically."""
_VERBS = {
    "integrate": "integrates",
    "differentiate": "differentiates",
    "solve": "solves",
    "limit": "takes the limit",
    "substitute": "substitutes the value",
    "sum": "adds up",
    "product": "multiplies",
    "taylor": "makes a Taylor polynomial",
    "implicit": "differentiates along the equation",
    "numeric": "makes a decimal",
    "inverse": "makes an inverse",
    "laplace": "takes the Laplace transform",
    "inverse_laplace": "takes the inverse Laplace transform",
    "simplify": "rewrites",
    "expand": "rewrites",
    "factor": "rewrites",
    "rewrite": "rewrites",
    "collect": "rewrites",
}


_LINES = frozenset({"tangent", "normal", "normal slope"})
_FROM = {"+": " from above", "-": " from below", None: ""}


def does_the_work(question: Sequence[Operation], stages: Sequence[Stage], done: Sequence[Done], number: int) -> Finding:
    """Judge whether the steps that lead to an answer apply the asked operations.

    Args:
        question: the operations asked, in order.
        stages: the argument of each of them.
        done: the plan's steps with their results.
        number: the number of the step whose result is the answer.
    """
    leading = led_by(done, number)
    return every(
        _does(step, stage, leading, done[number - 1].result)
        for step, stage in zip(question, stages, strict=False)
        if step.tool not in REWRITING or len(question) == 1
    )


def is_used(
    plan: Plan, done: Sequence[Done], number: int, question: Sequence[Operation], asked: Assumptions
) -> Finding:
    """Judge whether the answer would change if the asked operations had another result.

    Args:
        plan: the plan.
        done: its steps with their results.
        number: the number of the step whose result is the answer.
        question: the operations asked.
        asked: the person's assumptions that the tools take into account.
    """
    leading = led_by(done, number)
    tangent = {"differentiate"} if any(step.word in _LINES for step in question) else set()
    for tool in ({step.tool for step in question} - REWRITING) | tangent:
        steps = [index for index, made in enumerate(done, start=1) if made in leading and _is_kind(made.tool, tool)]
        if steps and not any(uses(plan, done, index, number, asked) for index in steps):
            return wrong("the plan states an answer: its answer does not depend on its calculation")
    return right("the answer depends on the work")


def led_by(done: Sequence[Done], number: int) -> list[Done]:
    """Return the steps whose results lead to the answer, in order."""
    numbers = {number}
    for index in range(number, 0, -1):
        if index in numbers:
            numbers.update(number for text in done[index - 1].texts for number in references(text))
    return [done[index - 1] for index in sorted(numbers)]


def _is_kind(tool: str, asked: str) -> bool:
    if asked in REWRITING:
        return tool in REWRITING
    return tool == asked or (asked == "limit" and tool == "substitute") or (asked == "substitute" and tool == "limit")


def _does(step: Operation, stage: Stage, leading: Sequence[Done], result: Any) -> Finding:
    """Judge one operation: some steps must do it, in the asked variable and at the asked point."""
    verb = _VERBS[step.tool]
    tried = [made for made in leading if _is_kind(made.tool, step.tool)]
    named = [made for made in tried if step.variable in {None, made.variable} or _is_index(made, step)]
    placed = [made for made in named if _is_placed(made, step)]
    if step.tool == "implicit":
        return _along(stage, step, leading)
    if in_another_way(stage, step, leading):
        return right("the plan does what is asked")
    if not tried and step.tool in REWRITING and not stage.expression.names() and by_vectors_or_slopes(leading):
        return right("the plan calculates the number")
    if not tried and not puts_together(stage, step, leading):
        others = not stage.expression.names() and any(made.tool == "differentiate" for made in leading)
        found = _not_done(step, verb, others=others and step.tool in REWRITING)
    elif step.tool in REWRITING:
        found = rewrites(stage, step, leading, result)
    elif step.bounds is not None and step.tool == "integrate" and not named:
        new = in_new_letter(tried)
        found = unknown(f"the plan integrates in another letter than {step.variable}, as it may for a region")
        found = right("the plan integrates in a new letter") if new else found
    elif not placed:
        where = f"at {step.variable} = {step.point}{_FROM[step.side]}" if step.point is not None else "as it is asked"
        found = wrong(f"no step {verb} {where if named else f'in {step.variable}'}")
    elif step.tool == "solve":
        found = solves(stage, named, none_given=not result)
    else:
        found = _calculates(step, stage, leading, placed)
    return found


def _is_index(made: Done, step: Operation) -> bool:
    """Return whether a sum or a product has an index of another letter, which its terms have only as the index."""
    terms = printed(made.given) if step.tool in {"sum", "product"} else None
    return terms is not None and step.variable not in terms.names()


def _along(stage: Stage, step: Operation, leading: Sequence[Done]) -> Finding:
    """Judge a derivative along an equation: by its own tool, or by the derivatives in both letters."""
    function = step.names[0]
    own = [made for made in leading if made.tool == "implicit" and made.variable == step.variable]
    own = [made for made in own if made.words["function"] == function]
    if own:
        return solves(stage, own, none_given=True)
    partial = [made for made in leading if made.tool == "differentiate" and isinstance(made.printed, Node)]
    on_it = {made.variable for made in partial if isinstance(made.printed, Node) and same(stage, made.printed)}
    if {step.variable, function} <= on_it:
        return right("the plan does what is asked")
    if partial:
        return unknown("it cannot be decided whether the plan differentiates along the equation")
    return wrong("the plan states an answer: no step differentiates along the equation")


def _calculates(step: Operation, stage: Stage, leading: Sequence[Done], placed: Sequence[Done]) -> Finding:
    """Judge an integral, a derivative, a limit or a value: the steps must be applied to the asked expression."""
    between = [made for made in placed if "lower" in made.values]
    if step.tool in {"sum", "product"}:
        low = step.bounds[0] if step.bounds else ZERO
        name = str(step.variable or placed[0].variable)
        terms = [shifted(made, low).put({str(made.variable): symbol(name)}) for made in placed]
        same = all(same_terms(stage.node, one, name, low, stage.names) for one in terms)
        return right("the plan does what is asked") if same else unknown("the plan adds up other terms")
    if step.bounds is not None and between:
        return _between(stage, between, step.bounds)
    if step.tool == "limit" and step.side is None and _is_one_sided(step, placed):
        return unknown("the limit is asked from both sides, but the plan takes it from one")
    if by_rule(stage, step, leading, placed) or (step.tool == "substitute" and _on_factor(stage, placed)):
        return right("the plan does what is asked")
    done_on = _done_on(stage, placed, _VERBS[step.tool], step.bounds)
    return done_on.then(lambda: _ends_used(stage, leading, str(step.variable), step.bounds))


def _on_factor(stage: Stage, placed: Sequence[Done]) -> bool:
    """Return whether a value is put into the asked expression but for a constant factor, or into its denominator."""
    given = [part for made in placed if (part := printed(made.given)) is not None and part.names()]
    return any(same(stage, one) or same(stage, div(ONE, one)) for one in given)


def _is_placed(made: Done, step: Operation) -> bool:
    """Return whether a step has the asked point and side, and bounds only if they are asked."""
    if step.tool in {"sum", "product"} and step.bounds is not None:
        return spans(made, step.bounds)
    if step.tool == "taylor" and step.degree is not None and made.words["degree"] != str(step.degree):
        return False
    if step.tool in {"laplace", "inverse_laplace"}:
        return (made.words["to"],) == step.names
    if step.tool == "integrate":
        return step.bounds is not None or "lower" not in made.values
    if step.point is None:
        return True
    side = made.words.get("dir")
    return _same_point(made.point, step.point) and (step.side is None or side in {None, step.side})


def _is_one_sided(step: Operation, placed: Sequence[Done]) -> bool:
    if step.point is None or infinite(step.point):
        return False
    return len({made.words.get("dir") for made in placed} - {None}) == 1 and all("dir" in made.words for made in placed)


def _between(stage: Stage, tried: Sequence[Done], bounds: tuple[Node, Node]) -> Finding:
    """Judge definite integrals: of the asked expression, from bound to bound, in one step or in several in a row."""
    waiting, at = [*tried], bounds[0]
    while not _same_node(at, bounds[1]) or len(waiting) == len(tried):
        step = next((made for made in waiting if _same_point(made.values["lower"], at)), None)
        upper = None if step is None else printed(step.values["upper"])
        if step is None or upper is None:
            return unknown("the bounds of the plan's integral are not the problem's")
        piece = _on(stage, step, None if infinite(at) or infinite(upper) else (at, upper))
        if not piece.right:
            return unknown("the step that integrates does so on another expression than the problem's")
        waiting.remove(step)
        at = upper
    return right("the plan does what is asked")


def _same_node(one: Node, other: Node) -> bool:
    return one == other or equal(one, other, ()).right


def _not_done(step: Operation, verb: str, *, others: bool) -> Finding:
    """Judge a plan without the asked step; ``others``: a number is asked, and derivatives may give it."""
    if others:
        return unknown("the plan calculates the number by other steps than the verifier knows")
    if step.tool == "substitute":
        return unknown("no step of the plan substitutes the value, so its way to the answer is not shown")
    return wrong(f"the plan states an answer: no step {verb}")


def _done_on(stage: Stage, placed: Sequence[Done], verb: str, bounds: tuple[Node, Node] | None = None) -> Finding:
    """Judge whether one of the steps is applied to the asked expression, or all of them to its parts."""
    found = [_on(stage, made, bounds) for made in placed]
    if any(one.right for one in found) or (len(placed) > 1 and _in_parts(stage, placed, bounds)):
        return right("the plan does what is asked")
    if all(one.wrong for one in found):
        return unknown(f"the step that {verb} does so on another expression than the problem's")
    return unknown(f"it cannot be decided whether the plan {verb} on the problem's expression")


def _same_point(made: Any, asked: Node) -> bool:
    if made is None:
        return False
    try:
        point = tree(made)
    except Unreadable:
        return False
    return point == asked or str(made) == str(plain(asked)) or equal(asked, point, ()).right


def _on(stage: Stage, made: Done, bounds: tuple[Node, Node] | None) -> Finding:
    """Compare the argument of a step with the asked one, between bounds if there are any."""
    try:
        given = tree(made.given)
    except Unreadable as error:
        return unknown(f"the step has {error} in it")
    again = call("abs", given) if stage.node.head == "abs" else given  # each piece of an area with its own sign
    if bounds is not None and (agrees_between(stage.node, again, str(made.variable), bounds) or same(stage, given)):
        return right("it is the asked expression between the bounds, or a multiple of it")
    return equal(stage.node, given, stage.names, domain=stage.domain)


def _in_parts(stage: Stage, placed: Sequence[Done], bounds: tuple[Node, Node] | None) -> bool:
    """Return whether the steps' arguments add up to the asked expression, or are its pieces between the bounds."""
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
        return unknown(f"the plan evaluates the antiderivative at {strange[0]}, which is not a bound")
    if not any(_same_point(point, end) for point in points for end in bounds):
        return unknown("the plan does not evaluate the antiderivative at a bound")
    return right("the antiderivative is evaluated at the bounds")


def _is_cut(point: Any, cuts: Sequence[Fraction]) -> bool:
    """Return whether a point is one of the numbers, each of which is close to a break."""
    made = printed(point)
    try:
        at = None if made is None else value(made, {})
    except (Undefined, Unclear):
        return False
    return at is not None and any(abs(at - ball(cut)) < NEAR_BREAK for cut in cuts)
