"""Computes the results of the tools for inequalities, systems, curves and matrices."""

from __future__ import annotations

from typing import Any

import sympy  # type: ignore[import-untyped]

from .._reading.formulas.sympy_syntax import ExpressionError, symbol
from .._reading.formulas.tree import Node
from .call import Call, RunError
from .convert import expression
from .real_solutions import Interval


def solve_inequality(call: Call, where: Interval | None) -> Any:
    """Return the numbers of the asked ones for which all links of an inequality hold, as a union of intervals."""
    among = _set(where)
    made = among
    for link in call.given:
        if link.free_symbols != {call.variable}:
            raise RunError("an inequality with other letters is not solved", wrong=False)
        relation = type(link)(link.lhs, link.rhs)  # is known to SymPy without a letter
        if relation not in {sympy.true, sympy.false}:
            relation = sympy.solve_univariate_inequality(relation, call.variable, relational=False, domain=among)
        else:
            relation = sympy.S.Reals if relation == sympy.true else sympy.S.EmptySet
        made = made.intersect(relation)
    made = made + sympy.FiniteSet(*(end for end in _ends(where, among) if _holds(call, end)))  # SymPy forgets 2*pi
    made = sympy.Interval(-sympy.oo, sympy.oo) if made == sympy.S.Reals else made
    parts = made.args if isinstance(made, sympy.Union) else (made,)
    if not all(isinstance(part, sympy.Interval | sympy.FiniteSet) or part == sympy.S.EmptySet for part in parts):
        raise RunError("SymPy gives no intervals", wrong=False)
    return made


def _ends(where: Interval | None, among: Any) -> list[Any]:
    """Return the finite ends that belong to the asked numbers."""
    return [] if where is None else [end for end in (among.inf, among.sup) if end.is_finite and among.contains(end)]


def _holds(call: Call, end: Any) -> bool:
    """Return whether all links are known to be true at an end."""
    return all(link.subs(call.variable, end) == sympy.true for link in call.given)


def _set(where: Interval | None) -> Any:
    """Return an interval as SymPy's object; all real numbers if there is none."""
    if where is None:
        return sympy.S.Reals
    low, high = (infinite if end is None else expression(end) for end, infinite in _infinite(where))
    return sympy.Interval(low, high, not where.closed[0], not where.closed[1])


def _infinite(where: Interval) -> tuple[tuple[Node | None, Any], tuple[Node | None, Any]]:
    return (where.low, -sympy.oo), (where.high, sympy.oo)


def solve_system(call: Call) -> list[Any]:
    """Return the solutions, each a mapping from the unknowns."""
    names = [symbol(name.strip()) for name in call.words["vars"].split(",")]
    found = sympy.solve(call.given, names, dict=True)
    return [sympy.Dict(made) for made in found]


def implicit(call: Call) -> Any:
    """Return the derivative of a letter along an equation."""
    if not isinstance(call.given, sympy.Equality):
        raise ExpressionError("an implicit derivative needs an equation")
    function = symbol(call.words["function"])
    zero = call.given.lhs - call.given.rhs
    below = sympy.diff(zero, function)
    if below == 0:
        raise RunError(f"{function} is not in the equation", wrong=True)
    return sympy.simplify(-sympy.diff(zero, call.variable) / below)


def dsolve(call: Call) -> Any:
    """Return the function that solves a differential equation, with C1, C2 if no condition determines them."""
    sides, known, primes = call.given
    name, variable = call.words["function"], call.variable
    function = sympy.Function(name)(variable)
    put = {sympy.Symbol(text): sympy.diff(function, variable, order) for text, order in primes.items()}
    put[sympy.Symbol(name)] = function
    equation = sympy.Eq(*(side.subs(put) for side in sides))
    values = {sympy.diff(function, variable, order).subs(variable, at): value for order, at, value in known}
    try:
        found = sympy.dsolve(equation, function, ics=values or None)
    except (ValueError, TypeError, AttributeError):
        raise RunError("SymPy has no method for it", wrong=False) from None
    if isinstance(found, list):
        alone = [one for one in found if not one.has(sympy.I)]
        found = alone[0] if len(alone) == 1 else found
    if not isinstance(found, sympy.Equality) or found.lhs != function or found.rhs.has(function, sympy.Integral):
        raise RunError("SymPy gives no single function", wrong=False)
    return found.rhs


def matrix(call: Call) -> Any:
    """Return a matrix, or a number calculated from matrices, with its entries simplified."""
    made = call.given
    return made.applyfunc(sympy.simplify) if isinstance(made, sympy.MatrixBase) else sympy.simplify(made)


def determinant(call: Call) -> Any:
    """Return a determinant."""
    if not isinstance(call.given, sympy.MatrixBase) or call.given.rows != call.given.cols:
        raise ExpressionError("only a square matrix has a determinant")
    return sympy.simplify(call.given.det())


def eigenvalues(call: Call) -> list[Any]:
    """Return the different eigenvalues of a matrix."""
    if not isinstance(call.given, sympy.MatrixBase) or call.given.rows != call.given.cols:
        raise ExpressionError("only a square matrix has eigenvalues")
    return [sympy.simplify(made) for made in call.given.eigenvals()]
