"""The answers about functions of one letter: curvature, motions, sums of rectangles, areas in polar form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import sympy  # type: ignore[import-untyped]

from ..convert import tree
from ..finding import Finding, unknown
from ..integrals import Area, definite
from ..polynomial_roots import Asked as Roots
from ..solutions import all_solutions
from ..stages import first
from .comparisons import CANNOT, Asked, Judge, any_order, is_not_zero, only, value
from .surface_answers import coordinates

STEPS = 20
"""Most strips of an integral by a rule."""
MOST_STEPS = 4
"""Most steps of Newton's method, whose fractions become long."""
HIGHEST = 120
"""Highest order of a derivative."""


def _place(asked: Asked, body: Any, name: Any) -> Any:
    """Return the number at which a curve is asked about; None if the point is not on it."""
    point = asked.one("at")
    if isinstance(point[0], sympy.Symbol):
        return point[1] if point[0] == name else None
    return point[0] if len(point) == 2 and sympy.simplify(body.subs(name, point[0]) - point[1]) == 0 else None


def _curvature(power: int) -> Judge:
    def judge(asked: Asked) -> Finding:
        body, name = asked.one("function")
        place = _place(asked, body, name)
        if place is None:
            return unknown("the point is not on the curve")
        once, twice = sympy.diff(body, name), sympy.diff(body, name, 2)
        made = abs(twice) / (1 + once**2) ** sympy.Rational(3, 2)
        return value(sympy.simplify(made.subs(name, place)) ** power, asked)

    return judge


def _of_order(asked: Asked) -> Finding:
    body, name = asked.one("function")
    (order,) = asked.one("derivative of order")
    if not 1 <= int(order) <= HIGHEST:
        return unknown(f"derivatives are only taken up to order {HIGHEST}")
    made = body
    for _ in range(int(order)):
        made = sympy.expand(sympy.diff(made, name))
        if sympy.count_ops(made) > 400:
            return unknown("the derivative is too long")
    return value(made, asked)


def _slope_of_inverse(asked: Asked) -> Finding:
    """Judge 1/f'(b) at the only number b with f(b) = a, which must be seen: a small fraction, or part of pi."""
    body, name = asked.one("function")
    (level,) = asked.one("slope of the inverse")
    slope = sympy.diff(body, name)
    candidates = {sympy.Rational(top, below) for top in range(-24, 25) for below in (1, 2, 3, 4)}
    candidates |= {sympy.pi * sympy.Rational(top, below) for top in range(-4, 5) for below in (1, 2, 3, 4, 6)}
    candidates |= {sympy.E, 1 / sympy.E, sympy.E**2}
    found = [one for one in candidates if _is_level(body, name, one, level)]
    if len(found) != 1:
        return unknown("the place of the value is not known")
    if not _is_monotonic(slope, name):
        return unknown("it cannot be decided whether the function has an inverse")
    made = slope.subs(name, found[0])
    return value(1 / made, asked) if is_not_zero(made) else unknown("the slope is zero")


def _is_level(body: Any, name: Any, at: Any, level: Any) -> bool:
    made = body.subs(name, at) - level
    if not made.is_number or made.has(sympy.nan, sympy.zoo) or abs(sympy.N(made)) > 1e-9:
        return False
    return bool(sympy.simplify(made) == 0)


def _is_monotonic(slope: Any, name: Any) -> bool:
    """Return whether a slope has one sign wherever it is looked at."""
    places = [sympy.Rational(at, 7) for at in range(-200, 201, 3)]
    values = [sympy.N(slope.subs(name, at)) for at in places]
    signs = {bool(one > 0) for one in values if one.is_real and abs(one) > 1e-12}
    return len(signs) == 1


def _path(asked: Asked, order: int) -> tuple[Any, Any] | None:
    """Return position, velocity or acceleration: the derivative of this order of the position; None if not known."""
    role = "position" if "position" in asked.parts else "velocity"
    body, name = asked.one(role)
    times = order - (role == "velocity")
    return None if times < 0 else (sympy.diff(body, name, times) if times else body, name)


