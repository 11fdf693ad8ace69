r"""Does an answer have the form that its problem shows, such as ``a + b\sqrt{3}`` or ``y = mx + c``?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._reading.statement import Shape
from .convert import Unreadable, expression
from .finding import Finding, right, unknown
from .rewriting import has_form

MAX_TERMS = 6


def kept(shape: Shape | None, result: Any, found: Finding) -> Finding:
    """Return a finding about an answer; if it is right, also whether the answer has the form that is asked."""
    if shape is None or not found.right:
        return found
    made = in_shape(shape, result)
    return made.because(f"{found.reason}, and is {made.reason}") if made.right else made


def in_shape(shape: Shape, result: Any) -> Finding:
    """Judge whether an answer has a form; of several solutions each must have it.

    Args:
        shape: the form that is asked.
        result: the answer as SymPy's object.
    """
    if not shape.parameters and not shape.complex_numbers:  # of a line, which is looked at before
        return right(f"of the form that is asked: {shape.text}")
    made = result if isinstance(result, list) else [result]
    if made and all(isinstance(one, sympy.Expr) and _has_shape(shape, one) for one in made):
        return right(f"of the form that is asked: {shape.text}")
    return unknown(f"perhaps not of the form that is asked: {shape.text}")


def _has_shape(shape: Shape, result: Any) -> bool:
    if shape.complex_numbers:
        return has_form(result, "a+bi", None).right
    try:
        template = sympy.expand(expression(shape.template, real=False), log=False, power_base=False, power_exp=False)
    except (Unreadable, ValueError):
        return False
    parameters = {symbol for symbol in template.free_symbols if symbol.name in shape.parameters}
    letters = sorted(template.free_symbols - parameters, key=str)
    wanted, given = sympy.Add.make_args(template), sympy.Add.make_args(result)
    if len(given) > len(wanted) or len(wanted) > MAX_TERMS or not all(_is_free(one, wanted) for one in parameters):
        return False
    return any(
        all(_is_term(one, asked, parameters, (letters, shape.either)) for one, asked in zip(given, order, strict=True))
        for order in permutations(wanted, len(given))
    )


def _is_free(parameter: Any, terms: Sequence[Any]) -> bool:
    """Return whether a letter is in one term, or under all of them, so that each term has a number of its own."""
    having = [term for term in terms if parameter in term.free_symbols]
    return len(having) == 1 or all(1 / parameter in sympy.Mul.make_args(term) for term in terms)


def _is_term(given: Any, asked: Any, parameters: set[Any], how: tuple[Sequence[Any], bool]) -> bool:
    """Return whether a term of an answer is one of the form, with numbers in place of its letters."""
    letters, either = how
    factors = list(sympy.Mul.make_args(asked))
    free = any(_is_parameter(factor, parameters) for factor in factors)
    bases = [factor for factor in factors if not _is_parameter(factor, parameters) and not factor.is_Rational]
    if letters:
        factor, rest = given.as_independent(*letters, as_Add=False)
        parts = list(_factors(rest))
    else:
        factor, rest = given.as_coeff_Mul()
        parts = list(_factors(rest))
    fixed = sympy.Mul(*(one for one in factors if one.is_Rational))
    fits = factor.is_number and (free or factor == fixed or (either and factor == -fixed))
    return bool(fits) and len(parts) == len(bases) and _match(parts, bases, parameters)


def _factors(rest: Any) -> Iterator[Any]:
    yield from (part for part in sympy.Mul.make_args(rest) if part != 1)


def _match(parts: list[Any], bases: list[Any], parameters: set[Any]) -> bool:
    return any(
        all(_is_base(part, base, parameters) for part, base in zip(parts, order, strict=True))
        for order in permutations(bases)
    )


def _is_parameter(factor: Any, parameters: set[Any]) -> bool:
    """Return whether a factor is a letter that stands for a number, or one over it."""
    base, exponent = factor.as_base_exp()
    return base in parameters and exponent in {1, -1}


def _is_base(part: Any, base: Any, parameters: set[Any]) -> bool:
    """Return whether a factor is the form's: the same, or a root, a logarithm or a power with a number in it."""
    if part == base:
        return True
    inside = base.free_symbols & parameters
    if not inside or part.free_symbols & parameters:
        return False
    if isinstance(base, sympy.log) and base.free_symbols <= parameters:
        return isinstance(part, sympy.log) and bool(part.args[0].is_Rational)
    same, exponent = base.as_base_exp()
    own, power = part.as_base_exp()
    if exponent == power == -1 and isinstance(same, sympy.log):
        return _is_base(own, same, parameters)
    if exponent.is_number:
        return bool(exponent == power and own.is_Rational and same.free_symbols <= parameters)
    return bool(own == same and not same.free_symbols & parameters and power.is_number)
