"""The answers about integrals along a path that the words tell: arcs with a parameter, or the region inside."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, TypeAlias

import sympy  # type: ignore[import-untyped]

from ..finding import Finding, unknown
from .comparisons import Asked, Judge, letter, size, value
from .region_answers import agrees, iterated
from .region_pieces import ROUND, SIDES, TURNS, Told, pieces_of, solved, total_of
from .space_answers import passes

_SPACE = _X, _Y, _Z = tuple(map(letter, "xyz"))
_T = letter("t")
Arc: TypeAlias = tuple[tuple[Any, ...], Any, Any]
"""A curve by the parameter t, and its start and end."""


class _Path:
    """What the words tell of a path; each part that is used is taken away, so that nothing remains unread."""

    def __init__(self, asked: Asked) -> None:
        self.by_length = "density" in asked.parts
        self.told = Told(asked, len("xy"), ignored=("closed", "density", "field", "positive", "negative", "green"))
        self.turn = 1 if "positive" in asked.parts else -1 if "negative" in asked.parts else 0
        if {"positive", "negative"} <= asked.parts.keys():
            raise ValueError("turn")
        self.is_closed = bool(asked.parts.keys() & {"closed", "green"})
        self.is_arc = bool(
            self.told.left.keys() & {"edge", "unit circle"} and self.told.left.keys() & {*SIDES, "quadrant"}
        )
        self.ends = self._taken("from")
        self.dimension = 3 if any(len(one) > len("xy") for one in asked.all("field")) else 2

    def _taken(self, role: str) -> list[tuple[Any, ...]]:
        (numbers,) = self.told.left.pop(role, [()])
        count = 3 if len(numbers) % 2 or (role == "from" and len(numbers) == 2 * len("xyz")) else 2
        return [tuple(numbers[at : at + count]) for at in range(0, len(numbers), count)]

    def arcs(self) -> list[Arc] | None:
        """Return the arcs of the path; None if it is not known, or is the rim of a region."""
        left = self.told.left
        if left.keys() & {"vector", "units", "x of t", "y of t", "z of t"}:
            return self._by_parameter()
        if "through" in left:
            return _joined(self._taken("through"))
        if left.pop("straight", None) is not None and len(self.ends) == 2:
            return None if self.turn else _joined(self.ends)
        for role in ("triangle", "rectangle"):
            if role in left:
                corners = self._taken(role)
                return _joined([*self._in_order(corners), self._in_order(corners)[0]])
        if left.keys() & ROUND:
            return self._round()
        return self._along_graph() if len(self.told.curves) == 1 else None

    def _by_parameter(self) -> list[Arc] | None:
        left = self.told.left
        (body,) = left.pop("vector", None) or left.pop("units", None) or [()]
        if not body:
            body = tuple(one[0] for name in "xyz" for one in left.pop(f"{name} of t", []))
        spans = left.pop("span", [])
        for role in ("edge", "half", "quarter"):
            left.pop(role, None)
        made = sympy.Matrix(body)
        ends = spans[0] if spans else tuple(passes(made, _T, one) for one in self.ends)
        if self.turn or made.free_symbols != {_T} or len(ends) != 2 or None in ends:
            return None
        if self.ends and [tuple(made.subs(_T, one)) for one in ends] != self.ends:
            return None
        return [(tuple(body), *ends)]

    def _in_order(self, corners: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        """Return corners in the order of the path."""
        area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(corners, [*corners[1:], corners[0]], strict=True))
        turn = self.turn or (1 if self.is_closed or self.by_length else 0)
        if turn == 0 or area == 0:
            raise ValueError("turn")
        return corners if area * turn > 0 else corners[::-1]

    def _round(self) -> list[Arc] | None:
        ways, radii = self.told.sides(), self.told.radii(solid=False)
        if ways not in TURNS or radii is None or radii[0] != 0 or (ways and (self.is_closed or not self.is_arc)):
            return None
        start, end = (sympy.pi / 2 * one for one in TURNS[ways])
        arc = tuple(radii[1] * one for one in (sympy.cos(_T), sympy.sin(_T)))
        if self.by_length:
            return None if self.ends else [(arc, start, end)]
        ahead, back = ([tuple(one.subs(_T, at) for one in arc) for at in ends] for ends in ((start, end), (end, start)))
        turn = self.turn or (1 if self.is_closed and not ways else 0)
        if self.ends:
            along = 1 if self.ends == ahead else -1 if self.ends == back else 0
            turn = along if turn in {0, along} else 0
        return [(arc, start, end)] if turn == 1 else [(arc, end, start)] if turn == -1 else None

    def _along_graph(self) -> list[Arc] | None:
        (curve,) = self.told.curves
        for across, along in ((_Y, _X), (_X, _Y)):
            graph = solved(curve, across)
            if graph is None or graph.free_symbols - {along} or len(self.ends) != 2 or self.turn:
                continue
            arc = tuple({across: graph, along: along}[one].subs(along, _T) for one in (_X, _Y))
            span = [one[_SPACE.index(along)] for one in self.ends]
            if all(tuple(one.subs(_T, at) for one in arc) == end for at, end in zip(span, self.ends, strict=True)):
                self.told.curves = []
                return [(arc, *span)]
        return None


def _joined(corners: Sequence[tuple[Any, ...]]) -> list[Arc]:
    """Return the segments from corner to corner."""
    ways = [tuple(a + (b - a) * _T for a, b in zip(*one, strict=True)) for one in pairwise(corners)]
    return [(one, sympy.S.Zero, sympy.S.One) for one in ways]


def _along(asked: Asked) -> Finding:
    made = None
    if "field" in asked.parts:
        path = _Path(asked)
        around = not path.is_arc and (path.is_closed or path.turn)
        made = _by_region(_field(asked), path) if around else _by_ends(_field(asked), path)
    if made is None:
        path = _Path(asked)
        arcs = path.arcs()
        parts: list[Any] = [_over(asked, arc) for arc in arcs] if arcs and path.told.is_used else [None]
        made = None if None in parts else sympy.simplify(sum(parts))
    return unknown("the value along the path is not known") if made is None else value(made, asked)


def _field(asked: Asked) -> tuple[Any, ...]:
    return asked.one("field")


def _over(asked: Asked, arc: Arc) -> Any:
    """Return the integral along an arc; None if it is not known."""
    body, start, end = arc
    here = dict(zip(_SPACE, body, strict=False))
    slopes = [sympy.diff(one, _T) for one in body]
    if "density" in asked.parts:
        made = asked.one("density")[0].subs(here, simultaneous=True) * sympy.sqrt(sympy.simplify(size(slopes) ** 2))
    else:
        field = _field(asked)
        if len(field) != len(body):
            return None
        made = sum(one.subs(here, simultaneous=True) * slope for one, slope in zip(field, slopes, strict=True))
    low, high, sign = (start, end, 1) if sympy.N(end - start) > 0 else (end, start, -1)
    made = sympy.simplify(made)
    if made.free_symbols - {_T}:
        return None
    part = iterated(sympy.sympify(made), [(_T, low, high)])
    return sign * part if part is not None and agrees(made, ({}, 1, [(_T, low, high)]), part) else None


def _by_region(field: tuple[Any, ...], path: _Path) -> Any:
    """Return the integral around the region that the words tell, by Green's theorem."""
    if len(field) != len("xy") or path.ends or not all(map(_is_smooth, field)):
        return None
    turned = sympy.simplify(sympy.diff(field[1], _X) - sympy.diff(field[0], _Y))
    total = total_of(turned, pieces_of(path.told), path.told)
    return None if total is None else (path.turn or 1) * total


