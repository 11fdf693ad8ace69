"""Takes from a sentence what only leads to its question or follows it: politeness, ways to the answer, reasons."""

from __future__ import annotations

import re

from ..rewording.method_words import is_method
from .adjuncts import without_adjuncts

_ASKS = (
    r"(?=(?:please |hence |now |then |so )*(?:find|determine|compute|calculate|evaluate|work out|give|state"
    r"|obtain|list|get|write"
    r"|what|which|derive|locate|express|decide|tell|say|show|solve|differentiate|integrate|factor|simplify|expand"
    r"|establish"
    r"|classify|investigate|identify|put|convert|rewrite)\b)"
)
_OPENING = re.compile(
    r"^(?:(?:guys|hi|hey|hello|help|please|pls|ok|okay|so|now|hence|then|and|also|um|everyone|there)[,:!]* "
    r"|how (?:do|would|can|should|could|to) (?:i |you |we |one )?|(?:can|could|would|will) (?:you|u|someone"
    r"|anyone|somebody)"
    r" (?:please |kindly |help me |help )*(?:to )?|(?:i(?:'m| am)?|we(?:'re| are)?|im|you(?:'re| are)?) (?:need"
    r"|have|want|asked|trying|supposed"
    r"|required|wish|like|expected) to |(?:your|the|my) (?:task|aim|goal|job) is to |try to |let us"
    r" |let's )+"
)
_FULLY = re.compile(
    r",? ?as (?:much|far|fully|completely) as (?:possible|you can)|,? ?(?:in|using) (?:interval|set) notation,?"
    r"|,? ?(?:where|if|when|whenever) (?:applicable|appropriate|necessary)"
)
_IF = re.compile(
    r"^(?:if (?:the matrix|the limit|it) (?:is invertible|has an inverse|exists)|if (?:so|it converges|convergent)"
    r"|without (?:graphing|drawing|solving|sketching|computing|finding|calculating|evaluating)(?: (?:it|them"
    r"|(?:the|its) (?:system|equation|sum|series|roots|graph|curve|inverse|solutions?)))?"
    r"|(?:decide|determine|state|find out|say) (?:whether|if) (?:the|this) (?:sequence|limit) (?:converges|is"
    r" convergent|exists)"
    r"(?: or (?:not|diverges))?,? and,? if (?:so|it does|it is|it converges)),? "
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
    r",? ?without (?=(?:the use of|using|applying|[^,.]+ (?:rules?|theorem|test)$))(?:the use of |using |applying )?"
    r"(?P<way>[^,.]+)$"
)
_ANSWER = re.compile(
    r",? ?(?:and )?(?:stating|giving|expressing|leaving|writing|express|write|state) (?:your|the) (?:final )?answers?$"
)
_WHY = re.compile(r"^(?:(?:and |please )?(?:explain|say|state) )?why(?:,? or why not| not)?$")
_REASON = re.compile(
    r",? ?\(?\b(?:(?:and |then |also |please )*(?:giv(?:e|ing)|with|stat(?:e|ing)|includ(?:e|ing)) (?:an? |full "
    r"|your |some |the |clear )*"
    r"(?:reasons?|justification|proof|explanation|working|work|steps?)(?: for (?:your|the) (?:answer|conclusion"
    r"|classification))?"
    r"|(?:(?:and |then |also |please )*(?:justify|explain|show|support|check|verify)(?:ing)?(?: (?:your|the|all"
    r"|each|every|how|you|it|with|by|the definition|algebraically|a"
    r"|clearly|fully|know|full|careful|answers?|work|working|workings|reasoning|reasons?|steps?|method|result"
    r"|solutions?"
    r"|conclusion|calculations?))+)|if (?:possible|it exists|they exist|it has any|any|it is|it does|so))\)?(?=,|$)"
)


def asking(sentence: str) -> str:
    """Return a sentence in small letters without what only leads to its question or follows it.

    >>> asking("by the chain rule, find the derivative, giving a reason")
    'find the derivative'
    >>> asking("using the trapezium rule, find the integral")
    'using the trapezium rule, find the integral'
    """
    text = without_adjuncts(_FULLY.sub("", sentence)).strip(" ,:")
    text = re.sub(r"^(?:i (?:just )?(?:need|want)|tell me|give me|show me) (?=the|an?|its)", "find ", text)
    text = re.sub(
        r"^(?!.*\b(?:if|when|where|whose|given)\b)(.+[a-z\x00)]) (?:is|are)(?: equal to| given by)?$", r"\1", text
    )
    text = re.sub(r"\bwhat (the [a-z ]+?) (?:is|are)(?: here)?$", r"what is \1", text)
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
