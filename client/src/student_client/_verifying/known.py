"""Judges a plan for a question that a known formula answers: the answer is calculated from what is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._plan import Plan
from .._reading.formulas.tree import Node
from .._reading.known.engine import KNOWN
from .._reading.readings import Reading
from .convert import Unreadable, expression, printed, tree
from .equivalence import equal, same_number
from .executor import Done
from .expected.judges import judged
from .expected.judges import no_answer as unjudged
from .finding import Finding, every, right, unknown, wrong
from .known_answers import Answer, Line, Numbers, Unordered, Written
from .known_families import FORMULAS
from .known_lines import same_line
from .known_rounding import rounded_as_asked as _rounded
from .stated import is_stated

_DEFINES = re.compile(r"\s*Eq\(\s*([A-Za-z]\w*)\s*,")
Results = list[tuple[Any, Done]]
"""The numbers, equations and expressions of a plan's answers in order, each with its step."""


def is_known(reading: Reading) -> bool:
    """Return whether a known formula answers the questions of a reading."""
    return all(question[-1].word == KNOWN for question in reading.questions)


def by_formula(reading: Reading, plan: Plan, done: Sequence[Done]) -> Finding:
    """Judge all answers of a plan: each must be that of the formula, in the order asked.

    Args:
        reading: the reading.
        plan: the plan.
        done: its steps with their results.
    """
    try:
        if (found := judged(reading, plan, done)) is not None:
            return found
        answers = expected(reading)
        results = [one for number in plan.answers for one in _flat(done[number - 1])]
    except (NoFormula, Unreadable) as error:
        return unknown(str(error) or "the answer is not known")
    asked = sum(answer.size for answer in answers)
    if len(results) != asked:
        spare = sum(answer.size != answer.least for answer in answers)
        if not spare or len(answers) != 1 or len(results) != answers[0].least:
            fewer = wrong if len(results) < asked else unknown
            return fewer(f"the problem asks for {asked} results, but the plan gives {len(results)}")
    findings = []
    for answer, question in zip(answers, reading.questions, strict=True):
        size = min(answer.size, len(results))
        taken, results = results[:size], results[size:]
        findings.append(_judged(answer, taken, question[-1].names[1:]))
    return every(findings)


def no_answer(reading: Reading) -> str | None:
    """Return why no plan can be right for a question that a known formula answers; None if one may be.

    Args:
        reading: the reading.
    """
    node = reading.statement.expression
    if not isinstance(node, Node) or node.head not in FORMULAS:
        return unjudged(reading)
    try:
        expected(reading)
    except (NoFormula, Unreadable) as error:
        return str(error) or "the answer is not known"
    return None


class NoFormula(Exception):
    """No formula gives the answer."""


def expected(reading: Reading) -> list[Answer]:
    """Return the answer to each question of a reading.

    Raises:
        NoFormula, Unreadable: it is not known.
    """
    node = reading.statement.expression
    assert isinstance(node, Node)  # noqa: S101 - as the engine makes it
    given: dict[str, list[tuple[Any, ...]]] = {}
    for part in node.args:
        given.setdefault(part.head, []).append(tuple(expression(one) for one in part.args))
    made = []
    for question in reading.questions:
        found = FORMULAS[node.head](question[-1].names[0], given)
        if found is None:
            raise NoFormula("no formula is known for what is printed")
        made.append(found)
    return made


def _flat(made: Done) -> Results:
    """Return the parts of a result in order: numbers of a list, coordinates of a solution, entries of a vector."""
    result = made.result
    if isinstance(result, sympy.MatrixBase):
        return [(one, made) for one in result]
    if not isinstance(result, list):
        return [(result, made)]
    return [(one, made) for entry in result for one in _coordinates(entry)]


def _coordinates(entry: Any) -> list[Any]:
    """Return the coordinates of a solution of a system, in the order of the letters, or a number itself."""
    return [value for _, value in sorted(entry.items(), key=str)] if isinstance(entry, sympy.Dict) else [entry]


