r"""Says a story about a printed model in the usual form: its scale, its start in the calendar, its "whose" and "can".

"Its value, in thousands, ... When does it reach 50 thousand?" counts in the formula's own unit. A year from which the
formula counts is left out if the question counts from the same one.
"""

from __future__ import annotations

import re

_SCALE = r"(?:hundred|thousand|million|billion)"
_SCALED = re.compile(
    rf",? ?\(?\b(?:measured |counted |given )?in (?P<scale>{_SCALE})s(?: of (?P<of>[a-z]+))?\)?,?(?=[\s.])"
)
_YEAR = re.compile(r" (?:after|since) (?:the (?:start|beginning|end) of )?(?P<year>\d{4})\b")
_WHOSE = re.compile(
    r"^(?P<ask>(?:what|find|how|at what|when|after|in)\b[^.?]*?\b(?:of|by|for|does|do|has)) (?:an?|the)"
    r" (?P<thing>(?:[a-z]+ )?[a-z]+),? whose (?P<rest>[^.?]+)[.?]$",
    re.IGNORECASE,
)
_NO_NEED = re.compile(
    r",? ?\(?(?:\b(?:(?:and )?one side of which|one of whose sides) is an? [a-z ]+?)?(?:[,;]? ?\b(?:which|and|but|so"
    r"|with)\b)? ?(?:needs?|needing|requires?|requiring) no [a-z]+(?: (?:on|along|for|at) (?:that|the) [a-z]+)?\)?"
    r"|[,;]? ?\(?\bno [a-z]+ is (?:needed|required) (?:on|along|for|at) (?:that|the) [a-z]+\)?",
    re.IGNORECASE,
)
_CAN = re.compile(
    r",? (?:that |which )?(?:can|could) be (?:enclosed|fenced(?: in| off)?|reached|attained|achieved|obtained|made"
    r"|covered)\b|,? (?:that |which )?(?:he|she|it|they|we|you|(?:the|this|that|his|her|their) [a-z]+) (?:can|could) "
    r"(?:enclose|fence(?: in| off)?|reach|attain|achieve|obtain|have|make|cover|get)\b",
    re.IGNORECASE,
)
_EXTREME = re.compile(r"\b(?:largest|greatest|maximum|biggest|highest|smallest|least|minimum|lowest)\b", re.IGNORECASE)
_MATERIAL = re.compile(
    r"\b(?:the )?(?:amount of )?(?:material|cardboard|metal|sheet metal) (?:used|needed|required)\b", re.IGNORECASE
)
_REACHED = re.compile(r" (?:reached|attained|achieved) by ((?:the|an?) [a-z]+)", re.IGNORECASE)


def in_usual_form(text: str) -> str:
    """Return a story in the usual form.

    Args:
        text: the story, without notation and without its rounding.

    >>> in_usual_form("The value, in thousands, after t years is given. When does it reach 50 thousand?")
    'The value after t years is given. When does it reach 50?'
    """
    text = re.sub(r"\bbiggest\b", "largest", _NO_NEED.sub("", _unscaled(text)))
    text = _MATERIAL.sub(lambda found: f"{'The' if found[0][:1].isupper() else 'the'} area", text)
    years = {found["year"] for found in _YEAR.finditer(text)}
    if len(years) == 1 and not re.search(r"\b(?:what|which) year\b", text):
        text = _YEAR.sub("", text)
    if text.count("surface area") == 1:
        text = re.sub(r"\b(?:total )?(?:outer )?surface area\b", "area", text)
    text = _REACHED.sub(r" of \1", text)
    whose = _WHOSE.match(text)
    if whose and not re.search(r"\bwhose\b", whose["rest"]):
        noun = whose["thing"].split()[-1]
        return f"The {_owned(whose['rest'], noun)}. {whose['ask']} the {noun}?"
    *told, asked = re.split(r"(?<=[.?;]) ", text)
    return " ".join([*told, _CAN.sub("", asked) if _EXTREME.search(asked) else asked])


def _owned(rest: str, noun: str) -> str:
    """Return what is said of a thing's quantity with the thing: "height of the ball is given"."""
    quantity, _, more = rest.partition(" ")
    end = "," if quantity.endswith(",") else ""
    return f"{quantity.rstrip(',')} of the {noun}{end} {more}"


def _unscaled(text: str) -> str:
    """Return a story that counts in the formula's unit, if the question gives a number of such units."""
    found = [*_SCALED.finditer(text)]
    if len(found) != 1:
        return text
    scale = found[0]["scale"].lower()
    rest = f"{text[: found[0].start()]} {text[found[0].end() :].lstrip()}"
    made, times = re.subn(rf"(?<![\w.])(\d+(?:\.\d+)?) {scale}s?\b(?: {found[0]['of'] or '(?!)'}\b)?", r"\1", rest)
    return re.sub(r"\s+", " ", made) if times == 1 else text
