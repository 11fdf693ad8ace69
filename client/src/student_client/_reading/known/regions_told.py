r"""Families of sizes over a region that the words tell: integrals, volumes, masses, areas of surfaces, mean values."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.tree import symbol
from ..questions.of_solids import are_in_order
from .family import Family, Given
from .printed_parts import Told
from .usual_words import NUMBER, letters

_SIGN = re.compile(
    r"\s*\$?\s*\\(?P<sign>iint|iiint)\s*(?:\\limits)?\s*_\s*\{?\s*[A-Z]\s*\}?(?P<body>.+?)"
    r"(?:\\[,;:! ]|\s)*(?P<end>d\s*[AV]|d\s*[xyz](?:(?:\\[,;: ]|\s)*d\s*[xyz]){1,2})\s*\$?\s*\.?\s*"
)
_ENDS = {"iint": {"A", "xy"}, "iiint": {"V", "xyz"}}
_DENSITIES = {"rho", "delta", "sigma", "mu", "lambda"}


def _integral(expression: str, variables: Sequence[str]) -> Given | None:
    """Return the integrand and the letters of an integral over a region that has a name alone."""
    found = _SIGN.fullmatch(expression)
    if not found or "".join(sorted(re.findall("[AVxyz]", found["end"]))) not in _ENDS[found["sign"]]:
        return None
    names = ("x", "y", "z")[: len(found["sign"]) - 2]
    body = Told(found["body"], (*names, *variables), ()).parts(1)[0].node
    return {"function": [(body,)], "letters": [letters(*names)]} if body.names() <= set(names) else None


def _function(expression: str, variables: Sequence[str]) -> Given | None:
    """Return a function of x and y, or of x, y and z, and whether its name is that of a density."""
    part, *others = Told(expression, tuple(variables), ()).parts()
    names = part.letters or ("x", "y")
    if others or part.name is None or part.name in {"x", "y"} or names not in {("x", "y"), ("x", "y", "z")}:
        return None
    if part.node.has("matrix") or not part.node.names() <= set(names):
        return None
    kind = "density" if part.name in _DENSITIES else "height" if part.name == "z" else "named"
    return {"function": [(part.node,)], "letters": [letters(*names)], "kind": [(symbol(kind),)]}


def _plane(expression: str, variables: Sequence[str]) -> Given | None:
    """Return an equation in x, y and z."""
    parts = Told(expression, tuple(variables), ()).parts()
    if len(parts) != 1 or parts[0].zero.names() != {"x", "y", "z"} or parts[0].name not in {None, "z"}:
        return None
    return {"plane": [(parts[0].zero,)]}


_LE = r" ?(?:\\leq?(?:slant)?(?![a-z])|≤|<=|\\lt(?![a-z])|<) ?"
_GE = r" ?(?:\\geq?(?:slant)?(?![a-z])|≥|>=|\\gt(?![a-z])|>) ?"
_MATH = r"(?:\\(?:sqrt|[dt]?frac|cdot|sin|cos|ln)(?![a-z])|[-−+*/^{}()\d.xyzeπ]|(?<! ) (?=[-−+*/^{}()\d.\\xyzeπ]))+?"
_SQUARES = r"x\^2 ?\+ ?y\^2"
_SPHERE = rf"{_SQUARES} ?\+ ?z\^2"
_ORIGIN = r"(?:the )?(?:origin(?: O)?|\(0, ?0(?:, ?0)?\))"
_PAIR = rf"\( ?({NUMBER}) ?, ?({NUMBER}) ?\)"
_CORNERS = r"(?:vertices|corners)(?: at| are)?(?: the points)? ?"
_THEN = r"(?:, ?and|,|;| and) ?"
_SHAPE = (
    r"(?:the |an? )?(?:(?:closed|open|given|solid|upper|lower|right|left|top|bottom|half|quarter|part|triangular"
    r"|rectangular|circular|elliptical|annular|bounded|plane|entire) )*"
)
_AREA = (
    rf"{_SHAPE}(?:regions?|domain|area|interior|set|portion|points|triangle|rectangle|square|dis[ck]|annulus|ring|circle"
    r"|sector|unit|(?-i:[A-Z])(?!\w)|(?:xy|x ?- ?y)|first|plane z ?= ?0|z ?= ?0|\[|\\?\{|-?\d)"
)
_BODY = r"(?:surface|graph|paraboloid|plane|cone|hemisphere|hyperbolic paraboloid|saddle)"
REGION: dict[str, str] = {
    "unit disc": r"(?:interior of the )?(?:(?:inside|within|bounded by|enclosed by) the unit circle|unit dis[ck])",
    "unit ball": r"(?:interior of the )?(?:(?:inside|within|bounded by|enclosed by) the unit sphere|unit ball)",
    "unit circle": r"unit circle",
    "unit sphere": r"unit sphere",
    "edge": r"circle|sphere",
    "flat": r"(?:(?:inside|within|bounded by|enclosed by|between|in)(?: the| an?)?(?: two| concentric)* circles?)"
    r"|(?:circular |closed )*(?:dis[ck]|cylinders?)|annulus|ring|circular region"
    r"|(?:thin |metal )*circular (?:plate|lamina)",
    "solid": r"(?:(?:inside|within|bounded by|enclosed by|between|in)(?: the| an?)?(?: two| concentric)* spheres?)"
    r"|(?:solid )?(?:balls?|sphere)",
    "half": r"(?:solid )?(?:half|semi|hemi)[- ]?(?:dis[ck]|circle|circular|ball|sphere)",
    "quarter": r"quarter[- ](?:dis[ck]|circle|circular)",
    "radius": rf"(?:of |and |with |has |having )?(?:a )?radius (?:of |is |equal to )?({NUMBER})",
    "centred": rf"(?:(?:which|that|and) (?:is|are) )?(?:with |having |has |whose |and |is )?(?:its |the )?"
    rf"cent(?:er|re)(?:d|ed)?(?: (?:is|at|on|in|about))* {_ORIGIN}",
    "within": rf"{_SQUARES}{_LE}({NUMBER})",
    "rim": rf"{_SQUARES} ?= ?({NUMBER})",
    "ring": rf"({NUMBER}){_LE}{_SQUARES}{_LE}({NUMBER})",
    "ball": rf"{_SPHERE}{_LE}({NUMBER})",
    "sphere": rf"{_SPHERE} ?= ?({NUMBER})",
    "shell": rf"({NUMBER}){_LE}{_SPHERE}{_LE}({NUMBER})",
    "radii": rf"(?:of |with )?radi(?:us|i) ({NUMBER}) and(?: radius)? ({NUMBER})",
    "x >= 0": rf"x{_GE}0|right[- ](?:half(?:[- ]plane)?(?: of)?|(?=half|semi))|to the right of the y-axis",
    "x <= 0": rf"x{_LE}0|left[- ](?:half(?:[- ]plane)?(?: of)?|(?=half|semi))|to the left of the y-axis",
    "y >= 0": rf"y{_GE}0|(?:upper|top)[- ](?:half(?:[- ]plane)?(?: of)?|(?=half|semi))|above the x-axis",
    "y <= 0": rf"y{_LE}0|(?:lower|bottom)[- ](?:half(?:[- ]plane)?(?: of)?|(?=half|semi))|below the x-axis",
    "z >= 0": rf"z{_GE}0|upper (?=hemisphere|half[- ]ball)|(?:above|over) the (?:xy|x ?- ?y)[- ]plane",
    "quadrant": rf"(?:(?:in|of|lies in|lying in) )?(?:the )?first quadrant|x ?, ?y{_GE}0",
    "octant": rf"(?:(?:in|of|lies in|lying in) )?(?:the )?first octant|x ?, ?y ?, ?z{_GE}0",
    "box": rf"\[ ?({NUMBER}) ?, ?({NUMBER}) ?\] ?(?:\\times|×) ?\[ ?({NUMBER}) ?, ?({NUMBER}) ?\]"
    rf"(?: ?(?:\\times|×) ?\[ ?({NUMBER}) ?, ?({NUMBER}) ?\])?",
    "between": rf"({_MATH}){_LE}(?-i:([xyz])){_LE}({_MATH})(?=[,;.?\s]|\\\}}|\}}|$)",
    "triangle": rf"{_CORNERS}{_PAIR}{_THEN}{_PAIR}{_THEN}{_PAIR}",
    "rectangle": rf"{_CORNERS}{_PAIR}{_THEN}{_PAIR}{_THEN}{_PAIR}{_THEN}{_PAIR}",
    "curve": rf"(?:(?:the )?(?:straight |vertical |horizontal )?(?:lines?|parabolas?|curves?|graphs? of|planes?) )?"
    rf"({_MATH}) ?= ?({_MATH})(?=[,;.?\s]|\\\}}|\}}|$)",
    "three": r"triangle|triangular",
    "four": r"rectangle|rectangular(?: box)?|square|cube|box",
    "axes": r"(?:the )?coordinate axes|(?:both|the) axes",
    "walls": r"(?:the )?(?:three )?coordinate planes",
    "x-axis": r"(?:the )?x-axis",
    "y-axis": r"(?:the )?y-axis",
}
"""What a region may have in the words; each pattern's groups are formulas."""
_UNDER = rf"(?:under|below|beneath|underneath)(?: the)?(?: given| following)?(?: {_BODY})?"
_OVER = rf"(?:above|over|on)(?: the)?(?: given)? (?:circular |elliptic |hyperbolic )?{_BODY}(?! z ?= ?0)"
_CALL = r"(?: ?\( ?x ?, ?y ?(?:, ?z ?)?\))?"
_INTEGRAL = rf"(?:(?:the|this|following|given|double|triple|multiple|volume) )*integrals?(?: of (?-i:[fg]){_CALL})?"
_WRITTEN = rf"(?:(?:the )?(?:double )?integral )?\\iint ?_ ?\{{?[A-Z]\}}? ?(?-i:[fg]){_CALL} ?dA"
_WAY = r"(?:polar|cylindrical|spherical)(?: polar)? co-?ordinates"
_HOLD = (
    rf"regions?|domain|lamina|(?:thin |metal |flat |triangular |rectangular )*(?:plate|sheet)|solid|body|part"
    r"|portion|occup(?:ies|ying)|covers?|covering|lies|lying|which|that|(?:bounded|enclosed|delimited|cut off)(?: by)?"
    rf"|formed|inside|within|closed|plane|entire|whole|given|tetrahedron|wedge"
    rf"|whose|(?-i:[A-Z])(?: ?(?:=|\\colon))?|\\?\{{ ?\( ?x ?, ?y ?(?:, ?z ?)?\) ?(?:\\mid|\||\\colon)?|\\?\}}|in the"
    r" (?:xy|x ?- ?y)[- ]plane|"
    rf"(?:above|over|on)(?= {_AREA})|every point|at any point|any point|at each point|(?:area )?density(?: function)?"
    r"(?: at (?:any|each|the) point)?(?: ?\(?\(?x, ?y(?:, ?z)?\)?)?|function|surface|graph|first|surrounded|region of"
    rf" integration|(?:by )?(?:chang|convert|switch|transform)(?:e|ing)?(?: it)? (?:in)?to {_WAY}"
    rf"|(?:by )?(?:using|use|with|in) {_WAY}|{_WAY}|integration|now|the one(?= given| shown| printed)"
    r"|suitable|appropriate|paraboloid|plane"
    r"|(?-i:[fz])(?: ?\( ?x ?, ?y ?(?:, ?z ?)?\))?|cone"
)
_ALLOWED = tuple(REGION)


