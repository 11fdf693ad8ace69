r"""Says a request in the plainest words: "Sketch and locate the foci (I'm stuck)" is "Find the foci".

Each rule holds for any task: what a remark in brackets, a preparation, an exact method or a yes-or-no question before
the question itself adds to a request. It is tried if a problem is not understood in its own words. Words that fix the
answer stay, such as a method that approximates, a number, a sign of comparison and a form that is a task.
"""

from __future__ import annotations

import re

from .answer_notes import tidy

_THE = r"(?:the|all|both|an?|its|their|this|these|each|every|any|exact|general|\\?[a-z]+['′]*\(|\\[a-z]+)"
_FIND = (
    r"(?:locate|determine|compute|calculate|work out|state|give|obtain|identify|write down|provide|report|establish"
    r"|deduce|derive|supply|list|specify|figure out|name|produce|extract|read off|quote|discover|search for|detect"
    r"|look for|hunt down|tell me|show me|get(?: me)?|find out|(?:i|we)(?:'d| would| just| really| only)* (?:need|want"
    r"|like)(?: to (?:find|know|get|have|see|determine|calculate|compute|work out))?|i'm (?:looking for|after)"
    r"|i am (?:looking for|after)|looking for|need(?: to (?:find|know|get))?|want(?: to (?:find|know|get))?)"
)
_TASK = (
    r"(?:find|solve|evaluate|simplif(?:y|ies)|factor(?:i[sz]e)?|expand|differentiate|integrate|maximi[sz]e|minimi[sz]e"
    r"|write|express|rewrite|convert|approximate|estimate|divide|multiply|invert|rationali[sz]e|prove|show|what|how"
    rf"|{_FIND})"
)
_APPROXIMATE = (
    r"newton|euler|simpson|trapez|mid-?point|riemann|bisect|linear|differential|taylor|maclaurin|series|iterat"
    r"|approximat|rectangle|numeric|secant|runge|left|right|least squares|first|degree|order|terms?\b|normal"
)
"""Methods that an answer depends on."""
_EXACT = (
    rf"(?:(?!{_APPROXIMATE})(?!\b(?:and|or|but|if|when|where|only|from|previous|earlier|last|above|vectors?)\b)"
    rf"[a-z'’ôé-]+ ){{0,5}}?(?!{_APPROXIMATE})(?:rules?|theorems?"
    r"|formulas?|formulae|identit(?:y|ies)|laws?|methods?|multipliers?|substitutions?|parts|propert(?:y"
    r"|ies)|algorithms?|division|elimination|factoring|factori[sz]ation|techniques?|definition|expansion|calculus"
    r"|algebra|reduction|shells|washers|dis[ck]s|derivatives?|trigonometry|geometry|completing the"
    r" square|fractions|logarithms|conjugates?)"
)
"""An exact method, which changes nothing."""
_BRACKETS = re.compile(
    r"\s*\((?=(?:i|i'm|i've|we|we've|you|my|not|hint|see|note|this is|it's|no|don't|recall|remember|numerical|question"
    r"|page|section|calculator|non-calculator|please|pls|sorry|thanks|be careful|[a-z] (?:is )?(?:any|an) integer)\b)"
    r"(?P<inside>[^()]*)\)",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"[=<>≤≥^\\\d]|\b(?:positive|negative|nonzero|non-zero|real|radians?|degrees?|places?|figures?|nearest|round\w*|in"
    r" terms|constant|increasing|decreasing|acute|obtuse|quadrant|only|except|both|also|then|assum\w+|given"
    r"|with respect|per|at|when|if|instead|twice|half|double|negat\w+)\b",
    re.IGNORECASE,
)
"""What a remark in brackets may not have."""
_CONTRAST = re.compile(
    r"not (?:the|its|an?) (?:[a-z]+ )?(?!ones?\b|roots?\b|solutions?\b|values?\b)[a-z]+", re.IGNORECASE
)
_ANY_INTEGER = re.compile(r"(?:where |with )?[a-z](?: is)? (?:any|an) integer", re.IGNORECASE)

