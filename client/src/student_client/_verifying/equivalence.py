"""Do two expressions agree? By symbols where that is quick, else by numbers at seeded random points."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any, Literal

import sympy  # type: ignore[import-untyped]

ENOUGH = 8
"""Points with positive letters; half as many more, of both signs, must agree too. A wrong answer survives none."""
TRIES = 40
"""Points tried until there are enough: some lie outside a domain or on a pole."""
DIGITS = 30
_TOLERANCE = sympy.Float("1e-20", DIGITS)
_TINY = sympy.Float("1e-25", DIGITS)
_NOTHING = sympy.Float("1e-150", DIGITS)

Agreement = Literal["equal", "different", "unknown"]


def points(symbols: list[Any], tries: int = TRIES) -> Iterator[dict[Any, Any]]:
    """Yield the same random points every time: all positive first, then of both signs; small and larger."""
    source = random.Random(20261122)  # noqa: S311 - no secret
    for index in range(tries):
        spread = (1, 3, 1, 6)[index % 4]
        point = {}
        for symbol in symbols:
            size = sympy.Rational(source.randint(100, 999 * spread), 1000)
            point[symbol] = -size if index >= ENOUGH and source.random() < 0.6 else size
        yield point


def value(expression: Any, point: dict[Any, Any]) -> Any:
    """Return the expression's value to 30 digits, or None where it has none."""
    try:
        number = expression.evalf(DIGITS, subs=point, maxn=200)
    except (ArithmeticError, TypeError, ValueError, AttributeError, NotImplementedError):
        return None
    if not number.is_number or number.has(sympy.nan, sympy.zoo, sympy.oo, sympy.exp_polar):
        return None
    parts = number.as_real_imag()
    return parts[0] + sympy.I * parts[1] if all(part.is_Number for part in parts) else None


def is_zero(number: Any) -> bool:
    """Tell whether a value is zero to every digit that was computed; exp(-400) is not, however small."""
    parts = number.as_real_imag()
    without_digits = [part for part in parts if part.is_Float and part._prec <= 10]
    if all(part == 0 or part in without_digits for part in parts):
        return True
    # Beside such a part the other one may pretend to digits: 0.e-239 + 2.37e-249*I.
    return bool(without_digits) and all(abs(part) < _NOTHING for part in parts)


def same_number(left: Any, right: Any) -> bool | None:
    """Compare two values; None where both are too small to tell."""
    if is_zero(left) or is_zero(right):
        return is_zero(left) and is_zero(right)
    size = max(sympy.Abs(left).evalf(5), sympy.Abs(right).evalf(5))
    if size < _TINY:
        return None
    return bool(sympy.Abs(left - right).evalf(DIGITS) < size * _TOLERANCE)


def agree(truth: Any, other: Any) -> Agreement:
    """Compare an expression with the truth.

    Args:
        truth: the expression that is right.
        other: the expression to judge.

    Returns:
        "equal" by numbers at enough points, or by symbols; "different" by a point where the truth is real and
        the other has another value; "unknown" where they agree for positive letters only (roots and logarithms
        of negative numbers have branches), or where too few points have values.
    """
    if truth == other:
        return "equal"
    symbols = sorted(truth.free_symbols | other.free_symbols, key=str)
    equal = 0
    branches = False
    for index, point in enumerate(points(symbols, TRIES if symbols else 1)):
        left, right = value(truth, point), value(other, point)
        same = None if left is None or right is None else same_number(left, right)
        if same is False and left.is_real and (index < ENOUGH or equal == 0):
            return "different"
        branches = branches or same is False
        equal += same is True
        if equal >= ENOUGH + ENOUGH // 2 and not branches:
            return "equal"
    if branches:
        return "unknown"
    if equal and not symbols:
        return "equal"
    return "equal" if sympy.simplify(truth - other) == 0 else "unknown"


def holds_somewhere(truth: Any, other: Any) -> bool:
    """Tell whether the two have the same value at one of the points at least."""
    symbols = sorted(truth.free_symbols | other.free_symbols, key=str)
    pairs = ((value(truth, point), value(other, point)) for point in points(symbols, ENOUGH))
    return any(same_number(left, right) for left, right in pairs if left is not None and right is not None)
