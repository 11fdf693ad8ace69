"""Prints an expression in the notation of the grammar: programs, other countries, counts, equations of matrices."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .continental import uniform
from .counting import counted
from .dividends import whole_dividend
from .matrix_systems import as_equations
from .programmed import as_printed
from .unlabelled import apart, unlabelled

_BAR = re.compile(r"\\[lr]vert(?![a-z]) ?")
_THIN = re.compile(r"(?<=[A-Za-z}])\s*\\,\s*(?=\d+\s*\^)")
"""A thin space before a power of a number, which is a factor."""


def in_plain_notation(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem whose expression is in the notation of the grammar.

    Args:
        objective: the words.
        expression: as the person wrote it.
        variables: the problem's variables.

    Raises:
        NotRead: the notation has several meanings.

    >>> in_plain_notation("Evaluate.", "{}^{10}C_3", ["x"])[1]
    '\\binom{10}{3}'
    """
    objective = _BAR.sub("|", objective)
    words, printed = unlabelled(objective, apart(as_printed(_THIN.sub(r" \\cdot ", expression)), variables))
    words, printed = uniform(words, whole_dividend(words, printed), variables)
    made = counted(words, printed, variables)
    return as_equations(counted(words, words, variables) if made != printed else words, made, variables)
