"""Says a question without the facts and the names around it, for the readers of plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..rewording.lightening import letters_of
from .declarations import without_always_positive, without_declarations, without_number_name
from .facts import without_facts
from .glosses import without_glosses
from .led import without_lead
from .manners import without_manners
from .natures import nature_asked
from .points import without_point_names
from .rearranging import without_formula_story
from .series_places import in_factored_form
from .solution_curves import of_solution_curve
from .sums_to_letter import sums_to_letter

_DEFINED = re.compile(r"\s*\$?\\?(?P<name>[A-Za-z]+)(?: ?\( ?[A-Za-z\\, ]+ ?\)|_\{?[a-z]\}?)? ?=")


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
    objective = sums_to_letter(without_glosses(objective, expression), expression)
    objective, expression = without_always_positive(*without_number_name(objective, expression))
    objective = in_factored_form(without_formula_story(objective, expression, variables), expression)
    letters = letters_of(expression, variables)
    told = without_facts(without_declarations(objective, expression, letters))
    for rule in (sums_to_letter, of_solution_curve, nature_asked):
        told = rule(told, expression)
    defined = _DEFINED.match(expression)
    free = [one for one in variables if defined is None or one != defined["name"]]
    placed = without_point_names(told, expression, free[0] if len(free) == 1 else "x")
    return without_lead(without_manners(placed, expression, letters), letters), expression
