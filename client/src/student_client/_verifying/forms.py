"""Does a result have the form that was asked: simplified, expanded, factored?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy  # type: ignore[import-untyped]

from .finding import Finding, right, unknown, wrong
from .shorter import shorter_form


def simplified(before: Any, result: Any) -> Finding:
    """Judge whether no simpler form than the result is known.

    Args:
        before: the problem's expression, as SymPy has it.
        result: the result, equal to it.
    """
    letters = sorted(result.free_symbols | before.free_symbols, key=str)
    if _is_rational(result, letters) and _is_rational(before, letters):
        return _lowest_terms(result, letters)
    if not letters and _is_sum_of_roots(result):
        return right("simplified")
    best = min((sympy.simplify(before), *_rewritten(result)), key=sympy.count_ops)
    length = sympy.count_ops(result)
    if length > sympy.count_ops(best):
        return unknown(f"perhaps not simplified: {_short(best)} is shorter")
    shorter = shorter_form(result)
    if shorter is not None:
        return unknown(f"perhaps not simplified: {_short(shorter)} is shorter")
    return right("simplified")


def _is_rational(expression: Any, letters: list[Any]) -> bool:
    above, below = sympy.fraction(sympy.together(expression))
    return all(part.is_polynomial(*letters) for part in (above, below)) if letters else False


def _is_sum_of_roots(result: Any) -> bool:
    """Return whether a number is a sum such as 9/2 + 3*sqrt(5)/2: fractions times roots of different whole numbers."""
    parts = [term.as_coeff_Mul()[1] for term in sympy.Add.make_args(result)]
    return all(
        part == 1 or (part.is_Pow and part.base.is_Integer and part.base > 0 and part.exp == sympy.Rational(1, 2))
        for part in parts
    )


def _rewritten(expression: Any) -> tuple[Any, ...]:
    return expression, sympy.factor(expression), sympy.cancel(expression), sympy.expand(expression)


def _lowest_terms(result: Any, letters: list[Any]) -> Finding:
    """Judge a rational function: it must be one fraction in lowest terms, or as short as one."""
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
    """Return whether a polynomial is multiplied out, or is a product of such factors."""
    return all(
        factor.as_base_exp()[0] == sympy.expand(factor.as_base_exp()[0]) for factor in sympy.Mul.make_args(polynomial)
    )


def expanded(before: Any, result: Any) -> Finding:
    """Judge whether no product of sums is left."""
    if sympy.expand(result, power_base=False, power_exp=False, log=False) != result:
        return wrong("not expanded")
    inside = [part.args[0] for part in before.atoms(sympy.log)]
    if any(sympy.factor(part).is_Mul or part.is_Pow for part in inside):
        return unknown("perhaps not expanded: logarithms of products may be meant")
    if result == before and sympy.expand(sympy.expand_trig(result), force=True) != result:
        return unknown("perhaps not expanded: sines of sums may be meant")
    return right("expanded")


def factored(before: Any, result: Any) -> Finding:
    """Judge whether every factor is irreducible over the rationals and has no content left."""
    if before.is_Rational:
        return _prime(result) if before.is_Integer else unknown("only whole numbers are factored into primes")
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
    parts = [part.as_base_exp() for part in sympy.Mul.make_args(result)]
    if not result.is_Integer and all(base == -1 or sympy.isprime(base) for base, _ in parts):
        return right("factored into primes")
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


def as_word(word: str | None, result: Any) -> Finding:
    """Judge whether a result has the further form that a word asks for.

    Args:
        word: "single" fraction, "condense" logarithms, "rationalized" denominator, "linear" factors, a "product";
            any other word, and None, asks for nothing more.
        result: the result, as SymPy's expression.
    """
    judge = _WORDS.get(word or "")
    if judge is None or judge(result):
        return right("of the form that is asked")
    return unknown(f"perhaps not of the form that is asked: {_ASKED[str(word)]}")


def _is_single(result: Any) -> bool:
    terms = sympy.Add.make_args(result)
    return len(terms) == 1 or all(sympy.fraction(term)[1] == 1 for term in terms)


def _is_rationalized(result: Any) -> bool:
    below = sympy.fraction(sympy.together(result))[1]
    return not any(part.exp.is_Rational and not part.exp.is_Integer for part in below.atoms(sympy.Pow))


def is_one_logarithm(result: Any) -> bool:
    """Return whether a result is one logarithm, or a number times one, with nothing added to it."""
    factors = [part for part in sympy.Mul.make_args(result) if not part.is_Rational]
    above = [part for part in factors if part.free_symbols or not isinstance(1 / part, sympy.log)]  # 1/log(2): a base
    return not result.has(sympy.log) or (len(above) == 1 and isinstance(above[0], sympy.log))


def _is_linear(result: Any) -> bool:
    bases = [factor.as_base_exp()[0] for factor in sympy.Mul.make_args(result)]
    return all(
        base.is_polynomial(*base.free_symbols) and sympy.Poly(base, *base.free_symbols).total_degree() == 1
        for base in bases
        if base.free_symbols
    )


_WORDS: dict[str, Callable[[Any], bool]] = {
    "single": _is_single,
    "condense": is_one_logarithm,
    "rationalized": _is_rationalized,
    "linear": _is_linear,
    "product": lambda result: result.is_Mul or result.is_Pow,
}
_ASKED = {
    "single": "one fraction",
    "condense": "one logarithm",
    "rationalized": "no root in the denominator",
    "linear": "linear factors",
    "product": "a product",
}
