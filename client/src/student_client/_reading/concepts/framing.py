"""Takes from a sentence what only leads to its question or follows it: politeness, ways to the answer, reasons."""

from __future__ import annotations

import re

from ..rewording.method_words import is_method
from .adjuncts import without_adjuncts

_ASKS = (
    r"(?=(?:please |hence |now |then |so )*(?:find|determine|compute|calculate|evaluate|work out|give|state|obtain"
    r"|list|get|write|what|which|derive|locate|express|decide|tell|say|show|solve|differentiate|integrate|factor"
    r"|simplify|expand|establish|classify|investigate|identify|put|convert|rewrite)\b)"
)
_STUCK = (
    r"(?:i|we) (?:can't|cannot|can not|could not|couldn't|don't know how to|do not know how to|am stuck trying to"
    r"|am struggling to|have no idea how to) (?:figure out |work out |see )?(?:how to )?"
    r"|(?:my|our|the) (?:homework|teacher|professor|book|textbook|exercise|assignment|worksheet|tutor)"
    r" (?:ask(?:s|ed)|want(?:s|ed)|tells|told) (?:me|us) to |explain (?:to me )?how (?:one (?=solves)|to |you |i |we )"
)
_OPENING = re.compile(
    rf"^(?:{_STUCK}|(?:guys|(?:hi|hey|hello)(?: all| everyone| guys)?|help|please|pls|ok|okay|so|now|hence|then|and"
    r"|also|um|everyone|there)[,:!]* |how (?:do|would|can|should|could|to) (?:i |you |we |one )?|(?:can|could|would"
    r"|will) (?:you|u|someone|anyone|somebody) (?:please |kindly |help me |help )*(?:to )?|(?:i(?:'m| am)?|we(?:'re|"
    r" are)?|im|you(?:'re| are)?) (?:need|have|want|asked|trying|supposed|required|wish|like|expected) to |(?:your"
    r"|the|my) (?:task|aim|goal|job) is to |try to |let us |let's )+"
)
_FIRST = re.compile(
    r"^(?:rearrange|write|rewrite|express|convert|put|bring)(?: (?:the|this) equation| it| everything)? (?:in|into|to"
    r"|as)(?: (?:the|an?|standard|quadratic|exponential|logarithmic|polynomial|linear|factored|general))* (?:form"
    r"|quadratic(?: equation)?)(?: in [^,]{1,20}?)?,? (?:and|and then|and hence|then|hence) (?=solve)"
)
"""A first step towards the solution of an equation."""
_SOUGHT = re.compile(
    r"^((?:the|all|its|both|an?) [^,]+?) (?:is|are) (?:required|sought|wanted|needed|desired|to be (?:found|determined"
    r"|calculated|computed|obtained|stated|given))$"
)
_PLAINER = (
    (re.compile(r"^(?:i (?:just )?(?:need|want)|tell me|give me|show me) (?=the|an?|its)"), "find "),
    (
        re.compile(r"^(?!.*\b(?:if|when|where|whose|given)\b)(.+[a-z\x00)]) (?:is|are)(?: equal to| given by)?$"),
        r"\1",
    ),
    (re.compile(r",? without (?:actually )?(?:solving|graphing|drawing|sketching)(?: it| the equation)?$"), ""),
    (re.compile(r"\bwhat (the [a-z ]+?) (?:is|are)(?: here)?$"), r"what is \1"),
    (
        re.compile(
            r"^(?:thanks for )?any (?:hints?|ideas?|help|suggestions?|tips?)(?: (?:please|welcome|appreciated))?$"
        ),
        "",
    ),
    (_FIRST, ""),
    (_SOUGHT, r"find \1"),
)
_VERBS = {
    "solved": "solve",
    "simplified": "simplify",
    "factored": "factor",
    "factorised": "factorise",
    "factorized": "factorize",
    "expanded": "expand",
    "written": "write",
    "expressed": "express",
    "decomposed": "decompose",
}
_DONE = re.compile(rf"^((?:the|this) [a-z ]+?) (?:is|are|should|must) (?:to )?be ({'|'.join(_VERBS)})(?![\w'-])(.*)$")
"""An order that says what is to be done with something, and not what to do."""
_FULLY = re.compile(
    r",? ?as (?:much|far|fully|completely) as (?:possible|you can)|,? ?(?:in|using) (?:interval|set) notation,?"
    r"|,? ?(?:where|if|when|whenever) (?:applicable|appropriate|necessary)"
)
_IF = re.compile(
    r"^(?:if (?:the matrix|the limit|it) (?:is invertible|has an inverse|exists)|if (?:so|it converges|convergent)"
    r"|without (?:graphing|drawing|solving|sketching|computing|finding|calculating|evaluating)(?: (?:it|them|(?:the"
    r"|its) (?:system|equation|sum|series|roots|graph|curve|inverse|solutions?)))?|(?:decide|determine|state|find out"
    r"|say) (?:whether|if) (?:the|this) (?:sequence|limit) (?:converges|is convergent|exists)(?: or (?:not"
    r"|diverges))?,? and,? if (?:so|it does|it is|it converges)),? "
)
"""A condition of the answer, which it has if it is one."""
_LEADING = re.compile(
    rf"^(?:by|using|use|apply|applying|with|with the help of|by means of) (?P<way>[^,]+?)(?:, (?:or otherwise,? )?"
    rf"| (?:to|in order to|and|and hence) ){_ASKS}"
)
_ORDER = re.compile(rf"^(?P<way>[^.]+?),? in order to {_ASKS}")
_WORKING_WORDS = """
    isolate square squaring repeat one each radical radicals factor expand rewrite collect combine multiply divide both
    sides then and clear separate cancel split take apply use
"""
_WORKING = frozenset(_WORKING_WORDS.split())
_TRAILING = re.compile(
    r",? (?:by(?: applying| using)?|using|with|by means of|with the help of) (?P<way>[^,]+)$|,? or otherwise$"
)
_WITHOUT = re.compile(
    r",? ?without (?=(?:the use of|using|applying|[^,.]+ (?:rules?|theorem|test)$|l'?h(?:[oô]|os)pital(?:'s)?$"
    r"|(?:expanding|factori[sz]ing|factoring|differentiating|integrating)$))(?:the use of |using |applying )?"
    r"(?P<way>[^,.]+)$"
)
_ANSWER = re.compile(
    r",? ?(?:and )?(?:stating|giving|expressing|leaving|writing|express|write|state) (?:your|the) (?:final )?answers?$"
)
_WHY = re.compile(r"^(?:(?:and |please )?(?:explain|say|state) )?why(?:,? or why not| not)?$")
_REASON = re.compile(
    r",? ?\(?\b(?:(?:and |then |also |please )*(?:giv(?:e|ing)|with|stat(?:e|ing)|includ(?:e|ing)) (?:an? |full |your "
    r"|some |the |clear )*(?:reasons?|justification|proof|explanation|working|work|steps?)(?: for (?:your|the) "
    r"(?:answer|conclusion|classification))?|(?:(?:and |then |also |please )*(?:justify|explain|show|support|check"
    r"|verify)(?:ing)?(?: (?:your|the|all|each|every|how|you|it|with|by|the definition|algebraically|a|clearly|fully"
    r"|know|full|careful|answers?|work|working|workings|reasoning|reasons?|steps?|method|result|solutions?|conclusion"
    r"|calculations?))+)|if (?:possible|it exists|they exist|it has any|any|it is|it does|so))\)?(?=,|$)"
)


def asking(sentence: str) -> str:
    """Return a sentence in small letters without what only leads to its question or follows it.

    >>> asking("by the chain rule, find the derivative, giving a reason")
    'find the derivative'
    >>> asking("using the trapezium rule, find the integral")
    'using the trapezium rule, find the integral'
    """
    text = without_adjuncts(_REASON.sub("", _FULLY.sub("", sentence))).strip(" ,:")
    for pattern, instead in _PLAINER:
        text = pattern.sub(instead, text)
    text = _DONE.sub(lambda found: f"{_VERBS[found[2]]} {found[1]}{found[3]}", text)
    while True:
        order = _ORDER.match(text)
        if order and all(word in _WORKING or is_method(word) for word in re.findall(r"[a-z'-]+", order["way"])):
            text = text[order.end() :]
        made = _OPENING.sub("", _WHY.sub("", _ANSWER.sub("", _IF.sub("", _REASON.sub("", text)).strip(" ,:"))))
        for pattern in (_WITHOUT, _LEADING, _TRAILING):
            found = pattern.search(made)
            if found and (not found["way"] or is_method(found["way"])):
                made = (made[: found.start()] + made[found.end() :]).strip(" ,:")
        if made == text:
            return text
        text = made
