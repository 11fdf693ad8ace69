"""Says in one way what the mean value theorem supposes, and between which ends its numbers are asked."""

from __future__ import annotations

import re

from ..statement import NotRead

_ENDS = r"(?P<{0}low>[^,()\[\]]{{1,12}}),(?P<{0}high>[^,()\[\]]{{1,12}})"
_CLOSED, _OPEN = rf"\[{_ENDS.format('a')}\]", rf"\({_ENDS.format('b')}\)"
_MEAN = re.compile(r"\b(?:mean[- ]value theorem|mvt)\b", re.IGNORECASE)
_HYPOTHESES = re.compile(
    r"(?:^|(?<=[.;] ))(?:(?:verify|check|show|confirm) that (?:the |this )?(?:function|[fgh](?: ?\( ?[a-z] ?\))?"
    r"|\x00name\x00|it)? ?(?:satisf(?:y|ies)|meets?)? ?(?:the |all |three |two )*(?:hypothes[ei]s|conditions"
    r"|assumptions) of (?P<of>the (?:mean[- ]value theorem|mvt))(?: (?:hold|are satisfied|are met))? (?P<on>on (?:the"
    rf" )?(?:given )?(?:closed )?(?:interval )?{_CLOSED})(?: (?:hold|are satisfied|are met))? ?(?:[.;]|,? and|,(?="
    r" then))(?: then)?,? )",
    re.IGNORECASE,
)
"""What is to be checked before the numbers are found: the theorem and its interval are named in it."""
_SMOOTH = re.compile(
    rf"(?:^|(?<=[.;] ))(?:the |this )?(?:function|[fgh]) is continuous on {_CLOSED} and differentiable on {_OPEN}"
    rf" ?[.;]",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    rf"(?P<ask>\bc|\b(?:numbers?|values?|points?)(?: of)?(?: c)?),? (?:in|on|inside|from) (?:the )?(?:open"
    rf" )?(?:interval )?{_OPEN}",
    re.IGNORECASE,
)
_WITH_ENDS = re.compile(
    r"(?:\bc|\b(?:numbers?|values?|points?)(?: of)?(?: c)?),? in (?:the )?(?:closed )?(?:interval )?\["
)


def mean_value(text: str) -> str:
    """Leave out what the theorem supposes, and the open interval of its numbers, if the ends are the same.

    Raises:
        NotRead: the numbers are asked among those of a closed interval.
    """
    if not _MEAN.search(text):
        return text
    if _WITH_ENDS.search(text):
        raise NotRead("the theorem's numbers lie within the interval, without its ends")
    if (found := _SMOOTH.search(text)) and _same(found):
        text = f"{text[: found.start()]} {text[found.end() :]} on [{found['alow'].strip()}, {found['ahigh'].strip()}]"
        text = re.sub(r" ?([.?!]) (on \[[^\]]+\])$", r" \2\1", text)
    if found := _HYPOTHESES.search(text):
        rest = text[found.end() :]
        if not _MEAN.search(rest):
            rest = re.sub(
                r"\b(?:the|its) conclusion\b(?: of (?:the|this) theorem)?", f"the conclusion of {found['of']}", rest
            )
        rest = re.sub(r"([.?!]?)$", rf" {found['on']}\1", rest, count=1)
        text = text[: found.start()] + rest
    closed = re.search(_CLOSED, text)
    inside = _INSIDE.search(text)
    if (
        closed
        and inside
        and (closed["alow"].strip(), closed["ahigh"].strip()) == (inside["blow"].strip(), inside["bhigh"].strip())
    ):
        text = text[: inside.start()] + inside["ask"] + text[inside.end() :]
    return re.sub(r"\b(number|value|point)(s?)(?: of)? c\b", r"\1\2", text)


def _same(found: re.Match[str]) -> bool:
    return (found["alow"].strip(), found["ahigh"].strip()) == (found["blow"].strip(), found["bhigh"].strip())
