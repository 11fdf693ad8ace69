r"""Families of integrals along a path that the words tell: ``\int_C P dx + Q dy``, ``\int_C f ds``, work."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.tree import Node
from .family import Family, Given, formula
from .printed_parts import Told
from .regions_told import REGION
from .usual_words import NUMBER, styled

_SIGN = re.compile(
    r"\s*\$?\s*\\(?P<sign>o?int)(?:\\limits)?\s*_\s*\{?\s*C\s*\}?(?P<body>.+?)(?:\\[,;:! ]|\s|\$|\.)*", re.DOTALL
)
_PART = re.compile(r"(?<![\\a-z])d\s*([xyzs])(?![a-z])")
_BLANK = re.compile(r"\\[,;:! ]|\s+")


def _integral(expression: str, variables: Sequence[str]) -> Given | None:
    """Return the parts of an integral along C, in the order of the letters, or what is integrated along its length."""
    found = _SIGN.fullmatch(expression)
    pieces = _PART.split(found["body"]) if found else []
    names = pieces[1::2]
    if not found or pieces[-1].strip() or not names or len(set(names)) != len(names):
        return None
    parts = {name: _coefficient(text, variables) for text, name in zip(pieces[::2], names, strict=False)}
    if not frozenset().union(*(one.names() for one in parts.values())) <= set("xyz"):
        return None
    given: Given = {"closed": [()]} if found["sign"] == "oint" else {}
    if names == ["s"]:
        return {**given, "density": [(parts["s"],)]}
    order = "xyz" if "z" in names or any("z" in one.names() for one in parts.values()) else "xy"
    if "s" in names:
        return None
    return {**given, "field": [tuple(parts.get(name, formula("0", ())) for name in order)]}


def _coefficient(text: str, variables: Sequence[str]) -> Node:
    plain = _BLANK.sub(" ", text).strip().removeprefix("+").strip()
    return formula({"": "1", "-": "-1"}.get(plain, plain), [*dict.fromkeys((*"xyz", *variables))])


_SPAN = re.compile(
    r"[,;]?\s*(?:\\q?quad|\\[,;: ])*\s*(?:\\text\s*\{[^}]*\}\s*)?(?P<low>[^,;=\\ ]+|-?\d+)\s*"
    r"(?:\\leq?(?:slant)?|≤|<=)\s*t\s*(?:\\leq?(?:slant)?|≤|<=)\s*(?P<high>[^,;=]+?)\s*$"
)
_CURVE = re.compile(r"(?<![A-Za-z\\])C\s*:\s*")


def _field(expression: str, variables: Sequence[str]) -> Given | None:
    """Return a field in x, y and z, and the path by its letter t with the ends if it is printed, too."""
    span = _SPAN.search(expression)
    printed = _CURVE.sub(" ", expression[: span.start()] if span else expression)
    field, *others = Told(printed, tuple(dict.fromkeys((*"xyz", *variables, "t"))), ()).parts()
    body = field.body
    if len(others) > 1 or not isinstance(body, Node) or body.head != "matrix" or body.rows == 1:
        return None
    if field.name not in {"F", "G", "V", "v"} or not body.names() <= set("xyz"):
        return None
    made: Given = {"field": [body.args]}
    for path in others:
        way = path.body
        if path.name != "r" or not isinstance(way, Node) or way.head != "matrix" or way.names() != {"t"}:
            return None
        made["vector"] = [way.args]
    if span:
        made["span"] = [tuple(formula(span[end], ()) for end in ("low", "high"))]
    return made


_T = r"(?:\\(?:sqrt|[dt]?frac|cdot|sin|cos|ln)(?![a-z])|sin|cos|[-−+*/^{}()\d.teπ]|(?<! ) (?=[-−+*/^{}()\d.\\teπsc]))+?"
_I, _J, _K = (rf" *(?:\\(?:mathbf|hat|vec|boldsymbol) ?\{{? ?\\?{one}(?:math)? ?\}}?|{one}(?![a-z]))" for one in "ijk")
_R = rf"(?:{styled('r')}(?: ?\( ?t ?\))? ?= ?)"
_P2 = rf"(?:[A-Z] ?=? ?)?\( ?({NUMBER}) ?, ?({NUMBER})(?: ?, ?({NUMBER}))? ?\)"
_POINT = rf"(?:the )?(?:origin|(?:point )?{_P2})"
_LE = r" ?(?:\\leq?(?:slant)?(?![a-z])|≤|<=) ?"
_TURNED = r"(?:(?:traversed|oriented|taken|described|going|with|in the|once|around|in a|is|and|a)[ ,]*)*"
_PATH_WORDS = (
    "unit disc|unit circle|radius|centred|rim|edge|flat|half|quarter|x >= 0|x <= 0|y >= 0|y <= 0|quadrant|box|between"
    "|triangle|rectangle|curve|axes|x-axis|y-axis|within|ring|radii"
)
_GIVENS: dict[str, str] = {
    **{role: REGION[role] for role in _PATH_WORDS.split("|")},
    "vector": rf"{_R}(?:\\langle|⟨|\() ?({_T}) ?, ?({_T})(?: ?, ?({_T}))? ?(?:\\rangle|⟩|\))",
    "units": rf"{_R}({_T}){_I} *(?:\+ ?|(?=[-−]))({_T}){_J}(?: *(?:\+ ?|(?=[-−]))({_T}){_K})?",
    **{f"{name} of t": rf"{name}(?: ?\( ?t ?\))? ?= ?(?=[^,.;?]*t)({_T})(?=[,;.?\s]|$)" for name in "xyz"},
    "span": rf"(?:(?:for|where|with|from|as t (?:goes|runs|varies) from) )?(?:({NUMBER}){_LE}t{_LE}({NUMBER})"
    rf"|t ?= ?({NUMBER}) to (?:t ?= ?)?({NUMBER})|t ?\\in ?\[ ?({NUMBER}) ?, ?({NUMBER}) ?\])",
    "from": rf"(?:that (?:goes|runs) |going |running )?(?:from|joining|between|connecting) (?:the )?(?:points? )?{_P2} "
    rf"(?:to|and|with) (?:the )?(?:point )?{_P2}",
    "through": rf"from {_P2},? to {_P2},?(?: and)?(?: then)? to {_P2}(?:,?(?: and)?(?: then)? to {_P2})?",
    "straight": r"(?:straight )?line segments?|straight lines?(?: segment)?|segment",
    "positive": rf"{_TURNED}(?:positive (?:orientation|direction|sense)|positively[- ]oriented"
    r"|(?:counter-?|anti-?)clockwise(?: (?:direction|sense|orientation))?)",
    "negative": rf"{_TURNED}(?:negative (?:orientation|direction|sense)|negatively[- ]oriented"
    r"|clockwise(?: (?:direction|sense|orientation))?)",
    "green": r"(?:(?:by|using|use|with|applying) )?Green's theorem|boundary(?: curve)?(?: of)?(?: the)?(?: region)?"
    r"|closed (?:curve|path)|enclos(?:es|ing)|bounds",
}
_C = r"(?-i:C)(?![a-z])"
_LINE = r"(?:(?:the|this|following|given) )*(?:line |curve |path |contour )?integral"
_F = styled("(?-i:[FGVv])") + r"(?: ?\( ?x ?, ?y ?(?:, ?z ?)?\))?"
_WRITTEN = rf"\\o?int(?: ?_ ?\{{?C\}}?)? ?{_F} ?(?:\\cdot|·|\.) ?d ?{styled('r')}"
_HOLD = (
    rf"(?:the |a |an )?(?:smooth |plane |given |oriented |circular |semi-?circular |space )*(?:curves?|paths?|arc|helix"
    rf"|part|portion|parabola|particle|object)(?: {_C})?|{_C}(?: ?:)?|along|over|around|round|once|consists|consisting"
    r"|is the|then|starting|ends?|ending|that (?:moves|goes|travels)|moves?|moving|(?:which|that)(?: is)?"
    r"|traversed|traced(?: out)?|parametri[sz]ed|(?:vector )?(?:function|equation)s?"
    rf"|(?:force |vector |conservative )*fields?(?: {_F})?|{_F}|force|acts?|acting|in (?:the )?(?:xy-)?(?:plane|space)"
    rf"|parameter|of (?:the )?function|any|(?:show|verify|prove) that (?:{_LINE}|it) is (?:independent of (?:the )?path"
    r"|path[- ]independent)(?: and)?|independent of (?:the )?path|bounded(?: by)?|enclosed(?: by)?|region|triangular"
    rf"|(?:given|described|defined) by|{styled('r')}(?: ?\( ?t ?\))?(?! ?=)"
    r"|oriented|sides? of|perimeter of|square|triangle|rectangle|circular"
)
_GIVEN_ROLES = tuple(_GIVENS)
INTEGRALS = Family(
    name="integrals along paths",
    printed=_integral,
    things={"value": rf"(?:exact )?value(?: of)?(?: {_LINE})?|{_LINE}"},
    does={
        "value ": rf"evaluate(?: it)?(?: {_LINE})?(?= |\.|,|$)|(?:calculate|compute|work out|find)(?: the value of)?"
        rf" {_LINE}"
    },
    nouns=_HOLD,
    givens=_GIVENS,
    allows=_GIVEN_ROLES,
    several=("curve", "rim", "between"),
)
WORK = Family(
    name="fields along paths",
    printed=_field,
    things={
        "work": rf"(?:total )?work(?: done)?(?: by (?:the )?(?:force |vector )*(?:field|force)?(?: ?{_F})?)?"
        r"(?: (?:in|when|on|as it|that) (?:moving|moves|it moves)? ?)?",
        "value": rf"(?:value of )?(?:{_WRITTEN}|{_LINE}(?: of (?:the )?(?:vector )?(?:field )?{_F})?(?: {_WRITTEN})?)",
        "circulation": rf"circulation(?: of (?:the )?(?:vector )?(?:field )?(?:{_F})?)?",
    },
    does={
        "work ": rf"how much work (?:does|is done by) (?:the )?(?:force |vector )*(?:field|force)?(?: ?{_F})?(?: do)?"
        r"(?: (?:in|when|on|as it|that) (?:moving|moves|it moves)? ?)?",
        "value ": rf"(?:evaluate|calculate|compute|work out|find)(?: the value of)? (?:{_WRITTEN}"
        rf"|{_LINE}(?: of (?:the )?(?:vector )?(?:field )?{_F})?(?: {_WRITTEN})?)",
    },
    nouns=_HOLD,
    givens=_GIVENS,
    allows=_GIVEN_ROLES,
    several=("curve", "rim", "between"),
)
FAMILIES = (INTEGRALS, WORK)
"""The families of this module."""
