r"""Leaves out what a story says of a printed formula, if only the formula is to be written in another way.

What the letters measure does not change which letter is the subject, if only one value of it is possible. A story with
numbers stays beside such a formula, for they may be values of its letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..questions.splitting import sentences

_ASKS = re.compile(
    r"\?|\b(?:find|determine|calculate|compute|evaluate|solve|show|prove|state|what|which|how|suppose|assume|let|must"
    r"|positive|negative|inverse|reciprocal|derivative|rate|if|when|unless|only|first|doubl\w*|halv\w*|half|twice"
    r"|new|old|chang\w*|increas\w*|decreas\w*|instead|but|not|no|other|each|now)\b",
    re.IGNORECASE,
)
_DATA = re.compile(r"\d|[=<>≤≥]|\\(?:[lg]eq?|lt|gt|neq?)(?![a-z])")
_THE_FORMULA = (
    r"(?:(?: of| in)? (?:the|this)(?: given)? (?:formula|equation|relation)(?: (?:below|above|shown|given))?)?"
)
_SUBJECT = re.compile(
    rf"(?:(?:now|hence|please),? )?(?:make \$?(?P<a>[A-Za-z])\$? the subject{_THE_FORMULA}|(?:express|write|give|find"
    r"|obtain) \$?(?P<b>[A-Za-z])\$? (?:in terms of|as a function of) [^.;?]{1,40}|(?:solve|rearrange"
    rf"|transpose){_THE_FORMULA} (?:for|to make|so that) \$?(?P<c>[A-Za-z])\$?(?: (?:is )?the subject)?|(?:rearrange"
    r"|transpose) (?:it|this|the formula|the equation) to (?:give|express|find|get|obtain) \$?(?P<e>[A-Za-z])\$?(?:"
    r" in terms of [^.;?]{1,40})?|isolate \$?(?P<d>[A-Za-z])\$?)\.?",
    re.IGNORECASE,
)
_REWRITES = re.compile(
    r"(?:expand|factor(?:i[sz]e)?|(?:rewrite|write|express)(?= [^.;?]*\b(?:as an? polynomial|in (?:factored"
    r"|factori[sz]ed|expanded|standard) form)\b)|simplify|multiply out)\b[^.;?,]*\.?",
    re.IGNORECASE,
)
_NOT_PLAIN = re.compile(r"\\?(?:sqrt|sin|cos|tan|log|ln|exp|int|sum|lim|begin|pm)\b|'|,|;|\\\\|[<>|≤≥√]")


def without_formula_story(objective: str, expression: str, variables: Sequence[str]) -> str:
    r"""Return the last sentence alone, if it only asks to write the printed formula in another way.

    Args:
        objective: the words.
        expression: the printed formula.
        variables: the problem's variables.

    >>> without_formula_story("The area of a ring is shown. Make $h$ the subject.", r"S = 2\pi r h", ["S", "r", "h"])
    'Make $h$ the subject.'
    >>> without_formula_story("The area is shown, and $r = 2$. Make $h$ the subject.", r"S = r h", ["S", "r", "h"])
    'The area is shown, and $r = 2$. Make $h$ the subject.'
    """
    *story, last = sentences(objective) or [objective]
    if not story or _NOT_PLAIN.search(expression) or any(_ASKS.search(one) for one in story):
        return objective
    asked = _SUBJECT.fullmatch(last)
    name = next((one for one in asked.groups() if one), "") if asked else ""
    if name in variables and expression.count("=") == 1 and not any(_DATA.search(one) for one in story):
        return last if _is_once(name, expression) else objective
    defined = re.match(r"\s*\$?[A-Za-z]\s*\(\s*([a-z])\s*\)\s*=", expression)
    return last if defined and _REWRITES.fullmatch(last) and _DATA.search(expression) else objective


def _is_once(name: str, expression: str) -> bool:
    """Return whether a letter is there once and in no power, so that it has one value."""
    plain = re.sub(r"\\[a-zA-Z]+", " ", expression)
    return plain.count(name) == 1 and not re.search(rf"{name} ?\^|[\^_] ?(?:{name}|\{{[^}}]*{name})", plain)
