r"""Says in one way what is asked of several letters: gradients, regions of integrals, a curve in the chain rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

Keep = Callable[[str, str], str]
_NUMBER = r"(?:[-+]?(?:\d+(?:\.\d+)?|\\[dt]?frac ?\{\d+\} ?\{\d+\}|\\?pi|e)(?:/\d+)?)"
_LETTERS = r"\( ?x ?, ?y(?: ?, ?z)? ?\)"
_LESS = r"(?:<=|≤|\\leq?(?![a-z])|\\leqslant)"
_BOUND = r"[^<>≤=,;.?!|{}]{1,16}?"
_SIDE = rf"{_BOUND} ?{_LESS} ?[xyz] ?{_LESS} ?[^<>≤=,;.?!|{{}}]{{1,16}}?"
_SIDES = rf"{_SIDE}(?:(?:,|;|,? and|,? \\text ?\{{ ?and ?\}})(?: |\\ |\\q?quad)*{_SIDE}){{1,2}}"
_BOX = r"\[[^\[\]]+\](?: ?(?:\\times|×|x) ?\[[^\[\]]+\]){1,2}"
_SHAPE = (
    r"(?:(?:the|an?|rectangular|plane|finite|solid|closed|bounded|rectangle|box|region|set|square|cube|domain|triangle"
    r"|triangular|interior of) )*"
)
_BOUNDARY = (
    r"(?:(?:the |by )*(?:(?:straight |vertical |horizontal )?lines? |parabolas? |curves? |graphs? of )*"
    r"(?:[^=.;?!,]{1,20}?= ?[^=.;?!,]+?|[xy]-axis|the coordinate axes))"
)
_REGION = re.compile(
    rf"(?:,? ?(?:over|on|where|if|for|with|when|and|in) )?{_SHAPE}(?:(?P<name>[A-Z])\b ?(?:is|be|=|:)? ?)?{_SHAPE}"
    r"(?:(?P=name) ?(?==))?"
    rf"(?:(?:=|given by|defined by|described by|determined by|of (?:all )?points {_LETTERS} (?:with|such that|where)"
    r"|with|where|consisting of) ?)?"
    rf"(?:\\\{{ ?{_LETTERS} ?(?:\\mid|\||:|\\colon|\\vert|\\,)* ?(?P<set>{_SIDES}) ?\\\}}|(?P<box>{_BOX})"
    rf"|(?P<sides>{_SIDES})"
    r"|(?:(?:with|whose|having) )?(?:its )?(?:vertices|corners) (?:are |at )?(?P<corners>CORNER"
    r"(?:,? and |, ?)CORNER,? and CORNER)"
    r"|(?P<quadrant>(?:lying )?in the first quadrant )?(?:(?:that is|which is|lying|and) )?(?:bounded|enclosed|formed"
    rf"|cut off) (?:by|between) (?:the )?(?P<curves>{_BOUNDARY}(?:(?:,| and|, and) {_BOUNDARY}){{1,3}}))"
    r"(?=[.;?!,]|$| (?:by|using)\b)".replace("CORNER", r"\([^(),]+,[^(),]+\)")
)
_ASK_ALONE = re.compile(r"^(\s*(?:evaluate|compute|calculate|find))\s*$", re.IGNORECASE)
_MANY = re.compile(r"\s*\$?\\i+nt\s*(?:\\limits)?\s*_\s*\{?\s*([A-Z])")


def gradients(text: str, expression: str, _: Sequence[str], __: Keep) -> str:
    if not re.match(rf"\s*\$?\s*(?:[A-Za-z]\s*{_LETTERS}|z)\s*=", expression):
        return text
    text = re.sub(
        rf"(?<![\w}}|)*+-])(?<![-+*|)] )(?:the )?(?:gradient(?: vector)?,? )?\\nabla ?[A-Za-z] ?(\( ?{_NUMBER} ?,"
        rf" ?{_NUMBER} ?\))",
        r"the gradient at \1",
        text,
    )
    text = re.sub(
        rf"(?<![\w}}|)*+-])(?<![-+*|)] )(?:the )?(?:gradient(?: vector)?,? )?\\nabla ?[A-Za-z](?: ?{_LETTERS})?",
        "the gradient",
        text,
    )
    return re.sub(
        r"(?:write|give|express)(?: it| your answer)? (?:in|as) the form z ?= ?\\[cl]?dots", "", text, flags=re.I
    )


def regions(text: str, expression: str, _: Sequence[str], keep: Keep) -> str:
    printed = _MANY.match(expression)
    if not printed:
        return text
    text = re.sub(r"\b([xy]) -axis", r"\1-axis", text)
    found = _REGION.search(text)
    if not found or (found["name"] or printed[1]) != printed[1]:
        return text
    said = found["set"] or found["box"] or found["sides"] or found["corners"] or found["curves"]
    if "triang" in found[0] and found["sides"] and not re.search(rf"{_LESS} ?[^<>≤=,]*[xyz]\b(?! ?{_LESS})", said):
        return text  # constant ends make no triangle
    said = f"first quadrant: {said}" if found["quadrant"] else said
    box = re.sub(r"(?<=\]) ?x ?(?=\[)", r" \\times ", said)
    before = _ASK_ALONE.sub(r"\1 the integral", text[: found.start()])
    return f"{before} {keep('over', box.strip())} {text[found.end() :]}"


_INNER = re.compile(
    r"(?:(?:^|[,.;] ?| )(?:if|where|when|given that|for|with|let) )?"
    r"(?P<it>x ?= ?[^=.;?!,]+?,? and y ?= ?[^=.;?!,]+?)(?=[.;?!,]|$| (?:to|use|using|find|by|then)\b)",
    re.IGNORECASE,
)


def curves(text: str, expression: str, variables: Sequence[str], keep: Keep) -> str:
    r"""Mark the curve along which a derivative such as dz/dt is asked, and the derivative."""
    head = re.match(r"\s*\$?\s*([zwuf])\s*(?:\( ?x ?, ?y ?\))?\s*=(?P<body>[^=]*)$", expression)
    others = [one for one in variables if one not in {"x", "y"} and head and one != head[1]]
    if not head or len(others) != 1 or not {"x", "y"} <= set(variables):
        return text
    name = others[0]
    if re.search(rf"(?<![A-Za-z\\]){name}(?![A-Za-z])", head["body"]):
        return text
    inner = _INNER.search(text)
    asked = re.compile(
        rf"(?:the )?(?:derivative )?(?:\\[dt]?frac ?\{{ ?d ?{head[1]} ?\}} ?\{{ ?d ?{name} ?\}}|d{head[1]} ?/ ?d{name})"
        rf"(?:,? (?:in terms|as a function) of {name}(?: only| alone)?)?"
    )
    if not inner or not asked.search(text):
        return text
    text = f"{text[: inner.start()]} {keep('inner', inner['it'].strip())} {text[inner.end() :]}"
    text = asked.sub(f" {keep('chain', f'{head[1]} in {name}')} ", text)
    said = r"[.,;]? ?(?:and )?(?:writ|express|giv)(?:e|ing|) (?:the|your) answer (?:in terms|as a function) of"
    return re.sub(rf"{said} {name}(?: only)?", "", text, flags=re.IGNORECASE)
