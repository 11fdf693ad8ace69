"""Cuts an objective with several questions about one function into these: its zeros, and where it increases.

A part is only cut off if it names what is asked of the function itself. "Find the inverse and its domain" is not cut,
since the second part speaks of the first one's answer.
"""

from __future__ import annotations

import re

from .splitting import sentences

_ASK = r"(?:find|determine|compute|calculate|give|state|identify|list|write(?: down)?|what (?:is|are)|locate|also find)"
_NAME = (
    r"(?<![A-Za-z])(?:[fghy](?:\([a-z]\))?(?![A-Za-z-])|the (?:given )?(?:function|graph|curve|parabola"
    r"|polynomial)(?: of [fghy])?)"
)
_COUNT = r"(?:(?:the|all|any|each|every|both|an|a|its) )*"
_THING = re.compile(
    rf"(?:{_ASK} )?{_COUNT}(?:(?:open|local|relative|absolute|real|exact|largest|equations? of|x-coordinates? of"
    r"|x-values? of|critical|stationary|turning|vertical|horizontal|first|second) |(?:the|all|any|each) )*(?:"
    r"(?:critical|stationary|turning) (?:points?|numbers?|values?)|intervals?|points? of inflection|inflection"
    r" points?|zeros?|roots?|x-intercepts?|y-intercepts?|asymptotes?|domain|[fghy]'{1,3}(?:\([^()]+\))?|dy/dx"
    r"|derivatives?|tangent(?: line)?|normal(?: line)?|slope|average value|average rate of change|maximum|minimum"
    r"|maxima|minima|extrema)(?![a-z])(?P<rest>.*)",
    re.IGNORECASE,
)
_WHERE = re.compile(rf"(?:{_ASK} )?where {_NAME} is (?:increasing|decreasing|concave)\b.*", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:^|(?<=[.;:?]) ?)\((?:[a-e]|i{1,3}|iv|[1-5])\) ?|(?<=[.;:?]) ?(?:[a-e]\)|[1-5]\)) ?", re.IGNORECASE
)
_HENCE = re.compile(r"^(?:hence|thus)(?:,? or otherwise)?,? (?=(?:find|determine|write|state)\b)", re.IGNORECASE)
"""Says that one part helps with the next, which still asks for a thing of the function."""
_JOINED = re.compile(
    rf"(?:,|;)? (?:and|as well as|then|and then|and also) (?=(?:{_ASK}|{_COUNT[:-1]}|where)\b)|; ", re.I
)
_BACK = re.compile(
    r"\b(?:it|their|them|there|this|that|these|those|hence|thus|therefore|result|answer|answers|your|use|using|solution"
    r"|solve|simplify|both|whose|respectively|if|inverse)\b",
    re.IGNORECASE,
)
_BOTH_WAYS = re.compile(
    rf"(?P<before>\b(?:intervals? (?:on|over|in|for) which|(?:intervals? )?where) {_NAME} is )(?P<one>increasing"
    r"|decreasing|concave (?:up|down)(?:ward)?) (?:and|or)(?: (?:is|on which it is|where it is|it is))?"
    r" (?P<two>increasing|decreasing|(?:concave )?(?:up|down)(?:ward)?)",
    re.IGNORECASE,
)
_OF_BOTH = re.compile(
    r"\bintervals? of (?P<one>increase|decrease) (?:and|or) (?P<two>increase|decrease)", re.IGNORECASE
)
_AXES = re.compile(r"\b(?P<one>[xy])-? ?(?:intercepts? )?and (?:the )?(?P<two>[xy])-intercepts?\b", re.IGNORECASE)
_MADE = re.compile(r"\b(?:derivatives?|tangent|normal|dy/dx|[fghy]'{1,3})(?![a-z])", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:zeros?|roots?|[xy]-intercepts?|domain|asymptotes?|maximum|minimum|extrema|maxima|minima)\b", re.I
)
_PLACED = re.compile(
    r"\b(?:at|when|where|on|over|from|for) (?:the (?:point|interval) )?(?:[a-z] ?[=<>≤≥]|[\[(\d-])", re.I
)
_PLACELESS = re.compile(r"\b(?:slope|tangent|normal|derivative|average)\b", re.IGNORECASE)
MAX_PARTS = 4
"""Most questions of one objective."""


def parted(objective: str) -> list[str]:
    """Return the questions of an objective, one by one; none if it is not such a list.

    >>> parted("Find the critical points and determine the intervals where f is increasing.")
    ['Find the critical points.', 'determine the intervals where f is increasing.']
    >>> parted("Find the inverse and its domain.")
    []
    """
    text = _BOTH_WAYS.sub(_twice, objective.replace("$", ""))
    text = _OF_BOTH.sub(lambda found: f"interval of {found['one']} and the interval of {found['two']}", text)
    text = _AXES.sub(lambda found: f"{found['one']}-intercepts and the {found['two']}-intercepts", text)
    said = [part for one in sentences(_LABEL.sub(" ", text)) for part in _JOINED.split(one.strip(" .?!;"))]
    found = [_HENCE.sub("", part.strip(" ,.;?!")) for part in said if part.strip(" ,.;?!")]
    if found and re.match(r"(?:consider|let|given|for|suppose)\b", found[0], re.IGNORECASE):
        return []
    if not 1 < len(found) <= MAX_PARTS or not all(map(_is_apart, found)):
        return []
    if any(map(_MADE.search, found)) and any(_OPEN.search(part) and not re.search(_NAME, part) for part in found):
        return []
    if any(map(_PLACED.search, found)) and any(_PLACELESS.search(part) and not _PLACED.search(part) for part in found):
        return []  # the place could belong to all of them
    return [f"{part if re.match(f'{_ASK} |where', part, re.IGNORECASE) else f'Find {part}'}." for part in found]


def _twice(found: re.Match[str]) -> str:
    """Return "where f is increasing or decreasing" as two questions; "increasing and concave up" is one."""
    one, two = found["one"], found["two"]
    if one.lower().startswith("concave") is (two.lower() in {"increasing", "decreasing"}):
        return found[0]
    again = f"concave {two}" if one.lower().startswith("concave") and " " not in two else two
    said_of = re.split("which|where", found["before"])[-1]
    return f"{found['before']}{one} and the intervals where{said_of}{again}"


def _is_apart(part: str) -> bool:
    """Return whether a part asks for a thing of the function, and not of what another part asks."""
    found = _THING.fullmatch(part)
    if found is None:
        return _WHERE.fullmatch(part) is not None
    return _BACK.search(part) is None and re.match(r" its\b", found["rest"]) is None
