"""Other forms of an expression: makes each with SymPy, and checks that a result has it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy  # type: ignore[import-untyped]

from .finding import Finding, right, unknown
from .forms import is_one_logarithm

WORDS = {
    "partial": "partial fractions",
    "division": "quotient and remainder",
    "square": "completed square",
    "logs": "expanded logarithms",
    "condense": "single logarithm",
    "rationalized": "rationalized denominator",
    "rectangular": "a+bi",
    "sincos": "sines and cosines",
    "angles": "single angles",
}
"""The tool's form for a word of the problem."""


class NoForm(Exception):
    """An expression cannot be written in a form; its one line says why."""


def rewrite(expression: Any, form: str, variable: Any) -> Any:
    """Return an expression in a form.

    Args:
        expression: SymPy's expression.
        form: a form of the table of tools.
        variable: the letter of the form; None for the only one.

    Raises:
        NoForm: the expression has no such form.
    """
    letters = expression.free_symbols
    name = variable if variable is not None else next(iter(letters), None) if len(letters) == 1 else None
    if form in _IN_VARIABLE and name is None:
        raise NoForm(f"the form {form!r} needs a variable")
    return _MADE[form](expression, name)


def has_form(result: Any, form: str, variable: Any) -> Finding:
    """Judge whether a result has a form.

    Args:
        result: SymPy's expression, equal to the problem's.
        form: a form of the table of tools.
        variable: the letter of the form; None if the form needs none.
    """
    if _SEEN[form](result, variable):
        return right(f"of the form that is asked: {form}")
    return unknown(f"perhaps not of the form that is asked: {form}")


def collected(result: Any, variable: Any) -> Finding:
    """Judge whether each power of a variable occurs once."""
    powers = []
    for term in sympy.Add.make_args(result):
        factor, rest = term.as_independent(variable, as_Add=False)
        base, exponent = rest.as_base_exp()
        if rest != 1 and (base != variable or variable in exponent.free_symbols):
            return unknown("perhaps not collected: a term is not a power of the variable times a factor")
        powers.append(exponent if rest != 1 else 0)
        if variable in factor.free_symbols:
            return unknown("perhaps not collected")
    once = len(set(powers)) == len(powers)
    return right("collected") if once else unknown("perhaps not collected: a power occurs twice")


def _completed(expression: Any, name: Any) -> Any:
    square = sympy.Poly(sympy.expand(expression), name)
    if square.degree() != 2:
        raise NoForm("only a quadratic has a completed square")
    a, b, c = square.all_coeffs()
    return a * (name + b / (2 * a)) ** 2 + sympy.simplify(c - b**2 / (4 * a))


def _divided(expression: Any, name: Any) -> Any:
    above, below = sympy.fraction(sympy.together(expression))
    quotient, rest = sympy.div(sympy.Poly(above, name), sympy.Poly(below, name))
    return quotient.as_expr() + rest.as_expr() / below


def _rectangular(expression: Any, _: Any) -> Any:
    real, imaginary = sympy.expand(expression, complex=True).as_real_imag()
    return sympy.simplify(real) + sympy.simplify(imaginary) * sympy.I


def _expanded_logs(expression: Any, _: Any) -> Any:
    factored = expression.replace(sympy.log, lambda inside: sympy.log(sympy.factor(inside)))
    made = sympy.expand_log(factored, force=True)
    return sympy.expand(made.replace(sympy.log, _log_of_primes))


def _log_of_primes(inside: Any) -> Any:
    """Return the logarithm of a whole number as a sum of those of its prime factors."""
    if not (inside.is_Integer and inside > 1):
        return sympy.log(inside)
    return sum((power * sympy.log(prime) for prime, power in sympy.factorint(inside).items()), sympy.Integer(0))


_IN_VARIABLE = frozenset({"partial fractions", "quotient and remainder", "completed square"})
_MADE: dict[str, Callable[[Any, Any], Any]] = {
    "partial fractions": lambda expression, name: sympy.apart(sympy.together(expression), name),
    "quotient and remainder": _divided,
    "completed square": _completed,
    "expanded logarithms": _expanded_logs,
    "single logarithm": lambda expression, _: sympy.logcombine(sympy.expand_log(expression, force=True), force=True),
    "rationalized denominator": lambda expression, _: _rationalized(expression),
    "a+bi": _rectangular,
    "sines and cosines": lambda expression, _: sympy.cancel(_in_sines(expression)),
    "single angles": lambda expression, _: sympy.expand(sympy.expand_trig(expression)),
}


