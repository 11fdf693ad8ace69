"""The answers about differential equations: each is put into the equation."""

from __future__ import annotations

from typing import Any

import sympy  # type: ignore[import-untyped]

from ..._reading.formulas.tree import ZERO, Differential, Equation
from ..convert import printed
from ..differential import solves_differential
from ..finding import Finding, every, right, unknown, wrong
from ..first_order import solves_as_equation
from .comparisons import (
    CANNOT,
    Asked,
    Judge,
    any_order,
    is_not_zero,
    is_zero,
    letter,
    only,
    real,
    same,
    value,
)

STEPS = 20
"""Most steps of Euler's method."""
_X, _Y = letter("x"), letter("y")


def _ode(asked: Asked) -> tuple[Any, Any, Any, int]:
    """Return what is zero, the variable, the function's letter, and the order."""
    (zero,), (variable, function), (highest,) = asked.one("ode"), asked.one("letters"), asked.one("order")
    return zero, variable, function, str(highest).count("'")


def _slope(asked: Asked) -> tuple[Any, Any, Any] | None:
    """Return the right side of y' = f(x, y), the variable and the function; None if it is not of this kind."""
    zero, variable, function, order = _ode(asked)
    slope = letter(f"{function}'")
    if order != 1 or sympy.diff(zero, slope).free_symbols & {slope}:
        return None
    factor = sympy.diff(zero, slope)
    return sympy.simplify(-(zero.subs(slope, 0)) / factor), variable, function


def _euler(role: str) -> Judge:
    def judge(asked: Asked) -> Finding:
        found, values = _slope(asked), asked.all("value")
        (end,), (step,) = asked.one(role), asked.one("step")
        if found is None or len(values) != 1 or values[0][0] != found[2]:
            return unknown("a first-order equation with one value is expected")
        slope, variable, function = found
        _, at, height = values[0]
        count = (end - at) / step
        if not (count.is_Integer and 1 <= count <= STEPS):
            return unknown("the number of steps is not known")
        for _ in range(int(count)):
            height = sympy.simplify(height + step * slope.subs({variable: at, function: height}))
            at += step
        return value(height, asked)

    return judge


def _put(asked: Asked, claim: Any) -> Any:
    """Return the equation with a function and its derivatives in it."""
    zero, variable, function, order = _ode(asked)
    values = {letter(f"{function}" + "'" * at): sympy.diff(claim, variable, at) for at in range(order, -1, -1)}
    return zero.subs(values)


def _function(asked: Asked) -> Any:
    """Return the function that a plan gives; None if it gives something else."""
    result, function = only(asked), _ode(asked)[2]
    if isinstance(result, sympy.Equality) and str(result.lhs) == str(function) and not result.rhs.has(result.lhs):
        result = result.rhs
    if not isinstance(result, sympy.Expr) or isinstance(result, sympy.MatrixBase):
        return None
    return None if real(result).has(function) else real(result)


def _particular(asked: Asked) -> Finding:
    """Judge one solution of a linear equation, without free constants."""
    claim = _function(asked)
    if claim is None or asked.all("value") or is_zero(_put(asked, sympy.Integer(0)), asked.names).right:
        return CANNOT
    variable = _ode(asked)[1]
    if claim.free_symbols - {variable}:
        return unknown("a particular solution has no letters")
    found = is_zero(_put(asked, claim), asked.names)
    return right("put into the equation, it is right") if found.right else found


def _equilibria(asked: Asked) -> Finding:
    places = _rest(asked)
    return unknown("the equilibrium solutions are not known") if places is None else any_order(places, asked)


def _rest(asked: Asked) -> list[Any] | None:
    """Return the zeros of y' = f(y), a polynomial; None if they are not known."""
    found = _slope(asked)
    if found is None or found[0].has(found[1]) or not found[0].is_polynomial(found[2]):
        return None
    if found[0].free_symbols != {found[2]}:
        return None
    roots = sympy.roots(found[0], found[2])
    if sum(roots.values()) != sympy.degree(found[0], found[2]):
        return None
    return [one for one in roots if one.is_real]


def _stable(asked: Asked) -> Finding:
    """Judge the equilibria at which the slope decreases."""
    places, found = _rest(asked), _slope(asked)
    if places is None or found is None:
        return unknown("the equilibrium solutions are not known")
    turns = {at: sympy.diff(found[0], found[2]).subs(found[2], at) for at in places}
    if not all(is_not_zero(turn) for turn in turns.values()):
        return unknown("the stability is not known")
    return any_order([at for at, turn in turns.items() if turn.is_negative], asked)


def _exact(asked: Asked) -> Finding:
    """Judge F(x, y) = C of an exact equation: its derivatives are those that are printed, up to a factor."""
    first, second = asked.one("form")
    if sympy.simplify(sympy.diff(first, _Y) - sympy.diff(second, _X)) != 0:
        return unknown("the equation is not exact")
    result = only(asked)
    if not isinstance(result, sympy.Equality):
        return CANNOT
    inside = _without_constant(result)
    if inside is None:
        return wrong("the result has no free constant")
    return _is_level(inside, first, second, asked)


