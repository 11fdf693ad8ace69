"""Reads a problem in fewer words if it is not understood in all of them: only what changes nothing is left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

from ..._problem import Problem
from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.same_formulas import compared
from ..formulas.tree import Node, Printed, System
from ..questions.rephrasing import rephrased
from ..questions.settling import settled
from ..statement import NotRead, Question
from .decoration import undecorated
from .lightening import letters_of, lightened
from .limiting import is_harmless, unlimited
from .restating import inline, restated
from .retelling_rules import RULES
from .retold_counts import COUNTS
from .retold_curves import CURVES
from .retold_formulas import FORMULAS, spoken
from .shortening import shorter, without_method

if TYPE_CHECKING:
    from ..readings import Reading

_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in RULES)


def retold(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem with its question in the words of a known one.

    Args:
        objective: the words.
        expression: the problem's expression.
        variables: the problem's variables.

    >>> retold("Where does the graph have a vertical asymptote?", r"y = \frac{1}{x}", ["x"])[0]
    'Find the vertical asymptotes of the graph?'
    """
    text = inline(restated(spoken(undecorated(objective.strip()), expression), expression, variables))
    for _ in range(2):
        before = text, expression
        for pattern, instead in _COMPILED:
            text = pattern.sub(instead, text)
        text, expression = compared((*FORMULAS, *COUNTS, *CURVES), text, expression, variables)
        if (text, expression) == before:
            break
    text = re.sub(r"\s+([.,;?!])", r"\1", re.sub(r"\s{2,}", " ", text)).strip(" ,;")
    return (text if "..." in text else re.sub(r"([.?!])(?:\s*[.,;])+", r"\1", text)), expression


Read: TypeAlias = Callable[[Problem], tuple["Reading", ...]]
_OF_A_WORD = re.compile(r"^'.*' (?:is not understood|comes without a point|is not a letter of the problem)")
"""What is said of a word; all else is said of what the words ask, which fewer words would not ask."""


def in_fewer_words(problem: Problem, plain: Callable[[Problem], Problem], read: Read) -> tuple[Reading, ...]:
    """Return the readings of a problem in all its words, or in those that are left.

    Args:
        problem: as the person wrote it.
        plain: gives a problem in the vocabulary's words.
        read: gives the readings of a problem in such words.

    Raises:
        NotRead: it is not understood, with what is said of all the words.
    """

    def shortened(words: str, given: Problem = problem) -> tuple[Reading, ...]:
        told = plain(worded(given, words))
        try:
            return read(told)
        except NotRead as error:
            if not _OF_A_WORD.search(str(error)):
                raise
            for fewer in shorter(told.objective, told.expression):
                with suppress(NotRead):
                    return read(plain(worded(told, fewer)))
            raise error from None

    try:
        return shortened(problem.objective)
    except NotRead as error:
        with suppress(NotRead):
            return _lightened(problem, lambda given: shortened(given.objective, given))
        with suppress(NotRead):
            return _lightened(_retold(problem), lambda given: shortened(given.objective, given), again=True)
        raise error from None


def worded(problem: Problem, words: str) -> Problem:
    """Return a problem with another objective."""
    return Problem(words, problem.expression, problem.variables, problem.assume)


def _retold(problem: Problem) -> Problem:
    """Return a problem whose question is said in other words."""
    words, expression = retold(problem.objective, problem.expression, problem.variables)
    return Problem(words, expression, problem.variables, problem.assume)


def _lightened(problem: Problem, read: Read, *, again: bool = False) -> tuple[Reading, ...]:
    """Return the readings of each wording of the question, of which the answer must be right for all."""
    light = lightened(problem.objective, problem.expression, problem.variables)
    words, said = settled(light.words, problem.expression)
    if any(problem.assume.get(topic, option) != option for topic, option in said.items()):
        raise NotRead("the words and what is assumed differ")
    given = Problem(words, problem.expression, problem.variables, {**said, **problem.assume})
    given = _retold(given) if again else given
    words = given.objective
    found = [one for again in rephrased(words) for one in _among_numbers(worded(given, again), read)]
    if light.equations and not all(_solves(asked) for one in found for asked in one.questions):
        raise NotRead("what the story says of the equations is not understood")
    if light.measured:
        found += [
            one for name in unknowns(found) for one in read(worded(given, f"{words.rstrip('.?! ')}, where {name} > 0"))
        ]
    return tuple({(one.statement, one.questions, *one.picked.items()): one for one in found}.values())


def _solves(question: Question) -> bool:
    return all(step.tool in {"solve", "solve_system"} and not step.word for step in question)


def unknowns(found: Sequence[Reading]) -> list[str]:
    """Return the unknowns that a story could take for positive, which two readings then say.

    Args:
        found: the readings of what the story asks.

    Raises:
        NotRead: it is a system with several solutions, some of which the story could rule out.
    """
    names: list[str] = []
    for reading in found:
        printed = reading.statement.expression
        for step in (step for question in reading.questions for step in question if not _is_vertex(question, printed)):
            if step.tool == "solve_system" and not _is_linear(reading.statement.expression):
                raise NotRead("the story could rule out negative solutions")
            alone = reading.statement.expression.names() == {step.variable}
            if step.tool in {"solve", "solve_inequality"} and step.within is None and step.variable and alone:
                names.append(step.variable)
    return list(dict.fromkeys(names))


def _is_vertex(question: Question, printed: Printed) -> bool:
    """Return whether the zero of a quadratic's derivative is asked, of which there is one."""
    tools = [step.tool for step in question]
    if tools != ["differentiate", "solve"] or question[0].variable is None or not isinstance(printed, Node):
        return False
    with suppress(NoPolynomial):
        return max(coefficients(printed, question[0].variable)) == 2
    return False


def _is_linear(printed: Printed) -> bool:
    """Return whether no two letters are multiplied in a system, and none is in a function."""
    sides = [side for one in printed.equations for side in (one.left, one.right)] if isinstance(printed, System) else []
    parts = [part for side in sides for part in side.walk()]
    plain = {"number", "symbol", "constant", "add", "neg", "mul", "div"}
    return bool(parts) and all(
        part.head in plain
        and (part.head != "mul" or sum(bool(one.names()) for one in part.args) < 2)
        and (part.head != "div" or not part.args[1].names())
        for part in parts
    )


def _among_numbers(problem: Problem, read: Read) -> tuple[Reading, ...]:
    """Return the readings; a letter's range may be left out if it cannot change the result."""
    try:
        return _by_any_method(problem, read)
    except NotRead:
        without, ranges = unlimited(problem.objective, letters_of(problem.expression, problem.variables))
        if not ranges:
            raise
        found = _by_any_method(worded(problem, without), read)
        if all(is_harmless(limited, asked) for limited in ranges for one in found for asked in one.questions):
            return found
        raise


def _by_any_method(problem: Problem, read: Read) -> tuple[Reading, ...]:
    try:
        return read(problem)
    except NotRead:
        without = without_method(problem.objective)
        if without == problem.objective:
            raise
        return read(worded(problem, without))
