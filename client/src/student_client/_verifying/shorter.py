"""Finds shorter ways to write an expression that SymPy's simplify does not try; each is checked to be equal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

import sympy  # type: ignore[import-untyped]

from . import balls
from .balls import Unclear, Undefined
from .convert import printed
from .equivalence import equal

LONGEST = 40
"""Most operations of an expression for which the expensive ways are tried."""
LARGEST_DENOMINATOR = 60
"""Largest denominator of a number that a person would prefer."""


def shorter_form(expression: Any) -> Any:
    """Return an equal expression that is shorter, or None.

    Args:
        expression: a result, as SymPy's expression.
    """
    length = sympy.count_ops(expression)
    tree = printed(expression)
    if length == 0 or length > LONGEST or tree is None:
        return None
    if not expression.free_symbols:
        return _number(expression, tree)
    for candidate in _candidates(expression):
        other = printed(candidate)
        if other is not None and sympy.count_ops(candidate) < length and equal(tree, other, sorted(tree.names())).right:
            return candidate
    return None


def _number(expression: Any, tree: Any) -> Any:
    """Return a number as a fraction or a multiple of pi; None if it is neither, or already written so."""
    try:
        made = balls.value(tree, {})
    except (Undefined, Unclear):
        return None
    for unit, ball in ((sympy.Integer(1), balls.ball(Fraction(1))), (sympy.pi, balls.pi())):
        near = Fraction(float((made / ball).mid())).limit_denominator(LARGEST_DENOMINATOR)
        if (made - balls.ball(near) * ball).contains(0):
            simple = sympy.Rational(near.numerator, near.denominator) * unit
            return simple if sympy.count_ops(simple) < sympy.count_ops(expression) else None
    denested = sympy.sqrtdenest(expression)
    return denested if sympy.count_ops(denested) < sympy.count_ops(expression) else None


def _candidates(expression: Any) -> Iterator[Any]:
    """Yield other ways to write an expression, not all of them equal everywhere."""
    made = (_tried(way, expression) for way in _WAYS)
    yield from (candidate for candidate in made if candidate is not None)
    yield from _by_substitution(expression)


def _tried(way: Callable[[Any], Any], expression: Any) -> Any:
    try:
        return way(expression)
    except (NotImplementedError, TypeError, ValueError, AttributeError, sympy.PolynomialError):
        return None


def _by_substitution(expression: Any) -> Iterator[Any]:
    """Yield forms in which more cancels, with a root of a letter or an exponential as a letter of its own."""
    unit = sympy.Dummy("u", positive=True)
    for letter in expression.free_symbols:
        yield expression.subs(letter, 0)  # is a sum that does not depend on its letter
        if expression.has(sympy.sqrt(letter)):
            yield sympy.cancel(expression.subs(letter, unit**2)).subs(unit, sympy.sqrt(letter))
    for part in expression.atoms(sympy.Pow, sympy.exp):
        base, exponent = part.as_base_exp()
        if exponent.is_Symbol and base.is_number:
            powers = {
                other: unit ** sympy.log(other.as_base_exp()[0], base)
                for other in expression.atoms(sympy.Pow, sympy.exp)
                if other.as_base_exp()[1] == exponent and sympy.log(other.as_base_exp()[0], base).is_Integer
            }
            yield sympy.cancel(expression.xreplace(powers)).subs(unit, part)


_WAYS: tuple[Callable[[Any], Any], ...] = (
    sympy.radsimp,
    sympy.sqrtdenest,
    lambda expression: sympy.logcombine(sympy.expand_log(expression, force=True), force=True),
    lambda expression: sympy.cancel(sympy.expand_log(expression, force=True)),
    sympy.trigsimp,
    lambda expression: sympy.expand(sympy.expand_trig(expression)),
)
