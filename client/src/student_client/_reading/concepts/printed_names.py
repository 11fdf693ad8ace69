r"""Leaves out the names of what is printed: ``g : \mathbb{R} \to \mathbb{R}``, "find s" of ``s = \sin 75^\circ``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..statement import NotRead

_R = r"(?:\\mathbb ?\{? ?R ?\}?|ℝ)"
_SET = rf"(?:{_R}(?: ?\^ ?\+)?|[\[(] ?[^\[\]()]{{1,20}} ?[\])]|\[ ?0 ?, ?\\infty ?\))"
_MAP = re.compile(
    rf"(?:\b(?:let|consider|given|suppose that|the|a) )*(?:(?:real )?function )?\$?(?P<name>[fgh]) ?(?::|\\colon) ?{_R}"
    rf" ?(?:\\to|\\rightarrow|→) ?{_SET}\$?(?: (?:is|be) (?:the function )?(?:(?:given|defined)(?: below| above| here)?"
    r"(?: (?:by|as)(?: (?:the |this )?(?:rule|formula|equation)?(?: (?:below|above|shown|given))*)?)?)?)?[.,;]?",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"\b(?:the )?(?:rule|formula|expression) (?:of|for) (?=the inverse|its inverse|[fgh]\^|\$[fgh] ?\^)", re.I
)
_NAMED = re.compile(r"\s*\$?\s*(?P<name>[A-Za-z])\s*=\s*(?P<body>[^=<>,]+?)\s*\$?\s*\.?\s*")
_LETTER = re.compile(r"(?<![A-Za-z\\])[a-zA-Z](?![A-Za-z])")


def without_printed_names(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem without the name of a printed number, and without the sets of a printed function.

    A function's set of arguments may change its inverse, unless it is all real numbers.

    Args:
        objective: the words.
        expression: the printed expression.
        variables: the problem's variables.

    Raises:
        NotRead: there is no such name.

    >>> without_printed_names("Find the exact value of $s$.", r"s = \sin 75^\circ", ["s"])
    ('Find the exact value of the expression.', '\\sin 75^\\circ')
    """
    text = _RULE.sub("", _MAP.sub(" ", objective))
    text = re.sub(r"\s+", " ", text).strip()
    named = _NAMED.fullmatch(expression)
    bare = re.sub(r"\\[A-Za-z]+", " ", named["body"]) if named else "x"
    if named and not set(_LETTER.findall(bare)) - {"e", "i"} and not re.search(r"\\(?:begin|int|sum)", named["body"]):
        name = named["name"]
        said = re.sub(rf"\$ ?{name} ?\$|(?<=of ){name}(?=[.,?]|$)", "the expression", text)
        if said != text:
            return said, named["body"]
    if text == objective:
        raise NotRead("no name of what is printed is said")
    return text[:1].upper() + text[1:], expression
