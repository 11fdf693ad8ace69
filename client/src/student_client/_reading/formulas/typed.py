r"""Prints what people type for sums, integrals and binomial coefficients as TeX does: ``sum_(k=1)^9 k``."""

from __future__ import annotations

import re

_NAMES = {"sum": r"\sum", "prod": r"\prod", "product": r"\prod", "int": r"\int", "integral": r"\int"}
_NAME = r"(?<![A-Za-z\\])(?P<name>sum|product|prod|integral|int)"
_LETTER = r"\\?[A-Za-z]+"
_END = r"-?(?:\d+(?:\.\d+)?|oo|[a-z])(?![\w+\-*/^(])"
_BOUNDED = re.compile(
    rf"{_NAME}_(?:\((?P<low>[^()]+)\)|(?P<from>-?[\d.]+))\^(?:\((?P<high>[^()]+)\)|(?P<to>{_END}))", re.IGNORECASE
)
_DOTTED = re.compile(
    rf"\s*{_NAME}\((?P<body>.+),\s*(?P<letter>{_LETTER})\s*=\s*(?P<low>[^.,=]+?)\s*\.\.\s*(?P<high>[^.,=]+?)\s*\)\s*"
)
_WORDED = re.compile(
    rf"\s*{_NAME} (?:from |for )?(?P<letter>{_LETTER})\s*=\s*(?P<low>[^\s,=]+) to (?P<high>[^\s,=]+) of"
    r" (?P<body>\S.*?)\s*"
)
_MATRIX = r"\\begin\{[pb]?matrix\}(.*?)\\end\{[pb]?matrix\}"
_CHOSEN: tuple[tuple[str, str], ...] = (
    (r"\{\s*(\w+)\s*\\choose\s*(\w+)\s*\}", r"\\binom{\1}{\2}"),
    (r"(?<![A-Za-z\\])(?:binomial|binom|nCr|C)\(\s*(\w+)\s*,\s*(\w+)\s*\)", r"\\binom{\1}{\2}"),
    (
        r"(?:\{\s*\})?[_^]\s*\{?\s*(\d+)\s*\}?\s*(?:\\mathrm\{C\}|\\text\{C\}|C)\s*_\s*\{?\s*(\d+)\s*\}?",
        r"\\binom{\1}{\2}",
    ),
    (r"(?<![\w^_])(\d+)\s?C\s?(\d+)(?!\w)", r"\\binom{\1}{\2}"),
    (rf"\\det\s*(?:\\left\s*)?\(?\s*{_MATRIX}\s*(?:\\right\s*)?\)?", r"\\begin{vmatrix}\1\\end{vmatrix}"),
)
_RELATION = r"(?:\\leq?(?![a-z])|\\geq?(?![a-z])|\\in(?![a-z])|<=|>=|[<>≤≥∈])"
_RANGED = re.compile(
    r"(?P<before>.*[^\s,;\\])\s*(?:\\q?quad|\\[ ,;:])+\s*"
    rf"(?P<range>(?:[^\s,=]+\s*{_RELATION}\s*)?{_LETTER}\s*{_RELATION}\s*[^=]+)",
    re.DOTALL,
)


def as_tex(expression: str) -> str:
    r"""Return an expression with its typed sums, integrals, binomial coefficients and ranges as TeX prints them.

    Args:
        expression: the problem's expression.

    >>> as_tex("sum(8/(2**m), m=2..oo)")
    '\\sum_{m=2}^{\\infty} (8/(2**m))'
    """
    dotted, worded = _DOTTED.fullmatch(expression), _WORDED.fullmatch(expression)
    if dotted and _is_closed(dotted["body"]):
        return _sum(dotted, f"({dotted['body']})")
    if worded and not re.search(r"[-+]", _outside(worded["body"])):
        return _sum(worded, worded["body"])
    made = _BOUNDED.sub(_bounded, expression)
    for pattern, instead in _CHOSEN:
        made = re.sub(pattern, instead, made, flags=re.DOTALL)
    ranged = _RANGED.fullmatch(made)
    return f"{ranged['before']}, {ranged['range']}" if ranged else made


def _sum(found: re.Match[str], body: str) -> str:
    low, high = (_endless(found[key]) for key in ("low", "high"))
    return f"{_NAMES[found['name'].lower()]}_{{{found['letter']}={low}}}^{{{high}}} {body}"


def _bounded(found: re.Match[str]) -> str:
    low, high = _endless(found["low"] or found["from"]), _endless(found["high"] or found["to"])
    return f"{_NAMES[found['name'].lower()]}_{{{low}}}^{{{high}}} "


def _endless(text: str) -> str:
    return re.sub(r"(?<![A-Za-z])(?:oo|infinity|inf)(?![A-Za-z])", r"\\infty", text.strip())


def _is_closed(text: str) -> bool:
    """Return whether no bracket of a text is closed before it is opened."""
    depth = 0
    for sign in text:
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return False
    return depth == 0


def _outside(text: str) -> str:
    """Return what is in no brackets."""
    while (made := re.sub(r"\([^()]*\)|\{[^{}]*\}", "", text)) != text:
        text = made
    return text
