r"""Provides the problems: the bundled family, or a file of problems with their answers.

A file has one JSON object per line, in one of three forms, the same in all lines:

- as for ``student batch``, with the answer if it is known: ``{"objective", "expression", "variables", "answer"}``;
- as in the MATH data set: ``{"problem": "… $x^2$ …", "solution": "… \boxed{3} …"}``;
- as in GSM8K: ``{"question": "…", "answer": "… #### 42"}``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

from .._command.jsonl import read_problem
from .._errors import InvalidProblem
from .._problem import Problem
from .family import family

_FORMULA = re.compile(r"\$\$?(.+?)\$\$?|\\\[(.+?)\\\]|\\\((.+?)\\\)")
_LETTER = re.compile(r"(?<![\\A-Za-z])([a-zA-Z])(?![A-Za-z])")
WORD_PROBLEM = "Answer the question"
"""The objective of a problem that has only words."""


@dataclass(frozen=True)
class Item:
    """A problem, and its answers in LaTeX or SymPy's syntax if they are known."""

    problem: Problem
    answers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """Problems to ask.

    Args:
        name: their origin, for the report.
        items: the problems of a file; none for the family.
        skipped: lines of the file that cannot be sent, such as problems that are too long.
        seed: the family's.
    """

    name: str
    items: tuple[Item, ...] = ()
    skipped: int = 0
    seed: int = 0

    @property
    def answered(self) -> bool:
        """Whether an answer is known for any of them."""
        return any(item.answers for item in self.items)

    def endless(self, part: int = 0) -> Iterator[Item]:
        """Yield problems endlessly: those of a file repeatedly, those of the family always new.

        Args:
            part: another seed for each load, so that no engine has seen its problems.
        """
        if self.items:
            return cycle(self.items)
        return (Item(problem) for problem in family(self.seed * 1000 + part))


def bundled(seed: int) -> Source:
    """Return the bundled family."""
    return Source(f"the bundled family, seed {seed}", seed=seed)


def read(path: Path) -> Source:
    """Read a file of problems.

    Raises:
        InvalidProblem: a line is in none of the forms, or no line can be sent.
        OSError: the file cannot be read.
    """
    items, skipped = [], 0
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                items.append(_item(line, number))
            except _TooLong:
                skipped += 1
            except InvalidProblem as error:
                raise InvalidProblem(f"{path} line {number}: {error}") from None
    if not items:
        raise InvalidProblem(f"{path} has no problem that can be sent. Fix: client/README.md describes the forms")
    return Source(path.name, tuple(items), skipped)


class _TooLong(Exception):
    """A problem of a data set is too long to be sent."""


def _item(line: str, number: int) -> Item:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        data = None
    if isinstance(data, dict) and isinstance(data.get("problem"), str):
        return Item(_problem_of(data["problem"]), _boxed(str(data.get("solution", ""))))
    if isinstance(data, dict) and isinstance(data.get("question"), str):
        _, found, answer = str(data.get("answer", "")).rpartition("####")
        return Item(_problem_of(data["question"]), (answer.strip().replace(",", ""),) if found else ())
    return Item(read_problem(line, number)[1], _answers(data))


def _answers(data: Any) -> tuple[str, ...]:
    answer = data.get("answer")
    return tuple(map(str, answer)) if isinstance(answer, list) else () if answer is None else (str(answer),)


def _problem_of(text: str) -> Problem:
    """Return the problem of a text: its formula is the expression if there is exactly one, else the whole text is."""
    text = " ".join(text.split())
    formulas = [next(filter(None, match.groups())) for match in _FORMULA.finditer(text)]
    try:
        if len(formulas) == 1:
            objective = " ".join(_FORMULA.sub(" ", text).split()).strip(" .:")
            return Problem(objective or WORD_PROBLEM, formulas[0].strip(" ."), _variables(formulas[0]))
        return Problem(WORD_PROBLEM, text, _variables(" ".join(formulas)))
    except InvalidProblem:
        raise _TooLong from None


def _variables(formula: str) -> list[str]:
    found = sorted(set(_LETTER.findall(formula)) - {"d", "e", "i"})
    return found[:8] or ["x"]


def _boxed(solution: str) -> tuple[str, ...]:
    r"""Return the content of the last ``\boxed{…}``, whose braces may hold others.

    >>> _boxed(r"so it is $\boxed{\frac{1}{2}}$.")
    ('\\frac{1}{2}',)
    """
    _, found, rest = solution.rpartition(r"\boxed{")
    depth = 1
    for place, character in enumerate(rest):
        depth += {"{": 1, "}": -1}.get(character, 0)
        if found and depth == 0:
            return (rest[:place],)
    return ()
