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
_SIGN = r" ?(?:<|\\lt(?![a-z])) ?"
_OPEN = rf"(?:,? (?:on|for|in|over|with|where)(?: the)?(?: interval)? (?P<over>{NUMBER}){_SIGN}[a-z]{_SIGN}"
_OPEN += rf"(?P<under>{NUMBER}))?"
"""Both ends between which the letter is, for a point that has a side on either hand."""
_IS_FLAT = rf"(?:{_WHICH} (?:{_TANGENT} (?:is|are) {_FLAT}|{_GRAPH} has {_HORIZONTAL}|{_SLOPE} (?:is|equals) {_FLAT})"
_IS_FLAT += rf"|with {_HORIZONTAL})"
GRAPH_POINTS: dict[str, str] = {
    "flat coordinates": rf"(?:{_BOTH}{_BARE}|{_ALL}points? (?:on|of) {_GRAPH},?) {_IS_FLAT}{_OPEN}",
    "flat points": rf"{_ALL}points?,? {_IS_FLAT}{_OPEN}",
    "sloped points": rf"{_POINTS} {_WHICH} {_SLOPE} (?:is|equals)(?: equal to)? ({NUMBER})",
    "inflection points": rf"(?:(?:both )?(?:co-?ordinates of )?{_ALL}{_BEND}{_OF}|{_POINTS} {_WHICH} {_GRAPH} has"
    rf" {_BEND}){_OPEN}",
    "inflection numbers": rf"(?:{_LETTER} of {_ALL}{_BEND}{_OF}|(?:values? of )?{_LETTER} {_WHICH} {_GRAPH} has"
    rf" (?:an? )?{_BEND}){_OPEN}",
}
"""Each thing that can be asked with its words."""
_AT = r"at (?:what|which)"
_QUESTION = rf"(?:(?:is|are) {_TANGENT} {_FLAT}|does {_GRAPH} have {_HORIZONTAL}"
_QUESTION += rf"|(?:is|does) {_SLOPE} (?:equal )?{_FLAT})"
GRAPH_QUESTIONS: dict[str, str] = {
    "flat coordinates ": rf"{_AT} points? (?:on|of) {_GRAPH} {_QUESTION}{_OPEN}",
    "flat points ": rf"{_AT} points? {_QUESTION}{_OPEN}",
    "inflection points ": rf"{_AT} points?(?: (?:on|of) {_GRAPH})? does {_GRAPH} have (?:an? )?{_BEND}{_OPEN}",
    "inflection numbers ": rf"(?:(?:at|for) )?(?:what|which) (?:values? of )?{_LETTER} does {_GRAPH} have (?:an? )?"
    rf"{_BEND}{_OPEN}",
}
"""Those that are said with the verb that asks."""
