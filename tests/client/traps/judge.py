"""Judges whether two accepted results are the same answer, with our own real numbers and no code of the verifier."""

from __future__ import annotations

import itertools
import random
from typing import Any

import mpmath
import sympy

PLACES = (-3.37, 0.71, 2.93, -0.0413, 37.9, -412.3, 4321.7, -98765.4, 1.3e7, -3.1e7)
DIGITS = 60


def same(left: str, right: str, *, integral: str = "", several: bool = False) -> bool | None:
    """Return whether two results, as text, are one answer; None if they have no numbers in common places.

    Solutions are compared as sets, ``several`` answers one by one, antiderivatives in ``integral`` by their slopes.
    """
    if left == right:
        return True
    with mpmath.workdps(DIGITS):
        one, two = _read(left), _read(right)
        if not (several and isinstance(one, list) and isinstance(two, list)):
            return _same(one, two, integral)
        pairs = [_same(a, b, integral) for a, b in zip(one, two, strict=False)]
        return False if len(one) != len(two) or False in pairs else None if None in pairs else True


def _read(text: str) -> Any:
    names = {name: sympy.Symbol(name, real=True) for name in "abcdfghjklmnopqrstuvwxyz"}
    return sympy.sympify(text, locals=names)


def _same(left: Any, right: Any, integral: str) -> bool | None:
    many = [isinstance(side, list | set | sympy.Set | sympy.Tuple) for side in (left, right)]
    if all(many):
        return _sets(list(left), list(right))
    if any(many):
        return False
    if integral:
        left, right = (sympy.diff(side, sympy.Symbol(integral, real=True)) for side in (left, right))
    letters = sorted(left.free_symbols | right.free_symbols, key=str)
    compared = [
        _close(one, two)
        for place in _places(len(letters))
        if (one := _value(left, letters, place)) is not None and (two := _value(right, letters, place)) is not None
    ]
    return all(compared) if compared else None


def _places(count: int) -> list[tuple[float, ...]]:
    if count == 0:
        return [()]
    if count == 1:
        return [(place,) for place in PLACES]
    rng = random.Random(7)
    return [tuple(rng.choice(PLACES[:6]) for _ in range(count)) for _ in range(12)]


def _value(side: Any, letters: list[Any], place: tuple[float, ...]) -> Any:
    """Return a real number, an infinity, or None; odd roots of negative numbers are real."""
    real = side.replace(
        lambda node: node.is_Pow and node.exp.is_Rational and node.exp.q % 2 == 1 and node.exp.q > 1,
        lambda node: sympy.Function("odd_power")(node.base, node.exp.p, node.exp.q),
    )
    try:
        function = sympy.lambdify(letters, real, [{"odd_power": _odd_power}, "mpmath"])
        value = mpmath.mpmathify(function(*map(mpmath.mpf, place)))
    except (ArithmeticError, TypeError, ValueError, NameError, AttributeError, NotImplementedError):
        return None
    return value if mpmath.isinf(value) or abs(mpmath.im(value)) < 1e-30 * (1 + abs(value)) else None


def _odd_power(base: Any, top: int, bottom: int) -> Any:
    size = mpmath.power(abs(base), mpmath.mpf(int(top)) / int(bottom))
    return -size if mpmath.im(base) == 0 and mpmath.re(base) < 0 and int(top) % 2 else size


def _close(one: Any, two: Any) -> bool:
    if mpmath.isinf(one) or mpmath.isinf(two):
        return bool(one == two)
    return bool(abs(one - two) <= 1e-35 * max(abs(one), abs(two)))


def _sets(left: list[Any], right: list[Any]) -> bool | None:
    """Compare solutions; where one list has complex numbers and the other has not, the real ones decide."""
    letters = sorted(set().union(*(one.free_symbols for one in [*left, *right])), key=str)
    place = tuple(abs(here) for here in _places(len(letters))[0])
    try:
        numbers = [
            [mpmath.mpmathify(sympy.lambdify(letters, one, "mpmath")(*place)) for one in side] for side in (left, right)
        ]
    except (ArithmeticError, TypeError, ValueError, NameError):
        return None
    reals = [[one for one in side if abs(mpmath.im(one)) < 1e-30] for side in numbers]
    full = [len(side) > len(real) for side, real in zip(numbers, reals, strict=True)]
    one, two = reals if full[0] != full[1] else numbers
    near = [[_close(mpmath.mpc(a), mpmath.mpc(b)) if a != b else True for b in two] for a in one]
    return all(map(any, near)) and all(map(any, zip(*near, strict=True))) if near and two else len(one) == len(two)


def conflicts(results: list[str], *, integral: str = "", several: bool = False) -> list[tuple[str, str]]:
    """Return the pairs that are not the same answer."""
    return [
        pair
        for pair in itertools.combinations(dict.fromkeys(results), 2)
        if same(*pair, integral=integral, several=several) is False
    ]
