r"""The family of extreme values with a constraint: the words or the print give the function, and its constraint.

``\text{subject to}`` may be between the two in print.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.tree import Equation, Node, symbol
from .family import Family, Given
from .printed_parts import Part, Told

_SUBJECT = re.compile(
    r",?\s*\\(?:text|mathrm|textrm)\s*\{[\s,]*(?:subject to|s\.? ?t\.?|such that|with|where|on|given|if)[\s:]*\}"
)
_SPACE = frozenset("xyz")


def _constrained(expression: str, variables: Sequence[str]) -> Given | None:
    """Return a function, an equation, or both."""
    parts = Told(_SUBJECT.sub(", ", expression), tuple(variables), ()).parts()
    bodies = [one for one in parts if _is_function(one)]
    others = [one for one in parts if one not in bodies]
    if len(bodies) > 1 or len(others) > 1 or any(not _is_equation(one) for one in others):
        return None
    made: Given = {"function": [(one.node,) for one in bodies], "constraint": [_sides(one) for one in others]}
    return {role: values for role, values in made.items() if values}


def _is_function(one: Part) -> bool:
    body, names = one.body, one.body.names() if isinstance(one.body, Node) else frozenset()
    return (
        isinstance(body, Node)
        and not body.has("matrix")
        and one.name is not None
        and one.name not in _SPACE - {"z"}
        and len(names) > 1
        and names <= _SPACE - {one.name}
    )


def _is_equation(one: Part) -> bool:
    """Return whether a part is an equation in two letters or three."""
    sides = _sides(one) if isinstance(one.body, Equation) or (one.name in _SPACE) else ()
    names = frozenset[str]().union(*(side.names() for side in sides))
    return len(names) > 1 and names <= _SPACE and not any(side.has("matrix") for side in sides)


def _sides(one: Part) -> tuple[Node, Node]:
    return (one.body.left, one.body.right) if isinstance(one.body, Equation) else (symbol(one.name or ""), one.body)


def _fits(given: Given) -> bool:
    """Return whether the function has the letters of the constraint, and no others."""
    (body,), (left, right) = given["function"][0], given["constraint"][0]
    names = body.names() | left.names() | right.names()
    return names in ({"x", "y"}, {"x", "y", "z"})


_CALL = r"(?: ?\( ?x ?, ?y(?: ?, ?z)? ?\))?"
_F = rf"(?:(?:the )?(?:given |objective |following )*(?:function|expression|quantity)(?: (?-i:[a-zA-Z]){_CALL})?"
_F += rf"|(?:the )?(?:product|value of )?(?-i:[fghuwA-WZ]){_CALL}(?![\w']| ?[(=]))"
_OF = rf"(?:(?: of| to| for|,)? {_F})?"
_SIDE = r"(?:[^=,.;:?]|(?<=\d)\.(?=\d))"
_CURVE = r"constraint|condition|restriction|side condition|curve|circle|ellipse|sphere|ellipsoid|surface"
_BY = r"(?:subject to|given(?: that)?|under|with|on|along|if|where|when|such that|so that|satisfying)(?: the)?"
_BY += r"(?: (?:given|following|unit|straight|side))*"
_BARE = rf"{_BY}(?: (?:{_CURVE}))?(?: that| given by| with equation|:)?"
"""The words before a constraint that is printed."""
_PLACE = rf"(?:{_CURVE}|line|plane|parabola|hyperbola)"
_UNDER = rf"(?:{_BY}(?: {_PLACE})?(?: that| given by| with equation|:)?)"
"""The words before a constraint in the words."""
_KINDS = {
    "largest": ("maximum|maximal|largest|greatest|highest", "maxim", "large|great"),
    "smallest": ("minimum|minimal|smallest|least|lowest", "minim", "small"),
}
_AT = r"(?:(?:at|for) which|where|that|which|when)"


def _things(kind: str) -> dict[str, str]:
    """Return what can be asked about one extreme value, with its words."""
    most, verb, size = _KINDS[kind]
    best = rf"(?:(?:its|an?|the) )?(?:(?:absolute|global|constrained) )?(?:{most})(?: value)?"
    points = (
        r"(?:(?:coordinates of )?(?:the )?points? ?(?:\( ?x ?, ?y(?: ?, ?z)? ?\))?|values? of x(?:,? y)?,? and [yz])"
    )
    return {
        kind: rf"(?:(?:absolute|global|constrained) )?(?:{most})(?: possible| attainable)?(?: values?)?{_OF}",
        f"{kind} point": rf"{points}(?: on (?:the|this) {_PLACE})?,? {_AT} (?:{verb}i[sz]es? {_F}|{_F} (?:(?:has"
        rf"|attains|takes|reaches|achieves|assumes) {best}|is (?:{best}|as {size} as possible))|gives? {best}{_OF}"
        rf"|{best}{_OF} (?:occurs|is (?:attained|reached|achieved)))",
    }


def _does(kind: str) -> dict[str, str]:
    _, verb, _ = _KINDS[kind]
    return {f"{kind} ": rf"{verb}i[sz]e {_F}"}


CONSTRAINED = Family(
    name="functions with constraints",
    printed=_constrained,
    things={
        "extremes": rf"(?:extreme|extremal|extremum|extrema)(?: values)?{_OF}|(?:absolute |global )?(?:maximum|largest"
        rf"|greatest)(?: values?)? and (?:the )?(?:absolute |global )?(?:minimum|smallest|least)(?: values?)?{_OF}",
        **_things("largest"),
        **_things("smallest"),
    },
    does={**_does("largest"), **_does("smallest")},
    nouns=rf"(?:(?:by|using|use|with|apply) )?(?:the )?(?:method of )?lagrange(?:'s)?(?: multipliers?)?(?: method)?"
    rf"|(?:the )?method|{_BARE}|function|{_F}|(?:the )?(?:given )?(?:constraint|condition)",
    givens={
        "constraint": rf"{_UNDER} ({_SIDE}*[xyz]{_SIDE}*) ?= ?({_SIDE}+?)(?= ?(?:[.,;?:]|$| and | to | using | by ))",
        "function": rf"(?-i:[a-zA-Z]) ?\( ?x ?, ?y(?: ?, ?z)? ?\) ?= ?({_SIDE}+?)(?= ?(?:{_BARE}(?!\w)|[.,;?]|$))",
    },
    needs=dict.fromkeys(
        (
            "extremes",
            *(f"{kind}{thing}" for kind in _KINDS for thing in ("", " ", " point")),
        ),
        ("function", "constraint"),
    ),
    yields={f"{kind} ": (kind, f"{kind} point") for kind in _KINDS},
    fits=_fits,
)
FAMILIES = (CONSTRAINED,)
"""The families of this module."""
