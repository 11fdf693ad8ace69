"""Says in the usual words what is printed, and how the answer is written: "the volume V" is the function."""

from __future__ import annotations

import re

_QUANTITIES = {
    "area": "AS",
    "surface area": "SA",
    "total surface area": "SA",
    "volume": "V",
    "profit": "P",
    "revenue": "R",
    "cost": "C",
    "perimeter": "P",
    "height": "hsy",
    "distance": "dDs",
    "temperature": "T",
    "concentration": "CQc",
    "population": "PNp",
    "power": "P",
    "sum": "S",
    "product": "P",
    "length": "L",
    "amount": "A",
}
"""Quantities, each with the letters that usually stand for it."""
_EXPONENTS = re.compile(
    r"[,.;]? *(?:\band )?\b(?:so that (?:your|the) answer )?(?:leav|us|giv|writ|express|eliminat|remov|contain|hav)"
    r"(?:e|ing|s)?(?: (?:your|the|final|all|answers?|it|expressions?|result|so that|as|with))*"
    r"(?: (?:any|no|without|positive|only|all|negative))+ exponents?(?: only)?"
    r"(?: (?:in|from) (?:your|the) (?:final )?(?:answer|expression|result))?(?=[.,;]|$)",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:no|without) negative|(?:eliminat|remov)(?:e|ing) (?:any |all )?negative|positive", re.IGNORECASE
)
_TWICE = re.compile(
    r"\b(?:write down|state|give|determine|find),? and (?:then )?simplify (?=\$?\(? ?[fgh] ?\\?(?:circ|∘|\())", re.I
)
_ANGLES = re.compile(
    r"\b(?:all |the |every )*angles? (?=\$?\\?(?:theta|alpha|beta|phi|x|[θαβφ])(?![a-z]))", re.IGNORECASE
)
_DEFINED = re.compile(r"\s*\$?(?P<name>[A-Za-z])\s*(?:\(\s*(?P<letter>[a-z])\s*\)\s*)?=[^=]*$")
_STORY = re.compile(r"[.?!=]|\b(?:average|mean|each|per|marginal|unit|items?)\b", re.IGNORECASE)
"""What a quantity of a story may be divided by, or a sentence about it."""
_EXTREME = r"(?:max(?:imum)?|min(?:imum)?|greatest|least|largest|smallest|highest|lowest)(?: (?:possible|attainable))?"


def with_usual_name(objective: str, expression: str) -> str:
    """Return an objective that calls the printed quantity the function, or the same one.

    Args:
        objective: the words.
        expression: the printed expression.

    >>> with_usual_name("Find the value of r for which V is a maximum.", "V = 12r - r^3")
    'Find the value of r for which the function is a maximum.'
    >>> with_usual_name("Find the maximum volume.", "V = 12r - r^3")
    'Find the maximum value of the function.'
    """
    objective = _in_usual_form(objective)
    defined = _DEFINED.match(expression)
    name = defined["name"] if defined else ""
    if defined is None or name in "fghy" or re.search(r"\\begin|\\int|\\sum|\\lim", expression):
        return objective
    letter = defined["letter"] or r"[a-z]"
    own = rf"(?<![\w\\$])\$?{name}(?: ?\( ?{letter} ?\))?\$?(?![\w'(^=]| ?[=<>≤≥+])"
    nouns = "|".join(
        sorted(
            (noun for noun, letters in _QUANTITIES.items() if name in letters),
            key=len,
            reverse=True,
        )
    )
    text = objective
    if nouns and not _STORY.search(objective.rstrip(" .?!")):
        text = re.sub(
            rf"\b({_EXTREME}) (?:{nouns})(?: {own})?(?![\w-])",
            r"\1 value of the function",
            text,
        )
        text = re.sub(rf"\b(?:the|this|its) (?:{nouns})(?: {own})?(?![\w-])", "the function", text)
    story, _, _ = re.sub(r"[.?!\s]+$", "", text).rpartition(". ")
    if name not in {"a", "I"} and not re.search(own, story):  # "its side is s cm long"
        text = re.sub(own, "the function", text)
    return re.sub(r"\bthe (?:quantity |function )?the function", "the function", text)


def _in_usual_form(objective: str) -> str:
    """Return an objective with the usual words for an answer without negative exponents, and for angles."""
    found = _EXPONENTS.search(objective)
    if found and _NEGATED.search(found[0]):
        rest = f"{objective[: found.start()]}{objective[found.end() :]}".strip(" .,;")
        objective = f"{rest}. Write your answer with positive exponents only."
    objective = re.sub(
        r"\bthe straight line\b",
        "the line",
        re.sub(r" such that[ :]*$", " that satisfy the equation.", objective),
    )
    return _ANGLES.sub("all values of ", _TWICE.sub("find ", objective))
