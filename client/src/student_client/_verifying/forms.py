"""Has a result the form that was asked: simplified, expanded, factored?"""

from __future__ import annotations

from typing import Any

import sympy  # type: ignore[import-untyped]

from .finding import Finding, right, unknown, wrong


def simplified(before: Any, result: Any) -> Finding:
    """Judge whether nothing simpler than the result is at hand.

    Args:
        before: the problem's expression, as SymPy has it.
        result: the result, equal to it.
    """
    letters = sorted(result.free_symbols | before.free_symbols, key=str)
    if _is_rational(result, letters) and _is_rational(before, letters):
        return _lowest_terms(result, letters)
    length = sympy.count_ops(result)
    best = min((sympy.simplify(before), *_rewritten(result)), key=sympy.count_ops)
    if length <= sympy.count_ops(best):
        return right("simplified")
    return unknown(f"perhaps not simplified: {_short(best)} is shorter")


def _is_rational(expression: Any, letters: list[Any]) -> bool:
    above, below = sympy.fraction(sympy.together(expression))
    return all(part.is_polynomial(*letters) for part in (above, below)) if letters else False


def _rewritten(expression: Any) -> tuple[Any, ...]:
    return expression, sympy.factor(expression), sympy.cancel(expression), sympy.expand(expression)


def _lowest_terms(result: Any, letters: list[Any]) -> Finding:
    """Judge a rational function: one fraction in lowest terms, or as short as one."""
    best = min(_rewritten(result), key=sympy.count_ops)
    fractions = [term for term in sympy.Add.make_args(result) if sympy.fraction(term)[1].free_symbols]
    if len(fractions) > 1:
        return wrong("not simplified: its fractions are not joined")
    if sympy.count_ops(result) <= sympy.count_ops(best):
        return right("simplified")
    above, below = sympy.fraction(result)
    if not all(part.is_polynomial(*letters) for part in (above, below)):
        return wrong("not simplified: it is not one fraction")
    if not sympy.gcd(above, below).is_number:
        return wrong("not simplified: the fraction is not in lowest terms")
    if all(_tidy(part) for part in (above, below)):
        return right("simplified")
    return wrong(f"not simplified: {_short(best)} is shorter")


def _tidy(polynomial: Any) -> bool:
    """Tell whether a polynomial is multiplied out or a product of factors that are."""
    return all(
        factor.as_base_exp()[0] == sympy.expand(factor.as_base_exp()[0]) for factor in sympy.Mul.make_args(polynomial)
    )


def expanded(before: Any, result: Any) -> Finding:
    """Judge whether no product of sums is left."""
    if sympy.expand(result, power_base=False, power_exp=False, log=False) != result:
        return wrong("not expanded")
    if result == before and sympy.expand(sympy.expand_trig(result), force=True) != result:
        return unknown("perhaps not expanded: sines or logarithms of sums may be meant")
    return right("expanded")


def factored(before: Any, result: Any) -> Finding:
    """Judge whether every factor is irreducible over the rationals and has no content left."""
    if before.is_Rational:
        return _prime(result)
    above, below = sympy.fraction(sympy.together(before))
    letters = sorted(before.free_symbols, key=str)
    if letters and above.is_polynomial(*letters) and below.is_polynomial(*letters):
        good = all(_irreducible(factor) for factor in sympy.Mul.make_args(result))
        return right("factored over the rational numbers") if good else wrong("not factored")
    if sympy.factor(result) != result:
        return wrong("not factored")
    if isinstance(result, sympy.Add):
        return unknown("perhaps not factored: it is a sum")
    return right("factored")


def _prime(result: Any) -> Finding:
    if result.is_Integer and sympy.isprime(abs(result)):
        return right("factored: it is a prime number")
    return wrong("not factored into primes")


def _irreducible(factor: Any) -> bool:
    base, exponent = factor.as_base_exp()
    if factor.is_number or base.is_Symbol:
        return True
    if not exponent.is_Integer:
        return False
    content, factors = sympy.factor_list(base)
    return abs(content) == 1 and len(factors) == 1 and factors[0][1] == 1


def _short(expression: Any) -> str:
    text = str(expression)
    return text if len(text) <= 60 else f"{text[:57]}..."
