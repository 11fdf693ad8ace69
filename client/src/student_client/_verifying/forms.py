"""Does an expression have the form that was asked: simplified, expanded, factored?"""

from __future__ import annotations

from typing import Any

import sympy  # type: ignore[import-untyped]


def is_simpler(before: Any, result: Any) -> bool:
    """Tell whether the result is shorter than before, or no longer than SymPy can make it."""
    length = sympy.count_ops(result)
    if length < sympy.count_ops(before):
        return True
    return bool(length <= sympy.count_ops(sympy.simplify(before)))


def is_expanded(result: Any, before: Any = None) -> bool | None:
    """Tell whether no product of sums is left; None where sines or logarithms could have been meant."""
    if sympy.expand(result, power_base=False, power_exp=False, log=False) != result:
        return False
    if result == before and sympy.expand(sympy.expand_trig(result), force=True) != result:
        return None
    return True


def is_factored(before: Any, result: Any) -> bool | None:
    """Tell whether every factor of the result is irreducible over the rationals and has no content left."""
    numerator, denominator = sympy.fraction(sympy.together(before))
    symbols = before.free_symbols
    if symbols and numerator.is_polynomial(*symbols) and denominator.is_polynomial(*symbols):
        return all(_irreducible(factor) for factor in sympy.Mul.make_args(result))
    if sympy.factor(result) != result:
        return False
    if isinstance(result, sympy.Add) and not isinstance(sympy.factor(before), sympy.Add):
        return False
    return True if result != before or not isinstance(before, sympy.Add) else None


def _irreducible(factor: Any) -> bool:
    base, exponent = factor.as_base_exp()
    if factor.is_number or base.is_Symbol:
        return True
    if not exponent.is_Integer:
        return False
    content, factors = sympy.factor_list(base)
    return abs(content) == 1 and len(factors) == 1 and factors[0][1] == 1
