r"""Says common questions in the vocabulary's words: expansions, "show that it converges and find it", places.

A condition such as ``|x| < 1/2`` beside an expansion says where the whole series converges, and not what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .introductions import without_introduction
from .naming import spelled_names
from .sequence_facts import without_facts
from .shortening import without_definition

_POWER = r"(?:\$?[a-z]\^?\{?(?P<degree>\d)\}?\$?|\$?[a-z]\$?(?P<linear>(?= ?[.,)]| ?$)))"
_UP_TO = (
    r"(?:up to and including|as far as|up to|to|including terms? up to|upto|through)(?: and including)? (?:the )?"
    rf"(?:(?:terms? (?:in|involving|containing) ){_POWER}|(?P<term>[a-z]\^?\{{?\d\}}?)(?: terms?)?)"
)
_SERIES = (
    r"(?:(?:the|a|its) )?(?:(?:binomial|series|maclaurin(?:'s)?|power|power series|taylor) )*(?:expansion|series)"
    r"(?: (?:of|for) (?:the (?:function|expression)|f(?:\([a-z]\))?|it|this))?"
)
_ASCENDING = r"(?:,? ?in ascending (?:powers|order) of \$?[a-z]\$?,?)"
_EXPANSION = re.compile(
    rf"\b(?:(?:find|obtain|give|write(?: down)?|determine|state|work out) {_SERIES}|expand(?: (?:the (?:function"
    r"|expression)|f(?:\([a-z]\))?|it|this))?(?: as an? (?:binomial |power )?series)?(?: using the binomial"
    r" (?:theorem|series"
    rf"|expansion))?){_ASCENDING}?,? {_UP_TO}",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:binomial|expansion|expand|series|maclaurin)\b", re.IGNORECASE)
_CONVERGES = re.compile(
    r"(?:,|\\q?quad|\\[ ,;:]|\s|\(|\bfor\b|\bwhere\b|\\text\s*\{\s*(?:for|where)\s*\})*(?:\\left)?(?:\||\\vert"
    r"|\\lvert) ?[a-z]"
    r" ?(?:\\right)?(?:\||\\vert|\\rvert)\s*(?:<|\\lt)\s*(?:\d+|\d+/\d+|\\[dt]?frac\s*(?:\{\d+\}\s*\{\d+\}"
    r"|\d\d))\s*\)?\s*[.,]?$"
)
_SAID = re.compile(
    r",? ?\(?(?:for|where|given that|assuming(?: that)?|provided(?: that)?|valid for|if|when)? ?\$?\|[a-z]\| ?(?:<"
    r"|\\lt)"
    r" ?(?:\d+/\d+|\d+|\\[dt]?frac\s*(?:\{\d+\}\s*\{\d+\}|\d\d))\$?\)?",
    re.IGNORECASE,
)
_RULES: tuple[tuple[str, str], ...] = (
    (
        r"\b(?:show|prove|verify|explain why)(?: that)? (?:the|this) (?:improper )?integral (?:converges|is"
        r" convergent),?"
        r" (?:and )?(?:then )?(?:find|evaluate|determine|calculate|state|give|compute) (?:(?:its|the) (?:exact )?value"
        r"(?: (?:of the integral|(?:that )?it converges to))?|it|what it converges to|the value to which it converges)",
        "evaluate the improper integral",
    ),
    (
        r"\b(?:show|prove|verify|explain why)(?: that)? (?:the|this) (?:(?:infinite|geometric) )*series (?:converges"
        r"|is convergent),?"
        r" (?:and )?(?:then )?(?:find|evaluate|determine|calculate|state|give|compute) (?:(?:its|the) (?:exact"
        r" )?(?:sum|value)"
        r"(?: (?:of the series|(?:that )?it converges to))?|it|what it converges to|the value to which it converges)",
        "find the sum of the series",
    ),
    (
        r"\bat (?:the|a) point (?:[A-Z],? ?)?(?:(?:on (?:it|the curve|the graph) )?(?:whose|with|where(?: the)?|at"
        r" which(?: the)?"
        r"|that has|which has|having)) ([a-z])[- ](?:coordinate|value)(?: (?:is|of|equal to|equals)| ?=)?"
        r" (?=[-\d\\(πep])",
        r"at \1 = ",
    ),
    (
        r"(?<=[.?!;]) (?:give|state|find|write down) (?:both|the|all)(?: the)? coordinates(?: of (?:each|the|both"
        r"|all|every)"
        r"(?: the)? points?(?: of intersection)?)?(?=\s*[.]|$)",
        "",
    ),
    (
        r",? (?:giving|stating|and (?:give|state)) (?:both|the|all)(?: the)? coordinates(?: of (?:each|the|both|all"
        r"|every)"
        r"(?: the)? points?(?: of intersection)?)?(?=\s*[.]|$)",
        "",
    ),
    (r"(\^\{?-1\}? ?(?:\([a-z]\))?),? and simplify(?: your answer)?(?=\s*[.]?$)", r"\1"),
    (r"(?<=\S),? \(?(?:if|where|when|given(?: that)?|given by|if you know that)\s*[:.]?\s*$", ""),
    (
        r"\b(values? of \\?[a-z]) (?:for which|that make|such that) (?:the |this )?(?:inequality|equation) (?:holds?"
        r"|is true|is satisfied"
        r"|true|is valid)\b",
        r"\1 that satisfy the inequality",
    ),
)
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in _RULES)


def in_vocabulary(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    """Return a problem with its question in the vocabulary's words.

    Args:
        objective: the words.
        expression: the problem's expression.
        variables: the problem's variables.

    Raises:
        NotRead: the words say of a printed sequence what does not hold.

    >>> in_vocabulary("Find the expansion up to and including the term in x^3.", "(1 + x)^{-2}, |x| < 1", ["x"])
    ('find the Maclaurin polynomial of degree 3.', '(1 + x)^{-2}')
    """
    text = without_definition(without_facts(objective, expression, variables), expression)
    text = without_introduction(text, expression)
    text, expression = spelled_names(text, expression, variables)
    for pattern, instead in _COMPILED:
        text = pattern.sub(instead, text)
    if _ABOUT.search(text):
        expression = _CONVERGES.sub("", expression)
        text = _EXPANSION.sub(_polynomial, _SAID.sub("", text))
    return text.strip(), expression


def _polynomial(found: re.Match[str]) -> str:
    term = found["term"]
    degree = "1" if found["linear"] is not None else found["degree"] or re.sub(r"\D", "", term or "")
    return f"find the Maclaurin polynomial of degree {degree}"
