"""Leaves out of a sentence the words beside its question: troubles, ways, where something is printed, its kind."""

from __future__ import annotations

import re

from ..rewording.method_words import is_method
from .adjuncts import MADE_BY
from .marks import MARK
from .study_words import NOT_KNOWN
from .ways import BY

_WAY = re.compile(
    rf"\b(?!take\b|try|remember|recall|from\b){BY} (?P<way>[a-z' -]+?)"
    r"(?=,|$| (?:to|and|here|please|then|i|but|find|so|or otherwise)\b)"
)
_KINDS = (
    r"(?:trigonometric|trig|exponential|logarithmic|rational|polynomial|quadratic|cubic|quartic|linear|algebraic"
    r"|arithmetic|geometric|definite|improper|convergent|continuous|differentiable|radical|absolute value|differential"
    r"|homogeneous|first[- ]order|second[- ]order|separable|auxiliary|characteristic|parametric|implicit|piecewise"
    r"|literal|telescoping)"
)
_NOUN = (
    r"(?:functions?|equations?|expressions?|inequalit(?:y|ies)|series|limits?|integrals?|sequences?|sums?|progressions?"
    r"|curves?|formulas?|problems?|odes?|relations?|systems?|products?|fractions?|matrix|matrices|vectors?|graphs?)"
)
_SAID = r"(?:given|defined|described|modell?ed|represented|shown|stated|printed|specified|provided|presented|displayed)"
_LIGHT = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (rf"\b{_KINDS} (?=(?:{_KINDS} )*{_NOUN}\b)", ""),
        (
            r"\b(?:worked|figured|c[ao]m(?:e|es|ing)|turn(?:s|ed|ing)?|help(?:ing|ed)?(?: me)?) out\b(?: as| to be)?",
            " ",
        ),
        (
            r"(?<!the )(?<!a )(?<!any )(?<!what )\b(?:help|trouble|problems?|stuck|struggling|struggle|deal|dealing"
            r"|start|difficulty|issues?|a hard time) (?:with|on)\b",
            " ",
        ),
        (r"\blooks? (?:so |really |very )?(?:hard|tricky|difficult|weird|strange|easy|scary|complicated)\b", " "),
        (
            r"\b(?:go(?:ing|es)?|went|(?:get|got|do|did|getting|doing)(?: it| this| something)?) (?:it )?wrong\b",
            " ",
        ),
        (
            r"\b(?:double[- ])?(?:check|verify)(?:ing)?(?: my| your| the)? (?:answers?|work(?:ings?)?|solutions?)\b"
            r"(?! (?:of|to|in|by|with))",
            " ",
        ),
        (r"\b(?:work(?:ing)?|figur(?:e|ing)|find(?:ing)?) out\b", " find "),
        (r"\b(this|that) one\b", r"\1"),
        (
            r"\b(?:the|both|all) (?:two|three|four) (?=(?:(?:real|complex|distinct) )?(?:roots|solutions|zeros)\b)",
            "the ",
        ),
        (r"\b(?:even )?though\b|\bi\.e\b\.?", " "),
        (r"\b(i|we) (?:only|just) (need|want)\b", r"\1 \2"),
        (
            rf"\b(?:is |are |was |which is |that is )?{_SAID}(?: (?:by|as|in|with|to (?:me|us|you))(?= (?:the|this|an?"
            r"|these|here|below|above|follow\w*)))?(?: (?:the|this|these|an?|following|parametric|cartesian"
            r"|equations?|formula|below|above|here|follows))*(?=[,.:]|$| (?:and|which|please|is|are|find|determine"
            r"|what|has)\b)",
            " ",
        ),
        (
            r"\b(?:has|have|having|with) (?:(?:the|an?|parametric|cartesian|following|given) )*equations?\b"
            r"(?: (?:as )?(?:shown|given|below|above|here|printed|follows))*",
            " ",
        ),
        (rf"(?:an? |the )?(?:equation|formula|expression|rule) (?:of|for) (?=(?:the |its )?(?:{MARK})?inverse)", " "),
        (rf",? (?:as a function|in terms) of {MARK}letter{MARK}(?=[,.]|$| of\b| \.)", " "),
        (rf"(?:the |its )?{MARK}letter{MARK} ?-?th term(?: of)?(?: (?:{MARK}name{MARK}|the|an?|this))*(?! is)", "the "),
    )
)
_NAMED_WAYS = tuple(
    re.compile(
        r"\b(?:(?:by means of|via|through|with|by|using|its|the|an?|needs?|use|apply|applying) )*(?P<way>(?:[a-z'-]+"
        rf" ){{{count}}}(?:rules?|tests?|formula[es]?|theorems?|identit(?:y|ies)|laws?|methods?|algorithm))(?![\w'-])"
    )
    for count in (3, 2, 1)
)


def without_beside(text: str) -> str:
    """Return a sentence in small letters without the words beside its question.

    >>> without_beside("the sequence is given below")
    'the sequence  '
    """
    text = NOT_KNOWN.sub(" ", text)
    for pattern, said in _LIGHT:
        text = pattern.sub(said, text)
    for pattern in (_WAY, *_NAMED_WAYS):
        text = pattern.sub(_without_way, text)
    return text


def _without_way(found: re.Match[str]) -> str:
    """Drop a way, unless it says how a thing came about: "enclosed by the circle"."""
    made = MADE_BY.search(found.string[: found.start()].rstrip(" ,"))
    return " " if is_method(found["way"]) and not made else found[0]
