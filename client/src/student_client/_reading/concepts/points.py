r"""Says what a name in the words stands for: a point of the printed curve, the curve itself, a line or a region.

"The point P on C has x-coordinate 2. Find the gradient of C at P" asks for the gradient where x = 2.
"""

from __future__ import annotations

import re

from .facts import without_dollars

_CURVE = re.compile(r"\s*\$?(?:y|(?P<name>[a-z])\s*\(\s*[a-z]\s*\)|[a-zA-Z])\s*=")
_NUMBER = r"[-−]?(?:\d+(?:\.\d+)?(?: ?/ ?\d+)?|\\[dt]?frac ?\{[^{}]+\} ?\{[^{}]+\}|\\?pi|π|e)(?![\w^])"
_PAIR = rf"\( ?{_NUMBER} ?, ?{_NUMBER} ?\)"
_THE_CURVE = (
    r"the (?:curve|graph|parabola|circle|ellipse)(?: of the (?:curve|function|equation))?(?:(?: (?:with|whose|given"
    r"|shown|below|above|here|by)| (?:the |its )?equation(?: is)?)+)?"
)
_ON = rf"(?:,? (?:(?:which|that) )?(?:(?:lies|lying|is) )?on {_THE_CURVE},?)?"
_HAS = r"(?:(?:and |which |that )*(?:its|has|have|with|having|whose)(?: an?)?)"
_ABSCISSA = rf"{_HAS} {{letter}}-coordinate (?:(?:is|of|equal to|equals|=) ?)*(?P<at>{_NUMBER})"
_START, _END = r"(?:^|(?<=[.;] ))", r" ?(?:[.;](?= |$)|$) ?"
_LINE = r"(?:crosses|meets|cuts|intersects) the (?:vertical |straight )?line (?:with equation )?{letter} ?= ?"
_SENTENCES = (
    rf"(?:the )?point (?P<name>[A-Z]){_ON}(?: and)?,? {_ABSCISSA}",
    rf"(?:the )?(?:point )?(?P<name>[A-Z])(?: is)? (?:is |lies )?(?:(?:a|the) point )?(?:(?:which|that) )?(?:lies )?"
    rf"(?:on {_THE_CURVE} )?(?:and |,)*{_ABSCISSA}",
    rf"(?P<name>[A-Z]) is (?:a|the) point(?: on {_THE_CURVE})? (?:where|at which|for which|with) {{letter}} ?= ?"
    rf"(?P<at>{_NUMBER})",
    rf"{_THE_CURVE} {_LINE}(?P<at>{_NUMBER}) at (?:the point )?(?P<name>[A-Z])",
    rf"{_THE_CURVE} (?:passes|goes) through (?:the )?(?:point )?(?P<name>[A-Z]) ?(?P<pair>{_PAIR})",
    rf"(?:the )?(?:point )?(?P<name>[A-Z]) ?(?P<pair>{_PAIR}) (?:lies|is)(?: (?:a|the) point)? on {_THE_CURVE}",
)
"""Sentences of which each only says where a point is."""
_PLACES = (
    rf"(?:the )?point (?P<name>[A-Z]),? ?(?:where|at which|for which|with|when) {{letter}} ?= ?(?P<at>{_NUMBER})",
    rf"(?:the )?point (?P<name>[A-Z]){_ON},? (?:with|whose|having|which has|that has)(?: an?)? {{letter}}-coordinate "
    rf"(?:(?:is|of|equal to|equals|=) ?)*(?P<at>{_NUMBER})",
    rf"(?:the )?(?:point )?(?P<name>[A-Z])(?: ?= ?|,? with coordinates | )?(?P<pair>{_PAIR})",
)
"""Points that are named where they are needed."""
_MEETING = re.compile(
    rf"{_START}(?:[Tt]he )?(?P<what>(?:two )?(?:straight )?(?:lines|curves|graphs)|line and (?:the )?(?:curve|parabola"
    rf"|circle)) (?:meet|intersect|cross)(?: each other)? at (?:the |a )?(?:single )?(?:point )?(?P<name>[A-Z]){_END}"
)
_NAMING = (
    r"(?:the )?(?:straight )?(?:line|tangent|normal|region|area|curve)? ?(?P<name>[A-Zlmn](?:_\d)?) is "
    r"(?P<is>the [^.;?]+)",
    r"(?P<is>the [^.;?]+?) is (?:(?:the|a) (?:straight )?(?:line|region)|denoted by|called|labelled|named) "
    r"(?P<name>[A-Zlmn](?:_\d)?)",
)
"""Sentences that give a name to a line, a region or an area."""


