r"""Says for which constant a function in two pieces is continuous: both pieces have one value between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.parser import parse_latex
from ..formulas.tree import Node
from ..statement import Choices, NotRead

_CASES = re.compile(
    r"\s*\$?\s*[a-zA-Z]\s*\(\s*(?P<letter>[a-z])\s*\)\s*=\s*\\begin\{d?cases\}(?P<inside>.*?)\\end\{d?cases\}[\s.,$]*",
    re.DOTALL,
)
_ROW = re.compile(r"(?P<piece>.+?),?(?:\\[,;: ]|\\q?quad|\s)*&(?P<when>.+)", re.DOTALL)
_LIGHT = re.compile(r"\\text\s*\{[^{}]*\}|\\(?:text|mathrm)\s*\{|\b(?:if|for|when)\b|\\q?quad|\\[,;: ]|[$,.}\s]")
_NUMBER = r"(?P<at>-?(?:\d+(?:\.\d+)?|\\pi))"
_SIGN = r"(?P<sign><=|>=|<|>|≤|≥|≠|=|\\leq?|\\geq?|\\neq?|\\lt|\\gt|\\leqslant|\\geqslant)"
_BELOW = frozenset(["<", "<=", "≤", "\\le", "\\leq", "\\lt", "\\leqslant"])
_ABOVE = frozenset([">", ">=", "≥", "\\ge", "\\geq", "\\gt", "\\geqslant"])
_STRICT = frozenset(["<", ">", "\\lt", "\\gt"])
_WORDS = """
    for what which value values of the constant constants number real is are function continuous everywhere on all that
    makes make making so such find determine given below defined piecewise piecewise-defined by at every point in will
    be a an to order entire line its domain parameter following choose it whole throughout ensure ensures each must have
    calculate set can if
"""
_HARMLESS = frozenset(_WORDS.split())
_EVERYWHERE = re.compile(r"\(? ?-? ?\\infty ?, ?\\infty ?\)?|\\mathbb ?\{? ?R ?\}?|ℝ|\\in(?![a-z])")


def by_pieces(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return the equation of a constant that makes a function of two pieces continuous.

    Args:
        objective: the words.
        expression: the function.
        variables: the problem's variables.

    Raises:
        NotRead: it is another function or another question.

    >>> by_pieces("For what value of $c$ is $f$ continuous?",
    ...           r"f(x) = \begin{cases} cx + 1 & x < 3 \\ x & x \ge 3 \end{cases}", ["x", "c"])
    ('Solve for c.', 'c \\cdot 3 + 1 = 3')
    """
    printed = _CASES.fullmatch(expression)
    rows = [one for one in re.split(r"\\\\(?:\[[^\]]*\])?", printed["inside"]) if one.strip()] if printed else []
    read = [_ROW.fullmatch(one.strip()) for one in rows]
    if not printed or len(rows) != len(("below", "above")) or None in read:
        raise NotRead("no function of two pieces is printed")
    letter = printed["letter"]
    others = [one for one in variables if one != letter]
    ends = [_end(one["when"], letter) for one in read if one]
    place = ends[0][1]
    text = re.sub(r"\$|\\[()]|\\(?:left|right)(?![a-z])|\\[,;!]", " ", objective)
    if len(others) != 1 or ends[1][1] != place or not _are_apart(ends[0][0], ends[1][0]):
        raise NotRead("the pieces do not meet at one number")
    if not _is_asked(text, letter, others[0], place):
        raise NotRead("the words may ask for something else")
    values = [_value(one["piece"], letter, place, others) for one in read if one]
    if others[0] not in values[0].names() | values[1].names():
        raise NotRead("the constant has no influence at the number")
    left, right = (str(value).replace("*", r" \cdot ") for value in values)
    return f"Solve for {others[0]}.", f"{left} = {right}"


def _end(text: str, letter: str) -> tuple[str, str]:
    """Return the sign and the number of a condition such as ``x < 2``."""
    short = _LIGHT.sub("", text)
    found = re.fullmatch(rf"{letter}{_SIGN}{_NUMBER}", short)
    if not found or found["sign"] not in _BELOW | _ABOVE:
        raise NotRead("a piece has another condition")
    return found["sign"], found["at"]


def _are_apart(one: str, other: str) -> bool:
    return (one in _BELOW) is not (other in _BELOW) and (one in _STRICT) is not (other in _STRICT)


def _is_asked(text: str, letter: str, constant: str, place: str) -> bool:
    """Return whether the words ask which constant makes the function continuous, there or everywhere."""
    if not re.search(r"\bcontinuous\b", text) or not re.search(rf"(?<![A-Za-z\\]){constant}(?![A-Za-z])", text):
        return False
    rest = _EVERYWHERE.sub(" ", text)
    rest = re.sub(rf"(?<![A-Za-z]){letter} ?= ?{re.escape(place)}(?![\d.]\d)", " ", rest)
    rest = re.sub(rf"(?<![A-Za-z\\])(?:[fgh](?: ?\( ?{letter} ?\))?|{constant}|{letter})(?![A-Za-z(])", " ", rest)
    return not set(re.findall(r"[^\s.,;:?!]+", rest.lower())) - _HARMLESS


def _value(piece: str, letter: str, place: str, others: Sequence[str]) -> Node:
    read, at = parse_latex(piece.strip(" ,"), [letter, *others], Choices({})), parse_latex(place, [], Choices({}))
    if not isinstance(read, Node) or not isinstance(at, Node):
        raise NotRead("a piece is not a formula")
    return read.put({letter: at})
