r"""Leaves out how somebody is to work, and a form of the answer that every right answer has.

"Be sure to look for a common factor", "leaving your answer as a single fraction", "without a calculator". A form that
an answer may lack, such as "in factored form", stays, and so does what may change the answer.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from ..questions.splitting import sentences
from ..rewording.method_words import is_method, is_way
from .void_forms import with_usual_form, without_void_forms
from .working import VERB, is_advice

_ASKS = (
    r"(?=(?:find|determine|compute|calculate|evaluate|work out|give|state|obtain|write|solve|factor|simplify|expand"
    r"|express|identify|classify|decide|what|which|how|is|are|does|do)\b)"
)
_CHANGES = re.compile(
    r"\b(?:degrees?|radians?|base|decimals?|digits?|places?|significant|figures?|integers?|whole|natural|complex|real"
    r"|imaginary|only|principal|assum\w*|suppose|constants?|nearest|round\w*|approximat\w*|but|except|unless|instead"
    r"|not|no|never|also|find|give|state|label|units?|includ\w*|report|express|write|what|which of|how|denotes?|means?"
    r"|stands?|define[sd]?|positive|negative|acute|obtuse|reflex|quadrants?|lies|lying|between|exceeds?|greater|less"
    r"|larger|smaller|above|below|inside|within|outside|modulo|mod|answers?|results?|form|rationali[sz]\w*|simplif\w*"
    r"|list|number of|reciprocal|opposite|invers\w+|negat\w+|derivative|integral|maxim\w+|minim\w+|swap\w*|missing"
    r"|greatest(?! common)|largest|least(?! common)|smallest|restrict\w*|interval|range|then|squared?|cubed?|double"
    r"|twice|half|triangle|angle)\b|[=<>≤≥\d\\]",
    re.IGNORECASE,
)
"""What advice may have that changes what is asked: a unit, a kind of number, a meaning, a second question, a form."""
_OPENERS = (
    r"(?:be sure|make sure|remember|do not forget|don't forget|be careful|take care|beware|watch(?: out)?"
    r"|it (?:may|might|will) help|you (?:may|might|will|should|must) (?:need|want|have))"
)
_ADVICE = re.compile(rf"\(?{_OPENERS},? (?:you |to |of |with |for |about )+(?P<what>.+?)[.!)]*", re.IGNORECASE)
_LOOK = re.compile(r"\(?(?:first )?look (?:first )?(?:out )?for (?P<what>.+?)[.!)]*", re.IGNORECASE)
_CARE = re.compile(
    r",? ?(?:and )?(?:taking care|being careful|bearing in mind|taking into account|paying attention|watching out)(?:"
    r" to| with| of| about| for)* (?P<what>[^.;]+)(?=\.?$)|,? (?:beginning|starting) (?:by|with) (?P<first>[^.;]+)"
    r"(?=\.?$)|, ?(?:noting|remembering|recalling)(?: to)? (?P<noted>[^.;]+)(?=\.?$)",
    re.IGNORECASE,
)
_COMMON = re.compile(
    r"(?:(?:factoring|taking) out )?(?:(?:the|a|any|greatest|highest) )*common factors?", re.IGNORECASE
)
_INVALID = (
    r"(?:(?:any|all|those|each|every|the) )*(?:possible |proposed )?(?:values?|solutions?|roots?|answers?|candidates?)"
    r"(?: of \$?\\?[a-z]+\$?)? (?:that|which) (?:is|are|do|does|fails?|lies?|makes?)(?: (?:not|to|outside|cannot|be))*"
    r" (?:in the domain|defined|valid|satisf\w+|work|check|the domain|any|an?)"
    r"(?: (?:of|in|the|any|original|given|logarithm\w*|expressions?|equation|arguments?|undefined|radicals?|functions?"
    r"|denominators?|zero|equal|negative|it|of its))*"
)
_SPURIOUS = r"(?:(?:any|all|the|possible) )*(?:extraneous|spurious|false|invalid)(?: (?:solutions?|roots?|values?))?"
_YOURS = (
    r"(?:(?:each|every|all|your|the|any|both|proposed|possible|apparent) ?)*(?:answers?|solutions?|roots?|factors"
    r"|factori[sz]ation|results?|work)?(?: (?:in|by|into|against|with|for|the|original|given|equation|inequality"
    r"|multiplying|multiplication|expanding|substitution|substituting|back|out|mentally|algebraically|graphically"
    r"|extraneous|validity|a|graphing|calculator|utility))*"
)
_CHECKS = re.compile(
    r"(?:(?:^|(?<=[.;]) |, ?| and )(?:and |then |also |always )*(?:be sure to |make sure (?:you |to )|remember to |"
    r"(?:do not|don't) forget to )?)(?:(?:reject|discard|exclud|eliminat|ignor|rul|disregard)(?:e|ing)?(?: out)? "
    rf"(?:{_INVALID}|{_SPURIOUS})|(?:check|verify|test)(?:ing)? (?:for {_SPURIOUS}|{_YOURS}))(?=[.;]|$)",
    re.IGNORECASE,
)
"""A check, after which the solutions are those that the equation has."""
_DO_NOT = re.compile(
    r"\(?(?:hint:? )?(?:do not|don't|avoid|you (?:should|need|must) not|there is no need to) (?P<what>[^;]+?)[.!)]*",
    re.IGNORECASE,
)
_REASON = re.compile(r",? (?:since|because|as|for|unless) .*$", re.IGNORECASE)
_SIDES = re.compile(rf"{VERB}\b.*\b(?:both|each|the two) sides\b.*|cross[- ]multiply|(?:us(?:e|ing)) .*", re.IGNORECASE)
_NATURE = re.compile(
    r"\b(?:discriminant|nature|number (?:and|of)|how many|(?:kind|type)s? of)\b",
    re.IGNORECASE,
)
_TOOL = (
    r"(?:(?:an?|any|your|the|graphing|scientific|mathematical|of) )*(?:calculators?|(?:log )?tables?|technology"
    r"|computers?|utility|software|graphs?|decimals)"
)
_WITHOUT = re.compile(
    r"^without (?:(?:the )?(?:use|aid|help) of |using |drawing |resorting to |recourse to |first )?(?P<way>[^,.;]+),? "
    + _ASKS,
    re.IGNORECASE,
)
_DRAWN = re.compile(
    r"(?:(?:graph|sketch|draw|plott?)(?:ing)?)(?: (?:it|(?:the|its|a|any) (?:curve|graph|equation|conic|function"
    r"|picture|diagram)s?))?",
    re.IGNORECASE,
)
_IF_NONE = re.compile(
    r"(?:^|(?<=[.;]) |[;,(] ?(?:and |but )?)if (?:(?:it|one|this|(?:the|an?) (?:polynomial|expression|trinomial"
    r"|quadratic|equation|system|inverse|inequality)) (?:cannot be (?:factored|factori[sz]ed|found)|can't be "
    r"(?:factored|factori[sz]ed)|is (?:prime|not factorable)|has no(?: real)? solutions?|does not (?:exist|factor|have"
    r" (?:a|any)(?: real)? solutions?))|there (?:is|are) no(?: real)? solutions?|no(?: real)? solutions? exists?|none"
    r" exists?), (?:then )?(?:just )?(?:write|state|say|indicate|answer) (?:so|this|that|none|(?:(?:that )?(?:it|this"
    r"|the polynomial|the trinomial) is )?[\"“']?prime[\"”']?|[\"“']?no(?: real)? solutions?[\"”']?|(?:that )?there "
    r"(?:is|are) (?:none|no(?: real)? solutions?)|(?:that )?it does not exist)\)?(?=[.;]|$)",
    re.IGNORECASE,
)
"""What to write if there is no answer."""
_DRAWN_TOO = re.compile(
    r"(?:(?:^|(?<=[.;]) )|,? (?:and )?(?:then |also )*)(?:illustrat|show|represent|graph|sketch|plot|display|indicat)"
    r"(?:e|ing)? (?:(?:your|the|its|all) )*(?:solutions?|answers?|it|them)(?: sets?| intervals?)?(?: graphically)?"
    r"(?: on (?:a|the) (?:real )?(?:number )?line)?(?=[.;]|$)",
    re.IGNORECASE,
)
_NONE = re.compile(
    r",? or (?:else )?(?:state|say|explain|indicate|write|show)(?: that| why| if)? (?:there (?:is|are) (?:none|no(?:"
    r" real)? solutions?)|it has (?:none|no solutions?)|none exists?|no(?: such| real)? solutions? exists?|no(?:"
    r" real)? solutions?)(?=[.;]|$)",
    re.IGNORECASE,
)
_BUT_NOT = re.compile(
    r",? (?:but )?(?:do not|don't|without) solv(?:e|ing)(?: (?:it|them|the equation))?(?=[.;]|$)", re.IGNORECASE
)


def without_manners(objective: str, expression: str, letters: Collection[str]) -> str:
    r"""Return an objective without manners of working, and without forms that every right answer has.

    Args:
        objective: the words.
        expression: the printed expression.
        letters: its letters.

    >>> without_manners("Factor. Be sure to look first for a common factor.", "6x^2 - 24", ["x"])
    'Factor.'
    >>> without_manners("Find the sum. Be sure to factor your answer.", "(x + 1) + (x + 2)", ["x"])
    'Find the sum. Be sure to factor your answer.'
    """
    text = with_usual_form(objective, expression)
    related = re.search(r"=|[<>≤≥]|\\(?:[lg]eq?|lt|gt)(?![a-z])", expression)
    if related:
        text = _NONE.sub("", _CHECKS.sub("", text))
        text = _BUT_NOT.sub("", text) if _NATURE.search(text) else text
    if re.search(r"[<>≤≥]|\\(?:[lg]eq?|lt|gt)(?![a-z])", expression):
        text = _DRAWN_TOO.sub("", text)
    text = whole = _IF_NONE.sub("", without_void_forms(text, expression))
    kept = [_without(one.strip(), whole, bool(related)) for one in sentences(text)]
    text = without_void_forms(" ".join(one for one in kept if one), expression)
    return re.sub(r"([.?!])(?:\s*[.,;])+", r"\1", re.sub(r"\s+", " ", text)).strip() or objective


def _without(sentence: str, whole: str, related: bool) -> str:
    """Return a sentence without its manners; nothing if it has no more."""
    advice, look = _ADVICE.fullmatch(sentence), _LOOK.fullmatch(sentence)
    if (advice and _is_harmless(advice["what"])) or (
        look and (_COMMON.fullmatch(look["what"]) or is_way(look["what"]))
    ):
        return ""
    negated = _DO_NOT.fullmatch(sentence)
    if negated and _is_avoided(_REASON.sub("", negated["what"]), whole):
        return ""
    if sentence.startswith("(") and sentence.endswith(")"):
        return sentence
    care = _CARE.search(sentence)
    if care:
        said = care["what"] or care["noted"] or care["first"]
        if care["first"] and not (_COMMON.fullmatch(said) or is_way(said)):
            return sentence
        if related and re.match(
            rf"not (?:to )?(?:{VERB}|cancel)\b(?! (?:the|your) (?:answer|result))", said, re.IGNORECASE
        ):
            return f"{sentence[: care.start()]}."
        invalid = related and re.search(r"undefined|denominator|exclud|invalid|extraneous|domain|sign", said)
        if _is_harmless(said) and (invalid or not re.search(r"undefined|exclud|domain", said)):
            sentence = f"{sentence[: care.start()]}."
    without = _WITHOUT.match(sentence)
    if without and all(_is_avoided_way(one) for one in re.split(r" (?:or|and|nor)(?: using)? ", without["way"])):
        rest = sentence[without.end() :]
        sentence = rest[:1].upper() + rest[1:]
    return sentence


def _is_harmless(advice: str) -> bool:
    said = advice.strip(" .!()")
    return is_advice(said) or not _CHANGES.search(said)


def _is_avoided(what: str, whole: str) -> bool:
    """Return whether something that is not to be done is in no right answer."""
    said = re.sub(r"^(?:attempt|try|bother|forget)(?:ing)? to ", "", what.strip(" .!()"))
    if re.fullmatch(r"(?:solve|solving)(?: (?:it|them|(?:the|this|any|your)(?: \w+)? equations?))?", said):
        return bool(_NATURE.search(whole))
    return (
        bool(_DRAWN.fullmatch(said) or re.fullmatch(rf"(?:use|using) {_TOOL}", said) or is_method(said))
        or said == "complete the square"
        or (bool(_SIDES.fullmatch(said)) and is_method(re.sub(r"^us(?:e|ing) ", "", said)))
        or bool(re.fullmatch(r"(?:multiply|divide|square|cross[- ]multiply)\b.*\bsides\b.*", said))
    )


def _is_avoided_way(way: str) -> bool:
    named = is_way(way) and re.search(r"ing\b|\b(?:rules?|formula\w*|theorems?|identit\w+|tests?)\b", way)
    return bool(re.fullmatch(_TOOL, way.strip()) or _DRAWN.fullmatch(way.strip()) or named)
