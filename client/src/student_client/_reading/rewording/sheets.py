r"""Says the tasks of printed sheets, exams and homework systems as plain ones: no titles, ways or notes of entry.

It is tried only if a problem is not understood as it is. Each part is left out by one of the modules beside this one,
which say why it changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress

from ..formulas.notation import parse_statement
from ..formulas.tree import Equation
from ..statement import Choices, NotRead
from .answer_notes import tidy
from .lightening import letters_of
from .sheet_headings import without_heading
from .sheet_kinds import in_usual_kinds
from .sheet_letters import with_letters
from .sheet_methods import without_way
from .sheet_notes import without_notes_of_entry
from .sheet_nouns import without_nouns
from .sheet_remarks import without_remarks
from .sheet_tasks import in_usual_tasks


def from_sheets(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem in plain words; the same one if there are none.

    Args:
        objective: the words.
        expression: the printed expression.
        variables: the problem's variables.

    >>> from_sheets("Quiz 2. Solve the radical equation by squaring both sides.", r"\sqrt{x} = 2", ["x"])
    ('Solve the equation.', '\\sqrt{x} = 2')
    """
    objective, expression = _told(objective, expression)
    letters = letters_of(expression, variables)
    free = _free(expression, variables)
    text = without_heading(objective.replace("\u2019", "'").strip())
    text, expression = in_usual_kinds(text, expression, variables)
    text = without_notes_of_entry(without_remarks(text), expression, free)
    text = with_letters(text, expression, free)
    text = without_way(text, letters, expression)
    text = in_usual_tasks(text, expression, letters)
    text = without_nouns(text, expression, variables)
    return tidy(text) or objective, expression


_INDICATED = re.compile(
    r"\bfor the (?:indicated|specified|given|stated|requested) (?:variable|letter|unknown)\b", re.IGNORECASE
)
_BEHIND = re.compile(
    r"(?P<body>[^,;]*=[^,;]*)[,;]\s*(?:\\[ ,;]|\\q?quad)*\s*(?:\\text\s*\{\s*for\s*\}\s*|for"
    r" )?(?P<name>[A-Za-z](?:_\{?\w\}?)?)\s*$"
)


def _told(objective: str, expression: str) -> tuple[str, str]:
    """Return "for the indicated variable" with the letter that is printed behind the formula, as in ``A = bh; h``."""
    found = _BEHIND.fullmatch(expression.strip(" $"))
    if not found or not _INDICATED.search(objective):
        return objective, expression
    return _INDICATED.sub(f"for {found['name']}", objective), found["body"].strip()


def _free(expression: str, variables: Sequence[str]) -> set[str]:
    """Return the letters that an answer may have: those of the formula, and of its ends, without bound ones."""
    with suppress(NotRead, ValueError):
        read = parse_statement(expression, variables, Choices({}))
        printed = read.expression
        own = printed.left.name if isinstance(printed, Equation) else None
        defined = own is not None and isinstance(printed, Equation) and own not in printed.right.names()
        names = set(printed.right.names()) if isinstance(printed, Equation) and defined else set(printed.names())
        ends = [end for step in read.operations for end in step.bounds or ()]
        bound = {step.variable for step in read.operations if step.bounds}
        return {name for name in names if name not in bound}.union(*(end.names() for end in ends))
    return set(letters_of(expression, variables))
