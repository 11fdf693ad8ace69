"""Families whose words tell numbers of a printed formula: measured sizes, points of a graph, a determinant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.notation import parse_point
from ..formulas.tree import Node
from .family import Family, Given
from .printed_parts import Told
from .usual_words import NUMBER, POINT, letters

_SIZES = {"r": "radius", "x": "edge", "s": "edge", "a": "edge", "l": "edge"}


def _measure(expression: str, variables: Sequence[str]) -> Given | None:
    """Return a formula of one measured size, which its letter tells: a radius, or an edge."""
    parts = Told(expression, tuple(variables), ()).parts()
    body = parts[0].body
    if len(parts) != 1 or not isinstance(body, Node) or body.has("matrix") or len(body.names()) != 1:
        return None
    name = next(iter(body.names()))
    known = parts[0].name in {"V", "A", "S"} and name in _SIZES
    return {"formula": [(body, *letters(name))], "size": [letters(_SIZES[name])]} if known else None


def _template(expression: str, variables: Sequence[str]) -> Given | None:
    """Return a polynomial in x whose coefficients are letters."""
    parts = Told(expression, tuple(variables), ()).parts()
    body = parts[0].body
    if len(parts) != 1 or not isinstance(body, Node) or parts[0].name not in {"p", "f", "y", "g"}:
        return None
    own = [name for name in variables if name in body.names() and name not in {"x", "y"}]
    if body.names() != {"x", *own} or len(own) not in {2, 3, 4}:
        return None
    return {"function": [(body,)], "unknowns": [letters(*own)]}


_DET = re.compile(
    r"\s*\$?(?:\\det|\\operatorname\{det\}|det)\s*(?:\\left)?\s*\(\s*(?P<factor>-?\d*)\s*(?P<name>[A-Z])\s*"
    r"(?:\^\s*\{?\s*(?P<power>-?\d+|T|\\top)\s*\}?)?\s*(?:\\right)?\s*\)\s*\.?\$?\s*"
)


def _determinant(expression: str, _: Sequence[str]) -> Given | None:
    r"""Return the factor and the power of ``\det(2A^{-1})``."""
    found = _DET.fullmatch(expression)
    if not found:
        return None
    factor = {"": "1", "-": "-1"}.get(found["factor"], found["factor"])
    power = found["power"] if re.fullmatch(r"-?\d+", found["power"] or "") else "1"
    return {"factor": [(parse_point(factor, ()),)], "power": [(parse_point(power, ()),)]}


_CASES = re.compile(
    r"\s*\$?\s*(?P<name>[a-z])\s*\(\s*x\s*\)\s*=\s*(?:\\left\s*\\\{)?\s*\\begin\{(?P<kind>d?cases|array)\}"
    r"(?:\{[lcr]*\})?(?P<rows>.*)\\end\{(?P=kind)\}(?:\s*\\right\s*\.)?\s*\.?\$?\s*",
    re.DOTALL,
)
_ROW = re.compile(
    r"(?P<body>[^&]+?),?\s*&?\s*(?:,|\\text\s*\{\s*(?:if|for|when|,)?\s*\}|\\?(?:if|for|when)\b|\\q?quad|\\[,;: ]|\s)*"
    r"(?<![a-z\\])x\s*(?P<sign><=|>=|<|>|≤|≥|\\leq?(?![a-z])|\\geq?(?![a-z])|\\lt(?![a-z])"
    r"|\\gt(?![a-z]))\s*(?P<at>[^&<>]+?)\s*,?\s*"
)


def _broken(expression: str, variables: Sequence[str]) -> Given | None:
    """Return the two pieces of a function that meet at a number, and the letter in them."""
    found = _CASES.fullmatch(expression)
    rows = [_ROW.fullmatch(row) for row in re.split(r"\\\\(?:\[[^\]]*\])?", found["rows"])] if found else []
    if len(rows) != 2 or rows[0] is None or rows[1] is None or rows[0]["at"] != rows[1]["at"]:
        return None
    below = ["<" in row["sign"] or "≤" in row["sign"] or "l" in row["sign"] for row in rows if row]
    whole = ["=" in row["sign"] or "e" in row["sign"] or row["sign"] in "≤≥" for row in rows if row]
    if sorted(below) != [False, True] or sorted(whole) != [False, True]:
        return None
    pieces = tuple(Told(row["body"], tuple(variables), ()).parts(1)[0].node for row in rows if row)
    own = frozenset().union(*(piece.names() for piece in pieces)) - {"x"}
    place = parse_point(rows[0]["at"], ())
    if len(own) != 1 or place.names():
        return None
    return {"pieces": [pieces], "break": [(place,)], "free letter": [letters(*own)]}


_UNIT = r"(?: ?(?:cm|mm|m|km|in|inch(?:es)?|ft|feet|centimet(?:er|re)s?|met(?:er|re)s?)(?:\^[23])?(?![a-z]))?"
_EVERYWHERE = (
    r"(?: (?:everywhere|for all(?: real)?(?: values of)? x|on (?:\(-(?:\\infty|∞), ?(?:\\infty|∞)\)|all of \\mathbb"
    rf" ?\{{?R\}}?|the (?:whole |entire )?real line)|at x ?= ?({NUMBER})|for every real number x))?"
)
_CONTINUOUS = (
    rf"(?:(?:the )?function ?)?(?:f(?: ?\( ?x ?\))? ?)?(?:is |be |to be )?(?:a )?continuous(?: function)?{_EVERYWHERE}"
)
MEASURES = Family(
    name="measures",
    printed=_measure,
    things={
        "error": r"(?:maximum|largest|greatest|possible|propagated|approximate)(?: (?:possible|absolute))? error(?: in"
        r" (?:the |its )?(?:computed |calculated |computing the )?(?:volume|area|surface area))?(?: of (?:the|a) "
        r"(?:sphere|cube|square|circle|dis[ck]|ball))?(?! in percent)",
        "relative error": r"(?:maximum |possible |approximate )*relative error(?: in (?:the |its )?(?:computed "
        r"|calculated )?(?:volume|area|surface area))?(?: of (?:the|a) (?:sphere|cube|square|circle|dis[ck]|ball))?",
    },
    does={
        "error ": r"(?:estimate|approximate)(?: the)? (?:maximum|largest|greatest|possible|propagated|approximate)(?: "
        r"(?:possible|absolute))? error(?: in (?:the |its )?(?:computed |calculated |computing the )?(?:volume|area"
        r"|surface area))?(?: of (?:the|a) (?:sphere|cube|square|circle|dis[ck]|ball))?",
    },
    nouns=r"(?:(?:use|using|by|with) )?differentials?|of (?:a|the) (?:sphere|cube|square|circle|dis[ck]|circular"
    r" dis[ck]|ball)|sphere|cube|square|circle",
    givens={
        "radius": r"(?:the )?radius(?: of (?:a|the) (?:\w+ )?(?:sphere|circle|dis[ck]|ball))? (?:is|was|has been)(?: "
        rf"(?:measured|found))?(?: (?:to be|as|at))? ({NUMBER}){_UNIT}",
        "edge": r"(?:the )?(?:edge|side)(?: length)?(?: of (?:a|the) (?:cube|square))? (?:is|was|has been)(?: "
        rf"(?:measured|found))?(?: (?:to be|as|at))? ({NUMBER}){_UNIT}",
        "off": r"(?:,? (?:and )?with )?(?:an? )?(?:possible |maximum )*(?:measurement )?error(?: (?:in measurement|in"
        rf" the measurement))? of(?: at most| up to| about)? (?:\\pm ?|±)?({NUMBER}){_UNIT}",
    },
    needs=dict.fromkeys(("error", "relative error", "error "), ("off",)),
    allows=("radius", "edge"),
)
TEMPLATES = Family(
    name="templates",
    printed=_template,
    things={
        "polynomial": r"(?:(?:quadratic|cubic|linear|interpolating) )*(?:polynomial|function|parabola)(?: (?:p|f)(?:"
        r" ?\( ?x ?\))?)?(?: ?(?:[py](?:\(x\))? ?= ?)?a ?[a-z\d\s+^{}]*?(?= (?:whose|that|which|through|with)|[,.]))?",
        "coefficients": r"(?:values? of )?(?:(?:the )?(?:constants|coefficients) )?a, ?b,?(?: and|,) ?c|(?:values"
        r" of )?a and b",
    },
    nouns=r"(?:the )?(?:graph|curve|points?|parabola)|(?:that |which |whose graph |so that |the graph )*(?:passes"
    r"|passing|goes|pass) through",
    givens={
        "three": rf"(?:the )?(?:points )?{POINT},(?: and)? {POINT},?(?: and|,) ?{POINT}",
        "two": rf"(?:the )?(?:points )?{POINT} and {POINT}",
    },
    allows=("three", "two"),
)
DETERMINANTS = Family(
    name="determinants",
    printed=_determinant,
    things={"value": r"(?:value of )?(?:the )?(?:following )?determinant|value"},
    does={"value ": r"(?:find|evaluate|compute|calculate|determine)(?: the)?(?: following)? determinant"},
    nouns=r"A is (?:an? )?|(?:square )?matrix|(?:let )?A be(?: an?)?|invertible",
    givens={
        "rows": r"(\d) ?(?:×|\\times|x|by|-by-) ?\d(?: (?:invertible |square )?matrix)?",
        "whole": rf"(?:\\?det ?\(? ?A ?\)?|\|A\||the determinant of A|its determinant) ?(?:=|is|equals) ?({NUMBER})",
    },
    needs=dict.fromkeys(("value", "value "), ("rows", "whole")),
)
BREAKS = Family(
    name="broken functions",
    printed=_broken,
    things={
        "continuous": r"values? of (?:the )?(?:constant |number |parameter )?([a-z]),? (?:for which|that makes?|which"
        rf" makes?|such that|so that|that will make|makes?)(?: the)? {_CONTINUOUS}",
    },
    does={
        "continuous ": rf"for (?:what|which) values? of (?:the )?(?:constant )?([a-z]) (?:is|will) (?:the"
        rf" )?{_CONTINUOUS}",
    },
    nouns=r"(?:the )?function(?: f)?",
)
_NUMBER = re.compile(r"\\operatorname\{story\}\((?P<number>.+)\)")


def as_story(number: object, rounded: str) -> tuple[str, str]:
    """Return a question for a number that a story asks for, whatever the way to it.

    Args:
        number: how it is made.
        rounded: the words for how it is rounded.
    """
    return f"Find the value{rounded}.", rf"\operatorname{{story}}({number})"


def _story(expression: str, _: Sequence[str]) -> Given | None:
    """Return the number that a story asks for."""
    found = _NUMBER.fullmatch(expression)
    return {"story": [(parse_point(found["number"], ()),)]} if found else None


STORIES = Family(name="stories", printed=_story, things={"value": "value"}, nouns="story", needs={"value": ("story",)})
FAMILIES = (MEASURES, TEMPLATES, DETERMINANTS, BREAKS, STORIES)
"""The families of this module."""
