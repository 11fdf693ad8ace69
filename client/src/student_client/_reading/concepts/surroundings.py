"""Says a question without the facts and the names around it, for the readers of plain words."""

from __future__ import annotations

from collections.abc import Sequence

from .facts import without_facts
from .points import without_point_names


def without_surroundings(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    """Return a problem without facts about what is printed, and with places in place of their names.

    Args:
        objective: the words.
        expression: the problem's expression.
        variables: the problem's variables.

    Raises:
        NotRead: there are none.

    >>> without_surroundings("The series is geometric. Find the sum.", "3^{-n}", ["n"])[0]
    'Find the sum.'
    """
    defined = expression.partition("=")[0].strip()[:1]
    letters = [one for one in variables if one != defined]
    return without_point_names(
        without_facts(objective), expression, letters[0] if len(letters) == 1 else "x"
    ), expression
