"""The tool ``solve``: SymPy's solutions, real ones only unless the equation is a polynomial."""

from __future__ import annotations

from typing import Any

import sympy  # type: ignore[import-untyped]
from flint import arb

from .._reading.formulas.tree import ZERO, Equation, Node, add, neg
from . import balls
from .balls import Unclear, Undefined
from .call import RunError
from .convert import Unreadable, tree
from .periodic import LETTER
from .real_solutions import Interval
from .wave_solver import by_sets, is_mixed, of_two_waves

PERIODS = 16
"""The number of half periods on each side that are searched for solutions in an interval."""
NEAR = 1e-9
"""The distance within which two solutions count as the same."""
NOWHERE = arb("nan")
"""The result for an equation without a value."""


def solve(equation: Any, variable: Any, printed: Node | Equation | None = None) -> list[Any] | None:
    """Solve an equation, or an expression that is set equal to zero.

    A polynomial equation (or a fraction of polynomials) keeps its complex solutions. Any other is solved over the
    real numbers: complex solutions, and those that do not solve the equation, are left out.

    Args:
        equation: the equation, as SymPy has it.
        variable: the unknown.
        printed: the equation as the plan wrote it; solutions outside its domain are left out.

    Returns:
        The solutions; None if SymPy gives no list.

    Raises:
        NotImplementedError: SymPy has no method.
    """
    zero = equation.lhs - equation.rhs if isinstance(equation, sympy.Equality) else equation
    above, below = sympy.fraction(sympy.together(zero))
    zeros = _zero(printed) if printed is not None else _tree(zero)
    if above.is_polynomial(variable) and below.is_polynomial(variable):
        found = _listed(sympy.solve(equation, variable))
        return found and [made for made in found if not _excluded(zeros, variable, made)]
    real = sympy.Symbol(variable.name, real=True)
    found = _by_odd_roots(zero, variable)
    if found is None:
        found = of_two_waves(zero, variable)
    if found is None:
        found = _by_factors(zero, variable)
    if found is None:
        letters = {name: sympy.Symbol(name.name, real=True) for name in zero.free_symbols}
        signs = zero.has(sympy.Abs, sympy.sign)
        solved = _listed(sympy.solve(zero.xreplace(letters), real) if signs else sympy.solve(equation, variable))
        if solved is None:
            return None
        found = [made.xreplace({new: old for old, new in letters.items()}) for made in solved]
    return [made for made in dict.fromkeys(found) if not _fails(zeros, variable, made)]


def _listed(found: Any) -> list[Any] | None:
    if isinstance(found, list) and all(isinstance(solution, sympy.Expr) for solution in found):
        return found
    return None


def _zero(printed: Node | Equation) -> Node:
    return add(printed.left, neg(printed.right)) if isinstance(printed, Equation) else printed


def _tree(expression: Any) -> Node | None:
    try:
        return tree(expression)
    except Unreadable:
        return None


def _by_factors(zero: Any, variable: Any) -> list[Any] | None:
    """Solve for each factor of a product; None if there is only one, or one that cannot be solved."""
    factors = [part for part in sympy.Mul.make_args(sympy.factor(zero)) if variable in part.free_symbols]
    if len(factors) < 2:
        return None
    found: list[Any] = []
    for factor in factors:
        solved = solve(factor, variable)
        if solved is None:
            return None
        found += solved
    return found


def _by_odd_roots(zero: Any, variable: Any) -> list[Any] | None:
    """Solve for an odd root of a linear expression, which may be negative; None if there is none."""
    roots = [
        part
        for part in zero.atoms(sympy.Pow)
        if part.exp.is_Rational and part.exp.q % 2 and part.exp.q > 1 and variable in part.base.free_symbols
    ]
    bases = {part.base for part in roots}
    if len(bases) != 1:
        return None
    base = bases.pop()
    line = sympy.Poly(base, variable) if base.is_polynomial(variable) else None
    if line is None or line.degree() != 1:
        return None
    degree = sympy.ilcm(1, *(part.exp.q for part in roots))
    root = sympy.Dummy("root")
    slope, constant = line.all_coeffs()
    turned = (root**degree - constant) / slope
    in_root = zero.xreplace({part: root ** (part.exp * degree) for part in roots}).subs(variable, turned)
    found = _listed(sympy.solve(in_root, root))
    return None if found is None else [sympy.expand(turned.subs(root, made)) for made in found]


