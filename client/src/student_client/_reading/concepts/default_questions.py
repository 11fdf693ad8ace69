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
    r"|somebody)"
    r" (?:please )?(?:help me |tell me |show me )?(?:to )?|(?:i|we) (?:just |still )?(?:need|want|have) (?:to )?"
    r"|how (?:do|can|would|should) (?:i|we|you) (?:actually |even )?|how to )?"
)
_END = r"(?: (?:here|please|pls|plz|thanks|now|exactly|though))*"
_TRUE = (
    r"(?:for |at )?(?:which|what)(?: values? of| real)* {x}(?:'s| values?)? (?:is|are|does|do|makes?|satisf(?:y|ies))"
    r" (?:this|it|that|the (?:equation|inequality|statement))(?: (?:true|hold|work|satisfied))?"
)
_VALUES = (
    r"(?:find |get |give me |what are |what is |need |want )?(?:(?:all|both|the|every|each|of)? ?)*"
    r"(?:values?|solutions?|answers?) (?:of|for) {x}"
)
_OUT = (
    r"(?:get|bring|pull|take) (?:the )?{x} (?:out of|down from|out from) (?:the |that )?(?:power|exponent|root|log)\w*"
)
_FOUND = r"(?:find|get|need|solve for|work out|what is|what's) (?:the )?{x}"
_MEET = re.compile(
    rf"{_LEAD}(?:find )?where do (?:the|these|those|they)(?: two)?(?: (?:curves|lines|graphs|functions))?"
    rf" (?:meet|cross|intersect)(?: each other)?{_END}"
)
_COMES = re.compile(
    rf"{_LEAD}(?:what (?:does|do|is|would) (?:this|it|that)(?: one)? (?:come out as|come to|come out to|work out"
    rf" (?:as|to)"
    r"|equal|give|evaluate to|turn out to be|end up as)|what (?:is|'s) (?:this|it) equal to|evaluate (?:this|it|the"
    rf" following(?: expression)?)?){_END}"
)
_EXISTS = re.compile(
    rf"{_LEAD}(?:does (?:this|it|the)(?: (?:integral|limit|series|sum))? (?:exist|converge|have an? (?:finite"
    rf" )?(?:value|limit|sum))"
    r"|is there an? (?:finite )?(?:limit|value|sum))(?: here)?,?(?: and)?(?: if (?:so|yes|it does),?)?(?: to)?"
    r" what(?: is|'s)"
    rf" (?:it|the (?:value|limit|sum))(?: equal to)?{_END}"
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
    for pattern in (_TRUE, _VALUES, _OUT, _FOUND):
        if re.fullmatch(f"{_LEAD}{pattern.replace('{x}', re.escape(name))}{_END}", text):
            return f"Solve for {variables[0]}."
    return sentence
