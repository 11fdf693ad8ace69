r"""Reads a question about a measure of one shape, beside a formula of that shape.

The formula must be right for the shape. The other words must say nothing: a shape that is cut, melted or filled is
left alone. A measure may follow from others, such as a radius from a diameter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations

from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.notation import parse_point, parse_statement
from ..formulas.tree import Node, add, constant, div, mul, neg, number, power, root
from ..known.told_numbers import as_story
from ..questions.of_solids import approximately
from ..rewording.story_units import UNIT
from ..rewording.story_words import MEASURED, QUANTITIES
from ..statement import NotRead
from .measured_shapes import IN_RADIANS, PAIRS, SHAPED, SHAPES, Shape
from .model_stories import check_lengths
from .story_notation import without_notation
from .story_rounding import without_rounding

_NUMBER = r"(?:\d+(?:\.\d+)?(?:/\d+)?)"
_VALUE = rf"(?P<n>{_NUMBER}? ?(?:\\sqrt ?\{{? ?\d+ ?\}}?|√ ?\d+)|{_NUMBER}(?: ?(?:\\?pi\b|π))?)"
_UNITS = rf"(?:(?:square|cubic) )?(?:{UNIT}|degrees|°|in|units?|sq\.? ?(?:cm|m|ft|in))(?:\^[23])?(?![\w/^])"
_IS = r"(?:,? (?:is|of|equal to|equals|measures|measuring|was|are|=|has)| ?[=:])*"
_OF = r"(?: of (?:the|this|that|its|an?|each|one) (?:[a-z]+ )?[a-z]+)?"
_ASK = r"(?:find|calculate|work out|determine|compute|what is|what was|give|state|get|obtain)"
_IN = (
    r",? ?\(?(?:leaving (?:your|the) answer |give (?:your|the) answer |giving (?:your|the) answer )?(?:in terms of"
    r" (?:\\?pi\b|π)"
    rf"|as an? (?:exact )?multiple of (?:\\?pi\b|π)|in (?:surd|exact) form|in {_UNITS})\)?"
)
_GLUE_WORDS = """
    a an the of with has have having is are it its that this which whose and if given suppose let by in to for from at
    each all solid right regular closed small large big metal wooden glass plastic toy new use using formula used shape
    form made exact exactly answer how do does i u you long measures measure s find get
"""
_GLUE = frozenset(_GLUE_WORDS.split())
_TALL = {"tall": "height", "high": "height", "deep": "height", "long": "length", "wide": "width"}
_TESTS = ("1.3", "2.1", "3.7")


def by_measures(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a measure of a shape as a value to be found.

    Args:
        objective: the words.
        expression: a formula of the shape.
        variables: the problem's variables.

    Raises:
        NotRead: there are several shapes, or the words say more than measures; or the formula is of another one.

    >>> by_measures("A cube has a surface area of 24 cm^2. Find its volume.", "S = 6a^2", ["S", "a"])
    ('Find the value.', '\\operatorname{story}(sqrt(24/6)^3)')
    """
    text, rounded = without_rounding(without_notation(objective))
    check_lengths(text)
    text = re.sub(_IN, "", text)
    shape, text = _shape(_OF_CIRCLE.sub(lambda found: "sector" if "sector" in found[0].lower() else "", text))
    in_degrees = False
    if not _is_formula_of(shape, expression, variables):
        if shape.names != IN_RADIANS.names or not _is_formula_of(IN_RADIANS, expression, variables):
            raise NotRead("the printed formula is not one of the shape")
        shape, (text, in_degrees) = IN_RADIANS, _without_radians(text)
    given, text = _given(shape, text)
    if in_degrees:
        given |= {noun: div(mul(given[noun], constant("pi")), number(180)) for noun in _ANGLES & set(given)}
    nouns = "|".join(sorted(map(re.escape, shape.made), key=len, reverse=True))
    asked = [
        *re.finditer(
            rf"\b{_ASK} (?:the |its |their )?(?P<noun>{nouns})\b{_OF}"
            rf"|\bhow (?P<how>{'|'.join(_TALL)}) is (?:it|the [a-z]+)",
            text,
            re.I,
        )
    ]
    if len(asked) != 1:
        raise NotRead("one measure of the shape is not asked")
    wanted = asked[0]["noun"] or _TALL[asked[0]["how"]]
    rest = re.findall(r"[a-z]+|[^\s.,;:?!']", f"{text[: asked[0].start()]} {text[asked[0].end() :]}".lower())
    if wanted.lower() not in shape.made or any(not _says_nothing(word) for word in rest):
        raise NotRead("the words say more than the shape's measures")
    return as_story(_solved(shape, given, wanted.lower()), rounded.plain)


_OF_CIRCLE = re.compile(
    r"\b(?:circular )?sector of (?:a|the) circle\b|\b(?:subtended )?at the cent(?:re|er)(?: of the circle)?",
    re.IGNORECASE,
)
_ANGLES = {"angle", "central angle"}
_RADIANS = re.compile(r"(?<=\d) ?(?:radians?|rad)\b")


def _without_radians(text: str) -> tuple[str, bool]:
    """Return a text without the unit of its angle, and whether that is degrees.

    Raises:
        NotRead: there is none, or both.
    """
    degrees, radians = re.findall(r"\d ?(?:°|degrees)", text), _RADIANS.findall(text)
    if len(degrees) + len(radians) != 1:
        raise NotRead("the unit of the angle is not clear")
    return _RADIANS.sub("", text), bool(degrees)


def _says_nothing(word: str) -> bool:
    return word in _GLUE or word in MEASURED - QUANTITIES


