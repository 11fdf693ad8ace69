"""The words for the points of a graph with a slope, and for those of inflection."""

from __future__ import annotations

from .extremes import FUNCTION
from .usual_words import NUMBER

_GRAPH = rf"(?:(?:the )?graph of {FUNCTION}|{FUNCTION}|it)"
_ALL = r"(?:(?:the|all|any|each|every|those|both) )*"
_BOTH = r"(?:both )?co-?ordinates of "
_BARE = rf"{_ALL}points?(?: (?:on|of) {_GRAPH})?,?"
_POINTS = rf"(?:{_BOTH})?{_BARE}"
_WHICH = r"(?:where|at which|for which|in which)"
_TANGENT = rf"(?:the |its )?tangent(?: line)?s?(?: (?:to|of) {_GRAPH})?"
_FLAT = r"(?:horizontal|parallel to the x-?axis|(?:equal to )?(?:zero|0))"
_SLOPE = rf"(?:the |its )?(?:slope|gradient|derivative)(?: of (?:the (?:tangent(?: line)?|curve)|{_GRAPH}))?"
_HORIZONTAL = r"(?:an? )?horizontal tangents?(?: lines?)?"
_BEND = r"(?:points? of infle(?:x|ct)ion|infle(?:x|ct)ion points?)"
_OF = rf"(?:,? (?:of|on|for) {_GRAPH})?"
_LETTER = r"(?:(?![afy]\b)[a-z](?:-? ?(?:values?|co-?ordinates?))?|abscissas?|abscissae)"
_IS_FLAT = rf"(?:{_WHICH} (?:{_TANGENT} (?:is|are) {_FLAT}|{_GRAPH} has {_HORIZONTAL}|{_SLOPE} (?:is|equals) {_FLAT})"
_IS_FLAT += rf"|with {_HORIZONTAL})"
GRAPH_POINTS: dict[str, str] = {
    "flat points": rf"{_BOTH}{_BARE} {_IS_FLAT}",
    "flat places": rf"{_BARE} {_IS_FLAT}",
    "sloped points": rf"{_POINTS} {_WHICH} {_SLOPE} (?:is|equals)(?: equal to)? ({NUMBER})",
    "inflection points": rf"(?:both )?(?:co-?ordinates of )?{_ALL}{_BEND}{_OF}"
    rf"|{_POINTS} {_WHICH} {_GRAPH} has {_BEND}",
    "inflection numbers": rf"{_LETTER} of {_ALL}{_BEND}{_OF}|(?:values? of )?{_LETTER} {_WHICH} {_GRAPH} has (?:an? )?"
    rf"{_BEND}",
}
"""Each thing that can be asked with its words."""
_AT = r"at (?:what|which)"
GRAPH_QUESTIONS: dict[str, str] = {
    "flat places ": rf"{_AT} points?(?: (?:on|of) {_GRAPH})? (?:(?:is|are) {_TANGENT} {_FLAT}|does {_GRAPH} have"
    rf" {_HORIZONTAL}|(?:is|does) {_SLOPE} (?:equal )?{_FLAT})",
    "inflection points ": rf"{_AT} points?(?: (?:on|of) {_GRAPH})? does {_GRAPH} have (?:an? )?{_BEND}",
    "inflection numbers ": rf"(?:(?:at|for) )?(?:what|which) (?:values? of )?{_LETTER} does {_GRAPH} have (?:an? )?"
    rf"{_BEND}",
}
"""Those that are said with the verb that asks."""