def _moved(order: int, change: Callable[[Any], Any] = lambda made: made) -> Judge:
    """Return a judge of a derivative of the position, when it is asked for."""

    def judge(asked: Asked) -> Finding:
        found = _path(asked, order)
        conditions = [role for role in ("at", "at rest", "at no acceleration") if role in asked.parts]
        if found is None or len(conditions) > 1 or asked.parts.keys() & _SPANS:
            return unknown("the position is not printed, or the time is said twice")
        body, name = found
        if conditions in ([], ["at"]):
            return value(change(body.subs(name, asked.one("at")[0]) if conditions else body), asked)
        level = _path(asked, 1 if conditions == ["at rest"] else 2)
        times = None if level is None else _times(*level)
        if times is None:
            return unknown("the times are not known")
        return any_order([change(body.subs(name, at)) for at in times], asked)

    return judge


def _times(zero: Any, name: Any) -> list[Any] | None:
    """Return the zeros of a polynomial that are not negative, all of which must be known, and positive or zero."""
    if not zero.is_polynomial(name) or not zero.has(name):
        return None
    roots = sympy.roots(zero, name)
    real = [one for one in roots if one.is_real]
    if sum(roots.values()) != sympy.degree(zero, name) or any(one.is_negative for one in real):
        return None
    found = all_solutions(Roots(_equation(zero), str(name), (), "real", None), real)
    return real if found.right and real else None


def _equation(zero: Any) -> Any:
    from ..._reading.formulas.tree import ZERO, Equation  # noqa: PLC0415

    return Equation(tree(zero), ZERO)


_SPANS = {"span", "first", "nth"}


def _span(asked: Asked) -> tuple[Any, Any] | None:
    """Return the only two times between which the motion is asked about; None if they are not clear."""
    spans = [*asked.all("span"), *((sympy.S.Zero, end) for end, _ in asked.all("first"))]
    spans += [(end - 1, end) for (end,) in asked.all("nth")]
    units = {str(unit).rstrip("s") for _, unit in asked.all("first")}
    units |= {str(unit).rstrip("s") for (unit,) in asked.all("unit")}
    clear = len(units) < 2 and not asked.parts.keys() & {"at", "at rest", "at no acceleration"}
    return (spans[0][0], spans[0][1]) if clear and len(spans) == 1 else None


def _displacement(asked: Asked) -> Finding:
    """Judge what a velocity makes between two times."""
    span = _span(asked)
    if span is None:
        return unknown("the time is not clear")
    speed, name = asked.one("velocity")
    return _between(speed, name, *span, asked)


def _distance(asked: Asked) -> Finding:
    found = _path(asked, 1)
    if found is None:
        return unknown("the velocity is not known")
    body, name = found
    span = _span(asked)
    if span is None:
        return unknown("the time is not clear")
    return _between(abs(body), name, *span, asked)


def _between(body: Any, name: Any, low: Any, high: Any, asked: Asked) -> Finding:
    """Judge an integral of a function between two numbers, by the verifier's own rules."""
    result = only(asked)
    if not isinstance(result, sympy.Expr) or isinstance(result, sympy.MatrixBase):
        return CANNOT
    area = Area(first(tree(body), (), asked.names), str(name), (tree(low), tree(high)), (), False)
    return definite(area, tree(result))


_RULES: dict[str, Callable[[Sequence[Any], Any], Any]] = {
    "left": lambda values, width: width * sum(values[:-1:2]),
    "right": lambda values, width: width * sum(values[2::2]),
    "midpoint": lambda values, width: width * sum(values[1::2]),
    "trapezoid": lambda values, width: width * (sum(values[0::2]) - (values[0] + values[-1]) / 2),
}
"""Each rule, from the values at the ends and in the middle of each strip."""


def by_rule(asked: Asked) -> Any:
    """Return the sum of an integral's rule; None if it is not known."""
    rules = [role for role in (*_RULES, "simpson") if role in asked.parts]
    (count,) = asked.one("count")
    if len(rules) != 1 or not 1 <= int(count) <= STEPS:
        return None
    body, name, low, high = (
        asked.one("integral") if "integral" in asked.parts else asked.one("function") + asked.one("span")
    )
    width = (high - low) / count
    values = [body.subs(name, low + width * Fraction(at, 2)) for at in range(2 * int(count) + 1)]
    if rules == ["simpson"]:
        ends, inner = values[0::2], sum((4 if at % 2 else 2) * one for at, one in enumerate(values[2:-1:2], start=1))
        return None if int(count) % 2 else width / 3 * (ends[0] + inner + ends[-1])
    return _RULES[rules[0]](values, width)


