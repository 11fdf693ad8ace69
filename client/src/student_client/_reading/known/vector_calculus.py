r"""Families of vector calculus: fields, paths, maps, surfaces, and points of space."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.tree import Equation, Node
from . import surface_extremes
from .family import Family, Given
from .printed_parts import Part, Told
from .usual_words import AT, AT_POINT, EQUATION, NUMBER, POINT, letters, styled

_SPACE = frozenset("xyz")
_F = styled("(?-i:[FGVv])")
_CALLED = r"(?: ?\( ?x ?, ?y(?: ?, ?z)? ?\))?"
_R = styled("r") + r"(?: ?\( ?t ?\))?"


def _told(expression: str, variables: Sequence[str]) -> list[Part]:
    return Told(expression, tuple(variables), ()).parts()


def _vector(part: Part) -> Node | None:
    body = part.body
    return body if isinstance(body, Node) and body.head == "matrix" and len(body.args) in {2, 3} else None


def _field(expression: str, variables: Sequence[str]) -> Given | None:
    """Return a field in x, y and z."""
    parts = _told(expression, variables)
    body = _vector(parts[0]) if len(parts) == 1 else None
    if body is None or body.rows == 1 or not body.names() <= _SPACE or not (parts[0].letters or parts[0].name):
        return None
    if len(body.names()) < 2 and not parts[0].letters:
        return None
    return {"field": [(body,)]} if parts[0].name in set("FGVv") else None


def _path(expression: str, variables: Sequence[str]) -> Given | None:
    """Return a curve by its parameter."""
    parts = _told(expression, variables)
    body = _vector(parts[0]) if len(parts) == 1 else None
    if body is None or len(body.names()) != 1 or parts[0].name not in {"r", "c", "s", "p"}:
        return None
    name = next(iter(body.names()))
    return {"path": [(body, *letters(name))]} if name not in _SPACE and parts[0].letters in {(), (name,)} else None


def _map(expression: str, variables: Sequence[str]) -> Given | None:
    """Return x and y (and z) as functions of as many letters, or of one."""
    parts = _told(expression, variables)
    named = [part.name for part in parts]
    if named not in (["x", "y"], ["x", "y", "z"]) or any(not isinstance(part.body, Node) for part in parts):
        return None
    bodies = tuple(part.node for part in parts)
    own = sorted(frozenset().union(*(body.names() for body in bodies)))
    if own and not set(own) & _SPACE and len(own) == len(bodies):
        order = [name for name in variables if name in own]
        return {"map": [bodies], "letters": [letters(*order)]} if sorted(order) == own else None
    return {"curve": [bodies], "parameter": [letters(own[0])]} if len(own) == 1 and len(bodies) == 2 else None


def _surface(expression: str, variables: Sequence[str]) -> Given | None:
    """Return a function of x and y, or of x, y and z."""
    parts = _told(expression, variables)
    body = parts[0].body
    if len(parts) != 1 or not isinstance(body, Node) or body.has("matrix") or parts[0].name is None:
        return None
    names = parts[0].letters or tuple(sorted(body.names()))
    if names not in {("x", "y"), ("x", "y", "z")} or not body.names() <= set(names) or parts[0].name in names:
        return None
    return {"function": [(body,)], "letters": [letters(*names)], "value": [letters(parts[0].name)]}


def _level(expression: str, variables: Sequence[str]) -> Given | None:
    """Return an equation in x, y and z."""
    parts = _told(expression, variables)
    if len(parts) != 1:
        return None
    equation = isinstance(parts[0].body, Equation)
    if not equation and parts[0].name not in _SPACE:
        return None
    zero = parts[0].zero
    return (
        {"zero": [(zero,)]} if zero.names() == _SPACE or (equation and {"x", "z"} <= zero.names() <= _SPACE) else None
    )


def _points(expression: str, variables: Sequence[str]) -> Given | None:
    """Return three points of space."""
    parts = _told(expression, variables)
    bodies = [_vector(part) for part in parts]
    if len(parts) != 3 or any(one is None or len(one.args) != 3 or one.names() for one in bodies):
        return None
    if not all(re.search(r"\(", expression) for _ in parts) or "=" in expression:
        return None
    return {"point": [one.args for one in bodies if one is not None]}


_THREE = rf"{POINT}(?:,|,? and) ?{POINT}(?:,|,? and|, and) ?{POINT}"
_PARTIAL = (
    r"(?:\\[dt]?frac ?\{{ ?\\partial ?{above} ?\}} ?\{{ ?\\partial ?{below} ?\}}|\\partial ?{above} ?/ ?\\partial ?"
)
_PARTIAL += r"{below}|∂ ?{above} ?/ ?∂ ?{below}|{above}_\{{?{below}\}}?)"
_IMPLICIT = (
    r"if z is (?:defined|given)? ?implicitly(?: defined)? as a function of x and y(?: by)?|by implicit differentiation"
    r"|implicit differentiation|implicitly|z|z ?= ?f ?\( ?x ?, ?y ?\)|(?:as|is) a function of x and y|defined|assuming"
    r"|that|z is|differentiable"
)
FIELDS = Family(
    name="fields",
    printed=_field,
    things={
        "divergence": rf"divergence(?: of)?(?: {_F}{_CALLED})?|div(?:\\[,;])? ?\(?{_F}\)?|\\nabla ?\\cdot ?{_F}",
        "curl": rf"(?:curl|rotation)(?: of)?(?: {_F}{_CALLED})?|(?:curl|rot)(?:\\[,;])? ?\(?{_F}\)?|\\nabla"
        rf" ?\\times ?{_F}",
        "potential": rf"(?:scalar )?potential(?: functions?)?(?: (?:f|φ|\\phi|\\varphi|u))?(?: (?:for|of))?(?: the)?"
        rf"(?: vector)?(?: field)?(?: {_F})?|(?:scalar )?function f (?:such that|with|so that|for which|satisfying) "
        rf"(?:{_F} ?= ?\\nabla ?f|\\nabla ?f ?= ?{_F})|(?:scalar )?function (?:f )?whose gradient(?: vector)?"
        rf"(?: field)? is {_F}",
    },
    nouns=rf"(?:(?:conservative|vector|force|velocity|electric) )*fields?(?: {_F}{_CALLED})?|acts|in space|of an?"
    rf" fluid|{_F}{_CALLED}|(?:show|verify|check) that (?:the (?:vector )?field |{_F}|it) ?(?:is conservative)(?:"
    rf" and)?|is conservative|both|f|vectors?|\\nabla ?f ?= ?{_F}|{_F} ?= ?\\nabla ?f",
    givens={"at": AT_POINT},
    allows=("at",),
)
PATHS = Family(
    name="paths",
    printed=_path,
    things={
        "unit tangent": r"unit tangent(?: vector)?s?(?: T)?(?: ?\( ?(?:t|0) ?\))?(?: (?:to|of) the curve)?",
        "unit normal": r"(?:principal )?unit normal(?: vector)?s?(?: N)?(?: ?\( ?t ?\))?",
        "curvature": r"curvature(?: κ| \\kappa)?(?: ?\( ?t ?\))?",
        "speed": r"speed",
        "velocity": r"velocity(?: vector)?",
        "acceleration": r"acceleration(?: vector)?",
        "arc length": r"(?:exact |total )?(?:arc ?length|length(?: of)?(?: the| an?)*(?: arc| curve| segment| portion"
        rf"| part| circular helix| helix|(?: of)? {_R})*)",
    },
    nouns=rf"(?:(?:space|vector|position|circular|parametric|twisted|smooth) )*(?:curves?|arc|paths?|helix|functions?"
    rf"|particle|object|motion|vectors?|point|position|cubic)(?: {_R})?|{_R}|vector-valued",
    givens={
        "at": AT,
        "from": rf"from (?:the point )?{POINT} to (?:the point )?{POINT}",
        "span": rf"(?:(?:for|from|over|on|between|where|when) )?(?:the )?(?:interval )?(?:({NUMBER}) ?(?:\\leq?|≤|<=)"
        rf" ?t ?(?:\\leq?|≤|<=) ?({NUMBER})|t ?= ?({NUMBER}) (?:to|and) (?:t ?= ?)?({NUMBER})|\[ ?({NUMBER}) ?, ?"
        rf"({NUMBER}) ?\])",
    },
    needs={},
    allows=("at", "from", "span"),
)
MAPS = Family(
    name="maps",
    printed=_map,
    things={
        "jacobian": r"jacobian(?: determinant)?(?: \\[dt]?frac ?\{ ?\\partial ?\( ?x ?, ?y ?\) ?\} ?\{ ?\\partial ?\("
        r" ?[a-z] ?, ?[a-z] ?\) ?\}| \\partial ?\( ?x ?, ?y(?: ?, ?z)? ?\) ?/ ?\\partial ?\( ?[a-z] ?, ?[a-z](?: ?,"
        r" ?[a-z])? ?\))?|\\[dt]?frac ?\{ ?\\partial ?\( ?x ?, ?y ?\) ?\} ?\{ ?\\partial ?\( ?[a-z] ?, ?[a-z] ?\) ?\}",
        "first": r"dy ?/ ?dx|\\[dt]?frac ?\{ ?dy ?\} ?\{ ?dx ?\}|(?:the )?first derivative",
        "second": r"d\^2 ?y ?/ ?d ?x\^2|\\[dt]?frac ?\{ ?d\^2 ?y ?\} ?\{ ?dx\^2 ?\}|(?:the )?second derivative(?: of y"
        r" with respect to x|,? d\^2 ?y ?/ ?d ?x\^2|,? \\[dt]?frac ?\{ ?d\^2 ?y ?\} ?\{ ?dx\^2 ?\})?",
    },
    nouns=r"(?:coordinate |change of |spherical |polar |cylindrical )?(?:transformations?|maps?|mapping|variables"
    r"|substitution|coordinates)|determinant|(?:parametric |parametrically )?(?:curves?|equations?|defined)|(?:in"
    r" terms|as functions?) of (?:the parameter )?t|parameter|defined|parametrically",
    givens={"at": AT},
    allows=("at",),
)
_TANGENT_PLANE = rf"{EQUATION}(?:tangent plane|plane (?:that is )?tangent)(?: to)?(?: the)?(?: given)?"
SURFACES = Family(
    name="surfaces",
    printed=_surface,
    things={
        "steepest": r"(?:maximum|greatest|largest|maximal) (?:rate of (?:change|increase)|directional derivative)"
        r"(?: of)?(?: the function)?(?: f)?",
        "direction": r"direction (?:of|in which|for) (?:the |this )?(?:maximum|greatest|steepest|fastest|most rapid)"
        r"(?: rate of)? (?:increase|ascent|change)|direction in which (?:it|this|the maximum|this maximum) occurs",
        "tangent plane": _TANGENT_PLANE,
        "linearization": rf"{EQUATION}(?:lineari[sz]ation|linear approximation)(?: L ?\( ?x ?, ?y ?\)| L)?(?: of| to)?",
        **surface_extremes.THINGS,
    },
    does={
        **surface_extremes.DOES,
        "direction ": r"in (?:which|what) direction does (?:it|this|that)(?: maximum)? occur",
    },
    nouns=r"(?:the )?(?:surface|function|graph|paraboloid|elliptic paraboloid)(?: f(?: ?\( ?x ?, ?y(?: ?, ?z)? ?\))?)?"
    r"|f(?: ?\( ?x ?, ?y(?: ?, ?z)? ?\))?",
    givens={
        "at": rf"{AT_POINT}|(?:near|around|about) (?:the )?(?:point )?{POINT}"
        rf"|(?:at|when|where) x ?= ?({NUMBER})(?:,| and|, and) ?y ?= ?({NUMBER})",
    },
    needs={"steepest": ("at",), "tangent plane": ("at",), "linearization": ("at",)},
    allows=("at",),
    yields=surface_extremes.YIELDS,
)
LEVELS = Family(
    name="levels",
    printed=_level,
    things={
        "dz/dx": _PARTIAL.format(above="z", below="x"),
        "dz/dy": _PARTIAL.format(above="z", below="y"),
        "distance": r"(?:(?:perpendicular|shortest) )?distance",
        "closest": r"point(?: on (?:the|this) plane)?(?: (?:that is|which is|that lies))? (?:closest|nearest)(?: to)?",
        "tangent plane": _TANGENT_PLANE,
    },
    nouns=rf"(?:the )?(?:plane|surface|equation|level surface|ellipsoid|sphere|hyperboloid|cone|paraboloid)"
    rf"|{_IMPLICIT}",
    givens={"at": rf"(?:(?:from|at|to|between|and) )?(?:the )?(?:given )?(?:point )?{POINT}"},
    needs={"distance": ("at",), "closest": ("at",), "tangent plane": ("at",)},
    allows=("at",),
)
SPACE_POINTS = Family(
    name="space points",
    printed=_points,
    things={
        "plane": rf"{EQUATION}plane",
        "triangle": r"area(?: of (?:the |this )?triangle(?: [A-Z]{3})?)?",
        "centroid": r"centroid(?: of (?:the |this )?triangle(?: [A-Z]{3})?)?",
    },
    nouns=r"(?:that |which )?(?:passes|passing|pass|goes|going|contains|containing|determined|formed|vertices|corners)"
    r"|through|(?:the )?(?:three )?points|all three|PQR|ABC|with vertices|(?:the )?triangle(?: [A-Z]{3})?|vertices",
    givens={"said": _THREE},
    allows=("said",),
)
FAMILIES = (FIELDS, PATHS, MAPS, SURFACES, LEVELS, SPACE_POINTS)
"""The families of this module."""
