r"""Drops how an exact answer is written: "giving your answers in terms of $\pi$", "interval notation please".

The answer is the same number or set however it is written, so these words ask nothing. A form that is a task of its
own, such as "in factored form" or "as a single fraction", is none of them.
"""

from __future__ import annotations

import re

_VERB = r"(?:giv(?:e|ing)|leav(?:e|ing)|express(?:ing)?|writ(?:e|ing)|stat(?:e|ing)|present(?:ing)?|record(?:ing)?)"
_ANSWERS = (
    r"(?:(?:your|the|its|any|all|both|each|every) )?(?:(?:final|exact|all|of the) )*"
    r"(?:answers?|solutions?|solution sets?|results?|roots?|values?|angles?|coordinates?|it|them)"
)
_PI = r"(?:\$?\\pi\$?|π|pi)"
_LOGS = r"(?:(?:natural )?log(?:arithm)?s?|\$?\\ln\$?|ln)"
_NOTATION = r"(?:(?:interval|set|set[- ]builder|inequality|exact) (?:and |or )?)+notation"
_STRONG = (
    rf"(?:(?:in|using|use|with) )?{_NOTATION}|(?:in terms of|as (?:an? )?(?:exact )?(?:rational )?multiples? of) {_PI}"
    rf"|in terms of (?:an? )?{_LOGS}(?: and integers)?|in terms of (?:e|\$?\\?ln ?\{{?\d+\}}?\$?"
    r"|\$?\\sqrt\{?\d+\}?\$?|√\d+)|(?:with|using|in terms of) (?:only )?positive (?:exponents|indices|powers)(?:"
    r" only)?|(?:with|leaving|having|using|containing)? ?(?:no|without) (?:any )?negative (?:exponents|indices"
    r"|powers)|(?:in|as) (?:(?:an?|its|simplified|simplest|exact) )*(?:surd|radical|exact|surds|radicals)(?: form)?"
)
_WEAK = (
    r"as (?:(?:an?|the|exact|simplified|reduced|proper|improper|your) )*(?:values?|surds?|fractions?|intervals?"
    rf"|rational numbers?|integers? or (?:an? )?(?:(?:simplified|reduced|proper|improper) )*fractions?|{_LOGS}|ordered"
    r" pairs?|coordinates)(?: (?:in|reduced to) (?:its |their )?(?:lowest|simplest) (?:terms?|form))?(?: or (?:an"
    rf" )?integers?)?|(?:using|with) {_LOGS}|in (?:(?:fractional|fraction|index) )form|exactly|in full|unsimplified|in"
    r" radians|as exact values?"
)
_EACH = (
    r"(?:giving|give|with|simplifying|leaving|write|writing) (?:each|every|all|the|any)(?: of the)? (?:terms?"
    r"|coefficients?)(?: (?:in|to) (?:its|their) (?:simplest|lowest) (?:form|terms)|(?: as (?:(?:an?|exact|simplified"
    r"|simplest) )*(?:fractions?|integers?)(?: in (?:its|their) (?:simplest|lowest) (?:form|terms))?))?"
)
_END = (
    r"(?: (?:for|in) (?:your|the|all|each) (?:final )?answers?)?(?: only)?(?:,? please)?\)?(?=\s*(?:[.,;!?\[]|\(\d|$))"
)
_BREAK = r"(?:[,;(:]|(?<=[.;:!?])|^|\band\b|\bthen\b)? ?\b(?:(?:and|then|but|please) )*"
_CONSTANT = r"\$?[A-DKc]_?\{?[1-4]?\}?\$?"
_NOTES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:[,;(]|(?<=[.;!?])) ?\b(?:and )?(?:giving|leaving) \$?[a-z]\$? (?:in terms of {_LOGS}|in terms of"
        rf" {_PI}){_END}",
        rf"{_BREAK}{_VERB}(?: down)? {_ANSWERS},? (?:{_STRONG}|{_WEAK}){_END}",
        rf"{_BREAK}(?:{_STRONG}){_END}",
        rf"(?:[,;(]|(?<=[.;!?])) ?\b(?:and )?{_EACH}{_END}",
        rf"(?:[,;(]|(?<=[.;!?])) ?\b(?:and )?(?:giving|give|with) (?:an? )?(?:exact|simplified) (?:fraction|value"
        rf"|answer|surd)s?{_END}",
        r"(?:[,;(]|(?<=[.;!?])) ?\b(?:and )?(?:including|include|with|remember(?:ing)?(?: to include)?|adding|don't"
        rf" forget) (?:(?:the|an?|your) )?(?:arbitrary )?constant(?: of integration)?{_END}",
        r"(?:[,;(]|(?<=[.;!?])) ?\b(?:and )?(?:us(?:e|ing)|with|writ(?:e|ing)|denot(?:e|ing)|call(?:ing)?)"
        rf" {_CONSTANT}(?:(?:,| and|, and) {_CONSTANT})* (?:for|as|to denote|to represent|by)"
        rf" (?:(?:the|your|an?|two|arbitrary) )*constants?(?: of integration)?{_END}",
        rf"(?:[,;(]|(?<=[.;!?])) ?\b(?:and )?(?:{_VERB} )?(?:only )?exact (?:answers?|values?|solutions?){_END}",
        r"[,;(] ?(?:and )?simplifying (?:your|the) (?:answer|result|coefficients?)(?: (?:as far as possible|fully"
        rf"|where possible|completely|if possible))?{_END}",
    )
)
_ALL = re.compile(
    r"(?:[,;(]|(?<=[.;!?])) ?\b(?:and )?(?:giving|give|stating|find(?:ing)?) (?:both|all)(?: of)?(?: the| your)?"
    rf" (?:solutions|roots|answers|values){_END}",
    re.IGNORECASE,
)
_ONE = re.compile(r"\b(?:is|are|an?)(?: not)? (?:an? |the )?(?:\w+ )?(?:solution|root|zero)s?\b", re.IGNORECASE)
"""Words that ask about one number, after which "find all solutions" is another question."""
_LINE = re.compile(rf",? ?(?:and )?(?:writing|giving|expressing) y in terms of x{_END}", re.IGNORECASE)
_OBJECT = (
    r"(?:(?:everything|it|this|that|each (?:term|one|expression)|the (?:following|given))"
    r"|the (?:(?:following|given|above|rational|algebraic|trigonometric|quadratic) )*"
    r"(?:expression|fraction|function|quotient|polynomial|quadratic|trinomial))"
)
_TASKS = tuple(
    (re.compile(pattern, re.IGNORECASE), instead)
    for pattern, instead in (
        (
            r"(?:(?:use|using|by) )?(?:(?:polynomial |algebraic |synthetic )?(?:long )?division,? (?:to )?)?"
            rf"\b(?:write|express|rewrite|give)(?: {_OBJECT})? (?:as|in the form(?: of)?) (?:an? |the )?"
            r"(?:quotient|polynomial) (?:plus|\+|and) (?:an? |the )?(?:remainder|proper fraction)(?: term)?"
            r"(?: (?:over|divided by) (?:the )?divisor)?",
            "divide using long division",
        ),
        (rf"\b(write|express|rewrite) {_OBJECT} (?=(?:in|as|into|using|with) )", r"\1 "),
        (r"\bin terms of sines? and cosines?(?: functions)?(?: only)?(?=\s*[.,]|$)", "in terms of sine and cosine"),
    )
)


def without_notes(objective: str) -> str:
    """Return an objective without what it says of how an exact answer is written.

    >>> without_notes("Solve. Give your answers as exact multiples of π.")
    'Solve.'
    """
    text = objective
    for pattern in _NOTES:
        text = pattern.sub("", text)
    text = text if _ONE.search(text) else _ALL.sub("", text)
    if re.search(r"\b(?:tangent|normal|line)\b", text):
        text = _LINE.sub("", text)
    for task, instead in _TASKS:
        text = task.sub(instead, text)
    return tidy(text) or objective


def tidy(text: str) -> str:
    """Return a text from which words were taken without double spaces and double stops."""
    return re.sub(r"([.;:!?])(?:\s*[.,;])+", r"\1", re.sub(r"\s{2,}", " ", text)).strip()
