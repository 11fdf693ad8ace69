"""A point between polar and rectangular coordinates, and the polar form of a complex number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .family import Family, Given, cleaned, formula

_PAIR = re.compile(
    r"(?:\(\s*(?P<letters>r\s*,\s*\\?[a-z]+|x\s*,\s*y)\s*\)\s*=|[A-Z]\s*=?)?\s*\((?P<one>[^,]+),(?P<other>[^,]+)\)"
)
_ANGLE, _UPTO, _BELOW = r"(?:\\?theta|θ|\\?varphi|\\?phi)", r" ?(?:<=|≤|\\leq?(?![a-z])) ?", r" ?(?:<|\\lt(?![a-z])) ?"
_WITH = rf"(?:(?:(?:with|whose|for) )?(?:the )?(?:argument|angle|{_ANGLE}) )*"


def _pair(expression: str, _: Sequence[str]) -> Given | None:
    """Return two coordinates, and of which kind they are if that is printed."""
    found = _PAIR.fullmatch(cleaned(expression))
    parts = [formula(one, []) for one in (found["one"], found["other"])] if found else []
    if found is None or any(one.names() for one in parts):
        return None
    kind: Given = {} if not found["letters"] else {"polar" if found["letters"][0] == "r" else "flat": [()]}
    return {"pair": [tuple(parts)]} | kind


def _turn(full: str, half: str) -> dict[str, str]:
    """Return the usual ranges of an angle, each with its words."""
    return {
        "theta from 0 to 2*pi": rf"0°?{_UPTO}{_ANGLE}{_BELOW}{full}|{_WITH}(?:is )?(?:in|on)(?: the interval)? \[ ?0"
        rf"°? ?, ?{full} ?\)|{_WITH}between 0°? and {full}",
        "theta from -pi to pi": rf"-{half}{_BELOW}{_ANGLE}{_UPTO}{half}",
    }


RANGES = {
    **_turn("2 ?(?:π|pi)", "(?:π|pi)"),
    **{f"{name} in degrees": words for name, words in _turn("360°", "180°").items()},
    "r > 0": r"r ?(?:>=?|≥|\\geq?|\\gt)(?![a-z]) ?0|r is (?:positive|not negative|nonnegative)",
    "in degrees": r"(?:(?:and |with |giving |measure )*(?:the )?(?:angle|argument|θ|\\theta) )?in degrees",
}
"""What the words may say of polar coordinates."""
_KIND = r"(?:polar|rectangular|cartesian)"
_POINT = r"(?: of (?:the|a|this)(?: given| following)? point)?"
_TO = rf"(?:from {_KIND}(?: coordinates| form)? )?(?:in|into|to|as)(?: the)?(?: \w+)??"
_CHANGE = r"(?:(?:change|transform)(?: (?:it|this|them|the point))? )?"
_XY = r"(?: ?\( ?(?:x, ?y|r, ?(?:\\theta|θ)) ?\))?"
_NOT_FROM = rf"(?!{_POINT} (?:(?:in)?to|as)\b)"
POINTS = Family(
    "polar coordinates",
    _pair,
    {
        "rectangular": rf"(?:rectangular|cartesian)(?: coordinates|(?= \()){_XY}{_NOT_FROM}",
        "polar": rf"polar coordinates{_XY}{_NOT_FROM}",
    },
    rf"(?:given |following )*(?:point|pair|coordinates)|{_KIND} coordinates{_POINT}(?= (?:(?:in)?to|as)\b)"
    r"|(?:with|whose|has"
    rf"|have|having|given|following)(?: (?:in|by|the|given|following))*"
    r" (?:polar|rectangular|cartesian) coordinates(?: (?:are|is) (?:given"
    r"|shown))?|given in (?:polar|rectangular|cartesian)(?: coordinates| form)",
    RANGES,
    {},
    tuple(RANGES),
    does={
        "rectangular ": rf"{_CHANGE}{_TO} (?:rectangular|cartesian)(?: coordinates?| form){_XY}|from polar to"
        r" (?:rectangular|cartesian)(?: coordinates| form)?",
        "polar ": rf"{_CHANGE}{_TO} polar(?: coordinates?| form){_XY}",
    },
)
FAMILIES = (POINTS,)
