"""Words about lines, conics and linear systems, by exact coefficients."""

from __future__ import annotations

from collections.abc import Sequence

from .._reading.formulas.coefficients import NoPolynomial, coefficients
from .._reading.formulas.tree import ZERO, Equation, Node, Printed, System, add, mul, neg, number
from .evident import sign
from .linear import Table, rank_of
from .surds import NoSurd, Surd, surd

PLANE = ("x", "y")


def solvability(printed: Printed) -> str | None:
    """Return how many solutions a linear equation or system has in all of its letters; None if it is not linear."""
    equations = printed.equations if isinstance(printed, System) else (printed,)
    names = sorted(printed.names())
    rows = [_row(one, names) for one in equations if isinstance(one, Equation)]
    table: Table = [row for row in rows if row is not None]
    if len(table) < len(equations) or not names:
        return None
    rank = rank_of([row[:-1] for row in table])
    if rank_of(table) > rank:
        return "no solution"
    return "one solution" if rank == len(names) else "infinitely many solutions"


def _row(equation: Equation, names: Sequence[str]) -> list[Surd] | None:
    """Return the coefficients of the letters, and the constant; None if the equation is not linear."""
    rest, row = add(equation.left, neg(equation.right)), []
    try:
        for name in names:
            parts = coefficients(rest, name)
            if any(surd(part) for degree, part in parts.items() if degree > 1):
                return None
            row.append(surd(parts.get(1, ZERO)))
            rest = parts.get(0, ZERO)
        return [*row, surd(rest)]
    except (NoPolynomial, NoSurd):
        return None


def lines(printed: Printed) -> str | None:
    """Return "parallel", "perpendicular" or "neither" of two different lines of the plane."""
    if not isinstance(printed, System) or len(printed.equations) != 2 or not printed.names() <= {*PLANE}:
        return None
    rows = [_row(one, PLANE) for one in printed.equations]
    one, two = rows
    if one is None or two is None or not all(any(row[:2]) for row in (one, two)):
        return None
    if not one[0] * two[0] + one[1] * two[1]:
        return "perpendicular"
    if rank_of([one[:2], two[:2]]) > 1:
        return "neither"
    return "parallel" if rank_of([one, two]) > 1 else None


def conic(printed: Printed) -> str | None:
    """Return "circle", "ellipse", "parabola" or "hyperbola" of an equation in x and y; None if it is none of them.

    The curve is one of them if the determinant of the quadratic form is not zero, and an ellipse has real points:
    see https://mathworld.wolfram.com/QuadraticCurve.html.
    """
    if not isinstance(printed, Equation) or printed.names() != {*PLANE}:
        return None
    try:
        a, b, c, d, e, f = _quadratic(add(printed.left, neg(printed.right)))
    except NoPolynomial:
        return None
    four = number(4)
    kind = sign(add(mul(b, b), neg(mul(four, a, c))))
    # the determinant of [[2a, b, d], [b, 2c, e], [d, e, 2f]], over two
    whole = add(mul(four, a, c, f), mul(b, d, e), neg(mul(a, e, e)), neg(mul(c, d, d)), neg(mul(f, b, b)))
    apart, weight = sign(whole), sign(add(a, c))
    if kind is None or not apart or weight is None:
        return None
    if kind >= 0:
        return "hyperbola" if kind else "parabola"
    if apart * weight > 0:
        return None
    return "circle" if sign(b) == 0 and sign(add(a, neg(c))) == 0 else "ellipse"


def _quadratic(zero: Node) -> tuple[Node, ...]:
    """Return the coefficients of x^2, xy, y^2, x, y and 1.

    Raises:
        NoPolynomial: the degree is higher.
    """
    made: dict[tuple[int, int], Node] = {}
    for power_of_x, part in coefficients(zero, "x").items():
        for power_of_y, value in coefficients(part, "y").items():
            made[power_of_x, power_of_y] = value
    if any(sum(powers) > 2 and sign(value) != 0 for powers, value in made.items()):
        raise NoPolynomial
    return tuple(made.get(powers, ZERO) for powers in ((2, 0), (1, 1), (0, 2), (1, 0), (0, 1), (0, 0)))
