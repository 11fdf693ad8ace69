r"""Families of one letter: curvature, derivatives of any order, motions, sums of rectangles, areas in polar form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.notation import parse_statement
from ..formulas.tree import Node
from .extremes import ABOVE, FUNCTION, QUESTIONS, VALUES, WAYS
from .family import ORDINAL, Family, Given
from .graph_points import GRAPH_POINTS, GRAPH_QUESTIONS
from .printed_parts import Part, Told
from .usual_words import AT, COUNT, NUMBER, RULES, SPAN, STRIPS, letters

_PLAIN = {"y", "f", "g", "h", None}
"""Names of a function that is not a quantity of a model."""


def alone(expression: str, variables: Sequence[str]) -> tuple[Part, Node, str] | None:
    """Return the only part that is printed, its expression, and its letter."""
    parts = Told(expression, tuple(variables), ()).parts()
    body = parts[0].body
    if len(parts) != 1 or not isinstance(body, Node) or body.has("matrix") or len(body.names()) != 1:
        return None
    name = next(iter(body.names()))
    return (parts[0], body, name) if parts[0].letters in {(), (name,)} and parts[0].name != name else None


def _curve(expression: str, variables: Sequence[str]) -> Given | None:
    found = alone(expression, variables)
    if found is None or "\\int" in expression or (found[0].name == "r" and found[2] in {"theta", "t"}):
        return None
    name = found[0].name
    given: Given = {"function": [(found[1], *letters(found[2]))]}
    return given | ({"named": [()]} if name else {}) | ({} if name in _PLAIN else {"model": [()]})


def _motion(expression: str, variables: Sequence[str]) -> Given | None:
    """Return a position in the time t."""
    found = alone(expression, variables)
    if found is None or found[2] != "t" or found[0].name not in {"s", "x", "h", "y", "v"}:
        return None
    return {"velocity" if found[0].name == "v" else "position": [(found[1], *letters("t"))]}


def _integral(expression: str, variables: Sequence[str]) -> Given | None:
    """Return an integral between two numbers."""
    if not re.match(r"\s*\$?\\int", expression) or expression.count("\\int") != 1:
        return None
    read = parse_statement(expression.replace("$", ""), variables)
    step = read.operations[0] if len(read.operations) == 1 else None
    body = read.expression
    if step is None or step.tool != "integrate" or step.bounds is None or not isinstance(body, Node):
        return None
    if any(end.names() or end.has("free letter", "infinity") for end in step.bounds) or not step.variable:
        return None
    return {"integral": [(body, *letters(step.variable), *step.bounds)]} if body.names() <= {step.variable} else None


def _polar(expression: str, variables: Sequence[str]) -> Given | None:
    found = alone(expression, variables)
    if found is None or found[0].name != "r" or found[2] not in {"theta", "t"}:
        return None
    return {"polar": [(found[1], *letters(found[2]))]}


_INVERSE = r"(?:\(? ?f ?\^ ?\{? ?-1 ?\}? ?\)?"
CURVES = Family(
    name="curves",
    printed=_curve,
    things={
        "curvature": r"curvature(?: κ| \\kappa)?(?: ?\( ?x ?\))?",
        "radius of curvature": r"radius of curvature",
        **VALUES,
        **GRAPH_POINTS,
        "derivative of order": r"(\d{1,3})-?(?:st|nd|rd|th)(?:[- ]order)? derivative|f ?\^ ?\{? ?\( ?(\d{1,3}) ?\) ?\}?"
        r"(?: ?\( ?x ?\))?(?! ?\()",
        "slope of the inverse": rf"(?:value of )?{_INVERSE}' ?\( ?({NUMBER}) ?\))|(?:derivative|slope) of (?:the |its )"
        rf"?inverse(?: function)?(?: of f)?(?: {_INVERSE}))? at (?:x ?= ?)?({NUMBER})",
    },
    does={
        **QUESTIONS,
        **GRAPH_QUESTIONS,
    },
    nouns=rf"{FUNCTION}|{WAYS}",
    givens={
        "at": AT,
        "above": ABOVE,
        "span": SPAN,
        "both": r"(?:and )?(?:giv(?:e|ing)|stat(?:e|ing)|with) (?:both(?: of)? )?(?:the |its |their )?co-?ordinates"
        r"(?: of each(?: point| one)?)?",
    },
    needs={
        "curvature": ("at",),
        "radius of curvature": ("at",),
        "extremes": ("span",),
    },
    allows=("span", "above", "over", "under", "both"),
)
_REST = (
    r"(?:(?:when|whenever|where|at|if) )?(?:(?:the|those|all|any|each|every) )*(?:(?:instants?|times?|moments?|points?"
    r"|values of t) )?(?:(?:when|at which|for which|where|that) )?"
)
_ZERO = r"(?:(?:is|equals|becomes|=)(?: equal to)? (?:zero|0)|vanishes)"
_BODY = r"(?:particle|object|body|point|car|bug|ball|train|runner|ant|insect|cyclist)"
_TIME = r"(?:second|minute|hour|day)"
MOTIONS = Family(
    name="motions",
    printed=_motion,
    things={
        "acceleration": r"accelerations?(?: a(?: ?\( ?t ?\))?)?",
        "velocity": r"velocit(?:y|ies)",
        "position": r"positions?|displacement(?= (?:at|when|after)\b)",
        "displacement": r"(?:net )?displacement|net (?:distance|change in position)",
        "speed": r"speeds?",
        "distance": rf"(?:total distance|distance(?= (?:travell?ed|covered|that|it|the {_BODY} (?:travels|covers))))(?:"
        rf" (?:that )?(?:the|a|an|is|it|has)* ?{_BODY}?)?(?: ?(?:is |has |it )?(?:travell?ed|covered|moved|travels"
        rf"|covers|moves))?(?: by (?:the|a) {_BODY})?",
    },
    does={
        "distance ": rf"how far (?:does|will|has) (?:the {_BODY}|it) (?:travel(?:led|ed)?|move|go)"
        rf"|(?:what|which)(?: is the)? total distance (?:does|will) (?:the {_BODY}|it) (?:travel|cover|move)"
    },
    nouns=r"(?:a |the )?(?:particle|object|body|point|car|bug|motion)(?: (?:which |that )?(?:moves|moving|travels"
    r"|travelling|is moving))?(?: (?:along|on|in) (?:a |the )?(?:straight |horizontal |coordinate |number |x-)?(?:line"
    r"|axis))?|(?:(?:has|with|its|having) )?position(?: function)? s(?: ?\( ?t ?\))?(?: ?\((?:in )?[a-z]+\))?|(?:at "
    r"|after )?time t(?: ?\((?:in )?[a-z]+\))?|velocity(?: function)?(?: v)?(?: ?\( ?t ?\))?(?: of (?:a|the) "
    r"(?:particle|object|body|car))?(?: moving along (?:a|the) (?:straight )?line)?(?: ?\(in [a-z/]+(?: per"
    r" [a-z]+)?\))? at time t",
    givens={
        "at": rf"(?:at |when |after )?(?:the )?(?:time |instant )?t ?= ?({NUMBER})(?: s(?:econds?)?)?",
        "at rest": rf"{_REST}(?:(?:its|the|their)? ?velocity|v(?: ?\( ?t ?\))?|it|the particle|the object) ?(?:{_ZERO}"
        r"|is (?:momentarily |instantaneously )?(?:at rest|stationary))(?:,? if)?",
        "first": rf"(?:(?:during|in|over|for|within) )?the first ({NUMBER}) ({_TIME}s?)(?: of (?:the|its) motion)?",
        "nth": rf"(?:during|in|over|for|within) the ({ORDINAL}) {_TIME}(?: of (?:the|its) motion)?",
        "unit": rf"(?:at time |after |with |where |and )?t (?:is |being )?(?:measured )?(?:in )?({_TIME}s)(?: (?:later"
        r"|after (?:it starts|the start)))?",
        "at no acceleration": rf"{_REST}(?:(?:its|the)? ?acceleration|a(?: ?\( ?t ?\))?) ?{_ZERO}",
        "span": rf"(?:(?:for|from|over|on|between|during|in) )?(?:the )?(?:time )?(?:interval |period )?(?:of time )?"
        rf"(?:from )?(?:({NUMBER}) ?(?:\\leq?|≤|<=) ?t ?(?:\\leq?|≤|<=) ?({NUMBER})|t ?= ?({NUMBER})"
        rf" (?:s(?:econds?)? )?(?:to|and) t ?= ?({NUMBER})|\[ ?({NUMBER}) ?, ?({NUMBER}) ?\])",
    },
    needs={"displacement": ("velocity",)},
    allows=("at", "at rest", "at no acceleration", "span", "first", "nth", "unit"),
)
INTEGRALS = Family(
    name="integrals by rules",
    printed=_integral,
    things={
        "sum": r"(?:approximat(?:ion|e value)|estimate) (?:to|of|for)(?: the)?(?: value of)?(?: the)?(?: definite)?"
        r" integral"
    },
    does={
        "sum ": r"(?:approximat|estimat|evaluat)(?:e|ing)(?: approximately)?(?: the)?(?: (?:value of|following|given"
        r"|definite|the))* integral",
    },
    nouns=rf"definite|integral|(?:with|using|and|into|for)|equal|{STRIPS}|right|rounded|numerically",
    givens={
        **RULES,
        "count": COUNT,
    },
    needs={"sum": ("count",), "sum ": ("count",)},
    allows=("trapezoid", "simpson", "midpoint", "left", "right"),
)
POLAR = Family(
    name="polar curves",
    printed=_polar,
    things={
        "loop": r"area(?: of(?: the)?(?: region)?)?(?: (?:that is |which is )?(?:enclosed|bounded|inside|within|in"
        r"|contained))?(?: (?:by|in|inside|within))? ?(?:one|a single|a|each|any one)(?: of the)?(?: complete)? "
        r"(?:loops?|petals?|lea(?:f|ves))",
        "area": r"area(?: of(?: the)?(?: region)?)?(?: (?:that is |which is )?(?:enclosed|bounded|inside|within"
        r"|contained))(?: (?:by|in|inside|within))?(?= the)",
    },
    nouns=r"(?:(?:polar|four|three|five|six|eight|two)[- ]?)*(?:(?:leaved?|petal(?:l?ed)?|loop(?:ed)?)[- ])?(?:roses?"
    r"|curves?|cardioid|lima[cç]on|graph)|rose curve|polar|region",
)
FAMILIES = (CURVES, MOTIONS, INTEGRALS, POLAR)
"""The families of this module."""
