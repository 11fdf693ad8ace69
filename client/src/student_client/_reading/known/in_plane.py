"""Points with printed coordinates, lines, circles and other conics."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.tree import Equation, Node, add, neg
from .family import LABEL, Family, Given, cleaned, equation, formula, listed, names

LETTER = (
    r"(?:(?:for )?(?:what|which) )?(?:(?:possible )?values? of )?(?:the (?:constant|number|unknown) )?"
    r"(?P<letter>(?-i:[b-hj-wz]|(?:(?<=value of )|(?<=values of )|(?<=constant ))[axy]))"
)
"""The one letter in what is printed, which is asked."""
_POINT = re.compile(r"(?P<name>[A-Z])?\s*=?\s*\((?P<parts>.*)\)")
_SIDES = re.compile(r"^(?:[A-Za-z](?:\s*\(\s*[a-z]\s*\))?\s*=)?(?P<body>[^=]+)$")
"""A function with or without its name."""
POINT = r"(?:the )?(?:point )?(?:(?-i:[A-Z]) ?)?\(([^(),]+), ?([^(),]+)\)"
"""A point in the words, with its coordinates."""


def _points(expression: str, variables: Sequence[str]) -> Given | None:
    """Return two or more points and their names."""
    found = [_POINT.fullmatch(part) for part in listed(expression)]
    made = [[part.strip() for part in one["parts"].split(",")] for one in found if one]
    if len(made) != len(found) or len(made) < 2 or any(len(one) != 2 for one in made):
        return None
    given: Given = {"point": [tuple(formula(part, variables) for part in one) for one in made]}
    labels = "".join(one["name"] or "" for one in found if one)
    if labels and (len(labels) != len(made) or len(set(labels)) != len(made)):
        return None
    return given | ({LABEL: names(labels)} if labels else {})


def _zero(made: Equation) -> Node:
    return add(made.left, neg(made.right))


def _degrees(zero: Node, letters: Sequence[str]) -> dict[str, int] | None:
    """Return the degree of a polynomial in each letter; None if it is none."""
    try:
        return {name: max(coefficients(zero, name)) for name in letters}
    except NoPolynomial:
        return None


def _of_x_and_y(expression: str, variables: Sequence[str]) -> tuple[Node, dict[str, int]] | None:
    made = equation(expression, variables) if expression.count("=") == 1 else None
    if made is None or _zero(made).names() - {"x", "y"}:
        return None
    found = _degrees(_zero(made), ("x", "y"))
    return None if found is None else (_zero(made), found)


def _line(expression: str, variables: Sequence[str]) -> Given | None:
    found = _of_x_and_y(expression, variables)
    return {"zero": [(found[0],)]} if found and max(found[1].values()) == 1 else None


def _conic(expression: str, variables: Sequence[str]) -> Given | None:
    found = _of_x_and_y(expression, variables)
    if not found or max(found[1].values()) != 2 or _SIDES.match(cleaned(expression)):
        return None
    return {"zero": [(found[0],)]} if min(found[1].values()) else None


def _quadratic(expression: str, variables: Sequence[str]) -> Given | None:
    """Return a quadratic function of its one letter."""
    sides = _SIDES.match(cleaned(expression))
    body = formula(sides["body"], variables) if sides else None
    letters = sorted(body.names()) if body else []
    if body is None or len(letters) != 1 or (_degrees(body, letters) or {}).get(letters[0]) != 2:
        return None
    return {"function": [(body,)]}


_AT = r"(?:the )?(?:point )?(?:(?-i:[A-Z]) ?)?\([^()]*,[^()]*\)"
_PLACE_FIRST = re.compile(
    rf"line,?(?: that| which)?(?: (?:passes|passing|goes|going))?(?: through| containing| contains) (?P<place>{_AT})"
    r",?(?: and)?(?: that| which)?(?: is)? (?P<way>parallel|perpendicular) to (?P<line>(?:the|this)(?: given"
    r"| following)? line)"
)
_FORM_FIRST = re.compile(
    r"(?:equation,? in )?slope[- ]intercept (?:form|equation),? (?:of|for)(?: the equation of)? (?P<line>(?:the |a )?"
    r"(?:straight )?line\b[^.?!]*)"
)


def _place_last(objective: str) -> str:
    """Return an objective with a line's direction before its point, and that before the form of its equation."""
    objective = _FORM_FIRST.sub(r"equation of \g<line>, in slope-intercept form", objective)
    return _PLACE_FIRST.sub(r"line \g<way> to \g<line> through \g<place>", objective)


