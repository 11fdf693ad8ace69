"""Letters with assumptions, and real roots."""

from __future__ import annotations

from typing import Any

import sympy  # type: ignore[import-untyped]


def letters(expression: Any, **assumptions: bool) -> Any:
    """Return the expression with letters that have these assumptions; the letters of results have none."""
    return expression.xreplace({name: sympy.Symbol(name.name, **assumptions) for name in expression.free_symbols})


def real_roots(expression: Any) -> Any:
    """Return the expression with real odd roots of negative numbers and of powers, such as the third root of x^3."""

    def is_odd_root(part: Any) -> bool:
        return bool(part.is_Pow and part.exp.is_Rational and part.exp.q % 2 and part.exp.q > 1)

    def is_of_negative(part: Any) -> bool:
        return is_odd_root(part) and bool(part.base.is_negative and part.base.is_number)

    def is_of_power(part: Any) -> bool:
        inner = part.base if is_odd_root(part) else None
        return bool(inner is not None and inner.is_Pow and inner.exp.is_Integer and inner.exp % part.exp.q == 0)

    made = expression.replace(is_of_negative, lambda part: (-1) ** part.exp.p * (-part.base) ** part.exp)
    return made.replace(is_of_power, lambda part: part.base.base ** (part.base.exp * part.exp))
