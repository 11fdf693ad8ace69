"""Leaves out sentences that state what is so of the printed thing: that the function is one-to-one.

A fact that changes the printed thing, restricts it or picks a result is not in these lists, and remains.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .binding import bound
from .claims import claims_stated
from .presentations import without_introductions

_ADVERB = r"(?:(?:also|both|clearly|known to be|said to be|strictly|everywhere|absolutely|therefore|thus|in fact) )*"
_NOUN = (
    r"(?:functions?|curves?|graphs?|equations?|expressions?|polynomials?|quadratics?|cubics?|series|sums?|sequences?"
    r"|matrix|integrals?|integrands?|limits?|odes?|inequality|parabola|line|quotient|fraction|differential equation)"
)
_SUBJECT = (
    r"(?:(?:(?:the|this|whose) (?:graph|curve) of )?(?:it|[fghC](?: ?\( ?[a-z] ?\))?"
    r"|(?:the|this)(?: (?:given|following|printed|differential|quadratic|cubic|trigonometric|rational|infinite))*"
    rf" {_NOUN}(?: [a-zA-Z](?: ?\( ?[a-z] ?\))?)?(?: (?:given|shown|printed|below|above|here))*))"
)
_KIND = (
    r"(?:one-to-one|one-one|injective|bijective|invertible|non-?singular|continuous|differentiable|smooth|integrable"
    r"|linear|quadratic|cubic|quartic|a quadratic|rational|polynomial|separable|homogeneous|non-?homogeneous|exact"
    r"|first[- ]order|second[- ]order|geometric|arithmetic|convergent|telescoping|alternating|symmetric|square"
    r"|diagonali[sz]able|improper|indefinite|implicit|explicit|composite|exponential|logarithmic|trigonometric|even"
    r"|odd|well-defined|factorisable|factorable)"
)
_IS = (
    rf"(?:is|are) {_ADVERB}(?:an? )?{_KIND}(?:(?:,| and|, and) (?:an? )?{_KIND})*(?: (?:in (?:form|disguise|nature"
    rf"|type)|{_NOUN}|one|everywhere|in [a-z](?:\^\{{?\d\}}?)?))*|(?:is of|has|takes|gives|leads to)(?: the| an)? "
    r"(?:indeterminate )?(?:form|type) \$?(?:\\[dt]?frac ?\{0\} ?\{0\}|0 ?/ ?0|\\infty ?/ ?\\infty|\\[dt]?frac"
    r" ?\{\\infty\} ?\{\\infty\})\$?"
)
_COUNT = (
    r"(?:(?:exactly|precisely|at least|only|just|an?|one|two|three|four|five|the|distinct|different|real|its|single"
    r"|just) )*"
)
_NUMBER = r"[-−]?(?:\d+(?:\.\d+)?(?: ?/ ?\d+)?|\\[dt]?frac ?\{[^{}]+\} ?\{[^{}]+\}|\\?pi|π|e)(?![\w^])"
_PLACE = (
    rf"\$? ?(?P<at>[a-zθ] ?= ?{_NUMBER}|(?:the )?(?:point )?\$? ?(?:[A-Z] ?)?\( ?{_NUMBER} ?, ?{_NUMBER} ?\))"
    r"(?! ?[-+*/^(=<>]) ?\$?"
)
_GAP_PLACE = _PLACE.replace("<at>", "<gap>")
_AT = r"(?:at|when|where|for|if)(?: the point)?(?: where| with)?"
_THINGS = (
    r"(?:(?:stationary|turning|critical|inflection|inflexion) (?:points?|values?|numbers?)|roots?|solutions?|zeros?"
    r"|points? of infle(?:ct|x)ion|(?:horizontal|vertical) (?:tangents?|asymptotes?)|eigenvalues?|(?:local )?maxim(?:um"
    r"|a)|(?:local )?minim(?:um|a)|x-intercepts?)"
)
_OWN = r"(?:has|have) (?:an inverse(?: function)?|(?:integer|real|rational|constant|whole-number) coefficients)"
_HAS = rf"(?:has|have) {_COUNT}{_THINGS}(?: {_AT} {_PLACE})?"
_NO_VALUE = (
    r"(?:is|are) (?:undefined|not defined|discontinuous|not continuous)|(?:has|have) (?:no value|a discontinuity)"
)
_GAP = rf"(?:{_NO_VALUE}) {_AT} {_GAP_PLACE}"
_MORE = r"(?:converges|exists|has a (?:finite )?(?:sum|limit|value)|can be factori[sz]ed|factori[sz]es|factors)"
_ZERO = r"\$?(?:x ?= ?)?-?\d+(?:\.\d+)?\$?"
_CROSSING = (
    rf"(?:at |where )?(?:(?:the )?origin|(?:the )?(?:points? )?(?:where )?(?:{_ZERO}|\$?\( ?{_NUMBER} ?, ?0 ?\)\$?))"
)
_CROSSES = rf"(?:crosses|meets|cuts|intersects) (?:the )?\$?x\$?-axis {_CROSSING}(?:(?:, and|,| and) {_CROSSING})*"
_ONE = rf"(?:{_IS}|{_OWN}|{_MORE}|{_HAS}|{_CROSSES}|{_GAP})"
_MORE_ONE = re.sub(r"\(\?P<\w+>", "(?:", _ONE)
_SENTENCES = tuple(
    re.compile(rf"(?:^|(?<=[.;] ))(?:{pattern}) ?[.;] (?P<rest>.+)", re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"(?:{_SUBJECT}) (?P<said>{_ONE}(?:,? and (?:it )?{_MORE_ONE})*)",
        rf"at {_PLACE},? (?:{_SUBJECT}) (?P<said>{_NO_VALUE})",
    )
)
_POINTS = tuple(
    re.compile(rf"(?:^|(?<=[.;] ))(?:{pattern}) ?[.;] (?P<rest>.+)", re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"{_PLACE} (?:lies|is) on (?:{_SUBJECT})",
        rf"(?:{_SUBJECT}) (?:passes|goes) through {_PLACE}",
    )
)
"""Sentences that only say where a point is, for one that the request needs."""
_TRUE = re.compile(
    rf",? (?:given|knowing) that (?:{_SUBJECT}|the (?:denominator|numerator)|it) {_ONE}(?=[.;]?$)", re.IGNORECASE
)
_SAID = (
    r"(?:is|are) (?:given|shown|defined|stated)(?: (?:for (?:all )?positive integers (?:\$?[a-z]\$?)?|below|above|here"
    r"|as shown|by the (?:formula|rule|expression|equation)|as follows))*"
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


def without_facts(text: str) -> str:
    """Return the words without what is only so; "it has two roots. Find them" asks for the roots.

    Args:
        text: the objective.

    >>> without_facts("The function $f$ is one-to-one. Find its inverse.")
    'Find its inverse.'
    >>> without_facts("The curve has one stationary point. Find its coordinates.")
    'Find the coordinates of the stationary point.'
    >>> without_facts("The function is shifted and continuous. Find its inverse.")
    'The function is shifted and continuous. Find its inverse.'
    """
    text = without_introductions(text)
    made = _TRUE.sub("", _NTH.sub("", claims_stated(without_dollars(text))))
    kept = made if made != without_dollars(text) else text
    stated, at_point = (_first(patterns, made) for patterns in (_SENTENCES, _POINTS))
    found = stated or at_point
    if not found:
        return kept
    groups = found.groupdict()
    place = groups.get("at") or groups.get("gap")
    said = groups.get("said") or ""
    things = re.search(rf"{_COUNT}(?P<things>{_THINGS})(?: {_AT} {_PLACE})?$", said, re.IGNORECASE)
    request = bound(found["rest"], things["things"] if things else None, _spelled(place))
    inverse = re.search(r"\bhas an inverse\b", said) and re.search(r"\bits(?! inverse\b)", request, re.IGNORECASE)
    lost = (
        _BACK.search(request) or inverse or (things and re.search(r"\b(?:it|its|them|their)\b", request, re.IGNORECASE))
    )
    if lost or (stated is None and request == found["rest"]):
        return kept
    return without_facts(f"{made[: found.start()]}{request[:1].upper()}{request[1:]}")


def _first(patterns: Sequence[re.Pattern[str]], text: str) -> re.Match[str] | None:
    return next((found for pattern in patterns for found in [pattern.search(text)] if found), None)


def states_fact(text: str) -> bool:
    """Return whether a sentence states, or is to show, what is so of the printed thing.

    >>> states_fact("The equation has exactly one root. Find k."), states_fact("The formula is given. Find k.")
    (True, False)
    """
    made = claims_stated(without_dollars(text))
    return _first(_SENTENCES, made) is not None


def _spelled(place: str | None) -> str | None:
    """Return a pair of numbers as a point."""
    pair = re.search(r"\(.*", place or "")
    return f"the point {pair[0]}" if pair else place


def without_dollars(text: str) -> str:
    """Return the words without the dollars around a name, a call such as f(x) or a whole number."""
    short = re.compile(r"\$ ?(-?\w+(?: ?\( ?[a-z] ?\))?) ?\$")
    return re.sub(r"\$[^$]*\$", lambda found: short.sub(r"\1", found[0]), text)
