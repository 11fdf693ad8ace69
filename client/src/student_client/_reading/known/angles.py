"""Triangles with printed sides and angles, a trigonometric value from another one, and complex numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.parser import parse_latex
from ..formulas.tree import Equation, Node, symbol
from ..statement import Choices
from .family import Family, Given, cleaned, equation, formula, listed
from .polar_points import RANGES
from .usual_words import NUMBER

_ASSIGNED = re.compile(r"(?:\\angle\s*)?(?P<name>[A-Za-z])\s*=\s*(?P<value>[^=]+?)(?:\\text\s*\{[^}]*\})?")
_RULES = re.compile(
    r"\\[dt]?frac\{(?:[a-z]|\\sin [A-Z])\}\{(?:[a-z]|\\sin [A-Z])\}(?:=\\[dt]?frac\{(?:[a-z]|\\sin [A-Z])\}\{(?:[a-z]"
    r"|\\sin [A-Z])\}){1,2}|[a-z]\^2=[a-z]\^2\+[a-z]\^2-2[a-z]{2}\\cos [A-Z]"
    r"|(?:\\cos [A-Z])=\\[dt]?frac\{[a-z]\^2\+[a-z]\^2-[a-z]\^2\}\{2[a-z]{2}\}"
)
_UNIT = r"(?: ?cm)?"


def _triangle(expression: str, variables: Sequence[str]) -> Given | None:
    """Return printed sides and angles, or nothing for the rule of sines or of cosines."""
    text = cleaned(expression)
    if _RULES.fullmatch(re.sub(r"\s*([=+\-{}])\s*", r"\1", text)):
        return {"rule": [()]}
    found = [_ASSIGNED.fullmatch(one) for one in listed(text)]
    if len(found) < 2 or not all(found):
        return None
    if any(one["name"].isupper() and not re.search("circ|°", one["value"]) for one in found if one):
        return None
    parts = [(symbol(one["name"]), formula(one["value"], variables)) for one in found if one]
    return {"part": list(parts)} if not any(value.names() for _, value in parts) else None


TRIANGLES = Family(
    "triangle",
    _triangle,
    {
        "side": r"(?:length of )?(?:the )?side (?P<side>(?-i:[a-z]))|(?:the )?(?:length (?:of"
        r" )?)?(?P<own>(?-i:[b-hj-z]))",
        "angle": r"(?:size of |measure of )?(?:the )?angle (?P<angle>(?-i:[A-Z]))",
        "area": "area",
    },
    r"triangle(?: (?-i:[A-Z]{3}))?|(?:the )?(?:sine|cosine) rule|law of (?:sines|cosines)|rule|law",
    {"told": rf"(?:(?:angle|side) )?(?P<name>(?-i:[A-Za-z])) ?= ?(?P<size>[\d.]+°?){_UNIT}"},
    {"side": (), "angle": ("angle",)},
    ("told", "side", "own"),
    ("told",),
)
_NAME = r"(?:[A-Za-z]|\\?(?:theta|alpha|beta|phi)|[θαβφ])"
_FUNCTIONS = ("sin", "cos", "tan", "sec", "csc", "cot")
_IN = rf"({_NAME}) (?:is |lies )?(?:an )?(?:(?:angle )?(?:that is |lying )?)"
_BELOW = r" ?(?:<|\\lt|\\leq?|≤) ?"
_RIGHT, _THREE = r"(?:90°|π ?/ ?2|\\frac ?\{ ?π ?\} ?\{ ?2 ?\})", r"(?:270°|3 ?π ?/ ?2|\\frac ?\{ ?3 ?π ?\} ?\{ ?2 ?\})"


def _quadrant(words: str, numbers: str, low: str, high: str, kind: str = "(?!)") -> str:
    """Return the words for an angle in a quadrant: by its name, by its number, by its bounds."""
    return (
        rf"{_IN}(?:{kind}(?: angle)?|(?:terminates )?in (?:the {words} quadrant|(?:quadrant |Q)(?:{numbers})))"
        rf"|{low}{_BELOW}({_NAME}){_BELOW}{high}"
    )


_QUADRANTS = {
    "first": _quadrant("(?:first|1st)", "I|1", "0°?", _RIGHT, "acute"),
    "second": _quadrant("(?:second|2nd)", "II|2", _RIGHT, "(?:180°|π)", "obtuse"),
    "third": _quadrant("(?:third|3rd)", "III|3", "(?:180°|π)", _THREE),
    "fourth": _quadrant("(?:fourth|4th)", "IV|4", _THREE, "(?:360°|2 ?π)"),
}


def _ratio(expression: str, variables: Sequence[str]) -> Given | None:
    """Return the value of a trigonometric function of an angle."""
    made = equation(expression, variables) if expression.count("=") == 1 else None
    if made is None or made.left.head not in _FUNCTIONS or made.right.names():
        return None
    return {"function": [(symbol(f"the {made.left.head}"),)], "of": [made.left.args], "value": [(made.right,)]}


RATIOS = Family(
    "ratio of sides",
    _ratio,
    {name: rf"(?P<{name}>\\?{name.replace('csc', '(?:csc|cosec)')} ?\(? ?2? ?{_NAME}(?: ?\))?)" for name in _FUNCTIONS},
    r"angle",
    _QUADRANTS,
    {name: (name,) for name in _FUNCTIONS},
    tuple(_QUADRANTS),
)


def _of_angle(expression: str, variables: Sequence[str]) -> Given | None:
    """Return an expression of trigonometric functions of one angle."""
    made = formula(expression, variables) if "=" not in expression else None
    if made is None or len(made.names()) != 1 or not any(made.has(name) for name in _FUNCTIONS):
        return None
    return {"expression": [(made, symbol(next(iter(made.names()))))]}


_WHAT = r"(?: (?:the|this|following|given|exact|expression|ratio|function|value|of|exactly))*"
ANGLES = Family(
    "expression of an angle",
    _of_angle,
    {"value": rf"(?:exact |numerical )?values?(?: of)?{_WHAT}"},
    r"angle|exactly|without (?:using )?a calculator|(?:use|using|by) (?:an? |the )?(?:(?:double|half|multiple)[- ]angle"
    r"|addition|compound[- ]angle|trigonometric|pythagorean)? ?(?:formulas?|formulae|identity|identities)(?: to)?",
    {"ratio": rf"\\?({'|'.join(_FUNCTIONS)}) ?\(? ?({_NAME}) ?\)? ?= ?({NUMBER})"} | _QUADRANTS,
    {"value": ("ratio",), "value ": ("ratio",)},
    tuple(_QUADRANTS),
    does={"value ": rf"(?:evaluate|compute|calculate|find|determine|work out){_WHAT}"},
)


def _complex(expression: str, variables: Sequence[str]) -> Given | None:
    """Return a complex number without letters."""
    text = re.sub(r"^\s*[zw]\s*=", "", cleaned(expression))
    if "=" in text or not re.search(r"(?<![a-zA-Z\\])i(?![a-zA-Z])", text):
        return None
    made = parse_latex(text, [], Choices({"i": "unit", "domain": "complex"}))
    return {"number": [(made,)]} if isinstance(made, Node) and not made.names() else None


_SHOWN = r"r ?(?:e ?\^ ?\{? ?i ?\\?(?:theta|θ) ?\}?|\( ?\\?cos ?\\?(?:theta|θ) ?\+ ?i ?\\?sin ?\\?(?:theta|θ) ?\))"
_POLAR_FORM = rf"(?:(?:polar|trigonometric|modulus[-– ]argument|exponential)(?: or )?)+ form(?: {_SHOWN})?"
COMPLEX = Family(
    "complex number",
    _complex,
    {
        "modulus": r"modulus|absolute value|\|z\|",
        "argument": r"(?:principal )?(?:argument|amplitude)|principal value of (?:the|its) argument|arg ?\(?z\)?",
        "conjugate": r"(?:complex )?conjugate",
        "real": r"real part",
        "imaginary": r"imaginary part",
        "polar": rf"{_POLAR_FORM}(?! (?:in)?to\b)",
    },
    r"(?:given )?(?:complex )?number(?: z)?|z",
    RANGES,
    {},
    tuple(RANGES),
    does={
        "polar ": rf"(?:in|into|to)(?: its| the)? {_POLAR_FORM}|in the form (?:z ?= ?)?{_SHOWN}",
    },
)


def _parts(expression: str, variables: Sequence[str]) -> Given | None:
    """Return an equation of complex numbers with two letters that are real."""
    if not re.search(r"(?<![a-zA-Z\\])i(?![A-Z])", re.sub(r"\\[a-z]+", " ", expression)) or "i" in variables:
        return None
    made = parse_latex(cleaned(expression), variables, Choices({"i": "unit", "domain": "complex"}))
    names = [name for name in variables if isinstance(made, Equation) and name in made.names()]
    if not isinstance(made, Equation) or len(names) != 2 or made.names() != set(names) or {"z", "w"} & set(names):
        return None
    return {"equation": [(made.left, made.right)], "letters": [tuple(map(symbol, names))]}


_BOTH = (
    r"(?:numbers? |values? (?:of )?)?(?:the )?(?:real )?(?:numbers? |unknowns? |constants? )?(?-i:[a-hj-y])"
    r" and (?-i:[a-hj-y])"
)
REAL_PARTS = Family(
    "real parts",
    _parts,
    {"letters": rf"(?:the )?real {_BOTH}|{_BOTH}"},
    r"(?:the )?(?:following )?equation(?: holds| is satisfied| is true)?|such that|satisfying|that satisfy|equating(?:"
    r" the)? real and imaginary parts|by",
    {"real": r"(?-i:[a-hj-y]) and (?-i:[a-hj-y]) are (?:both )?real(?: numbers)?|where both are real"},
    allows=("real",),
    does={"letters ": rf"solve for(?: the)?(?: real)? {_BOTH}"},
)
_CONJUGATE = re.compile(r"\\(?:bar|overline) ?\{? ?(?P<name>[zw]) ?\}?|(?P<starred>[zw]) ?\^ ?\{? ?\* ?\}?")


def _conjugates(expression: str, _: Sequence[str]) -> Given | None:
    """Return an equation of a complex number and its conjugate, which has another letter here."""
    names = {found["name"] or found["starred"] for found in _CONJUGATE.finditer(expression)}
    if len(names) != 1 or expression.count("=") != 1:
        return None
    name = names.pop()
    text = _CONJUGATE.sub(" u ", cleaned(expression))
    made = parse_latex(text, [name, "u"], Choices({"i": "unit", "domain": "complex"}))
    if not isinstance(made, Equation) or made.names() - {name, "u"}:
        return None
    return {"equation": [(made.left, made.right)], "number": [(symbol(name), symbol("u"))]}


_BARRED = r"(?:the bar|(?:the )?star|\\(?:bar|overline) ?\{? ?[zw] ?\}?|[zw] ?\^ ?\{?\*\}?)"
CONJUGATES = Family(
    "conjugates",
    _conjugates,
    {"value": r"(?:all )?(?:complex )?(?:numbers? |values? of )?(?-i:[zw])|(?:all )?complex numbers?"},
    r"(?:the )?(?:given |following )*equation|(?:the |a )?complex number (?-i:[zw]) satisfies"
    rf"|(?:that )?satisf(?:ies|y|ying)|holds|is (?:true|satisfied)"
    rf"|(?:(?:in which|where|here) )?{_BARRED} (?:denotes|is|means|stands for|represents)(?: the)?"
    r"(?: complex)? conjugate(?: of (?-i:[zw]))?|in (?:the form (?:[zw] ?= ?)?[a-z] ?\+ ?(?:[a-z]i|i[a-z])|rectangular"
    r" form)|(?-i:[a-y]) and (?-i:[a-y])(?: are real(?: numbers)?)?(?= are)|real(?: numbers)?",
    does={
        "value ": r"solve(?: the)?(?: given| following)*(?: equation)?(?: for)?(?: the)?(?: complex number)?(?: [zw])?"
    },
)
FAMILIES = (TRIANGLES, RATIOS, ANGLES, COMPLEX, REAL_PARTS, CONJUGATES)
