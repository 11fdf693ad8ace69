"""Reads solids of revolution whose region the words bound by curves, lengths of curves, and surfaces of revolution."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.derivative import NoRule, derivative
from ..formulas.exact import exact
from ..formulas.notation import parse_point, parse_statement
from ..formulas.same_formulas import is_same
from ..formulas.tree import ONE, TWO, ZERO, Equation, Node, add, call, constant, mul, neg, power, root, symbol
from ..statement import Choices, NotRead, Operation, Statement
from .enclosing import graph_of, real_roots
from .of_functions import Asked, Reader, ends, function, node
from .of_parametric import speed
from .sentence_parts import BETWEEN, FIND, F

_HEAD = re.compile(
    r"^(?:(?:the|both|given|two|vertical|horizontal|straight|by|whose|with|equations?|graphs?|curves?|lines?|parabolas?"
    r"|functions?|of|are) )+(?=[xyfg]\b|[xy]-axis)",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"(?:the |these |all )*(?:given |following |two |indicated )*(?:curves?|graphs?|equations?|functions?|lines?"
    r"|parabolas?)(?: of (?:the (?:given |following )?(?:equations?|functions?)|f))?",
    re.IGNORECASE,
)
_APART = re.compile(r",(?! ?[\d.]+\])|;|\band\b|\\q?quad|\\text\s*\{[^{}]*\}|\\[ ,;:]")
_RANGE = re.compile(
    r",? ?\(?(?:(?:for|where|from|between|on) )?(?:(?P<low>[^\s,()=]+) ?(?:\\leq?|<=|≤) ?x ?(?:\\leq?|<=|≤)"
    r" ?(?P<high>[^\s,()=]+)|x ?= ?(?P<first>[^\s,()=]+) (?:to|and) x ?= ?(?P<last>[^\s,()=]+)"
    r"|\[(?P<one>[^\s,()=]+), ?(?P<two>[^\s,()=]+)\])\)?$"
)


@dataclass
class _Region:
    """The graphs above and below a region, and the lines beside it."""

    graphs: list[Node] = field(default_factory=list)
    sides: list[Node] = field(default_factory=list)

    def add(self, said: str, choices: Choices) -> None:
        """Add a curve such as ``y = x^2``, ``x = 2`` or "the x-axis".

        Raises:
            NotRead: it is none.
        """
        text = _HEAD.sub("", said.strip(" $.()")).strip()
        if text.lower() in {"x-axis", "the x-axis"}:
            return self._put(self.graphs, ZERO)
        if text.lower() in {"y-axis", "the y-axis"}:
            return self._put(self.sides, ZERO)
        read = parse_statement(text, ["x", "y"], choices)
        printed = read.expression
        if read.operations or read.points or read.ranges:
            raise NotRead(f"{said.strip()!r} is not a curve")
        if isinstance(printed, Equation) and printed.left.name == "x" and not printed.right.names():
            return self._put(self.sides, printed.right)
        if isinstance(printed, Equation) and printed.left.name == "y" and printed.right.names() <= {"x"}:
            return self._put(self.graphs, printed.right)
        if isinstance(printed, Node) and read.function and printed.names() <= {"x"}:
            return self._put(self.graphs, printed)
        if isinstance(printed, Equation) and printed.names() <= {"x", "y"}:
            return self._put(self.graphs, graph_of(printed, said))
        raise NotRead(f"{said.strip()!r} is not a curve of x")

    @staticmethod
    def _put(known: list[Node], made: Node) -> None:
        if not any(is_same(made, other) for other in known):
            known.append(made)

    def bounds(self, *, pieces: bool = False) -> tuple[Node, Node]:
        """Return the ends of the region: its lines, or where its graphs meet.

        Args:
            pieces: whether the region may have several pieces.

        Raises:
            NotRead: they are not known.
        """
        if len(self.graphs) != 2 or len(self.sides) > 2:
            raise NotRead("the region is not clear")
        places = list(self.sides)
        if len(places) < 2:
            met = _meetings(*self.graphs)
            met = [*met[:1], *met[1:][-1:]] if pieces and not places else met
            places += [one for one in met if not any(is_same(one, side) for side in self.sides)]
        if len(places) != 2:
            raise NotRead("the ends of the region are not clear")
        low, high = sorted(places, key=lambda place: approximately(place, 0.0))
        return low, high


def _meetings(one: Node, other: Node) -> list[Node]:
    """Return where two graphs meet: polynomials, or a square root and a polynomial."""
    made = add(one, neg(other))
    rooted = next((part for part in (one, other) if part.head == "root" and part.args[1] == TWO), None)
    if rooted is not None:
        other = other if rooted is one else one
        made = add(rooted.args[0], neg(power(other, TWO)))
    try:
        parts = {degree: exact(part) for degree, part in coefficients(made, "x").items()}
    except NoPolynomial:
        raise NotRead("the ends of the region are not known") from None
    known = {degree: part for degree, part in parts.items() if part}
    if None in parts.values() or not known:
        raise NotRead("the ends of the region are not known")
    found = real_roots(known)
    return [place for place in found if rooted is None or approximately(other, approximately(place, 0.0)) >= 0]


_FUNCTIONS: dict[str, Callable[[float], float]] = {
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "exp": math.exp,
    "log": math.log,
    "abs": abs,
}
_CONSTANTS = {"pi": math.pi, "e": math.e}


def approximately(made: Node, at: float) -> float:
    """Return about which value a formula has, to tell on which side of a line a graph is.

    Raises:
        NotRead: it has a part that is not known, or no value.
    """
    if made.head == "number":
        return float(made.value or 0)
    if made.head == "symbol":
        return at
    parts = [approximately(part, at) for part in made.args]
    with suppress(ValueError, OverflowError, ZeroDivisionError, TypeError):
        made_of: dict[str, Callable[[], float]] = {
            "add": lambda: sum(parts),
            "mul": lambda: math.prod(parts),
            "neg": lambda: -parts[0],
            "div": lambda: parts[0] / parts[1],
            "pow": lambda: float(parts[0] ** parts[1]),
            "root": lambda: float(parts[0] ** (1 / parts[1])),
            "constant": lambda: _CONSTANTS[str(made.value)],
        }
        if made.head in made_of:
            return made_of[made.head]()
        if made.head in _FUNCTIONS and len(parts) == 1:
            return _FUNCTIONS[made.head](parts[0])
    raise NotRead("the region is not understood")


def _are_one_sided(graphs: Sequence[Node], level: Node, low: Node, high: Node) -> bool:
    """Return whether two graphs lie on one side of a level line."""
    start, end, line = (approximately(one, 0.0) for one in (low, high, level))
    inside = [start + (end - start) * (step + 0.5) / 60 for step in range(60)]
    return all(math.prod(approximately(graph, x) - line for graph in graphs) >= -1e-12 for x in inside)


def _bounded(found: re.Match[str], expression: str, choices: Choices) -> _Region:
    """Return the region that the words bound, by the curves that are printed.

    Raises:
        NotRead: they are others, or not understood.
    """
    region, text = _Region(), re.sub(r"\s+", " ", found["curves"]).strip(" ,.:")
    if ranged := _RANGE.search(text):
        ends_said = (
            ranged["low"] or ranged["first"] or ranged["one"],
            ranged["high"] or ranged["last"] or ranged["two"],
        )
        region.sides += [parse_point(end, [], choices) for end in ends_said]
        text = text[: ranged.start()].strip(" ,")
    listed = [part for part in _APART.split(text) if part.strip(" $.")]
    shown = [part for part in _APART.split(expression) if part.strip(" $.")]
    for said in listed:
        for curve in shown if _ALL.fullmatch(said.strip()) else [said]:
            region.add(curve, choices)
    own = _Region()
    for curve in shown:
        own.add(curve, choices)
    named = [*region.graphs, *region.sides]
    if not all(any(is_same(curve, other) for other in named) for curve in (*own.graphs, *own.sides)):
        raise NotRead("the words and the expression name different curves")
    return region


def enclosed(found: re.Match[str], expression: str, _: Sequence[str], choices: Choices) -> Asked:
    """Return the area of a region between two graphs."""
    region = _bounded(found, expression, choices)
    one, other = region.graphs if len(region.graphs) == 2 else (ZERO, ZERO)
    made = call("abs", add(one, neg(other)))
    return Statement(made), ((Operation("integrate", "x", bounds=region.bounds(pieces=True)),),)


def solid(found: re.Match[str], expression: str, _: Sequence[str], choices: Choices) -> Asked:
    """Return the volume of a region between two graphs that is turned about a level or an upright line."""
    region = _bounded(found, expression, choices)
    low, high = region.bounds()
    axis = re.sub(r"\s|\$|line|the", "", found["axis"].lower())
    place = ZERO if axis.endswith("axis") else parse_point(axis[2:], [], choices)
    one, other = region.graphs
    if axis == "x-axis" or axis.startswith("y="):
        if not _are_one_sided(region.graphs, place, low, high):
            raise NotRead("the region lies on both sides of the axis")
        squares = [power(add(graph, neg(place)) if place != ZERO else graph, TWO) for graph in (one, other)]
        made = mul(constant("pi"), call("abs", add(squares[0], neg(squares[1]))))
    else:
        if approximately(low, 0.0) < approximately(place, 0.0) < approximately(high, 0.0):
            raise NotRead("the axis goes through the region")
        away = call("abs", add(symbol("x"), neg(place)))
        made = mul(TWO, constant("pi"), away, call("abs", add(one, neg(other))))
    return Statement(made), ((Operation("integrate", "x", bounds=(low, high)),),)


def between_graphs(curves: Sequence[str], choices: Choices) -> tuple[Node, Node, Node, Node]:
    """Return the ends in x of the one region between two graphs, and the lower and the upper graph."""
    region = _Region()
    for curve in curves:
        region.add(curve, choices)
    low, high = region.bounds()
    middle = (approximately(low, 0.0) + approximately(high, 0.0)) / 2
    bottom, top = sorted(region.graphs, key=lambda graph: approximately(graph, middle))
    return low, high, bottom, top


def are_in_order(ends: Sequence[tuple[Node, Node]]) -> bool:
    """Return whether each lower end is below its upper one: the first ones may be graphs over the last ones' letter."""
    *inner, outer = ends
    start, end = (approximately(one, 0.0) for one in outer)
    inside = [start + (end - start) * (step + 0.5) / 60 for step in range(60)]
    return start < end and all(
        approximately(low, at) <= approximately(high, at) for low, high in inner for at in inside
    )


