"""Solutions of trigonometric equations that SymPy's ``solve`` misses, or for which it takes minutes."""

from __future__ import annotations

from typing import Any

import sympy  # type: ignore[import-untyped]


def of_two_waves(zero: Any, variable: Any) -> list[Any] | None:
    """Solve an equation of two waves with the same size, such as sin(5*x) - sin(3*x) or cos(x) + cos(3*x).

    Both are written as cosines: cos(u) = cos(v) when u - v or u + v is a multiple of 2*pi.

    Args:
        zero: the expression that is zero.
        variable: its only letter.

    Returns:
        The solutions of one period; None if the expression is something else.
    """
    waves = [_wave(term, variable) for term in sympy.Add.make_args(zero)]
    known = [wave for wave in waves if wave is not None]
    period = sympy.periodicity(zero, variable) if zero.free_symbols == {variable} else None
    if len(known) != 2 or len(waves) != 2 or not period:
        return None
    (one, u), (other, v) = known
    if sympy.simplify(one**2 - other**2) != 0:
        return None
    v = v if sympy.simplify(one + other) == 0 else v + sympy.pi  # turns cos(u) = -cos(v) into cos(u) = cos(v + pi)
    found: list[Any] = []
    for line in (sympy.expand(u - v), sympy.expand(u + v)):
        slope, start = line.coeff(variable), line.subs(variable, 0)
        if slope == 0 and (start / (2 * sympy.pi)).is_integer is not False:
            return None
        if slope != 0:
            times = sympy.ceiling(abs(slope) * period / (2 * sympy.pi))
            found += [sympy.simplify((2 * sympy.pi * count - start) / slope) for count in range(int(times))]
    return found


def _wave(term: Any, variable: Any) -> tuple[Any, Any] | None:
    """Return a multiple of a sine or cosine of a line as its factor and the angle of a cosine."""
    factor, wave = term.as_independent(variable, as_Add=False)
    if not isinstance(wave, sympy.sin | sympy.cos) or not wave.args[0].is_polynomial(variable):
        return None
    if sympy.degree(wave.args[0], variable) != 1:
        return None
    return factor, wave.args[0] - (sympy.pi / 2 if isinstance(wave, sympy.sin) else 0)


def by_sets(zero: Any, variable: Any) -> list[Any]:
    """Return one member of each family that SymPy's other solver finds, which misses fewer of them."""
    made = sympy.solveset(zero, variable, sympy.S.Reals)
    parts = made.args if isinstance(made, sympy.Union) else (made,)
    return [part.lamda.expr.subs(part.lamda.variables[0], 0) for part in parts if isinstance(part, sympy.ImageSet)]


def is_mixed(zero: Any) -> bool:
    """Return whether an expression has different trigonometric functions, of which solutions may be missed."""
    return len(zero.atoms(sympy.sin, sympy.cos, sympy.tan, sympy.sec, sympy.csc, sympy.cot)) > 1
