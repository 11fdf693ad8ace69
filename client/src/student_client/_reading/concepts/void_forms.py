"""Leaves out a form of the answer that every right answer has, such as "as a single fraction" of a sum of fractions."""

from __future__ import annotations

import re

_VERB = (
    r"(?:giv(?:e|ing)|leav(?:e|ing)|express(?:ing)?|writ(?:e|ing)|stat(?:e|ing)|present(?:ing)?|put(?:ting)?"
    r"|report(?:ing)?)"
)
_ITS = (
    r"(?:(?:your|the|its|each|every|all|any|both) )*(?:(?:final|exact|simplified|resulting|combined) )*"
    r"(?:answers?|results?|solutions?|quotient|product|sum|difference|polynomial|expression|values?|it|angles?)"
    r"(?: \$?\\?[a-z]+\$?)?"
)
_LOWEST = (
    r"(?: ?(?:in|to) (?:its |their )?(?:lowest|simplest|reduced|most reduced) (?:terms?|form)"
    r"| reduced to (?:its )?lowest terms)"
)
_ORDERED = (
    r"(?:an? )?(?:single |simplified )?polynomial(?: in (?:standard form|(?:descending|decreasing|ascending|increasing)"
    r" (?:powers|order|degree)(?: of \$?[a-z]\$?)?))?|in standard(?: polynomial)? form|in (?:descending|decreasing"
    r"|ascending|increasing) (?:powers|order|degree)(?: of (?:powers of )?\$?[a-z]\$?| of exponents)?"
)
_FRACTION = (
    rf"(?:an? )?(?:single|simplified|reduced|one|exact|common|proper| )*(?:fraction|quotient){_LOWEST}?|{_LOWEST}"
)
_VOID: tuple[tuple[str, str, str, bool], ...] = (
    (
        _ORDERED,
        r"\b(?:expand|multipl|product|add|subtract|sum|difference|combin|bracket|parenthes)",
        r"^(?!.*(?:[/=<>]|\\(?:frac|sqrt|sin|cos|tan|ln|log|int|sum|prod|lim|begin))).*[a-z]",
        True,
    ),
    (
        _FRACTION,
        r"\b(?:reduc|simplif|add\b|subtract|combin|multipl|divid|operation)",
        r"^(?!.*(?:[=<>]|\\(?:int|sum|prod|lim|begin))).*(?:frac|/|\\div)",
        False,
    ),
    (
        _FRACTION,
        r"",
        r"^\s*\\(?:sum|prod)_\{? ?[a-z] ?= ?\d+ ?\}?\s*\^\s*(?:\d|\{ ?(?:\d+|\\infty) ?\}|\\infty)",
        True,
    ),
    (r"in radians(?: only)?", r"", r"^(?!.*(?:\\circ|°)).*\\?(?:sin|cos|tan|sec|csc|cot)", False),
)
"""Forms that all right answers have, with the words and what is printed, and whether they need no verb."""
_OPERATION = re.compile(
    r"\b(?:(?:divide|multiply|add|subtract|evaluate|simplify|compute|calculate)(?: the)?(?: (?:two|given|following))*"
    r"(?: complex numbers?| numbers?| expression| product| quotient)?|(?:perform|carry out) the (?:indicated )?"
    r"(?:division|multiplication|operations?|addition|subtraction))[.,;]? (?:and |then )*(?:(?:writ|giv|leav|stat)(?:e"
    r"|ing)|express(?:ing)?) (?:(?:the|your|its) )?(?:answer|result|quotient|product|sum|difference|it)s? (?=in the"
    r" form \$?a ?\+ ?(?:bi|ib)\b)",
    re.IGNORECASE,
)
"""An operation that is printed, and then the form of its result."""
_END = r"(?: (?:only|please|if possible|if necessary|where possible))?\)?(?=[.,;!?]|$)"
_STANDARD = re.compile(
    r"\bin (?:the )?standard (?:complex )?(?:form,? )?(?=\(?\$?a ?\+ ?(?:bi|ib)\b)(?P<form>\(?\$?a ?\+ ?(?:bi"
    r"|ib)\$?\)?)(?: form)?",
    re.IGNORECASE,
)
_SIMPLEST = re.compile(
    r"(?:(?:^|(?<=[.;]) )|,? (?:and )?)(?:writ|giv|leav|simplify|express|put)(?:e|ing)? (?:(?:any|all|each|the|your) )*"
    r"(?:(?:non-integer|irrational) (?:answers?|solutions?|roots?|values?) (?:as|in) (?:exact |simplified )*(?:surds?"
    r"|radicals?|surd form|radical form)"
    r"|(?:radicals?|surds?|fractions?|roots?|coefficients?)(?: in (?:the|your) answers?)? (?:in|to) (?:its |their )?"
    r"(?:simplest|simplified|lowest|reduced)(?: radical| surd)? (?:form|terms))(?=[.;]|$)",
    re.IGNORECASE,
)
_SORTED = re.compile(
    r",? (?:and )?(?:then )?(?:arrang|writ|put|list)(?:e|ing)? (?:the |your |its |all )*(?:terms|powers)(?: of"
    r" \$?[a-z]\$?)? in"
    r" (?:descending|ascending|decreasing|increasing|standard) (?:order|powers)(?: of \$?[a-z]\$?)?(?=[.;]|$)",
    re.IGNORECASE,
)


NTH = re.compile(
    r"\b(?:first|second|third|\w+th|last|middle|leading|\d+(?:st|nd|rd)) (?:\w+ ){0,2}(?:term|coeff)", re.IGNORECASE
)
"""Terms that are counted, so that their order matters."""


def without_void_forms(text: str, expression: str) -> str:
    r"""Return the words without each form that every right answer has.

    Args:
        text: the objective.
        expression: the printed expression.

    >>> without_void_forms("Add, giving your answer as a single fraction.", r"\frac{1}{x} + \frac{1}{y}")
    'Add.'
    >>> without_void_forms("Factor the polynomial and give the roots.", "x^2 - 9")
    'Factor the polynomial and give the roots.'
    """
    if NTH.search(text):
        return text
    text = _SORTED.sub("", _SIMPLEST.sub("", text))
    for form, asked, printed, attached in _VOID:
        if (
            ("radians" in form and re.search(r"°|circ|degree", text))
            or not re.search(asked, text, re.IGNORECASE)
            or not re.search(printed, expression)
        ):
            continue
        alone = rf"(?: ?(?:as|in|to|using))? ?(?:{form})"
        clause = re.compile(
            rf"(?P<before>[,;:(]|^|(?<=[.;!?])|\band\b|\bthen\b) ?(?:and |then )*{_VERB}(?: down)?"
            rf" {_ITS},?{alone}{_END}",
            re.IGNORECASE,
        )
        text = clause.sub("", text)
        text = re.sub(rf",?(?: (?:as|in|to))? (?:{form}){_END}", "", text, flags=re.IGNORECASE) if attached else text
    return text


def with_usual_form(text: str, expression: str) -> str:
    """Return the words with "write in the form a + bi" in place of an operation that is printed, and of other names."""
    text = _STANDARD.sub(lambda found: f"in the form {found['form'].strip('()')}", text)
    return _OPERATION.sub("Write the expression ", text) if re.search(r"(?<![a-z\\])i(?![a-z])", expression) else text
