r"""Families of planes and lines in space: a plane by a point and its normal vector, and the point on it of a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.tree import Equation, Node
from ..formulas.vector_notation import printed_vectors
from .family import VECTOR, Family, Given, formula
from .printed_parts import Part, Told
from .usual_words import EQUATION, POINT, letters, styled

_SPACE = frozenset("xyz")


def _parts(expression: str, variables: Sequence[str]) -> list[Part]:
    return Told(expression, tuple(dict.fromkeys((*"xyz", *variables))), ()).parts()


def _is_vector(part: Part) -> bool:
    body = part.body
    return isinstance(body, Node) and body.head == "matrix" and len(body.args) == len("xyz") and not body.names()


def _plane(expression: str, variables: Sequence[str]) -> Given | None:
    """Return a normal vector and a point, of which one may be missing, or a plane."""
    made: Given = {}
    for part in _parts(expression, variables):
        body = part.body
        if isinstance(body, Equation) and part.zero.names() == _SPACE:
            made.setdefault("plane", []).append((part.zero,))
        elif not _is_vector(part) or not isinstance(body, Node):
            return None
        elif part.name is not None and part.name.isupper() and part.name != "N":
            made.setdefault("point", []).append(body.args)
        else:
            made.setdefault("normal" if part.name in {"n", "N"} else "vector", []).append((body,))
    return made if all(len(values) == 1 for values in made.values()) else None


def _fits(given: Given) -> bool:
    """Return whether a point and one direction are given; a vector is normal if the words or its name say so."""
    ways = [role for role in ("normal", "vector", "plane") if role in given]
    said = {"normal": True, "vector": "perpendicular" in given, "plane": "parallel" in given}
    return len(ways) == 1 and said[ways[0]] and ("parallel" in given) is (ways == ["plane"])


_N = styled("(?-i:[nNuvwabd])")
_NORMAL = r"(?:(?:the|a|an|its|as|given|following) )*normal(?: vector| direction)?"
_UPRIGHT = r"(?:perpendicular|orthogonal|normal|at right angles) to(?: (?:the|a|given|following))*(?: vector)?"
PLANES = Family(
    name="planes",
    printed=_plane,
    things={"plane": rf"(?:(?:cartesian|general|scalar|standard) )?{EQUATION}plane(?: (?-i:[PE])(?= ))?"},
    nouns=r"(?:that |which )?(?:passes|passing|pass|goes|going|contains|containing)|(?:that|which)|through|and|point"
    rf"|vector|{_N}",
    givens={
        "point": rf"(?:(?:the|a|given) )*(?:point )?{POINT}",
        "normal": rf"(?:(?:with|whose|has|having) )?{_NORMAL}(?: is)?(?: {_N} ?=)? ?({VECTOR})|{_UPRIGHT}"
        rf"(?: {_N} ?=)? ?({VECTOR})",
        "perpendicular": rf"(?:(?:with|whose|has|having) )?(?:{_N} as )?{_NORMAL}(?: (?:is )?{_N})?|{_UPRIGHT}"
        rf"(?: {_N})?",
        "parallel": r"parallel to(?: (?:the|given|following))*(?: plane)",
    },
    needs={"plane": ("point",)},
    allows=("normal", "perpendicular", "parallel"),
    fits=_fits,
)
_LETTER = r"(?P<letter>[a-z]|\\lambda|\\mu|λ|μ)(?![a-z])"
_OPEN = r"(?=\\left|\\begin|\\langle|⟨|<|\(|\[)"
_LINE = re.compile(rf"^(?P<start>.*?)(?P<sign>[-+]) *{_LETTER} *(?:\\,)? *{_OPEN}(?P<way>.*)$", re.DOTALL)
_CUT = re.compile(r"(?:,|;|\\q?quad(?![a-z])|\\text *\{[^}]*\}| and )(?=[^,;]*[xyz][^,;]*=[^,;]*$)")
_HEAD = re.compile(rf"^\s*\$?(?:(?:L|\\ell|l)(?:_\d)?\s*:\s*)?(?:{styled('r')}(?:\(\w\))?|\(x, *y, *z\))\s*=\s*")


def _line(expression: str, variables: Sequence[str]) -> Given | None:
    """Return the coordinates on a line and their letter, and a plane if it is printed after it, or a plane alone."""
    expression = expression.strip(" $.")
    line, cut, plane = expression, None, ""
    if (cut := _CUT.search(expression)) and "=" in expression[: cut.start()]:
        line, plane = expression[: cut.start()], expression[cut.end() :]
    found = _LINE.match(_HEAD.sub("", line)) if _HEAD.match(line) else None
    made: Given = {}
    if found:
        start, way = (
            printed_vectors(re.sub(r"^\((.*[ijk]\}?)\)$", r"\1", found[one].strip())) for one in ("start", "way")
        )
        if len(start) != 1 or len(way) != 1 or len(start[0].entries) != len("xyz") != len(way[0].entries):
            return None
        name = {"λ": "lambda", "μ": "mu"}.get(found["letter"], found["letter"].strip("\\"))
        sides = zip(start[0].entries, way[0].entries, strict=True)
        shown = [rf"({a}) {found['sign']} {found['letter']} \cdot ({b})" for a, b in sides]
        made["line"] = [tuple(formula(one, (name,)) for one in shown)]
        made["letters"] = [letters(name)]
    else:
        parts = _parts(expression, variables)
        bodies = {part.name: part.body for part in parts if part.name in _SPACE and isinstance(part.body, Node)}
        others = [part for part in parts if part.name not in bodies]
        own = frozenset[str]().union(*(body.names() for body in bodies.values() if isinstance(body, Node)))
        if bodies:
            if {*bodies} != _SPACE or len(own) != 1 or own & _SPACE:
                return None
            made["line"] = [tuple(body for _, body in sorted(bodies.items(), key=str) if isinstance(body, Node))]
            made["letters"] = [letters(*own)]
        plane = expression if not bodies else ""
        made |= {"plane": [(one.zero,) for one in others]} if others else {}
        return made if len(others) < 2 and all(isinstance(one.body, Equation) for one in others) else None
    return made | ({"plane": [(one.zero,) for one in _parts(plane, variables)]} if plane.strip() else {})


_SIDE = r"(?:[-−+*/\d() ]|(?<=\d)\.(?=\d)|[xyz](?![a-z]))+"
_INNER = r"(?:[-−+*/\d. ]|[a-z](?![a-z])|\\[dt]?frac ?\{\d+\} ?\{\d+\})+?"
_MEETS = r"(?:meets?|intersects?|cuts?|crosses|cross|pierces?|hits?)"
LINES = Family(
    name="lines and planes",
    printed=_line,
    things={
        "meet": rf"(?:coordinates of )?(?:the )?points?(?: [A-Z])? (?:of intersection|(?:at|in) which|where)(?: of)?"
        rf"(?: the line {_MEETS})?|coordinates of (?:the |their )?(?:point of )?intersection|intersection(?: point)?",
        "parameter": r"value of (?:the parameter )?(?:t|s|\\lambda|λ)(?: (?:at|for) which| where)?",
    },
    does={
        "meet ": rf"where (?:does|do) the line(?: (?-i:[Ll]))? {_MEETS}(?= )|at (?:what|which) point does the line"
        rf" {_MEETS}"
    },
    nouns=rf"(?:the )?(?:straight )?line(?: (?-i:[Ll]))?|(?:the )?plane|{_MEETS}|{styled('r')}",
    givens={
        "plane": rf"(?:with |and )?(?:the )?(?:plane )?(?:with equation |whose equation is )?((?! ){_SIDE})"
        rf"= ?({_SIDE}?)(?= ?(?:[.,;?:]|$| and | with ))",
        "line": rf"x ?= ?({_INNER}),? y ?= ?({_INNER}),?(?: and)? z ?= ?({_INNER})(?= ?(?:[.,;?:]|$| and | {_MEETS}"
        r"| with ))",
    },
    needs=dict.fromkeys(("meet", "meet ", "parameter"), ("line", "plane")),
    letters=("x", "y", "z", "t"),
)
FAMILIES = (PLANES, LINES)
"""The families of this module."""
