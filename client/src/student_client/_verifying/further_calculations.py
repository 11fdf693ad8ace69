"""Computes the results of the tools after the original eight: sums, series, decimals, other forms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy  # type: ignore[import-untyped]

from .call import Call, RunError
from .rewriting import NoForm, rewrite

MAX_DIGITS = 30
"""Most digits of a decimal."""


def _total(call: Call, way: Any) -> Any:
    """Return a sum or a product over whole numbers in closed form."""
    index = sympy.Symbol(call.variable.name, integer=True)
    end = call.values["upper"]
    whole = {name: sympy.Symbol(name.name, integer=True, positive=True) for name in end.free_symbols}
    given = call.given.xreplace(whole).xreplace({call.variable: index})
    low, high = (call.values[name].xreplace(whole) for name in ("lower", "upper"))
    result = sympy.simplify(way(given, (index, low, high)))
    if result.has(sympy.Sum, sympy.Product, sympy.nan, sympy.zoo, sympy.Piecewise, sympy.AccumBounds):
        raise RunError("SymPy finds no closed form", wrong=False)
    return result


def _taylor(call: Call) -> Any:
    """Return the Taylor polynomial, in powers of the distance from the point."""
    point, degree = call.values["point"], int(call.words["degree"])
    if not point.is_finite:
        raise RunError("a series around infinity is not a polynomial", wrong=True)
    away = sympy.Dummy("away", real=True)
    made = call.given.subs(call.variable, point + away).series(away, 0, degree + 1).removeO()
    if not made.is_polynomial(away):
        raise RunError("the expression has no Taylor polynomial there", wrong=False)
    terms = [part for part in sympy.Add.make_args(sympy.expand(made)) if sympy.degree(part, away) <= degree]
    return sum(terms, sympy.Integer(0)).subs(away, call.variable - point)


def _numeric(call: Call) -> Any:
    """Return a number as a decimal."""
    if call.given.free_symbols or not 0 < int(call.words["digits"]) <= MAX_DIGITS:
        raise RunError(f"a decimal needs a number, and has at most {MAX_DIGITS} digits", wrong=True)
    made = call.given.evalf(int(call.words["digits"]))
    if not (made.is_Float or made.is_Rational):
        raise RunError("the number has no decimal that SymPy finds", wrong=False)
    return made


def _rewrite(call: Call) -> Any:
    try:
        return rewrite(call.given, call.words["form"], call.variable)
    except (NoForm, sympy.PolynomialError, NotImplementedError) as error:
        raise RunError(str(error) or "the expression has no such form", wrong=False) from None


def _inverse(call: Call) -> Any:
    """Return the one solution of f(y) = x that gives back the function's argument, in the function's letter."""
    value = sympy.Dummy("value", real=True)
    found = sympy.solve(call.given - value, call.variable)
    made = [one.xreplace({value: call.variable}) for one in found if isinstance(one, sympy.Expr)]
    fits = [one for one in made if _gives_back(one, call.given, call.variable)]
    if len(fits) != 1:
        raise RunError("SymPy finds no single inverse", wrong=False)
    return sympy.simplify(fits[0])


def _gives_back(inverse: Any, function: Any, variable: Any) -> bool:
    """Return whether an inverse fits at a few places at which the function is real."""
    places = [sympy.Rational(place, 7) for place in (2, 5, 16, 40, 100, 400, -3, -19, -100)]
    values = [(place, function.subs(variable, place)) for place in places]
    real = [(place, value) for place, value in values if value.is_real]
    backs = [(place, sympy.N(inverse.subs(variable, value))) for place, value in real]
    known = [(place, back) for place, back in backs if back.is_real]
    return len(known) > 1 and all(abs(back - place) < 1e-9 for place, back in known)


FURTHER: dict[str, Callable[[Call], Any]] = {
    "numeric": _numeric,
    "rewrite": _rewrite,
    "collect": lambda call: sympy.collect(sympy.expand(call.given), call.variable),
    "sum": lambda call: _total(call, sympy.summation),
    "product": lambda call: _total(call, sympy.product),
    "taylor": _taylor,
    "inverse": _inverse,
}
"""Tools from an expression to an expression."""
