"""Computes the words about numbers, quadratics, statements and matrices, with SymPy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._reading.formulas.sympy_syntax import ExpressionError
from .call import Call


def _roots(call: Call) -> str | None:
    zero = call.given.lhs - call.given.rhs if isinstance(call.given, sympy.Equality) else call.given
    if not isinstance(zero, sympy.Expr) or not zero.is_polynomial(call.variable):
        raise ExpressionError("roots requires a quadratic, or a quadratic equation")
    made = sympy.Poly(zero, call.variable)
    if made.degree() != 2:
        raise ExpressionError("roots requires a quadratic, or a quadratic equation")
    return _by_sign(made.discriminant(), ("no real roots", "one repeated real root", "two different real roots"))


def _by_sign(value: Any, words: tuple[str, str, str]) -> str | None:
    """Return the word for a negative number, zero, or a positive one."""
    made = sympy.simplify(value)
    return words[0] if made.is_negative else words[1] if made.is_zero else words[2] if made.is_positive else None


def _truth(call: Call) -> str | None:
    links = call.given if isinstance(call.given, list) else [call.given]
    if not all(isinstance(link, sympy.core.relational.Relational) for link in links):
        raise ExpressionError("truth requires an equation or an inequality")
    put = {} if call.variable is None else {call.variable: call.values["point"]}
    told = {_holds(link, put) for link in links}
    return "false" if False in told else None if None in told else "true"


def _holds(link: Any, put: dict[Any, Any]) -> bool | None:
    """Return whether a relation holds: False if a side has no real value."""
    left, right = (sympy.simplify(side.subs(put)) for side in link.args)
    if any(side.has(sympy.zoo, sympy.nan, sympy.oo) or side.is_real is False for side in (left, right)):
        return False
    made = type(link)(sympy.simplify(left - right), 0)
    return {sympy.true: True, sympy.false: False}.get(made)


def _primality(call: Call) -> str:
    if not getattr(call.given, "is_Integer", False):
        raise ExpressionError("primality requires a whole number")
    if call.given < 2:
        return "neither"
    return "prime" if sympy.isprime(call.given) else "composite"


def _invertibility(call: Call) -> str | None:
    made = _matrix(call)
    if made.rows != made.cols:
        raise ExpressionError("invertibility requires a square matrix")
    return _by_sign(made.det(), ("invertible", "singular", "invertible"))


def _independence(call: Call) -> str:
    made = _matrix(call)
    return "independent" if made.rank(simplify=True) == made.cols else "dependent"


def _direction(call: Call) -> str | None:
    made = _matrix(call)
    if made.cols != 2:
        raise ExpressionError("direction requires two vectors")
    one, two = made[:, 0], made[:, 1]
    parallel = made.rank(simplify=True) == 1
    return _by_sign(
        one.dot(two), ("parallel", "orthogonal", "parallel") if parallel else ("neither", "orthogonal", "neither")
    )


def _matrix(call: Call) -> Any:
    if not isinstance(call.given, sympy.MatrixBase) or call.given.free_symbols:
        raise ExpressionError(f"{call.words['property']} requires a matrix of numbers")
    return call.given


def _rationality(call: Call) -> str | None:
    if not isinstance(call.given, sympy.Expr) or call.given.free_symbols:
        raise ExpressionError("rationality requires a number")
    made = sympy.simplify(call.given)
    rational = made.is_rational
    if rational is None and made.is_algebraic:
        rational = sympy.degree(sympy.minimal_polynomial(made)) == 1
    return {True: "rational", False: "irrational"}.get(rational)


def _solvability(call: Call) -> str | None:
    equations = call.given if isinstance(call.given, list) else [call.given]
    if not all(isinstance(one, sympy.Equality) for one in equations):
        raise ExpressionError("solvability requires linear equations")
    zeros = [one.lhs - one.rhs for one in equations]
    names = sorted(set().union(*(one.free_symbols for one in equations)), key=str)
    try:
        found = sympy.linsolve(zeros, names)
    except sympy.solvers.solveset.NonlinearError:
        raise ExpressionError("solvability requires linear equations") from None
    if found == sympy.S.EmptySet:
        return "no solution"
    return "infinitely many solutions" if any(one.free_symbols for one in found) else "one solution"


def _lines(call: Call) -> str | None:
    if not isinstance(call.given, list) or len(call.given) != 2:
        raise ExpressionError("lines requires two equations of lines")
    one, two = ([sympy.diff(line.lhs - line.rhs, name) for name in sympy.symbols("x y")] for line in call.given)
    if any(part.free_symbols for part in (*one, *two)):
        raise ExpressionError("lines requires two equations of lines")
    across = sympy.simplify(one[0] * two[1] - one[1] * two[0])
    along = sympy.simplify(one[0] * two[0] + one[1] * two[1])
    return "parallel" if across == 0 else "perpendicular" if along == 0 else "neither"


def _conic(call: Call) -> str | None:
    x, y = sympy.symbols("x y")
    if not isinstance(call.given, sympy.Equality) or call.given.free_symbols != {x, y}:
        raise ExpressionError("conic requires an equation in x and y")
    zero = sympy.expand(call.given.lhs - call.given.rhs)
    if not zero.is_polynomial(x, y) or sympy.Poly(zero, x, y).total_degree() != 2:
        raise ExpressionError("conic requires a quadratic equation in x and y")
    a, b, c = (sympy.Poly(zero, x, y).coeff_monomial(term) for term in (x**2, x * y, y**2))
    kind = sympy.sign(b**2 - 4 * a * c)
    round_or_not = "circle" if a == c and b == 0 else "ellipse"
    return {1: "hyperbola", 0: "parabola", -1: round_or_not}.get(kind)


FURTHER: dict[str, Callable[[Call], str | None]] = {
    "roots": _roots,
    "truth": _truth,
    "primality": _primality,
    "invertibility": _invertibility,
    "linear independence": _independence,
    "direction": _direction,
    "rationality": _rationality,
    "solvability": _solvability,
    "lines": _lines,
    "conic": _conic,
}
"""The computation of each property; None if it is not decided."""
