"""Is a part of a message a greeting, a heading without a verb, or a side question, beside which another part asks?"""

from __future__ import annotations

import re

from .led import OTHER

_FIRST = (
    r"(?:homework|hw|chapter|ex|exercise|unit|question|exam|quiz|midterm|first (?:week|time|lesson|lecture|year)|new"
    r" to|sorry|hi|hello|hey|thanks|thank you|ty|cheers|urgent|sos|mock|worksheet|lecture|class|tutorial|week|year"
    r"|grade|level|quick (?:one|question))"
)
_LAST = (
    r"(?:homework|hw|newbie|beginner|help|questions?|problems?|chapter|ex|exercises?|unit|paper|exam|test|quiz|sheet"
    r"|worksheet|tutorial|lecture|week|course|class|lesson|semester|revision|practi[cs]e|prep|here|again|review"
    r"|student|major|module|mock|midterm|nightmare|panic|deadline|section|topic|assignment|coursework|calculator"
    r"|everyone|all|guys|folks)"
)
_POLITE = re.compile(
    r"(?:[ ,]*\b(?:please|sorry|thanks|thank you|in advance|urgently|asap|now|today|tomorrow|tonight|due|very much|so"
    r" much|a lot|a ton|guys|everyone|all|there)\b[ !.]*)+$"
)
_STUDY = re.compile(rf"{_FIRST}\b.*|.*\b{_LAST}")
_VERBAL = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|does|do|did|can|could|will|would|must|should|find|solve|evaluate|compute"
    r"|calculate|determine|differentiate|integrate|factor|factori[sz]e|expand|simplify|give|state|write|express|prove"
    r"|show|need|needs|want(?:s)?|what|which|how|why|who|whose|where|when|if|let|given|such|that|equals?|sketch"
    r"|rationali[sz]e|complete|convert|use|using|leave|round|take|put|make|keep|assume|for (?:all|any|each|every|which"
    r"|what)|with respect|without|except|only|from|between|then|its|their|plus|instead|not|nothing|the (?!(?:[a-z]+"
    r" ){0,2}(?:homework|sheet|exam|test|course|class|quiz|chapter|first|last)\b))\b|[=<>≤≥$\\]"
)
_SYSTEMS = re.compile(
    r"\b(?:binary|hex\w*|octal|modul(?:ar|o)|mod|boolean|complex|quaternion\w*|degrees?|radians?|decimals?|rounding"
    r"|round\w*|significant|figures|integers?|naturals?|approximat\w*|estimat\w*|numerical|numerically|positives?"
    r"|negatives?|reals?|inverse|reverse|half|double|twice|polar|clock|roman|exact|discrete|finite|base|principal"
    r"|bonus:|part [a-z]: \w+)\b"
)
"""Words of a heading that may say in which numbers or units to work."""
_NUMBERED = re.compile(
    r"\b(?:question|q|problem|page|p|chapter|ch|exercise|ex|part|week|unit|year|lesson|section|sheet|worksheet|calc"
    r"|calculus|algebra|maths?|physics|level|grade|paper|course|no|number|module)\.? ?#?\d+[a-z]?(?:\.\d+)*\b|\b\d+ ?"
    r"(?:am|pm|marks?)\b"
)
_CALLS = re.compile(
    r"(?:(?:can|could|would|will) |does )?(?:anyone|anybody|someone|somebody|you|any of you|a kind soul)(?: here| out"
    r" there| please| kindly)* (?:(?:want(?:s)?|care|like|able|free|up) to )?(?:(?:please|kindly|quickly) )?(?:(?:help"
    r"|assist)(?: me| us)?(?: out)?(?: with (?!the |this |its? |finding |f\b|solving |these |that )[a-z -]+| on (?!the"
    r" |this )[a-z -]+| please| here| pls)*|(?:check|mark|verify|compare|look (?:at|over)|confirm)(?: (?:my|our|all"
    r"|some|this|the|these))* (?:answers?|work(?:ing)?s?|mock|attempts?|homework|solutions?|steps?|paper|test)(?:"
    r" please| for me)*)"
)
_WHY = re.compile(r"(?:(?:and|but|so|also|ok) )*(?:why|how come|how on earth|what on earth)\b.*")
_TRICK = re.compile(
    r"(?:(?:and|but|so|also|ok) )*(?:is|isn't|are) there (?:a|an|any|some|no) (?:(?:quick|quicker|easy|easier|neat"
    r"|simple|simpler|clever|short|shorter|fast|faster|better|nice|nicer|general|special|particular|standard|good"
    r"|other)(?:,| and)? )*(?:ways?|tricks?|shortcuts?|methods?|patterns?|rules?|formulas?|tips?)(?: (?:around|out|for"
    r" (?:these|this|such|them|doing|remembering|questions|problems)[a-z ]*|to (?:do|solve|remember|tell|know|see"
    r"|check|avoid|speed|memori[sz]e|learn|approach|deal|start)\b[^,?]*|than [^,?]*|without [^,?]*|other than [^,?]*"
    r"|here|of (?:doing|remembering|seeing|telling|checking)\b[^,?]*))*"
)
_STEP = re.compile(
    r"(?:(?:and|but|so|also|then|or) )*(?:do|should|must|would|am|are|did) (?:i|we|you) (?:(?:also|just|even|still"
    r"|always|really|actually|only|ever|not|first|then|have to|need to|supposed to|meant to|allowed to|going to|got"
    r" to) )*(?:need|check|use|put|flip|include|add|subtract|multiply|divide|square|start|worry|count|plug|apply|split"
    r"|switch|combine|distribute|cancel|write [\"']?and|write [\"']|bother|care|draw|memori[sz]e|show|change|swap"
    r"|expand|substitute|do)\b[^?]*"
)
_CHOICE = re.compile(
    r"(?P<one>[a-z' -]+?) or (?P<two>[a-z' -]+?)(?: (?:for|on|in|with|here)(?: (?:this|these|that|it|here))?(?:"
    r" (?:one|problem|question|thing))?)?"
)
_OUTCOME = re.compile(
    r"(?:(?:can|could|would) (?:you|someone|anyone|somebody) (?:please )?(?:tell|show) (?:me|us) )?what (?:answer )?"
    r"(?:(?:should|do|would|am) (?:i|we|you)|(?:i|we|you) (?:should|would))(?: be| supposed to)? (?:get|getting|end up"
    r" with|have|be getting)(?: (?:here|for this|at the end|please))*"
)
_CONDITION = re.compile(
    r"\b(?:if|unless|provided|assum\w+|suppos\w+|degrees?|radians?|positive|negative|only|decimals?|round\w*|between"
    r"|greater|less|integers?|complex|real|exact|approximat\w*|derivative|integral|antiderivative|inverse|asymptotes?"
    r"|domain|range|maxim\w+|minim\w+)\b|[<>≤≥]"
)
_WAYS = re.compile(
    r"(?:(?:the|a|by|integration by|use|using|u) )*(?:parts|substitution|u-?sub\w*|factoring|elimination|quadratic"
    r" formula|completing the square|chain rule|product rule|quotient rule|partial fractions|trig sub\w*|l'?h[oô]p\w+"
    r"(?: rule)?|(?:ratio|root|comparison|integral) test|long division|synthetic division|graphing|matrices|logs)"
)