_START = r"(?P<start>^|[.?!;:]\s+|\n\s*)"
_PREPARE = (
    r"(?:sketch|draw|graph|plot|show (?:all )?(?:of )?(?:your|the) (?:full )?(?:work(?:ing)?s?|steps|reasoning)"
    r"|set up|examine|analy[sz]e|inspect|study|look at|consider|perform|carry out|verify|check|confirm"
    r"|make (?:a )?sketch|draw a diagram|explain|justify)"
)
_PRINTED = (
    r"(?:that )?(?:the|a|an|this|your) (?:(?:given|following|two|sign) )*(?:graphs?|curves?|functions?|region|equation"
    r"|expression|series|diagram|chart|division|multiplication|system|inequality|picture|triangle|parabola|ellipse"
    r"|circle|line)(?: (?:is|are) [a-z]+| for [a-z, ]+?| of (?:the |this )?(?:function|curve|equation|[a-z]))?"
)
_RULES: tuple[tuple[str, str], ...] = (
    # greetings and thanks
    (rf"{_START}(?:(?:hi|hey|hello|good (?:morning|evening|afternoon))(?: (?:all|everyone|there|guys|folks))?[,!.]*"
     r"|(?:ok|okay|so|well|right|alright|now)[,!]+|please,?|kindly|quick (?:one|question)[,:.!]*"
     r"|(?:for|as) (?:my )?(?:homework|an assignment|revision|practice|an exam)[,:]?) ", r"\g<start>"),
    (r"[,.;]? (?:please|pls|thanks(?: a lot| in advance)?|thank you(?: in advance| so much)?|cheers|thx)(?=[.!?,]|$)",
     ""),
    # ways to ask
    (rf"{_START}(?:can|could|would|will) (?:someone|somebody|anyone|you|u)(?: please| kindly| help me| help me to"
     r"| tell me| show me(?: how to)?)* (?P<verb>[a-z]+)", r"\g<start>\g<verb>"),
    (rf"{_START}(?:you are|we are|i am|i'm)(?: being)? (?:asked|told|required|supposed|trying|meant) to ",
     r"\g<start>"),
    (rf"{_START}{_FIND} (?={_THE}\b|{_THE})(?![^.?!]*\b(?:following|forms?|types?|kinds?|unknown|variable|method"
     rf"|hints?|clues?|ideas?|examples?|steps?|reasons?|way)\b)",
     r"\g<start>Find "),
    (rf"(?P<join>,? (?:and|and hence|and then|then|hence|to)) {_FIND} (?={_THE}\b)", r"\g<join> find "),
    (rf"{_START}(?:what(?:'s| is| are|s| was| were| would be| will be) )(?=the\b|its\b|all\b)(?P<rest>[^?]*)\?",
     r"\g<start>Find \g<rest>."),
    (rf"{_START}what (?:must|should|does|would|will) (?P<thing>[^?]*?) (?:be|equal|come out (?:as|to))\?",
     r"\g<start>Find \g<thing>."),
    (rf"{_START}how far (?:is|are|apart are) (?P<one>[^?]*?) from (?P<other>[^?]*)\?",
     r"\g<start>Find the distance from \g<one> to \g<other>."),
    (rf"{_START}at (?:which|what) points? (?:does|do|is|are) (?P<curve>the (?:curve|graph|function)(?: of \w+)?) have"
     r" (?P<what>[^?]*)\?", r"\g<start>Find the points at which \g<curve> has \g<what>."),
    (rf"{_START}(?:what|which) (?P<noun>remainder|quotient|value|sum|number|angle|answer|point|interval|slope) (?:do"
     r" (?:you|we|i) get|is (?:left|obtained|found|given))(?P<rest>[^?]*)\?", r"\g<start>Find the \g<noun>\g<rest>."),
    # a yes-or-no question before the question
    (rf"{_START}(?:does|do|is|are|will|can)\b(?!.*\b(?:increasing|decreasing|linear|even|odd)\b)[^?.]*\b(?:converge"
     r"(?:nt|s)?|telescop\w+|sum|limit|exist|finite|invertible|inverse|solutions?|divergent)\b[^?.]*\? (?:if (?:so|yes"
     r"|it does|it is|they do|there is one|it exists))[,:]? (?=\w)", r"\g<start>"),
    (r"(?<=[.?!] )(?:if (?:so|yes|it does|it is|it converges|it exists|convergent))[,:]? (?=(?:find|give|what)\b)", ""),
    # preparations
    (rf"{_START}{_PREPARE}(?: and label)?,? (?:and|then|and then|and hence) (?={_TASK}\b)", r"\g<start>"),
    (rf"{_START}{_PREPARE} {_PRINTED},?(?: and| then|, then| and (?:then|hence|so)) (?={_TASK}\b)", r"\g<start>"),
    (rf"{_START}(?:(?:use|using|apply|applying|by (?:using|applying)|with the help of|via|employ) "
     rf"{_EXACT}(?: of [a-z]+)?(?:,? to|,|:| and)) (?=(?:then )?{_TASK}\b)(?![^.?!]*\b(?:its?|their|them|that)\b)",
     r"\g<start>"),
    (rf"(?<!given)(?<!ed)(?<!found)(?:,| and)? (?:using|by (?:means of|using|applying)|via|with the help of|by way of) "
     rf"{_EXACT}(?=[.,;!?]|$)", ""),
    (rf"{_START}(?:complete the square|factor(?:i[sz]e)?|expand|differentiate|integrate|rearrange|rationali[sz]e"
     r"|row[- ]reduce|substitute|make a substitution|take logarithms|eliminate [a-z]|square both sides)"
     r"(?: (?:the|this|it|both|each|sides?|equation|expression|function|polynomial|quadratic|numerator|denominators?"
     rf"|first|fully|completely|implicitly|matrix|by|grouping|parts))*,? (?:in order )?to (?={_TASK}\b)", r"\g<start>"),
    # what a pronoun or "the result" stands for
    (rf"{_START}(?:write|give|express|leave|put|state) (?:the|your) (?:result|answer|quotient|product|solution)(?: of"
     r" the (?:division|multiplication))? (?P<form>in|as) ", r"\g<start>Write \g<form> "),
    # introductions
    (rf"{_START}(?:let|suppose|given|consider|we have|take)(?: that)?(?: the (?:functions?|relations?|equations?"
     r"|expressions?|matri(?:x|ces)|vectors?|curves?))?(?: [A-Za-z](?:(?:,| and|, and) [A-Za-z])*)?(?: (?:be|is|are"
     r"|as|to be|hold|holds))*(?: (?:as|the|functions?|matrix|true|vectors?))*(?: (?:given|below|shown|above|printed"
     r"|displayed|defined|stated|true|here))+[.,;:] ?", r"\g<start>"),
    (r" (?:and|with|if) (?:its|the|their) (?:sine|cosine|tangent|value|equation|formula)s? (?:is|are) (?:as )?(?:shown"
     r"|given|below|above|printed)(?: (?:below|above|here))?(?=[.,;?!]|$)", ""),
    # the form of an exact answer
    (r",? (?:as simply as possible|as far as possible|in (?:its |their |the )?simplest (?:possible )?form|in fully"
     r" simplified form|in reduced form|in lowest terms|implicitly|explicitly|step by step|in full|with full working"
     r"|without a calculator|as an? (?:reduced|simplified|single exact) fraction)(?=[.,;?!]|$)", ""),
    (r"[,.]? (?:and )?(?:show|showing|explain|include|including) (?:all )?(?:of )?(?:your|the|each|every)"
     r" (?:work(?:ing)?s?|steps?|reasoning|method)(?=[.,;?!]|$)", ""),
    (r",? (?:giving|stating|with|quoting) \$?[a-z]\$? (?=(?:correct |rounded |accurate )?to (?:\d|one|two|three|four"
     r"|the nearest))", " "),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in _RULES)
_ROUNDS = 3


def plainest(objective: str) -> str:
    """Return a request in the plainest words that say the same.

    >>> plainest("Sketch and locate the foci of the ellipse (I'm stuck).")
    'Find the foci of the ellipse.'
    """
    said = re.sub(r"\s+", " ", objective.replace("’", "'")).strip()
    text = _BRACKETS.sub(_without, said)
    for _ in range(_ROUNDS):
        before = text
        for pattern, instead in _COMPILED:
            text = pattern.sub(instead, text)
        if text == before:
            break
    if text in {"", said}:
        return objective
    text = tidy(re.sub(r"\s+([.,;?!])", r"\1", re.sub(r"^[\s.,;:]+", "", text)))
    return text[:1].upper() + text[1:]


def _without(found: re.Match[str]) -> str:
    """Return nothing for brackets with a remark, and the brackets for all others."""
    inside = found["inside"].strip(" .!?")
    if _ANY_INTEGER.fullmatch(inside):
        return ""
    told = bool(_TELLS.search(inside)) or (inside.lower().startswith("not ") and not _CONTRAST.fullmatch(inside))
    return found[0] if told else ""