def _fits(given: Given) -> bool:
    """Return whether the shape that is named has its corners or sides, and no lower end is above the upper one."""
    kinds = set(given)
    if "three" in kinds and (not kinds & {"triangle", "curve"} or kinds & {"between", "box", "rectangle"}):
        return False
    sides = [(low, high) for low, _, high in given.get("between", [])]
    inner, outer = ([one for one in sides if bool(one[0].names() | one[1].names()) is way] for way in (True, False))
    if "four" in kinds and (inner or not kinds & {"rectangle", "box", "between"}):
        return False
    return not sides or (bool(outer) and all(are_in_order([*inner, one]) for one in outer))


_SEVERAL = ("rim", "sphere", "between", "curve")
INTEGRALS = Family(
    name="integrals over regions",
    printed=_integral,
    things={"value": rf"(?:exact )?value(?: of)?(?: {_INTEGRAL})?|{_INTEGRAL}"},
    does={
        "value ": rf"evaluate(?: it| the value of)?(?: {_INTEGRAL})?(?= |\.|,|$)|(?:calculate|compute|work out|find)"
        rf"(?: the value of)? {_INTEGRAL}",
    },
    nouns=_HOLD,
    givens={**REGION, "over": _OVER},
    allows=_ALLOWED,
    several=_SEVERAL,
    fits=_fits,
)
_SOLID = r"(?:the )?(?:solid|region|body|tetrahedron|wedge|space)(?: region)?"
SIZES = Family(
    name="sizes over regions",
    printed=_function,
    things={
        "volume": rf"(?:exact )?volume(?: of {_SOLID})?",
        "mass": r"(?:total )?mass(?: of (?:the |this |a )?(?:thin |metal |triangular )*(?:lamina|plate|sheet|body"
        r"|solid|object|cube|ball|box))?",
        "surface area": r"(?:(?:surface )?area|area of (?:the )?surface)(?: of (?:the |that )?(?:part|portion)(?: of"
        rf" (?:the )?(?:given )?{_BODY})?| of (?:the )?{_BODY})(?! region)",
        "centre": r"(?:coordinates of the )?cent(?:er|re) of (?:mass|gravity)(?: of (?:the |this |a )?(?:thin"
        r" |triangular )*(?:lamina|plate|sheet))?",
        "mean": rf"(?:average|mean) value(?: of (?-i:[fg]){_CALL}| of the function)?",
        "integral": rf"(?:value of )?(?:{_INTEGRAL}|{_WRITTEN})",
    },
    does={
        "integral ": rf"integrate(?: the function)?(?: (?-i:[fg]){_CALL})?|(?:evaluate|compute|calculate)"
        rf" (?:{_INTEGRAL}|{_WRITTEN})",
    },
    nouns=_HOLD,
    givens={**REGION, "under": _UNDER, "over": _OVER},
    needs={},
    allows=(*_ALLOWED, "under"),
    several=_SEVERAL,
    fits=_fits,
)
CORNERS = Family(
    name="planes with the coordinate planes",
    printed=_plane,
    things={"volume": rf"(?:exact )?volume(?: of {_SOLID})?"},
    nouns=_HOLD,
    givens={"octant": REGION["octant"], "walls": REGION["walls"], "under": _UNDER},
    allows=("octant", "walls", "under"),
)
FAMILIES = (INTEGRALS, SIZES, CORNERS)
"""The families of this module."""
