"""Points with coordinates, lines and parabolas: their known formulas, and the comparison of equations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import sympy  # type: ignore[import-untyped]

from .finding import Finding, right, unknown, wrong
from .known_answers import Answer, Line, Numbers, Unordered, Written, number

X, Y = sympy.symbols("x y", real=True)
Given: TypeAlias = dict[str, list[tuple[Any, ...]]]
"""What is printed or said, by its role."""
_Point: TypeAlias = tuple[Any, ...]


def same_line(answer: Line, result: Any) -> Finding:
    """Judge the equation of a line or a circle: y in terms of x, or an equation of both."""
    plain = {sympy.Symbol(name.name): name for name in (X, Y)}
    made = result.xreplace(plain) if isinstance(result, sympy.Expr | sympy.Eq) else None
    if made is None or made.free_symbols - {X, Y}:
        return wrong("the result is not an equation in x and y")
    explicit = not isinstance(made, sympy.Eq)
    if explicit and (Y in made.free_symbols or sympy.diff(answer.zero, Y) == 0):
        return unknown("the result is not an equation")
    zero = Y - made if explicit else made.lhs - made.rhs
    ratio = sympy.cancel(sympy.together(zero / answer.zero))
    if ratio.free_symbols or ratio == 0:
        return wrong("the result is another line")
    alone = explicit or (made.lhs == Y and Y not in made.rhs.free_symbols)
    if (answer.form == "explicit" and not alone) or (answer.form == "implicit" and (explicit or made.rhs.free_symbols)):
        return unknown("the result does not have the form that is asked")
    return right("the result is the equation of the formula")


def form_of(given: Given) -> str:
    """Return the form in which a line is asked."""
    return next((name for name in ("explicit", "implicit") if name in given), "")


def _distance(one: _Point, other: _Point) -> Any:
    return sympy.sqrt((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2)


def _twice_area(a: _Point, b: _Point, c: _Point) -> Any:
    return (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])


def of_points(thing: str, given: Given) -> Answer | None:
    """Return the answer to a question about two or three points."""
    points = given["point"]
    letters = {name for one in points for part in one for name in part.free_symbols}
    if thing == "letter":
        letter = given["letter"][0][0]
        if len(points) != 3 or letters != {letter}:
            return None
        found = sympy.solve(sympy.expand(_twice_area(*points)), letter)
        return Unordered(tuple((one,) for one in found if one.is_real)) if found else None
    if letters or len(set(points)) != len(points) or len(points) not in {2, 3}:
        return None
    rule = (_OF_TWO if len(points) == 2 else _OF_THREE).get(thing)
    return rule(points, given) if rule else None


def _line(points: list[_Point], given: Given) -> Answer:
    return Line(sympy.expand(_twice_area(points[0], points[1], (X, Y))), form_of(given))


def _middle(points: list[_Point], _: Given) -> Numbers:
    return Numbers(tuple(sum(one) / sympy.Integer(len(points)) for one in zip(*points, strict=True)))


def _bisector(points: list[_Point], given: Given) -> Answer:
    (a, b), (c, d), (p, q) = *points, _middle(points, given).values
    return Line(sympy.expand((X - p) * (c - a) + (Y - q) * (d - b)), form_of(given))


def _circle(points: list[_Point], _: Given) -> Answer:
    (a, b), (c, d) = points
    return Line(sympy.expand((X - a) * (X - c) + (Y - b) * (Y - d)))


def _ratio(points: list[_Point], given: Given) -> Answer | None:
    """Return the ratio in which an axis divides a segment, from its first point on."""
    at = 1 if str(given["axis"][0][0]) == "x" else 0
    low, high = points[0][at], points[1][at]
    above, below = sympy.fraction(sympy.cancel(-low / high)) if low * high < 0 else (0, 0)
    return Numbers((above, below), (above / below,)) if below else None


def _section(points: list[_Point], given: Given) -> Answer:
    m, n = given["parts"][0]
    return Numbers(tuple((m * high + n * low) / (m + n) for low, high in zip(*points, strict=True)))


def _slope(points: list[_Point], _: Given) -> Answer | None:
    (a, b), (c, d) = points
    return number((d - b) / (c - a)) if a != c else None


_Rules: TypeAlias = dict[str, Callable[[list[_Point], Given], Answer | None]]
_OF_TWO: _Rules = {
    "midpoint": _middle,
    "distance": lambda points, _: number(_distance(*points)),
    "slope": _slope,
    "line": _line,
    "bisector": _bisector,
    "circle": _circle,
    "ratio": _ratio,
    "section": _section,
}
_OF_THREE: _Rules = {
    "area": lambda points, _: number(sympy.Abs(_twice_area(*points)) / 2),
    "centroid": _middle,
    "perimeter": lambda points, _: number(sum(_distance(points[at - 1], points[at]) for at in range(3))),
}


def of_line(thing: str, given: Given) -> Answer | None:
    """Return the answer to a question about a line."""
    zero = sympy.expand(given["zero"][0][0])
    a, b, c = sympy.diff(zero, X), sympy.diff(zero, Y), zero.subs({X: 0, Y: 0})
    if a.free_symbols | b.free_symbols:
        return None
    along = {"slope": (-a, b), "x-intercept": (-c, a), "y-intercept": (-c, b)}
    if thing in along:
        above, below = along[thing]
        return number(above / below, is_printed=True, letter=thing[:1].strip("s")) if below != 0 else None
    if thing.endswith("slope"):
        above, below = (-a, b) if thing.startswith("parallel") else (b, a)
        return number(above / below, is_printed=True) if below != 0 else None
    p, q = given["place"][0]
    answers: dict[str, Answer] = {
        "distance": number(sympy.Abs(a * p + b * q + c) / sympy.sqrt(a**2 + b**2)),
        "parallel": Line(sympy.expand(a * (X - p) + b * (Y - q)), form_of(given)),
        "perpendicular": Line(sympy.expand(b * (X - p) - a * (Y - q)), form_of(given)),
    }
    return answers.get(thing)


def of_parabola(thing: str, given: Given) -> Answer | None:
    """Return the answer to a question about a quadratic function."""
    made = sympy.expand(given["function"][0][0])
    letter = made.free_symbols.pop()
    a, b, c = (made.coeff(letter, power) for power in (2, 1, 0))
    place = -b / (2 * a)
    height = sympy.expand(made.subs(letter, place))
    answers: dict[str, Answer] = {
        "vertex": Numbers((place, height), is_printed=True),
        "axis": number(place, is_printed=True, letter=letter),
        "minimum" if a > 0 else "maximum": number(height, is_printed=True),
        "y-intercept": number(c, is_printed=True),
        "focus": Numbers((place, height + 1 / (4 * a))),
        "directrix": number(height - 1 / (4 * a), letter=Y),
        "square": Written(made, letter, lambda one: _is_square(one, letter)),
    }
    return answers.get(thing)


def _is_square(made: Any, letter: Any) -> bool:
    """Return whether an expression is a multiple of the square of a line, and a number."""
    parts = [part for part in sympy.Add.make_args(made) if part.has(letter)]
    square = parts[0].as_independent(letter)[1] if len(parts) == 1 else None
    return bool(square is not None and square.is_Pow and square.exp == 2 and sympy.degree(square.base, letter) == 1)