def is_limiting(text: str) -> bool:
    """Return whether words in small letters may say in which numbers or units to work, or under which condition."""
    return bool(_SYSTEMS.search(text) or _CONDITION.search(text))


def is_heading(text: str) -> bool:
    """Return whether words in small letters have no verb, and only greet or say whose homework it is.

    >>> is_heading("lin alg newbie"), is_heading("binary arithmetic homework"), is_heading("radians only, chapter 3")
    (True, False, False)
    """
    bare = _NUMBERED.sub("chapter", text)
    return (
        bool(_STUDY.fullmatch(_POLITE.sub("", bare) or "thanks"))
        and not _VERBAL.search(bare)
        and not _SYSTEMS.search(bare)
        and not OTHER.search(bare)
        and text not in {"again", "then again", "once again"}
        and len(bare.split()) <= 10
    )


def is_beside(text: str) -> bool:
    """Return whether a question in small letters only calls for help, or asks why or by which way.

    >>> is_beside("why does it never cancel"), is_beside("what is the limit")
    (True, False)
    """
    if _CALLS.fullmatch(text) or _OUTCOME.fullmatch(text):
        return True
    if _CONDITION.search(text):
        return False
    choice = _CHOICE.fullmatch(text)
    if choice:
        return bool(_WAYS.fullmatch(choice["one"].strip()) and _WAYS.fullmatch(choice["two"].strip()))
    return any(pattern.fullmatch(text) for pattern in (_WHY, _TRICK, _STEP))
