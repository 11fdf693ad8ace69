r"""Leaves out how an answer is entered, and what is written if there is none: "If it does not exist, enter DNE.".

Such a remark names a kind of answer that may be missing, and what is then written in its place. It says nothing of
the answer if there is one. A remark that asks for more ("if it diverges, find ...") has another verb and remains.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from ..questions.splitting import sentences
from .answer_notes import tidy

_THING = (
    r"(?:(?:an?|the|any|this|each|your|no|one|all|either|it|such an?) )*(?:(?:original|given|exact|real|final|greatest"
    r" common|one-sided|two-sided|improper|indicated|matrix|system of|rational|quadratic|logarithmic|first|second) )*"
    r"(?:answers?|limits?|quantit(?:y|ies)|integrals?|series|sums?|sequences?|inverses?|products?|expressions?"
    r"|polynomials?|trinomials?|binomials?|equations?|systems?|functions?|matri(?:x|ces)|solutions?|solution set"
    r"|values?|derivatives?|it|one|intervals?|operations?|determinants?|zeros?|roots?|numbers?|points?|asymptotes?"
    r"|factors?|none|lines?|slopes?|logarithms?|domain|extrema|extremum|maximum|minimum|intercepts?)"
)
_NONE = (
    r"(?:(?:do|does) not exist|(?:doesn't|don't) exist|(?:cannot|can not|can't|could not) be (?:factored|found"
    r"|evaluated|performed|determined|computed|simplified|solved|done|defined)|(?:is|are) (?:undefined|not defined"
    r"|prime|divergent|inconsistent|dependent|infinite|not factorable|irreducible|not possible|impossible|not a real"
    r" number|not real|empty|unbounded|singular|not invertible|indeterminate|none|all real numbers)|diverges?|fails?"
    r" to exist|has (?:no|infinitely many) (?:real )?(?:solutions?|inverse|zeros|roots|limit|values?|answer|sum)"
    r"|exists?|approach(?:es)? (?:negative |positive )?infinity)"
)
_STATE = rf"(?:(?:is|are) (?:inconsistent|dependent) or (?:inconsistent|dependent)|{_NONE}(?:,? or {_NONE})*)"
_NO = (
    rf"(?:there (?:is|are) (?:no|not any|none|infinitely many)(?: such)?(?: {_THING})?|(?:none|no {_THING}) exists?"
    rf"|undefined|not possible|impossible|none|no {_THING}(?: exists?)?|there (?:is|are) (?:no|not any) {_THING} that"
    r" work)"
)
_IF = rf"(?:if|when|whenever|in case) (?:{_NO}|{_THING} {_STATE})"
_QUOTED = r"(?:[\"“'‘][A-Za-z ∞∅.,-]{1,40}[\"”'’])"
_WORD = (
    rf"(?:{_QUOTED}|DNE|D\.N\.E\.|NONE|N/A|NA|no (?:real )?solutions?|does not exist|undefined|divergent|diverges"
    r"|prime|inconsistent|dependent|infinity|\\?infty|-?\\?oo|[-+−]?(?:∞|\\infty|infty|inf)|\\emptyset|\\varnothing|∅"
    r"|empty set|not factorable|not real|not a real number|not possible|impossible|zero|so|this|that|why(?: not)?|it"
    r"|no limit|no inverse|infinitely many solutions|all real numbers|no real solutions?)"
)
_SAY = (
    r"(?:(?:then|please|just|simply|also) )*(?:write|enter|state|say|type|answer|put|indicate|note|explain|respond with"
    r"|input|identify it as|report|use|give)(?: (?:down|in|that|the answer(?: as)?|your answer as|the words?"
    r"|the symbol|the letters|it is|it|the system is|the polynomial is|your reason|clearly))*"
)
_SO = (
    rf"{_SAY} {_WORD}(?:(?:,? (?:or|and)|,) {_WORD})*(?: (?:as|for) (?:your|the) answer| in the (?:answer )?(?:box"
    r"|blank))?|(?:state|say|indicate) (?:so|this|that)|so (?:state|indicate)|explain(?: why(?: not)?)?|(?:just "
    r"|simply )?(?:retype|rewrite|copy) the (?:polynomial|expression|trinomial)"
)
_FIT = r"(?:if|where|when|as) (?:appropriate|applicable|necessary|needed|required|appropriate or necessary)"
_NUMBERED = r"(?:an? |the |any |your )?(?:exact |simplified |reduced |improper |proper )*"
_FORM = (
    r"(?:(?:as|in|using|with|by|from) )*(?:an? |the |only )*(?:comma[- ]separated lists?|list(?: separated by"
    r" commas)?|commas?(?: between them)?|(?:interval|set|set[- ]builder|exact|inequality) notation(?: form)?|ordered"
    rf" (?:pairs?|triples?)(?: \([a-z](?:, ?[a-z])+\))?|exact (?:form|values?)|{_NUMBERED}(?:(?:integers?|whole"
    r" numbers?) or (?:an? )?)?(?:simplified |reduced )*fractions?(?: or (?:an? )?integers?)?|(?:smallest|least"
    r"|lowest|low|left) to (?:largest|greatest|highest|high|right)|(?:increasing|ascending|numerical) order|radicals"
    r"|radians|simplest (?:radical )?form|unions? of intervals|the union symbol|U for union)"
)
_ANSWERS = (
    r"(?:(?:your|the|all|each|multiple|any|both|an|exact|final|its) )*(?:answers?|solutions?(?: sets?)?|intervals?"
    r"|values?|lists?|domains?|results?|zeros|roots|x-values|coordinates|critical (?:numbers|points)|it|them)"
)
_ENTER = (
    r"(?:please )?(?:enter|give|list|write|type|separate|express|state|submit|report|record|leave|put|present) "
    rf"(?:{_ANSWERS}(?:,? if (?:there is more than one|necessary|needed|any))?|an exact answer) {_FORM}(?:,? {_FORM})*"
    r"(?: (?:as|if|where|when) (?:needed|necessary|appropriate))?|use a comma to separate (?:your |the |multiple )?"
    r"(?:answers|solutions|values|intervals)(?: as needed| if needed)?|use (?:integers or fractions|radicals)(?: for"
    r" any numbers in the (?:expression|equation))?(?: as needed)?|use (?:the )?(?:symbol )?(?:\"?U\"?|∪|\\cup)(?:"
    r" symbol)? (?:for|to (?:denote|join|indicate|combine)) (?:the )?(?:unions?|intervals)(?: of intervals)?|answer "
    r"(?:in|using) (?:interval|set|set-builder) notation"
)
_CONSTANT = (
    r"(?:please |then )?(?:use|using|with|let|write|take|and use|denote by|call)(?: the letters?)? "
    r"(?P<letters>[a-zA-Z](?:_?\{?\d\}?)?(?:(?:,| and|, and) [a-zA-Z](?:_?\{?\d\}?)?)*) (?:for|as|to (?:denote"
    r"|represent|indicate|stand for)|denote|represent|be|for all|,)+ ?(?:the |an? |any |your )*(?:(?:arbitrary"
    r"|integration|real) )*constants?(?: (?:of|for) (?:the )?(?:integration|antiderivative|integral))?"
)
_DRAWN = (
    r"(?:(?:the|a|an|its|both|each|your|typical|approximating|given|real|number|representative|entire|following"
    r"|bounded|enclosed|shaded|rough|and|of|on|in|then|also|same|solution|coordinate|polynomial|rational|inequality"
    r"|system|with|by|to|or|for|this|result|resulting)(?:,? ))*(?:regions?|solids?|dis[ck]s?|washers?|shells?|slices?"
    r"|rectangles?|strips?|cross[- ]sections?|curves?|graphs?|functions?|lines?|number lines?|sets?|solutions?"
    r"|solution sets?|answers?|axes|axis|plane|parabola|picture|diagram|tangent lines?|points?|equations?|inequality"
    r"|it|them|results?|xy-plane|domain|interval|sketch|intervals)"
)
_SHOWN = rf"(?:sketch|graph|draw|plot|shade)(?: and label)? {_DRAWN}(?:(?:,| and|, and|) {_DRAWN})*"
_MACHINE = (
    r"(?:an? |your )?(?:graphing|graphics?|scientific|computer|algebra|online)?(?:(?:graphing|algebra|and|or|/"
    r"|graphics?)| )*(?:utility|calculators?|software|systems?|technology|device|CAS|computers?)(?: \(CAS\))?"
)
_CHECKED = (
    rf"(?:then |also |you may |you can )?(?:use|using|with)(?: the [a-z]+(?: or [a-z]+)? features? of)? {_MACHINE} to "
    r"(?:verify|confirm|check|support|graph|visualize|illustrate|view)(?: (?:the|your|this|its|both|each))?(?:(?: "
    r"(?:results?|answers?|solutions?|functions?|work|graphs?|derivatives?|and|region|curves?|limit|integral|the|your"
    r"|its|graphically|numerically|conclusions?|algebraically))*)|(?:verify|confirm|check|support) (?:your |the )?"
    r"(?:results?|answers?|solutions?|work|conclusions?|proposed solutions?|all solutions?|each solution|all proposed"
    r" solutions?|possible solutions?)(?: (?:graphically|numerically|algebraically|by graphing|by substitution|by"
    rf" differentiat(?:ion|ing)|by multiplying|(?:with|using) {_MACHINE}|in the original equation|by hand))*"
)
_REJECTED = (
    r"(?:(?:and|but|please|be sure|make sure|remember|don't forget|do not forget|take care|be careful|you must|you"
    r" should|you may need|to|that you) )*(?:reject(?:ing)?|discard(?:ing)?|exclud(?:e|ing)|eliminat(?:e|ing)|throw"
    r"(?:ing)? out|rul(?:e|ing) out|check(?:ing)? for|watch(?:ing)? (?:out )?for|omit(?:ting)?) (?:(?:any|all|the"
    r"|possible|those|proposed) )*(?:extraneous(?: (?:solutions?|roots?|values?|answers?))?|(?:solutions?|roots?"
    r"|values?|answers?)(?: of (?:the variable|[a-z]))?,? (?:that|which) (?:is|are|does|do|lies|lie|falls?|fail|fails)"
    r" (?:not )?(?:in|satisfy|belong to|part of|within|solve|to satisfy|check in|extraneous|outside)(?: the)?(?:"
    r" domains?(?: of)?)?(?: the)?(?: original| given)*(?: (?:logarithmic|rational|radical))?(?: (?:expressions?"
    r"|equations?|functions?|logarithms?))?)"
)
_KEPT = (
    r"(?:please )?show (?:all |all of )?(?:your |the )?(?:work|steps|working)(?: clearly| neatly)?|(?:please )?"
    r"(?:circle|box|underline|highlight) your (?:final )?answers?|interpret (?:it|the result|your (?:result|answer))"
    r"(?: as an? area| geometrically| graphically| in terms of areas?)?|(?:leave|give|write|express) (?:your|the) "
    r"(?:answer|solution) (?:in explicit form|explicitly)|(?:keep|bear) in mind (?:any|the|all) (?:restrictions?"
    r"|domains?)(?: (?:on|of|for) (?:the )?(?:variables?|domain|equation|expressions?|logarithms?|original equation))?"
    r"|(?:note|consider|watch)(?: also| that there may be)? (?:any|all|the) (?:domain )?restrictions?(?: (?:on|of|for)"
    r" (?:the )?(?:variables?|domain|equation|expressions?))?|there (?:is|are|may be) (?:more than one|several|many"
    r"|other|multiple|different) (?:correct |possible |equivalent )*(?:forms?|ways?|answers?)(?: (?:of|to (?:write"
    r"|express)) (?:the|each|your|this) answers?)?(?: (?:is|are) possible)?|(?:your )?answers? (?:may|might|can) "
    r"(?:vary|differ|look different)(?: in form)?|(?:be sure|remember|don't forget|do not forget|make sure)(?: that"
    r" you| to)? (?:to )?(?:use|include|write|insert)(?: the| an?)? absolute values?(?: signs?| bars?| symbols?)?(?: "
    r"(?:where|when|if|as) (?:appropriate|needed|necessary))?|do not (?:leave|use|have)(?: any)? (?:negative"
    r"|fractional|zero) exponents(?: in (?:your|the) (?:final )?answers?)?|(?:your|the) (?:final )?answers? should "
    r"(?:not (?:have|contain|include|use)|have no|contain no|be without)(?: any)? negative exponents|do not (?:give"
    r"|use|enter|write)(?: any)? (?:decimals?|decimal approximations?|a decimal|approximations?)|select the correct"
    r" choice below(?: and,? (?:if necessary,? )?fill in (?:the|any) answer box(?:es)?(?: (?:to complete your choice"
    r"|within your choice))?)?|(?:be sure|remember|don't forget|do not forget|make sure)(?: to)? (?:include|add|write)"
    r"(?: the| an?| your| \+ ?C)*(?: arbitrary)?(?: constant)?(?: of integration| \+ ?C)?"
)
_METHOD = (
    r"(?:the |a |an )?(?:l'h[oô]s?pital's rule|quadratic formula|product rule|quotient rule|chain rule|squeeze theorem)"
)
_TRIED = (
    rf"(?:if {_METHOD} (?:does not|doesn't|cannot|can't|does) (?:apply|be (?:applied|used)),? #say|use {_METHOD} "
    rf"{_FIT}|use {_METHOD} (?:if|where|when|whenever) possible|if there is an? (?:more elementary|simpler|easier"
    r"|better|shorter) (?:method|way),? (?:consider using|use|try|you may use) it)"
)
_MARKS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), mark)
    for pattern, mark in (
        (rf"\b{_IF}(?=[ ,]|$)", "#if"),
        (rf"\b(?:state|say|write|enter|show|explain|indicate)(?: why| that| if)* (?:{_THING} {_STATE})$", "#say"),
        (rf"\b(?:{_SO})(?=[ ,]|$)", "#say"),
    )
)
"""What is said if there is no answer, and the condition, each as a mark."""
_NOTES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:#if|otherwise|or else|else|or),? #say",
        r"#say,? #if",
        rf"#say,? {_FIT}",
        _ENTER,
        _SHOWN,
        _CHECKED,
        _REJECTED,
        _KEPT,
        _TRIED,
    )
)
_CONSTANTS = re.compile(_CONSTANT, re.IGNORECASE)
_ENDS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"or,? #say(?: #if)?",
        rf"(?:otherwise|or else|and otherwise),? (?:#say(?: #if)?|{_WORD})",
        rf"(?:and|then|and then|and also) (?:{_SHOWN}|{_CHECKED}|{_REJECTED}|interpret (?:it|the result)(?: as an"
        rf" area)?)",
        rf"if (?:{_THING} (?:is|are) (?:defined|possible|real)|(?:it|they) (?:is|are) (?:defined|possible))",
    )
)
_END = re.compile(r",? (?=(?:or|otherwise|and|then|if)\b)")
_BRACKET = re.compile(r"\s*\((?P<inside>(?:[^()]|\([^()]*\))*)\)[.;]?")


def without_entry_notes(text: str, letters: Collection[str]) -> str:
    """Return an objective without what it says of entering the answer, and of what is written if there is none.

    Args:
        text: the words.
        letters: the letters of the problem, none of which a remark may name as a constant.

    >>> without_entry_notes("Find the limit. (If it does not exist, enter DNE.)", {"x"})
    'Find the limit.'
    >>> without_entry_notes("Solve, or state that the system is inconsistent. Use C for the constant.", {"x"})
    'Solve.'
    """
    plain = _BRACKET.sub(lambda found: _opened(found, letters), text.replace("\u2019", "'"))
    said = [one for one in sentences(plain) if not _is_note(one, letters)]
    made = tidy(" ".join(_trimmed(one) for one in said))
    return made or text


def _opened(found: re.Match[str], letters: Collection[str]) -> str:
    """Return a bracket without the notes in it."""
    said = sentences(found["inside"])
    kept = [one for one in said if not _is_note(one, letters)]
    if len(kept) == len(said):
        return found[0]
    return f" ({' '.join(kept)})" if kept else "."


def _marked(said: str) -> str:
    for pattern, mark in _MARKS:
        said = pattern.sub(mark, said)
    return said


def _is_note(said: str, letters: Collection[str]) -> bool:
    """Return whether a sentence is a note, or two notes with "and" between them."""
    plain = said.strip(" .;:!?()")
    if _is_one(plain, letters):
        return True
    parts = [plain[: found.start()] for found in re.finditer(r",? (?:and|then|and then) ", plain)]
    return any(
        _is_one(part, letters) and _is_one(re.sub(r"^[, ]*(?:and|then)(?: then)? ", "", plain[len(part) :]), letters)
        for part in parts
    )


def _is_one(plain: str, letters: Collection[str]) -> bool:
    constants = _CONSTANTS.fullmatch(plain)
    if constants:
        return not set(re.findall("[a-zA-Z]", constants["letters"])) & set(letters)
    return any(pattern.fullmatch(_marked(plain)) for pattern in _NOTES)


def _trimmed(said: str) -> str:
    """Return a sentence without a note behind its question."""
    stop = said[len(said.rstrip(" .;:!?")) :]
    plain = said[: len(said) - len(stop)]
    for found in _END.finditer(plain):
        if any(pattern.fullmatch(_marked(plain[found.end() :])) for pattern in _ENDS):
            return plain[: found.start()] + (stop or ".")
    return said
