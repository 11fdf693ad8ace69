"""The answers about square matrices with one letter: determinants, and the values that make them a number."""

from __future__ import annotations

from typing import Any

import sympy  # type: ignore[import-untyped]

from ..finding import Finding, unknown
from .comparisons import Asked, Judge, any_order, value


def _determinant(asked: Asked) -> Finding:
    return value(sympy.expand(asked.one("table")[0].det()), asked)


def _zeros(asked: Asked) -> Finding:
    return unknown("two values are given") if asked.parts.keys() & {"level", "singular"} else _at(asked, [sympy.S.Zero])


def _values(asked: Asked) -> Finding:
    return _at(asked, [one[0] for one in asked.all("level")] + [sympy.S.Zero] * ("singular" in asked.parts))


def _at(asked: Asked, levels: list[Any]) -> Finding:
    matrix, name = asked.one("table")
    made = sympy.expand(matrix.det())
    if len(levels) != 1 or not made.is_polynomial(name) or sympy.degree(made, name) < 1:
        return unknown("the values are not known")
    found = sympy.roots(sympy.Poly(made - levels[0], name))
    if sum(found.values()) != sympy.degree(made, name) or not all(one.is_real for one in found):
        return unknown("some of the values are not real")
    return any_order([*found], asked)


MATRICES: dict[tuple[str, str], Judge] = {
    ("matrices with a letter", "determinant"): _determinant,
    ("matrices with a letter", "zeros"): _zeros,
    ("matrices with a letter", "values"): _values,
    ("matrices with a letter", "values "): _values,
}
"""The judge of each thing that can be asked of the family."""
