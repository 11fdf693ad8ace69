"""Leaves out sentences that only introduce what is printed: marks, diagrams, "a curve has the equation shown"."""

from __future__ import annotations

import re

_START = r"(?:^|(?<=[.;] ))"
_HERE = r"(?:,? (?:as )?(?:given|shown|below|above|here|printed|follows))*"
_THING = (
    r"(?:curves?|functions?|graphs?|lines?|circles?|sequences?|parabolas?|matrix|vectors?|polynomials?"
    r"|complex numbers?)"
)
_NAME = r"(?: \$?[A-Zfghy](?: ?\( ?[a-z] ?\))?\$?)?"
_GIVEN = (
    r"(?:is |are )(?:given|defined|described|represented)(?: implicitly| parametrically)?(?: by)?"
    r"(?: (?:the|its|an?))?(?: (?:following|parametric|cartesian|implicit))*(?: (?:equations?|formula|rule))?"
    r"|(?:has|have)(?: (?:the|its|an?))?(?: (?:following|parametric|cartesian))* equations?"
)
_SENTENCES = tuple(
    re.compile(rf"{_START}{pattern}[.;:] (?=\S)", re.IGNORECASE)
    for pattern in (
        rf"(?:a|an|the|this) {_THING}{_NAME} (?:{_GIVEN}){_HERE}",
        rf"the (?:diagram|figure|graph|sketch)(?: (?:below|above|opposite|here))? shows"
        rf"(?: (?:part|a sketch|the sketch|a portion|the graph) of)* (?:the|a) (?:curve|graph|function|parabola){_NAME}"
        rf"(?: of the (?:function|curve))?(?: (?:with|whose|which has) (?:the )?equation)?{_HERE}",
    )
)
_MARKS = re.compile(r"(?<=[.?!$]) ?[\[(]\d{1,2}(?: marks?)?[\])]\s*$")
_POSSIBLE = re.compile(r"^(?:where|if|when)(?: it is)? possible,? (?=[a-z])", re.IGNORECASE)
_SECOND = re.compile(
    r"^(?:by )?(?:consider|us|examin|calculat|find|evaluat)ing (?:the (?:sign|value) of )?(?:the second derivative"
    r"|\$?\\[dt]?frac ?\{ ?d\^\{?2\}? ?y ?\} ?\{ ?d ?x\^\{?2\}? ?\}\$?|\$?[fy]''(?: ?\( ?x ?\))?\$?),? "
    r"(?=(?:determine|find|state|decide)[a-z ]*concav)",
    re.IGNORECASE,
)
_STATIONARY = re.compile(
    rf"{_START}(?:the|this)(?: given)? (?:curve|function|graph)(?: [a-zA-Z])?(?: (?:below|above|shown|given))* has an? "
    r"(?P<kind>stationary|turning|critical) point (?:at|where|when) (?P<at>\$?[a-z] ?= ?-?\d+\$?)[.;] Determine whether"
    r" (?:it|this(?: point| stationary point)?) is (?=an?\b|the\b)",
    re.IGNORECASE,
)


def without_introductions(text: str) -> str:
    """Return the words without sentences that only say that something is printed.

    Args:
        text: the objective.

    >>> without_introductions("A curve is defined by the equation below. Find its slope at x = 2. [3]")
    'Find its slope at x = 2.'
    >>> without_introductions("A curve is reflected in the axis. Find its slope.")
    'A curve is reflected in the axis. Find its slope.'
    """
    text = _SECOND.sub("", _POSSIBLE.sub("", _MARKS.sub("", text)))
    for pattern in _SENTENCES:
        text = pattern.sub("", text)
    text = _STATIONARY.sub(lambda found: f"Determine whether the {found['kind']} point at {found['at']} is ", text)
    return text[:1].upper() + text[1:]