def _shape(text: str) -> tuple[Shape, str]:
    """Return the one shape that the words name, and the text without it."""
    for word, noun in SHAPED.items():
        text = re.sub(rf"\b{word} (?!prism|box)[a-z]+\b", noun, text, flags=re.IGNORECASE)
    found = []
    rest = re.sub(r"\bsquare (?=root|cm|m\b|met|cent|kil|mil|f[eo]+t|in|yard|unit)", "squared ", text)
    for shape in sorted(SHAPES, key=lambda one: -max(map(len, one.names))):
        pattern = rf"\b(?:{'|'.join(shape.names)})s?(?:'s)?\b"
        made = re.sub(pattern, "it", rest, flags=re.IGNORECASE)
        if made != rest:
            found.append(shape)
            rest = made
    if len(found) != 1:
        raise NotRead("there is not one shape")
    return found[0], rest.replace("squared ", "square ")


def _is_formula_of(shape: Shape, expression: str, variables: Sequence[str]) -> bool:
    """Return whether a side of what is printed is one of the shape's measures, with its letters named anyhow."""
    for side in expression.replace(r"\left", "").replace(r"\right", "").split("="):
        made = parse_statement(side, list(variables)).expression
        names = sorted(made.names()) if isinstance(made, Node) else []
        if not isinstance(made, Node) or len(names) > len(shape.base) or made.head == "symbol" or not names:
            continue
        for order in permutations(shape.base, len(names)):
            values = dict(zip(names, order, strict=True))
            for exponent, said in shape.made.values():
                known = parse_statement(said, shape.base).expression
                if isinstance(known, Node) and known.names() == {*order} and _agree(made, values, known, exponent):
                    return True
    return False


def _agree(made: Node, values: dict[str, str], known: Node, exponent: int) -> bool:
    """Return whether a power of one formula has the value of another one, at a place."""
    at = {letter: number(Fraction(value)) for letter, value in zip(sorted(known.names()), _TESTS, strict=False)}
    one = approximately(made.put({name: at[letter] for name, letter in values.items()}), 0.0)
    other = approximately(known.put(at), 0.0)
    return abs(one**exponent - other) < 1e-9 * max(1.0, abs(other))


def _given(shape: Shape, text: str) -> tuple[dict[str, Node], str]:
    """Return the measures that the words give, and the text without them."""
    given: dict[str, Node] = {}

    def keep(noun: str, said: str) -> str:
        noun = noun.lower()
        if noun in given:
            raise NotRead("a measure is given twice")
        given[noun] = parse_point(re.sub(r"√ ?(\d+)", r"\\sqrt{\1}", said.replace("π", r"\pi ")), [])
        return " "

    pair = PAIRS.get(shape.names[0])
    if pair:
        both = re.search(
            rf"\b{pair[2]}{_IS} {_VALUE}(?: ?{_UNITS})? and {_VALUE.replace('<n>', '<m>')}(?: ?{_UNITS})?", text, re.I
        )
        if both:
            given |= {pair[0]: parse_point(both["n"], []), pair[1]: parse_point(both["m"], [])}
            text = text.replace(both[0], " ")
    for noun in sorted(shape.made, key=len, reverse=True):
        pattern = (
            rf"\b(?:(?:the|its|an?|of|with|has|and|whose|is|if) )*{re.escape(noun)}{_OF}{_IS} ?{_VALUE}(?: ?{_UNITS})?"
        )
        text = re.sub(pattern, lambda found, noun=noun: keep(noun, found["n"]), text, flags=re.IGNORECASE)  # type: ignore[misc]
    tall = "|".join(one for one, noun in _TALL.items() if noun in shape.made)
    if tall:
        text = re.sub(
            rf"(?:is )?{_VALUE} ?{_UNITS} (?P<tall>{tall})\b",
            lambda found: keep(_TALL[found["tall"].lower()], found["n"]),
            text,
            flags=re.I,
        )
    return given, text


def _solved(shape: Shape, given: dict[str, Node], wanted: str) -> Node:
    """Return the measure that is wanted, made from those that are given."""
    known = {letter: value for letter, value in given.items() if letter in shape.base}
    waiting = {noun: value for noun, value in given.items() if noun not in shape.base}
    while waiting:
        for noun, value in waiting.items():
            exponent, said = shape.made[noun]
            made = parse_statement(said, shape.base).expression
            if not isinstance(made, Node):
                continue
            free = made.names() - known.keys()
            if len(free) == 1:
                letter = next(iter(free))
                known[letter] = _inverted(
                    made.put(known), letter, power(value, number(exponent)) if exponent > 1 else value
                )
                del waiting[noun]
                break
        else:
            raise NotRead("the measures that the words give do not give one after the other")
    exponent, said = shape.made[wanted]
    made = parse_statement(said, shape.base).expression
    if not isinstance(made, Node) or not made.names() <= known.keys() or wanted in given:
        raise NotRead("a measure is missing")
    value = made.put(known)
    return value if exponent == 1 else root(value, number(exponent))


def _inverted(made: Node, letter: str, value: Node) -> Node:
    """Return the positive letter of which something is a value."""
    try:
        parts = coefficients(made, letter)
    except NoPolynomial as error:
        raise NotRead("a measure cannot be found from another one") from error
    (top, *others) = sorted(parts, reverse=True)
    if others not in ([], [0]):
        raise NotRead("a measure cannot be found from another one")
    rest = add(value, neg(parts[0])) if others else value
    found = rest if str(parts[top]) == "1" else div(rest, parts[top])
    if not approximately(found, 0.0) > 0:
        raise NotRead("there is no such shape")
    return found if top == 1 else root(found, number(top))
