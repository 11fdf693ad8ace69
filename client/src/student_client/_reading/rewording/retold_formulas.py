"""Says a question without the formulas, letters and numbers that the printed expression has as well."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from ..formulas.coefficients import coefficients
from ..formulas.same_formulas import Rule, heading, is_same, node_of
from .retelling_rules import ASK

_LOG = re.compile(
    r"\blog(?:arithm)?(?: to(?: the)?)? base (?P<base>\d+|e|ten|two|three)(?: of)? \(?(?P<of>[a-z]|\d+)\)?(?![a-z\d^])",
    re.IGNORECASE,
)
_BASES = {"ten": "10", "two": "2", "three": "3"}
_DEGREES = re.compile(r"\b(?P<count>\d{1,3}) ?(?:degrees|°)")
_NOUNS = {
    "A": "area|surface area",
    "S": "surface area|area",
    "V": "volume",
    "C": "circumference|cost|total cost",
    "P": "perimeter|profit|population|total profit",
    "R": "revenue|total revenue",
    "h": "height",
    "s": "displacement|position|distance|height",
    "x": "displacement|position",
    "y": "height",
    "v": "velocity",
    "a": "acceleration",
    "N": "number|population",
}
"""What a letter may stand for if the words say so."""
_SIZES = {"r": "radius", "h": "height", "s": "side|side length|edge", "x": "side|side length|edge|width|length",
          "a": "side|side length|edge", "l": "length|side", "w": "width", "t": "time", "d": "diameter"}  # fmt: skip
_SHAPES = r"(?:circle|sphere|cube|square|balloon|cone|cylinder|disc|disk|ball|spherical balloon|circular [a-z]+)"
_UNIT = (
    r"(?:cm|m|mm|km|metres?|meters?|centimet(?:re|er)s?|inch(?:es)?|feet|ft|seconds?|s|minutes?|hours?|years?|days?)"
)


def spoken(text: str, expression: str) -> str:
    r"""Return words with ``\log_2 x`` for "log base 2 of x", and an angle in radians if the expression has it so."""
    made = _LOG.sub(lambda found: rf"\log_{{{_BASES.get(found['base'].lower(), found['base'])}}} {found['of']}", text)
    text = text if made == text else re.sub(r" (?:equals|is equal to|is) (?=-?\d)", " = ", made)
    if re.search(r"circ|°|degree", expression) or not re.search(r"\\(?:sin|cos|tan|sec|csc|cot)", expression):
        return text
    if len(_DEGREES.findall(text)) != len(re.findall(r"\\pi", expression)):
        return text
    return _DEGREES.sub(lambda found: _radians(Fraction(int(found["count"]), 180)), text)


def _radians(part: Fraction) -> str:
    top = "" if part.numerator == 1 else part.numerator
    return rf"\frac{{{top}\pi}}{{{part.denominator}}}"


_FORMULA = re.compile(
    r"(?P<name>[A-Za-z])(?P<of>\([a-z]\))? ?= ?(?P<body>\S(?:[^,;?!=<>]*?\S)?)(?=\.(?!\d)|[,;?]| (?:m|cm)/|$)"
)


def _in_other_numbers(text: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    """Say "the function" for ``C(x) = 0.5x`` if ``C(x) = x/2`` is printed, and leave out the sentence that says it."""
    name, _, body = heading(expression)
    for found in _FORMULA.finditer(text):
        if found["name"] == name and is_same(node_of(found["body"], variables), node_of(body, variables)):
            return f"{text[: found.start()]}the function{text[found.end() :]}", expression
    return text, expression


def _of_letters(text: str, expression: str, _: Sequence[str]) -> tuple[str, str]:
    """Say "the function" for the area of a circle if A is printed, and "r" for its radius."""
    name, letter, _body = heading(expression)
    nouns, sizes = _NOUNS.get(name, ""), _SIZES.get(letter, "")
    if nouns:
        text = re.sub(
            rf"^(?:(?:given|for) )?(?:the|its|a) (?:{nouns})(?: function)?(?: of (?:a|the) [a-z]+)?(?: [a-z]+ing"
            r" [a-z]+)? (?:is|are)(?: (?:given|modelled|modeled|described) by)? the (?:function|equation)\. (?=[A-Z])",
            "",
            text,
            flags=re.IGNORECASE,
        )
        text = re.sub(
            rf",? (?:if|where|given that|when) (?:its|the) (?:{nouns}) is(?: given by)? the (?:function"
            rf"|equation)(?=[.?,]|$)",
            "",
            text,
            flags=re.IGNORECASE,
        )
        text = re.sub(
            rf"\b(?:(?:with|has|having|at|of) )(?:a |the )?(?:{nouns})(?: of)? the (?:function|equation)(?: (?:m|cm)"
            r"(?:/s|\s?s\^-1))?(?=[.,])",
            "along a line",
            text,
            flags=re.IGNORECASE,
        )
    if nouns:
        text = re.sub(
            rf"\bhow (?:fast|quickly|rapidly) is the (?:{nouns})(?: of [a-z]+)? (?:growing|increasing|changing"
            rf"|rising)\b",
            "find the rate of change of the function",
            text,
            flags=re.IGNORECASE,
        )
    if sizes and nouns:
        text = re.sub(rf"\bthe (?:{nouns}) of (?:a|the|this) {_SHAPES}\b", "the function", text, flags=re.IGNORECASE)
        text = re.sub(
            rf"\bwith respect to (?:its|the) (?:{sizes})(?:,? {letter})?\b(?! of)", f"with respect to {letter}", text
        )
        text = re.sub(
            rf"\b(?:when|if|at the (?:moment|instant) when) (?:the|its) (?:{sizes})(?: of the {_SHAPES})?(?: "
            rf"{letter})? (?:is|equals|=) (?=\d)",
            f"when {letter} = ",
            text,
        )
    if len(set(re.findall(rf"\b{_UNIT}\b(?! =)", re.sub(r"\bs\b(?= )", " ", text)))) == 1:
        text = re.sub(rf"\b({letter} = \d+(?:\.\d+)?) {_UNIT}\b", r"\1", text)
    if letter == "t":
        text = re.sub(r"\bafter (\d+(?:\.\d+)?) (?:seconds?|s|minutes?|hours?)\b(?=[.,?]|$)", _after(text), text)
    if name in "CRP" and letter in "xqn":
        text = re.sub(
            r"\bhow many (?:units|items|articles|products|[a-z]+s) (?:(?:should|must) be (?:sold|made|produced) to"
            rf" |will )?maximi[sz]es? (?:the |its )?(?:{nouns})(?=[?.]|$)",
            f"For what value of {letter} is the function at its maximum",
            text,
            flags=re.IGNORECASE,
        )
        text = re.sub(
            r"\b(?:when|for|if|at a production level of|at an output of) (\d+) (?:units|items|articles|products"
            r"|[a-z]+s) ?(?:are (?:being )?(?:produced|made|sold|manufactured))?(?=[.,?]|$)",
            rf"at {letter} = \1",
            text,
        )
        noun = {"C": "cost", "R": "revenue", "P": "profit"}[name]
        text = re.sub(rf"\bmarginal {noun}(?: function)?\b", "derivative", text, flags=re.IGNORECASE)
    return text, expression


def _after(text: str) -> str:
    """Return a time as the letter's value, unless the words name several units of time."""
    units = set(re.findall(r"\b(second|minute|hour|day|year)s?\b", text))
    return r"at t = \1" if len(units) < 2 else r"\g<0>"


