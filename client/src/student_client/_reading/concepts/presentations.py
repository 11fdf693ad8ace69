"""Leaves out sentences that only introduce what is printed: marks, diagrams, "a curve has the equation shown"."""

from __future__ import annotations

import re

_START = r"(?:^|(?<=[.;] ))"
_HERE = r"(?:,? (?:as )?(?:given|shown|below|above|here|printed|follows))*"
_THING = (
    r"(?:(?:straight|simultaneous|quadratic|real) )*(?:curves?|functions?|graphs?|lines?|planes?|circles?|sequences?"
    r"|parabolas?|matrix|vectors?|polynomials?|equations?|complex numbers?)"
)
_ONE = r"\$?[A-Zfghlmy](?:_\{?\d\}?)?(?: ?\( ?[a-z] ?\))?\$?"
_NAME = rf"(?: {_ONE}(?:(?:, and|,| and) {_ONE})*)?"
_FROM_ONE = (
    r"(?:,? for (?:all |each |every )?(?:(?:positive|natural) (?:integers?|numbers?)(?: \$?[a-z]\$?)?|integers?"
    r" \$?[a-z] ?"
    r"(?:\\geq?|≥|>=) ?1\$?|\$?[a-z] ?(?:\\geq?|≥|>=) ?1\$?|\$?[a-z] ?= ?1, ?2, ?3, ?(?:\\[cl]?dots|\.\.\.)\$?),?)?"
)
_GIVEN = (
    rf"(?:is |are |be )?(?:given|defined|described|represented)(?: implicitly| parametrically)?{_FROM_ONE}(?: for all"
    r" real(?: values of)? \$?[a-z]\$?)?(?: by)?(?: (?:the|its|an?))?(?: (?:following|parametric|cartesian"
    r"|implicit))*(?: (?:equations?|formulas?|formulae|rules?))?|(?:has|have)(?: (?:the|its|an?))?(?: (?:following"
    r"|parametric|cartesian))* equations?"
)
_SENTENCES = tuple(
    re.compile(rf"{_START}{pattern}[.;:] (?=\S)", re.IGNORECASE)
    for pattern in (
        rf"(?:let )?(?:(?:a|an|the|this|two|three|these) )*(?P<things>{_THING}){_NAME} (?:{_GIVEN}){_HERE}{_FROM_ONE}",
        rf"let (?:the function )?{_ONE} be (?:the |an? )?(?:(?:bijective|invertible|one-to-one|real) )*(?:bijection"
        rf"|function|mapping|map)? ?(?:{_GIVEN}){_HERE}",
        r"(?:a|an|the) (?P<one>line|curve|parabola|circle) and (?:a|an|the) (?P<two>line|curve|parabola|circle) are"
        r" (?:drawn|shown"
        r"|graphed|plotted|sketched)(?: (?:on|in) the same (?:set of )?(?:axes|diagram|coordinate plane|grid|graph))?",
        rf"the (?:diagram|figure|graph|sketch)(?: (?:below|above|opposite|here))? shows"
        rf"(?: (?:part|a sketch|the sketch|a portion|the graph) of)* (?:the|a) (?:curve|graph|function|parabola){_NAME}"
        rf"(?: of the (?:function|curve))?(?: (?:with|whose|which has) (?:the )?equation)?{_HERE}",
    )
)
_THEY = re.compile(r"\b(?<!which )they(?= (?:are|meet|intersect|cross)\b)")
_SHOWN_CURVE = re.compile(
    rf"{_START}the (?:diagram|figure|sketch) shows(?: (?:part|a sketch|the graph) of)? (the (?:curve|graph)),?"
    r" (?:which|that) (?=(?:cuts|crosses|meets|intersects|has|passes)\b)",
    re.IGNORECASE,
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
    text = _SHOWN_CURVE.sub(r"\1 ", text)
    for pattern in _SENTENCES:
        text = _without_sentence(pattern, text)
    text = _STATIONARY.sub(lambda found: f"Determine whether the {found['kind']} point at {found['at']} is ", text)
    return text[:1].upper() + text[1:]


def _without_sentence(pattern: re.Pattern[str], text: str) -> str:
    """Leave out a sentence; "whether they are parallel" after it is said of the things that it names."""
    found = pattern.search(text)
    if not found:
        return text
    things = found.groupdict().get("things")
    rest = text[found.end() :]
    if things and things.endswith("s"):
        rest = _THEY.sub(f"the {things.lower()}", rest, count=1)
    return f"{text[: found.start()]}{rest}"
