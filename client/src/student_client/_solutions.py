"""Are these solutions, and are they all?"""

from __future__ import annotations

from typing import Any

import sympy  # type: ignore[import-untyped]

from ._agree import agree, holds_somewhere, points, same_number, value

_SOLVABLE = 4
"""Highest degree that has a formula."""

Finding = tuple[bool | None, str]


def all_solutions(zero: Any, variable: Any, roots: list[Any]) -> Finding:
    """Judge the solutions of ``zero = 0``: each is put back, and they are counted."""
    if variable not in zero.free_symbols:
        return None, "the variable cancels out of the problem's equation"
    for root in roots:
        right = _solves(zero, variable, root)
        if not right:
            told = "does not solve the problem's equation" if right is False else "cannot be told to be a solution"
            return right, f"{str(root)[:60]} {told}"
    degree = _degree(zero, variable)
    if degree is None:
        return _compared(zero, variable, roots)
    if not roots and degree > _SOLVABLE:
        return None, "SymPy finds no formula for the solutions"
    found = _distinct(roots)
    if found == degree:
        return True, f"each of the {found} solutions solves the problem's equation, and there are no more"
    return False, f"the problem's equation has {degree} different solutions, and {found} are given"


def _solves(zero: Any, variable: Any, root: Any) -> bool | None:
    """Put a solution back; with letters, sqrt(x) = c has the solution c**2 for some values of c only."""
    if variable in root.free_symbols:
        return False
    put_back = zero.subs(variable, root)
    agreement = agree(sympy.S.Zero, put_back)
    if agreement == "different" and not holds_somewhere(sympy.S.Zero, put_back):
        return False
    return True if agreement == "equal" else None


def _distinct(roots: list[Any]) -> int:
    """Count the different values, at one random place of the constants."""
    constants = sorted(set().union(*(root.free_symbols for root in roots)), key=str)
    *_, place = points(constants, 7)
    different: list[Any] = []
    for root in roots:
        made = value(root, place)
        if made is None or not any(same_number(made, other) for other in different):
            different.append(made)
    return len(different)


def _degree(zero: Any, variable: Any) -> int | None:
    """Return the number of different complex roots of a rational function, or None for any other."""
    try:
        numerator, denominator = sympy.fraction(sympy.cancel(sympy.together(zero)))
        if not (numerator.is_polynomial(variable) and denominator.is_polynomial(variable)):
            return None
        polynomial = sympy.Poly(numerator, variable)
        if polynomial.is_zero:
            return None
        return int(polynomial.sqf_part().degree())
    except (sympy.PolynomialError, NotImplementedError):
        return None


def _compared(zero: Any, variable: Any, roots: list[Any]) -> Finding:
    """Compare with the set of all real solutions, where SymPy finds one."""
    if zero.free_symbols != {variable}:
        return None, "whether these are all solutions cannot be told"
    try:
        truth = sympy.solveset(zero, variable, sympy.S.Reals)
    except (NotImplementedError, ValueError, TypeError):
        return None, "whether these are all solutions cannot be told"
    if not isinstance(truth, sympy.FiniteSet) and truth is not sympy.S.EmptySet:
        return None, "the equation may have more solutions than can be listed"
    given = [value(root, {}) for root in roots]
    for solution in truth:
        wanted = value(solution, {})
        if wanted is None or not any(made is not None and same_number(wanted, made) for made in given):
            return (None if wanted is None else False), f"the solution {solution} is missing"
    if _crosses_elsewhere(zero, variable, [made for made in given if made is not None]):
        return None, "the equation seems to have a solution that SymPy does not find"
    return True, "each solution solves the problem's equation, and no real one is missing"


def _crosses_elsewhere(zero: Any, variable: Any, roots: list[Any]) -> bool:
    """Look for a change of sign between -20 and 20 that is neither a known solution nor a pole."""
    places = [sympy.Rational(step, 4) + sympy.Rational(1, 37) for step in range(-80, 80)]
    values = [value(zero, {variable: place}) for place in places]
    for start, end, before, after in zip(places, places[1:], values, values[1:], strict=False):
        if before is None or after is None or not (before.is_real and after.is_real) or before * after >= 0:
            continue
        middle = value(zero, {variable: (start + end) / 2})
        pole = middle is None or abs(middle) > max(abs(before), abs(after))
        if not pole and not any(root.is_real and start <= root <= end for root in roots):
            return True
    return False
