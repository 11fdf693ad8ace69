"""Formulas that tell which letter is asked for, and the forms of a square."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

_REAL = r"(?:(?:the|real|constant|parameter|number|coefficient) )*"
_VALUES = r"(?:(?:set|range) of )?(?:the )?(?:all )?(?:possible |exact )*values? of "
_WHEN = r"(?= ?,? (?:for which|given that|such that|so that|that (?:makes?|gives?)|which (?:makes?|gives?)|if|when)\b)"
_SUBJECT = r"(?i:(?:the )?subject) (?:(?:of|in) (?:the|this) (?:\w+ )?(?:formula|equation) )?to (?:be )?"
_GROUP = (
    r"(?i:group|collect|gather)(?:ing)?(?: together)?(?: the| like)*(?: terms?)?"
    r"(?: (?:with|having|containing) the same)?(?: (?:by|in|of|according to|as))* (?:powers?|terms?) (?:of|in)"
)


def unknowns(variable: str, letters: Collection[str], expression: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield the patterns for the values of a letter, of which a condition is said.

    Args:
        variable: a pattern for a letter of the problem.
        letters: the problem's letters.
        expression: the problem's expression.
        text: the objective.
    """
    yield "unknown", rf"{_VALUES}{_REAL}(?P<it>{variable}){_WHEN}"
    if len(letters) > 1 and expression.count("=") == 1:
        alone = rf"(?P<it>{variable})(?![\w(^=])(?! ?(?:[-+*/=<>]|and\b))"
        yield (
            "unknown",
            rf"(?:[Ff]or|[Aa]t) (?:what|which) {_REAL}values? of {_REAL}{alone}(?= (?:does|do|will|has|is|are|can)\b)",
        )
        yield "unknown", rf"{_VALUES}{_REAL}{alone}"
        if re.search(r"\broots?\b", text):
            yield "unknown", rf"(?<=[Ff]ind )(?:the (?:real |constant )*)?(?P<it>{variable})(?=[.?]?$)"
        yield "unknown", rf"(?<=[Ff]ind ){_REAL}(?P<it>{variable}){_WHEN}"


def kinds_of_letters(
    variable: str, name: str | None, letters: Collection[str], expression: str
) -> Iterator[tuple[str, str]]:
    """Yield each other kind of formula that tells a letter, with its pattern.

    Args:
        variable: a pattern for a letter of the problem.
        name: the letter that the expression defines, if it defines one.
        letters: the other letters of the problem.
        expression: the problem's expression.
    """
    yield "for", rf"(?:for|of|in|is) (?P<it>{variable})(?= (?:as )?(?:the )?subject)"
    yield "for", rf"(?i:make|making) (?P<it>{variable})(?= the subject)"
    yield "for", rf"(?i:write|express|writing|with|having) (?P<it>{variable})(?= (?:as )?the subject)"
    yield "for", rf"(?:so|such) that (?P<it>{variable}) (?:is|becomes)(?= the subject)"
    yield "for", rf"{_SUBJECT}(?P<it>{variable})"
    yield "for", rf"(?<=solve )for (?P<it>{variable})(?![\w(])"
    both = sorted({*letters, *([name] if name else [])})
    if len(both) > 1 and expression.count("=") == 1:
        yield from _in_terms(both, letters)
    yield "powers", rf"{_GROUP} (?P<it>{variable})"
    defined = rf"(?:{re.escape(name)} ?(?:\( ?{variable} ?\))? ?= ?)?" if name else ""
    square = rf"[a-z]? ?\( ?{variable} ?[-+] ?[a-z] ?\) ?\^ ?\{{?2\}}? ?[-+] ?[a-z]"
    yield "square form", rf"(?:in (?:the )?(?:\w+ )?form )?(?P<it>{defined}{square})"
    yield "reals", r"(?:over|in) (?:the (?:set|field) )?(?P<it>\\mathbb ?\{?R\}?|ℝ)"
    yield "complexes", r"(?:over|in) (?:the (?:set|field) )?(?P<it>\\mathbb ?\{?C\}?|ℂ)"


def _in_terms(both: Collection[str], letters: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the patterns for one letter in terms of all the others."""
    for one in letters:
        others = "|".join(re.escape(other) for other in both if other != one)
        listed = rf"\\?(?:{others})(?:(?:, and|,| and) \\?(?:{others})){{{len(both) - 2}}}"
        rest = rf"(?:the (?:other|remaining) (?:letters|variables?|quantit(?:y|ies)|symbols?)|{listed})(?![\w(^])"
        said = r"(?: (?:is|explicitly|expressed|given|written|entirely))* (?:in terms|as an? (?:explicit )?function) of"
        yield "for", rf"(?P<it>\\?{re.escape(one)}){said} {rest}"