def _judged(answer: Answer, results: Results, rounding: tuple[str, ...]) -> Finding:
    if isinstance(answer, Line):
        return same_line(answer, results[0][0])
    if isinstance(answer, Written):
        return _written(answer, results[0])
    if isinstance(answer, Unordered):
        return _unordered(answer, results, rounding)
    values = answer.values if len(results) == len(answer.values) else answer.short
    in_degrees = bool(rounding) and rounding[0].startswith("degrees")
    if in_degrees and not answer.angle:
        return unknown("degrees are asked, but the answer is not an angle")
    if in_degrees or answer.angle == "degrees":
        values = tuple(value * 180 / sympy.pi for value in values)
    if answer.letter and not all(_is_of(answer.letter, *one) for one in results):
        return wrong(f"a result is not a value of {answer.letter}")
    if answer.letter:
        results = [(one.rhs if isinstance(one, sympy.Eq) else one, step) for one, step in results]
    found = every(_number(value, *one, rounding) for value, one in zip(values, results, strict=True))
    return found.then(lambda: _is_calculated(answer, results)).then(lambda: found)


def _is_of(letter: str, result: Any, step: Done) -> bool:
    """Return whether a result is a number, or an equation that gives one to a coordinate and to no other letter."""
    if isinstance(result, sympy.Eq):
        return str(result.lhs) == letter
    written = _DEFINES.match(step.texts[0]) if step.variable is None else None
    return written is None or written[1] == letter


def _unordered(answer: Unordered, results: Results, rounding: tuple[str, ...]) -> Finding:
    """Judge several points or numbers, in any order."""
    width = len(answer.values[0])
    left = list(answer.values)
    for at in range(0, len(results), width):
        taken = results[at : at + width]
        fits = [one for one in left if every(_number(*pair) for pair in _pairs(one, taken, rounding)).right]
        if not fits:
            worst = every(_number(*pair) for one in left for pair in _pairs(one, taken, rounding))
            return wrong("a result is not one of the answers") if worst.wrong else worst
        left.remove(fits[0])
    return right("the results are those of the formula")


def _pairs(values: Sequence[Any], results: Results, rounding: tuple[str, ...]) -> list[Any]:
    return [(value, *one, rounding) for value, one in zip(values, results, strict=True)]


def _number(value: Any, result: Any, step: Done, rounding: tuple[str, ...]) -> Finding:
    """Judge one result: the exact value, or the value rounded as asked."""
    if not isinstance(result, sympy.Expr):
        return wrong("a result is not a number")
    truth, given = tree(value), printed(result)
    if given is None:
        return unknown("a result cannot be read")
    if truth.names() | given.names():
        same = sympy.simplify(value - _real(result)) == 0
        return right("the result is that of the formula") if same else _apart(value - _real(result))
    if rounding:
        return _rounded(value, given, step, rounding[0])
    found = same_number(truth, given)
    return found if not found.wrong else wrong("the result is not that of the formula")


def _apart(difference: Any) -> Finding:
    at = {name: sympy.Rational(place, 7) for place, name in enumerate(sorted(difference.free_symbols, key=str), 5)}
    value = sympy.N(difference.subs(at))
    return wrong("the result is not that of the formula") if value.is_number and abs(value) > 1e-9 else unknown("?")


def _real(result: Any) -> Any:
    return result.xreplace({name: sympy.Symbol(name.name, real=True) for name in result.free_symbols})


def _written(answer: Written, one: tuple[Any, Done]) -> Finding:
    """Judge an expression in a form, or one that is equal."""
    result, step = one
    if not isinstance(result, sympy.Expr):
        return wrong("the result is not an expression")
    real = _real(result)
    if real.free_symbols - {answer.letter}:
        return wrong("the result has another letter in it")
    found = equal(tree(answer.value), tree(real), [answer.letter.name])
    if not found.right:
        return found.because("the result is not known to be equal to what is printed")
    if not answer.has_form(real):
        return unknown("the result does not have the form that is asked")
    if step.tool == "simplify" and step.given == result and answer.has_form(_real(step.given)):
        return unknown("the plan states an answer")
    return right("the result is equal to what is printed, in the form that is asked")


def _is_calculated(answer: Numbers, results: Results) -> Finding:
    """Judge whether a plan calculates: an answer that is not printed must not be its only input."""
    if answer.is_printed or not all(is_stated(*one) for one in results):
        return right("the plan calculates")
    return wrong("the plan states an answer: its input is the answer already")
