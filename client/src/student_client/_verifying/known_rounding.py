"""Judges a decimal by the rounding that the words of a known formula's question ask for."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._reading.formulas.tree import Node
from . import balls
from .convert import Unreadable, tree
from .executor import Done
from .finding import Finding
from .rounding import digits_of, rounded, rounded_ball


def rounded_as_asked(value: Any, given: Node, step: Done, rounding: str) -> Finding:
    """Judge a decimal of a number.

    Args:
        value: the exact number, as SymPy's expression.
        given: the decimal.
        step: the step whose result it is.
        rounding: such as "places 2", "digits 3" or "unit 100".
    """
    kind, text = rounding.split()
    if kind in {"places", "digits"}:
        return rounded(tree(value), given, int(text), places=kind == "places", given=digits_of(step))
    unit = Fraction(text if text[:1] != "." else f"0{text}")
    return rounded_ball(balls.value(tree(value / sympy.Rational(unit)), {}), _divided(given, unit), 0, places=True)


def _divided(given: Node, unit: Fraction) -> Node:
    claimed = balls.rational(given)
    if claimed is None:
        raise Unreadable("a decimal that is none")
    return Node("number", value=claimed / unit)
