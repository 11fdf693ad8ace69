"""Reads a problem as it is printed, or else with plain letters for its vectors, which most readers know alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from ..._problem import Problem
from ..statement import NotRead
from .told_facts import Misfit

if TYPE_CHECKING:
    from ..readings import Reading


_STYLED = re.compile(
    r"\\(?:mathbf|boldsymbol|bm|vec|overrightarrow|underline|mathit|textbf)(?![a-z])\s*"
    r"(?:\{\s*(?P<braced>\\?[a-zA-Z]+(?:_\{?\w\}?)?)\s*\}|(?P<bare>[a-zA-Z])(?![a-zA-Z]))"
)
_SINGLE = re.compile(r"[a-zA-Z](?:_\{?\w\}?)?|\\[a-z]+")


def in_plain_letters(text: str) -> str:
    r"""Return a text whose vectors are printed as letters, but for the units i, j and k.

    A letter that is there in both ways is two things, and keeps its style.

    >>> in_plain_letters(r"\mathbf{b}_1 = \vec{u} + 2\vec i")
    'b_1 = u + 2\\vec i'
    """
    bare = _STYLED.sub(" ", text)

    def put(found: re.Match[str]) -> str:
        name = str(found["braced"] or found["bare"])
        twice = re.search(rf"(?<![A-Za-z\\]){re.escape(name)}(?![A-Za-z_])", bare)
        keeps = name in {"i", "j", "k"} or not _SINGLE.fullmatch(name) or twice
        before = " " if found.start() and text[found.start() - 1].isalpha() else ""
        after = " " if name.startswith("\\") else ""
        return found[0] if keeps else f"{before}{name}{after}"

    while (made := _STYLED.sub(put, text)) != text:
        text = made
    return text


def in_either_print(problem: Problem, read: Callable[[Problem], tuple[Reading, ...]]) -> tuple[Reading, ...]:
    """Return the readings of a problem as it is, or else with plain letters for its vectors.

    Args:
        problem: as the person wrote it.
        read: gives the readings of a problem.

    Raises:
        NotRead: it is understood in neither way.
    """
    try:
        return read(problem)
    except Misfit:
        raise
    except NotRead:
        words, printed = in_plain_letters(problem.objective), in_plain_letters(problem.expression)
        if (words, printed) == (problem.objective, problem.expression):
            raise
        return read(Problem(words, printed, problem.variables, problem.assume))