def length(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the length of a graph, or the area of the surface that it makes when it is turned about the x-axis."""
    if (curve := speed(expression, variables, choices)) and not found.groupdict().get("surface"):
        return Statement(curve[0]), ((Operation("integrate", curve[1], bounds=ends(found, choices, curve[1])),),)
    read, name = function(found, expression, [one for one in variables if one != "y"], choices)
    try:
        slope = derivative(node(read), name)
    except NoRule:
        raise NotRead("the derivative of the curve is not known") from None
    made = root(add(ONE, power(slope, TWO)))
    if found.groupdict().get("surface"):
        made = mul(TWO, constant("pi"), call("abs", node(read)), made)
    return Statement(made), ((Operation("integrate", name, bounds=ends(found, choices, name)),),)


_BY = r"(?:bounded|enclosed|formed|determined)(?: above| below)? by"
_TURN = r"(?:rotat|revolv|spinn|turn)"
_MADE = r"(?:(?:that is|which is|is) )?(?:obtained|generated|formed|produced|created|that results|resulting)"
_AXIS = (
    r"(?:about|around) (?P<axis>the x-axis|the y-axis|(?:the (?:horizontal |vertical )?line )?[xy] ?= ?[-+]?[\d./]+)"
)
_ROUND = r"(?: (?:through )?(?:360 ?(?:degrees|°)|2 ?\\?pi(?: radians)?|once|completely))?"
_VOLUME = rf"{FIND} (?:exact )?volume(?: [VS])?(?: of (?:the|a) (?:resulting )?solid(?: of revolution)?)?"
_REGION = r"(?:the |a )?(?:plane |shaded |finite )?(?:region|area)(?: R)?(?: (?:that is|which is))?"
_TABLE: tuple[tuple[str, Reader], ...] = (
    (
        rf"{_VOLUME}(?:,? {_MADE})?(?: (?:by|when|if|as|from))? {_TURN}ing {_REGION} {_BY} (?P<curves>.+?)"
        rf"{_ROUND} {_AXIS}{_ROUND}",
        solid,
    ),
    (
        rf"{_VOLUME}(?:,? {_MADE})? (?:by|when|if|as) {_REGION} {_BY} (?P<curves>.+?),? is {_TURN}ed"
        rf"{_ROUND} {_AXIS}{_ROUND}",
        solid,
    ),
    (
        rf"{_REGION} {_BY} (?P<curves>.+?),? is {_TURN}ed{_ROUND} {_AXIS}{_ROUND}[.;,](?: and)? {_VOLUME}(?:,?"
        rf" {_MADE})?",
        solid,
    ),
    (
        rf"{FIND} (?:exact )?(?:arc ?)?length(?: [Ls])? of (?:the )?(?:arc |part |portion )?(?:of )?{F},?"
        rf" (?:{BETWEEN})",
        length,
    ),
    (
        rf"{FIND} (?:exact )?(?P<surface>area of the surface|surface area)(?: of revolution)?(?: {_MADE})?"
        rf" (?:by|when|from) {_TURN}ing {F},? (?:{BETWEEN}),? (?:about|around) the x-axis",
        length,
    ),
    (rf"{FIND} (?:exact )?area of {_REGION} {_BY} (?P<curves>.+?)", enclosed),
)
SOLIDS = tuple((re.compile(pattern, re.IGNORECASE), reader) for pattern, reader in _TABLE)
"""Patterns, each with what reads the question from it."""
