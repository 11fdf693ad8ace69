r"""Puts polynomials in brackets that the words divide: "Divide the first by the second" of `x^2 + 1 \div x`."""

from __future__ import annotations

import re

_DIVIDES = re.compile(r"\b(?:divide|(?:long|synthetic) division|quotient|remainder)\b", re.IGNORECASE)
_SIGN = re.compile(r"\s*(?:\\div(?![a-z])|÷)\s*")
_SUM = re.compile(r"[^-+−]+(?:[-+−][^-+−]+)+")
_NESTED = re.compile(r"\([^()]*\)|\{[^{}]*\}")


def whole_dividend(objective: str, expression: str) -> str:
    r"""Return the expression with brackets around printed sums beside the sign, if the words ask for a division.

    >>> whole_dividend("Divide.", r"2x^3 - 7 \div (x - 3)")
    '(2x^3 - 7) \\div (x - 3)'
    >>> whole_dividend("Evaluate.", r"8 + 4 \div 2")
    '8 + 4 \\div 2'
    """
    parts = _SIGN.split(expression)
    if len(parts) != 2 or not _DIVIDES.search(objective) or "=" in expression:
        return expression
    return " \\div ".join(f"({part})" if _SUM.fullmatch(_NESTED.sub("", part)) else part for part in parts)