def _fails(zero: Node | None, variable: Any, made: Any) -> bool:
    """Return whether a solution is complex, or is proved not to solve the equation over the real numbers."""
    if made.has(sympy.I) or made.is_real is False:
        return True
    value = _put_back(zero, variable, made)
    return value is NOWHERE or (value is not None and not value.contains(0))


def _excluded(zero: Node | None, variable: Any, made: Any) -> bool:
    """Return whether the equation is proved to have no value at a real solution."""
    return made.is_real is not False and not made.has(sympy.I) and _put_back(zero, variable, made) is NOWHERE


def _put_back(zero: Node | None, variable: Any, made: Any) -> Any:
    """Return the equation's ball at a solution; NOWHERE if it has none, None if it is not known."""
    if zero is None or made.free_symbols or zero.names() != {variable.name} or isinstance(made, sympy.CRootOf):
        return None
    try:
        root = tree(made)
        if not balls.is_defined(root, {}):
            return None  # may be a real number that is written with complex ones, such as a root of a cubic
        return balls.value(zero.put({variable.name: root}), {})
    except Undefined:
        return NOWHERE
    except (Unclear, Unreadable):
        return None


def within(
    equation: Any, variable: Any, printed: Node | Equation | None, found: list[Any], interval: Interval
) -> list[Any]:
    """Return the solutions in an interval, those of a periodic equation in each of its periods there.

    Args:
        equation: the equation, as SymPy has it.
        variable: the unknown.
        printed: the equation as the plan wrote it.
        found: its solutions, for a periodic equation those in one period.
        interval: the interval in which solutions are asked.
    """
    zero = equation.lhs - equation.rhs if isinstance(equation, sympy.Equality) else equation
    period = sympy.periodicity(zero, variable) if zero.free_symbols == {variable} else None
    shifts = range(-PERIODS, PERIODS + 1) if period else (0,)
    zeros = _zero(printed) if printed is not None else _tree(zero)
    half = sympy.sympify(period or 0) / 2
    mixed = period and is_mixed(zero) and of_two_waves(zero, variable) is None
    given = [*found, *(by_sets(zero, variable) if mixed else ())]
    near = (made + shift * half for made in given for shift in shifts)
    inside = dict.fromkeys(sympy.simplify(made) for made in near if _lies_in(made, interval))
    kept = [made for made in inside if not _fails(zeros, variable, made)]
    return list({round(float(made) / NEAR): made for made in reversed(kept)}.values())[::-1] if period else kept


def families(equation: Any, variable: Any, printed: Node | Equation | None, found: list[Any]) -> list[Any]:
    """Return all solutions of a periodic equation, as few expressions in the whole number n as possible.

    Args:
        equation: the equation, as SymPy has it.
        variable: the unknown.
        printed: the equation as the plan wrote it.
        found: its solutions in one period.

    Raises:
        RunError: the equation is not periodic, or has another letter.
    """
    zero = equation.lhs - equation.rhs if isinstance(equation, sympy.Equality) else equation
    period = sympy.periodicity(zero, variable) if zero.free_symbols == {variable} else None
    if not period or variable.name == LETTER:
        raise RunError("only a periodic equation in one letter, which is not n, has a general solution", wrong=False)
    one_period = Interval(ZERO, tree(period), (True, False), "one period")
    inside = within(equation, variable, printed, found, one_period)
    first = {float(made / period): made for made in inside if _vanishes(zero, variable, made)}
    shares = sorted(first)
    parts = next((parts for parts in range(len(shares), 1, -1) if _repeats(shares, parts)), 1)
    of_part = [first[share] for share in shares if share < 1 / parts - NEAR]
    return [made + period / parts * sympy.Symbol(LETTER) for made in of_part]


def _vanishes(zero: Any, variable: Any, made: Any) -> bool:
    """Return whether an expression is nearly zero at a number, and not at a pole."""
    value = sympy.N(zero.subs(variable, made), 30)
    return bool(value.is_finite and abs(value) < NEAR)


def _repeats(shares: list[float], parts: int) -> bool:
    """Return whether the solutions, as shares of a period, come again after one of so many equal parts of it."""
    moved = [share + 1 / parts for share in shares]
    return all(any(abs(one - other - round(one - other)) < 3 * NEAR for other in shares) for one in moved)


def _lies_in(made: Any, interval: Interval) -> bool:
    """Return whether a solution lies in an interval; one whose value is not known is kept."""
    root = _tree(made)
    try:
        return root is None or interval.holds(balls.value(root, {}))
    except (Undefined, Unclear):
        return True
