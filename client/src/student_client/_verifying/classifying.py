"""Computes the word that ``classify`` tells, with SymPy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._properties import PROPERTIES
from .._reading.formulas.sympy_syntax import ExpressionError
from .._reading.formulas.tree import Node
from .balls import is_defined
from .call import Call, RunError
from .classifying_numbers import FURTHER
from .convert import printed
from .parity import lopsided
from .real_letters import letters
from .series_sizes import by_sizes
from .words import Word

PLACES = ((1, 9), (2, 7), (5, 7), (8, 7), (16, 7), (31, 3), (101, 2))
"""Places at which a function and its mirror image are compared."""
FEWEST, DIGITS, TINY = 2, 40, 1e-30
DIFFERENCES, FAR = 40, 1000
"""How many differences of a sequence are looked at one by one, and the index of one more that is far away."""
HIGHEST = 8
"""Highest order of a derivative that is tried at a stationary point."""


def classify(call: Call) -> Word:
    """Return the word of a property.

    Raises:
        ExpressionError: the property is of something else.
        RunError: SymPy does not decide it.
    """
    name = call.words["property"]
    given = tuple(part for part in ("var", "point") if part in call.values or (part == "var" and call.variable))
    if given not in PROPERTIES[name].needs:
        needed = (f"({', '.join(('expr', *one, 'property'))})" for one in PROPERTIES[name].needs)
        raise ExpressionError(f"{name} requires {' or '.join(needed)}")
    made = _OF[name](call)
    if made is None:
        raise RunError(f"SymPy does not decide the {name}", wrong=False)
    return Word(made)


def _function(call: Call) -> tuple[Any, Any]:
    """Return an expression and its variable, as real numbers."""
    if not isinstance(call.given, sympy.Expr) or isinstance(call.given, sympy.MatrixBase):
        raise ExpressionError(f"{call.words['property']} requires an expression")
    given = letters(call.given, real=True).replace(_is_odd_root, _signed)
    return given, letters(call.variable, real=True)


def _is_odd_root(part: Any) -> bool:
    return bool(part.is_Pow and part.exp.is_Rational and part.exp.q % 2 and part.exp.q > 1)


def _signed(part: Any) -> Any:
    """Return an odd root, which is real for negative numbers, too."""
    return sympy.sign(part.base) ** part.exp.p * sympy.Abs(part.base) ** part.exp


def _parity(call: Call) -> str | None:
    function, variable = _function(call)
    if isinstance(call.written, Node) and lopsided(call.written, variable.name):
        return "neither"
    mirrored = function.subs(variable, -variable)
    zero = [_vanishes(one, variable) for one in (function - mirrored, function + mirrored)]
    words: dict[tuple[bool | None, bool | None], str] = {(True, False): "even", (False, True): "odd"}
    return (words | {(False, False): "neither"}).get((zero[0], zero[1]))


def _vanishes(expression: Any, variable: Any) -> bool | None:
    """Return whether an expression is zero at a few places at which it is real; None if there are too few."""
    made = [expression.subs(variable, sympy.Rational(*place)).evalf(DIGITS) for place in PLACES]
    sizes = [abs(value) for value in made if value.is_real]
    if len(sizes) < FEWEST:
        return None
    return bool(max(sizes) < TINY)


def _convergence(call: Call) -> str | None:
    if not isinstance(call.given, sympy.Expr) or not call.given.free_symbols <= {call.variable}:
        raise ExpressionError("convergence requires a term without another letter than the index")
    return by_sizes(call.given, call.variable)


def _stationary(call: Call) -> str | None:
    function, variable = _function(call)
    slope, point = sympy.diff(function, variable), letters(call.values["point"], real=True)
    if sympy.simplify(slope.subs(variable, point)).equals(0) is not True:
        raise RunError("the derivative is not zero at the point", wrong=False)
    for order in range(2, HIGHEST + 1):
        slope = sympy.diff(slope, variable)
        value = sympy.simplify(slope.subs(variable, point))
        if value.equals(0) is not True:
            kind = "inflection point" if order % 2 else "minimum" if value.is_positive else "maximum"
            return kind if value.is_nonzero and value.is_real else None
    return None


def _continuity(call: Call) -> str | None:
    function, variable = _function(call)
    point = letters(call.values["point"], real=True)
    at = printed(point)
    there = None if at is None or not isinstance(call.written, Node) else call.written.put({variable.name: at})
    if there is not None and is_defined(there, {}) is False:
        return "discontinuous"
    value = function.subs(variable, point)
    both = [sympy.limit(function, variable, point, side) for side in "+-"]
    gaps = [sympy.simplify(one - value) for one in both]
    if any(gap.has(sympy.nan, sympy.zoo, sympy.oo, sympy.AccumBounds, sympy.I) for gap in gaps):
        return "discontinuous"
    known = {gap.equals(0) for gap in gaps}
    return None if None in known else "discontinuous" if False in known else "continuous"


def _slope(call: Call) -> str | None:
    return _by_derivative(call, 1, {1: "increasing", -1: "decreasing", 0: "stationary"})


def _concavity(call: Call) -> str | None:
    return _by_derivative(call, 2, {1: "concave up", -1: "concave down"})


def _by_derivative(call: Call, order: int, words: dict[int, str]) -> str | None:
    function, variable = _function(call)
    value = sympy.diff(function, variable, order).subs(variable, letters(call.values["point"], real=True))
    return words.get(sympy.sign(sympy.simplify(value)))


def _discontinuity(call: Call) -> str | None:
    """Tell whether a function goes to a number or to infinity on both sides of a point without a value."""
    if _continuity(call) != "discontinuous":
        raise RunError("the function is continuous there", wrong=False)
    function, variable = _function(call)
    point = letters(call.values["point"], real=True)
    one, two = (sympy.limit(function, variable, point, side) for side in "+-")
    if one.is_infinite or two.is_infinite:
        return "infinite"
    return "removable" if one.is_real and sympy.simplify(one - two) == 0 else None


def _monotonicity(call: Call) -> str | None:
    """Tell by the signs of the first differences, and of one that is very far."""
    if not isinstance(call.given, sympy.Expr) or call.given.free_symbols != {call.variable}:
        raise ExpressionError("monotonicity requires a term with the index alone in it")
    change = call.given.subs(call.variable, call.variable + 1) - call.given
    signs = {sympy.sign(change.subs(call.variable, at).evalf()) for at in (*range(1, DIFFERENCES), FAR)}
    kinds = {1: "increasing", -1: "decreasing"}
    return kinds.get(next(iter(signs))) if len(signs) == 1 else "not monotonic" if {1, -1} <= signs else None


_OF: dict[str, Callable[[Call], str | None]] = {
    "parity": _parity,
    "convergence": _convergence,
    "stationary point": _stationary,
    "continuity": _continuity,
    "monotonicity": _monotonicity,
    "slope": _slope,
    "concavity": _concavity,
    "discontinuity": _discontinuity,
    **FURTHER,
}
"""The computation of each property; None if it is not decided."""
