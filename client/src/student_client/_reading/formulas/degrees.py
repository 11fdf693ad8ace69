r"""Finds problems whose angles are in degrees: ``\sin x^\circ``, "for 0° ≤ x ≤ 360°".

Every angle is then a number of degrees: the sign of degrees is taken off, and the reading converts each argument of a
trigonometric function.
"""

from __future__ import annotations

import re

from ..statement import NotRead, Statement
from .ambiguity import CIRCULAR
from .tree import Equation, Inequality, Node

_SIGN = r"(?:°|\s*\^\s*(?:\{\s*\\circ\s*\}|\\circ(?![a-z])))"
_TRIGONOMETRIC = re.compile(r"\\?(?:sin|cos|tan|sec|csc|cot)(?![a-z])")
_OF_LETTER = re.compile(
    rf"(?:(?<![A-Za-z])[a-zA-Z]|\\(?:theta|alpha|beta|phi|varphi|gamma|omega)|[θαβφ]|\)|\}})\s*{_SIGN}"
)
_OF_NUMBER = re.compile(rf"(?<=\d)\s*{_SIGN}")
_RANGE = re.compile(
    rf"\d\s*{_SIGN}\s*\$?(?:\s*(?:<|≤|\\leq?|\\lt|<=|,|and|to)\s*)|(?:<|≤|\\leq?|\\lt|<=|,|to"
    rf"|and)\s*-?\d+\s*{_SIGN}\s*[\])]?"
)
_SAID = re.compile(
    r"[,(]? ?\b(?:(?:with|where|here|and) )?(?:(?:\$?\\?[a-z]+\$?|[θαβφ]|all angles|angles|the angles?) )?(?:(?:is"
    r"|are) )?(?:measured |given |expressed )?in degrees\)?(?=\s*[.,;]|\s*$)|,? ?(?:giving|give|with) (?:your |all "
    r"|the )?(?:answers?|solutions?|angles?) in degrees(?=\s*[.,;]|\s*$)",
    re.IGNORECASE,
)

_OF_POLYNOMIAL = re.compile(
    r"\b(?:polynomials?|approximations?|expansions?|series)\b[^.;?]{0,40}?\bof degree (?:at most |up to )?"
    r"(?:\d|one|two|three|four|five|six)\b",
    re.IGNORECASE,
)
_UNREAD = re.compile(
    r"(?:\b(?:in|of|with|using)|\$?(?<![a-z])(?:[a-z]|\\[a-z]+)\$?) degrees?\b"
    r"(?! \$?(?:\d|[nmk]\b|one|two|three|four|five|six)|,? (?:\$?[FCK]\b|celsius|fahrenheit|kelvin))",
    re.IGNORECASE,
)


def check_degrees(objective: str, expression: str) -> None:
    r"""Refuse words that say that a printed angle is in degrees, if the problem is not read so.

    Args:
        objective: as the person wrote it.
        expression: the problem's expression.

    Raises:
        NotRead: they say so.

    >>> check_degrees("Find the derivative.", r"\sin x")
    """
    if (
        _UNREAD.search(_OF_POLYNOMIAL.sub(" ", objective))
        and _is_angle(expression)
        and not in_degrees(objective, expression)[2]
    ):
        raise NotRead("degrees are only understood with their sign, as in 0° ≤ x ≤ 360°")


def _is_angle(expression: str) -> bool:
    """Return whether a letter alone, without pi, could be the angle of a printed function."""
    return bool(_TRIGONOMETRIC.search(expression) and not re.search(r"\\pi(?![a-z])|π|\bpi\b", expression))


def in_degrees(objective: str, expression: str) -> tuple[str, str, bool]:
    r"""Return a problem without the signs of degrees, and whether its angles are in degrees.

    >>> in_degrees("Solve for 0° ≤ x ≤ 360°.", r"2\sin x = 1")
    ('Solve for 0 ≤ x ≤ 360.', '2\\sin x = 1', True)
    """
    lettered = _OF_LETTER.search(expression)
    bare = re.sub(r"\\[A-Za-z]+", lambda found: " x " if found[0][1:] in _GREEK else " ", expression)
    varies = re.search(r"(?<![A-Za-z])[a-zA-Zθαβφ](?![A-Za-z])", bare)
    if not _TRIGONOMETRIC.search(expression) or not varies or not (lettered or _RANGE.search(objective)):
        return objective, expression, False
    if re.search(r"\\pi|π|\bpi\b|\brad", f"{objective} {expression}"):
        raise NotRead("degrees and radians in one problem are not understood")
    words = _SAID.sub("", _OF_NUMBER.sub("", objective))
    return words, re.sub(_SIGN, "", expression), True


_GREEK = frozenset({"theta", "alpha", "beta", "phi", "varphi", "gamma", "omega"})


def check_angles(statement: Statement) -> None:
    """Refuse a letter in degrees that is not within a trigonometric function.

    Raises:
        NotRead: one is.
    """
    printed = statement.expression
    if isinstance(printed, Node):
        sides: tuple[Node, ...] = (printed,)
    elif isinstance(printed, Equation):
        sides = (printed.left, printed.right)
    elif isinstance(printed, Inequality):
        sides = printed.sides
    else:
        raise NotRead("degrees are only understood in an equation")
    if any(_outside(side) for side in sides):
        raise NotRead("a letter in degrees is only understood within a trigonometric function")


def _outside(node: Node) -> bool:
    if node.head in CIRCULAR:
        return False
    return node.head == "symbol" or any(map(_outside, node.args))
