"""Judges answers that are a word: the verifier decides it by a proof of its own, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from .._reading.formulas.tree import Equation, Inequality, Node, Printed, System, symbol
from .._reading.questions.of_kinds import ABSOLUTE, BY_RATIO, BY_SECOND, BY_SIZE, BY_TERM, GEOMETRIC, P_SERIES
from .._reading.questions.of_solutions import HOW_MANY
from .._reading.statement import Operation
from .at_point import concavity, discontinuity, slope
from .balls import rational
from .case import Case
from .continuity import continuity
from .convergence import CONDITIONALLY, by_ratio, by_term, is_geometric, is_p_series, series
from .convert import printed
from .equivalence import equal
from .evident import direction, independence, invertibility, primality, rationality, roots, truth
from .executor import Done
from .finding import Finding, right, unknown, wrong
from .flat import conic, lines, solvability
from .limits import infinite
from .matrices import NoMatrix, compared, worked_out
from .monotonic import monotonicity
from .parity import parity
from .solved import same, zero_of
from .stages import Stage
from .stationary import is_only_one, stationary
from .sums import same_terms
from .words import Word


def of_word(case: Case) -> Finding:
    """Judge the word that a plan tells, and whether the plan tells it of the problem's expression."""
    step, last = case.question[-1], case.done[case.number - 1]
    if len(case.question) > 1 or not isinstance(case.result, Word):
        return unknown("a word that follows from other questions is not judged")
    assumed = case.reading.assumed | case.reading.picked
    if assumed.get("domain", "real") != "real" or "interval" in assumed:
        return unknown("a word is only judged for real numbers, without an assumption on the letters")
    name = property_of(step)
    if last.words["property"] != name:
        return wrong(f"the plan tells the {last.words['property']}, but the problem asks for the {name}")
    found = _compared(name, _DECIDED[name](case.start, step, last), case.result)
    if found.right and not _of_the_asked(case, step, last):
        return unknown("the plan classifies another expression than the problem's")
    if found.wrong and step.bounds is not None and _of_the_asked(case, step, last):
        return unknown(f"the sizes of the asked terms tell another word: {found.reason}")
    return found


def property_of(step: Operation) -> str:
    """Return the property that a question for a word is about."""
    if step.word == BY_SECOND:
        return "stationary point"
    return "convergence" if step.word in {ABSOLUTE, BY_SIZE, *_FITS} else str(step.word)


def in_other_words(case: Case) -> Case:
    """Return the case with the question that the plan answers instead, if that answers the problem's, too.

    A sum tells that a series converges; "no real roots" tells how many real solutions a quadratic equation has.
    """
    first, last = case.question[0], case.question[-1]
    word = isinstance(case.result, Word)
    if last.word in {"convergence", GEOMETRIC, P_SERIES} and last.bounds is not None and not word:
        return replace(case, question=(Operation("sum", last.variable, bounds=last.bounds),))
    if last.word != HOW_MANY or not word or first.within is not None:
        return case
    name = case.done[case.number - 1].words["property"]
    if name == "solvability":
        return replace(case, question=(Operation("classify", word=name),))
    if name == "roots" and first.real:
        return replace(case, question=(Operation("classify", first.variable, word=name),))
    return case


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
    if step.word in _UP_TO_A_FACTOR:
        return _are_equations(case.start, _equations(case.start.expression), _equations(last.printed))
    return _is_same(case.start.expression, last.printed, case.reading.variables)


def _equations(printed: Printed | None) -> Sequence[Equation | Node]:
    if isinstance(printed, System):
        return printed.equations
    return (printed,) if isinstance(printed, Node | Equation) else ()


def _are_equations(stage: Stage, asked: Sequence[Equation | Node], made: Sequence[Equation | Node]) -> bool:
    """Return whether equations are the same in some order, each up to a factor."""
    left = [zero_of(one) for one in made]
    for equation in asked:
        alike = next((at for at, zero in enumerate(left) if same(stage, zero, zero_of(equation))), None)
        if alike is None:
            return False
        left.pop(alike)
    return bool(asked) and not left


_UP_TO_A_FACTOR = frozenset({"roots", "solvability", "lines", "conic"})
"""Properties of equations that are the same if both sides are multiplied by a number."""


