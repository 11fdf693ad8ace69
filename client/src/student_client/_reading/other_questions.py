"""Refuses objectives of known words that ask for the method, one of several results, or a changed expression."""

from __future__ import annotations

import re

from .statement import NotRead

_PRINTED = r"(?:(?:the|this|an?) )(?:[a-z-]+ )?(?:function|curve|graph|equation|matrix|expression|parabola|line)"
_OTHER = tuple(
    (re.compile(pattern, re.IGNORECASE), why)
    for pattern, why in (
        (
            r"^(?:please )?rewrite (?:the|this) (?:integral|sum|limit|series)\b",
            "another form is asked, and not its value",
        ),
        (r"\b(?:which|what|list|name|state)(?: are)?(?: the)? steps\b", "the steps are asked, and not the result"),
        (
            r"^(?:first|next|last) (?:root|solution|zero|factor|term)\b",
            "one of several is asked, and it is not clear which",
        ),
        (
            r"\bof (?:what|which) (?:function|curve|expression)\b|\b(?:what|which) function has\b",
            "the printed expression is the result of the thing that is asked",
        ),
        (r"\bfirst and (?:the )?(?:third|fourth) derivatives?\b", "two derivatives are asked, not in a row"),
        (r"\b(?:hold|keep|treat)ing [a-z] constant at\b", "a letter has a value"),
        (r"^of (?:what|which)\b.*\bthis\b", "the printed expression is the result of the thing that is asked"),
        (
            rf"\b(?:slide|tilt|mirror|shift|stretch|flip|rotate|translate) {_PRINTED}\b",
            "the printed expression is changed first",
        ),
    )
)


def check_other(objective: str) -> None:
    """Refuse an objective that asks for something else than a result of the printed expression.

    Args:
        objective: as the person wrote it.

    Raises:
        NotRead: the objective does; the line of text says what it asks for.

    >>> check_other("Find the integral by substitution.")
    """
    for pattern, why in _OTHER:
        if pattern.search(objective.strip()):
            raise NotRead(why)