_PASSES = re.compile(
    r"\b(?:the )?(?:gradient function|gradient|slope|derivative) (?:of|to) (?:a|the) curve(?: at (?:any|the|each)"
    r" point(?: \(x, ?y\))?)? is(?: given by)? (?P<rate>[^,;]+?)(?:,? and|[.,;]) (?:the curve|it) passes through "
    rf"(?:the point )?\((?P<a>[^,()]+), ?(?P<b>[^()]+)\)\. {ASK} (?:(?:the )?equation of the curve|its equation)",
    re.IGNORECASE,
)
_SLOPE = re.compile(r"\s*\\d?frac\{dy\}\{dx\}\s*=(?P<rate>[^=]+)$")


def _passing(text: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    """Say "solve the differential equation" for a curve whose gradient is printed, and a point of it."""
    found, printed = _PASSES.search(text), _SLOPE.match(expression)
    if not found or not printed:
        return text, expression
    said = found["rate"].strip()
    if said != "the equation" and not is_same(node_of(said, variables), node_of(printed["rate"], variables)):
        return text, expression
    return f"Solve the differential equation, given that y = {found['b']} when x = {found['a']}.", expression


_ONE_TURN = re.compile(
    r"^the (?:curve|graph|function|parabola|quadratic)(?: of the function)? has (?:one|a|exactly one|only one|a"
    rf" single|its only) (?:turning|stationary|minimum|maximum) point\. {ASK} (?P<asked>its x-(?:coordinate|value)|"
    r"(?:its|the) coordinates(?: of (?:this|the) point)?)(?=[.?]|$)",
    re.IGNORECASE,
)


def _turning(text: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    """Say "the stationary point" for the one turning point of a parabola."""
    found = _ONE_TURN.match(text)
    if not found:
        return text, expression
    _, letter, body = heading(expression)
    if set(coefficients(node_of(body, variables), letter)) - {0, 1} != {2}:
        return text, expression
    what = "coordinates" if "coordinates" in found["asked"] else "x-coordinate"
    return f"Find the {what} of the stationary point of the curve{text[found.end() :]}", expression


_WRITTEN = re.compile(r"\s*\\d?frac\s*\{(?P<above>.+)\}\s*\{(?P<below>[^{}]+)\}\s*$")
_DIVIDE = re.compile(
    r"\bdivide (?P<above>[^,;?]+?) by (?P<below>[^,;?]+?)(?:,| using(?: polynomial)? long division)+(?:,? (?:and|to) "
    r"(?:state|find|give|write down) (?:the|both the) quotient and (?:the )?remainder)?(?=[.]|$)",
    re.IGNORECASE,
)


def _division(text: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    """Say "divide using long division" if the words name the printed numerator and denominator."""
    found, printed = _DIVIDE.search(text), _WRITTEN.match(expression)
    if not found or not printed:
        return text, expression
    pairs = ((found[key], printed[key]) for key in ("above", "below"))
    if not all(is_same(node_of(one, variables), node_of(other, variables)) for one, other in pairs):
        return text, expression
    return f"{text[: found.start()]}Divide using long division{text[found.end() :]}", expression


FORMULAS: tuple[Rule, ...] = (_in_other_numbers, _of_letters, _passing, _turning, _division)
"""Rules, each of which returns a problem as it is if it does not apply."""
