"""Compares a plan with the ground truth: runs both with SymPy, within a few seconds, and compares the results."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sympy  # type: ignore[import-untyped]
from student_client._plan import Plan
from student_client._reading.formulas.sympy_syntax import parse_expression
from student_client._verifying.executor import answer, run_plan

SECONDS = 20
_READ = ("expr", "point", "lower", "upper")
"""Arguments that are compared by their meaning."""
_POINTS = (0.37, 1.21, 2.43, 0.83)


class TooSlow(Exception):
    """SymPy did not finish in time."""


class NotComparable(Exception):
    """Two sets, matrices or functions are written in different ways, and may be the same."""


@contextmanager
def deadline(seconds: int) -> Iterator[None]:
    """Raise :class:`TooSlow` after so many seconds; for the main thread."""

    def stop(*_: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def tools(plan: Plan) -> list[str]:
    """Return the names of a plan's tools, in order."""
    return [step.tool for step in plan.steps if step.type == "tool"]


def same_value(a: Any, b: Any) -> bool:
    """Return whether two expressions are equal, by form, else by value at some points."""
    if a == b:
        return True
    difference = sympy.sympify(a) - sympy.sympify(b)
    if difference == 0:
        return True
    if difference.has(sympy.oo, sympy.nan, sympy.zoo):
        return False
    names = sorted(difference.free_symbols, key=str)
    for shift in _POINTS if names else _POINTS[:1]:
        values = {name: shift + 0.31 * index for index, name in enumerate(names)}
        size = abs(sympy.N(a.subs(values)))
        value = sympy.N(difference.subs(values))
        if not value.is_number or not abs(value) <= 1e-7 * (1 + size):
            return False
    return True


def same_result(result: Any, truth: Any, variable: sympy.Symbol | None) -> bool:
    """Compare two results: solutions as sets, antiderivatives up to a constant if ``variable`` is given.

    Raises:
        NotComparable: they are neither values nor lists of them, and are written in different ways.
    """
    if isinstance(result, list) or isinstance(truth, list):
        if not (isinstance(result, list) and isinstance(truth, list)) or len(result) != len(truth):
            return False
        left = list(truth)
        for value in result:
            match = next((i for i, other in enumerate(left) if same_value(value, other)), None)
            if match is None:
                return False
            left.pop(match)
        return True
    if not (isinstance(result, sympy.Expr) and isinstance(truth, sympy.Expr)):
        if result != truth:
            raise NotComparable
        return True
    if variable is not None:
        return same_value(sympy.diff(result, variable), sympy.diff(truth, variable))
    return same_value(result, truth)


def _variable(plan: Plan) -> sympy.Symbol | None:
    """Return the variable of integration if the answer is an antiderivative."""
    names = tools(plan)
    if "integrate" in names and "substitute" not in names and "differentiate" not in names:
        step = plan.steps[names.index("integrate")]
        return sympy.Symbol(step.args.var) if step.args.lower is None else None  # type: ignore[union-attr]
    return None


def answered(plan: Plan) -> bool:
    """Return whether SymPy, within the time, gives an answer when it runs a plan.

    A random limit may not exist, and a random integral may have no closed form: no plan can be right for those.
    """
    try:
        with deadline(SECONDS):
            run_plan(plan)
    except Exception:  # SymPy raises errors of many kinds for what it cannot do
        return False
    return True


def agrees_with_plan(plan: Plan, right: Plan) -> bool:
    """Return whether a plan equals the right one: the same tools on equal arguments, or the same result."""
    if plan == right:
        return True
    if tools(plan)[-1] != tools(right)[-1]:
        return False
    with deadline(SECONDS):
        try:
            if tools(plan) == tools(right) and _same_arguments(plan, right):
                return True
        except ValueError:
            return False
        results = answer(plan, run_plan(plan)), answer(right, run_plan(right))
        return same_result(*results, _variable(right))


def _same_arguments(plan: Plan, right: Plan) -> bool:
    if plan.steps[-1] != right.steps[-1]:
        return False
    for mine, theirs in zip(plan.steps[:-1], right.steps[:-1], strict=True):
        a, b = (dict(step.args) for step in (mine, theirs))  # type: ignore[union-attr]
        if a.keys() != b.keys():
            return False
        for name, text in a.items():
            if text.replace(" ", "") == b[name].replace(" ", ""):
                continue
            if name not in _READ or "R" in text or parse_expression(text) != parse_expression(b[name]):
                return False
    return True


def agrees_with_answer(plan: Plan, kind: str, truth: str | list[str]) -> bool:
    """Return whether a plan's result is the handwritten answer."""
    last = {
        "second derivative": "differentiate",
        "third derivative": "differentiate",
        "slope at a point": "substitute",
        "critical points": "solve",
    }
    if tools(plan)[-1] != last.get(kind, kind.rsplit(", ", 1)[-1]):
        return False
    with deadline(SECONDS):
        expected = [parse_expression(t) for t in truth] if isinstance(truth, list) else parse_expression(truth)
        return same_result(answer(plan, run_plan(plan)), expected, _variable(plan))
