"""Cuts a region that the words tell into pieces of iterated integrals, and integrates over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any, TypeAlias

import sympy  # type: ignore[import-untyped]

from .comparisons import Asked, letter
from .region_answers import agrees, iterated

_X, _Y, _Z = map(letter, "xyz")
RADIUS, ANGLE, POLAR = (sympy.Dummy(name, real=True, nonnegative=True) for name in ("r", "angle", "polar"))
_SPACE = (_X, _Y, _Z)
Side: TypeAlias = tuple[Any, Any, Any]
Piece: TypeAlias = tuple[dict[Any, Any], Any, list[Side]]
"""What the letters are, the factor of the change, and the letters with their ends, the innermost first."""
SIDES = {"x >= 0": (0, 1), "x <= 0": (0, -1), "y >= 0": (1, 1), "y <= 0": (1, -1), "z >= 0": (2, 1)}
ROUND = {"unit disc", "unit circle", "unit ball", "unit sphere", "radius", "radii"}
ROUND |= {"within", "rim", "ring", "ball", "sphere", "shell"}
TURNS = {(): (0, 4), ((0, 1),): (-1, 1), ((0, -1),): (1, 3), ((1, 1),): (0, 2), ((1, -1),): (2, 4)}
TURNS |= {((0, 1), (1, 1)): (0, 1), ((0, -1), (1, 1)): (1, 2), ((0, -1), (1, -1)): (2, 3), ((0, 1), (1, -1)): (3, 4)}
"""The quarter turns of a region beside the axes."""


class Told:
    """The parts of a region; each that is used is taken away, so that nothing remains unread."""

    def __init__(self, asked: Asked, dimension: int, given: Any = None, ignored: Sequence[str] = ()) -> None:
        around = {"function", "letters", "kind", "under", "three", "four", *ignored}
        self.left = {role: asked.all(role) for role in asked.parts if role not in around}
        self.dimension = dimension
        curves = [(left - right) for left, right in self.left.pop("curve", [])]
        self.curves = [one for one in curves if given is None or sympy.simplify(one - given) * (one + given) != 0]
        for role, lines in (("axes", (_X, _Y)), ("walls", _SPACE), ("x-axis", (_Y,)), ("y-axis", (_X,))):
            if self.left.pop(role, None) is not None:
                self.curves += lines
        self.curves = [one for at, one in enumerate(self.curves) if one not in self.curves[:at]]

    def sides(self) -> tuple[tuple[int, int], ...]:
        """Take the half planes and half spaces."""
        found = {way for role, way in SIDES.items() if self.left.pop(role, None) is not None}
        if self.left.pop("quadrant", None) is not None:
            found |= {(0, 1), (1, 1)}
        if self.left.pop("octant", None) is not None:
            found |= {(0, 1), (1, 1), (2, 1)}
        for role, count in (("half", 1), ("quarter", 2)):
            if self.left.get(role) and len(found) == count:
                del self.left[role]
        return tuple(sorted(found))

    def radii(self, *, solid: bool) -> tuple[Any, Any] | None:
        """Take the radii of a disc or a ring around the origin, or of a ball or a shell if it is solid."""
        if self.left.keys() & {"radius", "radii"} and self.left.pop("centred", None) is None:
            return None
        squares = ("ball", "sphere", "shell") if solid else ("within", "rim", "ring")
        lengths = ("unit ball", "unit sphere") if solid else ("unit disc", "unit circle")
        found: list[Any] = []
        for role in (*lengths, "radius", "radii", *squares):
            for parts in self.left.pop(role, []):
                found += [sympy.sqrt(one) if role in squares else one for one in parts] or [sympy.S.One]
        for role in ("centred", "edge", "solid" if solid else "flat"):
            self.left.pop(role, None)
        found = sorted(set(found), key=sympy.N)
        if not found or len(found) > 2 or found[0].is_positive is not True:
            return None
        return (found[0], found[1]) if len(found) == 2 else (sympy.S.Zero, found[0])

    @property
    def is_used(self) -> bool:
        """Whether nothing remains."""
        return not self.left and not self.curves


def pieces_of(told: Told) -> Iterator[list[Piece]]:
    """Yield each way to cut a region; none if it is not known."""
    kinds = set(told.left)
    if told.dimension == len(_SPACE) and kinds & ROUND:
        yield from _solid(told)
    elif kinds & ROUND:
        yield from _round(told)
    elif "box" in kinds or "rectangle" in kinds:
        yield from _box(told)
    elif "triangle" in kinds:
        (corners,) = told.left.pop("triangle")
        yield from _triangle([tuple(corners[at : at + 2]) for at in (0, 2, 4)])
    elif "between" in kinds:
        yield from _between(told)
    elif told.dimension == len(_SPACE):
        yield from _tetrahedron(told)
    else:
        yield from _enclosed(told)


def _round(told: Told) -> Iterator[list[Piece]]:
    ways, radii = told.sides(), told.radii(solid=False)
    if ways not in TURNS or radii is None:
        return
    start, end = (sympy.pi / 2 * one for one in TURNS[ways])
    if told.curves:
        angles = [_angle(one) for one in told.curves]
        if ways != ((0, 1), (1, 1)) or len(angles) != 2 or None in angles:
            return
        start, end = sorted(angles, key=sympy.N)
        told.curves = []
    put = {_X: RADIUS * sympy.cos(ANGLE), _Y: RADIUS * sympy.sin(ANGLE)}
    yield [(put, RADIUS, [(RADIUS, *radii), (ANGLE, start, end)])]


def _angle(line: Any) -> Any:
    """Return the angle of a line through the origin in the first quadrant."""
    a, b = sympy.diff(line, _X), sympy.diff(line, _Y)
    if (line - a * _X - b * _Y).expand() != 0 or a.free_symbols or b.free_symbols or a * b > 0:
        return None
    return sympy.pi / 2 if b == 0 else sympy.atan(-a / b)


def _solid(told: Told) -> Iterator[list[Piece]]:
    flat = bool(told.left.keys() & {"within", "rim", "ring", "flat"})
    ways, radii = told.sides(), told.radii(solid=not flat)
    turn = tuple(way for way in ways if way[0] < 2)
    if turn not in TURNS or radii is None:
        return
    start, end = (sympy.pi / 2 * one for one in TURNS[turn])
    if not flat:
        put = {
            _X: RADIUS * sympy.sin(POLAR) * sympy.cos(ANGLE),
            _Y: RADIUS * sympy.sin(POLAR) * sympy.sin(ANGLE),
            _Z: RADIUS * sympy.cos(POLAR),
        }
        down = sympy.pi / 2 if (2, 1) in ways else sympy.pi
        yield [
            (put, RADIUS**2 * sympy.sin(POLAR), [(RADIUS, *radii), (POLAR, sympy.S.Zero, down), (ANGLE, start, end)])
        ]
        return
    heights = [sympy.S.Zero] if (2, 1) in ways else []
    for parts in told.left.pop("between", []):
        heights += [parts[0], parts[2]] if parts[1] == _Z else [sympy.nan]
    heights += [solved(one, _Z) for one in told.curves]
    put = {_X: RADIUS * sympy.cos(ANGLE), _Y: RADIUS * sympy.sin(ANGLE)}
    ends = [sympy.simplify(sympy.nan if one is None else one.subs(put)) for one in dict.fromkeys(heights)]
    if len(ends) != 2 or any(one.has(ANGLE, sympy.nan) for one in ends):
        return
    middle = {RADIUS: (radii[0] + radii[1]) / 2}
    low, high = sorted(ends, key=lambda one: sympy.N(one.subs(middle)))
    if any(sympy.N((high - low).subs(RADIUS, radii[0] + (radii[1] - radii[0]) * at / 8)) < -1e-9 for at in range(9)):
        return
    told.curves = []
    yield [(put, RADIUS, [(_Z, low, high), (RADIUS, *radii), (ANGLE, start, end)])]


def solved(line: Any, name: Any) -> Any:
    """Return a letter's formula of an equation of the first degree in it; None for others."""
    slope = sympy.diff(line, name)
    return None if slope == 0 or slope.free_symbols else sympy.expand(name - line / slope)


