r"""Puts values of the words into the usual form: "t when A = 20" is an equation, an angle in degrees is a number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..statement import NotRead

_DEFINED = re.compile(
    r"\s*\$?(?P<name>[A-Za-z]) ?(?:(?:\\left)?\( ?(?P<of>[a-z]) ?(?:\\right)?\) ?)?= ?(?P<body>[^=]+?)[\s.$]*"
)
_NUMBER = r"(?P<value>-?[\d ,]*\d(?:\.\d+)?|\\frac\{\d+\}\{\d+\})"
_ASKS = r"(?:find|determine|calculate|compute|work out|give|state|solve for|what is|estimate)"
_WHEN = r",? (?:when|if|for which|such that|so that|at which|where|given(?: that)?|that makes?|that gives?)"
_REACHES = r" ?(?:=|is(?: equal to)?|equals?|reach(?:es)?|becomes?) ?"


def given_values(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem whose words have no value of what is printed, and no angle in degrees beside a formula.

    Args:
        objective: the words.
        expression: the printed formula.
        variables: the problem's variables.

    Raises:
        NotRead: the words give neither.

    >>> given_values("Find t when A = 20, to the nearest tenth.", r"A(t) = 50e^{-0.03t}", ["t"])
    ('Solve for t, to the nearest tenth.', '50e^{-0.03t} = 20')
    >>> given_values(r"Find s if r = 9 and $\theta = 80^\circ$.", r"s = r\theta", ["s", "r", "theta"])[0]
    'Find s if r = 9 and $\\theta = \\frac{80 \\pi}{180}$.'
    """
    found = _DEFINED.fullmatch(expression)
    if found and (made := _reached(objective.replace("$", ""), found, variables)):
        return made
    in_numbers = "" if re.search(r"(?:180|360)(?!\d| ?\^ ?\{? ?\\circ)", expression) else r"\pi"
    words = _ANGLE.sub(lambda one: _angle(one, in_numbers), objective)
    if words == objective or "=" not in expression:
        raise NotRead("the words give no value")
    return words, expression


_ANGLE = re.compile(
    r"(?P<name>(?:\\?theta|θ|\\?alpha|α|\\?phi|φ|[A-Z]) ?= ?)(?P<size>\d+(?:\.\d+)?)(?: ?\^ ?\{? ?\\circ ?\}?| ?°"
    r"| degrees)"
)


def _angle(found: re.Match[str], pi: str) -> str:
    size = found["size"]
    return f"{found['name']}\\frac{{{size} \\pi}}{{180}}" if pi else f"{found['name']}{size}"


def _reached(objective: str, found: re.Match[str], variables: Sequence[str]) -> tuple[str, str] | None:
    """Return the equation for the letter at which a printed function has a value of the words."""
    name, body = found["name"], found["body"]
    letters = set(re.findall(r"(?<![A-Za-z\\])[A-Za-z](?![A-Za-z])", re.sub(r"\\[A-Za-z]+", " ", body))) - {"e"}
    own = found["of"] or next((one for one in variables if letters == {one}), None)
    if own is None or letters != {own} or own not in variables or own == name:
        return None
    left = rf"{name}(?: ?\( ?{own} ?\))?"
    for pattern in (
        rf"{_ASKS} (?:the )?(?:(?:values?|time) of |time |value )?{own}{_WHEN} {left}{_REACHES}{_NUMBER}",
        rf"for (?:what|which) (?:values? of |time )?{own} (?:is|does|will) {left}{_REACHES}{_NUMBER}",
        rf"when (?:is|does|will) {left}{_REACHES}{_NUMBER}",
        rf"{_ASKS} (?:the )?(?:value of )?{own}{_WHEN} {_NUMBER} ?= ?{left}",
    ):
        if asked := re.match(rf"{pattern}(?![\w^*/+(-]|\.\d)", objective, re.IGNORECASE):
            value = asked["value"].replace(",", "").replace(" ", "")
            return f"Solve for {own}{objective[asked.end() :].replace('?', '.')}", f"{body} = {value}"
    return None
