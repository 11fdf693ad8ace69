r"""Reads ``f'(x) = x^2``, which prints a derivative: only what is done with its right side is understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..statement import Choices, NotRead, Question, Statement
from .notation import parse_statement

_HEADING = re.compile(
    r"\s*\$?\s*(?P<name>[A-Za-z])(?P<primes>'{1,3})\s*(?P<argument>(?:\\left\s*)?\(\s*\\?[A-Za-z]+\s*(?:\\right\s*)?\)\s*=)"
)
_DONE = frozenset({"integrate", "expand", "factor", "simplify", "substitute", "limit"})
_OF_THE_FUNCTION = re.compile(r"\b(?:functions?|curve|graph|y)\b", re.IGNORECASE)
"""Words that could mean the function whose derivative is printed."""
_DIFFERENTIATE = re.compile(r"\b(?:differentiat\w*|derive)\b", re.IGNORECASE)


def parse_primed(_: str, text: str, variables: Sequence[str], choices: Choices) -> Statement | None:
    """Return a printed derivative.

    Returns:
        The statement, whose function has the primes in its name; None when no derivative of a function is defined.

    Raises:
        NotRead: the right side is not understood.
    """
    found = _HEADING.match(text)
    if not found or found["name"] in variables:
        return None
    read = parse_statement(f"{found['name']}{found['argument']}{text[found.end() :]}", variables, choices)
    return replace(read, function=found["name"] + found["primes"]) if read.function == found["name"] else None


def check_primed(words: str, statement: Statement, asked: Sequence[Question]) -> None:
    """Refuse a question that could be about the function instead of its printed derivative.

    Raises:
        NotRead: it could, as "the derivative", "the zeros" and "the function" could.
    """
    if not (statement.function or "").endswith("'"):
        return
    for steps in ((*statement.operations, *question) for question in asked):
        tools = {step.tool for step in steps}
        first = steps[0].tool == "differentiate" and not _DIFFERENTIATE.search(words)
        if first or tools - _DONE - {"differentiate"} or _OF_THE_FUNCTION.search(words):
            raise NotRead(f"it is not clear whether {statement.function} or the function itself is asked about")
