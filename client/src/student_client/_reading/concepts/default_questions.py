"""Says in the usual words a question that leaves it to what is printed: "for which x is this true?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..rewording.lightening import letters_of

_RELATION = re.compile(r"[=<>≤≥]|\\(?:[lg]eq?|lt|gt)(?![a-z])")
_PRINTED = re.compile(r"^\s*\$?(?:\\displaystyle\s*)?(?:\\lim|\\i+nt|\\sum|\\prod|∫|∑)")
_NOT_ONE = re.compile(r"'|\\d?frac ?\{ ?d|\bd[a-z]\b|\\int|\\lim|\\sum|\\begin|,|;|^\s*\$?[a-zA-Z] ?\([a-z]\) ?=")
_LEAD = (
    r"(?:(?:hi|hey|hello|ok|so|please|pls|plz|now|just|and|but)[, ]+)*(?:(?:can|could) (?:you|u|someone|anyone"
    r"|somebody) (?:please )?(?:help me |tell me |show me )?(?:to )?|(?:i|we) (?:just |still )?(?:need|want|have) "
    r"(?:to )?|how (?:do|can|would|should) (?:i|we|you) (?:actually |even )?|how to )?"
)
_END = r"(?: (?:here|please|pls|plz|thanks|now|exactly|though))*"
_TRUE = (
    r"(?:for |at )?(?:which|what|(?:find |need |want |get )?(?:all|every|the))(?: values? of| real)* {x}(?:'s|"
    r" values?)? (?:for which (?:it|this)(?:'s| is) true|(?:is|are|does|do|makes?) (?:this|it|that|the (?:equation"
    r"|inequality|statement)) (?:true|hold|work|satisfied)|that (?:work|satisfy (?:it|this)))|(?:for )?(?:which|what)"
    r"(?: values? of| real)* {x}(?:'s| values?)? (?:makes?|satisf(?:y|ies)) (?:this|it|that|the (?:equation|inequality"
    r"|statement))"
)
_VALUES = (
    r"(?:find |get |give me |what are |what is |need |want )?(?:(?:all|both|the|every|each|of)? ?)*"
    r"(?:values?|solutions?|answers?) (?:of|for) {x}"
)
_OUT = (
    r"(?:get|bring|pull|take) (?:the )?{x} (?:out of|down from|out from) (?:the |that )?(?:power|exponent|root|log)\w*"
)
_WORKS = (
    r"(?:which|what) (?:values? of )?{x}(?:'s| values?)? (?:(?:actually |really )?works?|is it|is (?:right|correct))"
)
_ANSWERS = (
    r"(?:(?:find|get|give me|what (?:are|is)|need|want) )?(?:(?:all|both|the|two|three|every|my) )*(?P<exact>exact )?"
    r"(?:answers?|solutions?)(?: (?:of|for|to) (?:this|it|the equation|the inequality))?"
)
_REAL = (
    r"(?:(?:solve(?: for {x})?|find|need|want|get|give)(?: the)?,? )?(?:(?:only (?:the )?)?real (?:answers?|solutions?"
    r"|roots?)|real (?:answers?|solutions?|roots?) only)"
)
_ON = re.compile(r"(?P<asked>.*?),? (?:on|in|over)(?: the interval)? (?P<interval>[\[(][^,\[\]()]+, ?[^,\[\]()]+[\])])")
_FOUND = r"(?:find|get|need|solve for|work out|what is|what's) (?:the )?{x}"
_MEET = re.compile(
    rf"{_LEAD}(?:find )?where do (?:the|these|those|they)(?: two)?(?: (?:curves|lines|graphs|functions))?"
    rf" (?:meet|cross|intersect)(?: each other)?{_END}"
)
_COMES = re.compile(
    rf"{_LEAD}(?:what (?:does|do|is|would) (?:this|it|that)(?: one)? (?:come out as|come to|come out to|work out (?:as"
    r"|to)|equal|give|evaluate to|turn out to be|end up as)|what (?:is|'s) (?:this|it) equal to|evaluate (?:this|it"
    rf"|the following(?: expression)?)?){_END}"
)
_EXISTS = re.compile(
    rf"{_LEAD}(?:does (?:this|it|the)(?: (?:integral|limit|series|sum))? (?:exist|converge|have an? (?:finite )?"
    r"(?:value|limit|sum))|is there an? (?:finite )?(?:limit|value|sum))(?: here)?,?(?: and)?(?: if (?:so|yes|it"
    rf" does),?)?(?: to)? what(?: is|'s) (?:it|the (?:value|limit|sum))(?: equal to)?{_END}"
)


def as_usual(sentence: str, expression: str, variables: Sequence[str]) -> str:
    """Return a sentence, or the usual words of a question about whatever is printed.

    Args:
        sentence: the words.
        expression: the printed expression.
        variables: the problem's variables.

    >>> as_usual("For which x is this true?", "7 - 2x > 15", ["x"])
    'Solve for x.'
    """
    text = sentence.lower().replace("$", "").strip(" .?!")
    if _PRINTED.match(expression):
        return "Evaluate." if _COMES.fullmatch(text) or _EXISTS.fullmatch(text) else sentence
    if len(_RELATION.findall(expression)) == 2 == expression.count("=") and _MEET.fullmatch(text):
        return "Find the points of intersection."
    if (
        letters_of(expression, variables) - {"e", "pi"} != set(variables)
        or len(variables) != 1
        or len(_RELATION.findall(expression)) != 1
        or _NOT_ONE.search(expression)
    ):
        return sentence
    name = variables[0].lower()
    on = _ON.fullmatch(text)
    text, place = (on["asked"], f" on {on['interval']}") if on else (text, "")
    for pattern, form in (
        (_TRUE, ""),
        (_VALUES, ""),
        (_OUT, ""),
        (_FOUND, ""),
        (_WORKS, ""),
        (_ANSWERS, ""),
        (_REAL, "real"),
    ):
        if found := re.fullmatch(f"{_LEAD}(?:{pattern.replace('{x}', re.escape(name))}){_END}", text):
            if form:
                return f"Find the real solutions{place}."
            exact = ", exact answers" if found.groupdict().get("exact") else ""
            return f"Solve for {variables[0]}{place}{exact}."
    return sentence
