"""Judges the set of numbers for which a function has a value, or grows, falls or bends."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from flint import arb

from .._reading.formulas.tree import ZERO, Inequality, Node, add, neg
from . import balls
from .balls import Unclear, Undefined
from .case import Case
from .convert import Unreadable
from .finding import Finding, right, unknown, wrong
from .inequalities import PRECISION, Judged, Part, parts_of, solves_inequality, vanishes
from .isolation import TooHard
from .pieces import MAX_BREAKS, breaking
from .solved import same
from .stages import NoStage, first, stages

_SIGNS = {"increasing": ">", "decreasing": "<", "concave up": ">", "concave down": "<"}
SETS = frozenset({"domain", *_SIGNS})
"""Words that ask for a set of numbers of a function."""


def of_set(case: Case) -> Finding:
    """Judge the numbers at which a function has a value, or its first or second derivative has a sign."""
    step, name = case.question[-1], str(case.question[-1].variable)
    last = case.done[case.number - 1]
    if last.tool != step.tool or last.variable != name or step.within is not None:
        return wrong("the plan states an answer: no step solves for it")
    if step.word == "domain":
        found = solves_domain(case.start.node, name, case.result)
        return found.then(lambda: _works(case.start.node, last.printed, name)).then(lambda: found)
    try:
        slope = stages(case.start, case.question)[-1].node
    except NoStage as error:
        return unknown(str(error))
    asked = Inequality((slope, ZERO), (_SIGNS[str(step.word)],))
    found = solves_inequality(asked, name, case.result)
    if not found.right:
        return unknown("the ends may belong to the numbers or not") if found.wrong else found
    if _touches(case.start.node, name, parts_of(case.result)):
        return unknown("two intervals meet at a number for which the function has a value, and may be one")
    return _of_slope(case, asked, last.printed).then(lambda: found)


def _touches(function: Node, name: str, parts: Sequence[Part]) -> bool:
    """Return whether two pieces have an end in common at which the function has a value."""
    ends = [part.low for part in parts if part.low is not None]
    others = [part.high for part in parts if part.high is not None]
    shared = [end for end in ends for other in others if vanishes(add(end, neg(other)))]
    return any(balls.is_defined(function.put({name: end}), {}) is not False for end in shared)


def _of_slope(case: Case, asked: Inequality, made: Any) -> Finding:
    """Judge whether the inequality that a plan solves is the derivative's."""
    if not isinstance(made, Inequality) or len(made.signs) != 1:
        return unknown("the plan solves something other than the problem's")
    left, right_side = made.sides if made.signs[0] == asked.signs[0] else made.sides[::-1]
    if made.signs[0][0] != asked.signs[0] and {made.signs[0], asked.signs[0]} != {"<", ">"}:
        return unknown("the plan solves something other than the problem's")
    given = add(left, neg(right_side))
    alike = same(first(asked.sides[0], (), case.reading.variables), given)
    return right("the plan does what is asked") if alike else unknown("the plan solves another inequality")


def _works(function: Node, made: Any, name: str) -> Finding:
    """Judge whether a plan finds a domain instead of stating it: it solves more than x < 2, unless that is printed."""
    if not isinstance(made, Inequality):
        return unknown("the inequality that the plan solves cannot be read")
    stage = first(function, (), (name,))
    conditions = [part for part in breaking(function) if name in part.names()]
    bare = all(side.name == name or not side.names() for side in made.sides)
    if not bare:
        return right("the plan does what is asked")
    links = [add(one, neg(other)) for one, other in zip(made.sides, made.sides[1:], strict=False)]
    if all(any(same(stage, link, part) for part in conditions) for link in links):
        return right("the plan does what is asked")
    return wrong("the plan states an answer: the inequality that it solves is the answer already")


def solves_domain(function: Node, name: str, made: Any) -> Finding:
    """Judge the numbers at which a function has a real value.

    Args:
        function: the printed function, in one letter.
        name: that letter.
        made: the set, as SymPy's object.
    """
    if function.names() != {name}:
        return unknown("the domain of a function with other letters is not judged")
    try:
        with balls.precision(PRECISION):
            return _Domain(function, name, parts_of(made)).finding()
    except (Unreadable, TooHard):
        return unknown("the numbers for which the function has a value cannot be decided: the search is too hard")
    except (Undefined, Unclear):
        return unknown("the numbers for which the function has a value cannot be decided")


class _Domain(Judged):
    """A set, and the expression that should have a value on it."""

    def __init__(self, function: Node, name: str, parts: Sequence[Part]) -> None:
        super().__init__(Inequality((function,), ()), name, parts, None)
        self.function = function
        self.conditions = [part for part in breaking(function) if name in part.names()]
        self.differences = self.conditions

    def finding(self) -> Finding:
        found = super().finding()
        if len({cut for part in self.conditions for cut, _ in self._cuts_of(part)}) >= MAX_BREAKS:
            return unknown("the function breaks at too many numbers")
        return found.because(found.reason.replace("the inequality holds", "the function has a value"))

    def _truth(self, at: Fraction) -> bool:
        made = balls.is_defined(self.function, {self.name: at})
        if made is None:
            raise Unclear
        return made

    def _truth_at(self, end: Node) -> bool:
        made = balls.is_defined(_exact(self.function.put({self.name: end})), {})
        if made is None:
            raise Unclear
        return made

    def _at_root(self, root: Any, middle: Fraction) -> Finding:
        around = root if root is not None else arb(balls.ball(middle), 1e-10)
        try:
            balls.evaluate(self.function, {self.name: around})
            truth = True
        except Undefined:
            truth = False
        if truth == self._claimed(around):
            return right("the same")
        near = f"{self.name} near {float(middle):.6g}"
        return wrong(f"{near} is {'not in the result, but' if truth else 'in the result, but not'} in the domain")


def _exact(node: Node) -> Node:
    """Return an expression of numbers with a zero for each part that vanishes."""
    if node.args:
        node = Node(node.head, tuple(map(_exact, node.args)), node.value)
    return ZERO if node != ZERO and node.args and vanishes(node) else node
