r"""Join one question with the notation, and fill in what nobody said.

A variable that is not named is the function's argument in ``f(t) = …``, else the only one of the problem's that
the expression has, else the only one that is usually unknown (x, y, z, t, …, not a, b, c). Where several are left,
the caller judges each.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from .clauses import CALCULUS, REWRITING
from .statement import Choices, NotRead, Operation, Question, Statement
from .tree import Equation
from .words import Letters

_KEPT = {
    "solve": frozenset({"critical", "stationary", "complex"}),
    "integrate": frozenset({"area"}),
    "factor": frozenset({"primes", "linear", "product"}),
    "simplify": frozenset({"single", "condense", "rationalized"}),
}
"""Words that matter for an answer."""


def merge(asked: Question, statement: Statement) -> Question:
    """Join what the words ask with what the notation asks.

    Raises:
        NotRead: they contradict each other.
    """
    carried = statement.operations
    asked = _without_repeats(asked)
    if not (asked or carried or statement.points):
        if statement.expression.names() or isinstance(statement.expression, Equation):
            raise NotRead("it does not say what to do")
        asked = (Operation("simplify"),)  # "compute" of a number
    asked = _with_points(asked, statement)
    calculus = [step for step in asked if step.tool in CALCULUS]
    if not carried:
        return asked
    if [step.tool for step in calculus] == ["differentiate"] and carried == carried[:1] * len(carried):
        at, calculus = asked.index(calculus[0]), calculus * len(carried)
        asked = (*asked[:at], *calculus, *asked[at + 1 :])  # "differentiate" names d^2/dx^2, too
    if not calculus:
        if carried[0].tool == "integrate" and any(step.tool != "substitute" for step in asked):
            raise NotRead(f"{asked[0].tool!r} could come before or after the integral")
        if any(step.tool == "solve" and not step.word for step in asked):
            raise NotRead("nothing says that the notation's result is zero")
        return (*carried, *asked)
    further = {step.tool for step in calculus[len(carried) :]}
    if any(step.tool == "solve" and not step.word for step in asked):
        raise NotRead("nothing says that the notation's result is zero")
    same = [step.tool for step in calculus[: len(carried)]] == [step.tool for step in carried]
    if not same or carried[0].tool in further:
        raise NotRead("words and notation ask for different things")
    told = iter(carried)
    return tuple(_same(step, next(told, step)) if step.tool in CALCULUS else step for step in asked)


def _without_repeats(asked: Question) -> Question:
    """Drop a step that is said twice, and what only prepares a solution."""
    if asked and asked[-1].tool == "simplify" and any(step.tool == "solve" for step in asked):
        asked = asked[:-1]
    if asked and asked[-1].tool == "solve":
        asked = tuple(step for step in asked if step.tool not in REWRITING)
    kept: list[Operation] = []
    for step in asked:
        if kept and _repeats(step, kept[-1]):
            words = {kept[-1].word, step.word} - {None}
            if len(words) > 1:
                raise NotRead(f"{' and '.join(sorted(map(str, words)))} are two forms of one result")
            kept[-1] = replace(kept[-1], word=next(iter(words), None))
        else:
            kept.append(step)
    return tuple(kept)


def _repeats(step: Operation, before: Operation) -> bool:
    """Tell whether a step only says again what the one before did."""
    return step.tool == before.tool and (step.tool in REWRITING or (step.tool not in CALCULUS and step == before))


def _with_points(asked: Question, statement: Statement) -> Question:
    """Add the points that stand behind the expression."""
    if not statement.points:
        return asked
    said = tuple(step for step in asked if step.tool == "substitute")
    if said and {(step.variable, step.point) for step in said} != {(s.variable, s.point) for s in statement.points}:
        raise NotRead("words and expression name different points")
    return asked if said else (*asked, *statement.points)


def _same(asked: Operation, carried: Operation) -> Operation:
    """Return what words and notation say together; they must not contradict each other."""
    for mine, theirs in (
        (asked.variable, carried.variable),
        (asked.point, carried.point),
        (asked.bounds, carried.bounds),
        (asked.side, carried.side),
    ):
        if mine is not None and theirs is not None and mine != theirs:
            raise NotRead("words and notation name different things")
    side, bounds = asked.side or carried.side, asked.bounds or carried.bounds
    return replace(carried, word=asked.word, side=side, bounds=bounds)


@dataclass(frozen=True)
class Completer:
    """Fills in the variables that nobody named, and refuses what still lacks something."""

    statement: Statement
    letters: Letters
    choices: Choices
    constants: Collection[str] = ()

    def complete(self, steps: Question) -> Question:
        """Return a question with all its variables."""
        self._check(steps)
        at = tuple(dict.fromkeys(step.variable for step in steps if step.tool == "substitute" and step.variable))
        named = next((step.variable for step in steps if step.variable and step.tool != "substitute"), None)
        done: list[Operation] = []
        for step in steps:
            variable = step.variable
            unnamed = not (variable or named or at or self.statement.argument)
            if step.word == "gradient" and unnamed and len(self._candidates()) > 1:
                raise NotRead("a gradient in several variables is not understood")
            if variable is None and step.tool not in REWRITING:
                variable = self._derived(at) if step.tool == "differentiate" and not named else named
                variable = variable or self._default()
                named = variable
            done.append(_public(replace(step, variable=variable)))
        self._check_letters(done)
        return tuple(done)

    def _derived(self, at: tuple[str, ...]) -> str | None:
        """Return the variable of a derivative at a point: the function's argument, else the point's."""
        if self.statement.argument or not at:
            return self.statement.argument
        candidates = self._candidates()
        both = tuple(name for name in at if name in candidates)
        return self._pick("derivative", both or tuple(dict.fromkeys((*at, *candidates))))

    def _candidates(self) -> tuple[str, ...]:
        names = tuple(name for name in self.letters.unknowns() if name not in self.constants)
        return names or self.letters.unknowns()

    def _default(self) -> str:
        """Return the variable that is meant if none is named."""
        if self.statement.argument:
            return self.statement.argument
        present = self.statement.expression.names()
        if present and not present & set(self.letters.declared):
            raise NotRead(f"the variable {self.letters.declared[0]} is not in the expression")
        said = self.choices.picked.get("variable")
        return said if said in present else self._pick("variable", self._candidates())

    def _pick(self, topic: str, options: tuple[str, ...]) -> str:
        return options[0] if len(options) == 1 else self.choices.pick(topic, options)

    def _check(self, steps: Question) -> None:
        """Refuse what contradicts itself: a definite integral without bounds, "solve" of ``y = x^2``."""
        statement = self.statement
        for index, step in enumerate(steps):
            words = (step.word or "").split()
            if "mixed" in words:
                raise NotRead("a mixed derivative does not say in which variables")
            if "specified" in words and len(self.letters.declared) != 1:
                raise NotRead("the variable to solve for is not named")
            if (
                "intercept" in words
                and isinstance(statement.expression, Equation)
                and len(statement.expression.names()) > 1
            ):
                raise NotRead("where a curve of two letters meets an axis is not understood")
            if "factors" in words and not statement.expression.names():
                raise NotRead("'factors' of a number could be its divisors")
            if step.tool == "integrate" and {"definite", "area"} & set(words) and step.bounds is None:
                raise NotRead("a definite integral without bounds")
            if step.tool == "integrate" and "indefinite" in words and step.bounds is not None:
                raise NotRead("an indefinite integral with bounds")
            if step.tool in {"limit", "substitute"} and step.point is None:
                raise NotRead(f"the {step.tool.replace('substitute', 'evaluation')} has no point")
            if isinstance(statement.expression, Equation) and step.tool != "solve":
                raise NotRead(f"an equation can only be solved: {step.tool!r} is not understood")
            if step.tool == "solve" and index < len(steps) - 1:
                raise NotRead("nothing is done with solutions")
            defined = statement.function and not statement.argument and not isinstance(statement.expression, Equation)
            if step.tool == "solve" and not index and "zeros" not in words and defined:
                raise NotRead(f"{statement.function} = … could be the equation to solve")

    def _check_letters(self, steps: list[Operation]) -> None:
        """Refuse a point of a letter that is nowhere, and solving for one that has a value."""
        present = self.statement.expression.names()
        for index, step in enumerate(steps):
            others = {other.variable for other in steps if other is not step} | {self.statement.argument}
            if step.tool == "substitute" and present and step.variable not in present | others:
                raise NotRead(f"{step.variable!r} is not in the expression")
            gone = any(_removes(other) for other in steps[:index] if other.variable == step.variable)
            if gone and step.tool in CALCULUS | {"solve", "substitute"}:
                raise NotRead(f"{step.variable!r} has a value before {step.tool!r}")


def _removes(step: Operation) -> bool:
    """Tell whether a step leaves nothing of its variable."""
    places = (*(step.bounds or ()), *((step.point,) if step.point else ()))
    return bool(places) and all(step.variable not in place.names() for place in places)


def _public(step: Operation) -> Operation:
    """Return a step with only those words that matter for its answer."""
    words = ["single" if word in {"sum", "difference", "quotient"} else word for word in (step.word or "").split()]
    kept = next((word for word in words if word in _KEPT.get(step.tool, ())), None)
    return replace(step, word=kept)
