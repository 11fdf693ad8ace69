"""Prints an expression in the notation of the grammar: programs, other countries, counts, equations of matrices."""

from __future__ import annotations

from collections.abc import Sequence

from .continental import uniform
from .counting import counted
from .dividends import whole_dividend
from .matrix_systems import as_equations
from .programmed import as_printed
from .unlabelled import apart, unlabelled


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
    words, printed = unlabelled(objective, apart(as_printed(expression), variables))
    words, printed = uniform(words, whole_dividend(words, printed), variables)
    made = counted(words, printed, variables)
    return as_equations(counted(words, words, variables) if made != printed else words, made, variables)
