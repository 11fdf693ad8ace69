r"""Takes the names of lines and curves from a printed list of equations: ``l_1: y = 3x - 7, \quad l_2: y = 5 - x``."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NAME = r"\\?[A-Za-z]+(?:_\{?\d\}?)?"
_LABEL = re.compile(rf"(?:^|(?<=[,;])|(?<=quad))\s*(?P<name>{_NAME})\s*(?::|\\colon)\s*(?=[^=:]*=)")
_AND = re.compile(r"(?<=\d)\s*\\(?:text|mathrm)\s*\{\s*and\s*\}\s*(?=\d)")
_NUMBERS = re.compile(r"\s*\d+\s*(?:,\s*\d+\s*)*")


def apart(expression: str, variables: Sequence[str]) -> str:
    """Return a product of a letter and a derivative with a space between: ``xy' + y`` is ``x y' + y``.

    >>> apart("xy' + 2y = 4x^2", ["x", "y"])
    "x y' + 2y = 4x^2"
    """
    both = "".join(one for one in variables if len(one) == 1 and one.isalpha())
    return re.sub(rf"(?<![A-Za-z\\])([{both}])([{both}])(?='+)", r"\1 \2", expression) if both else expression


def unlabelled(objective: str, expression: str) -> tuple[str, str]:
    r"""Return a problem without the names of its equations, and with a comma for the "and" of whole numbers.

    Args:
        objective: the words.
        expression: the problem's expression.

    >>> unlabelled("Where do $l_1$ and $l_2$ meet?", r"l_1: y = 3x - 7, \quad l_2: y = 5 - x")
    ('Where do the two lines meet?', 'y = 3x - 7, \\quad y = 5 - x')
    >>> unlabelled("Find the HCF.", r"84 \text{ and } 126")[1]
    '84, 126'
    """
    listed = _AND.sub(", ", expression)
    if listed != expression and _NUMBERS.fullmatch(listed):
        return objective, listed
    names = [found["name"] for found in _LABEL.finditer(expression)]
    if len(names) < 2 or len(set(names)) < len(names) or len(names) != expression.count("="):
        return objective, expression
    listed = r" ?(?:, and|,| and) ?".join(rf"\$?{_either_braces(name)}\$?" for name in names)
    kind = "curves" if re.search(r"\bcurves?\b|C_", objective) else "lines"
    count = {2: "two", 3: "three"}.get(len(names), "")
    all_named = rf"(?:the )?(?:(?:two|three|straight|lines|curves|planes) )*{listed}(?![\w'])"
    words = re.sub(all_named, f"the {count} {kind}".replace("  ", " "), objective, flags=re.IGNORECASE)
    if any(re.search(rf"(?<![A-Za-z\\]){_either_braces(name)}(?![A-Za-z])", words) for name in names):
        return objective, expression
    return words, _LABEL.sub(lambda found: " " if found.start() else "", expression)


def _either_braces(name: str) -> str:
    """Return a pattern of a name with or without the braces of its index."""
    letter, _, index = name.replace("{", "").replace("}", "").partition("_")
    return re.escape(letter) + (rf"_\{{?{index}\}}?" if index else "")
