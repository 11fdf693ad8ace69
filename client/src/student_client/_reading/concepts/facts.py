"""Leaves out sentences that state what is so of the printed thing: that the function is one-to-one.

A fact that changes the printed thing, restricts it or picks a result is not in these lists, and remains.
"""

from __future__ import annotations

import re

from .presentations import without_introductions

_ADVERB = r"(?:(?:also|both|clearly|known to be|said to be|strictly|everywhere|absolutely|therefore|thus|in fact) )*"
_NOUN = (
    r"(?:functions?|curves?|graphs?|equations?|expressions?|polynomials?|quadratics?|cubics?|series|sums?|sequences?"
    r"|matrix|integrals?|integrands?|limits?|odes?|inequality|parabola|line|quotient|fraction|differential equation)"
)
_SUBJECT = (
    rf"(?:the|this)(?: (?:given|following|printed|differential|quadratic|cubic|trigonometric|rational|infinite))*"
    rf" {_NOUN}(?: [a-zA-Z](?: ?\( ?[a-z] ?\))?)?(?: (?:given|shown|printed|below|above|here))*"
)
_KIND = (
    r"(?:one-to-one|one-one|injective|bijective|invertible|non-?singular|continuous|differentiable|smooth|integrable"
    r"|linear|quadratic|cubic|quartic|a quadratic|rational|polynomial|separable|homogeneous|non-?homogeneous|exact"
    r"|first[- ]order|second[- ]order|geometric|arithmetic|convergent|telescoping|alternating|symmetric|square"
    r"|diagonali[sz]able|improper|indefinite|implicit|explicit|composite|exponential|logarithmic|trigonometric|even"
    r"|odd|well-defined|factorisable|factorable)"
)
_IS = (
    rf"(?:is|are) {_ADVERB}(?:an? )?{_KIND}(?:(?:,| and|, and) (?:an? )?{_KIND})*"
    rf"(?: (?:in (?:form|disguise|nature|type)|{_NOUN}|one|everywhere|in [a-z](?:\^\{{?\d\}}?)?))*"
    r"|is of (?:the )?(?:indeterminate )?(?:form|type) \$?(?:\\[dt]?frac ?\{0\} ?\{0\}|0 ?/ ?0"
    r"|\\infty ?/ ?\\infty|\\[dt]?frac ?\{\\infty\} ?\{\\infty\})\$?"
)
_COUNT = r"(?:(?:exactly|precisely|at least|only|just|an?|one|two|three|four|five|the|distinct|different|real|its) )*"
_THINGS = (
    r"(?:(?:stationary|turning|critical|inflection|inflexion) (?:points?|values?|numbers?)|roots?|solutions?|zeros?"
    r"|points? of infle(?:ct|x)ion|(?:horizontal|vertical) (?:tangents?|asymptotes?)|eigenvalues?|(?:local )?maxim(?:um"
    r"|a)|(?:local )?minim(?:um|a)|x-intercepts?)"
)
_OWN = r"(?:has|have) (?:an inverse(?: function)?|(?:integer|real|rational|constant|whole-number) coefficients)"
_HAS = rf"(?:has|have) {_COUNT}{_THINGS}"
_MORE = r"(?:converges|exists|has a (?:finite )?(?:sum|limit|value)|can be factori[sz]ed|factori[sz]es|factors)"
_ZERO = r"\$?(?:x ?= ?)?-?\d+(?:\.\d+)?\$?"
_CROSSES = (
    r"(?:crosses|meets|cuts|intersects) (?:the )?\$?x\$?-axis (?:at|where) (?:the points? (?:where )?)?"
    rf"{_ZERO}(?:(?:, and|,| and) {_ZERO})*"
)
_ONE = rf"(?:{_IS}|{_OWN}|{_MORE}|{_HAS}|{_CROSSES})"
_SENTENCE = re.compile(
    rf"(?:^|(?<=[.;] ))(?P<subject>{_SUBJECT}) (?P<said>{_ONE}(?:,? and (?:it )?{_ONE})*) ?[.;] (?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_SHOWN = re.compile(
    rf"(?:^|(?<=[.;] ))(?:show|verify|prove|check) that (?:{_SUBJECT}|it) {_ONE},? and (?:hence |then |so"
    rf" )*(?=(?:find|determine"
    r"|calculate|compute|evaluate|obtain|give|state|write)\b)",
    re.IGNORECASE,
)
"""A proof that no plan can give, before what is asked."""
_TRUE = re.compile(
    rf",? (?:given|knowing) that (?:{_SUBJECT}|the (?:denominator|numerator)|it) {_ONE}(?=[.;]?$)", re.IGNORECASE
)
_SAID = (
    r"(?:is|are) (?:given|shown|defined|stated)(?: (?:for (?:all )?positive integers (?:\$?[a-z]\$?)?|below|above|here"
    r"|as shown|by the (?:formula|rule|expression)|as follows))*"
)
_NTH = re.compile(
    rf"(?:^|(?<=[.;] ))(?:the )?[a-z]-?(?:th|st|nd|rd)(?: \(general\))? term of (?:a|the|this) sequence {_SAID}[.;] ?"
    r"|(?:^|(?<=[.;] ))an? sequence (?:is (?:given|defined)|has) (?:by )?(?:its|an?) [a-z]-?th term(?: (?:given|shown)"
    r"(?: below| here)?)?[.;] ?",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:there|here|each|these|those|at (?:it|them|this|that|both)|of (?:them|these|those|which)|(?:this|that|the"
    r" (?:first|second|third|last|other|larger?|smaller?|upper|lower|positive|negative))(?: \w+)?"
    r" (?:point|value|number|place|root|solution|one|zero|tangent)s?)\b",
    re.IGNORECASE,
)
"""Words that speak of what a fact has named."""
_FIND = re.compile(
    r"(?P<ask>(?:find|determine|calculate|work out|state|give|locate|obtain)) (?P<part>(?:its|their|the)"
    r" (?:exact )?(?:coordinates|\$?x\$?-coordinates?)|it|them|both of them)(?P<end>[.;?]?)$",
    re.IGNORECASE,
)


def without_facts(text: str) -> str:
    """Return the words without what is only so; "it has two roots. Find them" asks for the roots.

    >>> without_facts("The function $f$ is one-to-one. Find its inverse.")
    'Find its inverse.'
    >>> without_facts("The curve has one stationary point. Find its coordinates.")
    'Find the coordinates of the stationary point.'
    >>> without_facts("The function is shifted and continuous. Find its inverse.")
    'The function is shifted and continuous. Find its inverse.'
    """
    text = without_introductions(text)
    made = without_dollars(text)
    made = _SHOWN.sub("", _TRUE.sub("", _NTH.sub("", made)))
    made = made[:1].upper() + made[1:]
    found = _SENTENCE.search(made)
    if not found:
        return made if made != without_dollars(text) else text
    rest = found["rest"]
    asked = _FIND.fullmatch(rest.strip())
    things = re.search(rf"{_COUNT}(?P<things>{_THINGS})$", found["said"], re.IGNORECASE)
    if asked and things and found["said"].startswith("ha"):
        part = re.sub(r"^(?:its|their)", "the", asked["part"], flags=re.IGNORECASE)
        thing = f"the {things['things']}"
        named = f"{part} of {thing}" if "coordinate" in part else thing
        return f"{made[: found.start()]}{asked['ask']} {named}{asked['end']}"
    inverse = re.search(r"\bhas an inverse\b", found["said"]) and re.search(r"\bits(?! inverse\b)", rest, re.IGNORECASE)
    if _BACK.search(rest) or inverse or (things and re.search(r"\b(?:it|its|them|their)\b", rest, re.IGNORECASE)):
        return text
    return without_facts(f"{made[: found.start()]}{rest[:1].upper()}{rest[1:]}")


def without_dollars(text: str) -> str:
    """Return the words without the dollars around a name, a call such as f(x) or a whole number."""
    short = re.compile(r"\$ ?(-?\w+(?: ?\( ?[a-z] ?\))?) ?\$")
    return re.sub(r"\$[^$]*\$", lambda found: short.sub(r"\1", found[0]), text)