def without_point_names(text: str, expression: str, letter: str) -> str:
    r"""Return the words with places and things instead of their names; what is not clear remains.

    Args:
        text: the objective.
        expression: the problem's expression.
        letter: the letter of the curve's equation.

    >>> without_point_names("The point $P$ on $C$ has $x$-coordinate 2. Find the slope at $P$.", "y = x^3", "x")
    'Find the slope at the point where x = 2.'
    """
    text = _met(text, expression)
    own = set(re.findall(r"[A-Za-z]", re.sub(r"\\[a-z]+", " ", expression)))
    if not _CURVE.match(expression) and not (
        expression.count("=") == 1 and {"x", "y"} <= own and "'" not in expression
    ):
        return text
    made = without_dollars(text)
    if "C" not in own:
        made = re.sub(
            r"(?:(?:[Tt]he |[Aa] )?(?:[Cc]urve|[Gg]raph) )?(?<![\w\\$])C(?![\w'(^_}])(?! ?[=:])", "the curve", made
        )
        made = re.sub(r"^the", "The", made)
    named = _without_names(made.replace("$", ""), own)
    placed = _placed(named, own, letter)
    if placed == made.replace("$", ""):
        return text if made == text else made
    return placed


_MEETING_TWICE = re.compile(
    rf"{_START}(?:an? |the )?(?:straight )?(?P<one>line|curve|parabola|circle)(?: [A-Zl])? (?:meets|intersects|cuts"
    r"|crosses) (?:an? |the )(?P<other>line|curve|parabola|circle)(?: [A-Z])? at (?:the |two )*(?:distinct )?"
    rf"(?:points )?(?P<names>[A-Z] and [A-Z]){_END}",
    re.IGNORECASE,
)


def _met(text: str, expression: str) -> str:
    """Return the words with "the point where the lines meet" for the name of this point."""
    made = without_dollars(text)
    twice = _MEETING_TWICE.search(made)
    if twice:
        where = rf"coordinates of the points where the {twice['one'].lower()} and the {twice['other'].lower()} meet"
        rest = f"{made[: twice.start()]}{made[twice.end() :]}"
        put, count = re.subn(rf"\bcoordinates of (?:the points )?{twice['names']}(?![\w'])", where, rest)
        return put if count == 1 and not re.search(rf"(?<![\w\\])[{twice['names'][::6]}](?![\w'])", put) else text
    found = _MEETING.search(made)
    if found is None or found["name"] in expression:
        return text
    rest = f"{made[: found.start()]}{made[found.end() :]}"
    at = rf"(?<![\w\\])(?:the )?(?:point )?(?<![\w\\]){found['name']}(?![\w'(^_=])"
    put, count = re.subn(rf"\bcoordinates of {at}", f"coordinates of the point where the {found['what']} meet", rest)
    return put if count == 1 and not re.search(at, put) else text


def _placed(text: str, own: set[str], letter: str) -> str:
    """Return the words with the place of their one named point, if it is asked for by its name."""
    sentences = [rf"{_START}{pattern}{_END}" for pattern in _SENTENCES]
    for pattern in (*sentences, *_PLACES):
        found = re.search(pattern.replace("{letter}", letter), text, re.IGNORECASE)
        if found is None or found["name"] in own or not found["name"].isupper():
            continue
        pair = found.groupdict().get("pair")
        place = f"the point {pair}" if pair else f"the point where {letter} = {found['at']}"
        inside = pattern in _PLACES
        put = f"{text[: found.start()]}{place if inside else ''}{text[found.end() :]}"
        at = rf"(?<![\w\\])(?:the )?(?:point )?(?<![\w\\]){found['name']}(?![\w'(^_=])"
        made, count = re.subn(rf"\b(at|through) (?:{at}|this point)", rf"\1 {_literal(place)}", put)
        if not (count or inside) or re.search(at, made):
            continue
        return made.strip()
    return text


def _without_names(text: str, own: set[str]) -> str:
    """Return the words with what one name of a line or a region stands for."""
    for pattern in _NAMING:
        found = re.search(rf"{_START}{pattern}{_END}", text, re.IGNORECASE)
        if found is None or found["name"] in own:
            continue
        rest = f"{text[: found.start()]}{text[found.end() :]}"
        of = rf"(?<![\w\\])(?:the )?(?:line |region )?{re.escape(found['name'])}(?![\w'(^_=])"
        said = found["is"][:1].lower() + found["is"][1:]
        made, count = re.subn(rf"\b(?:of|for) {of}", f"of {_literal(said)}", rest)
        if count == 1 and not re.search(of, made):
            return made.strip()
    return text


def _literal(text: str) -> str:
    """Return a text as a replacement that is itself."""
    return text.replace("\\", r"\\")