def _without_constant(result: Any) -> Any:
    """Return the other side of F = C, or of F + C = 0, in x and y; None if there is no free constant."""
    zero = real(result.lhs - result.rhs)
    own = zero.free_symbols - {_X, _Y}
    if len(own) != 1:
        return None
    constant = own.pop()
    change = sympy.diff(zero, constant)
    return zero.subs(constant, 0) if change.is_number and is_not_zero(change) else None


def _is_level(inside: Any, first: Any, second: Any, asked: Asked) -> Finding:
    across, along = sympy.diff(inside, _X), sympy.diff(inside, _Y)
    if across == 0 and along == 0:
        return wrong("the result has neither x nor y")
    found = is_zero(across * second - along * first, asked.names)
    return right("its derivatives are those that are printed") if found.right else found


def _wronskian(asked: Asked) -> Finding:
    functions, (name,) = [one[0] for one in asked.all("functions")], asked.one("letters")
    rows = [[sympy.diff(one, name, at) if at else one for one in functions] for at in range(len(functions))]
    return value(sympy.simplify(sympy.Matrix(rows).det()), asked)


def _orthogonal(asked: Asked) -> Finding:
    """Judge the curves that cross the printed ones at right angles, as an equation with a free constant."""
    (zero,), (constant,) = asked.one("zero"), asked.one("free letter")
    levels = sympy.solve(zero, constant)
    result = only(asked)
    if len(levels) != 1:
        return unknown("the constant of the family is not known")
    if not isinstance(result, sympy.Equality):
        return CANNOT
    inside = _without_constant(result)
    if inside is None:
        return wrong("the result has no free constant")
    level = levels[0]
    product = sympy.diff(level, _X) * sympy.diff(inside, _X) + sympy.diff(level, _Y) * sympy.diff(inside, _Y)
    if sympy.diff(inside, _X) == 0 and sympy.diff(inside, _Y) == 0:
        return wrong("the result has neither x nor y")
    found = is_zero(product, asked.names)
    return right("the curves cross at right angles") if found.right else found


def _linear_system(asked: Asked) -> Finding:
    """Judge a vector with as many free constants as the matrix of x' = Ax has rows."""
    (matrix,), (name,), result = asked.one("table"), asked.one("letters"), only(asked)
    if not isinstance(result, sympy.MatrixBase) or len(result) != matrix.rows:
        return CANNOT
    claim = sympy.Matrix(real(result)).reshape(matrix.rows, 1)
    constants = sorted(claim.free_symbols - {name}, key=str)
    if len(constants) != matrix.rows:
        return wrong(f"the general solution has {matrix.rows} free constants")
    table = claim.jacobian(constants)
    if table.free_symbols & set(constants) or any(entry != 0 for entry in claim.subs(dict.fromkeys(constants, 0))):
        return unknown("the solution is not a combination with the constants")
    if not is_not_zero(sympy.simplify(table.det()).subs(name, sympy.Rational(3, 7))):
        return wrong("the solutions are not independent")
    return every(same(one, other, asked.names) for one, other in zip(matrix * claim, claim.diff(name), strict=True))


def _general(asked: Asked) -> Finding:
    """Judge a general solution, for which no values may be printed."""
    return unknown("values are printed, but all solutions are asked") if asked.all("value") else _solution(asked)


def _solution(asked: Asked) -> Finding:
    """Judge a solution as it is printed, with its values."""
    if "initial" in asked.parts and not asked.all("value"):
        return unknown("no initial value is printed")
    (zero,), (variable, function), (highest,) = (asked.parts[role][0] for role in ("ode", "letters", "order"))
    values = [(str(one.value).count("'"), at, height) for one, at, height in asked.parts.get("value", [])]
    order = str(highest.value).count("'")
    given = Differential(Equation(zero, ZERO), str(function.value), str(variable.value), order, tuple(values))
    result = only(asked)
    if isinstance(result, sympy.Equality) and result.lhs != sympy.Symbol(given.function):
        return solves_as_equation(given, result)
    claim = printed(result.rhs if isinstance(result, sympy.Equality) else result)
    return CANNOT if claim is None else solves_differential(given, claim, asked.names)


SLOPES: dict[tuple[str, str], Judge] = {
    ("slopes", "euler"): _euler("euler"),
    ("slopes", "euler "): _euler("euler "),
    ("slopes", "general solution"): _general,
    ("slopes", "solution"): _solution,
    ("slopes", "solution "): _solution,
    ("slopes", "particular"): _particular,
    ("slopes", "equilibria"): _equilibria,
    ("slopes", "stable"): _stable,
    ("exact equations", "solution"): _exact,
    ("exact equations", "solution "): _exact,
    ("function lists", "wronskian"): _wronskian,
    ("families of curves", "orthogonal"): _orthogonal,
    ("linear systems of equations", "solution"): _linear_system,
    ("linear systems of equations", "solution "): _linear_system,
}
"""The judge of each thing that can be asked of a family."""