def _rationalized(expression: Any) -> Any:
    made = sympy.radsimp(expression)
    return made if made.free_symbols else sympy.expand(made)


def _in_sines(expression: Any) -> Any:
    for kind in (sympy.tan, sympy.cot, sympy.sec, sympy.csc):
        expression = expression.replace(kind, _IN_SINES[kind])
    return expression


_IN_SINES: dict[Any, Callable[[Any], Any]] = {
    sympy.tan: lambda angle: sympy.sin(angle) / sympy.cos(angle),
    sympy.cot: lambda angle: sympy.cos(angle) / sympy.sin(angle),
    sympy.sec: lambda angle: 1 / sympy.cos(angle),
    sympy.csc: lambda angle: 1 / sympy.sin(angle),
}


def _is_partial(result: Any, name: Any) -> bool:
    terms = sympy.Add.make_args(result)
    fractions = [term for term in terms if sympy.fraction(term)[1].has(name)]
    return (
        all(_is_part(term, name) for term in fractions)
        and all(term.is_polynomial(name) for term in terms if term not in fractions)
        and len({_monic(sympy.fraction(term)[1], name) for term in fractions}) == len(fractions)
    )


def _monic(below: Any, name: Any) -> Any:
    return sympy.Poly(below, name).monic()


def _is_part(term: Any, name: Any) -> bool:
    """Return whether a term is a numerator over a power of an irreducible factor of a higher degree."""
    above, below = sympy.fraction(term)
    if not (above.is_polynomial(name) and below.is_polynomial(name)):
        return False
    _, factors = sympy.factor_list(below, name)
    return len(factors) == 1 and sympy.degree(above, name) < sympy.degree(factors[0][0], name)


def _is_divided(result: Any, name: Any) -> bool:
    terms = sympy.Add.make_args(result)
    proper = [term for term in terms if not term.is_polynomial(name)]
    if len(proper) > 1:
        return False
    if not proper:
        return bool(sympy.expand(result) == result)
    above, below = sympy.fraction(proper[0])
    polynomial = above.is_polynomial(name) and below.is_polynomial(name)
    whole = sum((term for term in terms if term.is_polynomial(name)), sympy.Integer(0))
    return bool(polynomial and sympy.degree(above, name) < sympy.degree(below, name) and sympy.expand(whole) == whole)


def _is_square(result: Any, name: Any) -> bool:
    varying = [term for term in sympy.Add.make_args(result) if term.has(name)]
    if len(varying) != 1:
        return False
    factor, rest = varying[0].as_independent(name, as_Add=False)
    base, exponent = rest.as_base_exp()
    return bool(exponent == 2 and base.is_polynomial(name) and sympy.degree(base, name) == 1 and not factor.has(name))


def _has_plain_logs(result: Any, _: Any) -> bool:
    inside = [part.args[0] for part in result.atoms(sympy.log)]
    return all(
        part.is_Symbol or part.is_prime or (part.is_Add and sympy.factor(part) == part and not part.is_Mul)
        for part in inside
    )


def _is_rectangular(result: Any, _: Any) -> bool:
    parts = sympy.Add.make_args(result)
    imaginary = [part for part in parts if part.has(sympy.I)]
    plain = all((part / sympy.I).is_real and not (part / sympy.I).has(sympy.I) for part in imaginary)
    return len(imaginary) < 2 and plain and all(part.is_real for part in parts if part not in imaginary)


def _is_rationalized(result: Any, _: Any) -> bool:
    below = sympy.fraction(sympy.together(result))[1]
    return not any(part.exp.is_Rational and not part.exp.is_Integer for part in below.atoms(sympy.Pow))


def _has_single_angles(result: Any, _: Any) -> bool:
    kinds = (sympy.sin, sympy.cos, sympy.tan, sympy.sec, sympy.csc, sympy.cot)
    return all(part.args[0].is_Symbol or part.args[0].is_number for part in result.atoms(*kinds))


def _is_in_sines(result: Any, _: Any) -> bool:
    return not result.has(sympy.tan, sympy.cot, sympy.sec, sympy.csc)


_SEEN: dict[str, Callable[[Any, Any], bool]] = {
    "partial fractions": _is_partial,
    "quotient and remainder": _is_divided,
    "completed square": _is_square,
    "expanded logarithms": _has_plain_logs,
    "single logarithm": lambda result, _: is_one_logarithm(result),
    "rationalized denominator": _is_rationalized,
    "a+bi": _is_rectangular,
    "sines and cosines": _is_in_sines,
    "single angles": _has_single_angles,
}
