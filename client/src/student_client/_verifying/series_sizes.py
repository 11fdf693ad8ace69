"""Tells how a series converges by the sizes of a few very far terms: fast, and no proof."""

from __future__ import annotations

from typing import Any

import mpmath  # type: ignore[import-untyped]  # comes with SymPy
import sympy  # type: ignore[import-untyped]

DIGITS = 300
"""Digits of the terms: enough for a difference of terms that agree to a hundred."""
PLACES = (100, 101, 200, 201)
"""The powers of two near which the terms are."""
NEAR = 5e-4
"""Difference within which an exponent of n counts as that of the harmonic series, or as zero."""
STEEP = 1000
"""Exponent of a logarithm that stands for faster growth than that of a power."""


def by_sizes(term: Any, variable: Any) -> str | None:
    """Return "converges absolutely", "converges conditionally" or "diverges"; None if the sizes do not tell.

    Args:
        term: the term as a SymPy expression in one letter.
        variable: the letter.
    """
    index = sympy.Symbol("index", positive=True)
    given = term.xreplace({variable: index})
    bounded = given.replace(lambda part: _turns(part, index), lambda _: sympy.Integer(1))
    halves = [_half(sympy.lambdify(index, bounded, "mpmath"), odd) for odd in (0, 1)]
    if None in halves:
        return None
    sums, zeros, signs = zip(*(half for half in halves if half is not None), strict=True)
    if all(sums):
        return "converges absolutely"
    if bounded != given:
        return None
    if not all(zeros) or sums[0] != sums[1] or signs[0] == signs[1]:
        return "diverges"
    return "converges conditionally"


def _turns(part: Any, index: Any) -> bool:
    """Return whether this is a sine or a cosine of a growing number other than whole multiples of pi."""
    if not isinstance(part, sympy.sin | sympy.cos) or sympy.diff(part.args[0] / sympy.pi, index).is_Integer:
        return False
    return bool(sympy.limit(abs(part.args[0]), index, sympy.oo) == sympy.oo)


def _half(term: Any, odd: int) -> tuple[bool, bool, int] | None:
    """Return whether the sizes add up, whether they go to zero, and the sign; None if they do not tell."""
    with mpmath.workdps(DIGITS):
        try:
            places = [mpmath.mpf(2) ** power + odd for power in PLACES]
            made = [mpmath.re(term(place)) for place in places]
            near, far = (
                mpmath.log(abs(made[at + 1] / made[at])) / mpmath.log(places[at + 1] / places[at]) for at in (0, 2)
            )
        except (ArithmeticError, ValueError, TypeError, AttributeError, MemoryError):
            return None
        logs = [1 / mpmath.log(mpmath.sqrt(places[at] * places[at + 1])) for at in (0, 2)]
        second = (near - far) / (logs[0] - logs[1])
        first = far - second * logs[1]
        sign = int(mpmath.sign(made[-1]))
    if abs(second) > STEEP:
        return far < -1, far < -1, sign
    if abs(first + 1) > NEAR:
        return first < -1, first < -NEAR or (first < NEAR and second < -NEAR), sign
    whole = abs(4 * second - mpmath.nint(4 * second)) < NEAR * 100
    return (second < -1 - NEAR * 100, True, sign) if whole else None
