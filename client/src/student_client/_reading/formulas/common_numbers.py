"""Reads a list of whole numbers of which the words ask the greatest common divisor or the least common multiple."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..statement import Choices, NotRead, Statement
from .tree import call, number

_GCD = re.compile(r"\b(?:greatest common (?:divisor|factor)|gcd|gcf|hcf|highest common factor)\b", re.IGNORECASE)
_LCM = re.compile(r"\b(?:least common multiple|lowest common multiple|lcm)\b", re.IGNORECASE)

_PRINTED = re.compile(r"\\(gcd|lcm)(?![A-Za-z])")


def parse_common(objective: str, text: str, _: Sequence[str], __: Choices) -> Statement | None:
    """Return the greatest common divisor or the least common multiple of numbers in a list, if the words ask for it.

    Returns:
        The statement; None when the words ask for neither, or these are not numbers.

    Raises:
        NotRead: the words ask for both, or for one if the other is printed.
    """
    listed = [part.strip() for part in re.split(r",|\band\b", text) if part.strip()]
    both = [name for name, words in (("gcd", _GCD), ("lcm", _LCM)) if words.search(objective)]
    common = both[0] if both else ""
    if printed := _PRINTED.search(text):
        if common and common != printed[1]:
            raise NotRead("the words and the expression ask for different common numbers")
        return None
    if not common or len(listed) < 2 or not all(part.isdigit() and len(part) < 19 for part in listed):
        return None
    if len(both) > 1:
        raise NotRead("a common divisor and a common multiple in one question are not understood")
    return Statement(call(common, *(number(int(part)) for part in listed)))
