r"""Reads the names of letters with an index: ``x_1``, ``P_{0}``, ``v₀``; in LaTeX, ``P_0x`` is ``P_0`` times x."""

from __future__ import annotations

import re
from collections.abc import Collection

from .spelling import SUBSCRIPTS, is_latex

_INDEX = re.compile(r"_\{\s*([A-Za-z0-9]+)\s*\}|_([A-Za-z0-9]+)|([₀-₉]+)")
_ONE = re.compile(r"_([A-Za-z0-9])(?![0-9])")
_APART = re.compile(r"_([0-9]+)(?![A-Za-z0-9_])")
_NO_NAMES = frozenset("ei")
_OF_FUNCTIONS = frozenset("fghuyCPA")
"""Letters of functions and of numbers of choices, which have an index other than 0 if they are those."""


def with_index(name: str, text: str, at: int, variables: Collection[str]) -> tuple[str, int] | None:
    """Return the name with the index that follows in a text, and the position after it.

    Args:
        name: the letter, or the Greek letter's name.
        text: the whole text.
        at: the position after the letter.
        variables: the declared names, which may have any index; another name has a number.

    Returns:
        The name and the position; None if there is no index, or it could be more than that.

    >>> with_index("x", "2x_{0}y", 2, [])
    ('x_0', 6)
    """
    found = _INDEX.match(text, at)
    if not found:
        return None
    single = (_ONE if is_latex(text) else _APART).match(text, at)
    whole = (found[1] or found[2] or found[3]).translate(SUBSCRIPTS)
    for index, match in ((whole, found), *(((single[1], single),) if single else ())):
        if f"{name}_{index}" in variables:
            return f"{name}_{index}", match.end()
    if found[1] or found[3]:
        index, end = whole, found.end()
    elif single:
        index, end = single[1], single.end()
    else:
        return None
    clear = index.isdigit() and name not in _NO_NAMES and (index == "0" or name not in _OF_FUNCTIONS)
    return (f"{name}_{index}", end) if clear else None
