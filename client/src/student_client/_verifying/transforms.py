"""Computes Laplace transforms, and inverse ones, with SymPy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._reading.formulas.sympy_syntax import ExpressionError, symbol
from .call import Call, RunError


def laplace(call: Call) -> Any:
    """Return the Laplace transform of a function as an expression in the letter ``to``."""
    made = _transformed(call, sympy.laplace_transform)
    return sympy.cancel(sympy.together(made)) if made.has(sympy.I) else made


def inverse_laplace(call: Call) -> Any:
    """Return the function that has a given Laplace transform, for positive values of the letter ``to``."""
    made = _transformed(call, sympy.inverse_laplace_transform)
    made = made.replace(sympy.Heaviside, lambda at, *_: sympy.Integer(1) if at == _new(call) else sympy.Heaviside(at))
    return sympy.simplify(made) if len(call.given.free_symbols) > 1 else made


def _new(call: Call) -> Any:
    return symbol(call.words["to"])


def _transformed(call: Call, way: Callable[..., Any]) -> Any:
    """Return a transform whose other letters are positive numbers."""
    if not isinstance(call.given, sympy.Expr):
        raise ExpressionError("only an expression has a transform")
    if _new(call) in call.given.free_symbols or _new(call) == call.variable:
        raise RunError(f"the letter {call.words['to']} of the result is in the expression already", wrong=False)
    others = {one: sympy.Dummy(one.name, positive=True) for one in call.given.free_symbols - {call.variable}}
    old, new = sympy.Dummy("old", real=True), sympy.Dummy("new", real=True)
    made = way(call.given.xreplace({**others, call.variable: old}), old, new, noconds=True)
    made = made.xreplace({new: _new(call), **{dummy: one for one, dummy in others.items()}})
    if made.has(sympy.LaplaceTransform, sympy.InverseLaplaceTransform, sympy.DiracDelta, sympy.Integral, sympy.nan):
        raise RunError("SymPy finds no transform that is a function in closed form", wrong=False)
    return made
