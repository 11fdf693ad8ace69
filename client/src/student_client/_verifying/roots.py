"""Are these solutions, and are they all?"""

from __future__ import annotations

from typing import Any

import mpmath  # type: ignore[import-untyped]
import sympy  # type: ignore[import-untyped]

from .equivalence import DIGITS, ENOUGH, agree, holds_somewhere, points, same_number, value

_TOLERANCE = mpmath.mpf("1e-20")
_SOLVABLE = 4
"""Highest degree that has a formula."""

Finding = tuple[bool | None, str]


def all_solutions(zero: Any, variable: Any, roots: list[Any]) -> Finding:
    """Judge the solutions of ``zero = 0``: each is put back, and they are counted."""
    if variable not in zero.free_symbols:
        return None, "the variable cancels out of the problem's equation"
    fraction = _fraction(zero, variable)
    for root in roots:
        right = _solves(zero, variable, root) if fraction is None else _is_root(fraction, root)
        if not right:
            told = "does not solve the problem's equation" if right is False else "cannot be told to be a solution"
            return right, f"{str(root)[:60]} {told}"
    return _compared(zero, variable, roots) if fraction is None else _counted(int(fraction[0].degree()), roots)


def _counted(degree: int, roots: list[Any]) -> Finding:
    if not roots and degree > _SOLVABLE:
        return None, "SymPy finds no formula for the solutions"
    found = _distinct(roots)
    if found is None:
        return None, "whether the solutions differ cannot be told"
    if found == degree:
        return True, f"each of the {found} solutions solves the problem's equation, and there are no more"
    return False, f"the problem's equation has {degree} different solutions, and {found} are given"


def _fraction(zero: Any, variable: Any) -> tuple[Any, Any] | None:
    """Return a polynomial with the same roots, each once, and what must not be zero; None where there is none."""
    try:
        joined = sympy.together(zero)
        parts = (*sympy.fraction(sympy.cancel(joined)), sympy.fraction(joined)[1])
        if not all(part.is_polynomial(variable) for part in parts):
            return None
        numerator, _, denominator = (sympy.Poly(part, variable) for part in parts)
        return None if numerator.is_zero else (numerator.sqf_part(), denominator)
    except (sympy.PolynomialError, NotImplementedError):
        return None


def _solves(zero: Any, variable: Any, root: Any) -> bool | None:
    """Put a solution back; with letters, sqrt(x) = c has the solution c**2 for some values of c only."""
    if variable in root.free_symbols:
        return False
    put_back = zero.subs(variable, root)
    agreement = agree(sympy.S.Zero, put_back)
    if agreement == "different" and not holds_somewhere(sympy.S.Zero, put_back):
        return False
    return True if agreement == "equal" else None


def _is_root(fraction: tuple[Any, Any], root: Any) -> bool | None:
    """Put a solution back by numbers: by symbols, the formula of a cubic takes minutes."""
    polynomial, denominator = fraction
    if polynomial.gen in root.free_symbols:
        return False
    if isinstance(root, sympy.CRootOf) and not polynomial.free_symbols_in_domain:
        own = _irreducible(root, polynomial.gen)  # its digits take seconds each, and no digit is needed
        return False if not polynomial.rem(own).is_zero else None if denominator.rem(own).is_zero else True
    letters = sorted(root.free_symbols | polynomial.free_symbols_in_domain, key=str)
    found = []
    for place in points(letters, ENOUGH + ENOUGH // 2 if letters else 1):
        at = value(root, place)
        if at is None or _vanishes(denominator, at, place) is not False:
            return None
        found.append(_vanishes(polynomial, at, place))
    return True if all(found) else None if None in found or any(found) else False


def _irreducible(root: Any, variable: Any) -> Any:
    """Return the irreducible polynomial that a root without a formula is numbered in."""
    return sympy.Poly(root.poly.as_expr(), root.poly.gen).replace(variable)


def _vanishes(polynomial: Any, at: Any, place: dict[Any, Any]) -> bool | None:
    """Tell whether a polynomial is zero at a number, beside the size of its terms."""
    with mpmath.workdps(DIGITS + 10):
        point = mpmath.mpmathify(at)
        total = size = mpmath.mpf(0)
        for coefficient in polynomial.all_coeffs():
            known = value(sympy.sympify(coefficient), place)
            if known is None:
                return None
            total = total * point + mpmath.mpmathify(known)
            size = size * abs(point) + abs(mpmath.mpmathify(known))
        return bool(abs(total) <= _TOLERANCE * size)


def _distinct(roots: list[Any]) -> int | None:
    """Count the different values, at one random place of the constants; None where one has no value."""
    constants = sorted(set().union(*(root.free_symbols for root in roots)), key=str)
    *_, place = points(constants, 7)
    numbered = {root for root in roots if isinstance(root, sympy.CRootOf)}
    polynomials = [_irreducible(root, root.poly.gen) for root in numbered]
    different: list[Any] = []
    for root in roots:
        if root in numbered:
            continue
        made = value(root, place)
        if made is None:
            return None
        of_those = any(_vanishes(polynomial, made, place) for polynomial in polynomials)
        if not of_those and not any(same_number(made, other) for other in different):
            different.append(made)
    return len(different) + len(numbered)


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
