"""Knows advice on the working, such as "Isolate the root first.", and questions about it beside the real one."""

from __future__ import annotations

import re

from ..rewording.method_words import is_way, is_word

VERB = (
    r"(?:multiply(?:ing)?|divid(?:e|ing)|squar(?:e|ing)|factor(?:i[sz]e|ing)?|expand|rewrite|write|collect|combine"
    r"|isolate|separate|take|tak(?:e|ing) out|pull out|look for|clear|cancel|rationali[sz]e|distribute|substitute"
    r"|complete|move|add|subtract|simplify|split(?:ting)?|expanding|rewriting|combining|collecting|isolating|clearing"
    r"|separating|completing|substituting|distributing|rearranging|grouping|plug|flip|set|use|apply|try|swap|switch"
    r"|interchange|rearrange|convert|get rid of|cross out|group|foil|let|put|bring|raise|reduce)"
)
_SMALL_WORDS = """
    look get rid pull out take cross a an the of to in into on by with for from and or each every all both everything
    first then side sides same like one it's them common least lowest highest greatest factor factors term terms equal
    zero root radical radicals square brackets bracket absolute value variable variables letter letters up as power
    powers largest any before after next inside inner outer function log logs ln logarithms base fraction fractions
    conjugate numerator denominator simplest bottom top equation sine cosine sines cosines tangent identity numbers
    number parenthesis parentheses form middle row column along product sum difference constant constants exponential
    exponent exponents again two three whole over
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_VERBS = re.compile(
    rf"(?:(?:remember|don't forget|you (?:can|could|should|need to|have to|must)|try|just|first|then|to"
    rf"|now|it helps|always|you|and|hint:?|start by|begin by) )*{VERB}\b"
)
_BETWEEN = re.compile(
    r"\bfirst\b|\bbefore you\b|\b(?:both|all|one|each) sides?\b|\b(?:numerator|denominator|conjugate|top and (?:the"
    r" )?bottom)\b|\blike (?:terms|radicals)\b|\beach (?:factor|term|radical|root|fraction)\b|\bgrouping\b"
    r"|\bintegrating factor|\bcommon (?:factors?|denominator)\b|\binside (?:function)?|\bsame base\b|\balong (?:the|a"
    r"|any) (?:[a-z]+ )?(?:row|column)|\bisolate\b|\bseparate\b|\blook for\b|\b(?:start|begin) (?:by|with)\b"
)
"""Words that say that it is a step between, and not done to the answer."""
_OF_ANSWER = re.compile(
    r"\b(?:(?:largest|greatest|smallest|least) (?:roots?|numbers?|values?|zeros?)|reciprocal|inverse|derivatives?"
    r"|integrals?|limits?|answers?|results?|solutions?|roots? of|square roots?|it|this|that|determinant|negat\w+"
    r"|opposite|absolute value of|modulus|double|halve|half|find|solve|second|check|reject|discard|only|positive"
    r"|negative|if|not|without|instead|swap|switch|interchange|exchange|flip|reduce|raise)\b|[<>≤≥=]"
)
_COUNTS = re.compile(
    r"\b(?:half|double|triple|twice|it|own|choice|multiple)\b"
    r"|^(?:the )?(?:numerator|denominator|terms?|form|constant|coefficients?|zeros?|roots?)$"
)
_VALUE = re.compile(r"\b(?:multiply(?:ing)?|divid(?:e|ing)|squar(?:e|ing)|take|add|subtract|raise|double)\b")
"""What changes a value, unless it is done to both sides, or above and below."""
_FAIR = re.compile(
    r"\b(?:both|all|each) (?:sides?|parts)\b|\bnumerator and (?:the )?denominator\b|\btop and (?:the )?bottom\b"
    r"|\b(?:multiply|everything) by (?:the |a |its )?(?:lowest |least )?(?:common denominator|conjugate)"
    r"|\btake out (?:the |a |any )?(?:greatest |highest |largest )?common factor|\bthe common factor out"
    r"|\b(?:subtract|add) the (?:powers|exponents)\b|\bnumerator\b.*\bhighest power"
)
_SYMMETRIC = re.compile(
    r"(?:swap|switch|interchange|exchange) (?:the )?(?:[a-z] and [a-z]|letters|variables)(?: first)?(?:,? (?:and )?"
    r"(?:then )?solve for [a-z])?(?: first)?"
)
_REVERSED = re.compile(
    r"(?:(?:remember|don't forget|be sure) to )?(?:flip|reverse|switch|change) the (?:inequality )?(?:sign|inequality"
    r"|direction|symbol)(?: (?:when|if) (?:you |we )?(?:divid|multiply)\w*(?: or (?:divid|multiply)\w*)?(?: both"
    r" sides)? by (?:a )?negatives?(?: numbers?)?)?"
)
_ORDER = re.compile(
    r"(?:write|arrange|put|list) (?:the |your )?(?:terms|powers)(?: of [a-z])? in (?:(?:descending|ascending|decreasing"
    r"|increasing|the right|standard) )?(?:order|powers)(?: of (?:powers|[a-z]))?"
)
_NEW = re.compile(r"(?:let|put|set|substitute|use) (?P<new>u|t|w|v)(?: be| equal| equals| for)? (?=the |[a-z])")
_ASKED = re.compile(
    r"(?:but |and |so |or |also )*(?:(?:does|do|will|would|could|can|should) (?:the )?(?P<way>[a-z' -]+?) (?:work"
    r"|help|apply|be used)|(?:(?:do|should|must) (?:i|we|you)|(?:can|could|may|would|am) (?:i|we))(?: (?:just|even"
    rf"|still|always|really|have to|need to|supposed to|allowed to|be able to))* (?P<deed>{VERB}|flip|change|reverse"
    r"|start (?:with|by)|go)\b(?P<what>.*?)|is (?:it|this) (?:better|easier|ok|okay|allowed|faster|quicker|fine"
    r"|possible) to (?P<do>[a-z' -]+?)|is there (?:a|an|any) (?:[a-z]+ )?(?:way|trick|shortcut|method)(?: to (?:do"
    r"|solve) (?:this|it))?|what (?:next|now|then|do i do(?: next| now| then)?)|(?:which|what) (?:method|rule|test"
    r"|technique|formula|identity) (?:do|should|can|would) (?:i|we|you) use)(?: (?:here|now|first|for (?:this|that"
    r"|it)|on this|in this (?:one|case)|too))*(?: or (?:is it )?(?:better|easier)? ?(?:to )?(?P<or>[a-z' -]+?)(?:"
    r" first)?)?"
)
_TESTS = re.compile(
    r"\b(?:ratio|root|integral|comparison|limit comparison|divergence|alternating series|second derivative"
    r"|first derivative) tests?\b"
)
_SIGN = re.compile(r"(?: (?:the|my)? ?(?:inequality )?(?:sign|signs|inequality|direction))(?: when .*)?")


def is_working(sentence: str, expression: str) -> bool:
    """Return whether a sentence only advises steps between the problem and its answer.

    Args:
        sentence: the words.
        expression: the printed expression, whose value must stay.

    >>> is_working("Isolate the absolute value first.", "|x| + 1 = 3"), is_working("Take the square root.", "x^2")
    (True, False)
    """
    text = sentence.lower().replace("$", "").strip(" .!()")
    related = re.search(r"[=<>≤≥]|\\(?:[lg]eq?|lt|gt)(?![a-z])", expression)
    if not re.search(r"\\(?:frac|lim)|/", expression) and not related and re.search(r"conjugate|denominator", text):
        return False
    if re.search(r"\bsides?\b", text) and not related:
        return False
    return is_advice(text)


def is_advice(text: str) -> bool:
    """Return whether words in small letters advise a step between, whatever is printed."""
    text = re.sub(r"^(?:hint|tip):? ", "", text.strip(" .!()")).replace("two squares", "squares")
    if (
        _REVERSED.fullmatch(text)
        or _SYMMETRIC.fullmatch(text)
        or _ORDER.fullmatch(text)
        or (text.startswith(("use ", "try ")) and names_way(text[4:]))
    ):
        return True
    if re.search(r"\b(?:row|column)s?\b", text) and not text.startswith("expand"):
        return False
    if text.startswith(("use ", "apply ", "try ")) and "first" not in text:
        return False
    text = _NEW.sub("substitute ", text).replace("complete the square", "complete")
    opening = _VERBS.match(text)
    if not opening or not _BETWEEN.search(text) or _OF_ANSWER.search(re.sub(r"absolute value(?! of)", "", text)):
        return False
    if _VALUE.search(text) and not _FAIR.search(text):
        return False
    return _all_working(text)


def names_way(text: str) -> bool:
    """Return whether words name a way of calculating, and nothing that could be asked or done to the answer.

    >>> names_way("the half angle formula"), names_way("half of it")
    (True, False)
    """
    return is_way(text) and not _COUNTS.search(re.sub(r"\b(?:half|double|triple)[- ]angle", "angle", text))


def _all_working(text: str) -> bool:
    words = re.findall(r"[a-z]+(?:['-][a-z]+)*", text)
    known = re.compile(rf"{VERB}|remember|forget|don't|you|can|could|should|need|have|must|try|just|now|always|helps")
    return all(word in _SMALL or is_word(word) or known.fullmatch(word) for word in words) and not re.search(
        r"[^\sa-z',;-]", text
    )


def is_side_question(sentence: str) -> bool:
    """Return whether a sentence asks by which steps to work, and for no answer.

    >>> is_side_question("Does l'hopital work here?"), is_side_question("Does the limit exist?")
    (True, False)
    """
    text = re.sub(r"^(?:hey|hi|hello|ok|so|also|and|but)[ ,]+", "", sentence.lower().replace("$", "").strip(" .?!()"))
    found = _ASKED.fullmatch(text)
    if found is None:
        return False
    if found["way"]:
        return names_way(found["way"])
    if found["deed"]:
        what = found["what"]
        return bool(_SIGN.fullmatch(what)) or (
            found["deed"] not in {"simplify", "find", "put", "let", "set"}
            and not _OF_ANSWER.search(what)
            and _is_step(what)
        )
    return all(_is_step(found[part] or "") for part in ("do", "or"))


def _is_step(text: str) -> bool:
    """Return whether words name what a step of calculating is done with; a number or a letter may be among them."""
    text = _TESTS.sub(" ", text)
    words = re.findall(r"[a-z]+(?:['-][a-z]+)*", text)
    return all(
        word in _SMALL or is_word(word) or len(word) == 1 or re.fullmatch(VERB, word) or word in {"when", "by", "here"}
        for word in words
    )