def _is_same(asked: Printed | None, made: Printed | None, names: Sequence[str]) -> bool:
    """Return whether two expressions, matrices, equations or inequalities are the same, side by side."""
    if isinstance(asked, Equation) and isinstance(made, Equation):
        return _are_same((asked.left, asked.right), (made.left, made.right), names) or _are_same(
            (asked.left, asked.right), (made.right, made.left), names
        )
    if isinstance(asked, Inequality) and isinstance(made, Inequality):
        return asked.signs == made.signs and _are_same(asked.sides, made.sides, names)
    if not isinstance(asked, Node) or not isinstance(made, Node):
        return False
    if asked.has("matrix") or made.has("matrix"):
        return _same_matrix(asked, made, names)
    return equal(asked, made, names).right


def _are_same(asked: Sequence[Node], made: Sequence[Node], names: Sequence[str]) -> bool:
    pairs = zip(asked, made, strict=False)
    return len(asked) == len(made) and all(equal(one, other, names).right for one, other in pairs)


def _same_matrix(asked: Node, made: Node, names: Sequence[str]) -> bool:
    """Return whether two matrices have the same entries."""
    try:
        return compared(worked_out(asked), worked_out(made), names).right
    except NoMatrix:
        return False


def _is_at(made: Done, point: Node) -> bool:
    own = printed(made.point)
    return own is not None and equal(point, own, ()).right


def _parity(stage: Stage, step: Operation, _: Done) -> str | None:
    return parity(stage.node, str(step.variable))


def _convergence(stage: Stage, step: Operation, _: Done) -> str | None:
    low, high = (None, None) if step.bounds is None else (rational(step.bounds[0]), infinite(step.bounds[1]))
    if low is None or low.denominator != 1 or not high or high < 0:
        return None
    made = series(stage.node, str(step.variable), int(low))
    word, fits = step.word or "", made != CONDITIONALLY or step.word != BY_SIZE
    return made if fits and (word not in _FITS or _FITS[word](stage.node, str(step.variable))) else None


_FITS = {BY_RATIO: by_ratio, BY_TERM: by_term, GEOMETRIC: is_geometric, P_SERIES: is_p_series}
"""Whether the series is as a question says, or a test that it names decides."""


def _stationary(stage: Stage, step: Operation, last: Done) -> str | None:
    """Return the kind of the stationary point that is asked, or of the only one."""
    name, point = str(step.variable), step.point or printed(last.point)
    if point is None or (step.point is None and not is_only_one(stage.node, name, last.point)):
        return None
    if step.word == BY_SECOND and concavity(stage.node, name, point) is None:
        return None
    return stationary(stage.node, name, point)


def _at_point(decide: Callable[[Node, str, Node], str | None]) -> Callable[[Stage, Operation, Done], str | None]:
    """Return the decision on a function at the point of the question."""

    def decided(stage: Stage, step: Operation, _: Done) -> str | None:
        return None if step.point is None else decide(stage.node, str(step.variable), step.point)

    return decided


def _at(printed: Printed, step: Operation) -> Printed:
    """Return a statement at the point of the question, if there is one."""
    return printed if step.point is None else printed.put({str(step.variable): step.point})


_DECIDED: dict[str, Callable[[Stage, Operation, Done], str | None]] = {
    "parity": _parity,
    "convergence": _convergence,
    "stationary point": _stationary,
    "roots": lambda stage, step, _: roots(stage.equation, str(step.variable)),
    "monotonicity": lambda stage, step, _: monotonicity(stage.node, str(step.variable)),
    "continuity": _at_point(continuity),
    "truth": lambda stage, step, _: truth(_at(stage.expression, step)),
    "primality": lambda stage, *_: primality(stage.node),
    "invertibility": lambda stage, *_: invertibility(stage.node),
    "linear independence": lambda stage, *_: independence(stage.node),
    "direction": lambda stage, *_: direction(stage.node),
    "slope": _at_point(slope),
    "concavity": _at_point(concavity),
    "discontinuity": _at_point(discontinuity),
    "rationality": lambda stage, *_: rationality(stage.node),
    "solvability": lambda stage, *_: solvability(stage.expression),
    "lines": lambda stage, *_: lines(stage.expression),
    "conic": lambda stage, *_: conic(stage.expression),
}
"""The decision on each property; None if there is no proof."""
