"""Takes from a sentence what only leads to its question or follows it: politeness, ways to the answer, reasons."""

from __future__ import annotations

import re

_ASKS = (
    r"(?=(?:please |hence |now |then |so )*(?:find|determine|compute|calculate|evaluate|work out|give|state"
    r"|obtain|list|get|write"
    r"|what|which|derive|locate|express|decide|tell|say|show|solve|differentiate|integrate|factor|simplify|expand"
    r"|establish"
    r"|classify|investigate|identify|put|convert|rewrite)\b)"
)
_OPENING = re.compile(
    r"^(?:(?:guys|hi|hey|hello|help|please|pls|ok|okay|so|now|hence|then|and|also|um|everyone|there|first)[,:!]* "
    r"|how (?:do|would|can|should|could|to) (?:i |you |we |one )?|(?:can|could|would|will) (?:you|u|someone"
    r"|anyone|somebody)"
    r" (?:please |kindly |help me |help )*(?:to )?|(?:i(?:'m| am)?|we(?:'re| are)?|im|you(?:'re| are)?) (?:need"
    r"|have|want|asked|trying|supposed"
    r"|required|wish|like|expected)(?: to)? |tell me |(?:your|the|my) (?:task|aim|goal|job) is to |try to |let us"
    r" |let's |next,? )+"
)
_FULLY = re.compile(
    r",? ?as (?:much|far|fully|completely) as (?:possible|you can)|,? ?(?:in|using) (?:interval|set) notation,?"
)
_IF = re.compile(
    r"^(?:if (?:the matrix|it) (?:is invertible|has an inverse|exists)|without (?:graphing|drawing|solving|sketching)"
    r"|(?:decide|determine|state|find out|say) (?:whether|if) (?:the|this) (?:sequence|limit) (?:converges|is"
    r" convergent|exists)"
    r"(?: or (?:not|diverges))?,? and,? if (?:so|it does|it is|it converges)),? "
)
"""A condition of the answer, which it has if it is one."""
_WAY = r"[a-z' ,-]+?"
_DOING = (
    r"(?:using|applying|considering|comparing|looking at|examining|finding|computing|calculating|evaluating"
    r"|recalling|first"
    r"|factoring|factori[sz]ing|completing|rationali[sz]ing|differentiating|integrating|solving|expanding"
    r"|simplifying|writing"
    r"|expressing|inspecting)"
)
_LEADING = re.compile(
    rf"^(?:(?:by {_DOING}|with the help of|by means of|considering|recalling|applying|using) {_WAY}(?:, |"
    rf" or otherwise,? )"
    rf"|(?:use|using|apply|consider) {_WAY} (?:to|in order to|and|and thus|and hence) ){_ASKS}"
)
_TRAILING = re.compile(
    rf",? (?:by {_DOING}\b[a-z' -]*|(?:by|using|with|by means of|with the help of"
    r"|from) (?:the |an? |its |first )?[a-z' -]*"
    r"(?:rules?|methods?|theorems?|formula[es]?|definitions?|identit(?:y|ies)|algorithms?|tests?|expansion"
    r"|elimination|division"
    r"|substitution|reduction|calculus|differentiation|integration|properties|laws?|parts|principles|algebra"
    r"|inspection|factoring)"
    r"|or otherwise)$"
)
_NUMERICAL = re.compile(
    r"approx|leibniz|alternating|power method|tangent method|secant|jacobi|seidel|runge|\band\b|doubl|squar"
    r"|smaller|larger|adding"
    r"|estimat|trapez|simpson|midpoint|newton|euler'?s method|iterat|bisect|lineari|taylor|maclaurin|series"
    r"|rectangle|riemann"
    r"|terms?\b|graph|draw|sketch|table|partial sum|numeric|decimal|round|interpolat|half|twice|double|not\b"
    r"|without|only|except"
)
"""Ways that lead to another number, and words that say more than a way."""
_REASON = re.compile(
    r",? ?\(?\b(?:(?:and |then |also |please )*(?:giv(?:e|ing)|with|stat(?:e|ing)|includ(?:e|ing)) (?:an? |full "
    r"|your |some |the |clear )*"
    r"(?:reasons?|justification|proof|explanation|working|work|steps?)(?: for (?:your|the) (?:answer|conclusion"
    r"|classification))?"
    r"|(?:(?:and |then |also |please )*(?:justify|explain|show|support|check|verify)(?:ing)?(?: (?:your|the|all"
    r"|each|every|how|you|it|with|by|the definition|algebraically|a"
    r"|clearly|fully|know|full|careful|answers?|work|working|workings|reasoning|reasons?|steps?|method|result"
    r"|solutions?"
    r"|conclusion|calculations?))+)|if (?:possible|it exists|they exist|it has any|any))\)?(?=,|$)"
)


def asking(sentence: str) -> str:
    """Return a sentence in small letters without what only leads to its question or follows it.

    >>> asking("by considering the signs, decide whether it is increasing, giving a reason")
    'decide whether it is increasing'
    >>> asking("using the trapezium rule, find the integral")
    'using the trapezium rule, find the integral'
    """
    text = _FULLY.sub("", sentence).strip(" ,:")
    text = re.sub(r"\bwhat (the [a-z ]+?) (?:is|are)(?: here)?$", r"what is \1", text)
    while True:
        made = _OPENING.sub("", _IF.sub("", _REASON.sub("", text)).strip(" ,:"))
        for pattern in (_LEADING, _TRAILING):
            found = pattern.search(made)
            if found and not _NUMERICAL.search(found[0]) and not re.search(r"\d", found[0]):
                made = (made[: found.start()] + made[found.end() :]).strip(" ,:")
        if made == text:
            return text
        text = made