def _box(told: Told) -> Iterator[list[Piece]]:
    if "rectangle" in told.left:
        (numbers,) = told.left.pop("rectangle")
        corners = {tuple(numbers[at : at + 2]) for at in range(0, len(numbers), 2)}
        across, up = sorted({one[0] for one in corners}, key=sympy.N), sorted({one[1] for one in corners}, key=sympy.N)
        if len(corners) != 4 or len(across) != 2 or len(up) != 2:
            return
        ends = (*across, *up)
    else:
        (ends,) = told.left.pop("box")
    if len(ends) == 2 * told.dimension:
        yield [({}, 1, [(_SPACE[at], ends[2 * at], ends[2 * at + 1]) for at in range(told.dimension)])]


def _between(told: Told) -> Iterator[list[Piece]]:
    sides = {parts[1]: (parts[1], parts[0], parts[2]) for parts in told.left.pop("between")}
    if sorted(map(str, sides)) != ["x", "y", "z"][: told.dimension]:
        return
    order: list[Side] = []
    while sides:
        used = {name for _, low, high in sides.values() for name in low.free_symbols | high.free_symbols}
        free = [name for name in sides if name not in used]
        if not free:
            return
        order.append(sides.pop(free[-1]))
    yield [({}, 1, order)]


def _triangle(corners: Sequence[tuple[Any, ...]]) -> Iterator[list[Piece]]:
    for along, across in ((0, 1), (1, 0)):
        first, middle, last = sorted(corners, key=lambda one: sympy.N(one[along]))
        made: list[Piece] = []
        for start, end in ((first, middle), (middle, last)):
            if start[along] == end[along]:
                continue
            lines = [_line(start, end, along), _line(first, last, along)]
            half = (start[along] + end[along]) / 2
            lines.sort(key=lambda one: sympy.N(one.subs(_SPACE[along], half)))
            made.append(({}, 1, [(_SPACE[across], *lines), (_SPACE[along], start[along], end[along])]))
        yield made