def _by_ends(field: tuple[Any, ...], path: _Path) -> Any:
    """Return the difference of a potential, for a path of which the words have the ends alone."""
    names = _SPACE[: len(field)]
    if (
        len(path.ends) != 2
        or not path.told.is_used
        or not all(map(_is_smooth, field))
        or len(path.ends[0]) != len(names)
    ):
        return None
    for at, one in enumerate(field):
        for other, name in zip(field[:at], names, strict=False):
            if sympy.simplify(sympy.diff(one, name) - sympy.diff(other, names[at])) != 0:
                return None
    (arc,) = _joined(path.ends)
    here = dict(zip(names, arc[0], strict=True))
    made = sum(one.subs(here, simultaneous=True) * sympy.diff(way, _T) for one, way in zip(field, arc[0], strict=True))
    return iterated(sympy.simplify(made), [(_T, 0, 1)])


def _is_smooth(made: Any) -> bool:
    """Return whether a function has a derivative everywhere."""
    known = (sympy.Add, sympy.Mul, sympy.Pow, sympy.Symbol, sympy.Number, sympy.NumberSymbol)
    for one in sympy.preorder_traversal(made):
        if (
            isinstance(one, sympy.Pow)
            and one.base.free_symbols
            and not one.exp.is_nonnegative
            and not one.base.is_positive
        ):
            return False
        if isinstance(one, sympy.Pow) and one.base.free_symbols and not one.exp.is_integer and not one.base.is_positive:
            return False
        if isinstance(one, sympy.log) and not one.args[0].is_positive:
            return False
        if not isinstance(one, (*known, sympy.exp, sympy.sin, sympy.cos, sympy.log, sympy.atan)):
            return False
    return True


PATH_INTEGRALS: dict[tuple[str, str], Judge] = {
    ("integrals along paths", "value"): _along,
    ("integrals along paths", "value "): _along,
    ("fields along paths", "work"): _along,
    ("fields along paths", "work "): _along,
    ("fields along paths", "value"): _along,
    ("fields along paths", "value "): _along,
    ("fields along paths", "circulation"): _along,
}
"""The judge of each thing that can be asked of a family."""
