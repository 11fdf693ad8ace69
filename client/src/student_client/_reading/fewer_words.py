"""Reads a problem in fewer words if it is not understood in all of them: only what changes nothing is left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

from .._problem import Problem
from .lightening import letters_of, lightened
from .limiting import is_harmless, unlimited
from .rephrasing import rephrased
from .settling import settled
from .shortening import shorter, without_method
from .statement import NotRead

if TYPE_CHECKING:
    from .readings import Reading

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
        raise error from None


def worded(problem: Problem, words: str) -> Problem:
    """Return a problem with another objective."""
    return Problem(words, problem.expression, problem.variables, problem.assume)


def _lightened(problem: Problem, read: Read) -> tuple[Reading, ...]:
    """Return the readings of each wording of the question, of which the answer must be right for all."""
    light = lightened(problem.objective, problem.expression, problem.variables)
    light, said = settled(light, problem.expression)
    if any(problem.assume.get(topic, option) != option for topic, option in said.items()):
        raise NotRead("the words and what is assumed differ")
    given = Problem(light, problem.expression, problem.variables, {**said, **problem.assume})
    found = [one for words in rephrased(light) for one in _among_numbers(worded(given, words), read)]
    return tuple({(one.statement, one.questions, *one.picked.items()): one for one in found}.values())


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