def _line(one: Sequence[Any], other: Sequence[Any], along: int) -> Any:
    slope = (other[1 - along] - one[1 - along]) / (other[along] - one[along])
    return one[1 - along] + slope * (_SPACE[along] - one[along])


def _tetrahedron(told: Told) -> Iterator[list[Piece]]:
    if told.sides() == ((0, 1), (1, 1), (2, 1)):
        told.curves += [one for one in _SPACE if one not in told.curves]
    walls = [one for one in told.curves if one in _SPACE]
    planes = [one for one in told.curves if one not in _SPACE]
    if len(walls) == len(_SPACE) and len(planes) == 1 and (made := tetrahedron(planes[0])):
        told.curves = []
        yield [made]


def tetrahedron(plane: Any) -> Piece | None:
    """Return the solid between a plane and the coordinate planes."""
    slopes = [sympy.diff(plane, name) for name in _SPACE]
    off = -plane.subs(dict.fromkeys(_SPACE, 0))
    if any(one.free_symbols or one == 0 or off / one <= 0 for one in slopes):
        return None
    x, y, z = (one / off for one in slopes)
    return {}, 1, [(_Z, 0, (1 - x * _X - y * _Y) / z), (_Y, 0, (1 - x * _X) / y), (_X, 0, 1 / x)]


def _enclosed(told: Told) -> Iterator[list[Piece]]:
    ways, curves = told.sides(), told.curves
    if any(one.has(_Z) for one in curves):
        return
    if (
        all(sympy.Poly(one, _X, _Y).total_degree() == 1 for one in curves if one.is_polynomial(_X, _Y))
        and len(curves) == 3
    ):
        meets = [sympy.solve([one, other], [_X, _Y], dict=True) for one, other in combinations(curves, 2)]
        corners = [(one[0][_X], one[0][_Y]) for one in meets if one and len(one[0]) == 2]
        if all(one.is_polynomial(_X, _Y) for one in curves) and len(set(corners)) == 3 and not _outside(corners, ways):
            told.curves = []
            yield from _triangle(corners)
        return
    for across, along in ((_Y, _X), (_X, _Y)):
        graphs = [made for one in curves if (made := solved(one, across)) is not None and not made.has(across)]
        walls = [made for one in curves if not one.has(across) and (made := solved(one, along)) is not None]
        if len(graphs) != 2 or len(graphs) + len(walls) != len(curves) or len(walls) > 2:
            continue
        gap = graphs[0] - graphs[1]
        if len(walls) < 2 and gap.has(sympy.sin, sympy.cos, sympy.tan):
            return
        meets = [one for one in sympy.solve(gap, along) if one.is_real]
        ends = walls if len(walls) == 2 else sorted({*walls, *meets}, key=sympy.N)
        if ways == ((0, 1), (1, 1)):
            ends = [one for one in ends if one >= 0]
        elif ways:
            return
        ends = sorted(ends, key=sympy.N)
        if len(ends) != 2 or any(ends[0] < one < ends[1] for one in meets):
            continue
        places = [ends[0] + (ends[1] - ends[0]) * at / 8 for at in range(1, 8)]
        if not all(sympy.N(gap.subs(along, one)).is_real for one in places):
            continue
        low, high = sorted(graphs, key=lambda one: sympy.N(one.subs(along, places[3])))
        if ways and any(sympy.N(low.subs(along, one)) < 0 for one in places):
            return
        told.curves = []
        yield [({}, 1, [(across, low, high), (along, *ends)])]
        return


def _outside(corners: Sequence[tuple[Any, ...]], ways: Sequence[tuple[int, int]]) -> bool:
    return any(one[at] * sign < 0 for one in corners for at, sign in ways)


def total_of(body: Any, cuts: Iterator[list[Piece]], told: Told, *, positive: bool = False) -> Any:
    """Return the integral of a function over a region, by the first way that gives a value; None if none does."""
    for pieces in cuts:
        if not told.is_used:
            return None
        parts = [
            iterated(sympy.simplify(body.subs(put, simultaneous=True) * factor), ends) for put, factor, ends in pieces
        ]
        if None not in parts and all(
            agrees(body, piece, part, positive=positive) for piece, part in zip(pieces, parts, strict=True)
        ):
            return sympy.simplify(sum(parts))
    return None