def _newton(role: str) -> Judge:
    """Return the judge of an approximation by Newton's method: its index, or which one it is from the first on."""

    def judge(asked: Asked) -> Finding:
        (zero, name), (start, at), (which,) = asked.one("function"), asked.one("start"), asked.one(role)
        steps = int(which - start) if role == "index" else int(which) - 1 if start == 1 else 0
        if not 1 <= steps <= MOST_STEPS:
            return unknown("the number of steps is not known")
        slope = sympy.diff(zero, name)
        for _ in range(steps):
            below = slope.subs(name, at)
            if not is_not_zero(below):
                return unknown("the slope is zero")
            at = sympy.simplify(at - zero.subs(name, at) / below)
        return value(at, asked)

    return judge


def _sum(asked: Asked) -> Finding:
    made = by_rule(asked)
    return unknown("the rule is not clear") if made is None else value(made, asked)


def _loop(asked: Asked) -> Finding:
    """Judge the area of one loop of a rose r = a cos(n t)."""
    body, name = asked.one("polar")
    factor, wave = body.as_independent(name)
    speed = wave.args[0] / name if isinstance(wave, sympy.sin | sympy.cos) else None
    if speed is None or not speed.is_Integer or speed < 2 or not factor.is_number or factor == 0:
        return unknown("the loop of the curve is not known")
    return value(factor**2 * sympy.pi / (4 * speed), asked)


def _inside(asked: Asked) -> Finding:
    """Judge the area inside r = a + b cos(t) that does not cross itself."""
    body, name = asked.one("polar")
    wave = next((one for one in (sympy.sin(name), sympy.cos(name)) if body.has(one)), None)
    if wave is None:
        return unknown("the area inside the curve is not known")
    size = sympy.Dummy("size")
    line = sympy.Poly(body.subs(wave, size), size) if body.subs(wave, size).is_polynomial(size) else None
    if line is None or line.degree() != 1 or line.free_symbols - {size}:
        return unknown("the area inside the curve is not known")
    slope, base = line.all_coeffs()
    if (abs(slope) <= base) != sympy.true:
        return unknown("the curve crosses itself")
    return value(sympy.pi * (base**2 + slope**2 / 2), asked)


def _real_parts(asked: Asked) -> Finding:
    """Judge the real letters of an equation of complex numbers: real and imaginary parts are equal."""
    (left, right), names = asked.one("equation"), asked.one("letters")
    parts = sympy.expand(left - right, complex=True).as_real_imag()
    found = sympy.solve(parts, names, dict=True)
    if len(found) != 1 or set(found[0]) != set(names) or any(one.free_symbols for one in found[0].values()):
        return unknown("the real letters are not known")
    return coordinates([found[0][name] for name in names], names, asked)


LETTER: dict[tuple[str, str], Judge] = {
    ("real parts", "letters"): _real_parts,
    ("real parts", "letters "): _real_parts,
    ("curves", "curvature"): _curvature(1),
    ("curves", "radius of curvature"): _curvature(-1),
    ("curves", "derivative of order"): _of_order,
    ("curves", "slope of the inverse"): _slope_of_inverse,
    ("motions", "position"): _moved(0),
    ("motions", "displacement"): _displacement,
    ("motions", "velocity"): _moved(1),
    ("motions", "speed"): _moved(1, abs),
    ("motions", "acceleration"): _moved(2),
    ("motions", "distance"): _distance,
    ("motions", "distance "): _distance,
    ("steps of Newton's method", "index"): _newton("index"),
    ("steps of Newton's method", "rank"): _newton("rank"),
    ("rectangles", "sum"): _sum,
    ("rectangles", "sum "): _sum,
    ("integrals by rules", "sum"): _sum,
    ("integrals by rules", "sum "): _sum,
    ("polar curves", "loop"): _loop,
    ("polar curves", "area"): _inside,
}
"""The judge of each thing that can be asked of a family."""