_THROUGH = (
    r"(?: (?:that |which )?(?:passing|passes|going|goes|connecting|connects|containing|contains|joining|joins)"
    r"(?: through)?| through)"
)
_LINE_OF = r"equation (?:of|for) (?:the |a )?(?:straight )?line"
_FORMS = {
    "explicit": r"in (?:slope[- ]intercept form|(?:the )?form y ?= ?mx ?\+ ?[bc])|y ?= ?mx ?\+ ?[bc]",
    "implicit": r"in (?:general form|(?:the )?form ax ?\+ ?by ?(?:\+ ?c)? ?= ?[0cd])(?:,? where a,? ?b,?(?: and c)? are"
    r" integers)?",
}
_SEGMENT = (
    r"(?:line )?segments?|(?:straight )?line(?= (?:segment|joining|connecting|(?-i:[A-Z]{2})(?![a-z])|(?:that|which)"
    r" joins))|joining|connecting|(?:that|which) joins|end ?points"
)
POINTS = Family(
    "points",
    _points,
    {
        "midpoint": r"mid-?points?",
        "distance": r"(?:straight[- ]line )?distance|length",
        "slope": r"slope|gradient",
        "line": rf"{_LINE_OF}(?:{_THROUGH})?",
        "bisector": r"(?:equation (?:of|for) )?(?:the )?perpendicular bisector",
        "area": "area",
        "perimeter": "perimeter",
        "centroid": "centroid",
        "circle": r"equation (?:of|for) (?:the |a )?circle (?:with|having|on)(?: the)? diameter",
        "ratio": r"(?:in )?(?:what|which) ratio|ratio (?:in which|that)",
        "section": r"point (?:(?:that|which) divides|dividing|of division of)",
        "letter": LETTER,
    },
    rf"(?:(?:given|following|two|three) )*points|triangle|vertices|{_SEGMENT}|divides?|cuts?|formed|intersects?|plane",
    {
        "axis": r"(?P<a>[xy])[- ]axis",
        "parts": r"(?:internally )?in the ratio (\d+) ?: ?(\d+)(?: internally)?",
        "collinear": r"collinear|(?:lie|lying|are|be)? ?(?:all )?on (?:the same|a single|one|a) (?:straight )?line",
        **_FORMS,
    },
    {"ratio": ("axis",), "section": ("parts",), "letter": ("letter", "collinear")},
    ("explicit", "implicit"),
    labelled=True,
)
_SLOPE_OF = r"(?:slope|gradient) of (?:any |every |a |the )?(?:straight )?line (?:(?:that|which) is )?"
LINES = Family(
    "line",
    _line,
    {
        "slope": r"slope|gradient",
        "x-intercept": r"x-intercept",
        "y-intercept": r"y-intercept",
        "distance": r"(?:perpendicular |shortest )?distance",
        "parallel": rf"{_LINE_OF} (?:(?:that|which) is )?parallel to",
        "perpendicular": rf"{_LINE_OF} (?:(?:that|which) is )?perpendicular to",
        "parallel slope": rf"{_SLOPE_OF}parallel to",
        "perpendicular slope": rf"{_SLOPE_OF}perpendicular to",
    },
    r"(?:straight )?line(?: given by| with equation)?|(?:(?:that|which) )?(?:passing|passes|goes|going) through|through"
    r"|graph",
    {"place": POINT, **_FORMS},
    {"distance": ("place",), "parallel": ("place",), "perpendicular": ("place",)},
    ("explicit", "implicit"),
    restated=_place_last,
)
_CURVE = r"circle|ellipse|hyperbola|parabola|conic(?: section)?|curve|graph|represented"
CONICS = Family(
    "conic",
    _conic,
    {
        "centre": r"cent(?:re|er)",
        "radius": "radius",
        "diameter": "diameter",
        "eccentricity": "eccentricity",
        "foci": "foc(?:i|uses|us)",
        "vertices": "vert(?:ices|ex|exes)",
        "major axis": r"length of (?:the|its) (?:major|transverse) axis",
        "minor axis": r"length of (?:the|its) (?:minor|conjugate) axis",
        "latus rectum": r"length of (?:the|its) latus rectum",
        "directrix": r"(?:equation of (?:the|its) )?directrix",
        "asymptotes": r"(?:equations of (?:the|its) )?asymptotes",
        "tangent": r"equation (?:of|for) (?:the |a )?tangent(?: line)?",
    },
    _CURVE,
    {"place": POINT, **_FORMS},
    {"tangent": ("place",)},
    ("explicit", "implicit"),
)
PARABOLAS = Family(
    "parabola",
    _quadratic,
    {
        "vertex": r"vertex|turning point",
        "axis": r"(?:equation of (?:the|its) )?(?:axis|line) of symmetry",
        "focus": "focus",
        "directrix": r"(?:equation of (?:the|its) )?directrix",
        "minimum": r"(?:minimum|least|smallest|lowest) (?:possible )?value",
        "maximum": r"(?:maximum|greatest|largest|highest) (?:possible )?value",
        "y-intercept": "y-intercept",
        "square": r"complete the square|completed square form|vertex form",
    },
    r"parabola|curve|graph|(?:quadratic )?(?:function|expression)|(?:the expression |it |the function )?can"
    r" (?:take|have)|takes|(?-i:[fgh])(?:\(x\))?|y",
)
FAMILIES = (POINTS, LINES, CONICS, PARABOLAS)
